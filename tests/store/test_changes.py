"""What one change writes: all of it or nothing, on the day that the person means."""

import sqlite3
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone

import pytest
from changed_journals import found, numbers, undo
from example_journals import DAY, ZONE, add, content, journal_in_memory, run, stamp
from recomputed import assert_kept_ready

from stridelog.domain.entry import Draft
from stridelog.store.history import NothingToUndoError
from stridelog.store.writing import Journal


@pytest.fixture
def journal() -> Journal:
    return journal_in_memory()


@pytest.mark.parametrize(("hour", "day"), [(3, DAY - timedelta(1)), (4, DAY)])
def test_with_days_that_start_at_four_an_early_entry_counts_for_the_day_before(
    journal: Journal, hour: int, day: date
) -> None:
    early = datetime.combine(DAY, time(hour), ZONE)
    with journal.change(stamp(), day_starts=time(4)) as change:
        change.add([Draft("study", early, {"duration": 600.0})])
    assert (found(journal, 1).at, found(journal, 1).day) == (early, day)
    assert_kept_ready(journal.look())


@pytest.mark.parametrize("offset", [-43_200, -12_600, 0, 20_700, 50_400])
def test_an_entry_comes_back_with_the_offset_that_its_clock_had(
    journal: Journal, offset: int
) -> None:
    late = datetime(2026, 11, 20, 23, 59, 59, tzinfo=timezone(timedelta(seconds=offset)))
    add(journal, Draft("study", late, {"duration": 600.0}))
    assert found(journal, 1).at == late
    assert found(journal, 1).at.utcoffset() == timedelta(seconds=offset)
    assert found(journal, 1).day == DAY


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1600, 2, 29), date(9999, 12, 31)])
def test_an_entry_can_lie_anywhere_in_the_calendar(journal: Journal, day: date) -> None:
    add(journal, run(day))
    assert found(journal, 1).day == day
    assert_kept_ready(journal.look())


def test_a_change_that_fails_leaves_nothing(journal: Journal) -> None:
    add(journal, run(DAY))
    before = content(journal.look())

    def fail() -> None:
        with journal.change(stamp()) as change:
            change.add([run(DAY)])
            change.delete([1])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert content(journal.look()) == before
    assert_kept_ready(journal.look())
    assert undo(journal).command == "log run 5k"


def test_a_trial_leaves_nothing(journal: Journal) -> None:
    before = content(journal.look())
    with journal.change(stamp(), trial=True) as change:
        assert change.add([run(DAY)]) == [1]
    assert content(journal.look()) == before
    with pytest.raises(NothingToUndoError):
        undo(journal)


def test_the_schema_refuses_what_no_entry_can_be(journal: Journal) -> None:
    for wrong in (replace(run(DAY), effort=11), replace(run(DAY), effort=0)):
        with pytest.raises(sqlite3.IntegrityError):
            add(journal, wrong)
    with pytest.raises(sqlite3.IntegrityError):
        journal.look().execute("DELETE FROM activity WHERE name = 'run'; ")
    assert numbers(journal) == []
