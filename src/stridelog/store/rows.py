"""The rows of an entry: itself, its measurements, its tags and its origins."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from typing import Any

from sqlalchemy.engine import Connection
from sqlmodel import SQLModel, insert

from stridelog.domain.entry import Draft, day_of
from stridelog.store.catalog import Listed
from stridelog.store.identity import new_uid

HIGHEST_WISHED = 99_999_999
"""The highest number that a draft may bring along, so that later ones can still be typed."""


def numbers_for(journal: sqlite3.Connection, drafts: Sequence[Draft]) -> list[int]:
    """Return the numbers of new entries: those that the drafts bring along, where they are free."""
    (last,) = journal.execute(
        "SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'entry'), 0)"
    ).fetchone()
    numbers = []
    for draft in drafts:
        wanted = draft.number or 0
        # Only numbers above all that were ever given are surely free.
        last = wanted if last < wanted <= HIGHEST_WISHED else last + 1
        numbers.append(last)
    return numbers


class EntryRows:
    """Inserts the rows of entries."""

    def __init__(self, connection: Connection, made_at: datetime, day_starts: time) -> None:
        self._connection = connection
        self._made_at = made_at
        self._day_starts = day_starts

    def insert(self, numbered: Iterable[tuple[int, Draft, Listed]], uid: str = "") -> None:
        """Insert entries under their numbers, each of its activity.

        Without a ``uid`` they have those of their drafts, or new ones.
        """
        rows: dict[str, list[dict[str, Any]]] = {
            "entry": [],
            "measurement": [],
            "entry_tag": [],
            "origin": [],
        }
        for number, draft, listed in numbered:
            rows["entry"].append(self._entry_row(number, draft, listed, uid))
            rows["measurement"] += (
                {"entry_id": number, "measure_id": listed.id_of(name), "value": value}
                for name, value in draft.measurements.items()
            )
            rows["entry_tag"] += ({"entry_id": number, "tag": tag} for tag in draft.tags)
            rows["origin"] += (
                {"source": o.source, "key": o.key, "entry_id": number} for o in draft.origins
            )
        for table, values in rows.items():
            if values:
                self._connection.execute(insert(SQLModel.metadata.tables[table]), values)

    def _entry_row(self, number: int, draft: Draft, listed: Listed, uid: str) -> dict[str, Any]:
        offset = draft.at.utcoffset()
        return {
            "id": number,
            "uid": uid or draft.uid or new_uid(self._made_at),
            "activity_id": listed.id,
            "at": draft.at.replace(tzinfo=None).isoformat(timespec="seconds"),
            "utc_offset": int(offset.total_seconds()) if offset is not None else 0,
            "day": (draft.day or day_of(draft.at, self._day_starts)).isoformat(),
            "place": draft.place,
            "gear": draft.gear,
            "effort": draft.effort,
            "note": draft.note,
        }
