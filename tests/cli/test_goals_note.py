"""``stride goals note``: what a friend wrote back is kept with the goal."""

import json

import pytest

from command_line import Stride
from stridelog.domain.errors import NotFoundError, UsageError


@pytest.fixture
def aimed(stride: Stride) -> Stride:
    return stride.begin("log run 10k 50:00 --on 2026-10-01", "goals add run 1500km --this-year")


def notes(stride: Stride) -> list[tuple[str, str, str]]:
    (goal,) = json.loads(stride.ok("export"))["goals"]
    return [(note["day"], note["author"], note["text"]) for note in goal["notes"]]


def test_a_reply_is_kept_with_its_day_and_who_wrote_it(aimed: Stride) -> None:
    aimed.ok("goals", "note", "1", "Saturday it is.", "--from", "sam")
    aimed.ok("goals", "note", "1", "I", "bring", "coffee.")
    assert notes(aimed) == [
        ("2026-11-26", "sam", "Saturday it is."),
        ("2026-11-26", "", "I bring coffee."),
    ]


def test_the_goal_with_its_notes_is_shown(aimed: Stride) -> None:
    assert "Saturday it is." in aimed.ok("goals", "note", "1", "Saturday it is.", "--from", "sam")


def test_a_note_can_be_taken_back(aimed: Stride) -> None:
    aimed.ok("goals", "note", "1", "Saturday it is.")
    aimed.ok("undo")
    assert notes(aimed) == []


@pytest.mark.parametrize("words", [(), ("1",), ("1", "  ")])
def test_nothing_is_no_note(aimed: Stride, words: tuple[str, ...]) -> None:
    said = aimed.refused(UsageError.exit_code, "goals", "note", *words)
    assert "stride goals note 1 --from sam" in said


def test_a_goal_that_is_not_there_has_no_notes(aimed: Stride) -> None:
    assert "no goal" in aimed.refused(NotFoundError.exit_code, "goals", "note", "9", "Go on!")
