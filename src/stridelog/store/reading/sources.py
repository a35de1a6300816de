"""Where entries came from: each source, and pairs of entries that may be one."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, combinations, groupby, product

from stridelog.domain.account import BY_HAND, Account, accounts_of
from stridelog.domain.entry import Entry
from stridelog.domain.filters import Filters
from stridelog.domain.importing import ExportedEntry, Order
from stridelog.domain.sameness import START_APART, Sameness, family, sameness, spent
from stridelog.domain.source import Pair, Source
from stridelog.store.reading.exported import every

_SOURCES = """
SELECT source, COUNT(DISTINCT entry.id),
  COUNT(DISTINCT entry.id) FILTER (WHERE NOT EXISTS (
    SELECT 1 FROM origin AS other
    WHERE other.entry_id = origin.entry_id AND other.source <> origin.source)),
  SUM(entry.id IS NULL), MIN(entry.day), MAX(entry.day), MAX(taken_at),
  COUNT(DISTINCT NULLIF(file, ''))
FROM origin LEFT JOIN entry ON entry.id = origin.entry_id
WHERE source <> ? GROUP BY source ORDER BY source
"""

_NEXT = timedelta(days=1)

_START_APART = START_APART.total_seconds()


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An entry with what was told of it; when the earliest of that began, the longest it lasted.

    ``only`` is the source that told all of it; empty if there are several.
    """

    entry: Entry
    imported: bool
    given: Sequence[Account]
    sources: tuple[str, ...]
    only: str
    began: float
    lasted: float


def sources(connection: sqlite3.Connection) -> list[Source]:
    """Return every source that something came from, by name."""
    return [
        Source(name, standing, alone, deleted, _day(first), _day(last), taken_at, files)
        for name, standing, alone, deleted, first, last, taken_at, files in connection.execute(
            _SOURCES, (BY_HAND,)
        )
    ]


def logged_by_hand(connection: sqlite3.Connection) -> int:
    """Return how many entries no source told of."""
    (number,) = connection.execute(
        "SELECT COUNT(*) FROM entry WHERE NOT EXISTS "
        "(SELECT 1 FROM origin WHERE entry_id = entry.id AND source <> ?)",
        (BY_HAND,),
    ).fetchone()
    return int(number)


def numbers_from(connection: sqlite3.Connection, source: str) -> list[int]:
    """Return the entries that a source told of, by number."""
    rows = connection.execute(
        "SELECT DISTINCT entry.id FROM origin JOIN entry ON entry.id = origin.entry_id "
        "WHERE source = ? ORDER BY entry.id",
        (source,),
    )
    return [number for (number,) in rows]


def doubtful_pairs(connection: sqlite3.Connection) -> list[Pair]:
    """Return the pairs of entries that may be one, and of which nobody has said that they are two.

    They are of one day; of neighbouring days, where both were imported.
    """
    told_apart = set(connection.execute("SELECT one_id, other_id FROM distinct_pair"))
    pairs: dict[tuple[int, int], Pair] = {}
    yesterday: dict[str, list[_Candidate]] = {}
    last: date | None = None
    for day, found in groupby(every(connection, Filters(), Order.DAY), lambda e: e.entry.day):
        today: dict[str, list[_Candidate]] = {}
        for candidate in filter(None, map(_candidate, found)):
            today.setdefault(family(candidate.given[0].draft.activity), []).append(candidate)
        if last is None or day - last != _NEXT:
            yesterday = {}
        for kind, candidates in today.items():
            near = chain(combinations(candidates, 2), _over_midnight(yesterday, kind, candidates))
            for pair in filter(_may_be_one, near):
                one, other = sorted(pair, key=lambda candidate: candidate.entry.number)
                numbers = one.entry.number, other.entry.number
                pairs[numbers] = Pair(one.entry, other.entry, one.sources, other.sources)
        yesterday, last = today, day
    return [pairs[numbers] for numbers in sorted(pairs.keys() - told_apart)]


def _over_midnight(
    yesterday: Mapping[str, Sequence[_Candidate]], kind: str, today: Sequence[_Candidate]
) -> Iterator[tuple[_Candidate, _Candidate]]:
    imported = [one for one in today if one.imported]
    return product((one for one in yesterday.get(kind, ()) if one.imported), imported)


def _candidate(found: ExportedEntry) -> _Candidate | None:
    """Return an entry with what is compared of it; None where it says no time that it took."""
    given = accounts_of(found.entry, found.origins)
    lasted = [max(times) for one in given if (times := spent(one.draft))]
    if not lasted:
        return None
    began = min(one.draft.at.timestamp() for one in given)
    names = tuple(dict.fromkeys(origin.source for origin in found.origins)) or (BY_HAND,)
    told = {one.origin.source for one in given}
    return _Candidate(
        entry=found.entry,
        imported=bool(found.origins),
        given=given,
        sources=names,
        only=told.pop() if len(told) == 1 else "",
        began=began,
        lasted=max(lasted),
    )


def _may_be_one(pair: tuple[_Candidate, _Candidate]) -> bool:
    one, other = pair
    if one.only and one.only == other.only:
        # As most pairs are: a source's own are two, unless they were at once.
        early, late = (one, other) if one.began <= other.began else (other, one)
        if late.began - early.began > max(early.lasted, _START_APART):
            return False
    return any(sameness(x, y) is not Sameness.DIFFERENT for x in one.given for y in other.given)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
