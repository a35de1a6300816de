"""Making the whole schema, out of all modules that define a part of it."""

from sqlalchemy.engine import Connection
from sqlmodel import SQLModel

from stridelog.domain.distance import LONGEST, SHORTEST, STANDARD_DISTANCES
from stridelog.store.connect import APPLICATION_ID, VERSION
from stridelog.store.tables import activities, changes, entries, goals, kept_ready, rules
from stridelog.store.tables.views import VIEWS, WORDS

PARTS = (activities, entries, rules, goals, changes, kept_ready)
"""Where tables are defined: they stand in ``SQLModel.metadata`` when these are imported."""


def create(connection: Connection) -> None:
    """Make the whole schema in an empty database, with the standard distances in it."""
    SQLModel.metadata.create_all(connection, checkfirst=False)
    for statement in (*VIEWS, WORDS):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(
        "INSERT INTO standard_distance VALUES (?, ?, ?)",
        [(name, SHORTEST * d, LONGEST * d) for name, d in STANDARD_DISTANCES.items()],
    )
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
