"""The Eddington number: the largest E such that on E days one covered at least E km (or miles).

Sir Arthur Eddington, the astronomer, kept it of his rides, in miles (his letter of 4 July 1938, in
S. Chandrasekhar, "Eddington: The Most Distinguished Astrophysicist of His Time", Cambridge 1983,
p. 6): "My cycling n is still 75. I was rather unlucky this Easter as I did two rides, seventy-four
and three-quarters miles, which do not count; I still need four more rides for the next quantum
jump." A day counts by all that was covered on it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from stridelog.domain.activity import Activity
from stridelog.domain.dates import format_span
from stridelog.domain.done import Done
from stridelog.domain.exact_sum import billionths
from stridelog.domain.milestone import Found, History, Size, State, Stretch
from stridelog.domain.quantity import Notation
from stridelog.domain.units import METRES_PER_MILE, UnitSystem

SUMMARY = "Eddington number: as many days of at least as many kilometres or miles"

ORDER = 55

EACH: Literal["day", "month"] = "day"

FIRST = 10
"""Below that, it is no number to speak of."""

CARRIED = frozenset({"alpine-ski", "snowboard", "sail", "windsurf", "kitesurf"})
"""What is driven by a slope or the wind: there the kilometres are no feat of one's own."""

ROUND = 10
"""Its multiples are big, and told at once ..."""

QUIET_DAYS = 90
"""... other numbers where none was told for so long: at first, it rises every few days."""

FARTHEST = 500
"""More in a day counts as this much: nobody has 500 such days. It bounds what is remembered."""

_UNITS = {
    UnitSystem.METRIC.value: ("km", billionths(1_000.0)),
    UnitSystem.IMPERIAL.value: ("miles", billionths(METRES_PER_MILE)),
}
"""By unit system, the unit and its length in billionths of a metre."""


def begin() -> State:
    """Return a number of 0 in each system, and no days that are longer.

    ``longer`` counts the days that are longer than the number, by their whole units; ``since`` is
    the day on which it rose, ``told`` the last one on which that was told.
    """
    return {system: {"number": 0, "longer": {}, "since": None, "told": None} for system in _UNITS}


def step(state: State, stretch: Stretch, history: History) -> Iterator[Found]:
    """Give the number where a day has made it rise; by one at most, as a day is one more."""
    if history.activity.name in CARRIED:
        return
    covered = [
        (billionths(metres), done) for done in stretch.entries if (metres := done.value("distance"))
    ]
    total = sum(metres for metres, _ in covered)
    for system, (unit, length) in _UNITS.items():
        kept = state[system]
        if not _rises(kept, min(total // length, FARTHEST)):
            continue
        before, kept["since"] = kept["since"], stretch.last.isoformat()
        if _is_told(kept, stretch.last):
            numbers = _earned(covered, kept["number"] * length)
            said = {"number": kept["number"], "unit": unit, "units": system}
            yield _found(kept, before, Found(stretch.last, "small", numbers, said))


def _rises(kept: State, whole: int) -> bool:
    """Count a day, and tell whether there are now enough for the next number."""
    number, longer = kept["number"], kept["longer"]
    if whole <= number:
        return False
    longer[str(whole)] = longer.get(str(whole), 0) + 1
    if sum(longer.values()) <= number:
        return False
    kept["number"] = number + 1
    longer.pop(str(number + 1), None)
    return True


def _is_told(kept: State, day: date) -> bool:
    if kept["number"] < FIRST:
        return False
    if kept["told"] is None or kept["number"] % ROUND == 0:
        return True
    return (day - date.fromisoformat(kept["told"])).days >= QUIET_DAYS


def _earned(covered: Sequence[tuple[int, Done]], needed: int) -> tuple[int, ...]:
    """Return the entry that made the day long enough, and the others of the day after it."""
    total, earner = 0, 0
    for metres, done in covered:
        total += metres
        earner = done.number
        if total >= needed:
            break
    return (earner, *(done.number for _, done in covered if done.number != earner))


def _found(kept: State, since: str, found: Found) -> Found:
    """Return it with the number before and its day; the first that is told is up from nothing."""
    number, is_first = kept["number"], kept["told"] is None
    kept["told"] = found.day.isoformat()
    size: Size = "small" if number % ROUND else "big"
    before = {} if is_first else {"before": number - 1, "since": since}
    return replace(found, size=size, said={**found.said, **before})


def sentence(found: Found, _activity: Activity, _notation: Notation) -> str:
    """Say it: ``Eddington number 42: 42 days of at least 42 km, up from 41 on 3 May 2021``."""
    said = found.said
    number, unit = said["number"], said["unit"]
    now = f"Eddington number {number}: {number} days of at least {number} {unit}"
    if "before" not in said:
        return now
    since = date.fromisoformat(said["since"])
    return f"{now}, up from {said['before']} on {format_span(since, since)}"
