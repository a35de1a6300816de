"""The rows of an entry: itself, its measurements, its tags, its origins and its segments."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime, time
from typing import Any

from sqlalchemy import Table
from sqlalchemy.engine import Connection
from sqlmodel import insert

from stridelog.domain.entry import Draft, Origin, day_of
from stridelog.store.catalog import Listed
from stridelog.store.identity import new_uid
from stridelog.store.reading.calendar import local_time
from stridelog.store.tables import entries

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

    def insert(self, numbered: Iterable[tuple[int, Draft, Listed]]) -> None:
        """Insert entries under their numbers, each of its activity.

        Drafts without a uid get new ones.
        """
        rows: dict[Table, list[dict[str, Any]]] = {
            entries.entry: [],
            entries.measurement: [],
            entries.entry_tag: [],
            entries.origin: [],
            entries.segment: [],
        }
        for number, draft, listed in numbered:
            rows[entries.entry].append(self._entry_row(number, draft, listed))
            rows[entries.measurement] += (
                {"entry_id": number, "measure_id": listed.id_of(name), "value": value}
                for name, value in draft.measurements.items()
            )
            rows[entries.entry_tag] += ({"entry_id": number, "tag": tag} for tag in draft.tags)
            rows[entries.origin] += (self._origin_row(number, origin) for origin in draft.origins)
            rows[entries.segment] += ({"entry_id": number, **asdict(s)} for s in draft.segments)
        for table, values in rows.items():
            if values:
                self._connection.execute(insert(table), values)

    def _entry_row(self, number: int, draft: Draft, listed: Listed) -> dict[str, Any]:
        offset = draft.at.utcoffset()
        return {
            "id": number,
            "uid": draft.uid or new_uid(self._made_at),
            "activity_id": listed.id,
            "at": local_time(draft.at),
            "utc_offset": int(offset.total_seconds()) if offset is not None else 0,
            "day": (draft.day or day_of(draft.at, self._day_starts)).isoformat(),
            "place": draft.place,
            "gear": draft.gear,
            "effort": draft.effort,
            "note": draft.note,
        }

    def _origin_row(self, number: int, origin: Origin) -> dict[str, Any]:
        now = self._made_at.astimezone(UTC).isoformat(timespec="seconds")
        return {**asdict(origin), "taken_at": origin.taken_at or now, "entry_id": number}
