"""``stride log`` bare, for somebody tired: slips, lists with commas, dropping it half-way."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from dialogue_terminal import CTRL_C, CTRL_D, CTRL_U, ENTER, UP, Terminal, environment

NOW = "2026-11-26T18:12:00+01:00"

Opening = Callable[..., Terminal]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opening]:
    """Open ``stride log`` on a terminal, without a journal."""
    terminals: list[Terminal] = []

    def open_terminal(*words: str, columns: int = 80) -> Terminal:
        terminals.append(Terminal(["log", *words], environment(tmp_path, NOW), columns))
        return terminals[-1]

    yield open_terminal
    for terminal in terminals:
        terminal.close()


def test_what_is_typed_before_the_first_question_is_there_counts(opened: Opening) -> None:
    terminal = opened()
    terminal.press("run", ENTER, "10k", ENTER)
    terminal.sees("› run", "› 10k", asked="duration")


@pytest.mark.parametrize("typed", ["5042", "50.42", "50 42"])
def test_a_time_without_its_colon_is_asked_about(opened: Opening, typed: str) -> None:
    terminal = opened()
    terminal.answers("What was it?", "run", ENTER)
    terminal.answers("distance", "10k", ENTER)
    terminal.answers("duration", typed, ENTER)
    terminal.sees(f"› {typed}", "Did you mean 50:42?", asked="duration")
    terminal.press(CTRL_U, "50:42", ENTER)
    terminal.sees("› 50:42", asked="tags")


def test_tags_may_be_listed_with_commas(opened: Opening) -> None:
    terminal = opened()
    terminal.answers("What was it?", "run", ENTER)
    terminal.answers("distance", "10k", ENTER)
    terminal.answers("duration", ENTER)
    terminal.answers("tags", "snow, race,@riverside", CTRL_D)
    terminal.sees("+snow", "+race", "@riverside", asked="Right?")
    terminal.press(ENTER)
    assert terminal.ends() == 0
    assert "+race +snow @riverside" in terminal.said


NEW_ACTIVITY = (
    ("What was it?", "juggling" + ENTER),
    ("measured by", ENTER),
    ("duration", "45" + ENTER),  # not understood: asked again
    ("duration", "m" + ENTER),
    ("tags", "park" + ENTER),
    ("effort", "11" + ENTER),
    ("effort", CTRL_U + "5" + ENTER),
    ("note", "Dropped them all." + ENTER),
    ("Right?", UP),
    ("note", ENTER),
    ("Right?", "e"),
    ("measured by", CTRL_D),
)


@pytest.mark.parametrize("place", range(len(NEW_ACTIVITY)))
def test_ctrl_c_leaves_nothing_of_a_new_activity(
    opened: Opening, tmp_path: Path, place: int
) -> None:
    terminal = opened()
    for question, keys in NEW_ACTIVITY[:place]:
        terminal.answers(question, keys)
    terminal.sees(asked=NEW_ACTIVITY[place][0])
    terminal.press("half a wor" if NEW_ACTIVITY[place][0] != "Right?" else "", CTRL_C)
    assert terminal.ends() == 130
    assert "Nothing was saved." in terminal.text
    assert list(tmp_path.iterdir()) == []


def test_what_was_done_yesterday_is_seen_from_today(opened: Opening) -> None:
    assert opened("run", "5k", "--on", "yesterday 8:00").ends() == 0
    terminal = opened("--on", "yesterday evening")
    terminal.sees("run last time yesterday", asked="What was it?")
    terminal.press("run", ENTER)
    terminal.answers("distance", "3k", CTRL_D)
    terminal.sees("run · yesterday, 19:00 · 3.00 km", asked="Right?")


@pytest.mark.parametrize("columns", [80, 40])
def test_it_is_drawn_on_a_screen_of_that_width(opened: Opening, columns: int) -> None:
    terminal = opened(columns=columns)
    for question, keys in NEW_ACTIVITY[:3]:
        terminal.answers(question, keys)
    terminal.sees("45 what?", asked="duration")
    assert len(terminal.lines) == 24
    assert terminal.screen.cursor.y < 5
    assert "What was it?" in terminal.lines[0]


@pytest.mark.parametrize(("last", "code"), [(CTRL_C, 130), (ENTER, 0)])
def test_the_terminal_is_left_as_it_was(opened: Opening, last: str, code: int) -> None:
    terminal = opened()
    before = terminal.modes
    terminal.answers("What was it?", "run", ENTER)
    terminal.sees(asked="distance")
    assert terminal.modes != before
    terminal.press(CTRL_D)
    terminal.answers("Right?", last)
    assert terminal.ends() == code
    assert terminal.modes == before
    assert not terminal.screen.cursor.hidden
