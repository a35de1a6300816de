"""Journals in files, and what tests ask of any of them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from stridelog.domain.entry import Draft
from stridelog.store.change import Stamp
from stridelog.store.writing import Journal, empty_journal, open_journal

ZONE = timezone(timedelta(hours=1))

NOW = datetime(2026, 11, 21, 8, 12, tzinfo=ZONE)

DAY = date(2026, 11, 20)
"""The day before."""

CONTENT = (
    "activity",
    "measure",
    "measure_term",
    "entry",
    "measurement",
    "entry_tag",
    "origin",
    "segment",
    "distinct_pair",
    "cadence",
    "protection",
    "skip_budget",
    "goal",
    "goal_version",
    "goal_step",
    "goal_review",
    "goal_note",
)
"""The tables of what a person made; all others follow from them, or tell of changes."""

Content = dict[str, list[tuple[Any, ...]]]
"""The rows of each table, in one order."""


def stamp(command: str = "log run 5k", made_at: datetime = NOW) -> Stamp:
    """Return who changes the journal."""
    return Stamp(command, made_at, "laptop")


def at(day: date, hour: int = 8, minute: int = 12) -> datetime:
    """Return a local time on a day."""
    return datetime.combine(day, time(hour, minute), ZONE)


def run(day: date, distance: float = 5_000.0, duration: float = 1_500.0, **more: Any) -> Draft:  # noqa: ANN401 (any field)
    """Return a run over a distance (metres) in a time (seconds)."""
    return Draft("run", at(day), {"distance": distance, "duration": duration}, **more)


def add(journal: Journal, *drafts: Draft) -> list[int]:
    """Log entries, all in one change."""
    with journal.change(stamp()) as change:
        return change.add(drafts)


def content(connection: sqlite3.Connection) -> Content:
    """Return all that a person made."""
    return {table: sorted_rows(connection, table) for table in CONTENT}


def sorted_rows(connection: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    """Return the rows of a table in an order that depends on nothing but them."""
    return sorted(connection.execute(f"SELECT * FROM {table}"), key=repr)  # noqa: S608 (own names)


def assert_sound(connection: sqlite3.Connection) -> None:
    """See to it that SQLite finds nothing wrong with a journal, its full text included."""
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.execute("INSERT INTO entry_words (entry_words) VALUES ('integrity-check')")
    connection.rollback()


def assert_file_sound(path: Path) -> None:
    """See to it that SQLite finds nothing wrong with a journal's file."""
    with closing(sqlite3.connect(path)) as connection:
        assert_sound(connection)


@contextmanager
def new_journal() -> Iterator[Journal]:
    """Give a new journal in a file, in a folder that goes away with it."""
    with TemporaryDirectory(prefix="stridelog-test-") as folder:
        yield open_journal(Path(folder) / "journal.db", NOW)


@cache
def _in_memory() -> tuple[Journal, sqlite3.Connection]:
    """Return a journal in memory, and a copy of what a new one is."""
    journal = empty_journal(NOW)
    untouched = sqlite3.connect(":memory:")
    journal.look().backup(untouched)
    return journal, untouched


def journal_in_memory() -> Journal:
    """Return a new journal in memory: always the same one, emptied, since that is fast."""
    journal, untouched = _in_memory()
    untouched.backup(journal.look())
    return journal
