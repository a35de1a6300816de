"""One occurrence, several sources: which entry a draft belongs to, and what comes out of them.

Which drafts are of one occurrence is `domain.sameness`, what they make together is
`domain.account`; here is how the journal is asked, and changed.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from stridelog.domain.account import (
    BY_HAND,
    Account,
    accounts,
    accounts_of,
    put_together,
    revised,
    told,
)
from stridelog.domain.entry import Draft, Entry, Origin, as_draft
from stridelog.domain.sameness import apart, one_occurrence
from stridelog.store.change import Change
from stridelog.store.reading import entries
from stridelog.store.room import Room

_OTHER_SOURCES = """
SELECT EXISTS (SELECT 1 FROM origin WHERE source < :source)
OR EXISTS (SELECT 1 FROM origin WHERE source > :source)
"""

_NEAR = """
SELECT origin.entry_id, source, key, told
FROM entry JOIN origin ON origin.entry_id = entry.id
WHERE entry.day BETWEEN :first AND :last AND NOT EXISTS (
  SELECT 1 FROM origin AS own WHERE own.entry_id = entry.id AND own.source = :source)
ORDER BY origin.entry_id, source, key
"""

_DELETED = """
SELECT entry_id, source, key, told FROM origin
WHERE told <> '' AND entry_id IN (SELECT entry_id FROM origin EXCEPT SELECT id FROM entry)
ORDER BY entry_id, source, key
"""

_DAYS_APART = 2
"""How far apart days may lie: in another zone, and in a night that counts for the day before."""

GivenByDay = Mapping[date, Sequence[Sequence[Account]]]
"""Accounts of single occurrences, by the day that the first of them tells."""


def matching(connection: sqlite3.Connection, draft: Draft) -> list[int]:
    """Return the entries that are of the same occurrence as the draft, by number, nearest first.

    Entries logged by hand are not among them: a person has to say.
    """
    if not _comparable(draft):
        return []
    new = [Account(draft.origins[0], draft)]
    source = draft.origins[0].source
    (others,) = connection.execute(_OTHER_SOURCES, {"source": source}).fetchone()
    if not others:
        return []
    near_days = _days_near(draft)
    days = {"first": near_days[0].isoformat(), "last": near_days[-1].isoformat()}
    rows = connection.execute(_NEAR, {**days, "source": source})
    near = {number: _given(connection, number, its) for number, its in _by_entry(rows).items()}
    found = {number: its for number, its in near.items() if one_occurrence(its, new)}
    return sorted(found, key=lambda number: (apart(found[number], new), number))


def deleted_accounts(connection: sqlite3.Connection) -> GivenByDay:
    """Return what was told of the entries that the person deleted."""
    found: dict[date, list[list[Account]]] = {}
    for origins in _by_entry(connection.execute(_DELETED)).values():
        if given := accounts(origins):
            found.setdefault(given[0].draft.at.date(), []).append(given)
    return found


def was_deleted(deleted: GivenByDay, draft: Draft) -> bool:
    """Tell whether the person deleted what the draft tells of, when another source told of it."""
    if not deleted or not _comparable(draft):
        return False
    new = [Account(draft.origins[0], draft)]
    near = (given for day in _days_near(draft) for given in deleted.get(day, ()))
    return any(one_occurrence(given, new) for given in near)


def _days_near(draft: Draft) -> list[date]:
    """Return the days that other sources may tell of it, as far as the calendar goes."""
    day = min(draft.at.date(), date.max - timedelta(days=_DAYS_APART))
    return [day + timedelta(days=n) for n in range(-_DAYS_APART, _DAYS_APART + 1)]


def _comparable(draft: Draft) -> bool:
    return bool(draft.origins) and bool({"duration", "elapsed"} & draft.measurements.keys())


def _by_entry(rows: Iterable[tuple[int, str, str, str]]) -> dict[int, list[Origin]]:
    found: dict[int, list[Origin]] = {}
    for number, *row in rows:
        found.setdefault(number, []).append(Origin(*row))
    return found


def _given(connection: sqlite3.Connection, number: int, origins: Sequence[Origin]) -> list[Account]:
    if given := accounts(origins):
        return given
    entry = entries.entry(connection, number)
    return accounts_of(entry, origins) if entry else []


def gather(room: Room, numbers: Sequence[int], said: Sequence[Origin]) -> None:
    """Let origins join the first of these entries, and the others, which they show to be the same.

    Three sources may agree in pairs only: then the one between brings the other two together,
    unless somebody said that these are two.
    """
    stays, *others = numbers
    tell(room, stays, said)
    for other in others:
        given = [accounts(_standing(room.change, number)[1]) for number in (stays, other)]
        pair = min(stays, other), max(stays, other)
        if one_occurrence(*given) and not _told_apart(room.change.raw, *pair):
            join(room, *pair)
            stays = pair[0]


def _told_apart(connection: sqlite3.Connection, lower: int, higher: int) -> bool:
    row = connection.execute(
        "SELECT 1 FROM distinct_pair WHERE one_id = ? AND other_id = ?", (lower, higher)
    )
    return row.fetchone() is not None


def tell(room: Room, number: int, said: Sequence[Origin]) -> bool:
    """Let origins join an entry, or say something new of it; tell whether that changed it."""
    entry, origins = _standing(room.change, number)
    after = [*(origin for origin in origins if origin not in said), *said]
    return _retell(room, entry, origins, after, put_together(accounts(after)))


def join(room: Room, number: int, other: int) -> None:
    """Make one entry of two: ``number`` takes over what the other one comes from.

    What was changed by hand in either stays; where it was in both, what ``number`` says.
    """
    entry, origins = _standing(room.change, number)
    gone, more = _standing(room.change, other)
    room.change.delete([other])
    known = _with_words(gone, more)
    after = [*_with_words(entry, origins), *known]
    was = put_together(accounts(known))
    _retell(
        room, entry, origins, after, revised(as_draft(gone), was, put_together(accounts(after)))
    )


def take_out(room: Room, number: int, source: str) -> bool:
    """Take a source out of an entry; tell whether the entry went with it, its last one."""
    entry, origins = _standing(room.change, number)
    left = [origin for origin in origins if origin.source != source]
    if left:
        given = accounts(left)
        _retell(room, entry, origins, left, put_together(given) if given else None)
        return False
    room.change.retell(number, (), as_draft(entry))
    room.change.delete([number])
    return True


def _retell(
    room: Room,
    entry: Entry,
    before: Sequence[Origin],
    after: Sequence[Origin],
    says: Draft | None,
) -> bool:
    """Let an entry come from other origins than before, which say what is given, if anything.

    Tell whether it is another then.
    """
    known = accounts(before)
    stands = becomes = as_draft(entry)
    if says is not None:
        becomes = revised(stands, put_together(known) if known else None, says)
    room.make(becomes)
    room.change.retell(entry.number, after, becomes)
    return replace(becomes, segments=()) != stands


def _with_words(entry: Entry, origins: Sequence[Origin]) -> list[Origin]:
    """Return the origins of an entry; where these tell nothing, with what it says itself."""
    if accounts(origins):
        return list(origins)
    first = origins[0] if origins else Origin(BY_HAND, entry.uid)
    return [replace(first, told=told(as_draft(entry))), *origins[1:]]


def _standing(change: Change, number: int) -> tuple[Entry, tuple[Origin, ...]]:
    entry = entries.entry(change.raw, number)
    assert entry is not None  # noqa: S101 (callers know that it stands)
    return entry, entries.origins(change.raw, number)
