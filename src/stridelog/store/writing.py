"""Changes to a journal, each one transaction and each recorded so that it can be undone."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, time
from pathlib import Path

import sqlalchemy.exc
from sqlalchemy import Engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.pool import NullPool, StaticPool
from sqlmodel import create_engine

from stridelog.domain.activity import built_in_activities
from stridelog.domain.errors import JournalError
from stridelog.store import connect
from stridelog.store.change import Change, Stamp, raw


class Journal:
    """A journal that stands, opened for changes."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    @contextmanager
    def change(
        self, stamp: Stamp, day_starts: time = time(), *, trial: bool = False
    ) -> Iterator[Change]:
        """Give one transaction: kept whole when the block ends well, left out when it raises.

        A trial is left out in any case.
        """
        with _said_plainly(self.path), self._engine.begin() as connection:
            change = Change(connection, stamp, day_starts)
            yield change
            if trial:
                connection.rollback()
            else:
                change.finish()

    def look(self) -> sqlite3.Connection:
        """Return a connection to look at the journal with."""
        return raw(self._engine.connect())

    @contextmanager
    def swap(self) -> Iterator[sqlite3.Connection]:
        """Give one transaction for ``history.undo`` and ``history.redo``."""
        with _said_plainly(self.path), self._engine.begin() as connection:
            yield raw(connection)


def open_journal(path: Path, made_at: datetime) -> Journal:
    """Open the journal at ``path`` for changes; make it where there is none.

    An older journal is migrated first. Raises ``JournalError``.
    """
    with _said_plainly(path):
        if not connect.exists(path):
            _make(path, made_at)
        else:
            connect.open_reading(path).close()
        return Journal(path, _engine(path))


def empty_journal(made_at: datetime) -> Journal:
    """Make a new journal in memory: what a journal is before anything is logged."""
    engine = _with_transactions(create_engine("sqlite://", poolclass=StaticPool))
    _fill(engine, made_at)
    return Journal(Path(":memory:"), engine)


def _make(path: Path, made_at: datetime) -> None:
    """Make a new journal: beside its place first, so that half a journal never stands there."""
    path = Path(os.path.realpath(path))  # a symbolic link stays, and what it leads to is made
    _refuse_leftovers(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        new = path.with_name(f".{path.name}.{os.urandom(6).hex()}.new")
        os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise JournalError(
            f"The journal {path} cannot be made: {error.strerror}.",
            "Name another place with --journal or STRIDE_JOURNAL.",
        ) from error
    try:
        with closing(connect.connect(new)) as bare:
            bare.execute("PRAGMA journal_mode = WAL")
        _fill(_engine(new), made_at)
        _put_in_place(new, path)
    finally:
        for end in ("", "-wal", "-shm"):
            new.with_name(new.name + end).unlink(missing_ok=True)


def _refuse_leftovers(path: Path) -> None:
    """Refuse to make a journal beside the log of one that is gone: SQLite would mix them."""
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size and not connect.exists(path):
        raise JournalError(
            f"{log} is left of a journal that is gone.",
            "Put that journal back beside it, or move what is left out of the way.",
        )


def _put_in_place(new: Path, path: Path) -> None:
    """Give a new journal its name, unless another process was faster: then that one's stays."""
    try:
        os.link(new, path)
    except FileExistsError:
        if not connect.exists(path):
            new.replace(path)
    except OSError:  # a file system that knows no second name for a file
        new.replace(path)


def _fill(engine: Engine, made_at: datetime) -> None:
    from stridelog.store.tables.schema import create

    with engine.begin() as connection:
        create(connection)
        change = Change(connection, Stamp("", made_at, ""), time())
        for activity in built_in_activities():
            change.add_activity(activity)
        # What every journal starts with is nobody's change.
        raw(connection).execute("DELETE FROM change_item")
        raw(connection).execute("DELETE FROM change")


def _engine(path: Path) -> Engine:
    return _with_transactions(
        create_engine("sqlite://", creator=lambda: connect.connect(path), poolclass=NullPool)
    )


def _with_transactions(engine: Engine) -> Engine:
    """Let every transaction take the write lock when it begins, DDL included."""

    @event.listens_for(engine, "connect")
    def manual(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


@contextmanager
def _said_plainly(path: Path) -> Iterator[None]:
    with connect.said_plainly(path):
        try:
            yield
        except sqlalchemy.exc.DBAPIError as error:
            raise connect.explained(error.orig, path) from error
