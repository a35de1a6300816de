"""The options and variables of the program itself, and what an error looks like."""

import pytest

from command_line import Stride
from conftest import Golden
from stridelog.cli import app


@pytest.fixture
def one(stride: Stride) -> Stride:
    """Begin with one entry."""
    return stride.begin("log run 10k 50:00")


@pytest.mark.parametrize(
    "words",
    [
        ("--journal", "{}", "list"),
        ("list", "--journal", "{}"),
        ("list", "--journal={}", "run"),
        ("--journal={}", "list"),
    ],
)
def test_the_journal_may_be_named_anywhere(one: Stride, words: tuple[str, ...]) -> None:
    other = one.here / "other journal.db"
    one.ok("--journal", other, "log", "run", "1k")
    assert "1.00 km" in one.ok(*(word.format(other) for word in words))
    assert "10.00 km" in one.ok("list")


def test_a_journal_may_lie_in_the_home_folder_or_a_new_one(one: Stride) -> None:
    one.monkeypatch.setenv("HOME", str(one.here))
    one.ok("log", "run", "1k", "--journal", "~/deep/down/mine.db")
    journal = one.here / "deep" / "down" / "mine.db"
    assert journal.stat().st_mode & 0o077 == 0
    assert journal.parent.stat().st_mode & 0o077 == 0


def test_what_stands_after_two_dashes_is_no_option(one: Stride) -> None:
    one.ok("log", "--", "run", "1k", "--journal is a word")
    assert one.json("show", "last")["entries"][0]["note"] == "--journal is a word"


@pytest.mark.parametrize("place", ["before", "after"])
def test_colour_is_drawn_when_it_is_wanted(one: Stride, place: str) -> None:
    option = ("--color", "always")
    words = (*option, "list") if place == "before" else ("list", *option)
    assert "\x1b[" in one.ok(*words)
    assert "\x1b[" not in one.ok("list")
    one.ok("config", "set", "colour", "always")
    assert "\x1b[" in one.ok("list")
    assert "\x1b[" not in one.ok("list", "--color", "never")
    one.monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in one.ok("list", "--color", "auto")


def test_data_is_never_coloured(one: Stride) -> None:
    for form in ("--json", "--csv", "--markdown"):
        assert "\x1b" not in one.ok("--color", "always", "list", form)


@pytest.mark.parametrize("columns", ["40", "80", "120", "1", "0", "-5", "many", "99999999999"])
def test_any_number_of_columns_can_be_drawn_on(one: Stride, columns: str) -> None:
    one.monkeypatch.setenv("COLUMNS", columns)
    for words in (["list"], ["show", "1"], ["compare"], ["streaks"], ["activities"], ["config"]):
        assert "went wrong" not in one.ok(*words)


def test_a_clock_that_is_none_is_explained(one: Stride) -> None:
    one.at("garbage")
    assert one("log", "run", "5k").err == (
        'stride: STRIDE_NOW is "garbage", which is no time.\n'
        "  Write it like 2026-11-21T08:12:00 or 2026-11-21T08:12:00+01:00.\n"
    )
    assert one("log", "run", "5k").code == 2


def test_options_of_the_program_with_slips_are_explained(one: Stride, golden: Golden) -> None:
    one.transcript = ""
    one.type(
        "--color sometimes list",
        "list --color",
        "list --journal",
        "--journal '' list",
        "--journal '   ' list",
        "--jurnal x list",
        "lst",
        "help",
        "''",
        "'run 10k'",
        "--verson",
        "-x",
        "--nope list",
    )
    golden("program-refusals.txt", one.transcript)


def test_an_unexpected_error_asks_for_a_report_and_shows_no_traceback(stride: Stride) -> None:
    def broken(*_words: object) -> None:
        raise LookupError("something [red]odd\x1b[31m")

    stride.monkeypatch.setattr(app, "call", broken)
    ran = stride("list")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "stride: something went wrong that should not have: "
        "LookupError('something [red]odd\\x1b[31m')\n"
        "  Please report it, with what this says: stride --debug …\n"
    )
    with pytest.raises(LookupError):
        stride("--debug", "list")
    with pytest.raises(LookupError):
        stride("list", "--debug")


def test_debug_changes_nothing_about_an_expected_error(stride: Stride) -> None:
    assert stride("--debug", "show", "1") == stride("show", "1")
