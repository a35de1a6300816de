"""Faster over a distance than on the same day a year, five or ten years ago.

What a single day was like says little of CSAT, and much of a race.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from stridelog.domain.activity import Activity
from stridelog.domain.done import Done
from stridelog.domain.feat import Feat, feat_named, is_seen_better, said
from stridelog.domain.milestone import Found, History, Size, State, Stretch
from stridelog.domain.quantity import Notation
from stridelog.domain.record import RECORD_DISTANCES
from stridelog.domain.this_day import past_years

SUMMARY = "Anniversaries: faster than on this day one, five or ten years ago"

ORDER = 40

EACH: Literal["day", "month"] = "day"

YEARS = (10, 5, 1)
"""As many years ago; only the longest ago is told."""

LONG_AGO = 5
"""From so many years on it is a big one."""

QUIET_DAYS = 90
"""So many days pass until the next is told, but for one that lies longer ago.

Somebody who logs daily is better than on some such day every other day.
"""

_NOTHING = (-1.0, -1.0)
"""Stands where an entry has no value of a measure."""

_FEBRUARY = 2

Performance = tuple[Feat, int]
"""A feat, and the number of its entry."""


def begin() -> State:
    """Return that nothing was done yet, and none told.

    ``seen`` is a checksum of all that was done: the days of the past are looked up, not
    remembered, and what was found of them must be found again where one of them is corrected.
    ``told`` is the day of the last that was told, and how many years ago that one lay.
    """
    return {"first": None, "seen": 0, "told": None}


def step(state: State, stretch: Stretch, history: History) -> Iterator[Found]:
    """Give what was faster on a day than on the same one, as many years ago as possible."""
    day = stretch.first
    if state["first"] is None:
        state["first"] = day.year
    today: dict[str, Performance] | None = None
    for years in _open(state, day):
        past = [done for there in _on(day, years) for done in history.on(there)]
        if not past:
            continue
        today = _best(stretch.entries, history) if today is None else today
        found = _found(today, _known(past, history), years, day)
        if found:
            state["told"] = [day.isoformat(), years]
            yield found
            break
    state["seen"] = _seen(state["seen"], stretch.entries, history.activity)


def _seen(before: int, entries: Iterable[Done], activity: Activity) -> int:
    """Return a checksum of what was seen before and of these entries.

    Of numbers only, whose hashes are the same in every process.
    """
    names = [measure.name for measure in activity.measures]
    for done in entries:
        values = tuple([done.values.get(name, _NOTHING) for name in names])
        stretches = frozenset(done.segments.items())
        before = hash((before, done.number, done.counts, values, stretches))
    return before


def _open(state: State, day: date) -> Iterator[int]:
    """Give the years that there is something of, and that may be told, the most first."""
    told = state["told"]
    is_quiet = told and (day - date.fromisoformat(told[0])).days < QUIET_DAYS
    for years in YEARS:
        if day.year - years >= state["first"] and not (is_quiet and years <= told[1]):
            yield years


def _on(day: date, years: int) -> Iterator[date]:
    """Give the same day so many years ago: on 28 February, 29 February may be one, too."""
    year = day.year - years
    if day.month != _FEBRUARY:
        return iter([day.replace(year=year)])
    return past_years(day, date(year + 1, 1, 1), year)


def _best(entries: Iterable[Done], history: History) -> dict[str, Performance]:
    """Return the fastest over each distance, by name."""
    best: dict[str, Performance] = {}
    for done in entries:
        for feat in history.feats(done):
            timed = bool(feat.distance)
            if timed and (feat.name not in best or feat.is_better(best[feat.name][0].value)):
                best[feat.name] = feat, done.number
    return best


def _known(entries: Iterable[Done], history: History) -> dict[str, Performance]:
    """Return the fastest over each distance, but for one that a longer entry was faster over."""
    best = _best(entries, history)
    for done in entries:
        for bound in history.bounds(done):
            if bound.name in best and bound.is_better(best[bound.name][0].value):
                del best[bound.name]
    return best


def _found(
    today: dict[str, Performance], past: dict[str, Performance], years: int, day: date
) -> Found | None:
    """Return the most telling of what is faster than it was; None where nothing is."""
    better = [
        feat
        for name, (feat, _) in today.items()
        if name in past and is_seen_better(feat, past[name][0].value)
    ]
    if not better:
        return None
    feat = max(better, key=_telling)
    before, number = past[feat.name]
    size: Size = "big" if years >= LONG_AGO else "small"
    what = {"name": feat.name, "value": feat.value, "before": before.value, "years": years}
    return Found(day, size, (today[feat.name][1], number), what)


def _telling(feat: Feat) -> tuple[bool, float]:
    """Say what tells more: the time of a whole entry, that over the longest distance."""
    return not feat.inside, RECORD_DISTANCES[feat.distance]


def sentence(found: Found, activity: Activity, notation: Notation) -> str:
    """Say it: ``faster than 5 years ago today: 10k in 49:58, then 51:46``."""
    what = found.said
    feat = feat_named(what["name"], what["value"], activity)
    before = said(feat_named(what["name"], what["before"], activity), notation)
    ago = "a year" if what["years"] == 1 else f"{what['years']} years"
    now = f"{feat.distance} in {said(feat, notation)}"
    return f"faster than {ago} ago today: {now}, then {before}"
