"""One occurrence, several sources: which entry a draft belongs to, and what comes out of them.

Which drafts are of one occurrence is `domain.sameness`, what they make together is
`domain.account`; here is how the journal is asked, and changed.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from stridelog.domain.account import (
    BY_HAND,
    Account,
    accounts,
    accounts_of,
    draft_of,
    put_together,
    revised,
    told,
)
from stridelog.domain.entry import Draft, Entry, Origin
from stridelog.domain.sameness import Sameness, sameness
from stridelog.store.change import Change
from stridelog.store.reading import entries
from stridelog.store.room import Room

_NEAR = """
SELECT origin.entry_id, source, key, told
FROM entry JOIN origin ON origin.entry_id = entry.id
WHERE entry.day BETWEEN ? AND ? ORDER BY origin.entry_id, source, key
"""


def matching(connection: sqlite3.Connection, draft: Draft) -> list[int]:
    """Return the entries that are of the same occurrence as the draft, by number.

    Entries logged by hand are not among them: a person has to say.
    """
    if not draft.origins or not ({"duration", "elapsed"} & draft.measurements.keys()):
        return []
    new = Account(draft.origins[0], draft)
    # The day of another zone, and a night that counts for the day before.
    days = ((draft.at.date() + timedelta(days=apart)).isoformat() for apart in (-2, 2))
    near: dict[int, list[Origin]] = {}
    for number, *row in connection.execute(_NEAR, tuple(days)):
        near.setdefault(number, []).append(Origin(*row))
    return [
        number
        for number, origins in near.items()
        if all(origin.source != new.origin.source for origin in origins)
        and _is_told(connection, number, origins, new)
    ]


def _is_told(
    connection: sqlite3.Connection, number: int, origins: Sequence[Origin], new: Account
) -> bool:
    given = accounts(origins)
    if not given:
        entry = entries.entry(connection, number)
        given = accounts_of(entry, origins) if entry else []
    return any(sameness(new, one) is Sameness.SAME for one in given)


def tell(room: Room, number: int, said: Origin) -> bool:
    """Let an origin join an entry, or say something new of it; tell whether that changed it."""
    entry, origins = _standing(room.change, number)
    others = [origin for origin in origins if origin != said]
    return _retell(room, entry, origins, [*others, said])


def join(room: Room, number: int, other: int) -> None:
    """Make one entry of two: ``number`` takes over what the other one comes from."""
    entry, origins = _standing(room.change, number)
    gone, more = _standing(room.change, other)
    room.change.delete([other])
    _retell(room, entry, origins, [*_with_hand(entry, origins), *_with_hand(gone, more)])


def take_out(room: Room, number: int, source: str) -> bool:
    """Take a source out of an entry; tell whether the entry went with it, its last one."""
    entry, origins = _standing(room.change, number)
    left = [origin for origin in origins if origin.source != source]
    if left:
        _retell(room, entry, origins, left)
        return False
    room.change.retell(number, (), draft_of(entry))
    room.change.delete([number])
    return True


def _retell(room: Room, entry: Entry, before: Sequence[Origin], after: Sequence[Origin]) -> bool:
    """Let an entry come from other origins than before; tell whether it is another then."""
    given, known = accounts(after), accounts(before)
    stands = becomes = draft_of(entry)
    if given:
        was = put_together(known) if known else None
        becomes = revised(stands, was, put_together(given))
    room.make(becomes)
    room.change.retell(entry.number, after, becomes)
    return replace(becomes, segments=()) != stands


def _with_hand(entry: Entry, origins: Sequence[Origin]) -> list[Origin]:
    """Return the origins of an entry; its own words, where it was logged by hand."""
    if origins:
        return list(origins)
    return [Origin(BY_HAND, entry.uid, told=told(draft_of(entry)))]


def _standing(change: Change, number: int) -> tuple[Entry, tuple[Origin, ...]]:
    entry = entries.entry(change.raw, number)
    assert entry is not None  # noqa: S101 (callers know that it stands)
    return entry, entries.origins(change.raw, number)
