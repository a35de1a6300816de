"""Promises of at most so much in ``stride goals review``, and those that no goal is left for."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from dialogue_terminal import ENTER, Terminal, environment

from command_line import Stride
from stridelog.domain.errors import UsageError

MONDAY, WEDNESDAY = "2026-06-29T07:00:00", "2026-07-01T07:00:00"

NEXT_MONDAY, LATER = "2026-07-06T07:00:00", "2026-10-05T07:00:00"

Opening = Callable[[str], Terminal]


@pytest.fixture
def desk(stride: Stride) -> Stride:
    """Return somebody of a help desk who wants few tickets to come back."""
    stride.at(MONDAY).ok("goals", "add", "shift", "reopened=40", "--at-most", "--by", "2026-09-30")
    return stride


@pytest.fixture
def reviewed(tmp_path: Path) -> Iterator[Opening]:
    """Open ``stride goals review`` on a terminal."""
    terminals: list[Terminal] = []

    def open_terminal(now: str) -> Terminal:
        terminals.append(Terminal(["goals", "review"], environment(tmp_path, now), 80))
        return terminals[-1]

    yield open_terminal
    for terminal in terminals:
        terminal.close()


@pytest.mark.parametrize(
    ("promise", "reopened", "kept", "says"),
    [
        ("0 reopened", "1", False, "not kept: 1 reopened"),
        ("no reopened", "0", True, "kept: 0 reopened"),
        ("10 reopened", "1", True, "kept: 1 reopened"),
        ("at most 10 reopened", "12", False, "not kept: 12 reopened"),
        ("no more than 2 shifts", "1", True, "kept: 1 shift"),
        ("no shifts", "1", False, "not kept: 1 shift"),
        ("at least 3 shifts", "1", False, "1 of 3 shifts"),
    ],
)
def test_a_promise_to_do_less_is_kept_by_less(
    desk: Stride, promise: str, reopened: str, *, kept: bool, says: str
) -> None:
    desk.ok("goals", "review", "--promise", f"1={promise}")
    desk.at(WEDNESDAY).ok("log", "shift", "tickets=20", f"reopened={reopened}")
    (goal,) = desk.json("goals", "review")["goals"]
    assert goal["promise"] == {"text": promise, "kept": None}
    (goal,) = desk.at(NEXT_MONDAY).json("goals", "review")["goals"]
    assert goal["commitment"] == {"text": promise, "kept": kept}
    assert re.search(rf"promised +\"{promise}\" +{says}\n", desk.ok("goals", "review"))
    assert re.search(rf"\"{promise}\" +{says}\n", desk.ok("goals", "history"))


def test_a_friend_reads_that_less_was_promised(desk: Stride) -> None:
    desk.ok("goals", "edit", "1", "--shared")
    desk.ok("goals", "review", "--promise", "1=0 reopened")
    desk.at(WEDNESDAY).ok("log", "shift", "tickets=20", "reopened=1")
    shared = desk.at(NEXT_MONDAY).ok("goals", "share")
    assert 'Last week I promised "0 reopened", not kept: 1 reopened.' in shared


def test_what_a_goal_limits_is_promised_as_a_limit(stride: Stride) -> None:
    stride.at(MONDAY).ok("goals", "add", "run", "24km/week", "--at-most", "--by", "2026-09-30")
    stride.ok("goals", "review", "--promise", "1=16km")
    stride.at(WEDNESDAY).ok("log", "run", "24km", "2:10:00")
    assert "16km" in stride.ok("goals", "review")
    assert "not kept: 24 km" in stride.at(NEXT_MONDAY).ok("goals", "review")


@pytest.mark.parametrize(
    ("reopened", "says"), [("1", "Goal 1 is reached."), ("41", "Goal 1 is over.")]
)
def test_nothing_is_promised_for_a_goal_that_is_decided(
    desk: Stride, reopened: str, says: str
) -> None:
    desk.at(WEDNESDAY).ok("log", "shift", "tickets=50", f"reopened={reopened}")
    before = desk.at(LATER).kept()
    words = ("goals", "review", "--promise", "1=3 shifts")
    refused = desk.refused(UsageError.exit_code, *words)
    assert says in refused
    assert "stride goals close 1" in refused
    assert "stride goals add" in refused
    assert desk.kept() == before
    desk.ok(*words, "--adjust", "1=60 by 31 dec")
    assert desk.json("goals", "review")["goals"][0]["promise"]["text"] == "3 shifts"


def test_nothing_is_promised_for_what_is_done_by_this_review(stride: Stride) -> None:
    stride.at(MONDAY).ok("goals", "add", "--do", "Run the whole thing", "--by", "2026-09-30")
    words = ("goals", "review", "--done", "1", "--promise", "1=rest")
    assert "Goal 1 is reached." in stride.refused(UsageError.exit_code, *words)


def test_a_promise_for_a_missed_goal_is_refused_in_the_conversation_too(
    desk: Stride, reviewed: Opening
) -> None:
    desk.at(WEDNESDAY).ok("log", "shift", "tickets=50", "reopened=41")
    terminal = reviewed(LATER)
    terminal.sees("Its days are over. What now?", asked="   ›")
    terminal.press("3 shifts", ENTER)
    terminal.sees("Goal 1 is over.", "stride goals close 1", asked="   ›")
    terminal.press("3 shifts", ENTER)
    terminal.sees("Goal 1 is over.", asked="   ›")
    terminal.press(ENTER)
    assert terminal.ends() == 0
    (goal,) = desk.at(LATER).json("goals", "review")["goals"]
    assert goal["promise"] is None
