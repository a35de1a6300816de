"""The series that records are found in: times over distances, and all other measures."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from stridelog.domain.activity import pace_measure
from stridelog.domain.distance import LONGEST, STANDARD_DISTANCES
from stridelog.domain.doubt import Limits, Moved
from stridelog.domain.measure import Measure
from stridelog.domain.record import (
    RACED,
    RECORD_DISTANCES,
    TIME,
    How,
    Performance,
    Series,
    Subject,
    can_have_record,
    estimated_time,
    exact_time,
)
from stridelog.domain.record_history import doubt
from stridelog.store.catalog import Listed, entries_of_activities, read_catalog
from stridelog.store.reading.doubts import limits
from stridelog.store.reading.performances import (
    EARLY,
    FARTHEST,
    Believed,
    Length,
    Performances,
    RecordQuestion,
    Row,
    once,
)
from stridelog.store.reading.record_statements import (
    FACTS,
    FASTER,
    LATELY,
    MEASURED,
    UNRECORDED,
)

Grouped = tuple[str | None, Performance]
"""A tag, a place or nothing, and a performance there."""


def series(connection: sqlite3.Connection, question: RecordQuestion) -> Iterator[Series]:
    """Give what records are found in, of each activity that is asked for and has entries."""
    filters = question.filters
    logged = entries_of_activities(connection)
    for name, listed in read_catalog(connection).items():
        asked = filters.activity in {"", name} and filters.area in {"", listed.activity.area}
        if asked and name in logged:
            yield from _History.of(connection, listed, question).series()


@dataclass(frozen=True, slots=True)
class _History:
    """The history of one activity."""

    performances: Performances
    limits: Limits

    @classmethod
    def of(
        cls, connection: sqlite3.Connection, listed: Listed, question: RecordQuestion
    ) -> "_History":
        pace = pace_measure(listed.activity)
        performances = Performances(connection, listed, question, pace)
        return cls(performances, limits(connection, listed, question.today))

    def series(self) -> Iterator[Series]:
        """Give the times over distances, the surest first, then the other measures."""
        activity = self.performances.listed.activity
        if self.performances.pace is not None:
            yield from self._times(self.performances.pace)
        for measure in activity.measures:
            if can_have_record(measure) and not measure.retired:
                subject = Subject(activity.name, measure, pace=self.performances.pace)
                rows = self.performances.of_measure(measure, self._believed(subject))
                yield from self._grouped(subject, _as_they_are(rows))

    def _times(self, pace: Measure) -> Iterator[Series]:
        whole = replace(self._subject("", "exact"), measure=pace)
        entries = self.performances.of_measure(pace, self._believed(whole))
        entries.sort(key=lambda row: (row.performance.day, row.performance.number))
        stretches = self._stretches()
        known = {row.length for row in entries} | {row.length for row in stretches}
        estimated = [
            name
            for name, metres in STANDARD_DISTANCES.items()
            if name in RACED or known & {name, metres}
        ]
        far = once(entries, self._beyond(pace, entries[:EARLY], estimated))
        for distance, metres in RECORD_DISTANCES.items():
            if distance in STANDARD_DISTANCES:
                alike = [row for row in entries if row.length == distance]
                exact = _timed(alike, partial(exact_time, distance))
                yield from self._grouped(self._subject(distance, "exact"), exact)
            inside = [row for row in stretches if row.length == metres]
            segment = self._subject(distance, "segment")
            yield from self._grouped(segment, _as_they_are(inside))
            if distance in estimated:
                bound = self._subject(distance, "estimated")
                yield from self._grouped(bound, _estimates(distance, far))

    def _stretches(self) -> list[Row]:
        fastest: dict[Length, float] = {}
        subjects: dict[Length, Subject] = {}
        for name, metres in RECORD_DISTANCES.items():
            fastest[metres] = (self.limits.fastest_pace(metres) or 0.0) * metres / 1000.0
            subjects[metres] = self._subject(name, "segment")

        def believed(row: Row) -> bool:
            subject = subjects.get(row.length)
            return subject is not None and self._believed(subject)(row)

        return self.performances.of_stretches(fastest, believed)

    def _beyond(self, pace: Measure, early: Sequence[Row], names: Sequence[str]) -> list[Row]:
        """Return the entries beyond a distance that may have been the fastest so far, or lately."""
        if not self.performances.question.is_plain:
            return []
        measured = MEASURED[pace.dimension]
        parts = {
            name: {**measured, "distance": length, "beyond": LONGEST * length}
            for name, length in STANDARD_DISTANCES.items()
            if name in names
        }
        return self._faster(parts, early) + self._lately(list(parts.values()))

    def _faster(self, parts: Mapping[str, Mapping[str, object]], early: Sequence[Row]) -> list[Row]:
        """Return the entries that come to less time than the best of the early ones."""
        best = {f"best{n}": self._best_estimate(name, early) for n, name in enumerate(parts)}
        faster = " OR ".join(FASTER.format(**part, n=n) for n, part in enumerate(parts.values()))
        source = "fact CROSS JOIN entry ON entry.id = fact.entry_id"
        which = f":many AND fact.measure_id = :pace AND ({faster}) AND {UNRECORDED}"
        return self.performances.rows(FACTS, source, which, {**best, "many": len(early) >= EARLY})

    def _lately(self, parts: Sequence[Mapping[str, object]]) -> list[Row]:
        """Return the best of this year and of the last 13 weeks."""
        days = [day.toordinal() for day in self.performances.question.since]
        late = " UNION ".join(
            LATELY.format(**part, n=n) for part in parts for n in range(len(days))
        )
        source = f"""({late}) AS late CROSS JOIN fact ON fact.measure_id = :pace
          AND fact.day = late.day AND fact.entry_id = late.entry_id
          CROSS JOIN entry ON entry.id = fact.entry_id"""
        since = {f"since{n}": day for n, day in enumerate(days)}
        return self.performances.rows(FACTS, source, "TRUE", since)

    def _best_estimate(self, distance: str, early: Iterable[Row]) -> float:
        subject = self._subject(distance, "estimated")
        known = (done for _, done in _estimates(distance, early))
        believed = (d.value for d in known if doubt(subject, d, self.limits) is None)
        return min(believed, default=FARTHEST)

    def _subject(self, distance: str, how: How) -> Subject:
        listed = self.performances.listed
        return Subject(listed.activity.name, TIME, distance, how, pace=self.performances.pace)

    def _believed(self, subject: Subject) -> Believed:
        return lambda row: doubt(subject, row.performance, self.limits) is None

    def _grouped(self, subject: Subject, found: Iterable[Grouped]) -> Iterator[Series]:
        """Give a series for each tag or place that was found; one for all where none is asked."""
        groups: dict[str | None, dict[int, Performance]] = {}
        for group, performance in found:
            groups.setdefault(group, {})[performance.number] = performance
        for group in sorted(groups, key=lambda name: name or ""):
            performances = tuple(groups[group].values())
            yield Series(replace(subject, group=group), performances, self.limits)


def _as_they_are(rows: Iterable[Row]) -> Iterator[Grouped]:
    return ((row.group, row.performance) for row in rows)


def _timed(rows: Iterable[Row], time: Callable[[Moved], float | None]) -> Iterator[Grouped]:
    """Give the performances with the time that they come to, where they come to any."""
    for row in rows:
        done = row.performance
        seconds = None if done.moved is None else time(done.moved)
        if seconds is not None:
            # Thousands of them: dataclasses.replace would take ten times as long.
            yield (
                row.group,
                Performance(done.number, done.day, done.at, seconds, done.moved, done.confirmed),
            )


def _estimates(distance: str, rows: Iterable[Row]) -> Iterator[Grouped]:
    """Give those without a track beyond a distance, with the time that it took at most."""
    apart = (row for row in rows if not row.recorded)
    return _timed(apart, partial(estimated_time, distance))
