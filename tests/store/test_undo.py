"""Undo and redo, step by step, over whatever was changed."""

from dataclasses import replace

import pytest
from changed_journals import delete, found, from_strava, numbers, redo, take, undo
from example_journals import DAY, add, at, content, journal_in_memory, run, stamp
from recomputed import assert_kept_ready

from stridelog.domain.activity import Activity
from stridelog.domain.entry import Draft, Origin
from stridelog.domain.measure import Kind, Measure
from stridelog.domain.units import Dimension
from stridelog.store.catalog import activities
from stridelog.store.history import NothingToUndoError
from stridelog.store.reading.entries import origins
from stridelog.store.writing import Journal

ROUTES = Measure("routes", Kind.ADDITIVE, Dimension.COUNT)

CLIMBING = Activity("climbing", "fitness", (ROUTES,))


@pytest.fixture
def journal() -> Journal:
    return journal_in_memory()


def test_undo_tells_what_it_took_back(journal: Journal) -> None:
    add(journal, run(DAY), run(DAY))
    undone = undo(journal)
    assert (undone.command, undone.entries) == ("log run 5k", 2)
    assert undone.made_at == "2026-11-21T07:12:00+00:00"
    assert redo(journal) == undone


def test_where_nothing_was_changed_there_is_nothing_to_undo_or_redo(journal: Journal) -> None:
    for attempt in (undo, redo):
        with pytest.raises(NothingToUndoError) as caught:
            attempt(journal)
        assert caught.value.exit_code == 3


def test_what_was_undone_can_be_redone_until_something_else_is_changed(journal: Journal) -> None:
    add(journal, run(DAY))
    undo(journal)
    add(journal, run(DAY))
    with pytest.raises(NothingToUndoError):
        redo(journal)
    assert numbers(journal) == [2]


def test_redo_brings_back_what_was_undone_last_and_not_what_was_given_up(journal: Journal) -> None:
    add(journal, replace(run(DAY), note="given up"))
    undo(journal)
    add(journal, replace(run(DAY), note="undone last"))
    undo(journal)
    redo(journal)
    assert found(journal, 2).note == "undone last"
    with pytest.raises(NothingToUndoError):
        redo(journal)


def test_a_change_that_changed_nothing_is_no_step(journal: Journal) -> None:
    add(journal, run(DAY))
    undo(journal)
    take(journal)
    redo(journal)
    take(journal, from_strava("1"))
    take(journal, from_strava("1"))
    undo(journal)
    assert numbers(journal) == [1]


def test_an_import_with_new_activities_is_one_step(journal: Journal) -> None:
    before = content(journal.look())
    outcome = take(
        journal,
        CLIMBING,
        from_strava("1"),
        Draft("virtual-ride", at(DAY), {"distance": 1e4}, origins=(Origin("strava", "2"),)),
        Draft("climbing", at(DAY), {"routes": 8.0}, origins=(Origin("strava", "3"),)),
    )
    assert outcome.new_activities == ("climbing", "virtual-ride")
    after = content(journal.look())
    assert undo(journal).entries == 3
    assert content(journal.look()) == before
    assert_kept_ready(journal.look())
    redo(journal)
    assert content(journal.look()) == after
    assert_kept_ready(journal.look())


def test_a_measure_that_was_renamed_is_itself_again(journal: Journal) -> None:
    with journal.change(stamp("activities add climbing")) as change:
        change.add_activity(CLIMBING)
    add(journal, Draft("climbing", at(DAY), {"routes": 8.0}))
    with journal.change(stamp("activities edit climbing")) as change:
        renamed = replace(CLIMBING, measures=(replace(ROUTES, name="problems"),))
        change.replace_activity("climbing", renamed, {"problems": "routes"})
    assert found(journal, 1).measurements == {"problems": 8.0}
    undo(journal)
    assert found(journal, 1).measurements == {"routes": 8.0}
    assert activities(journal.look())["climbing"] == CLIMBING


def test_measures_can_swap_their_names(journal: Journal) -> None:
    falls = Measure("falls", Kind.ADDITIVE, Dimension.COUNT)
    with journal.change(stamp("activities add climbing")) as change:
        change.add_activity(replace(CLIMBING, measures=(ROUTES, falls)))
    add(journal, Draft("climbing", at(DAY), {"routes": 8.0, "falls": 3.0}))
    with journal.change(stamp("activities edit climbing")) as change:
        swapped = replace(CLIMBING, measures=(falls, ROUTES))
        change.replace_activity("climbing", swapped, {"falls": "routes", "routes": "falls"})
    assert found(journal, 1).measurements == {"falls": 8.0, "routes": 3.0}
    undo(journal)
    assert found(journal, 1).measurements == {"routes": 8.0, "falls": 3.0}
    assert_kept_ready(journal.look())


def test_several_corrections_in_one_change_are_one_step(journal: Journal) -> None:
    add(journal, run(DAY), run(DAY))
    before = content(journal.look())
    with journal.change(stamp("edit")) as change:
        change.replace(1, run(DAY, 6_000))
        change.replace(1, run(DAY, 7_000))
        change.delete([1, 2])
        change.add([run(DAY, 8_000)])
    assert numbers(journal) == [3]
    undo(journal)
    assert content(journal.look()) == before


# Entries that came from elsewhere


def test_a_deleted_entry_does_not_come_back_with_a_second_import(journal: Journal) -> None:
    take(journal, from_strava("1"), from_strava("2"))
    delete(journal, 1)
    outcome = take(journal, from_strava("1", row=2), from_strava("2", row=3))
    assert (outcome.added, outcome.known, outcome.deleted) == (0, 1, (2,))
    assert numbers(journal) == [2]


def test_undo_brings_a_deleted_entry_back_with_its_origin(journal: Journal) -> None:
    take(journal, from_strava("1"))
    before = content(journal.look())
    delete(journal, 1)
    undo(journal)
    assert content(journal.look()) == before
    assert origins(journal.look(), 1) == (Origin("strava", "1"),)
    assert take(journal, from_strava("1")).known == 1


def test_after_its_undo_an_import_can_be_made_again(journal: Journal) -> None:
    take(journal, from_strava("1"))
    undo(journal)
    assert take(journal, from_strava("1")).added == 1
    assert numbers(journal) == [2]


def test_a_corrected_entry_is_known_by_its_origin(journal: Journal) -> None:
    take(journal, from_strava("1"))
    with journal.change(stamp("edit 1 6k")) as change:
        change.replace(1, run(DAY, 6_000))
    assert take(journal, from_strava("1")).known == 1
    assert origins(journal.look(), 1) == (Origin("strava", "1"),)
