"""Goals in the journal: kept whole, changed whole, taken back whole."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from example_journals import NOW, stamp
from freeze import GOAL, NOW_DAY

from stridelog.domain.goal import Goal, Review, Target, changed, in_force, reviewed
from stridelog.store import history
from stridelog.store.connect import open_reading
from stridelog.store.reading.goals import goal_numbered
from stridelog.store.recorded import ChangedMeanwhileError
from stridelog.store.writing import Journal, open_journal


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return open_journal(tmp_path / "journal.db", NOW)


def kept(journal: Journal) -> Goal | None:
    with closing(open_reading(journal.path)) as connection:
        return goal_numbered(connection, 1)


def without_uids(goal: Goal | None) -> Goal:
    assert goal is not None
    return replace(
        goal,
        number=0,
        uid="",
        versions=tuple(
            replace(v, uid="", steps=tuple(replace(step, uid="") for step in v.steps))
            for v in goal.versions
        ),
        reviews=tuple(replace(review, uid="") for review in goal.reviews),
        notes=tuple(replace(note, uid="") for note in goal.notes),
    )


def test_a_goal_is_kept_as_it_was_said(journal: Journal) -> None:
    with journal.change(stamp("goals add")) as change:
        assert change.add_goal(GOAL) == 1
    assert without_uids(kept(journal)) == GOAL


def test_a_change_keeps_the_version_before_and_undo_takes_it_back(journal: Journal) -> None:
    with journal.change(stamp("goals add")) as change:
        change.add_goal(GOAL)
    was = kept(journal)
    assert was is not None
    later = date(2027, 1, 4)
    goal = changed(was, replace(was.latest, since=later, target=Target(1.0), status="open"))
    goal = reviewed(goal, Review(later, "adjusted"))
    with journal.change(stamp("goals edit 1")) as change:
        change.set_goal(1, goal, was)
    now = kept(journal)
    assert now is not None
    assert without_uids(now) == without_uids(goal)
    assert in_force(now, NOW_DAY) == in_force(was, NOW_DAY)
    with journal.swap() as swap:
        history.undo(swap)
    assert kept(journal) == was
    with journal.swap() as swap:
        history.redo(swap)
    assert kept(journal) == now


def test_undoing_the_beginning_takes_everything_out(journal: Journal) -> None:
    with journal.change(stamp("goals add")) as change:
        change.add_goal(GOAL)
    with journal.swap() as swap:
        history.undo(swap)
        for table in ("goal", "goal_version", "goal_step", "goal_review", "goal_note"):
            assert swap.execute(f"SELECT COUNT(*) FROM {table}").fetchone() == (0,)  # noqa: S608


def test_a_goal_that_was_changed_meanwhile_is_not_overwritten(journal: Journal) -> None:
    with journal.change(stamp("goals add")) as change:
        change.add_goal(GOAL)
    was = kept(journal)
    assert was is not None
    with journal.change(stamp("goals edit 1")) as change:
        change.set_goal(1, replace(was, why="Lifts."), was)
    with pytest.raises(ChangedMeanwhileError), journal.change(stamp("goals edit 1")) as change:
        change.set_goal(1, replace(was, why="Trains."), was)
