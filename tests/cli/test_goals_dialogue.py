"""``stride goals add`` bare on a terminal: what is asked, what is said, and what is never lost."""

import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from dialogue_terminal import CTRL_C, CTRL_D, CTRL_U, ENTER, UP, Terminal, environment
from goal_years import MONDAY, lived

from command_line import Stride

Opening = Callable[..., Terminal]


@pytest.fixture
def opened(stride: Stride, tmp_path: Path) -> Iterator[Opening]:
    """Open ``stride goals add`` on a terminal, with a journal of two years."""
    lived(stride)
    terminals: list[Terminal] = []

    def open_terminal(*words: str, columns: int = 80, term: str = "xterm-256color") -> Terminal:
        environ = {**environment(tmp_path, MONDAY), "TERM": term, "TZ": "UTC"}
        terminals.append(Terminal(["goals", "add", *words], environ, columns))
        return terminals[-1]

    yield open_terminal
    for terminal in terminals:
        terminal.close()


HALF = (
    ("What for?", "run" + ENTER),
    ("how much", "half 1:50" + ENTER),
    ("until when", "15 may" + ENTER),
    ("why", "Before I am fifty." + ENTER),
    ("event", "Rotterdam" + ENTER),
    ("its rank", "a" + ENTER),
    ("called", ENTER),
    ("Right?", ENTER),
)


def test_a_goal_is_set_by_answering(opened: Opening, stride: Stride) -> None:
    terminal = opened()
    for question, keys in HALF:
        terminal.answers(question, keys)
    assert terminal.ends() == 0
    terminal.sees("S specific", "run half in 1:50:00", "for Rotterdam, goal A")
    (goal,) = stride.json("goals", "show", "1")["goals"]
    assert (goal["kind"], goal["target"], goal["deadline"]) == ("reach", 6600.0, "2027-05-15")
    assert (goal["why"], goal["event"], goal["rank"]) == ("Before I am fifty.", "Rotterdam", "A")


def test_it_says_what_was_done_lately_and_what_the_goal_asks_for(opened: Opening) -> None:
    terminal = opened()
    terminal.answers("What for?", "run" + ENTER)
    terminal.sees("lately", "a week", "half 1:45", asked="how much")
    terminal.press("half 1:50" + ENTER)
    terminal.answers("until when", "15 may" + ENTER)
    terminal.sees(
        "Your best is 1:56:05; that is 5 % faster in 25 weeks.",
        "Why does it matter?",
        asked="why",
    )


def test_what_is_left_out_is_said_and_forbids_nothing(opened: Opening, stride: Stride) -> None:
    terminal = opened()
    terminal.answers("What for?", "run" + ENTER)
    terminal.answers("how much", "40 km a week" + CTRL_D)
    terminal.sees("run 40 km a week · without a deadline or a reason", asked="Right?")
    terminal.press(ENTER)
    assert terminal.ends() == 0
    assert [goal["kind"] for goal in stride.json("goals")["goals"]] == ["rate"]


@pytest.mark.parametrize(
    ("question", "typed", "says"),
    [
        ("What for?", "rnu", "There is no activity"),
        ("how much", "", "Say how much, or how often"),
        ("how much", "95%", "run has no measure for 95%"),
        ("how much", "40-50km", "is a range"),
        ("until when", "15 may 2025", "Say 2027-05-15"),
        ("until when", "someday", "is no date"),
        ("its rank", "D", "A rank is A, B or C"),
    ],
)
def test_what_is_wrong_is_said_and_asked_again(
    opened: Opening, question: str, typed: str, says: str
) -> None:
    terminal = opened()
    for asked, keys in HALF:
        if asked == question:
            terminal.answers(asked, typed + ENTER)
            terminal.sees(says, asked=asked)
            terminal.press(CTRL_U)
        terminal.answers(asked, keys)
    assert terminal.ends() == 0


@pytest.mark.parametrize("place", range(len(HALF)))
def test_ctrl_c_saves_nothing_and_loses_nothing(
    opened: Opening, stride: Stride, place: int
) -> None:
    terminal = opened(columns=200)  # so that no word of the line is broken
    for question, keys in HALF[:place]:
        terminal.answers(question, keys)
    terminal.answers(HALF[place][0], CTRL_C)
    assert terminal.ends() == 130
    assert "Nothing was saved." in terminal.text
    assert stride.json("goals")["goals"] == []
    if place < 2:
        assert "stride goals add" not in terminal.text
        return
    line = terminal.said.partition("stride goals add ")[2].partition(" stride: ")[0]
    stride.ok("goals", "add", *shlex.split(line))
    (goal,) = stride.json("goals", "show", "1")["goals"]
    assert goal["target"] == 6600.0
    assert goal["deadline"] == ("2027-05-15" if place > 2 else None)
    assert goal["why"] == ("Before I am fifty." if place > 3 else "")
    assert goal["rank"] == ("A" if place > 5 else None)


def test_one_can_go_back_and_say_it_otherwise(opened: Opening, stride: Stride) -> None:
    terminal = opened()
    terminal.answers("What for?", "run" + ENTER)
    terminal.answers("how much", "500km" + ENTER)
    terminal.answers("until when", "this year" + ENTER)
    terminal.answers("why", UP)
    terminal.answers("until when", CTRL_U + "2027" + CTRL_D)
    terminal.answers("Right?", ENTER)
    assert terminal.ends() == 0
    (goal,) = stride.json("goals")["goals"]
    assert (goal["start"]["date"], goal["deadline"]) == ("2027-01-01", "2027-12-31")


def test_something_to_do_and_something_to_avoid(opened: Opening, stride: Stride) -> None:
    terminal = opened()
    terminal.answers("What for?", "something to do" + ENTER)
    terminal.answers("what", "Run the whole thing" + ENTER)
    terminal.answers("until when", "in 12 weeks" + CTRL_D)
    terminal.answers("Right?", ENTER)
    assert terminal.ends() == 0
    terminal = opened()
    terminal.answers("What for?", "something to avoid" + ENTER)
    terminal.answers("none of what", "injury" + CTRL_D)
    terminal.answers("Right?", ENTER)
    assert terminal.ends() == 0
    goals = stride.json("goals")["goals"]
    assert [(goal["kind"], goal["title"]) for goal in goals] == [
        ("do", "Run the whole thing"),
        ("avoid", "no +injury"),
    ]


def test_what_is_avoided_is_a_tag_and_no_sentence(opened: Opening, stride: Stride) -> None:
    terminal = opened()
    terminal.answers("What for?", "something to avoid" + ENTER)
    terminal.answers("none of what", "sugar and salt" + ENTER)
    terminal.sees("Say a tag, like +sugar.", asked="none of what")
    terminal.press(CTRL_U + "+sugar" + CTRL_D)
    terminal.answers("Right?", ENTER)
    assert terminal.ends() == 0
    terminal.sees("No entry has the tag sugar.")
    assert [goal["title"] for goal in stride.json("goals")["goals"]] == ["no +sugar"]


@pytest.mark.parametrize("no", ["n", "no", "perhaps"])
def test_only_a_yes_at_the_end_saves(opened: Opening, stride: Stride, no: str) -> None:
    terminal = opened()
    terminal.answers("What for?", "run" + ENTER)
    terminal.answers("how much", "7/week" + CTRL_D)
    terminal.answers("Right?", no)
    terminal.sees(f"› {no}", asked="Right?")
    terminal.press(ENTER)
    terminal.sees("Nothing is saved yet. Enter saves, Up corrects, Ctrl-C drops.", asked="Right?")
    terminal.press("e")
    terminal.answers("how much", CTRL_U + "3/week" + CTRL_D)
    terminal.answers("Right?", "yes" + ENTER)
    assert terminal.ends() == 0
    assert [goal["target"] for goal in stride.json("goals")["goals"]] == [3.0]


def test_who_quits_at_the_end_saves_nothing(opened: Opening, stride: Stride) -> None:
    terminal = opened()
    terminal.answers("What for?", "run" + ENTER)
    terminal.answers("how much", "7/week" + CTRL_D)
    terminal.answers("Right?", "q" + ENTER)
    assert terminal.ends() == 130
    terminal.sees("stride goals add run 7/week")
    assert stride.json("goals")["goals"] == []


def test_it_asks_line_by_line_where_the_cursor_cannot_move(opened: Opening, stride: Stride) -> None:
    terminal = opened(term="dumb")
    for question, answer in (
        ("What for?", "run"),
        ("how much", ""),
        ("how much", "at most 2/week"),
        ("until when", "this quarter"),
        ("why", "Knees."),
        ("event", ""),
        ("called", "Take it slow"),
    ):
        terminal.sees(question)
        terminal.press(answer + ENTER)
    terminal.sees("Take it slow · 38 days to go", "Enter saves")
    terminal.press(ENTER)
    assert terminal.ends() == 0
    (goal,) = stride.json("goals")["goals"]
    assert (goal["kind"], goal["direction"], goal["target"]) == ("rate", "at most", 2.0)


@pytest.mark.parametrize("columns", [80, 40])
def test_it_fits_on_a_screen_of_that_width(opened: Opening, columns: int) -> None:
    terminal = opened(columns=columns)
    for question, keys in HALF[:3]:
        terminal.answers(question, keys)
    terminal.sees("Your best is", asked="why")
    assert "What for?" in terminal.lines[0]
    assert all(len(line) <= columns for line in terminal.lines)


def test_an_answer_stands_beside_its_question(opened: Opening) -> None:
    terminal = opened()
    terminal.answers("What for?", "run" + ENTER)
    terminal.answers("how much", "500km")
    terminal.sees("500km", asked="how much")
    (line,) = (line for line in terminal.lines if line.startswith("how much"))
    assert line.split("›")[0].count(" ") < 8


def test_nothing_is_left_above_the_goal_that_was_made(opened: Opening) -> None:
    terminal = opened()
    terminal.answers("What for?", "run" + ENTER)
    terminal.answers("how much", "500km" + CTRL_D)
    terminal.answers("Right?", ENTER)
    assert terminal.ends() == 0
    shown = "\n".join(terminal.lines)
    assert "S specific" in shown
    assert "What for?" not in shown
    assert "how much" not in shown


def test_what_options_say_already_is_there(opened: Opening, stride: Stride) -> None:
    terminal = opened("--why", "Stairs.", "--shared")
    terminal.answers("What for?", "run" + ENTER)
    terminal.answers("how much", "500km" + CTRL_D)
    terminal.sees('"Stairs."', asked="Right?")
    terminal.press(ENTER)
    assert terminal.ends() == 0
    (goal,) = stride.json("goals", "show", "1")["goals"]
    assert (goal["why"], goal["shared"]) == ("Stairs.", True)
