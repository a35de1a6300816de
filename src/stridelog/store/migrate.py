"""Bringing the journal of an older stride to the schema of this one.

The version of a journal is SQLite's ``user_version``, and migration ``0002`` makes version 2 of
it. Alembic wants to know that number from a table; it gets one that lives as long as the
connection, so that a journal never holds two numbers that could contradict each other.
"""

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine
from sqlalchemy.engine import Connection
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from stridelog.domain.errors import JournalError
from stridelog.store import connect
from stridelog.store.backup import back_up
from stridelog.store.change import raw

FOLDER = Path(__file__).with_name("migrations")
"""Where the migrations lie."""


class MigrationError(JournalError):
    """The journal could not be brought to the version of this program; it is as it was."""


def migrate(path: Path) -> None:
    """Bring the journal at ``path`` to the version of this program, all of it or nothing.

    A copy of it, as it is, is made beside it first. Whoever else writes to it has to wait, also
    another stride that wants to migrate it: that one finds it done. Raises ``JournalError``.
    """
    engine = create_engine(
        "sqlite://", creator=lambda: connect.connect(path), poolclass=NullPool
    )
    with connect.said_plainly(path), engine.connect() as connection:
        journal = raw(connection)
        # Rebuilding a table that others refer to works only while nobody follows the references;
        # this cannot be switched inside a transaction. SQLAlchemy would begin one only before
        # changes of rows, and DDL would not be rolled back, so it is begun by hand.
        journal.execute("PRAGMA foreign_keys = OFF")
        journal.execute("BEGIN IMMEDIATE")
        version = connect.version_of(journal, path)
        if version < connect.VERSION:
            copy = back_up(path, f"version-{version}")
            try:
                reached = upgrade(connection, version)
                _check_references(journal)
            except (SQLAlchemyError, sqlite3.Error, BrokenReferenceError) as error:
                raise _failed(path, copy, error) from error
            journal.execute(f"PRAGMA user_version = {reached}")
            journal.execute("COMMIT")


def upgrade(connection: Connection, version: int) -> int:
    """Run the migrations that come after ``version``; return the version that they lead to.

    Nothing is committed: the transaction is the caller's. Version 0 is an empty database.
    """
    journal = raw(connection)
    journal.execute("CREATE TEMP TABLE alembic_version (version_num TEXT NOT NULL PRIMARY KEY)")
    if version:
        journal.execute("INSERT INTO temp.alembic_version VALUES (?)", (f"{version:04}",))
    config = Config(attributes={"connection": connection})
    # A % begins an interpolation in Alembic's configuration.
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    command.upgrade(config, "head")
    (reached,) = journal.execute("SELECT version_num FROM temp.alembic_version").fetchone()
    journal.execute("DROP TABLE temp.alembic_version")
    return int(reached)


class BrokenReferenceError(Exception):
    """A migration left a row that refers to nothing."""


def _check_references(journal: sqlite3.Connection) -> None:
    broken = journal.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        table, _, parent, _ = broken
        raise BrokenReferenceError(f"a row of {table} refers to no row of {parent}")


def _failed(path: Path, copy: Path, error: BaseException) -> MigrationError:
    """Say why the journal stays as it is, and take the copy away that nobody needs."""
    copy.unlink(missing_ok=True)
    cause = getattr(error, "orig", None) or error
    return MigrationError(
        f"The journal {path} could not be brought to version {connect.VERSION}: {cause}. "
        "It is as it was.",
        "Please report it, and use the stride that you had until then.",
    )
