"""``stride edit`` where it goes wrong: what was written is kept, and nobody's work is undone."""

import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from command_line import Stride
from conftest import Zone

Edit = Callable[[str], None]

STRIDE = f"'{sys.executable}' -m stridelog"


@pytest.fixture
def editor(stride: Stride) -> Iterator[Edit]:
    """Sit at a terminal, with a shell script for an editor; the form's file is ``$1``."""
    stride.ok("log", "run", "10k", "50:42", "--note", "turkey trot", "--on", "2026-11-25 7:30")
    (stride.here / "tmp").mkdir()
    stride.monkeypatch.setattr(tempfile, "tempdir", str(stride.here / "tmp"))
    ours, theirs = os.openpty()

    def use(script: str) -> None:
        file = stride.here / "editor"
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o700)
        stride.monkeypatch.setenv("EDITOR", str(file))

    with os.fdopen(theirs) as terminal, os.fdopen(ours, "wb", buffering=0) as keyboard:
        keyboard.write(b"y\n" * 3)
        stride.monkeypatch.setattr(sys, "stdin", terminal)
        yield use


def kept(stride: Stride) -> bytes:
    """Return what was kept of a form, in the one file that is left of it."""
    (file,) = (stride.here / "tmp").iterdir()
    return file.read_bytes()


WRITE = "sed -i 's/turkey trot/a long story/' \"$1\""


def test_a_journal_that_fails_meanwhile_loses_nothing(stride: Stride, editor: Edit) -> None:
    editor(f"{WRITE}; echo 'no journal' > '{stride.journal}'; rm -f '{stride.journal}'-*")
    ran = stride("edit", "1")
    assert ran.code == 4
    assert "a long story" in kept(stride).decode()
    assert f"What you wrote is kept in {stride.here / 'tmp'}" in ran.err


def test_an_editor_that_fails_the_second_time_loses_nothing(stride: Stride, editor: Edit) -> None:
    editor(f"{WRITE}; sed -i 's/^effort:/effort: 12/' \"$1\"; mkdir '{stride.here}/once'")
    ran = stride("edit", "1")
    assert (ran.code, "The editor gave up." in ran.err) == (1, True)
    assert "a long story" in kept(stride).decode()


def test_bytes_that_are_no_text_are_kept_as_well(stride: Stride, editor: Edit) -> None:
    editor("printf 'caf\\351' > \"$1\"")
    ran = stride("edit", "1")
    assert (ran.code, "is no text" in ran.err) == (1, True)
    assert kept(stride) == b"caf\xe9"


def test_an_entry_that_was_deleted_meanwhile_is_told(stride: Stride, editor: Edit) -> None:
    editor(f"{WRITE}; {STRIDE} delete 1")
    ran = stride("edit", "1")
    assert (ran.code, "stride: Entry 1 was deleted meanwhile.\n" in ran.err) == (3, True)
    assert "a long story" in kept(stride).decode()
    assert stride.json("list")["total"] == 0


def test_an_entry_that_was_edited_meanwhile_keeps_that_edit(stride: Stride, editor: Edit) -> None:
    editor(f"{WRITE}; {STRIDE} edit 1 effort=9")
    ran = stride("edit", "1")
    assert (ran.code, "stride: Entry 1 was changed meanwhile.\n" in ran.err) == (1, True)
    assert "a long story" in kept(stride).decode()
    (entry,) = stride.json("show", "1")["entries"]
    assert (entry["effort"], entry["note"]) == (9, "turkey trot")


def test_an_implausible_entry_of_an_import_can_get_a_note(stride: Stride, editor: Edit) -> None:
    table = stride.here / "watch.csv"
    table.write_text("day,metres,time\n2026-11-20 07:00:00,10000,2:00\n")
    maps = ("date=day", "activity:=run", "distance=metres:m", "duration=time")
    stride.ok("import", table, *(word for m in maps for word in ("--map", m)), "--yes")
    stride.ok("edit", "2", "--note", "The watch was in the car.", "+car")
    editor("sed -i 's/^gear:/gear: Watch/' \"$1\"")
    stride.ok("edit", "2")
    (entry,) = stride.json("show", "2")["entries"]
    assert (entry["tags"], entry["gear"]) == (["car"], "Watch")
    assert "faster than anyone ran" in stride.refused(2, "edit", "2", "9.9k")


def test_an_entry_made_elsewhere_stays_there(stride: Stride, zone: Zone) -> None:
    zone("Asia/Tokyo")
    stride.at("2026-11-26T08:12:00+09:00")
    stride.ok("log", "run", "5k", "--on", "2026-11-01 7:00")
    zone("America/New_York")
    stride.at("2026-11-26T08:12:00-05:00")
    stride.ok("edit", "1", "--on", "2026-11-02 6:00")
    assert stride.json("show", "1")["entries"][0]["at"] == "2026-11-02T06:00:00+09:00"


def test_the_demo_opens_no_other_journal(stride: Stride) -> None:
    stride.ok("log", "run", "5k")
    for words in (
        ("--journal", stride.journal, "log", "run", "5k"),
        (f"--journal={stride.journal}", "log", "run", "5k"),
        ("log", "run", "5k", "--journal", stride.journal),
        ("--debug", "log", "run", "5k"),
    ):
        stride.refused(2, "demo", "--", *words)
    assert not (stride.here / "cache").exists()


def test_a_violated_constraint_is_not_called_damage(stride: Stride) -> None:
    stride.ok("log", "run", "5k")
    with closing(sqlite3.connect(stride.journal)) as connection:
        connection.execute(
            "CREATE TRIGGER refuse BEFORE INSERT ON entry "
            "BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed'); END"
        )
    ran = stride("log", "run", "6k")
    assert (ran.code, "Please report it" in ran.err) == (1, True)
    assert "damaged" not in ran.err
