"""The first of its kind: of an activity, over a standard distance on foot or swimming.

Whoever has gone farther has gone that far: after a half, nobody runs a first 10k.
"""

from collections.abc import Iterator
from typing import Literal

from stridelog.domain.activity import Activity, is_running, pace_measure
from stridelog.domain.distance import SHORTEST, STANDARD_DISTANCES
from stridelog.domain.done import Done
from stridelog.domain.milestone import Found, History, Size, State, Stretch
from stridelog.domain.quantity import Notation
from stridelog.domain.units import Dimension

SUMMARY = "Firsts: the first entry of an activity, the first over a standard distance"

ORDER = 20

EACH: Literal["day", "month"] = "day"

LONG = frozenset({"half", "25k", "marathon"})
"""Over these distances the first is a big one."""


def begin() -> State:
    """Return that nothing was done yet: how many metres one went at most."""
    return {"farthest": 0.0, "something": False}


def step(state: State, stretch: Stretch, history: History) -> Iterator[Found]:
    """Give the first entry, and the first over each distance."""
    pace = pace_measure(history.activity)
    timed = pace is not None and pace.dimension is Dimension.PACE
    for done in stretch.entries:
        first, state["something"] = not state["something"], True
        new = timed and _goes_farther(state, done)
        if first or new:
            size: Size = "big" if first or done.distance in LONG else "small"
            what = history.activity.name if first else done.distance
            over = {"distance": done.distance} if first and new else {}
            yield Found(done.day, size, (done.number,), {"name": what, **over})


def _goes_farther(state: State, done: Done) -> bool:
    """Remember how far an entry went, and tell whether nobody went its standard distance before."""
    before = state["farthest"]
    if done.counts:
        state["farthest"] = max(before, done.value("distance") or 0.0)
    if not (done.counts and done.distance):
        return False
    return bool(before < SHORTEST * STANDARD_DISTANCES[done.distance])


def sentence(found: Found, activity: Activity, _notation: Notation) -> str:
    """Say it: ``your first half``, ``your first 10k walk``, ``your first run: a 5k``."""
    name, over = found.said["name"], found.said.get("distance")
    if is_running(activity.name):
        return f"your first {name}{f': a {over}' if over else ''}"
    if name in STANDARD_DISTANCES and name != activity.name:
        return f"your first {_length(name)} {activity.name}"
    return f"your first {name}{f': a {_length(over)}' if over else ''}"


def _length(distance: str) -> str:
    """Name a distance to somebody who does not race it, and may have halved anything."""
    return "half-marathon" if distance == "half" else distance
