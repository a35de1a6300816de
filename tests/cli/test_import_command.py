"""``stride import``: history comes in whole, once, and only when the person agrees."""

import sys
from pathlib import Path

import pytest

from command_line import Program, Stride
from conftest import Golden

STRAVA = """\
Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,\
Relative Effort,Commute,Activity Gear,Filename
101,"Nov 20, 2025, 7:30:05 AM",Morning Run,Run,"Felt
like flying.",3100,10.01,,false,Pegasus,activities/101.gpx
102,"Nov 21, 2025, 11:30:00 PM",Evening Ride,Ride,,5400,40.2,,true,,
103,"Nov 22, 2025, 9:00:00 AM",Up the hill,Snowshoe,,7200,8.4,,false,,
104,"Nov 23, 2025, 9:00:00 AM",No time,Run,,,5.0,,false,,
105,someday,No date,Run,,1500,5.0,,false,,
101,"Nov 20, 2025, 7:30:05 AM",Morning Run,Run,,3100,10.01,,false,Pegasus,activities/101.gpx
"""

RUNS = "day,km,minutes,what\n2026-01-01,5,25:00,first\n2026-01-02,10,50:00,second\n"

MAP = ("--map", "date=day", "--map", "activity:=run", "--map", "distance=km:km")


@pytest.fixture
def files(stride: Stride) -> Stride:
    """Work in a folder with an export of Strava and a table of one's own."""
    (stride.here / "activities.csv").write_text(STRAVA, newline="")
    (stride.here / "runs.csv").write_text(RUNS)
    stride.monkeypatch.chdir(stride.here)
    return stride


def test_an_export_of_strava_comes_in_once(files: Stride, golden: Golden) -> None:
    files.type(
        "import activities.csv --timezone UTC --dry-run",
        "import activities.csv --timezone UTC --yes",
        "import activities.csv --timezone UTC --yes",
        "list",
        "show last",
        "undo",
        "list",
        "redo",
        "import activities.csv --timezone UTC",
    )
    golden("import-strava.txt", files.transcript)


def test_any_table_comes_in_by_a_map(files: Stride, golden: Golden) -> None:
    files.type(
        "import runs.csv --map date=day --map activity:=run --map distance=km:km "
        "--map duration=minutes --map note=what --yes",
        "list",
    )
    golden("import-mapped.txt", files.transcript)


def test_as_many_milestones_are_told_of_as_celebrate_shows(files: Stride) -> None:
    days = "\n".join(f"2025-{month:02}-{day:02},20" for month in (3, 5) for day in range(1, 29))
    (files.here / "practice.csv").write_text(f"day,minutes\n{days}\n")
    mapped = ("--map", "date=day", "--map", "activity:=practice", "--map", "duration=minutes")
    said = files("import", "practice.csv", *mapped, "--yes").err
    everything = files.ok("celebrate", "--all")
    assert "7 days in a row" in everything
    count = sum(line[:2] in {"★ ", "· "} for line in everything.splitlines())
    assert f"{count} new milestones, big and small: stride celebrate\n" in said
    assert "milestone" not in files("import", "practice.csv", *mapped, "--yes").err


def test_the_document_of_an_import(files: Stride, golden: Golden) -> None:
    words = ("import", "activities.csv", "runs.csv", "--timezone", "UTC", "--json")
    golden("import-dry-run.json", files.ok(*words[:2], *words[3:], "--dry-run"))
    golden("import.json", files.ok(*words[:2], *words[3:], "--yes"))


def test_a_dry_run_changes_nothing(files: Stride) -> None:
    files.ok("import", "activities.csv", "--dry-run")
    assert not files.journal.exists()
    files.ok("log", "run", "5k")
    before = files.kept()
    files.ok("import", "activities.csv", "--dry-run")
    assert files.kept() == before


def test_without_a_terminal_and_without_yes_nothing_is_changed(files: Stride) -> None:
    ran = files("import", "activities.csv", "--timezone", "UTC")
    assert ran.code == 1
    assert "entries to add" in ran.out
    assert "dry run" not in ran.out
    assert ran.err == (
        "stride: Add these 4 entries? Nobody is there to answer, so nothing was changed.\n"
        "  Add --yes where no terminal is.\n"
    )
    assert not files.journal.exists()
    assert files("import", "activities.csv", "--json").out == ""


@pytest.mark.parametrize(("answer", "code", "left"), [("y", 0, 4), ("n", 1, 0), ("", 1, 0)])
def test_on_a_terminal_it_shows_what_it_found_and_asks(
    files: Stride, program: Program, answer: str, code: int, left: int
) -> None:
    pexpect = pytest.importorskip("pexpect")
    child = pexpect.spawn(
        sys.executable,
        ["-m", "stridelog", "import", str(files.here / "activities.csv"), "--timezone", "UTC"],
        env=program.environment,
        encoding="utf-8",
        dimensions=(24, 80),
        timeout=30,
    )
    child.expect_exact("4  entries to add")
    child.expect_exact("Add these 4 entries? [y/N] ")
    child.sendline(answer)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == code
    assert files.json("list")["total"] == left


def test_times_in_utc_are_those_of_the_zone(files: Stride) -> None:
    files.ok("import", "activities.csv", "--timezone", "Asia/Tokyo", "--yes")
    days = {entry["activity"]: entry["at"] for entry in files.json("list")["entries"]}
    assert days["ride"] == "2025-11-22T08:30:00+09:00"


def test_entries_that_were_edited_are_not_added_again(files: Stride) -> None:
    files.ok("import", "activities.csv", "--timezone", "UTC", "--yes")
    files.ok("edit", "1", "11k", "--on", "2025-11-19")
    (file,) = files.json("import", "activities.csv", "--timezone", "UTC", "--yes")["files"]
    assert (file["added"], file["known"]) == (0, 5)


def test_several_files_come_in_together_or_not_at_all(files: Stride) -> None:
    files.ok("log", "run", "5k")
    (files.here / "broken.csv").write_bytes(b"day,km\n2026-01-01,5\n2026-01-02,\x006\n")
    err = files.refused(1, "import", "runs.csv", "broken.csv", *MAP, "--yes")
    assert "broken.csv has NUL bytes in it" in err


def test_rows_that_cannot_be_read_are_named_and_the_others_come_in(files: Stride) -> None:
    (files.here / "ragged.csv").write_text(
        "day,km\n"
        "2026-01-01,5\n"
        "2026-01-02\n"
        "2026-01-03,6,7,8\n"
        "2026-02-30,6\n"
        "2026-01-05,-6\n"
        "2026-01-06,much\n"
        "\n"
        "2026-01-07,7\n"
        "2026-01-07 6:00,7\n"
        "2026-01-07 6:00,7\n"
        "2030-01-08,99999999\n"
    )
    out = files.ok("import", "ragged.csv", *MAP, "--yes")
    document = files.json("list")
    assert document["total"] == 3, out
    for row in (3, 4, 5, 6, 7, 11, 12):
        assert f"\nrow {row}: " in out


HOSTILE: dict[str, tuple[bytes, str]] = {
    "empty.csv": (b"", "empty.csv is empty."),
    "blank.csv": (b"\n\n\n", "blank.csv"),
    "nul.csv": (b"day,km\n2026-01-01,\x005\n", "nul.csv"),
    "binary.csv": (bytes(range(256)) * 20, "binary.csv"),
    "sqlite.csv": (b"SQLite format 3\x00" + bytes(500), "sqlite.csv"),
    "zip.csv": (b"PK\x03\x04" + bytes(range(200)), "zip.csv"),
    "broken.json": (b'{"schema": "stride.export/1",\n"activities": [', "broken.json"),
    "other.json": (b'{"schema": "other"}', "other.json"),
    "newer.json": (b'{"schema": "stride.export/2", "activities": [], "entries": []}', "newer.json"),
    "deep.json": (b"[" * 100_000, "deep.json"),
    "unknown.csv": (b"a,b\n1,2\n", "unknown.csv is in no format that stride knows."),
    "header.csv": (b"day,km\n", "header.csv"),
    "wide.csv": (b"day," + b"x" * 200_000 + b"\n2026-01-01,5\n", "wide.csv"),
    "surrogate.json": (b'{"schema": "stride.export/1\xed\xa0\x80"}', "surrogate.json"),
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("mapping", [(), MAP], ids=["as it is", "mapped"])
def test_no_file_does_harm(files: Stride, name: str, mapping: tuple[str, ...]) -> None:
    content, reason = HOSTILE[name]
    (files.here / name).write_bytes(content)
    files.ok("log", "run", "5k")
    before = files.kept()
    ran = files("import", name, *mapping, "--yes")
    assert ran.code in {0, 1, 2}, ran
    assert "went wrong" not in ran.err
    assert files.kept() == before
    if ran.code == 0:
        assert "0  entries added" in ran.out
    elif not mapping:
        assert reason in ran.err
        assert ran.err.count("\n") == 2


ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "latin-1", "cp1252")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_usual_encodings_are_read(files: Stride, encoding: str) -> None:
    text = "day,km,what\n2026-01-01,5,Café in Zürich\n"
    (files.here / "encoded.csv").write_bytes(text.encode(encoding))
    files.ok("import", "encoded.csv", *MAP, "--map", "note=what", "--yes")
    assert files.json("list")["entries"][0]["note"] == "Café in Zürich"


def test_what_cannot_be_imported_is_explained(files: Stride, golden: Golden) -> None:
    (files.here / "unknown.csv").write_text("a,b\n1,2\n")
    files.type(
        "import",
        "import missing.csv",
        "import missing.csv --map date=day",
        "import .",
        "import . --map date=day",
        "import unknown.csv",
        "import ''",
        "import activities.csv --timezone Mars/Olympus",
        "import activities.csv --timezone ''",
        "import runs.csv --map day",
        "import runs.csv --map date=when",
        "import runs.csv --map date=dya --map activity:=run",
        "import runs.csv --map date=day",
        "import runs.csv --map date=day --map activity:=run --map pulse=km",
        "import runs.csv --map date=day --map activity:=run --map distance=km:furlong",
        "import runs.csv --map date=day --map date=day --map activity:=run",
        "import activities.csv --mpa date=day",
    )
    golden("import-refusals.txt", files.transcript)
    assert not files.journal.exists()


def test_an_unreadable_file_is_told(files: Stride) -> None:
    file = files.here / "secret.csv"
    file.write_text(RUNS)
    file.chmod(0)
    try:
        file.read_text()
    except PermissionError:
        assert "secret.csv cannot be read" in files.refused(1, "import", "secret.csv")
    else:
        pytest.skip("root reads everything")


def test_a_path_may_begin_with_the_home_folder(files: Stride) -> None:
    files.monkeypatch.setenv("HOME", str(files.here))
    files.ok("import", "~/activities.csv", "--timezone", "UTC", "--yes")
    assert files.json("list")["total"] == 4


def test_hostile_texts_of_a_file_stay_texts(files: Stride) -> None:
    note = '=HYPERLINK(""http://x"")'
    (files.here / "hostile.csv").write_text(f'day,km,what\n2026-01-01,5,"{note}"\n')
    files.ok("import", "hostile.csv", *MAP, "--map", "note=what", "--yes")
    assert files.json("list")["entries"][0]["note"] == '=HYPERLINK("http://x")'
    assert "'=HYPERLINK" in files.ok("list", "--csv")


def test_a_name_that_is_hostile_is_shown_harmlessly(files: Stride, tmp_path: Path) -> None:
    file = tmp_path / "a\x1b[31mb.csv"
    file.write_text("x\n")
    assert "\x1b" not in files("import", file).err
