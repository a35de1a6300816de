"""What an entry is set beside: the first, the last and the best that can be compared with it."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from any_entries import drafts
from example_journals import add, at, journal_in_memory, run
from hypothesis import given
from hypothesis import strategies as st
from naive_journal import NaiveJournal, better_first

from stridelog.domain.activity import built_in_activities
from stridelog.domain.comparable import Comparable
from stridelog.domain.entry import Draft, Entry
from stridelog.store.catalog import read_catalog
from stridelog.store.reading.comparable import comparable
from stridelog.store.reading.entries import entry
from stridelog.store.writing import Journal

ACTIVITIES = {a.name: a for a in built_in_activities()}

LOGGED = [ACTIVITIES[name] for name in ("run", "ride", "shift", "strength", "extra-mile")]

MANY = st.lists(st.sampled_from(LOGGED).flatmap(drafts), min_size=1, max_size=12)

RUNS = st.lists(drafts(ACTIVITIES["run"]), min_size=5, max_size=12)

DAY = date(2026, 11, 20)


def beside(made_up: Sequence[Draft], number: int) -> Comparable | None:
    """Return what an entry is set beside in a journal of these entries."""
    journal = journal_in_memory()
    add(journal, *made_up)
    listed = read_catalog(journal.look())[made_up[number - 1].activity]
    return comparable(journal.look(), listed, entry_of(journal, number))


def entry_of(journal: Journal, number: int) -> Entry:
    """Return an entry as it stands in the journal."""
    found = entry(journal.look(), number)
    assert found is not None
    return found


@given(MANY | RUNS)
def test_an_entry_is_set_beside_the_first_the_last_and_the_best_before_it(
    made_up: list[Draft],
) -> None:
    journal = journal_in_memory()
    numbers = add(journal, *made_up)
    naive = NaiveJournal(ACTIVITIES, list(zip(numbers, made_up, strict=True)))
    catalog = read_catalog(journal.look())
    for number, draft in naive.entries:
        listed = catalog[draft.activity]
        found = comparable(journal.look(), listed, entry_of(journal, number))
        measure = naive.measure_that_matters(number)
        if measure is None:
            assert found is None
            continue
        assert found is not None
        assert found.measure == measure
        assert found.value == pytest.approx(naive.value(measure, draft))
        others = naive.comparable(number)
        if not others:
            assert found.first is found.last is found.best is None
            continue
        assert found.first is not None
        assert found.last is not None
        assert found.best is not None
        assert found.first.number == others[0].number
        assert found.first.value == pytest.approx(others[0].value)
        assert found.last.number == others[-1].number
        assert found.last.value == pytest.approx(others[-1].value)
        better = better_first(measure.direction)
        best = min(better(other.value) for other in others)
        assert better(found.best.value) == pytest.approx(best)
        assert found.best.number in {other.number for other in others}


def test_a_10k_is_set_beside_10ks_only() -> None:
    first, long, new = run(DAY, 10_000, 3_106), run(DAY, 12_000, 3_400), run(DAY, 10_050, 3_042)
    found = beside([first, long, new], 3)
    assert found is not None
    assert found.distance_class == "10k"
    assert found.last is not None
    assert found.last.number == 1


def test_a_run_over_no_standard_distance_is_set_beside_those_about_as_long() -> None:
    found = beside([run(DAY, 7_900), run(DAY, 8_500), run(DAY, 7_000), run(DAY, 8_000)], 4)
    assert found is not None
    assert found.covered == 8_000
    assert found.last is not None
    assert found.last.number == 1


def test_what_was_logged_later_for_an_earlier_day_is_set_beside_what_came_before_it() -> None:
    days = [DAY - timedelta(3), DAY, DAY - timedelta(1)]
    found = beside([run(day) for day in days], 3)
    assert found is not None
    assert found.last is not None
    assert found.last.day == days[0]


def test_an_activity_with_nothing_to_judge_is_set_beside_nothing() -> None:
    assert beside([Draft("extra-mile", at(DAY)), Draft("extra-mile", at(DAY))], 2) is None
