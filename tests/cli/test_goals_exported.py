"""Goals leave with ``stride export`` and come back with ``stride import``, whole and once."""

import json
from itertools import product
from pathlib import Path

import pytest

from command_line import Stride
from stridelog.domain.additions import names

SCOPES = (
    ("", "", "", "count"),
    ("run", "", "half", "count"),
    ("run", "pace", "", "s/km"),
    ("run", "duration", "10k", "s"),
)
"""Activity, measure, standard distance, and the unit of what they measure."""

TARGETS = ((0.0, "at least", ""), (-1.0, "at most", "week"), (1e9, "at least", "day"))
"""Values that nobody would aim at, each with its way and its period."""

GOALS = (
    "goals add 'Run far' run 1500km --this-year --why Stairs. --shared --step '750km by 1 dec'",
    "goals add run 3/week --by 2027-05-15",
    "goals add shift csat=95% --this-quarter",
    "goals add run +injury --avoid --by 2027-05-15",
    "goals add run pace -5% --against 2025",
    "goals add run marathon 3:50:00 --by 2027-05-15 --event 'City marathon' --rank A",
    "goals add 'Run the whole way' --do --by 2027-05-15 --step 'Buy shoes by 1 dec'",
    "goals review --promise '1=3 runs' --promise '2=early to bed'",
    "goals note 1 --from sam 'Go on!'",
    "goals pause 2",
)


@pytest.fixture
def aiming(stride: Stride) -> Stride:
    """Set a goal of every kind, and do with them whatever can be done."""
    return stride.begin("log run 10k 50:00 --on 2026-10-01", *GOALS)


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_an_empty_journal_gets_the_goals_as_they_were(
    aiming: Stride, tmp_path: Path, form: str
) -> None:
    file = tmp_path / f"everything.{form}"
    before = aiming.ok("export")
    shown = aiming.ok("goals", "list", "--all")
    aiming.ok("export", "--output", file)
    aiming.journal.unlink()
    assert "7 new goals" in aiming.ok("import", file, "--yes")
    assert aiming.ok("export") == before
    assert aiming.ok("goals", "list", "--all") == shown
    assert "new goals" not in aiming.ok("import", file, "--yes")
    aiming.ok("undo")
    assert aiming.json("goals")["goals"] == []
    aiming.ok("redo")
    assert aiming.ok("export") == before


def test_goals_alone_are_a_reason_to_ask(aiming: Stride, tmp_path: Path) -> None:
    whole = json.loads(aiming.ok("export"))
    file = tmp_path / "goals.json"
    file.write_text(json.dumps({**whole, "entries": []}))
    aiming.journal.unlink()
    aiming.ok("log", "run", "5k")
    assert "Add these 7 goals?" in aiming("import", file).err
    assert aiming.json("goals")["goals"] == []


def test_a_part_of_the_journal_is_exported_without_goals(aiming: Stride) -> None:
    assert json.loads(aiming.ok("export", "run"))["goals"] == []


def odd(
    number: int, kind: str, scope: tuple[str, str, str, str], aim: tuple[float, str, str]
) -> dict[str, object]:
    """Return a goal that no command makes, but that a file may hold."""
    activity, measure, distance, unit = scope
    value, way, per = aim
    unit = "fraction" if kind == "change" else unit
    version = {
        "since": "2026-01-01",
        "kind": kind,
        "first": "2026-01-01",
        "deadline": None if number % 2 else "2026-11-30",
        "status": "open",
        "activity": activity,
        "measure": measure,
        "distance": distance,
        "target": {"value": value, "unit": unit, "way": way, "per": per},
        "against": {"from": "2025-01-01", "to": "2025-12-31"},
    }
    if kind == "do":
        version["target"] = None
    return {"number": number, "shared": True, "versions": [version]}


def test_whatever_goals_a_file_holds_they_can_be_looked_at(aiming: Stride, tmp_path: Path) -> None:
    whole = json.loads(aiming.ok("export"))
    every = product(names("stridelog.goals"), SCOPES, TARGETS)
    whole["goals"] = [odd(number, *each) for number, each in enumerate(every, start=1)]
    file = tmp_path / "odd.json"
    file.write_text(json.dumps(whole))
    aiming.journal.unlink()
    aiming.ok("import", file, "--yes")
    assert len(aiming.json("goals")["goals"]) == len(whole["goals"])
    for words in ("goals", "goals review", "goals share", "goals history", "celebrate", ""):
        aiming.ok(*words.split())
