"""What records are found among: of a long history few rows, yet all that ever held one."""

from datetime import date, timedelta
from random import Random

import pytest
from example_journals import add, at, journal_in_memory, run

from stridelog.domain.doubt import MANY
from stridelog.domain.entry import Draft, Segment
from stridelog.domain.filters import Filters
from stridelog.domain.record import EXCLUDED
from stridelog.domain.record_history import records
from stridelog.store.catalog import read_catalog
from stridelog.store.reading.doubts import uncounted
from stridelog.store.reading.performances import EARLY, RecordQuestion
from stridelog.store.reading.records import series
from stridelog.store.writing import Journal

TODAY = date(2026, 11, 21)

EVERY = Filters(not_tags=("no-such-tag",))
"""Filters that every entry meets: all of them are read."""


def history(seed: int, count: int) -> Journal:
    """Return a journal of runs, rides and shifts, some of them false, some with a track."""
    chance = Random(seed)  # noqa: S311 (the same every time)
    journal = journal_in_memory()
    add(journal, *(_entry(chance, count) for _ in range(count)))
    return journal


def _entry(chance: Random, count: int) -> Draft:
    day = TODAY - timedelta(chance.randrange(count))
    tags = tuple(tag for tag in ("stroller", EXCLUDED) if chance.random() < 0.05)
    if chance.random() < 0.2:
        values = {"tickets": float(chance.randint(1, 40)), "csat": chance.random()}
        return Draft("shift", at(day), values, tags)
    metres = chance.choice(
        (1_609.0, 3_000.0, 4_989.0, 5_011.0, 5_100.0, 7_777.0, 10_000.0, 21_100.0, 30_000.0)
    )
    activity = chance.choice(("run", "ride"))
    pace = chance.uniform(250, 400) / (3 if chance.random() < 0.003 or activity == "ride" else 1)
    values = {"distance": metres, "duration": metres * pace / 1000}
    if chance.random() < 0.3:
        values["elapsed"] = values["duration"] * chance.uniform(1.0, 2.0)
    segments: tuple[Segment, ...] = ()
    if chance.random() < 0.3:
        lengths = (400.0, 1_000.0, 5_000.0, 10_000.0)
        paces = ((length, pace * chance.uniform(0.8, 1.0)) for length in lengths)
        segments = tuple(Segment(m, m * p / 1000, 0.0) for m, p in paces if m < metres)
    return Draft(activity, at(day, chance.randrange(24)), values, tags, segments=segments)


@pytest.mark.parametrize("seed", range(4))
def test_the_few_rows_that_are_read_give_the_same_records_as_all(seed: int) -> None:
    journal = history(seed, 6 * EARLY)
    few, every = (
        list(series(journal.look(), RecordQuestion(filters, TODAY)))
        for filters in (Filters(), EVERY)
    )
    assert records(few, TODAY) == records(every, TODAY)
    assert sum(len(s.performances) for s in few) < 0.7 * sum(len(s.performances) for s in every)


def test_what_is_excluded_is_among_none() -> None:
    journal = history(1, 300)
    excluded = {
        number
        for (number,) in journal.look().execute(
            "SELECT entry_id FROM entry_tag WHERE tag = ?", (EXCLUDED,)
        )
    }
    for by in (None, "tag", "place"):
        found = series(journal.look(), RecordQuestion(Filters(), TODAY, by))
        assert excluded.isdisjoint(p.number for each in found for p in each.performances)


def test_each_tag_has_records_of_its_own() -> None:
    journal = history(2, 300)
    found = records(series(journal.look(), RecordQuestion(Filters(), TODAY, "tag")), TODAY)
    assert {r.subject.group for r in found} == {"stroller"}
    alone = records(
        series(journal.look(), RecordQuestion(Filters(tags=("stroller",)), TODAY)), TODAY
    )
    assert [(r.subject.distance, r.history) for r in found] == [
        (r.subject.distance, r.history) for r in alone
    ]


def test_the_fastest_stretch_inside_a_track_is_a_segment_and_no_estimate_is_made() -> None:
    journal = journal_in_memory()
    values = {"distance": 12_000.0, "duration": 3_600.0}
    segments = (Segment(400.0, 85.0, 60.0), Segment(5_000.0, 1_450.0, 0.0))
    add(
        journal, Draft("run", at(TODAY), values, segments=segments), Draft("run", at(TODAY), values)
    )
    found = records(series(journal.look(), RecordQuestion(Filters(), TODAY)), TODAY)
    held = {(r.subject.distance, r.subject.how): r.history[-1].performance for r in found}
    assert {key: (done.number, done.value) for key, done in held.items()} == {
        ("400m", "segment"): (1, 85.0),
        ("5k", "segment"): (1, 1_450.0),
        ("10k", "estimated"): (2, 3_600.0),
        ("", "exact"): (1, 12_000.0),
    }


def test_an_entry_is_doubted_by_what_came_later_too() -> None:
    journal = journal_in_memory()
    ride = Draft("run", at(TODAY - timedelta(9)), {"distance": 5_000.0, "duration": 900.0})
    (number,) = add(journal, ride)
    listed = read_catalog(journal.look())["run"]
    assert uncounted(journal.look(), listed, TODAY) == frozenset()
    add(journal, *(run(TODAY - timedelta(n)) for n in range(6)))
    assert uncounted(journal.look(), listed, TODAY) == {number}


def test_an_entry_with_rests_that_is_faster_than_almost_all_holds_no_record() -> None:
    journal = journal_in_memory()
    add(journal, *(run(TODAY - timedelta(n)) for n in range(MANY)))
    fast = {"distance": 5_000.0, "duration": 1_500.0 / 1.07}
    rested = {**fast, "elapsed": fast["duration"] * 1.3}
    steady, paused = add(journal, *(Draft("run", at(TODAY), v) for v in (fast, rested)))
    listed = read_catalog(journal.look())["run"]
    assert uncounted(journal.look(), listed, TODAY) == {paused}
    found = records(series(journal.look(), RecordQuestion(Filters(), TODAY)), TODAY)
    (five,) = (record for record in found if record.subject.distance)
    assert five.holder is not None
    assert five.holder.number == steady


def test_the_best_for_its_length_is_found_behind_many_that_are_short_and_fast() -> None:
    journal = journal_in_memory()
    sprints = {"distance": 420.0, "duration": 420 * 0.240}
    long = {"distance": 12_000.0, "duration": 12_000 * 0.255}
    longest = {"distance": 12_000.0, "duration": 12_000 * 0.215}
    add(journal, *(Draft("run", at(TODAY), values) for values in [sprints] * 60 + [long] * 60))
    add(journal, Draft("run", at(TODAY), longest))
    assert uncounted(journal.look(), read_catalog(journal.look())["run"], TODAY) == frozenset()


@pytest.mark.parametrize("seed", range(3))
def test_in_which_order_it_was_logged_makes_no_difference_to_what_is_doubtful(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 (the same every time)
    false = (run(TODAY - timedelta(50 * n), 5_000.0, 600.0 + n) for n in range(3))
    drafts = [*(_entry(chance, 400) for _ in range(400)), *false]

    def doubtful() -> list[tuple[str, str]]:
        journal = journal_in_memory()
        add(journal, *drafts)
        found = records(series(journal.look(), RecordQuestion(Filters(), TODAY)), TODAY)
        return sorted((str(d.performance.at), str(d.doubt)) for r in found for d in r.doubtful)

    before = doubtful()
    assert len(before) >= 3
    chance.shuffle(drafts)
    assert doubtful() == before
