"""The best for a year or more, though not the best ever."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any, Literal

from stridelog.domain.activity import Activity
from stridelog.domain.dates import format_span
from stridelog.domain.done import Done
from stridelog.domain.feat import Feat, feat_named, said, said_before, superlative
from stridelog.domain.milestone import Found, History, Size, State, Stretch
from stridelog.domain.quantity import Notation
from stridelog.domain.record import RECORD_DISTANCES

SUMMARY = "The best for a year or more: the fastest 10k since 2021"

ORDER = 30

EACH: Literal["day", "month"] = "day"

LEAST_DAYS = 365
"""So many days ago there was a better one, at least."""

BIG_DAYS = 1096
"""The best for three years (one of them a leap year) is a big one."""

FEWEST = 4
"""The best of fewer than so many others since then is none."""

QUIET_DAYS = 28
"""So many days pass until the same is told again: who is on the way back is faster each week ..."""

SAME_QUIET_DAYS = 182
"""... and so many where what was better then is what it was."""

MOST_REMEMBERED = 32
"""So many values of a feat are remembered at most. There are about ten, more where it gets
worse for years."""

NO_ENTRY = 0
"""The number of what stands for two entries."""

Value = list[Any]
"""A value, its entry's number, its day (ordinal), and how many there were up to it.

Last stands, of the bound of a longer entry, what is known for sure; it is none of those that are
counted.
"""


def begin() -> State:
    """Return no feat at all: by name a count, what was last told, the values not surpassed since.

    ``told`` is the day of the last one, ``since`` that of what was better then. The values stand in
    the order of time, so that each is better than the ones behind it.
    """
    return {}


def step(state: State, stretch: Stretch, history: History) -> Iterator[Found]:
    """Give, of what a day has that was the best for a year, what goes back farthest."""
    best = list[Found]()
    for done in stretch.entries:
        for feat in history.feats(done):
            found = _best_since(_known(state, feat), feat, done)
            if found:
                best.append(found)
        for bound in history.bounds(done):
            known = _known(state, bound)
            _surpass(known["values"], bound)
            _put(known, bound, done)
    if best:
        yield min(best, key=_telling)


def _known(state: State, feat: Feat) -> dict[str, Any]:
    known: dict[str, Any] = state.setdefault(
        feat.name, {"count": 0, "told": 0, "since": 0, "values": []}
    )
    return known


def _telling(found: Found) -> tuple[str, float]:
    """Return what feats of a day are ordered by: how far they go back, the longest distance."""
    return found.said["since"], -RECORD_DISTANCES.get(found.said["name"], 0.0)


def _best_since(known: dict[str, Any], feat: Feat, done: Done) -> Found | None:
    """Remember a feat, and return it where a better one is long ago, with worse ones between."""
    known["count"] += 1
    values, today = known["values"], done.day.toordinal()
    surpassed = _surpass(values, feat)
    then = _put(known, feat, done)
    better = surpassed is not None and feat.is_better(surpassed)
    if not (then and better and _is_told(known, then, today)):
        return None
    known.update(told=today, since=then[2])
    return _found(feat, done, then)


def _put(known: dict[str, Any], feat: Feat, done: Done) -> Value | None:
    """Remember a feat, and return the better value before it; None where there is none.

    As good as then is not the best since then; what is later stands for both.
    """
    values: list[Value] = known["values"]
    then = values[-1] if values else None
    if then and then[0] == feat.value:
        values.pop()
        then = None
    values.append([feat.value, done.number, done.day.toordinal(), known["count"], feat.at_most])
    _bound(values)
    return then


def _surpass(values: list[Value], feat: Feat) -> float | None:
    """Take away the values that a feat surpasses, and return the best of them; None without any."""
    surpassed, sign = None, feat.measure.direction.sign
    while values and (feat.value - values[-1][0]) * sign > 0:
        surpassed = values.pop()[0]
    return surpassed


def _bound(values: list[Value]) -> None:
    """Make one of the two values that are nearest to each other, where there are too many.

    It is the better of the two, on the later day, and of no entry: what is worse than it may be
    worse than the earlier one alone, so nothing is told that would be compared with it.
    """
    if len(values) > MOST_REMEMBERED:
        gaps = [abs(earlier[0] - later[0]) for earlier, later in pairwise(values)]
        place = gaps.index(min(gaps))
        earlier, later = values[place : place + 2]
        values[place : place + 2] = [[earlier[0], NO_ENTRY, *later[2:]]]


def _is_told(known: dict[str, Any], then: Value, today: int) -> bool:
    """Tell whether it is long enough since a better value, and since the last that was told."""
    _, number, day, count, _ = then
    others: int = known["count"] - count - 1
    quiet = SAME_QUIET_DAYS if day == known["since"] else QUIET_DAYS
    long_ago = today - day >= LEAST_DAYS and today - known["told"] >= quiet
    return long_ago and number != NO_ENTRY and others >= FEWEST


def _found(feat: Feat, done: Done, then: Value) -> Found:
    better, number, day, _, at_most = then
    size: Size = "big" if done.day.toordinal() - day >= BIG_DAYS else "small"
    what = {"name": feat.name, "value": feat.value, "inside": feat.inside}
    if not at_most:
        what["then"] = better
    elif at_most < feat.value:  # else nobody knows in figures how much faster that one was
        what |= {"then": at_most, "within": True}
    since = date.fromordinal(day).isoformat()
    return Found(done.day, size, (done.number, number), {**what, "since": since})


def sentence(found: Found, activity: Activity, notation: Notation) -> str:
    """Say it: ``your fastest 10k since 3 May 2021: 49:58, then 49:31``."""
    what = found.said
    feat = feat_named(what["name"], what["value"], activity)
    now = said(feat, notation)
    before = Feat(feat.measure, what.get("then", what["value"]), feat.distance)
    then = said_before(before, notation, within=what.get("within", False))
    since = date.fromisoformat(what["since"])
    best = f"your {superlative(feat)} since {format_span(since, since)}: {now}"
    # What is better by less than is shown says nothing in figures.
    return best if then == now else f"{best}, then {then}"
