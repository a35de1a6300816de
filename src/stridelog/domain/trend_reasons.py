"""What else changed when a trend began: how often, how hard, under which circumstances.

Two things that changed at about the same time may have nothing to do with each other: this is
association, and says nothing of causes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum
from typing import Literal

from stridelog.domain.period import Span, days_until, shift
from stridelog.domain.statistics import cliffs_delta
from stridelog.domain.trend import Trend

Kind = Literal["frequency", "effort", "tag"]

NOTABLE = 0.33
"""|Cliff's delta| from which a change is told: medium, after Romano et al. (2006)."""

FEWEST = 3
"""Weeks, entries with an effort, or entries that each side needs."""

AT_MOST = 4
"""Changes that are told of a trend, the clearest ones."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of an activity in a window.

    ``weeks`` has the entries of each whole week, ``tags`` how many entries have each tag.
    """

    entries: int
    weeks: tuple[float, ...] = ()
    efforts: tuple[float, ...] = ()
    tags: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Accompanying:
    """What changed beside a trend, from before it began to since then.

    Entries a week, the mean effort, or the part of the entries with the tag ``name``; ``effect``
    is Cliff's delta, for a tag the difference of the parts.
    """

    kind: Kind
    name: str
    before: float
    after: float
    effect: float


def sides_of(trend: Trend, spans: Sequence[Span], first_day: date) -> tuple[Span, Span] | None:
    """Return the days since a trend began, and as many before it.

    Where it may have begun before all spans, their halves. Without entries before, None: days
    before the first one ever are left out.
    """
    middle = trend.begins or len(spans) // 2
    since = Span(spans[middle].first, spans[-1].last)
    before = days_until(shift(since.first, -1, "days"), since.days)
    if before.last < first_day:
        return None
    return Span(max(before.first, first_day), before.last), since


def accompanying(
    before: Surroundings, after: Surroundings, measure: str = ""
) -> tuple[Accompanying, ...]:
    """Return what else than ``measure`` clearly changed, the clearest first."""
    others = (change for change in _changes(before, after) if change.kind != measure)
    found = [change for change in others if abs(change.effect) >= NOTABLE]
    return tuple(sorted(found, key=lambda change: -abs(change.effect))[:AT_MOST])


def _changes(before: Surroundings, after: Surroundings) -> Iterator[Accompanying]:
    yield from _of_values("frequency", before.weeks, after.weeks)
    yield from _of_values("effort", before.efforts, after.efforts)
    if min(before.entries, after.entries) < FEWEST:
        return
    then, now = before.tags or {}, after.tags or {}
    for tag in sorted({*then, *now}):
        parts = then.get(tag, 0) / before.entries, now.get(tag, 0) / after.entries
        yield Accompanying("tag", tag, *parts, parts[1] - parts[0])


def _of_values(
    kind: Kind, before: Sequence[float], after: Sequence[float]
) -> Iterator[Accompanying]:
    if min(len(before), len(after)) >= FEWEST:
        means = fsum(before) / len(before), fsum(after) / len(after)
        yield Accompanying(kind, kind, *means, cliffs_delta(after, before))
