"""A journal as a list of entries in Python: what reading by SQL is held against.

It is right because it is plain: one pass over all entries for each question.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from stridelog.domain.activity import Activity, leading_measure
from stridelog.domain.comparable import Mark
from stridelog.domain.comparison import FREQUENCY
from stridelog.domain.distance import LONGEST, SHORTEST, distance_class
from stridelog.domain.entry import Draft, Entry
from stridelog.domain.filters import Filters
from stridelog.domain.measure import Direction, Kind, Measure, Term
from stridelog.domain.period import Span
from stridelog.store.reading.scope import By

NumberedDraft = tuple[int, Draft]

Fact = tuple[int, float, float]
"""Day (an ordinal), value and weight."""


@dataclass(frozen=True, slots=True)
class NaiveJournal:
    """Activities by name, and drafts with the numbers that they were given."""

    activities: Mapping[str, Activity]
    entries: Sequence[NumberedDraft]

    def meeting(self, filters: Filters) -> list[NumberedDraft]:
        """Return the entries that meet the filters, by number."""
        return [pair for pair in self.entries if self._meets(pair[1], filters)]

    def latest(self, filters: Filters) -> list[NumberedDraft]:
        """Return the entries that meet the filters, latest first."""
        return sorted(
            self.meeting(filters),
            key=lambda pair: (day_of(pair[1]), pair[1].at, pair[0]),
            reverse=True,
        )

    def _meets(self, draft: Draft, filters: Filters) -> bool:
        distance = draft.measurements.get("distance")
        low, high = filters.distance or (0.0, 0.0)
        return (
            filters.activity in {"", draft.activity}
            and filters.area in {"", self.activities[draft.activity].area}
            and all(tag in draft.tags for tag in filters.tags)
            and not any(tag in draft.tags for tag in filters.not_tags)
            and filters.place in {"", draft.place}
            and filters.gear in {"", draft.gear}
            and (filters.distance is None or (distance is not None and low <= distance <= high))
            and (filters.since is None or filters.since <= day_of(draft))
            and (filters.until is None or day_of(draft) <= filters.until)
        )

    def derived(self, draft: Draft) -> dict[str, float]:
        """Return the values of an entry's derived measures."""
        values = {
            measure.name: value_and_weight(measure, draft)
            for measure in self.activities[draft.activity].measures
            if measure.kind is Kind.DERIVED
        }
        return {name: found[0] for name, found in values.items() if found}

    def facts(
        self, activity: Activity, measure: Measure, window: Span, filters: Filters
    ) -> Iterator[tuple[Draft, Fact]]:
        """Give a measure's value on each entry of a window; 1 where it is the frequency."""
        for _, draft in self.meeting(filters):
            if draft.activity == activity.name and window.contains(day_of(draft)):
                found = value_and_weight(measure, draft)
                if found:
                    yield draft, (day_of(draft).toordinal(), *found)

    def value(self, measure: Measure, draft: Draft) -> float | None:
        """Return a measure's value on an entry, or None where it has none."""
        found = value_and_weight(measure, draft)
        return found[0] if found else None

    def measure_that_matters(self, number: int) -> Measure | None:
        """Return the leading measure of those that an entry has a value of, if it says much."""
        own = dict(self.entries)[number]
        activity = self.activities[own.activity]
        known = tuple(m for m in activity.measures if self.value(m, own) is not None)
        measure = leading_measure(replace(activity, measures=known))
        return measure if measure and measure.name != "distance" else None

    def comparable(self, number: int) -> list[Mark]:
        """Return the values of the entries before one that can be compared, the first first."""
        own = dict(self.entries)[number]
        measure = self.measure_that_matters(number)
        assert measure is not None
        covered = own.measurements.get("distance")
        return [
            Mark(other, day_of(draft), value)
            for other, draft in sorted(self.entries, key=_when)
            if draft.activity == own.activity
            and _when((other, draft)) < _when((number, own))
            and (value := self.value(measure, draft)) is not None
            and _about_as_long(draft.measurements.get("distance"), covered)
        ]


def _when(numbered: NumberedDraft) -> tuple[date, datetime, int]:
    """Return what entries are ordered by: the day, the time on the wall, the number."""
    number, draft = numbered
    return day_of(draft), draft.at.replace(tzinfo=None, microsecond=0), number


def _about_as_long(other: float | None, own: float | None) -> bool:
    """Tell whether two distances can be compared; none with none, and with odd ones."""
    if own is None or other is None:
        return own is None and (other is None or distance_class(other) is None)
    if distance_class(own) or distance_class(other):
        return distance_class(own) == distance_class(other)
    return SHORTEST * own <= other <= LONGEST * own


def day_of(draft: Draft) -> date:
    """Return the day that a draft counts for where days begin at midnight."""
    return draft.day or draft.at.date()


def as_entry(journal: NaiveJournal, numbered: NumberedDraft, uid: str) -> Entry:
    """Return a draft as it should come out of a journal; the uid is not foreseeable."""
    number, draft = numbered
    return Entry(
        number=number,
        uid=draft.uid or uid,
        activity=draft.activity,
        at=draft.at,
        day=day_of(draft),
        measurements=dict(draft.measurements),
        derived=journal.derived(draft),
        tags=tuple(sorted(draft.tags)),
        place=draft.place,
        gear=draft.gear,
        effort=draft.effort,
        note=draft.note,
    )


def value_and_weight(measure: Measure, draft: Draft) -> tuple[float, float] | None:
    """Return a measure's value on an entry and what it weighs, or None where it has none."""
    if measure.name == FREQUENCY.name:
        return 1.0, 1.0
    if measure.ratio is None:
        value = draft.measurements.get(measure.name)
        return None if value is None else (value, draft.measurements.get(measure.weight, 1.0))
    above = _side(measure.ratio.numerator, draft)
    below = _side(measure.ratio.denominator, draft)
    if not above or sum(below) <= 0:
        return None
    scale = measure.ratio.scale
    return scale * sum(above) / sum(below), sum(below) / scale


def _side(terms: Iterable[Term], draft: Draft) -> list[float]:
    return [
        draft.measurements[term.measure] * term.coefficient
        for term in terms
        if term.measure in draft.measurements
    ]


def groups_of(draft: Draft, by: By) -> set[str]:
    """Return the groups that an entry belongs to beside that of all entries."""
    if by == "tag":
        return set(draft.tags)
    if by == "place":
        return {draft.place} - {""}
    return {distance_class(draft.measurements.get("distance", 0.0)) or ""} - {""}


def better_first(direction: Direction) -> Callable[[float], float]:
    """Return a key that sorts the better value first."""
    return (lambda value: value) if direction is Direction.LOWER else (lambda value: -value)


def holds_words(draft: Draft, words: str) -> bool:
    """Tell whether note, tags and place hold every word, as the start of a word."""
    text = f"{draft.note} {' '.join(draft.tags)} {draft.place}"
    tokens = "".join(c if c.isalnum() else " " for c in _folded(text)).split()
    return all(any(t.startswith(word) for t in tokens) for word in _folded(words).split())


def _folded(text: str) -> str:
    """Return letters without case and accents."""
    apart = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in apart if not unicodedata.combining(c))
