"""``stride goals review`` on a terminal: it asks, goal by goal, and loses no answer."""

import json
import os
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from dialogue_terminal import CTRL_C, CTRL_D, ENTER, Terminal, environment
from reviewed_journal import MADE, MONDAY, lived

from command_line import Stride

LAST_MONDAY, NEXT_MONDAY = "2026-11-16T08:00:00", "2026-11-30T08:00:00"

PLAN = "What will you do this week?"

Opening = Callable[..., Terminal]


@pytest.fixture
def reviewed(tmp_path: Path) -> Iterator[Opening]:
    """Open ``stride goals review`` on a terminal."""
    terminals: list[Terminal] = []

    def open_terminal(
        *words: str, now: str = MONDAY, columns: int = 80, **variables: str
    ) -> Terminal:
        environ = {**environment(tmp_path, now), **variables}
        terminals.append(Terminal(["goals", "review", *words], environ, columns))
        return terminals[-1]

    yield open_terminal
    for terminal in terminals:
        terminal.close()


@pytest.fixture
def runner(stride: Stride) -> Stride:
    """Return somebody with two goals, and a promise for the first."""
    stride.at(MONDAY).ok("log", "run", "30k", "2:50:00", "--on", "2026-11-20")
    stride.at(MADE).ok("goals", "add", "run", "1500km", "--this-year")
    stride.ok("goals", "add", "--do", "Run the whole thing", "--by", "2027-05-15")
    stride.at(LAST_MONDAY).ok("goals", "review", "--promise", "1=a long run")
    return stride.at(MONDAY)


def history(stride: Stride, *words: str) -> list[Any]:
    reviews: list[Any] = stride.json("goals", "history", *words)["reviews"]
    return reviews


def told(stride: Stride) -> list[tuple[object, ...]]:
    """Return of each review of today the goal, the decision, and what was said."""
    return [
        (one["id"], one["decision"], one["done"], one["commitment"] and one["commitment"]["text"])
        for one in history(stride)
        if one["day"] == MONDAY[:10]
    ]


def test_a_review_asks_what_no_measure_can_tell(runner: Stride, reviewed: Opening) -> None:
    terminal = reviewed()
    terminal.sees("Monday review", "run 1 500 km in 2026", 'Kept "a long run"?', asked="   ›")
    terminal.press("y", ENTER)
    terminal.sees(PLAN)
    terminal.press("3 runs", ENTER)
    terminal.sees("The journal will tell: 3 runs by Sun 29 Nov 2026.", "Is it done?")
    terminal.press("perhaps", ENTER)
    terminal.sees("Say y for yes or n for no.")
    terminal.press("n", ENTER, "3 rns", ENTER)
    terminal.sees("You are asked next Monday; the journal can tell")
    assert terminal.ends() == 0
    assert "Saved: the review of goals 1 and 2. To take it back: stride undo" in terminal.said
    assert told(runner) == [(1, "kept", None, "3 runs"), (2, "kept", False, "3 rns")]
    assert history(runner)[-1]["commitment"] == {"text": "a long run", "kept": True}


@pytest.mark.parametrize("columns", [40, 62])
def test_no_command_is_broken_into_two_lines(
    runner: Stride, reviewed: Opening, columns: int
) -> None:
    terminal = reviewed(columns=columns)
    terminal.press("y", ENTER, "adjust", ENTER, "95%", ENTER)
    terminal.sees("For anything else:")
    assert any("stride goals edit" in line for line in terminal.lines)
    terminal.press(ENTER, ENTER, ENTER, ENTER)
    assert terminal.ends() == 0
    assert "To take it back: stride undo" in terminal.lines
    assert told(runner)


def test_one_undo_takes_all_answers_back(runner: Stride, reviewed: Opening) -> None:
    before = runner.kept()
    terminal = reviewed()
    terminal.press("y", ENTER, "3 runs", ENTER, "y", ENTER, "close", ENTER, "Breathe.", ENTER)
    assert terminal.ends() == 0
    assert told(runner) == [(1, "kept", None, "3 runs"), (2, "closed", True, None)]
    assert runner.json("goals", "list", "--all")["goals"][1]["state"] == "closed"
    runner.ok("undo")
    assert runner.kept() == before


ANSWERS = (
    ('Kept "a long run"?', "y" + ENTER),
    (PLAN, "3 runs" + ENTER),
    ("Is it done?", "n" + ENTER),
    (PLAN, "ask Sam" + ENTER),
)


@pytest.mark.parametrize("stop", [CTRL_C, CTRL_D])
@pytest.mark.parametrize("place", range(1, len(ANSWERS)))
def test_who_stops_loses_nothing_that_was_answered(
    runner: Stride, reviewed: Opening, place: int, stop: str
) -> None:
    terminal = reviewed()
    for question, keys in ANSWERS[:place]:
        terminal.sees(question, asked="   ›")
        terminal.press(keys)
    terminal.sees(ANSWERS[place][0], asked="   ›")
    terminal.press(stop)
    assert terminal.ends() == 130
    assert "What was answered about" in terminal.said
    assert history(runner)[-1]["commitment"]["kept"] is True
    assert told(runner) == ([(1, "kept", None, "3 runs")] if place > 1 else [])


def test_who_stops_at_once_has_saved_nothing(runner: Stride, reviewed: Opening) -> None:
    before = runner.kept()
    terminal = reviewed()
    terminal.sees("Kept", asked="   ›")
    terminal.press("half a wor", CTRL_C)
    assert terminal.ends() == 130
    assert "Nothing was saved." in terminal.text
    assert runner.kept() == before


def test_a_terminal_that_is_closed_loses_nothing(runner: Stride, reviewed: Opening) -> None:
    terminal = reviewed()
    terminal.press("y", ENTER)
    terminal.sees(PLAN, asked="   ›")
    os.kill(terminal._program.pid, signal.SIGHUP)
    assert terminal.ends() == 130
    assert history(runner)[-1]["commitment"]["kept"] is True


def test_what_is_done_is_celebrated_and_can_be_closed(runner: Stride, reviewed: Opening) -> None:
    terminal = reviewed("2")
    terminal.press("y", ENTER)
    terminal.sees("★ Well done!", "It is reached! What now?", asked="   ›")
    terminal.press("close", ENTER, "Start slower.", ENTER)
    assert terminal.ends() == 0
    assert told(runner) == [(2, "closed", True, None)]


def test_what_cannot_be_reached_any_more_is_said_to_be_so(
    stride: Stride, reviewed: Opening
) -> None:
    stride.at(MADE).ok("goals", "add", "--avoid", "+injury", "--by", "2026-12-31")
    stride.at(MONDAY).ok("log", "run", "2k", "20:00", "+injury", "--on", "2026-11-20")
    terminal = reviewed()
    terminal.sees("missed", "It cannot be reached any more. What now?", asked="   ›")
    terminal.press(ENTER)
    assert terminal.ends() == 0


def test_a_goal_is_adjusted_in_a_line(runner: Stride, reviewed: Opening) -> None:
    terminal = reviewed("1")
    terminal.press(ENTER, "adjust", ENTER)
    terminal.sees("What is it to be?", "as: 1 500 km by 31 jan")
    terminal.press("95%", ENTER)
    terminal.sees("Say it like 1 500 km by 31 jan.")
    terminal.press("1400km by 31 jan", ENTER)
    terminal.sees("From now on: 1 400 km by Sun 31 Jan 2027", "Enter: nothing more")
    terminal.press("40 km", ENTER)
    assert terminal.ends() == 0
    assert told(runner) == [(1, "adjusted", None, "40 km")]
    (goal, _) = runner.json("goals")["goals"]
    assert (goal["target"], goal["deadline"]) == (1_400_000.0, "2027-01-31")


def test_a_slip_of_the_finger_is_no_promise(runner: Stride, reviewed: Opening) -> None:
    terminal = reviewed("2")
    terminal.press(ENTER, "puase", ENTER)
    terminal.sees("Did you mean pause?")
    terminal.press("y", ENTER)
    terminal.sees("That is short for a promise.")
    terminal.press("x" * 301, ENTER)
    terminal.sees("A promise is one line of up to 300 letters.")
    terminal.press("Pause", ENTER)
    terminal.sees("Take it up again: stride goals resume 2")
    assert terminal.ends() == 0
    assert told(runner) == [(2, "paused", None, None)]


def test_what_is_said_twice_is_meant(runner: Stride, reviewed: Opening) -> None:
    terminal = reviewed("2")
    terminal.press(ENTER, "klose", ENTER, "klose", ENTER)
    assert terminal.ends() == 0
    assert told(runner) == [(2, "kept", None, "klose")]


def test_enter_keeps_what_was_promised_before_on_that_day(
    runner: Stride, reviewed: Opening
) -> None:
    runner.ok("goals", "review", "--promise", "1=3 runs", "--kept", "1")
    terminal = reviewed("1")
    terminal.sees('Enter keeps "3 runs"', asked="   ›")
    terminal.press(ENTER)
    assert terminal.ends() == 0
    assert told(runner) == [(1, "kept", None, "3 runs")]


def test_a_long_promise_is_asked_about_in_whole_words(runner: Stride, reviewed: Opening) -> None:
    long = "run to the lake and back on Saturday, slowly, and not alone but with Sam and the dog"
    runner.ok("goals", "review", "--promise", f"2={long}")
    terminal = reviewed("2")
    terminal.sees("Is it done?", asked="   ›")
    terminal.press(ENTER)
    terminal.sees(f'{PLAN} (Enter keeps "{long}")', asked="   ›")


def test_steps_on_the_way_are_answered(runner: Stride, reviewed: Opening) -> None:
    runner.ok("goals", "edit", "2", "--step", "book the hotel by 2026-11-28")
    terminal = reviewed("2")
    terminal.press(ENTER)
    terminal.sees("Done: book the hotel, by Sat 28 Nov 2026?", asked="   ›")
    terminal.press("y", ENTER, ENTER)
    assert terminal.ends() == 0
    exported = json.loads(runner.ok("export"))["goals"][1]["versions"][-1]["steps"]
    assert [step["done"] for step in exported] == ["2026-11-23"]
    assert "book the hotel" not in runner.ok("goals", "review", "2")


def test_where_not_all_fits_each_goal_is_shown_before_its_questions(
    stride: Stride, reviewed: Opening
) -> None:
    lived(stride)
    terminal = reviewed()
    for title in ("run 1 000 km in 2026", "Run steadily", "Stay out of the hospital"):
        terminal.sees(title, PLAN, asked="   ›")
        terminal.press(ENTER)
    terminal.sees("Run the whole thing", "Is it done?", asked="   ›")
    terminal.press(CTRL_C)
    assert terminal.ends() == 130
    assert told(stride) == [(number, "kept", None, None) for number in (1, 2, 3)]


@pytest.mark.usefixtures("runner")
@pytest.mark.parametrize(
    "words", [("--json",), ("--markdown",), ("--keep", "1"), ("--week", "2026-W47")]
)
def test_it_asks_nothing_where_the_answer_is_for_a_program_or_given(
    reviewed: Opening, words: tuple[str, ...]
) -> None:
    assert reviewed(*words).ends() == 0


def test_a_reached_goal_is_celebrated_and_can_be_closed(runner: Stride, reviewed: Opening) -> None:
    runner.ok("goals", "edit", "1", "--step", "new shoes by 2026-11-28")
    runner.ok("goals", "review", "--adjust", "1=30km")
    terminal = reviewed("1")
    terminal.sees("★", "Reached", "It is reached! What now?", "close, adjust", asked="   ›")
    terminal.press("close", ENTER)
    terminal.sees("What did you learn?", asked="   ›")
    terminal.press("It was far.", ENTER)
    assert terminal.ends() == 0
    assert told(runner) == [(1, "closed", None, None)]


def test_a_goal_that_was_told_to_be_over_is_not_asked_about_again(
    runner: Stride, reviewed: Opening
) -> None:
    runner.ok("goals", "review", "--adjust", "1=30km")
    terminal = reviewed(now=NEXT_MONDAY)
    terminal.sees("It is reached! What now?", asked="   ›")
    terminal.press(ENTER, ENTER, ENTER, ENTER)
    assert terminal.ends() == 0
    terminal = reviewed(now="2026-12-07T08:00:00")
    terminal.sees("Close it: stride goals close 1", "Is it done?", asked="   ›")
    assert "It is reached!" not in terminal.said


@pytest.mark.parametrize("columns", [40, 80])
def test_a_terminal_that_cannot_move_the_cursor_is_asked_as_well(
    runner: Stride, reviewed: Opening, columns: int
) -> None:
    terminal = reviewed(TERM="dumb", columns=columns)
    terminal.press("n", ENTER, ENTER, ENTER, ENTER)
    assert terminal.ends() == 0
    assert b"\x1b" not in terminal.sent
    assert history(runner)[-1]["commitment"]["kept"] is False


def test_a_goal_that_was_changed_meanwhile_keeps_both(runner: Stride, reviewed: Opening) -> None:
    terminal = reviewed("1")
    terminal.press("y", ENTER)
    terminal.sees(PLAN, asked="   ›")
    runner.ok("goals", "note", "1", "You can do it.", "--from", "sam")
    terminal.press("3 runs", ENTER)
    assert terminal.ends() == 0
    assert told(runner) == [(1, "kept", None, "3 runs")]
    assert "You can do it." in runner.ok("goals", "show", "1")


def test_answers_wait_until_the_journal_can_be_written_to(
    runner: Stride, reviewed: Opening
) -> None:
    terminal = reviewed("1")
    terminal.press("y", ENTER)
    terminal.sees(PLAN, asked="   ›")
    with closing(sqlite3.connect(runner.journal, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        terminal.press("3 runs", ENTER)
        terminal.sees("is locked: another program is writing to it.", "Nothing is saved yet.")
    terminal.press(ENTER)
    assert terminal.ends() == 0
    assert told(runner) == [(1, "kept", None, "3 runs")]
