"""What an import says: in good English, without repeating itself, and before it is too late."""

import pytest

from command_line import Stride

TRACK = """\
<gpx version="1.1" creator="watch" xmlns="http://www.topografix.com/GPX/1/1"><trk>
<type>running</type><trkseg>
<trkpt lat="60.0" lon="10.7"><time>{day}T17:02:30Z</time></trkpt>
<trkpt lat="60.09" lon="10.7"><time>{day}T17:54:25Z</time></trkpt>
</trkseg></trk></gpx>
"""

RUNS = "day,km,what\n2026-01-01,5,first\n2026-01-02,10,second\n"

BOMB = '<?xml version="1.0"?><!DOCTYPE gpx [<!ENTITY a "{text}">]><gpx>&a;</gpx>'

MAP = ("--map", "date=day", "--map", "activity:=run", "--map", "distance=km:km")


@pytest.fixture
def here(stride: Stride) -> Stride:
    """Work in a folder with a table of one's own."""
    (stride.here / "runs.csv").write_text(RUNS)
    stride.monkeypatch.chdir(stride.here)
    return stride


@pytest.fixture
def tracks(here: Stride) -> Stride:
    """Work beside a folder of three recordings, two of which are the same."""
    folder = here.here / "tracks"
    folder.mkdir()
    for name, day in (("a", "2018-09-12"), ("b", "2018-09-12"), ("c", "2018-09-14")):
        (folder / f"{name}.gpx").write_text(TRACK.format(day=day))
    return here


def test_recordings_that_are_there_twice_are_counted(tracks: Stride) -> None:
    said = tracks.ok("import", "tracks", "--yes", "--timezone", "UTC").splitlines()
    assert said == [
        "tracks: 3 GPX files  12 – 14 Sep 2018",
        "",
        "3  rows read",
        "2  entries added",
        "1  told twice",
        "",
        "Take it all back with: stride undo",
    ]


def test_recordings_that_were_deleted_are_counted(tracks: Stride) -> None:
    tracks.ok("import", "tracks", "--yes", "--timezone", "UTC")
    tracks.ok("delete", "1", "2", "--yes")
    said = tracks.ok("import", "tracks", "--yes", "--timezone", "UTC").splitlines()
    assert any(line.endswith("left out: deleted in the journal") for line in said)
    assert "is an entry that you deleted" not in said


def test_what_is_left_aside_is_named_once(tracks: Stride) -> None:
    for name in ("x.csv", "y.csv"):
        (tracks.here / "tracks" / name).touch()
    said = tracks.ok("import", "tracks", "--yes", "--timezone", "UTC")
    assert "\nx.csv, y.csv: is empty.\n" in said
    aside = tracks.json("import", "tracks", "--yes")["left_aside"]
    assert aside[0] == {"file": "tracks/x.csv", "reason": "tracks/x.csv is empty."}


@pytest.mark.parametrize("text", ["ha", "ha" * 100_000], ids=["short", "longer than a head"])
def test_a_bomb_is_called_what_it_is(here: Stride, text: str) -> None:
    (here.here / "bomb.gpx").write_text(BOMB.format(text=text))
    assert "bomb.gpx is not read. It declares entities" in here.refused(1, "import", "bomb.gpx")


@pytest.mark.parametrize("name", ["taken", "../evil", "With Space"])
def test_a_mapping_that_cannot_be_saved_is_refused_before_anything_comes_in(
    here: Stride, name: str
) -> None:
    here.ok("import", "runs.csv", *MAP, "--save-mapping", "taken", "--yes")
    here.ok("undo")
    before = here.kept()
    other = ("--map", "date=day", "--map", "activity:=walk", "--save-mapping", name, "--yes")
    ran = here("import", "runs.csv", *other)
    assert ran.code in {1, 2}
    assert here.kept() == before


def test_the_same_mapping_may_be_saved_again(here: Stride) -> None:
    for _ in range(2):
        here.ok("import", "runs.csv", *MAP, "--save-mapping", "mine", "--yes")


def test_a_dry_run_shows_how_a_table_is_understood(here: Stride) -> None:
    said = here.ok("import", "runs.csv", *MAP, "--map", "note=what", "--dry-run")
    assert "understood as" in said
    assert said.endswith("Nothing was changed: this was a dry run.\n")


def test_a_source_is_taken_out_in_the_right_number(tracks: Stride) -> None:
    tracks.ok("import", "tracks/a.gpx", "--yes")
    dry = ("sources", "remove", "gpx", "--dry-run")
    assert "1 entry is known from gpx alone, and goes.\n" in tracks(*dry).err
    tracks.ok("import", "tracks/c.gpx", "--yes")
    assert "2 entries are known from gpx alone, and go.\n" in tracks(*dry).err
