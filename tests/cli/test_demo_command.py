"""``stride demo``: any command on a made-up journal, and never on one's own."""

import sqlite3
from pathlib import Path

import pytest

from command_line import Stride
from conftest import Golden


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that a demo journal is made in, once for all tests."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def demo(stride: Stride, made: Path) -> Stride:
    """Return the command line, with the demo journal of the day."""
    stride.monkeypatch.setenv("XDG_CACHE_HOME", str(made))
    return stride


def test_the_demo_is_made_once_and_said_to_be_made_up(demo: Stride, made: Path) -> None:
    for journal in made.glob("stride/demo/*"):
        journal.unlink()
    first, second = demo("demo", "list", "--limit", "1"), demo("demo", "list", "--limit", "1")
    assert first.err == "Making up six years of a life …\n"
    assert second.err == ""
    assert first.out == second.out
    assert [file.name for file in made.glob("stride/demo/*")] == ["journal-2026-11-26.db"]


def test_five_years_are_filled(demo: Stride) -> None:
    rows = demo.json("demo", "compare", "--years", "5")["rows"]
    better = {row["activity"] for row in rows if row["verdict"] == "better"}
    assert {"run", "shift"} <= better


def test_on_monday_there_are_goals_to_review(demo: Stride) -> None:
    demo.at("2026-11-23T08:12:00")
    goals = demo.json("demo", "goals", "review")["goals"]
    assert {goal["kind"] for goal in goals} == {"reach", "total", "average", "rate", "avoid"}
    assert {"kept", "ahead", "on course", "behind", "holding"} & {goal["state"] for goal in goals}
    assert any(goal["commitment"] and goal["commitment"]["kept"] for goal in goals)


def test_ones_own_journal_is_never_touched(demo: Stride) -> None:
    demo.ok("log", "run", "5k", "--note", "my own")
    before = demo.journal.read_bytes()
    demo.ok("demo", "log", "run", "10k", "50:42")
    demo.ok("demo", "delete", "1", "2", "--yes")
    assert "Undone: stride delete 1 2 --yes" in demo("demo", "undo").err
    demo.ok("demo", "undo")
    demo.ok("demo", "list", "--journal", demo.journal)
    assert demo.journal.read_bytes() == before


def test_without_a_journal_of_ones_own_none_is_made(demo: Stride) -> None:
    demo.ok("demo", "streaks")
    assert not demo.journal.exists()


def test_the_demo_can_be_made_anew(demo: Stride) -> None:
    before = demo.json("demo", "list")["total"]
    demo.ok("demo", "log", "run", "10k", "50:42")
    assert demo.json("demo", "list")["total"] == before + 1
    assert "Making up" in demo("demo", "--reset", "list").err
    assert demo.json("demo", "list")["total"] == before


def test_the_demo_journal_is_sound(demo: Stride, made: Path) -> None:
    demo.ok("demo", "list")
    (journal,) = made.glob("stride/demo/*.db")
    connection = sqlite3.connect(journal)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    assert journal.stat().st_mode & 0o077 == 0


def test_what_the_demo_cannot_do_is_explained(demo: Stride, golden: Golden) -> None:
    demo.type(
        "demo demo",
        "demo config set units imperial",
        "demo lst",
        "demo run 10k",
        "demo list rnu",
        "demo --rest list",
        "demo ''",
    )
    golden("demo-refusals.txt", demo.transcript)


def test_help_of_a_command_is_at_hand(demo: Stride) -> None:
    assert demo.ok("demo", "list", "--help").startswith("Usage: stride")
