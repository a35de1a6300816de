"""``stride`` alone: today at a glance, on one screen."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from command_line import Stride
from conftest import Golden, Zone
from stridelog.cli.app import COMMANDS
from stridelog.cli.commands import today
from stridelog.domain.additions import names

SCREEN = 24
"""Lines of the smallest screen, of which the prompt takes one."""

LIFE = (
    "log run 5.1k 26:40 --on '2021-11-23 8:00' 'Out of breath, and proud.'",
    "log run 10k 51:46 --on '2021-11-26 8:00' 'Felt like flying.'",
    "log shift csat=88% 31 --on '2024-11-26 17:00' --note 'Third outage this month.\nAgain.'",
    "log run 8k 41:40 --on '2025-11-26 8:00'",
    *(f"log run 10k 50:40 --on '2026-10-{day}'" for day in (17, 24, 31)),
    *(f"log run 12k 1:02:00 --on '2026-11-{day:02} 7:30'" for day in (7, 14, 18, 21, 24)),
    *(f"log practice 40m --on '2026-11-{day} 20:00'" for day in range(14, 26)),
    *(f"log swim 1k 20:00 --on '2026-{day}'" for day in ("06-02", "06-09", "06-16", "06-23")),
)


@pytest.fixture
def before(stride: Stride, zone: Zone) -> Stride:
    """Begin with a journal of five years, on Thanksgiving morning."""
    zone("UTC")
    return stride.begin(*LIFE)


def test_today_at_a_glance(before: Stride, golden: Golden) -> None:
    golden("today.txt", before.ok())


def test_today_at_a_glance_as_markdown(before: Stride, golden: Golden) -> None:
    golden("today.md", before.ok("--markdown"))


def test_today_at_a_glance_as_a_document(before: Stride, golden: Golden) -> None:
    golden("today.json", before.steady(before.ok("--json")))


def test_today_is_a_screenful_at_most(stride: Stride) -> None:
    names_ = ("run", "ride", "swim", "walk", "study", "practice")
    years = [f"log run 5k 25:00 --on {year}-11-26 --note 'Cold.'" for year in range(2015, 2026)]
    weeks = [f"log {name} --on '2026-11-{day}'" for name in names_ for day in (9, 16, 23)]
    quiet = [
        f"log {name} --on '2026-{month:02}-{day:02}'"
        for name in ("shift", "strength", "extra-mile")
        for month in (8, 9)
        for day in range(3, 28, 5)
    ]
    text = stride.begin(*years, *weeks, *quiet).ok()
    assert {line.split(" ")[0] for line in text.splitlines()} >= {"streaks", "this", "quiet"}
    assert len(text.splitlines()) < SCREEN
    assert max(map(len, text.splitlines())) <= 80


def test_an_empty_journal_tells_a_newcomer_how_to_start(stride: Stride, golden: Golden) -> None:
    text = stride.ok()
    golden("today-newcomer.txt", text)
    assert not stride.journal.exists()
    told = [line.split()[1] for line in text.splitlines() if line.strip().startswith("stride ")]
    assert told == ["log", "import", "demo"]
    assert set(told) <= set(COMMANDS)


def test_a_journal_from_which_all_was_taken_is_empty_again(stride: Stride) -> None:
    newcomer = stride.ok(), stride.ok("--json")
    stride.ok("log", "run", "5k")
    assert stride.ok() != newcomer[0]
    stride.ok("undo")
    assert (stride.ok(), stride.ok("--json")) == newcomer


def test_the_document_has_every_panel_also_where_it_is_empty(stride: Stride) -> None:
    document = stride.json()
    assert (document["schema"], document["day"]) == ("stride.today/1", "2026-11-26")
    assert document["entries"] == 0
    assert all(document[panel] == [] for panel in names(today.PANELS))


def test_who_comes_back_after_years_sees_when_they_left(before: Stride, golden: Golden) -> None:
    golden("today-after-years.txt", before.at("2029-03-03T08:00").ok())


def test_monday_morning_looks_back_on_last_week(before: Stride, golden: Golden) -> None:
    golden("today-monday.txt", before.at("2026-11-30T06:00").ok())


def test_weeks_start_on_the_day_that_was_set(before: Stride) -> None:
    monday = before.json()["this_week"][0]["week"]
    before.ok("config", "set", "week_start", "sunday")
    sunday = before.json()["this_week"][0]["week"]
    assert (monday["from"], sunday["from"]) == ("2026-11-23", "2026-11-22")


def test_help_is_a_word_away(stride: Stride) -> None:
    for word in ("--help", "-h"):
        assert stride.ok(word).startswith("Usage: stride")


def test_the_form_of_a_command_is_said_behind_it(stride: Stride) -> None:
    assert "stride list --json" in stride.refused(2, "--json", "list")
    assert "stride show --markdown" in stride.refused(2, "--markdown", "show", "1")


def test_demo_alone_shows_today_in_the_made_up_life(stride: Stride) -> None:
    text = stride.ok("demo")
    assert text.startswith("Thursday 26 November 2026\n")
    assert {"streaks", "this week", "this day"} <= {line[:9].strip() for line in text.splitlines()}
    assert len(text.splitlines()) < SCREEN
    assert not stride.journal.exists()
    assert stride.json("demo")["entries"] > 1_000


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Give the statements that any connection made in the block is asked."""
    asked: list[str] = []
    connect = sqlite3.connect

    def traced(*arguments: object, **options: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **options)  # type: ignore[call-overload]
        connection.set_trace_callback(asked.append)
        return connection

    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", traced)
        yield asked


def test_the_statements_do_not_grow_with_the_entries(
    stride: Stride, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stride.ok("log", "run", "10k", "50:00", "--on", "2025-11-26")
    stride.ok("log", "run", "10k", "50:00")
    with counted(monkeypatch) as few:
        stride.ok()
    rows = "".join(f"{year}-11-26,run,{n}\n" for year in range(2017, 2027) for n in range(1, 60))
    (tmp_path / "runs.csv").write_text(f"date,activity,distance\n{rows}")
    maps = [word for field in ("date", "activity") for word in ("--map", f"{field}={field}")]
    stride.ok("import", tmp_path / "runs.csv", *maps, "--map", "distance=distance:km", "--yes")
    with counted(monkeypatch) as many:
        stride.ok()
    assert len(many) == len(few)
    with closing(sqlite3.connect(stride.journal)) as journal:
        assert journal.execute("SELECT COUNT(*) FROM entry").fetchone()[0] > 500
