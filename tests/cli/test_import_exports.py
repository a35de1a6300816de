"""Whole exports: folders and zips of tables and tracks, told by several sources."""

import gzip
import os
import signal
import subprocess
import time
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from command_line import Program, Stride
from conftest import Golden, Zone

HEADER = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
    "Distance,Relative Effort,Activity Commute,Activity Gear,Activity Filename\n"
)

MORNING = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)


def gpx(begun: datetime, metres: float = 3_000.0, seconds: int = 1_000) -> str:
    """Return an even run to the north, a point every ten seconds."""
    points = "".join(
        f'<trkpt lat="{metres * second / seconds / 111_194.927:.9f}" lon="7.0">'
        f"<time>{begun + timedelta(seconds=second):%Y-%m-%dT%H:%M:%SZ}</time></trkpt>"
        for second in range(0, seconds + 1, 10)
    )
    return (
        '<?xml version="1.0"?><gpx version="1.1" creator="watch" '
        'xmlns="http://www.topografix.com/GPX/1/1"><trk><type>running</type><trkseg>'
        f"{points}</trkseg></trk></gpx>"
    )


def row(number: int, begun: datetime, name: str, kilometres: str = "3.00") -> str:
    date = f"{begun:%b} {begun.day}, {begun:%Y, %I:%M:%S %p}"
    file = f"activities/{number}.gpx.gz"
    return f'{number},"{date}",{name},Run,,1000,{kilometres},,false,Pegasus,{file}\n'


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """Write an export of Strava: two runs of one morning, one of the next day, all recorded."""
    folder = tmp_path / "strava"
    (folder / "activities").mkdir(parents=True)
    starts = [MORNING, MORNING + timedelta(minutes=40), MORNING + timedelta(days=1)]
    names = ["Warm-up", "Turkey Trot", "Easy"]
    rows = [row(n, at, name) for n, (at, name) in enumerate(zip(starts, names, strict=True), 1)]
    (folder / "activities.csv").write_text(HEADER + "".join(rows), encoding="utf-8", newline="")
    for number, begun in enumerate(starts, 1):
        track = gzip.compress(gpx(begun + timedelta(seconds=3)).encode(), mtime=0)
        (folder / "activities" / f"{number}.gpx.gz").write_bytes(track)
    (folder / "media.jpg").write_bytes(b"\xff\xd8\xff\xe0 a picture")
    return folder


def zipped(folder: Path) -> Path:
    path = folder.with_suffix(".zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            archive.write(file, file.relative_to(folder))
    return path


def test_an_export_with_its_tracks_is_one_entry_a_run(
    stride: Stride, export: Path, golden: Golden
) -> None:
    stride.monkeypatch.chdir(export.parent)
    stride.type(
        "import strava --timezone UTC --yes",
        "list",
        "show 2",
        "sources",
        "duplicates",
        "import strava --timezone UTC --yes",
        "sources remove gpx --dry-run",
        "sources remove gpx --yes",
        "show 2",
        "undo",
        "sources remove strave",
    )
    golden("import-export.txt", stride.transcript)


def entries(stride: Stride) -> list[object]:
    """Return what the journal holds, without the numbers and ids that the order gives."""
    kept = stride.json("list", "--limit", "1000")["entries"]
    return sorted(
        ({k: v for k, v in entry.items() if k not in {"number", "uid"}} for entry in kept), key=repr
    )


def test_a_zip_is_what_its_folder_is(stride: Stride, export: Path) -> None:
    stride.ok("import", export, "--yes", "--timezone", "UTC")
    folder = entries(stride)
    stride.journal.unlink()
    stride.ok("import", zipped(export), "--yes", "--timezone", "UTC")
    assert entries(stride) == folder
    assert stride.json("import", export, "--yes", "--timezone", "UTC")["files"][0]["added"] == 0


def test_tracks_first_is_as_good_as_tables_first(stride: Stride, export: Path) -> None:
    stride.ok("import", export, "--yes", "--timezone", "UTC")
    expected = entries(stride)
    stride.journal.unlink()
    for path in (export / "activities", export / "activities.csv"):
        stride.ok("import", path, "--yes", "--timezone", "UTC")
    assert entries(stride) == expected


def test_a_broken_track_does_not_stop_the_others(stride: Stride, export: Path) -> None:
    (export / "activities" / "2.gpx.gz").write_bytes(gzip.compress(b"<gpx><trk><trkseg>"))
    (export / "activities" / "9.gpx.gz").write_bytes(b"\x1f\x8b broken")
    files = stride.json("import", export, "--yes", "--timezone", "UTC")
    assert [(f["added"], f["merged"]) for f in files["files"]] == [(3, 0), (0, 2)]
    assert {Path(f["file"]).name for f in files["left_aside"]} == {"9.gpx.gz", "media.jpg"}


def test_a_folder_without_anything_is_refused(stride: Stride, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "no files" in stride.refused(1, "import", empty)
    (empty / "a.jpg").write_bytes(b"\xff\xd8\xff")
    assert "nothing that stride can read" in stride.refused(1, "import", empty)


def test_the_formats_are_listed(stride: Stride) -> None:
    listed = stride.json("import", "--list")["formats"]
    assert {"strava", "gpx", "fit", "apple_health"} <= {one["name"] for one in listed}


def test_two_entries_can_be_made_one_or_told_apart(
    stride: Stride, export: Path, golden: Golden, zone: Zone
) -> None:
    zone("UTC")
    stride.monkeypatch.chdir(export.parent)
    stride.begin("log run 3k 16:45 --on 2026-11-21 --note 'by hand'")
    stride.ok("import", "strava/activities.csv", "--yes", "--timezone", "UTC")
    stride.type(
        "duplicates",
        "duplicates --json",
        "duplicates keep 1 4",
        "duplicates",
        "undo",
        "duplicates merge 1 4",
        "show 1",
        "undo",
        "redo",
        "list",
        "duplicates merge 1",
        "duplicates merge 1 1",
        "duplicates merge 1 99",
        "duplicates merge 1 2",
        "log shift 8h 31 --on 2026-11-21",
        "duplicates merge 1 last",
    )
    golden("duplicates.txt", stride.transcript)


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
def test_an_interrupted_import_leaves_nothing_and_can_be_taken_up_again(
    program: Program, export: Path
) -> None:
    for number in range(10, 40):
        begun = MORNING - timedelta(days=number)
        track = gzip.compress(gpx(begun, seconds=20_000, metres=50_000).encode())
        (export / "activities" / f"{number}.gpx.gz").write_bytes(track)
    running = subprocess.Popen(
        [*program.words, "import", str(export), "--yes", "--timezone", "UTC"],
        env=program.environment,
        cwd=program.here,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    cache = program.here / "cache"
    limit = time.monotonic() + 60
    while running.poll() is None and not any(cache.rglob("*.json")):  # until one is decoded
        assert time.monotonic() < limit
        time.sleep(0.01)
    # As a terminal does it: to every process at once.
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert (running.returncode, out) == (130, "")
    assert "Traceback" not in err
    assert program("list", "--json").out.count('"number"') == 0
    assert program("import", str(export), "--yes", "--timezone", "UTC").code == 0
    interrupted = program("list", "--limit", "1000").out
    (program.here / "journal.db").unlink()
    assert program("import", str(export), "--yes", "--timezone", "UTC").code == 0
    assert program("list", "--limit", "1000").out == interrupted
