"""A whole export makes an untouched journal the one that it came from."""

import json

import pytest

from command_line import Stride

STRAVA = """\
Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,\
Relative Effort,Commute,Activity Gear,Filename
101,"Nov 20, 2025, 7:30:05 AM",Morning Run,Run,,3100,10.01,,false,Pegasus,activities/101.gpx
102,"Nov 21, 2025, 7:30:05 AM",Morning Run,Run,,3100,10.01,,false,Pegasus,activities/102.gpx
"""


@pytest.fixture
def moved(stride: Stride) -> Stride:
    """Begin with a run that was deleted after an import, and export to journal.json."""
    (stride.here / "activities.csv").write_text(STRAVA)
    stride.ok("import", stride.here / "activities.csv", "--timezone", "UTC", "--yes")
    stride.ok("delete", "1", "--yes")
    stride.ok("activities", "edit", "run", "--rename", "jog")
    stride.ok("export", "--output", stride.here / "journal.json")
    return stride


def into_a_new_journal(stride: Stride) -> None:
    stride.journal.unlink()
    stride.ok("import", stride.here / "journal.json", "--yes")


def deleted_origins(stride: Stride) -> list[dict[str, str]]:
    found = json.loads(stride.kept())["deleted_origins"]
    assert isinstance(found, list)
    return found


def names(stride: Stride) -> set[str]:
    return {row["name"] for row in stride.json("activities", "list")["activities"]}


def test_an_untouched_journal_keeps_no_activity_that_the_file_does_not_define(
    moved: Stride,
) -> None:
    exported = names(moved)
    into_a_new_journal(moved)
    assert names(moved) == exported
    assert "run" not in exported
    moved.ok("undo")
    assert "run" in names(moved)
    moved.ok("redo")
    assert names(moved) == exported


def test_a_journal_with_entries_keeps_its_activities(moved: Stride) -> None:
    moved.journal.unlink()
    moved.ok("log", "walk", "5k")
    moved.ok("import", moved.here / "journal.json", "--yes")
    assert {"run", "jog"} <= names(moved)


def test_an_activity_of_ones_own_is_kept(moved: Stride) -> None:
    moved.journal.unlink()
    moved.ok("activities", "add", "chess")
    moved.ok("import", moved.here / "journal.json", "--yes")
    assert {"run", "chess"} <= names(moved)


def test_what_was_deleted_stays_deleted_in_another_journal(moved: Stride) -> None:
    deleted = deleted_origins(moved)
    into_a_new_journal(moved)
    assert len(deleted) == 1
    assert deleted_origins(moved) == deleted
    moved.ok("import", moved.here / "activities.csv", "--timezone", "UTC", "--yes")
    assert moved.json("list")["total"] == 1


def test_what_was_deleted_is_forgotten_when_the_import_is_undone(moved: Stride) -> None:
    into_a_new_journal(moved)
    moved.ok("undo")
    assert deleted_origins(moved) == []
    moved.ok("redo")
    assert len(deleted_origins(moved)) == 1


def test_an_import_of_what_is_there_changes_nothing(moved: Stride) -> None:
    into_a_new_journal(moved)
    before = moved.kept()
    moved.ok("import", moved.here / "journal.json", "--yes")
    assert moved.kept() == before


def test_a_part_of_the_journal_does_not_tell_what_was_deleted(moved: Stride) -> None:
    assert '"deleted_origins": [\n]' in moved.ok("export", "jog")
