"""A process that is killed leaves a journal as it was before, or as it should be after."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from example_journals import NOW, add, assert_file_sound, content, run
from freeze import JOURNALS, NOW_DAY
from future_migrations import NEXT
from recomputed import assert_kept_ready

from stridelog.store import connect
from stridelog.store.connect import VERSION, open_reading
from stridelog.store.writing import open_journal

SCRIPT = Path(__file__).with_name("killed_processes.py")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="only POSIX kills like this")


def killed(deed: str, every: int, folder: Path) -> Iterator[Path]:
    """Do something again and again, killed a little later each time; give the journals."""
    subprocess.run([sys.executable, SCRIPT, deed, str(every), folder / deed], check=True)
    for place in sorted((folder / deed).iterdir(), key=lambda place: int(place.name)):
        yield place / "journal.db"


def test_killed_while_it_is_made_a_journal_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    there = []
    for path in killed("make", 17, tmp_path):
        there.append(connect.exists(path))
        assert add(open_journal(path, NOW), run(NOW_DAY)) == [1]
        assert_file_sound(path)
    assert there == sorted(there)
    assert set(there) == {False, True}


def test_killed_while_logging_a_journal_has_all_of_it_or_nothing(tmp_path: Path) -> None:
    with closing(open_reading(JOURNALS / f"version-{VERSION}.db")) as frozen:
        before = len(content(frozen)["entry"])
    found = []
    for path in killed("log", 2, tmp_path):
        with closing(open_reading(path)) as connection:
            found.append(len(content(connection)["entry"]) - before)
            assert_kept_ready(connection)
        assert_file_sound(path)
    assert found == sorted(found)
    assert set(found) == {0, 2}


def test_killed_while_it_is_migrated_a_journal_is_the_old_one_or_the_new_one(
    tmp_path: Path,
) -> None:
    versions = []
    for path in killed("migrate", 3, tmp_path):
        with closing(sqlite3.connect(path)) as connection:
            columns = [row[1] for row in connection.execute("PRAGMA table_info(entry)")]
            (version,) = connection.execute("PRAGMA user_version").fetchone()
        assert ("mood" in columns) == (version == NEXT)
        versions.append(version)
        assert_file_sound(path)
    assert versions == sorted(versions)
    assert set(versions) == {1, NEXT}
