"""Goals out of an export come into a journal once, and leave it with undo."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from example_journals import NOW, stamp
from freeze import GOAL, NOW_DAY

from stridelog.domain.activity import Activity
from stridelog.domain.goal import Goal, Note
from stridelog.domain.importing import Aimed, ImportItem
from stridelog.domain.measure import Direction, Kind, Measure
from stridelog.domain.outcome import Outcome
from stridelog.domain.quantity import Notation
from stridelog.domain.units import Dimension
from stridelog.store import history
from stridelog.store.connect import open_reading
from stridelog.store.reading.goals import goals
from stridelog.store.taking_in import take_in
from stridelog.store.writing import Journal, open_journal

DURATION = Measure("duration", Kind.ADDITIVE, Dimension.DURATION, Direction.HIGHER)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return open_journal(tmp_path / "journal.db", NOW)


def taken(journal: Journal, items: Iterable[ImportItem]) -> Outcome:
    with journal.change(stamp("import export.json")) as change:
        return take_in(change, items, Notation(), lambda _rows: None)


def kept(journal: Journal) -> list[Goal]:
    with closing(open_reading(journal.path)) as connection:
        return goals(connection)


@pytest.fixture
def exported(tmp_path: Path) -> Goal:
    """Return a goal with every uid, as another journal has it."""
    other = open_journal(tmp_path / "other.db", NOW)
    with other.change(stamp("goals add")) as change:
        change.add_goal(GOAL)
    (goal,) = kept(other)
    return replace(goal, number=7)


def test_a_goal_comes_in_whole_under_its_number(journal: Journal, exported: Goal) -> None:
    outcome = taken(journal, [Aimed(exported)])
    assert outcome.new_goals == 1
    assert kept(journal) == [exported]


def test_a_second_import_brings_nothing_and_leaves_what_was_changed_since(
    journal: Journal, exported: Goal
) -> None:
    taken(journal, [Aimed(exported)])
    closed = replace(exported, learned="Less is more.")
    with journal.change(stamp("goals close 7")) as change:
        change.set_goal(7, closed)
    assert taken(journal, [Aimed(exported)]).new_goals == 0
    assert kept(journal) == [closed]


def test_undo_takes_goals_out_and_redo_brings_them_back(journal: Journal, exported: Goal) -> None:
    taken(journal, [Aimed(exported)])
    with journal.swap() as swap:
        history.undo(swap)
    assert kept(journal) == []
    with journal.swap() as swap:
        history.redo(swap)
    assert kept(journal) == [exported]


def test_a_number_that_was_given_is_not_given_again(journal: Journal, exported: Goal) -> None:
    taken(journal, [Aimed(exported), Aimed(replace(GOAL, number=2))])
    assert [goal.number for goal in kept(journal)] == [7, 8]


def test_a_row_with_the_uid_of_another_does_not_take_its_place(
    journal: Journal, exported: Goal
) -> None:
    taken(journal, [Aimed(exported)])
    stolen = replace(exported, uid="stolen", number=9, notes=(Note(NOW_DAY, "Mine", uid="n"),) * 2)
    taken(journal, [Aimed(stolen)])
    first, second = kept(journal)
    assert first == exported
    assert [version.since for version in second.versions] == [v.since for v in exported.versions]
    assert {v.uid for v in second.versions}.isdisjoint(v.uid for v in exported.versions)
    assert [note.text for note in second.notes] == ["Mine", "Mine"]


def test_a_definition_does_not_take_away_what_a_goal_is_about(
    journal: Journal, exported: Goal
) -> None:
    taken(journal, [Aimed(exported)])
    taken(journal, [Activity("run", "fitness", (DURATION,))])
    (goal,) = kept(journal)
    assert goal.latest.scope.measure == "distance"
    assert goal.latest.deadline == date(2026, 12, 31)
