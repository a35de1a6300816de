"""``stride log`` on a terminal: asked, answered, corrected, dropped."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from dialogue_terminal import (
    BACKSPACE,
    CTRL_C,
    CTRL_D,
    CTRL_U,
    DOWN,
    ENTER,
    RIGHT,
    TAB,
    UP,
    Terminal,
    environment,
)

from stridelog.domain.entry import Draft
from stridelog.store.change import Stamp
from stridelog.store.writing import open_journal

ZONE = timezone(timedelta(hours=1))

TODAY = date(2026, 11, 21)
NOW = "2026-11-21T23:04:00+01:00"
"""A Saturday, at the end of a late shift."""

MORNING = "2026-11-22T08:10:00+01:00"
"""The Sunday after it, back from a run."""

QUESTIONS = (
    ("What was it?", ENTER),
    ("tickets", "29" + ENTER),
    ("csat", "92" + ENTER),
    ("first-reply", "14m" + ENTER),
    ("resolution", ENTER),
    ("tags", " " + ENTER),
    ("effort", "6" + ENTER),
    ("note", "Worked." + ENTER),
    ("Right?", ENTER),
)
"""The questions after a shift, and what a tired person answers."""

Opening = Callable[..., Terminal]


def shift(day: date, week: int) -> Draft:
    return Draft(
        "shift",
        datetime.combine(day, time(23, week), ZONE),
        {
            "tickets": 24.0 + week,
            "csat": 0.9 + week / 200,
            "first-reply": 60.0 * (12 + week),
            "resolution": 1_320.0,
        },
        tags=("outage",) if week == 3 else (),
        place="office",
    )


def run(day: date, week: int, metres: float) -> Draft:
    return Draft(
        "run",
        datetime.combine(day, time(8, week), ZONE),
        {"distance": metres, "duration": metres * (0.3 + week / 1_000)},
        tags=("stroller",),
    )


def habits() -> Iterator[Draft]:
    """Give ten weeks: shifts from Thursday to Saturday, a run on Wednesdays and one on Sundays."""
    for week in range(10, 0, -1):
        monday = TODAY - timedelta(days=7 * week + TODAY.weekday())
        yield run(monday + timedelta(days=2), week, 5_000.0)
        for day in (3, 4, 5):
            yield shift(monday + timedelta(days=day), week)
        yield run(monday + timedelta(days=6), week, 10_000.0)


@pytest.fixture(scope="session")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the journal of somebody with habits."""
    path = tmp_path_factory.mktemp("lived") / "journal.db"
    now = datetime.fromisoformat(NOW)
    with open_journal(path, now).change(Stamp("import", now, "laptop")) as change:
        change.add(list(habits()))
    return path


@pytest.fixture
def journal(tmp_path: Path, lived: Path) -> Path:
    shutil.copy(lived, tmp_path / "journal.db")
    return tmp_path / "journal.db"


@pytest.fixture
def newcomer(tmp_path: Path) -> Iterator[Opening]:
    """Open ``stride log`` on a terminal, with a clock, and with variables of its own."""
    terminals: list[Terminal] = []

    def open_terminal(
        *words: str, now: str = NOW, columns: int = 80, rows: int = 24, **environ: str
    ) -> Terminal:
        variables = {**environment(tmp_path, now), **environ}
        terminals.append(Terminal(["log", *words], variables, columns, rows))
        return terminals[-1]

    yield open_terminal
    for terminal in terminals:
        terminal.close()


@pytest.fixture
def opened(journal: Path, newcomer: Opening) -> Opening:
    """Open ``stride log`` on the journal of somebody with habits."""
    assert journal.exists()
    return newcomer


def asked(path: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def newest(path: Path) -> dict[str, Any]:
    """Return what was logged last, with its measurements."""
    ((number, activity, tags, place, effort, note),) = asked(
        path,
        "SELECT number, activity, tags, place, effort, note FROM journal "
        "ORDER BY number DESC LIMIT 1",
    )
    values = asked(
        path,
        f"SELECT name, value FROM measurement JOIN measure ON id = measure_id "  # noqa: S608 (a number)
        f"WHERE entry_id = {number} ORDER BY position",
    )
    return {
        "activity": activity,
        "values": dict(values),
        "tags": tags or "",
        "place": place,
        "effort": effort,
        "note": note,
    }


def test_after_a_shift(journal: Path, opened: Opening) -> None:
    terminal = opened()
    for question, keys in QUESTIONS[:-1]:
        terminal.answers(question, keys)
    terminal.sees("shift · today, 23:04 · 29 tickets · csat 92 %", asked="Right?")
    terminal.press(ENTER)
    assert terminal.ends() == 0
    assert "✓ 51  shift · Sat 21 Nov 2026, 23:04 · 29 tickets · csat 92 %" in terminal.text
    assert "Right?" not in terminal.text
    assert newest(journal) == {
        "activity": "shift",
        "values": {"tickets": 29.0, "csat": 0.92, "first-reply": 840.0},
        "tags": "",
        "place": "office",
        "effort": 6,
        "note": "Worked.",
    }
    assert sum(len(keys) for _, keys in QUESTIONS) == 25


def test_after_a_run(journal: Path, opened: Opening) -> None:
    terminal = opened(now=MORNING)
    terminal.sees("❯ run most Sundays about now", "shift last time Sat 14 Nov 2026")
    terminal.answers("What was it?", ENTER)
    terminal.answers("distance", "10k", ENTER)
    terminal.sees("this far: last 50:10, usually 50:30–51:20", asked="duration")
    terminal.press("50:42", ENTER)
    terminal.answers("tags", CTRL_D)
    terminal.sees("run · today, 8:10 · 10.00 km in 50:42 · 5:04/km", asked="Right?")
    terminal.press(ENTER)
    assert terminal.ends() == 0
    assert newest(journal)["values"] == {"distance": 10_000.0, "duration": 3_042.0}


def test_the_likeliest_activity_stands_first(opened: Opening) -> None:
    terminal = opened()
    terminal.sees("❯ shift       most Saturdays about now", "run         last time Sun 15 Nov 2026")
    assert "3 more below" in terminal.text


def test_an_activity_is_found_by_its_beginning(opened: Opening) -> None:
    terminal = opened()
    terminal.answers("What was it?", "ru")
    terminal.sees("❯ run")
    assert "shift" not in terminal.text
    terminal.press(ENTER)
    terminal.sees(asked="distance")


def test_an_activity_is_chosen_with_the_arrows(opened: Opening) -> None:
    terminal = opened()
    terminal.answers("What was it?", DOWN, DOWN, DOWN, UP, UP, ENTER)
    terminal.sees(asked="distance")


def test_a_misspelt_activity_is_guessed(opened: Opening) -> None:
    terminal = opened()
    terminal.answers("What was it?", "rnu")
    terminal.sees('There is no activity "rnu". Did you mean run?', "❯ run", "make this a new")
    terminal.press(ENTER)
    terminal.sees(asked="distance")


def test_a_new_activity_is_made_with_its_first_entry(journal: Path, opened: Opening) -> None:
    terminal = opened()
    terminal.answers("What was it?", "Rock Climbing", ENTER)
    terminal.answers("measured by", DOWN, DOWN, ENTER)
    terminal.answers("times", "12", ENTER, CTRL_D)
    terminal.answers("Right?", ENTER)
    assert terminal.ends() == 0
    assert newest(journal)["activity"] == "rock-climbing"
    assert newest(journal)["values"] == {"times": 12.0}
    undone = [sys.executable, "-m", "stridelog", "undo"]
    subprocess.run(undone, env=environment(journal.parent, NOW), check=True, capture_output=True)
    assert asked(journal, "SELECT 1 FROM activity WHERE name = 'rock-climbing'") == []


def test_an_ambiguous_value_is_asked_again_with_what_was_typed(opened: Opening) -> None:
    terminal = opened()
    for question, keys in QUESTIONS[:3]:
        terminal.answers(question, keys)
    terminal.answers("first-reply", "14", ENTER)
    terminal.sees("14 what? Say 14m for minutes or 14h for hours.", asked="first-reply")
    assert terminal.asked.endswith("› 14")
    terminal.press("m", ENTER)
    terminal.sees(asked="resolution")
    assert "14 what?" not in terminal.text


def test_a_typo_is_corrected_in_place(opened: Opening) -> None:
    terminal = opened()
    terminal.answers("What was it?", ENTER)
    terminal.answers("tickets", "2p", ENTER)
    terminal.sees('"2p" is no quantity.', asked="tickets")
    terminal.press(BACKSPACE, "9", ENTER)
    terminal.sees(asked="csat")


def test_a_pace_that_nobody_ran_is_asked_again(opened: Opening) -> None:
    terminal = opened(now=MORNING)
    terminal.answers("What was it?", ENTER)
    terminal.answers("distance", "10k", ENTER)
    terminal.answers("duration", "2:10", ENTER)
    terminal.sees("10.00 km in 2:10 is 13 s/km, faster than anyone ran.", "2:10:00?")
    assert "Nothing was saved" not in terminal.text
    terminal.press(CTRL_U, "50:42", ENTER)
    terminal.sees(asked="tags")


def test_an_arrow_goes_back_with_the_answer_kept(journal: Path, opened: Opening) -> None:
    terminal = opened()
    for question, keys in QUESTIONS[:4]:
        terminal.answers(question, keys)
    terminal.answers("resolution", "22m", UP)
    terminal.answers("first-reply", UP)
    terminal.sees(asked="csat")
    assert terminal.asked.endswith("› 92")
    terminal.press(CTRL_U, "93", ENTER)
    terminal.sees(asked="first-reply")
    assert terminal.asked.endswith("› 14m")
    terminal.press(ENTER)
    terminal.sees(asked="resolution")
    assert terminal.asked.endswith("› 22m")
    terminal.press(CTRL_D)
    terminal.answers("Right?", ENTER)
    assert terminal.ends() == 0
    assert newest(journal)["values"] == {
        "tickets": 29.0,
        "csat": 0.93,
        "first-reply": 840.0,
        "resolution": 1_320.0,
    }


def test_another_activity_keeps_what_both_measure(opened: Opening) -> None:
    terminal = opened(now=MORNING)
    terminal.answers("What was it?", ENTER)
    terminal.answers("distance", "5k", UP)
    terminal.answers("What was it?", "walk", ENTER)
    terminal.sees(asked="distance")
    assert terminal.asked.endswith("› 5k")


def test_the_end_can_be_corrected(journal: Path, opened: Opening) -> None:
    terminal = opened()
    for question, keys in QUESTIONS[:-1]:
        terminal.answers(question, keys)
    terminal.answers("Right?", "e")
    terminal.answers("tickets", CTRL_U, "30", CTRL_D)
    terminal.sees("30 tickets", asked="Right?")
    terminal.press(UP)
    terminal.answers("note", "!", ENTER)
    terminal.answers("Right?", "x", BACKSPACE, DOWN, ENTER)
    assert terminal.ends() == 0
    assert newest(journal)["values"]["tickets"] == 30.0
    assert newest(journal)["note"] == "Worked.!"


@pytest.mark.parametrize("no", ["n", "q", "no way"])
def test_only_a_yes_at_the_end_saves(journal: Path, opened: Opening, no: str) -> None:
    before = newest(journal)
    terminal = opened()
    for question, keys in QUESTIONS[:-1]:
        terminal.answers(question, keys)
    terminal.answers("Right?", no)
    terminal.sees(f"› {no}", asked="Right?")
    terminal.press(ENTER, CTRL_C)
    assert terminal.ends() == 130
    assert newest(journal) == before


def test_the_last_value_is_taken_with_one_key(opened: Opening) -> None:
    terminal = opened()
    terminal.answers("What was it?", ENTER)
    terminal.answers("tickets", RIGHT, ENTER)
    terminal.answers("csat", CTRL_D)
    terminal.sees("25 tickets", asked="Right?")


def test_measures_that_are_rare_are_asked_on_demand(opened: Opening) -> None:
    terminal = opened(now=MORNING)
    terminal.answers("What was it?", ENTER)
    terminal.sees("Tab more measures", asked="distance")
    terminal.press("10k", ENTER, ENTER)
    terminal.answers("tags", TAB)
    terminal.answers("elapsed", ENTER)
    terminal.answers("climb", "120m", ENTER)
    terminal.answers("heart-rate", "151", CTRL_D)
    terminal.sees("151 bpm", asked="Right?")


def test_tags_are_ticked_and_typed(opened: Opening) -> None:
    terminal = opened()
    terminal.answers("What was it?", ENTER)
    terminal.press(*[ENTER] * 4)
    terminal.sees("❯ [ ] @office", "[ ] +outage", asked="tags")
    terminal.press(DOWN, " ")
    terminal.sees("❯ [x] +outage")
    terminal.press("late snow @home", CTRL_D)
    terminal.sees("+outage +late +snow · @home", asked="Right?")
    terminal.press(UP, UP, UP)
    terminal.sees("[x] +outage", "› late snow @home", asked="tags")


@pytest.mark.parametrize("place", range(len(QUESTIONS)), ids=[name for name, _ in QUESTIONS])
def test_ctrl_c_leaves_nothing_behind(journal: Path, opened: Opening, place: int) -> None:
    before = journal.read_bytes()
    terminal = opened()
    for question, keys in QUESTIONS[:place]:
        terminal.answers(question, keys)
    terminal.answers(QUESTIONS[place][0], CTRL_C)
    assert terminal.ends() == 130
    assert "Nothing was saved." in terminal.text
    assert journal.read_bytes() == before
    assert list(journal.parent.iterdir()) == [journal]


def test_a_window_that_changes_its_size_is_drawn_anew(journal: Path, opened: Opening) -> None:
    terminal = opened()
    for question, keys in QUESTIONS[:2]:
        terminal.answers(question, keys)
    terminal.answers("csat", "92")
    terminal.sees("usually")
    terminal.resize(40, 24)
    terminal.sees("› 92 last 90.5 %", asked="csat")
    assert terminal.asked.endswith("› 92")
    terminal.resize(100, 8)
    terminal.sees("csat last 90.5 %", asked="csat")
    terminal.press(ENTER, CTRL_D, ENTER)
    assert terminal.ends() == 0
    assert newest(journal)["values"] == {"tickets": 29.0, "csat": 0.92}


def test_forty_columns_are_enough(opened: Opening) -> None:
    terminal = opened(columns=40)
    for question, keys in QUESTIONS[:3]:
        terminal.answers(question, keys)
    terminal.answers("first-reply", "14", ENTER)
    terminal.sees("Enter next · ↑ back · ^D done · ^C drop", asked="first-reply   › 14")
    terminal.sees(
        "14 what? Say 14m for minutes or 14h for hours.", "last 13 min, usually 14–17 min"
    )
    terminal.press("m", CTRL_D)
    terminal.sees("Enter saves · ↑ corrects · ^C drops", asked="Right?")


def test_a_low_window_shows_the_question_that_is_asked(opened: Opening) -> None:
    terminal = opened(rows=6)
    for question, keys in QUESTIONS[:-1]:
        terminal.answers(question, keys)
    terminal.answers("Right?", ENTER)
    assert terminal.ends() == 0


def test_it_is_all_there_without_colour(opened: Opening) -> None:
    terminal = opened(NO_COLOR="1")
    for question, keys in QUESTIONS[:3]:
        terminal.answers(question, keys)
    terminal.answers("first-reply", "14", ENTER)
    terminal.sees("14 what?")
    terminal.press(CTRL_U, CTRL_D, ENTER)
    assert terminal.ends() == 0
    styles = {piece.partition(b"m")[0] for piece in terminal.sent.split(b"\x1b[")[1:]}
    assert {style for style in styles if style.strip(b"0;").isdigit()} == set()


def test_signs_of_ascii_are_enough(opened: Opening) -> None:
    terminal = opened(PYTHONIOENCODING="ascii")
    terminal.sees("> shift", "Enter takes it . Up/Down choose", asked="What was it?  >")


def test_a_key_costs_a_slow_connection_little(opened: Opening) -> None:
    terminal = opened()
    terminal.answers("What was it?", ENTER)
    terminal.answers("tickets", "2")
    terminal.sees("› 2")
    drawn = len(terminal.sent)
    terminal.press("9")
    terminal.sees("› 29")
    assert len(terminal.sent) - drawn < 60
    assert b"\x1b[2J" not in terminal.sent
    assert b"\x1b[?1049h" not in terminal.sent
    assert b"\x1b[6n" not in terminal.sent


def test_what_is_known_already_is_not_asked_anew(journal: Path, opened: Opening) -> None:
    terminal = opened("--on", "yesterday 22:30", "--note", "Late.", "--effort", "7")
    terminal.answers("What was it?", "shift", CTRL_D)
    terminal.sees('shift · yesterday, 22:30 · effort 7 of 10 · "Late."', asked="Right?")
    terminal.press(ENTER)
    assert terminal.ends() == 0
    assert newest(journal)["effort"] == 7


def test_an_empty_journal_asks_little(tmp_path: Path, newcomer: Opening) -> None:
    terminal = newcomer()
    terminal.sees("❯ run", asked="What was it?")
    terminal.press("shift", ENTER)
    terminal.answers("duration", "7h45", ENTER)
    terminal.answers("tickets", "29", ENTER)
    terminal.answers("csat", ENTER)
    terminal.answers("tags", ENTER)
    terminal.answers("effort", ENTER)
    terminal.answers("note", ENTER)
    terminal.answers("Right?", ENTER)
    assert terminal.ends() == 0
    assert newest(tmp_path / "journal.db")["values"] == {"duration": 27_900.0, "tickets": 29.0}


def test_no_journal_is_begun_for_nothing(tmp_path: Path, newcomer: Opening) -> None:
    terminal = newcomer()
    terminal.answers("What was it?", ENTER)
    terminal.answers("distance", CTRL_C)
    assert terminal.ends() == 130
    assert list(tmp_path.iterdir()) == []


def test_a_retired_activity_is_not_offered(journal: Path, opened: Opening) -> None:
    with closing(sqlite3.connect(journal)) as connection, connection:
        connection.execute("UPDATE activity SET retired = 1 WHERE name = 'run'")
    terminal = opened()
    terminal.answers("What was it?", "run", ENTER)
    terminal.sees("run is retired.", "stride activities edit run --restore")


def test_a_terminal_that_cannot_move_the_cursor_asks_line_by_line(
    journal: Path, opened: Opening
) -> None:
    terminal = opened(TERM="dumb")
    terminal.answers("What was it? [shift]:", "\n")
    terminal.answers("tickets (last 25, usually 26–29):", "29\n")
    terminal.answers("csat", "92\n")
    terminal.answers("first-reply (last 13 min, usually 14–17 min):", "14\n")
    terminal.sees("14 what? Say 14m for minutes or 14h for hours.")
    terminal.answers("first-reply", "14m\n")
    terminal.answers("resolution", "<\n")
    terminal.answers("first-reply (last 13 min, usually 14–17 min) [14m]:", "=\n")
    terminal.answers("resolution", "\n")
    terminal.answers("tags (usual: @office +outage):", "@office late\n")
    terminal.answers("effort", ">\n")
    terminal.sees("29 tickets", "+late", asked="Enter saves")
    terminal.press("<\n")
    terminal.answers("note", "Worked.\n")
    terminal.answers("Enter saves", "no\n")
    terminal.answers("Enter saves", "\n")
    assert terminal.ends() == 0
    assert b"\x1b" not in terminal.sent.rpartition(b"Ctrl-C drops")[0]
    assert newest(journal) == {
        "activity": "shift",
        "values": {"tickets": 29.0, "csat": 0.92, "first-reply": 780.0},
        "tags": "late",
        "place": "office",
        "effort": None,
        "note": "Worked.",
    }


def test_line_by_line_a_new_activity_takes_a_second_enter(newcomer: Opening) -> None:
    terminal = newcomer(TERM="dumb")
    terminal.answers("What was it? [run]:", "climbin\n")
    terminal.sees('There is no activity "climbin".', asked="What was it? [climbin]:")
    terminal.press("<\n")
    terminal.answers("What was it? [run]:", "9\n")
    terminal.sees(asked="tags")


def test_line_by_line_ctrl_c_leaves_nothing_behind(tmp_path: Path, newcomer: Opening) -> None:
    terminal = newcomer(TERM="dumb")
    terminal.answers("What was it? [run]:", "\n")
    terminal.answers("distance", "10k\n")
    terminal.answers("duration", CTRL_C)
    assert terminal.ends() == 130
    assert "Nothing was saved." in terminal.text
    assert list(tmp_path.iterdir()) == []


WITHOUT_TERMINAL = """
import sys
from stridelog.cli.app import run
code = run(["log"])
sys.exit(99 if "prompt_toolkit" in sys.modules else code)
"""


def test_where_no_terminal_is_nobody_is_asked(tmp_path: Path) -> None:
    controller, terminal = os.openpty()
    try:
        for stdin, stdout in ((subprocess.DEVNULL, terminal), (terminal, subprocess.DEVNULL)):
            ran = subprocess.run(
                [sys.executable, "-c", WITHOUT_TERMINAL],
                env=environment(tmp_path, NOW),
                stdin=stdin,
                stdout=stdout,
                stderr=subprocess.PIPE,
                text=True,
                check=False,
            )
            assert ran.returncode == 2
            assert "stride log run 10k 50:42" in ran.stderr
    finally:
        os.close(controller)
        os.close(terminal)
    assert list(tmp_path.iterdir()) == []
