"""Opening a journal: where it lies, what it must be, and what SQLite says when it is not."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stridelog.domain.errors import JournalError

APPLICATION_ID = 0x53545244
"""SQLite's ``application_id`` of a journal: the letters STRD."""

VERSION = 5
"""SQLite's ``user_version`` of a journal that this program reads and writes."""

PATIENCE = 5.0
"""Seconds to wait for another program that is writing to the journal."""


class NotAJournalError(JournalError):
    """The file is there, but stride did not make it."""


class NewerJournalError(JournalError):
    """A newer stride made the journal."""


def exists(path: Path) -> bool:
    """Tell whether there is a journal to open; an empty file is a journal not begun.

    Raises ``JournalError`` where something else stands in its place or it cannot be looked at.
    """
    try:
        if path.is_dir():
            raise NotAJournalError(
                f"{path} is a folder, not a journal.",
                "Name the journal's file: stride --journal FOLDER/journal.db",
            )
        if path.exists() and not path.is_file():
            raise NotAJournalError(
                f"{path} is a device, not a file.", "Name another place for the journal."
            )
        return path.exists() and path.stat().st_size > 0
    except OSError as error:
        raise JournalError(
            f"The journal {path} cannot be opened: {error.strerror}.",
            "Check who owns the file and its folder.",
        ) from error


def connect(path: Path) -> sqlite3.Connection:
    """Open the file for reading and writing, with what every connection needs switched on."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        timeout=PATIENCE,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def version_of(connection: sqlite3.Connection, path: Path) -> int:
    """Return the version of the journal's schema.

    Raises ``NotAJournalError`` for other databases, ``NewerJournalError`` for later versions.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise NotAJournalError(
            f"{path} is a database, but not a journal of stride.",
            "Name another file with --journal or STRIDE_JOURNAL.",
        )
    if version > VERSION:
        raise NewerJournalError(
            f"The journal {path} was made by a newer stride (version {version}; "
            f"this one knows {VERSION}).",
            "Update this stride: pip install --upgrade stridelog",
        )
    return int(version)


def open_reading(path: Path) -> sqlite3.Connection:
    """Open a journal that stands, to look only: the connection refuses every change.

    A journal of an older version is migrated first. Raises ``JournalError``.
    """
    with said_plainly(path):
        connection = _opened(path)
        try:
            if version_of(connection, path) < VERSION:
                from stridelog.store.migrate import migrate

                connection.close()
                migrate(path)
                connection = connect(path)
            connection.execute("PRAGMA query_only = ON")
        except BaseException:
            connection.close()
            raise
        return connection


def _opened(path: Path) -> sqlite3.Connection:
    """Open the file as it can be opened: where nothing may be written, for reading only."""
    try:
        connection = connect(path)
        try:
            connection.execute("PRAGMA user_version")
        except sqlite3.Error:
            connection.close()
            raise
    except sqlite3.OperationalError as error:
        if not _cannot_write(error):
            raise
        # A folder that may not be written to cannot hold WAL's side files. Where they are there,
        # they have to be read; where they are not, SQLite must not look for them.
        log = path.with_name(f"{path.name}-wal")
        way = "mode=ro" if log.exists() and log.stat().st_size else "mode=ro&immutable=1"
        uri = f"{path.absolute().as_uri()}?{way}"
        return sqlite3.connect(uri, uri=True, isolation_level=None)
    return connection


def _cannot_write(error: BaseException | None) -> bool:
    said = str(error)
    return "readonly" in said or "read-only" in said or "unable to open" in said


@contextmanager
def said_plainly(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the journal at ``path`` into a ``JournalError``."""
    try:
        yield
    except sqlite3.Error as error:
        raise explained(error, path) from error


def explained(error: BaseException | None, path: Path) -> JournalError:
    """Return what an error of SQLite means for the person.

    A constraint that is violated says nothing of the journal: it is raised as the bug that it is.
    """
    if isinstance(error, sqlite3.IntegrityError):
        raise error
    said = str(error)
    if "locked" in said or "busy" in said:
        return JournalError(
            f"The journal {path} is locked: another program is writing to it.",
            "Try again in a moment.",
        )
    if "not a database" in said or "file is encrypted" in said:
        return NotAJournalError(
            f"{path} is not a journal: it is not an SQLite database.",
            "Name another file with --journal or STRIDE_JOURNAL.",
        )
    if _cannot_write(error):
        return JournalError(
            f"The journal {path} cannot be written to.",
            "Check who owns the file and its folder.",
        )
    if "full" in said:
        return JournalError(
            f"There is no room left on the disk for the journal {path}. Nothing was saved.",
            "Free some space and try again.",
        )
    if "disk I/O error" in said:
        return JournalError(
            f"The disk refused to read or write the journal {path}. Nothing was saved.",
            "Is there room left on it? What was saved before is safe there.",
        )
    return JournalError(
        f"The journal {path} is damaged: {said}.",
        "Keep a copy of the file as it is, and restore a backup.",
    )
