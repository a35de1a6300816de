"""``stride streaks``: what was kept up."""

import pytest
from dialogue_terminal import Terminal

from command_line import Program, Stride
from conftest import Golden


@pytest.fixture
def week(stride: Stride) -> Stride:
    """Begin with runs on five days up to yesterday, and a ride in an earlier month."""
    days = ("2026-10-30", "2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25")
    return stride.begin("log ride 20k --on 2026-09-12", *(f"log run 5k --on {d}" for d in days))


def test_current_and_longest_streaks_with_what_keeps_them(week: Stride, golden: Golden) -> None:
    week.type("streaks", "streaks run", "streaks walk")
    golden("streaks.txt", week.transcript)


def test_the_document_of_streaks(week: Stride, golden: Golden) -> None:
    golden("streaks.json", week.ok("streaks", "run", "--json"))


def lengths(stride: Stride, unit: str = "day") -> tuple[int, int]:
    rows = stride.json("streaks", "run")["streaks"]
    (row,) = [row for row in rows if row["unit"] == unit]
    return row["current"]["length"], row["longest"]["length"]


def test_not_logged_yet_is_not_missed(week: Stride) -> None:
    assert lengths(week) == (5, 5)
    assert lengths(week.at("2026-11-26T23:59:00")) == (5, 5)
    assert lengths(week.at("2026-11-27T00:00:00")) == (0, 5)


def test_the_day_begins_when_the_person_says(week: Stride) -> None:
    week.ok("config", "set", "day_starts", "04:00")
    assert lengths(week.at("2026-11-27T03:59:00")) == (5, 5)
    assert lengths(week.at("2026-11-27T04:00:00")) == (0, 5)


def test_a_week_begins_when_the_person_says(week: Stride) -> None:
    assert lengths(week, "week") == (2, 2)
    week.ok("config", "set", "week_start", "saturday")
    assert lengths(week, "week") == (1, 1)


def test_a_gap_that_is_filled_later_joins_two_streaks(week: Stride) -> None:
    week.ok("log", "run", "5k", "--on", "2026-11-26 6:00")
    week.ok("log", "run", "5k", "--on", "2026-11-20")
    assert lengths(week) == (7, 7)


def test_an_empty_journal_has_no_streaks(stride: Stride, golden: Golden) -> None:
    stride.type("streaks", "streaks --json", "streaks rnu")
    golden("streaks-nothing.txt", stride.transcript)
    assert not stride.journal.exists()


def test_what_is_retired_is_not_to_be_kept_up(week: Stride) -> None:
    week.ok("activities", "retire", "run")
    rows = week.json("streaks", "run")["streaks"]
    assert [(row["keep_by"], row["at_risk"], row["missing"]) for row in rows] == 3 * [
        (None, False, 0)
    ]


def test_the_calendar_as_markdown(week: Stride, golden: Golden) -> None:
    golden("streaks.md", week.ok("streaks", "run", "--markdown"))


@pytest.mark.parametrize(
    ("name", "environ"),
    [
        ("streaks-screen.txt", {}),
        ("streaks-screen-ascii.txt", {"PYTHONIOENCODING": "ascii", "NO_COLOR": "1"}),
    ],
)
@pytest.mark.usefixtures("week")
def test_a_year_stands_on_a_screen(
    program: Program, golden: Golden, name: str, environ: dict[str, str]
) -> None:
    variables = {**program.environment, "TERM": "xterm", "COLUMNS": "", **environ}
    terminal = Terminal(["streaks", "run"], {"PYTHONUTF8": "1", **variables})
    assert terminal.ends() == 0
    golden(name, f"{terminal.text}\n")
    assert (b"\x1b" in terminal.sent) == (not environ)
    terminal.close()


@pytest.mark.usefixtures("week")
def test_a_narrow_screen_shows_the_latest_weeks(program: Program) -> None:
    variables = {**program.environment, "TERM": "xterm", "COLUMNS": "", "PYTHONUTF8": "1"}
    terminal = Terminal(["streaks", "run"], variables, columns=40)
    assert terminal.ends() == 0
    at = terminal.lines.index("run  6 Apr – 26 Nov 2026")
    assert terminal.lines[at + 1] == "         May  Jun Jul Aug  Sep Oct Nov"
    assert terminal.lines[at + 2] == f"  Mon {'·' * 33}▒"
    terminal.close()


def test_what_was_set_protects_and_is_asked_for(week: Stride, golden: Golden) -> None:
    week.ok("cadence", "run", "3/week", "--since", "2026-11-01")
    week.ok("rest", "run", "wed", "thu", "--since", "2026-11-01")
    week.ok("pause", "run", "--from", "2026-10-05", "--to", "2026-10-28", "--reason", "injured")
    week.type("streaks run")
    week.ok("pause", "run", "--from", "2026-11-27", "--to", "2026-12-09")
    week.type("streaks run")
    golden("streaks-rules.txt", week.transcript)
