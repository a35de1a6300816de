"""Journals that cannot be used: a clear sentence, exit code 4, and nothing changed."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from command_line import Ran, Stride

READING = (["list"], ["streaks"], ["compare"], ["search", "x"], ["show", "1"], ["export"])
WRITING = (["log", "run", "5k"], ["undo"], ["redo"], ["activities", "add", "x"])
COMMANDS = (*READING, *WRITING)


def everything(stride: Stride) -> list[Ran]:
    return [stride(*words) for words in COMMANDS]


def refused_by_all(stride: Stride, message: str) -> None:
    before = stride.journal.read_bytes()
    for ran in everything(stride):
        assert (ran.code, ran.out) == (4, "")
        assert ran.err.startswith(f"stride: {message}"), ran.err
        assert ran.err.count("\n") == 2
    assert stride.journal.read_bytes() == before
    assert [file.name for file in stride.here.iterdir()] == ["journal.db"]


def sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_a_text_is_no_journal(stride: Stride) -> None:
    stride.journal.write_text("Dear diary, today I ran 10k in 50:42, and it felt like flying.\n")
    refused_by_all(stride, f"{stride.journal} is not a journal")


def test_a_database_of_another_program_is_no_journal(stride: Stride) -> None:
    sql(stride.journal, "CREATE TABLE entry (id INTEGER PRIMARY KEY)")
    refused_by_all(stride, f"{stride.journal} is a database, but not a journal of stride.")


def test_a_folder_is_no_journal(stride: Stride) -> None:
    stride.journal.mkdir()
    for ran in everything(stride):
        assert (ran.code, ran.out) == (4, "")
        assert ran.err.startswith(f"stride: {stride.journal} is a folder, not a journal.")
    assert list(stride.journal.iterdir()) == []


def test_a_newer_journal_says_what_to_do(stride: Stride) -> None:
    stride.begin("log run 10k")
    sql(stride.journal, "PRAGMA user_version = 9999", "PRAGMA journal_mode = DELETE")
    refused_by_all(
        stride, f"The journal {stride.journal} was made by a newer stride (version 9999;"
    )
    assert "Update this stride" in stride("list").err


def test_a_cut_off_journal_is_damaged(stride: Stride) -> None:
    stride.begin("log run 10k")
    sql(stride.journal, "PRAGMA journal_mode = DELETE")
    stride.journal.write_bytes(stride.journal.read_bytes()[:40_000])
    for ran in everything(stride):
        assert (ran.code, ran.out) == (4, "")
        assert ran.err.startswith(f"stride: The journal {stride.journal} is damaged: ")
    assert stride.journal.stat().st_size == 40_000


@pytest.mark.parametrize("page", range(1, 30, 4))
def test_wherever_the_damage_is_it_is_told_or_does_no_harm(stride: Stride, page: int) -> None:
    stride.begin("log run 10k 50:00 +race 'Felt like flying.'", "log shift 29 csat=92")
    damaged = bytearray(stride.journal.read_bytes())
    damaged[page * 4096 : (page + 1) * 4096] = bytes(range(256)) * 16
    stride.journal.write_bytes(damaged)
    for ran in everything(stride):
        assert ran.code in {0, 3, 4}, ran
        assert "went wrong" not in ran.err


def test_an_empty_file_is_a_journal_not_begun(stride: Stride) -> None:
    stride.journal.touch()
    assert stride.ok("list").startswith("Nothing is logged here yet.")
    stride.ok("log", "run", "5k")
    assert stride.json("list")["total"] == 1


def test_a_locked_journal_is_told_without_waiting_forever(stride: Stride) -> None:
    from stridelog.store import connect

    stride.begin("log run 10k")
    stride.monkeypatch.setattr(connect, "PATIENCE", 0.05)
    with closing(sqlite3.connect(stride.journal, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        ran = stride("log", "run", "5k")
        assert (ran.code, ran.out) == (4, "")
        assert "is locked: another program is writing to it." in ran.err
        assert stride.json("list")["total"] == 1
    stride.ok("log", "run", "5k")


def test_a_place_that_cannot_be_is_told(stride: Stride) -> None:
    stride.monkeypatch.setenv("STRIDE_JOURNAL", "/dev/null/journal.db")
    ran = stride("log", "run", "5k")
    assert (ran.code, ran.out) == (4, "")
    assert "cannot be" in ran.err
    assert "went wrong" not in ran.err


@contextmanager
def nobody() -> Iterator[None]:
    """Be somebody who may not write where others may."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions of Unix")
def test_in_a_read_only_folder_one_can_look_and_not_change(stride: Stride) -> None:
    stride.begin("log run 10k 50:00")
    with TemporaryDirectory() as name:
        folder = Path(name)
        journal = folder / "journal.db"
        journal.write_bytes(stride.journal.read_bytes())
        journal.chmod(0o444)
        folder.chmod(0o555)
        stride.monkeypatch.setenv("STRIDE_JOURNAL", str(journal))
        stride.monkeypatch.setenv("STRIDE_CONFIG", str(folder / "config.toml"))
        before = journal.read_bytes()
        with nobody():
            looked, logged = stride("list"), stride("log", "run", "5k")
            undone, settled = stride("undo"), stride("config", "set", "units", "imperial")
            elsewhere = stride("--journal", folder / "new.db", "log", "run", "5k")
        folder.chmod(0o700)
        assert journal.read_bytes() == before
        assert [file.name for file in folder.iterdir()] == ["journal.db"]
    assert looked.out.endswith("10.00 km in 50:00 · 5:00/km\n")
    for ran in (logged, undone):
        assert (ran.code, ran.out) == (4, "")
        assert "cannot be written to" in ran.err
    assert (elsewhere.code, settled.code) == (4, 1)
    assert "cannot be made: " in elsewhere.err
    assert "config.toml cannot be written: permission denied." in settled.err
