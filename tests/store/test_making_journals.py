"""A new journal: private, safe from half-done work, and nobody's in its place."""

import os
import sqlite3
import stat
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from example_journals import NOW, add, assert_file_sound, run, stamp

from stridelog.domain.activity import built_in_activities
from stridelog.domain.errors import JournalError
from stridelog.domain.filters import Filters
from stridelog.store import connect, history, writing
from stridelog.store.catalog import activities
from stridelog.store.connect import open_reading
from stridelog.store.history import NothingToUndoError
from stridelog.store.reading.entries import count
from stridelog.store.writing import open_journal

DAY = date(2026, 11, 20)

posix = pytest.mark.skipif(os.name != "posix", reason="other systems keep rights elsewhere")


@pytest.fixture
def open_umask() -> Iterator[None]:
    """Let everybody read and write what a person makes, unless the person says otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def entries_in(path: Path) -> int:
    with closing(open_reading(path)) as connection:
        return count(connection, Filters())


@posix
@pytest.mark.usefixtures("open_umask")
def test_only_its_owner_can_read_a_journal_and_its_folder(tmp_path: Path) -> None:
    journal = open_journal(tmp_path / "stride" / "journal.db", NOW)
    assert rights(journal.path) == 0o600
    assert rights(journal.path.parent) == 0o700
    with journal.change(stamp()) as change:
        change.add([run(DAY)])
        beside = sorted(journal.path.parent.iterdir())
        assert [path.name for path in beside] == ["journal.db", "journal.db-shm", "journal.db-wal"]
        assert {rights(path) for path in beside} == {0o600}


@posix
def test_a_folder_that_stands_stays_as_it_is(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    open_journal(tmp_path / "journal.db", NOW)
    assert rights(tmp_path) == 0o755


def test_nothing_but_the_journal_is_left_in_its_folder(tmp_path: Path) -> None:
    add(open_journal(tmp_path / "journal.db", NOW), run(DAY))
    assert [path.name for path in tmp_path.iterdir()] == ["journal.db"]


def test_what_is_written_is_safe_when_it_is_said_to_be(tmp_path: Path) -> None:
    path = open_journal(tmp_path / "journal.db", NOW).path
    with closing(connect.connect(path)) as connection:
        settings = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    assert_file_sound(path)


def test_a_new_journal_knows_the_activities_of_every_journal(tmp_path: Path) -> None:
    path = open_journal(tmp_path / "journal.db", NOW).path
    with closing(open_reading(path)) as connection:
        assert tuple(activities(connection).values()) == built_in_activities()


def test_what_a_new_journal_begins_with_cannot_be_undone(tmp_path: Path) -> None:
    journal = open_journal(tmp_path / "journal.db", NOW)
    with pytest.raises(NothingToUndoError), journal.swap() as swap:
        history.undo(swap)
    assert_file_sound(journal.path)


def test_whoever_looks_cannot_write(tmp_path: Path) -> None:
    path = open_journal(tmp_path / "journal.db", NOW).path
    with (
        closing(open_reading(path)) as connection,
        pytest.raises(sqlite3.OperationalError, match="readonly"),
    ):
        connection.execute("DELETE FROM activity")


def test_an_empty_file_is_a_journal_not_begun(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.touch()
    assert not connect.exists(path)
    add(open_journal(path, NOW), run(DAY))
    assert entries_in(path) == 1
    assert [left.name for left in tmp_path.iterdir()] == ["journal.db"]


@posix
def test_a_link_leads_to_the_journal_that_is_made(tmp_path: Path) -> None:
    link, target = tmp_path / "journal.db", tmp_path / "elsewhere" / "mine.db"
    link.symlink_to(target)
    add(open_journal(link, NOW), run(DAY))
    assert link.is_symlink()
    assert entries_in(target) == entries_in(link) == 1


@pytest.mark.parametrize("name", ["my journal.db", "50%.db", "a#b.db", "tagebuch-öß.db", "journal"])
def test_a_journal_can_have_any_name(tmp_path: Path, name: str) -> None:
    add(open_journal(tmp_path / name, NOW), run(DAY))
    assert entries_in(tmp_path / name) == 1
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_journal_that_another_process_makes_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "journal.db"
    fill = writing._fill

    def be_slower(*words: object) -> None:
        monkeypatch.setattr(writing, "_fill", fill)
        add(open_journal(path, NOW), run(DAY))
        fill(*words)  # type: ignore[arg-type]

    monkeypatch.setattr(writing, "_fill", be_slower)
    add(open_journal(path, NOW), run(DAY))
    assert entries_in(path) == 2
    assert [left.name for left in tmp_path.iterdir()] == ["journal.db"]


def test_many_who_log_the_first_entry_at_once_find_all_of_them(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    start = threading.Barrier(6)

    def log() -> None:
        start.wait()
        add(open_journal(path, NOW), run(DAY))

    threads = [threading.Thread(target=log) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert entries_in(path) == 6
    assert_file_sound(path)


def test_no_journal_is_made_beside_the_log_of_one_that_is_gone(tmp_path: Path) -> None:
    path = open_journal(tmp_path / "journal.db", NOW).path
    with closing(connect.connect(path)) as open_elsewhere:
        open_elsewhere.execute("UPDATE activity SET area = 'health'")
        path.unlink()
        with pytest.raises(JournalError, match="left of a journal that is gone") as caught:
            open_journal(path, NOW)
    assert caught.value.exit_code == 4
    assert not path.exists()


@posix
@pytest.mark.parametrize("place", ["file/journal.db", "j" * 300 + ".db", "loop/journal.db"])
def test_a_journal_that_cannot_be_made_is_refused(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("not a folder")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(JournalError) as caught:
        open_journal(tmp_path / place, NOW)
    assert caught.value.exit_code == 4
    assert sorted(tmp_path.iterdir()) == before
