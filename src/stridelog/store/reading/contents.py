"""How much a journal holds: to say what of it is nobody else's business, or nothing at all."""

import sqlite3
from typing import NamedTuple

_CONTENTS = """
SELECT
  (SELECT COUNT(*) FROM entry),
  (SELECT COUNT(*) FROM entry WHERE note <> ''),
  (SELECT COUNT(DISTINCT tag) FROM entry_tag),
  (SELECT COUNT(DISTINCT place) FROM entry WHERE place <> ''),
  (SELECT COUNT(DISTINCT gear) FROM entry WHERE gear <> '')
"""


class Contents(NamedTuple):
    """How many entries there are and how many have a note; how many tags, places and gear."""

    entries: int
    notes: int
    tags: int
    places: int
    gear: int


def has_goals(connection: sqlite3.Connection) -> bool:
    """Tell whether there is any goal."""
    (there,) = connection.execute("SELECT EXISTS (SELECT 1 FROM goal)").fetchone()
    return bool(there)


def contents(connection: sqlite3.Connection) -> Contents:
    """Return how much the journal holds."""
    return Contents(*connection.execute(_CONTENTS).fetchone())
