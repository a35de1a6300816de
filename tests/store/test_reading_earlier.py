"""What there was before an entry: something, the longest, and the best under its circumstances."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from stridelog.domain.celebration import Earlier
from stridelog.domain.comparable import Comparable
from stridelog.domain.entry import Draft
from stridelog.store.catalog import read_catalog
from stridelog.store.change import Stamp
from stridelog.store.reading import entries
from stridelog.store.reading.comparable import FEW, comparable
from stridelog.store.reading.earlier import earlier
from stridelog.store.writing import Journal, empty_journal

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
DAY = date(2026, 11, 20)


def run(day: date, metres: float, seconds: float, **more: Any) -> Draft:  # noqa: ANN401 (any field)
    at = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
    return Draft("run", at, {"distance": metres, "duration": seconds}, **more)


def journal_of(*drafts: Draft) -> Journal:
    journal = empty_journal(NOW)
    with journal.change(Stamp("log", NOW, "laptop")) as change:
        change.add(list(drafts))
    return journal


def looked_at(journal: Journal, number: int) -> tuple[Comparable | None, Earlier]:
    """Return what an entry is set beside, and what there was before it."""
    connection = journal.look()
    entry = entries.entry(connection, number)
    assert entry is not None
    listed = read_catalog(connection)[entry.activity]
    beside = comparable(connection, listed, entry)
    return beside, earlier(connection, listed, entry, beside)


@contextmanager
def statements(journal: Journal) -> Iterator[list[str]]:
    """Give the statements that a journal is asked inside the block."""
    asked: list[str] = []
    connection = journal.look()
    connection.set_trace_callback(asked.append)
    yield asked
    connection.set_trace_callback(None)


def test_what_comes_before_and_after_is_told_by_the_day_and_then_by_the_number() -> None:
    journal = journal_of(
        run(DAY, 5e3, 1500), run(DAY - timedelta(1), 5e3, 1500), run(DAY, 5e3, 1500)
    )
    for number, expected in ((2, (False, True)), (1, (True, True)), (3, (True, False))):
        found = looked_at(journal, number)[1]
        assert (found.something, found.later) == expected


def test_other_activities_are_nothing_before_it() -> None:
    journal = journal_of(Draft("study", NOW - timedelta(1)), Draft("extra-mile", NOW))
    assert looked_at(journal, 2)[1] == Earlier(something=False)


def test_the_longest_before_it_whatever_its_distance() -> None:
    earlier_ones = [run(DAY, metres, 9e3) for metres in (5e3, 21_100, 10e3, 18_300)]
    journal = journal_of(*earlier_ones, run(DAY, 12e3, 4e3), run(DAY, 42_200, 14e3))
    farthest = looked_at(journal, 5)[1].farthest
    assert farthest is not None
    assert (farthest.number, farthest.value) == (2, 21_100)


@pytest.mark.parametrize("more", [0, FEW + 5])
def test_the_best_with_each_tag_and_at_the_place(more: int) -> None:
    # Beyond a few entries under the same circumstances, they are looked for in another way.
    drafts = [
        run(DAY, 10e3, 3_000, tags=("stroller",)),
        run(DAY, 10e3, 3_100, tags=("stroller",), place="park"),
        run(DAY, 10e3, 2_500),
        run(DAY, 5e3, 1_200, tags=("stroller",)),
        *(run(DAY, 10e3, 3_300, tags=("stroller",), place="park") for _ in range(more)),
        run(DAY, 10e3, 3_050, tags=("stroller", "new"), place="park"),
        run(DAY, 10e3, 2_000, tags=("stroller",), place="park"),
    ]
    beside, found = looked_at(journal_of(*drafts), len(drafts) - 1)
    assert {name: mark.number for name, mark in found.alike.items()} == {"+stroller": 1, "@park": 2}
    assert beside is not None
    assert beside.best is not None
    assert beside.best.number == 3


def test_odd_distances_have_no_best_under_the_same_circumstances() -> None:
    journal = journal_of(*(run(DAY, 7.3e3, seconds, tags=("race",)) for seconds in (2_000, 1_900)))
    assert looked_at(journal, 2)[1].alike == {}


@pytest.mark.parametrize("metres", [10e3, 7.3e3])
@pytest.mark.parametrize("count", [3, FEW, FEW + 1, FEW + 50])
def test_first_last_and_best_are_found_among_few_and_among_many(metres: float, count: int) -> None:
    days = [DAY - timedelta(count - n) for n in range(count)]
    paces = [3_000 + (n * 37) % 101 for n in range(count)]
    drafts = [run(day, metres, pace) for day, pace in zip(days, paces, strict=True)]
    odd = [run(DAY - timedelta(999), 3e3, 900), run(DAY - timedelta(999), 15e3, 900)]
    beside, _ = looked_at(journal_of(*drafts, *odd, run(DAY, metres, 3_000)), count + 3)
    assert beside is not None
    assert beside.first is not None
    assert beside.last is not None
    assert beside.best is not None
    assert (beside.first.number, beside.last.number) == (1, count)
    assert beside.best.number == paces.index(min(paces)) + 1


@pytest.mark.parametrize("count", [3, FEW + 20])
def test_the_best_where_more_is_better(count: int) -> None:
    at = datetime(2026, 1, 1, 8, tzinfo=UTC)
    values = [0.5 + (n * 37) % 101 / 1000 for n in range(count)]
    shifts = [Draft("shift", at, {"csat": value}) for value in values]
    beside, _ = looked_at(journal_of(*shifts, Draft("shift", at, {"csat": 0.9})), count + 1)
    assert beside is not None
    assert beside.best is not None
    assert beside.best.value == max(values)


def test_the_same_weeks_are_those_of_the_earliest_of_five_years_with_enough_entries() -> None:
    def shifts(year: int, *days: int) -> list[Draft]:
        on = (datetime(year, 11, day, 8, tzinfo=UTC) for day in days)
        return [Draft("shift", at, {"csat": 0.8, "responses": 10.0}) for at in on]

    weighty = Draft("shift", datetime(2022, 11, 30, tzinfo=UTC), {"csat": 0.9, "responses": 30.0})
    drafts = [
        *shifts(2018, 18, 19, 20, 21),
        *shifts(2021, 19, 20),
        *shifts(2022, 10, 12, 20),
        weighty,
        *shifts(2025, 18, 19, 20),
        Draft("shift", NOW, {"csat": 0.86}),
    ]
    beside, _ = looked_at(journal_of(*drafts), len(drafts))
    assert beside is not None
    weeks = beside.same_weeks
    assert weeks is not None
    assert (weeks.first, weeks.last) == (date(2022, 11, 7), date(2022, 12, 5))
    assert weeks.entries == 4
    # Weighted by responses.
    assert weeks.value == pytest.approx((3 * 10 * 0.8 + 30 * 0.9) / 60)


def test_what_covers_a_distance_has_no_same_weeks() -> None:
    day = date(2025, 11, 20)
    beside, _ = looked_at(
        journal_of(*(run(day, 10e3, 3e3) for _ in range(4)), run(DAY, 10e3, 3e3)), 5
    )
    assert beside is not None
    assert beside.same_weeks is None


def test_the_statements_do_not_grow_with_the_entries() -> None:
    counts = set()
    for size in (1, 2 * FEW):
        old = (run(DAY, 10e3, 3_000 + n, tags=("race",), place="park") for n in range(size))
        journal = journal_of(*old, run(DAY, 10e3, 3_000, tags=("race",), place="park"))
        with statements(journal) as asked:
            looked_at(journal, size + 1)
        counts.add(len(asked))
    assert len(counts) == 1


def test_the_first_years_of_the_calendar_have_none_before_them() -> None:
    for year in (1, 3):
        at = datetime(year, 1, 2, 8, tzinfo=UTC)
        beside, _ = looked_at(journal_of(*(Draft("shift", at, {"csat": 0.8}) for _ in range(4))), 4)
        assert beside is not None
        assert beside.same_weeks is None
