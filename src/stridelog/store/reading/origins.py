"""What a journal knows of where entries came from, so that nothing comes in twice."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from stridelog.domain.entry import Origin


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an origin: its entry's number, what it told, whether the entry stands."""

    number: int
    told: str
    stands: bool


def known(connection: sqlite3.Connection, origins: Iterable[Origin]) -> dict[Origin, Known]:
    """Return those of the origins that are known, with what is known of them."""
    return {
        origin: Known(number, told, stands=bool(stands))
        for origin in origins
        for number, told, stands in connection.execute(
            """
            SELECT entry_id, told, EXISTS (SELECT 1 FROM entry WHERE id = entry_id)
            FROM origin WHERE source = ? AND key = ?
            """,
            (origin.source, origin.key),
        )
    }


def known_uids(connection: sqlite3.Connection, uids: Iterable[str]) -> set[str]:
    """Return those of the uids that are in the journal."""
    return {
        uid
        for uid in uids
        if connection.execute("SELECT 1 FROM entry WHERE uid = ?", (uid,)).fetchone()
    }
