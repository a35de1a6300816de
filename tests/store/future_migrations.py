"""Migrations to a version that is not there yet, beside those that are."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stridelog.store import connect, migrate

NEXT = connect.VERSION + 1
"""The version after this one."""

BODY = f"""
import sqlalchemy as sa
from alembic import op

revision = "{NEXT:04}"
down_revision = "{connect.VERSION:04}"


def upgrade() -> None:
"""

MOODS = """
    op.add_column("entry", sa.Column("mood", sa.Integer))
    op.execute("UPDATE entry SET mood = effort")
"""
"""A new column, filled from an old one."""

AREAS_REBUILT = """
    views = op.get_bind().exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE type = 'view'"
    ).all()
    for name, _ in views:
        op.execute(f"DROP VIEW {name}")
    op.execute('''CREATE TABLE rebuilt (
        id INTEGER NOT NULL PRIMARY KEY, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE,
        area TEXT NOT NULL CHECK (area <> ''), retired BOOLEAN NOT NULL)''')
    op.execute("INSERT INTO rebuilt SELECT id, uid, name, area, retired FROM activity")
    op.execute("DROP TABLE activity")
    op.execute("ALTER TABLE rebuilt RENAME TO activity")
    for _, sql in views:
        op.get_bind().exec_driver_sql(sql)
"""
"""A table that others refer to, made again with a new constraint."""

REFUSED = """
    op.add_column("entry", sa.Column("mood", sa.Integer))
    op.execute("CREATE VIRTUAL TABLE dreams USING fts5(dream)")
    op.execute("DELETE FROM measurement")
    op.execute("INSERT INTO activity (uid) VALUES ('without a name')")
"""
"""Changes of every kind, and then one that SQLite refuses."""

BROKEN = """
    op.execute("DELETE FROM activity WHERE name = 'run'")
"""
"""Entries of an activity that is gone."""

FAULTY = """
    op.add_column("entry", sa.Column("mood", sa.Integer))
    raise RuntimeError("a slip of the programmer")
"""


@contextmanager
def next_version(folder: Path, body: str) -> Iterator[None]:
    """Let stride be one that knows the next version; its migrations lie in ``folder``."""
    migrations = folder / "migrations"
    shutil.copytree(migrate.FOLDER, migrations, ignore=shutil.ignore_patterns("__pycache__"))
    (migrations / "versions" / f"{NEXT:04}_of_a_test.py").write_text(BODY + body)
    before = migrate.FOLDER, connect.VERSION
    migrate.FOLDER, connect.VERSION = migrations, NEXT
    try:
        yield
    finally:
        migrate.FOLDER, connect.VERSION = before
