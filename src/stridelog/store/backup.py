"""Copies of a journal: whole, private, and never in another's place."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from stridelog.domain.errors import JournalError
from stridelog.store.connect import connect


class BackupError(JournalError):
    """No copy of the journal can be made where it should lie."""


def back_up(path: Path, label: str) -> Path:
    """Copy the journal beside itself and return where the copy is.

    The copy is named after the journal, the ``label`` and the day (UTC) on which the journal was
    last written, which is what the copy is good for: ``journal-version-1-2026-11-21.db``. Where
    that name is taken, the copy gets a number. It holds everything that is committed, and only
    its owner can read it. Raises ``BackupError`` and what SQLite raises; then there is no copy.
    """
    copy = _new_file(path, f"{label}-{_last_written(path).date()}")
    try:
        with closing(connect(path)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
    return copy


def _last_written(path: Path) -> datetime:
    """Return when the journal was last written; what is newest may be in its write-ahead log.

    An empty log says nothing: opening the journal has just made it.
    """
    files = (path, path.with_name(f"{path.name}-wal"))
    states = (file.stat() for file in files if file.exists())
    return datetime.fromtimestamp(max(s.st_mtime for s in states if s.st_size), UTC)


def _new_file(path: Path, label: str) -> Path:
    """Make an empty private file beside ``path`` under a name that is still free."""
    count = 1
    while True:
        number = f"-{count}" if count > 1 else ""
        copy = path.with_name(f"{path.stem}-{label}{number}{path.suffix}")
        try:
            os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            count += 1
        except OSError as error:
            raise BackupError(
                f"The journal {path} cannot be copied to {copy}: {error.strerror}.",
                "Let its folder be written to, and have some space free.",
            ) from error
        else:
            return copy
