"""``stride edit`` by fields: correcting an entry."""

import pytest

from command_line import Stride
from conftest import Golden


@pytest.fixture
def entry(stride: Stride) -> Stride:
    """Begin with a run and everything that can be known of it."""
    return stride.begin(
        "log run 10k 50:42 +race @riverside 'turkey trot' --gear Pegasus --effort 7 "
        "--on '2026-11-20 7:30'"
    )


def test_fields_are_changed_and_the_rest_stays(entry: Stride, golden: Golden) -> None:
    entry.type(
        "edit 1 distance=10.2km +snow --without +race",
        "edit 1 @home 52:00 heart-rate=150",
        "edit last --note 'Second thoughts.' --effort 8 --gear Ghost",
        "edit 1 --on yesterday",
        "edit 1 --on '2026-11-21 6:15'",
        "edit 1 'A note in quotes replaces the note.'",
        "show 1",
    )
    golden("edit.txt", entry.transcript)


@pytest.mark.parametrize(
    ("what", "left"),
    [
        ("+race", {"tags": []}),
        ("@riverside", {"place": None}),
        ("@", {"place": None}),
        ("place", {"place": None}),
        ("note", {"note": None}),
        ("gear", {"gear": None}),
        ("effort", {"effort": None}),
    ],
)
def test_one_thing_can_be_taken_away(entry: Stride, what: str, left: dict[str, object]) -> None:
    (before,) = entry.json("show", "1")["entries"]
    entry.ok("edit", "1", "--without", what)
    (after,) = entry.json("show", "1")["entries"]
    assert after == {**before, **left}


def test_a_measure_can_be_taken_away(entry: Stride) -> None:
    entry.ok("edit", "1", "--without", "duration")
    assert list(entry.json("show", "1")["entries"][0]["values"]) == ["distance"]


def test_an_empty_note_takes_the_note_away(entry: Stride) -> None:
    entry.ok("edit", "1", "--note", "")
    assert entry.json("show", "1")["entries"][0]["note"] is None


def test_a_day_alone_keeps_the_time_of_day(entry: Stride) -> None:
    entry.ok("edit", "1", "--on", "yesterday")
    (edited,) = entry.json("show", "1")["entries"]
    assert edited["at"].startswith("2026-11-25T07:30:00")
    assert edited["day"] == "2026-11-25"


def test_the_id_behind_the_number_stays(entry: Stride) -> None:
    (before,) = entry.json("show", "1")["entries"]
    entry.ok("edit", "1", "11k")
    (after,) = entry.json("show", "1")["entries"]
    assert after["uid"] == before["uid"]


def test_an_entry_can_become_another_activity(entry: Stride) -> None:
    entry.ok("edit", "1", "--activity", "walk", "1:50:42")
    (edited,) = entry.json("show", "1")["entries"]
    assert (edited["activity"], edited["values"]["duration"]["value"]) == ("walk", 6642.0)


def test_what_the_new_activity_has_no_room_for_is_not_dropped_silently(entry: Stride) -> None:
    assert entry.refused(2, "edit", "1", "--activity", "shift") == (
        "stride: shift has no measure distance.\n"
        "  Take it away: stride edit 1 --activity shift --without distance\n"
    )
    entry.ok("edit", "1", "--activity", "shift", "--without", "distance")
    (edited,) = entry.json("show", "1")["entries"]
    assert (edited["activity"], edited["values"]["duration"]["value"]) == ("shift", 3042.0)


def test_an_entry_of_what_was_retired_can_still_be_corrected(entry: Stride) -> None:
    entry.ok("edit", "1", "climb=20m")
    entry.ok("activities", "edit", "run", "--retire-measure", "climb")
    entry.ok("activities", "retire", "run")
    entry.ok("edit", "1", "11k")
    (edited,) = entry.json("show", "1")["entries"]
    assert edited["values"]["climb"] == {"value": 20.0, "unit": "m"}


def test_an_edit_that_changes_nothing_is_none(entry: Stride) -> None:
    before = entry.kept()
    ran = entry("edit", "1", "10k", "+race")
    assert ran.err == "Entry 1 is like that already. Nothing was changed.\n"
    assert entry("undo").err.startswith("Undone: stride log")
    entry.ok("redo")
    assert entry.kept() == before


def test_slips_are_explained_and_nothing_is_changed(entry: Stride, golden: Golden) -> None:
    before = entry.kept()
    entry.type(
        "edit",
        "edit 1",
        "edit 99 5k",
        "edit one 5k",
        "edit 1 -5k",
        "edit 1 2:00",
        "edit 1 14m",
        "edit 1 pulse=140",
        "edit 1 50:00 51:00",
        "edit 1 --without +snow",
        "edit 1 --without pulse",
        "edit 1 --without ''",
        "edit 1 --activity rnu",
        "edit 1 --effort 11",
        "edit 1 --on tomorrow",
        "edit 1 --on '31 feb'",
        "edit 1 --nope",
        "edit 1 --nope=x",
    )
    golden("edit-refusals.txt", entry.transcript)
    assert entry.kept() == before
