"""The tags, places and gear that entries have."""

import sqlite3
from typing import Literal

Kind = Literal["tag", "place", "gear"]
"""What an entry can have that people name."""

_TABLES: dict[Kind, str] = {"tag": "entry_tag", "place": "entry", "gear": "entry"}


def is_known(connection: sqlite3.Connection, kind: Kind, name: str) -> bool:
    """Tell whether any entry has it."""
    # The indexes hold only entries that have one, and SQLite has to be told.
    row = connection.execute(
        f"SELECT 1 FROM {_TABLES[kind]} WHERE {kind} = ? AND {kind} <> '' LIMIT 1", (name,)
    )
    return row.fetchone() is not None


def known(connection: sqlite3.Connection, kind: Kind) -> list[str]:
    """Return every one that an entry has, in alphabetical order."""
    rows = connection.execute(
        f"SELECT DISTINCT {kind} FROM {_TABLES[kind]} WHERE {kind} <> '' ORDER BY {kind}"
    )
    return [name for (name,) in rows]
