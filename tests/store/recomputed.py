"""What is kept ready in a journal, worked out once more: in plain Python, from the entries.

Nothing here is shared with ``refresh.py`` or with the views of the schema. Milestones are found
once more by the same rules, but from nothing, in a copy.
"""

import sqlite3
import struct
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from math import fsum
from typing import Any

import pytest

from stridelog.domain.distance import distance_class
from stridelog.store.milestones import find_all

EVERY = "*"

Numbers = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class KeptReady:
    """The tables kept ready, each row's numbers by its key.

    ``facts``: value and weight by measure, day, entry and distance class; ``totals``: total and
    weight by measure, distance class and month; ``values``: days, then values, then weights by
    the same; ``counts``: month and entries by activity and day; ``words``: note, tags and place
    by row id.
    """

    facts: dict[tuple[int, int, int, str], Numbers]
    totals: dict[tuple[int, str, int], Numbers]
    values: dict[tuple[int, str, int], Numbers]
    counts: dict[tuple[int, int], Numbers]
    words: dict[int, tuple[str, frozenset[str], str]]


def assert_kept_ready(connection: sqlite3.Connection) -> None:
    """See to it that all that is kept ready is what the entries say."""
    found, expected = stored(connection), recomputed(connection)
    assert found.facts == approximately(expected.facts)
    assert found.totals == approximately(expected.totals)
    assert found.values == approximately(expected.values)
    assert found.counts == expected.counts
    assert found.words == expected.words
    assert milestones(connection) == milestones_from_nothing(connection)


MILESTONES = ("milestone", "milestone_state", "uncounted")


def milestones(connection: sqlite3.Connection) -> dict[str, list[tuple[Any, ...]]]:
    """Return what the journal keeps of milestones."""
    return {
        table: sorted(connection.execute(f"SELECT * FROM {table}").fetchall())  # noqa: S608 (ours)
        for table in MILESTONES
    }


def milestones_from_nothing(connection: sqlite3.Connection) -> dict[str, list[tuple[Any, ...]]]:
    """Return the milestones of the entries, found again in a copy that knows none."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        connection.backup(copy)
        find_all(copy)
        return milestones(copy)


def approximately(rows: Mapping[Any, Numbers]) -> dict[Any, Any]:
    """Return rows to compare with: SQLite may round a sum of three terms otherwise."""
    return {key: pytest.approx(numbers, rel=1e-12, abs=1e-9) for key, numbers in rows.items()}


def stored(connection: sqlite3.Connection) -> KeptReady:
    """Return what the journal keeps ready."""
    return KeptReady(
        facts={
            (measure, day, entry, group): (value, weight)
            for measure, day, entry, value, weight, group in connection.execute(
                "SELECT measure_id, day, entry_id, value, weight, distance_class FROM fact"
            )
        },
        totals={
            (measure, group, month): (total, weight)
            for measure, group, month, total, weight in connection.execute(
                "SELECT measure_id, distance_class, month, total, weight FROM month_total"
            )
        },
        values={
            (measure, group, month): (*_unpacked("i", days), *_unpacked("d", numbers + weights))
            for measure, group, month, days, numbers, weights in connection.execute(
                "SELECT measure_id, distance_class, month, days, numbers, weights FROM month_values"
            )
        },
        counts={
            (activity, day): (month, entries)
            for activity, day, month, entries in connection.execute(
                "SELECT activity_id, day, month, entries FROM day_count"
            )
        },
        words={
            row: (note, frozenset((tags or "").split()), place)
            for row, note, tags, place in connection.execute(
                "SELECT rowid, note, tags, place FROM entry_words"
            )
        },
    )


def _unpacked(kind: str, packed: bytes) -> Numbers:
    return struct.unpack(f"<{len(packed) // struct.calcsize(f'<{kind}')}{kind}", packed)


def recomputed(connection: sqlite3.Connection) -> KeptReady:
    """Return what should be kept ready."""
    entries = connection.execute(
        "SELECT id, activity_id, day, at, note, place FROM entry"
    ).fetchall()
    tags = defaultdict(set)
    for entry, tag in connection.execute("SELECT entry_id, tag FROM entry_tag"):
        tags[entry].add(tag)
    facts: dict[tuple[int, int, int, str], Numbers] = {}
    counts: Counter[tuple[int, int, int]] = Counter()
    words = {}
    measured = _Values(connection)
    for entry, activity, day_text, time, note, place in entries:
        day = date.fromisoformat(day_text)
        values, group = measured.of(entry, activity)
        for measure, numbers in values.items():
            facts[measure, day.toordinal(), entry, group] = numbers
        counts[activity, day.toordinal(), _month(day)] += 1
        words[_row_of_words(entry, time)] = (note, frozenset(tags[entry]), place)
    totals, by_month = _by_month(connection, facts)
    return KeptReady(
        facts,
        totals,
        by_month,
        {(activity, day): (month, n) for (activity, day, month), n in counts.items()},
        words,
    )


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _row_of_words(entry: int, time: str) -> int:
    """Return the row that sorts by local minute, then by number."""
    day = date.fromisoformat(time[:10]).toordinal()
    minute = int(time[11:13]) * 60 + int(time[14:16])
    return day * 2**41 + minute * 2**30 + entry


class _Values:
    """Works out the value and the weight of each measure of an entry."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._measures = connection.execute(
            "SELECT id, activity_id, name, scale, weight_id FROM measure"
        ).fetchall()
        self._terms = connection.execute(
            "SELECT measure_id, part, term_id, coefficient FROM measure_term"
        ).fetchall()
        self._measured: dict[int, dict[int, float]] = defaultdict(dict)
        for entry, measure, value in connection.execute(
            "SELECT entry_id, measure_id, value FROM measurement"
        ):
            self._measured[entry][measure] = value

    def of(self, entry: int, activity: int) -> tuple[dict[int, tuple[float, float]], str]:
        """Return value and weight by measure, and the name of the standard distance."""
        measured = self._measured[entry]
        values: dict[int, tuple[float, float]] = {}
        group = ""
        for measure, of, name, scale, weight in self._measures:
            if of != activity:
                continue
            if measure in measured:
                values[measure] = (measured[measure], measured.get(weight, 1.0))
                if name == "distance":
                    group = distance_class(measured[measure]) or ""
            above, below = (list(self._side(measure, part, measured)) for part in _PARTS)
            if above and sum(below) > 0:
                values[measure] = (scale * sum(above) / sum(below), sum(below) / scale)
        return values, group

    def _side(self, of: int, of_part: str, measured: Mapping[int, float]) -> Iterator[float]:
        for measure, part, term, coefficient in self._terms:
            if (measure, part) == (of, of_part) and term in measured:
                yield measured[term] * coefficient


_PARTS = ("numerator", "denominator")


def _by_month(
    connection: sqlite3.Connection, facts: Mapping[tuple[int, int, int, str], Numbers]
) -> tuple[dict[tuple[int, str, int], Numbers], dict[tuple[int, str, int], Numbers]]:
    additive = {
        measure
        for (measure,) in connection.execute("SELECT id FROM measure WHERE kind = 'additive'")
    }
    sums: dict[tuple[int, str, int], list[Numbers]] = defaultdict(list)
    rows: dict[tuple[int, str, int], list[Numbers]] = defaultdict(list)
    for (measure, day, _, group), (value, weight) in facts.items():
        month = _month(date.fromordinal(day))
        sums[measure, group, month].append(
            (value if measure in additive else value * weight, weight)
        )
        for label in {EVERY, group} - {""}:
            rows[measure, label, month].append((day, value, weight))
    return (
        {key: tuple(map(fsum, zip(*pairs, strict=True))) for key, pairs in sums.items()},
        {
            key: tuple(number for column in zip(*sorted(found), strict=True) for number in column)
            for key, found in rows.items()
        },
    )
