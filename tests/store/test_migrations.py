"""Journals of older versions: brought up to date whole or not at all, and never lost."""

import json
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from example_journals import NOW, add, assert_file_sound, content, run
from freeze import JOURNALS, NOW_DAY, schema, told
from future_migrations import (
    AREAS_REBUILT,
    BROKEN,
    FAULTY,
    MOODS,
    NEXT,
    REFUSED,
    next_version,
)
from recomputed import assert_kept_ready
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from stridelog.domain.errors import JournalError
from stridelog.store import connect, migrate
from stridelog.store.connect import VERSION, open_reading
from stridelog.store.writing import open_journal

FREEZE = f"if version {VERSION} is not released yet: python tests/store/freeze.py"

FROZEN = sorted(JOURNALS.glob("version-*.db"), key=lambda path: int(path.stem[8:]))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return a journal of version 1 with something in it."""
    return Path(shutil.copy(JOURNALS / "version-1.db", tmp_path / "journal.db"))


def backups(journal: Path) -> list[Path]:
    return sorted(journal.parent.glob("journal-version-*"))


def made_by_migrations() -> list[str]:
    """Return the schema that the migrations make out of nothing."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
        with engine.begin() as upgraded:
            assert migrate.upgrade(upgraded, 0) == VERSION
        connection.execute(f"PRAGMA user_version = {VERSION}")
        return sorted(schema(connection))


def test_the_migrations_make_the_schema_of_a_new_journal(tmp_path: Path) -> None:
    path = open_journal(tmp_path / "journal.db", NOW).path
    with closing(open_reading(path)) as connection:
        assert made_by_migrations() == sorted(schema(connection)), FREEZE


def test_there_is_a_frozen_journal_of_every_version() -> None:
    assert [path.stem for path in FROZEN] == [f"version-{n + 1}" for n in range(VERSION)]


@pytest.mark.parametrize("frozen", FROZEN, ids=lambda path: path.stem)
def test_a_frozen_journal_becomes_one_of_today_and_holds_what_it_held(
    frozen: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(frozen, tmp_path / "journal.db"))
    journal = open_journal(path, NOW)
    with closing(open_reading(path)) as connection:
        held = json.loads(frozen.with_suffix(".json").read_text())
        before_there_were_any: dict[str, object] = {
            "rules": [],
            "segments": [],
            "distinct": [],
            "goals": [],
            "told": [
                [e["number"], o[0], "", "", ""] for e in held["entries"] for o in e["origins"]
            ],
        }
        held = before_there_were_any | held
        assert json.loads(json.dumps(told(connection))) == held
        assert sorted(schema(connection)) == made_by_migrations(), FREEZE
        assert_kept_ready(connection)
    (number,) = add(journal, run(NOW_DAY))
    assert number == max(entry["number"] for entry in held["entries"]) + 2  # one was undone
    assert_file_sound(path)


def test_a_migrated_journal_is_of_the_new_version_and_was_copied_before(
    old: Path, tmp_path: Path
) -> None:
    before = old.read_bytes()
    with next_version(tmp_path, MOODS), closing(open_reading(old)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (NEXT,)
        moods = connection.execute("SELECT mood FROM entry WHERE effort = 7").fetchall()
        assert moods == [(7,)]
    (copy,) = backups(old)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with closing(sqlite3.connect(copy)) as copied, closing(sqlite3.connect(":memory:")) as kept:
        kept.deserialize(_without_wal(before))
        assert list(copied.iterdump()) == list(kept.iterdump())
    assert_file_sound(old)
    assert_file_sound(copy)
    assert not old.with_name("journal.db-wal").exists()


def _without_wal(database: bytes) -> bytes:
    """Return a database that can live in memory: bytes 18 and 19 say that it has a log."""
    return database[:18] + b"\x01\x01" + database[20:]


def test_a_copy_is_named_after_the_day_on_which_the_journal_was_last_written(
    old: Path, tmp_path: Path
) -> None:
    os.utime(old, (NOW.timestamp(), NOW.timestamp()))
    with next_version(tmp_path, MOODS):
        open_reading(old).close()
    assert [copy.name for copy in backups(old)] == ["journal-version-1-2026-11-21.db"]


def test_a_copy_never_takes_the_place_of_another(old: Path, tmp_path: Path) -> None:
    os.utime(old, (NOW.timestamp(), NOW.timestamp()))
    earlier = old.with_name("journal-version-1-2026-11-21.db")
    earlier.write_text("an earlier copy")
    with next_version(tmp_path, MOODS):
        open_reading(old).close()
    assert earlier.read_text() == "an earlier copy"
    assert_file_sound(old.with_name("journal-version-1-2026-11-21-2.db"))


def test_a_copy_holds_what_is_not_in_the_main_file_yet(old: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(old)) as writing:
        writing.execute("UPDATE entry SET note = 'only in the log'")
        writing.commit()
        with next_version(tmp_path, MOODS):
            open_reading(old).close()
    with closing(sqlite3.connect(backups(old)[0])) as copy:
        assert copy.execute("SELECT DISTINCT note FROM entry").fetchall() == [("only in the log",)]


def test_a_table_that_others_refer_to_can_be_rebuilt(old: Path, tmp_path: Path) -> None:
    with closing(open_reading(old)) as connection:
        before = content(connection)
    with next_version(tmp_path, AREAS_REBUILT), closing(open_reading(old)) as connection:
        assert content(connection) == before
        assert_kept_ready(connection)
    assert_file_sound(old)


@pytest.mark.parametrize("body", [REFUSED, BROKEN], ids=["refused", "broken"])
def test_a_migration_that_fails_leaves_the_journal_as_it_was_to_the_byte(
    old: Path, tmp_path: Path, body: str
) -> None:
    before = old.read_bytes()
    refused = pytest.raises(JournalError, match=f"version {NEXT}")
    with next_version(tmp_path, body), refused as caught:
        open_reading(old)
    assert caught.value.exit_code == 4
    assert "It is as it was." in caught.value.message
    assert old.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["journal.db"]


def test_an_error_in_a_migration_leaves_the_journal_as_it_was(old: Path, tmp_path: Path) -> None:
    before = old.read_bytes()
    with next_version(tmp_path, FAULTY), pytest.raises(RuntimeError, match="slip"):
        open_reading(old)
    assert old.read_bytes() == before
    assert backups(old) == []


def test_a_journal_that_somebody_writes_to_is_not_migrated(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connect, "PATIENCE", 0.01)
    with closing(sqlite3.connect(old, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with next_version(tmp_path, MOODS), pytest.raises(JournalError, match="locked"):
            open_reading(old)
    assert backups(old) == []


def test_a_journal_without_room_for_its_copy_is_not_migrated(old: Path, tmp_path: Path) -> None:
    long = old.rename(old.with_name("j" * 240 + ".db"))
    before = long.read_bytes()
    with next_version(tmp_path, MOODS), pytest.raises(JournalError, match="cannot be copied"):
        open_reading(long)
    assert long.read_bytes() == before


OPEN = """
import sys
from pathlib import Path
from stridelog.store import connect, migrate
migrate.FOLDER, connect.VERSION = Path(sys.argv[1]), int(sys.argv[3])
connect.open_reading(Path(sys.argv[2])).close()
"""
"""A stride that knows the next version looks into a journal."""


def test_two_processes_that_migrate_at_once_do_it_once(old: Path, tmp_path: Path) -> None:
    with next_version(tmp_path, MOODS):
        words = [sys.executable, "-c", OPEN, str(migrate.FOLDER), str(old), str(NEXT)]
        processes = [subprocess.Popen(words) for _ in range(2)]
        assert [process.wait() for process in processes] == [0, 0]
    assert len(backups(old)) == 1
    with closing(sqlite3.connect(old)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (NEXT,)
    assert_file_sound(old)
