"""``stride export``: everything out, for people, spreadsheets and the next journal."""

import csv
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from command_line import Program, Stride
from conftest import Golden, Zone

HOSTILE = [
    "[red]bold[/red] \x1b[31mred\x1b[0m",
    "=HYPERLINK('http://x')",
    "+1 @2 -3",
    "<script>alert(1)</script>",
    "\u202edesrever",
    'quote " comma , semicolon ; line\nbreak\r\nand\rreturn\ttab',
    "'=1+1",
    "🏃‍♀️ 東京マラソン e\u0301",
    "\x00 NUL, \ufeff mark, \u2028 separator",
    "\\u0041 \\n %0020",
]


@pytest.fixture
def journal(stride: Stride, zone: Zone) -> Stride:
    """Entries with everything, one of an activity of the person's own."""
    zone("Europe/Berlin")
    return stride.begin(
        "log run 10k 51:46 --on '2021-11-25 8:00' +race @park 'Felt like flying.' --gear 'Peg 3'",
        "log shift 8h 29 csat=92 first-reply=14m promoters=9 detractors=1 --on yesterday",
        "activities add climbing --measure falls:count --measure routes:count:higher "
        "--derived rate=routes/falls:lower",
        "log climbing routes=12 falls=3 --effort 9",
        "activities edit run --retire-measure climb",
        "delete 2",
    )


def test_json_holds_everything(journal: Stride, golden: Golden) -> None:
    export = journal.ok("export")
    assert json.loads(export)["schema"] == "stride.export/1"
    golden("export.json", journal.steady(export))


def test_csv_holds_a_row_an_entry(journal: Stride, golden: Golden) -> None:
    golden("export.csv", journal.steady(journal.ok("export", "--format", "csv")))


@pytest.mark.parametrize(
    ("form", "ending"), [("jsonl", "jsonl"), ("markdown", "md"), ("ical", "ics")]
)
def test_other_formats_hold_every_entry(
    journal: Stride, golden: Golden, form: str, ending: str
) -> None:
    golden(f"export.{ending}", journal.steady(journal.ok("export", "--format", form)))


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "markdown", "ical"])
def test_filters_are_the_same_in_all_formats(journal: Stride, form: str) -> None:
    export = journal.ok("export", "run", "--format", form)
    assert "Felt like flying." in export
    assert export != journal.ok("export", "--format", form)
    assert "flying" not in journal.ok("export", "--not-tag", "race", "--format", form)


@pytest.mark.parametrize(
    ("file", "form"),
    [
        ("out.json", "json"),
        ("out.jsonl", "jsonl"),
        ("out.CSV", "csv"),
        ("my.journal.md", "markdown"),
        ("out.ics", "ical"),
        ("out", "json"),
        ("out.2026-11-26", "json"),
    ],
)
def test_the_ending_of_a_file_tells_the_format(journal: Stride, file: str, form: str) -> None:
    journal.ok("export", "--output", journal.here / file)
    assert (journal.here / file).read_bytes().decode() == journal.ok("export", "--format", form)


def test_a_format_that_is_named_counts_more_than_the_ending(journal: Stride) -> None:
    file = journal.here / "out.json"
    journal.ok("export", "--output", file, "--format", "csv")
    assert file.read_text() == journal.ok("export", "--format", "csv")


def test_a_format_can_be_named_by_its_ending(journal: Stride) -> None:
    for ending, form in (("md", "markdown"), ("ics", "ical"), ("JSON", "json")):
        assert journal.ok("export", "-f", ending) == journal.ok("export", "-f", form)


def test_people_read_their_own_numbers(journal: Stride) -> None:
    journal.ok("config", "set", "decimal", "comma")
    assert "10,00 km" in journal.ok("export", "--format", "markdown")
    assert "10\\,00 km" in journal.ok("export", "--format", "ical")
    assert "10000.0," in journal.ok("export", "--format", "csv")


def test_a_journal_is_read_as_it_happened(journal: Stride) -> None:
    journal.ok("log", "run", "3k", "--on", "2020-01-01")
    pages = journal.ok("export", "--format", "markdown")
    years = [line for line in pages.splitlines() if line.startswith("## ")]
    assert years == ["## 2020", "## 2021", "## 2026"]


def test_filters_choose_what_goes_out(journal: Stride) -> None:
    def numbers(*words: str) -> list[int]:
        return [e["number"] for e in json.loads(journal.ok("export", *words))["entries"]]

    assert numbers() == [1, 3]
    assert numbers("run") == [1]
    assert numbers("--since", "2026-01-01") == [3]
    assert numbers("--tag", "race", "--period", "2021") == [1]


def test_an_export_goes_into_a_file_of_ones_own(journal: Stride) -> None:
    file = journal.here / "out.json"
    ran = journal("export", "--output", file)
    assert (ran.code, ran.out, ran.err) == (0, "", f"Written: {file}\n")
    assert file.read_text() == journal.ok("export")
    assert file.stat().st_mode & 0o077 == 0


def test_a_file_that_is_there_is_not_overwritten_without_asking(journal: Stride) -> None:
    file = journal.here / "out.json"
    file.write_text("precious")
    assert journal.refused(1, "export", "--output", file) == (
        f"stride: {file} is there already. Replace it? "
        "Nobody is there to answer, so nothing was changed.\n"
        "  Add --yes where no terminal is.\n"
    )
    assert file.read_text() == "precious"
    journal.ok("export", "--output", file, "--yes")
    assert file.read_text() == journal.ok("export")


def test_a_journal_or_a_device_is_never_written_over(journal: Stride) -> None:
    before = journal.journal.read_bytes()
    pipe = journal.here / "pipe"
    os.mkfifo(pipe)
    for file, reason in (
        (journal.journal, f"{journal.journal} is a journal or another database."),
        (pipe, f"{pipe} is not a regular file."),
        (journal.here, f"{journal.here} is a folder."),
    ):
        ran = journal("export", "--output", file, "--yes")
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith(f"stride: {reason}\n")
    assert journal.journal.read_bytes() == before
    assert pipe.is_fifo()


def test_a_symbolic_link_stays_one(journal: Stride) -> None:
    link, file = journal.here / "link.json", journal.here / "file.json"
    link.symlink_to(file)
    for _ in range(2):
        journal.ok("export", "--output", link, "--yes")
    assert link.is_symlink()
    assert file.read_text() == journal.ok("export")


@contextmanager
def unprivileged() -> Iterator[Path]:
    """Give a folder that may be read only, to somebody who is not root."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o555)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        try:
            yield folder
        finally:
            if root:
                os.seteuid(0)
            folder.chmod(0o700)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions of Unix")
def test_a_place_that_cannot_be_written_to_is_told(stride: Stride) -> None:
    stride.ok("export")  # whatever it imports may lie where only this user may read
    stride.monkeypatch.setenv("STRIDE_JOURNAL", "/nowhere/journal.db")
    stride.monkeypatch.setenv("STRIDE_CONFIG", "/nowhere/config.toml")
    with unprivileged() as folder:
        ran = stride("export", "--output", folder / "out.json")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        f"stride: {folder / 'out.json'} cannot be written: permission denied.\n"
        "  Name another place with --output.\n"
    )


def test_what_cannot_be_exported_is_explained(journal: Stride, golden: Golden) -> None:
    journal.transcript = ""
    journal.monkeypatch.chdir(journal.here)
    journal.type(
        "export --format xml",
        "export --format markdwon",
        "export --format '[red]'",
        "export rnu",
        "export --output .",
        "export --output . --yes",
        "export --output nowhere/out.json",
        "export --output ''",
        "export --period 2026-13",
        "export run ride",
        "export --json",
    )
    golden("export-refusals.txt", journal.transcript)


def test_an_empty_journal_exports_its_activities(stride: Stride) -> None:
    document = json.loads(stride.ok("export"))
    assert document["entries"] == []
    assert [activity["name"] for activity in document["activities"]][:2] == ["run", "walk"]
    assert len(stride.ok("export", "--format", "csv").splitlines()) == 1
    assert not stride.journal.exists()


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_hostile_text_does_nothing_and_comes_back_whole(stride: Stride, form: str) -> None:
    for note in HOSTILE:
        stride.ok("log", "run", "5k", "--note", note, "+=1+1", "@-x", "--gear", "@SUM(A1)")
    export = stride.ok("export", "--format", form)
    if form != "csv":
        assert not any(character < " " for character in export.replace("\n", ""))
    if form == "csv":
        cells = [cell for row in csv.reader(export.splitlines(keepends=True)) for cell in row]
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)
    file = stride.here / f"out.{form}"
    file.write_text(export, encoding="utf-8", newline="")
    stride.monkeypatch.setenv("STRIDE_JOURNAL", str(stride.here / "second.db"))
    stride.ok("import", file, "--yes")
    assert stride.ok("export", "--format", form) == export
    notes = [entry["note"] for entry in stride.json("list")["entries"]]
    assert sorted(notes) == sorted(note.strip() for note in HOSTILE)


@pytest.mark.parametrize("form", ["markdown", "ical"])
def test_hostile_text_does_nothing_where_people_read_it(stride: Stride, form: str) -> None:
    for note in HOSTILE:
        stride.ok("log", "run", "5k", "--note", note, "+<b>", "@-x", "--gear", "[red]")
    export = stride.ok("export", "--format", form)
    text = export.replace("\r\n", "\n").replace("\n", "")
    assert not any(character < " " and character != "\t" for character in text)
    assert "\u202e" not in export
    if form == "markdown":
        assert re.search(r"(?<!\\)[<\[]", export) is None


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "markdown", "ical"])
def test_an_export_is_bytes_for_bytes_the_same_in_a_file_and_in_a_pipe(
    journal: Stride, program: Program, form: str
) -> None:
    file = journal.here / f"out.{form}"
    journal.ok("export", "--format", form, "--output", file)
    piped = program("export", "--format", form, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert piped.code == 0
    # The pipe is read as text, which does not tell line ends apart.
    assert piped.out == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_importing_ones_own_export_adds_nothing(journal: Stride, form: str) -> None:
    file = journal.here / f"out.{form}"
    journal.ok("export", "--output", file)
    before = journal.kept()
    (outcome,) = journal.json("import", file, "--yes")["files"]
    assert (outcome["read"], outcome["added"], outcome["known"]) == (2, 0, 2)
    assert journal.kept() == before


@pytest.fixture
def merged(stride: Stride) -> Stride:
    """Begin with a run that Strava and a watch told of, and that was edited by hand then."""
    tables = {
        "strava.csv": (
            "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,"
            "Elapsed Time,Distance,Commute,Activity Gear,Filename\n"
            '1801,"Sep 12, 2018, 5:02:23 PM",Evening run,Run,,3120,10.05,false,Pegasus,\n'
        ),
        "runkeeper.csv": (
            "Activity Id,Date,Type,Route Name,Distance (km),Duration,Average Pace,"
            "Average Speed (km/h),Calories Burned,Climb (m),Average Heart Rate (bpm),"
            "Friend's Tagged,Notes,GPX File\n"
            "a-1,2018-09-12 17:02:20,Running,,10.05,51:58,5:10,11.6,700,80,150,,,\n"
        ),
    }
    for name, text in tables.items():
        (stride.here / name).write_text(text)
        stride.ok("import", stride.here / name, "--timezone", "UTC", "--yes")
    stride.ok("edit", "1", "--note", "By hand.")
    return stride


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_a_new_journal_knows_what_each_source_told(merged: Stride, form: str) -> None:
    file = merged.here / f"out.{form}"
    merged.ok("export", "--output", file)
    before = merged.kept()
    (entry,) = json.loads(before)["entries"]
    assert [origin["source"] for origin in entry["origins"]] == ["runkeeper", "strava"]
    assert all(origin["told"]["activity"] == "run" for origin in entry["origins"])
    merged.monkeypatch.setenv("STRIDE_JOURNAL", str(merged.here / "second.db"))
    merged.ok("import", file, "--yes")
    assert merged.ok("export") == before
    assert merged.json("import", file, "--yes")["files"][0]["known"] == 1
    merged.ok("sources", "remove", "strava", "--yes")
    (entry,) = json.loads(merged.ok("export"))["entries"]
    assert [origin["source"] for origin in entry["origins"]] == ["runkeeper"]
    assert (entry["note"], entry["gear"]) == ("By hand.", "")


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_ones_own_export_tells_nothing_again(merged: Stride, form: str) -> None:
    file = merged.here / f"out.{form}"
    merged.ok("export", "--output", file)
    before = merged.kept()
    merged.ok("import", file, "--yes")
    assert merged.kept() == before


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_what_was_said_to_be_two_is_not_asked_again(stride: Stride, form: str) -> None:
    for _ in range(2):
        stride.ok("log", "run", "10k", "50:00", "--on", "2026-11-20 8:00")
    stride.ok("duplicates", "keep", "1", "2")
    file = stride.here / f"out.{form}"
    stride.ok("export", "--output", file)
    before = stride.kept()
    stride.monkeypatch.setenv("STRIDE_JOURNAL", str(stride.here / "second.db"))
    stride.ok("log", "walk", "5k", "--on", "2026-01-01")
    stride.ok("import", file, "--yes")
    assert stride.json("duplicates")["pairs"] == []
    stride.ok("import", file, "--yes")
    stride.ok("undo")
    assert len(stride.json("list")["entries"]) == 1
    assert len(json.loads(before)["distinct"]) == 1
    assert json.loads(stride.ok("export", "run"))["distinct"] == []
