"""What is no journal, or cannot be opened, is refused in one sentence and left as it is."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from example_journals import NOW, add, run
from freeze import JOURNALS, NOW_DAY

from command_line import Stride
from stridelog.domain.errors import JournalError
from stridelog.domain.filters import Filters
from stridelog.store import connect
from stridelog.store.connect import VERSION, open_reading
from stridelog.store.reading.entries import count
from stridelog.store.writing import open_journal

FROZEN = JOURNALS / f"version-{VERSION}.db"

PAGE = 4096

posix = pytest.mark.skipif(os.name != "posix", reason="other systems keep rights elsewhere")


def text(path: Path) -> None:
    path.write_text("Dear diary, today I ran 10k and it felt like flying.\n" * 100)


def text_of_a_few_letters(path: Path) -> None:
    path.write_text("10k")


def another_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY)")
        connection.commit()


def newer_journal(path: Path) -> None:
    shutil.copy(FROZEN, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")


def damaged_first_page(path: Path) -> None:
    damaged = bytearray(FROZEN.read_bytes())
    damaged[16:PAGE] = bytes(PAGE - 16)
    path.write_bytes(damaged)


def damaged_pages(path: Path) -> None:
    damaged = bytearray(FROZEN.read_bytes())
    damaged[PAGE:] = b"\xa5" * (len(damaged) - PAGE)
    path.write_bytes(damaged)


def half_a_journal(path: Path) -> None:
    path.write_bytes(FROZEN.read_bytes()[: 5 * PAGE])


def folder(path: Path) -> None:
    path.mkdir()


def device(path: Path) -> None:
    path.symlink_to("/dev/full")


NO_JOURNALS = (
    (text, "not an SQLite database"),
    (text_of_a_few_letters, "not an SQLite database"),
    (another_database, "not a journal of stride"),
    (newer_journal, "newer stride"),
    (damaged_first_page, "is damaged|not an SQLite database"),
    (damaged_pages, "is damaged"),
    (half_a_journal, "is damaged"),
    (folder, "is a folder"),
    (device, "is a device"),
)


@pytest.fixture(params=NO_JOURNALS, ids=lambda pair: pair[0].__name__)
def refused(request: pytest.FixtureRequest, stride: Stride) -> str:
    """Put something else where the journal should be, and return what is said of it."""
    make, said = request.param
    make(stride.journal)
    return str(said)


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize(
    "words",
    [
        ["list"],
        ["show", "1"],
        ["search", "flying"],
        ["compare"],
        ["streaks"],
        ["export"],
        ["log", "run", "5k", "25:00"],
        ["delete", "1"],
        ["undo"],
    ],
    ids=lambda words: words[0],
)
def test_no_command_works_with_what_is_no_journal(
    stride: Stride, refused: str, words: list[str]
) -> None:
    before = snapshot(stride.here)
    ran = stride(*words)
    assert ran.code == 4
    assert ran.out == ""
    first, *rest = ran.err.splitlines()
    assert first.startswith("stride: ")
    assert str(stride.journal) in first
    assert any(part in first for part in refused.split("|"))
    assert len(rest) == 1
    assert snapshot(stride.here) == before


def test_an_entry_of_a_journal_that_is_damaged_further_back_is_not_half_logged(
    tmp_path: Path,
) -> None:
    path = Path(shutil.copy(FROZEN, tmp_path / "journal.db"))
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'measurement'"
        ).fetchone()
    damaged = bytearray(path.read_bytes())
    damaged[(root - 1) * PAGE : root * PAGE] = b"\xa5" * PAGE
    path.write_bytes(damaged)
    with pytest.raises(JournalError, match="damaged") as caught:
        add(open_journal(path, NOW), run(NOW_DAY))
    assert caught.value.exit_code == 4
    assert path.read_bytes() == damaged


def test_a_journal_that_somebody_writes_to_can_be_read_but_not_written(
    stride: Stride, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(FROZEN, stride.journal)
    monkeypatch.setattr(connect, "PATIENCE", 0.01)
    with closing(sqlite3.connect(stride.journal, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert stride("list").code == 0
        ran = stride("log", "run", "5k", "25:00")
    assert (ran.code, ran.out) == (4, "")
    assert "locked: another program is writing to it" in ran.err
    with closing(open_reading(stride.journal)) as connection:
        assert count(connection, Filters()) == 6


def test_a_journal_that_somebody_keeps_to_themselves_is_not_even_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(shutil.copy(FROZEN, tmp_path / "journal.db"))
    monkeypatch.setattr(connect, "PATIENCE", 0.01)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("DELETE FROM change_item")
        for opened in (open_reading, lambda path: open_journal(path, NOW)):
            with pytest.raises(JournalError, match="locked") as caught:
                opened(path)
            assert caught.value.exit_code == 4


@pytest.fixture
def nobodys_folder() -> Iterator[Path]:
    """Give a folder that this process has the rights of its owner to, even where it is root's."""
    nobody = 65_534
    folder = Path(tempfile.mkdtemp(prefix="stridelog-test-"))
    is_root = os.geteuid() == 0
    if is_root:
        os.chown(folder, nobody, nobody)
        os.seteuid(nobody)
    yield folder
    folder.chmod(0o700)
    if is_root:
        os.seteuid(0)
    shutil.rmtree(folder)


@posix
@pytest.mark.parametrize("only_the_file", [False, True], ids=["folder", "file"])
def test_a_journal_that_may_not_be_written_can_be_read(
    nobodys_folder: Path,
    only_the_file: bool,  # noqa: FBT001 (a parameter of pytest)
) -> None:
    path = nobodys_folder / "journal.db"
    path.write_bytes(FROZEN.read_bytes())
    path.chmod(0o400)
    nobodys_folder.chmod(0o700 if only_the_file else 0o500)
    with closing(open_reading(path)) as connection:
        assert count(connection, Filters()) == 6
    with pytest.raises(JournalError, match="cannot be written to") as caught:
        add(open_journal(path, NOW), run(NOW_DAY))
    assert caught.value.exit_code == 4
    assert path.read_bytes() == FROZEN.read_bytes()


@posix
def test_what_is_only_in_the_log_is_read_where_nothing_may_be_written(
    nobodys_folder: Path,
) -> None:
    path = nobodys_folder / "journal.db"
    path.write_bytes(FROZEN.read_bytes())
    with closing(connect.connect(path)) as other:
        other.execute("UPDATE entry SET note = 'only in the log'")
        nobodys_folder.chmod(0o500)
        with closing(open_reading(path)) as connection:
            notes = connection.execute("SELECT DISTINCT note FROM entry").fetchall()
    assert notes == [("only in the log",)]


@posix
def test_no_journal_is_made_in_a_folder_that_may_not_be_written(nobodys_folder: Path) -> None:
    nobodys_folder.chmod(0o500)
    with pytest.raises(JournalError, match="cannot be made: Permission denied") as caught:
        open_journal(nobodys_folder / "journal.db", NOW)
    assert caught.value.exit_code == 4
    assert list(nobodys_folder.iterdir()) == []


@posix
def test_a_journal_that_may_not_be_read_is_refused(nobodys_folder: Path) -> None:
    path = nobodys_folder / "journal.db"
    path.write_bytes(FROZEN.read_bytes())
    path.chmod(0)
    for opened in (open_reading, lambda path: open_journal(path, NOW)):
        with pytest.raises(JournalError) as caught:
            opened(path)
        assert caught.value.exit_code == 4
    path.chmod(0o600)


@posix
def test_an_old_journal_that_may_not_be_written_is_not_migrated(
    nobodys_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = nobodys_folder / "journal.db"
    path.write_bytes(FROZEN.read_bytes())
    nobodys_folder.chmod(0o500)
    monkeypatch.setattr(connect, "VERSION", VERSION + 1)
    with pytest.raises(JournalError) as caught:
        open_reading(path)
    assert caught.value.exit_code == 4
    assert [left.name for left in nobodys_folder.iterdir()] == ["journal.db"]
