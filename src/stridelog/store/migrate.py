"""Bringing the journal of an older stride to the schema of this one.

The version of a journal is SQLite's ``user_version``, and migration ``0002`` makes version 2 of
it. Alembic wants to know that number from a table; it gets one that lives as long as the
connection, so that a journal never holds two numbers that could contradict each other.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from stridelog.domain.errors import JournalError
from stridelog.store import connect, milestones
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
    with connect.said_plainly(path), closing(connect.connect(path)) as journal:
        # A table that others refer to can be rebuilt only while nobody follows the references,
        # and that cannot be switched inside a transaction.
        journal.execute("PRAGMA foreign_keys = OFF")
        engine = create_engine("sqlite://", creator=lambda: journal, poolclass=StaticPool)
        # Inside a transaction that SQLAlchemy knows of, Alembic leaves commits alone. But neither
        # SQLAlchemy nor sqlite3 would begin it before rows are changed, so that DDL could not be
        # rolled back and nobody else had to wait: that is done by hand.
        with engine.connect() as connection, connection.begin():
            journal.execute("BEGIN IMMEDIATE")
            version = connect.version_of(journal, path)
            if version < connect.VERSION:
                _migrate(connection, path, version)
                journal.execute("COMMIT")


def _migrate(connection: Connection, path: Path, version: int) -> None:
    copy = back_up(path, f"version-{version}")
    try:
        reached = upgrade(connection, version)
        milestones.find_all(raw(connection))
        raw(connection).execute(f"PRAGMA user_version = {reached}")
        _check_references(raw(connection), path)
    except BaseException as error:
        # The journal is as it was, so nobody needs the copy.
        copy.unlink(missing_ok=True)
        if isinstance(error, DBAPIError):
            raise _failed(path, str(error.orig)) from error
        raise


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
    command.upgrade(config, "head")
    (reached,) = journal.execute("SELECT version_num FROM temp.alembic_version").fetchone()
    journal.execute("DROP TABLE temp.alembic_version")
    return int(reached)


def _check_references(journal: sqlite3.Connection, path: Path) -> None:
    """Raise ``MigrationError`` where a migration left a row that refers to nothing."""
    broken = journal.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        table, _, parent, _ = broken
        raise _failed(path, f"a row of {table} refers to no row of {parent}")


def _failed(path: Path, cause: str) -> MigrationError:
    return MigrationError(
        f"The journal {path} could not be brought to version {connect.VERSION}: {cause}. "
        "It is as it was.",
        "Please report it, and go on with the stride that you had until now.",
    )
