"""Close to a best over a standard distance that has stood for a while, without reaching it."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Literal

from stridelog.domain.activity import Activity
from stridelog.domain.dates import format_span
from stridelog.domain.distance import STANDARD_DISTANCES
from stridelog.domain.done import Done
from stridelog.domain.feat import Feat, feat_named, said, said_seconds, superlative
from stridelog.domain.milestone import Found, History, State, Stretch
from stridelog.domain.quantity import Notation

SUMMARY = "Near bests: within 1 % of your fastest over a distance"

ORDER = 80

EACH: Literal["day", "month"] = "day"

NEAR, NEAR_SECONDS = 0.01, 60.0
"""Near is within this share of the best time, and never more than so many seconds."""

FEWEST = 4
"""To be near the best of fewer than so many others is nothing."""

STOOD_DAYS = 56
"""So old is the best at least: soon after it, one is as fit as one was."""

NO_ENTRY = 0
"""The number of a best that no entry holds."""

QUIET_DAYS = 56
"""So many days pass until the next is told, over whichever distance: at most seven a year.

And of the same best only what is nearer than what was told: who runs alike is near all the time.
"""


def begin() -> State:
    """Return that nothing was told, and no best.

    Of a distance that is a value, its number, its day, a count, and the nearest that was told.
    Nothing is near the bound of a longer entry, whose number is ``NO_ENTRY``.
    """
    return {"best": {}, "told": 0}


def step(state: State, stretch: Stretch, history: History) -> Iterator[Found]:
    """Give the near best of a day, over the longest distance; none of what has a best in it."""
    day, near = stretch.first.toordinal(), list[Found]()
    for done in stretch.entries:
        if done.distance or done.segments:
            near += _near(state["best"], done, history.feats(done))
        for bound in history.bounds(done):
            _bound(state["best"], bound, done)
    if near and day - state["told"] >= QUIET_DAYS:
        longest = max(near, key=lambda found: STANDARD_DISTANCES[found.said["name"]])
        best = state["best"][longest.said["name"]]
        if best[0] == longest.said["best"]:  # which may have fallen later that day
            best[-1] = longest.said["value"]
        state["told"] = day
        yield longest


def _near(bests: State, done: Done, feats: Iterable[Feat]) -> list[Found]:
    """Remember what an entry has over each distance, and return what is near a best."""
    near, surpassed = list[Found](), False
    for feat in feats:
        if feat.distance not in STANDARD_DISTANCES:
            continue
        today = [feat.value, done.number, done.day.toordinal()]
        known = bests.setdefault(feat.distance, [*today, 0, None])
        known[3] += 1
        if feat.is_better(known[0]):
            bests[feat.distance] = [*today, known[3], None]
            surpassed = True
        elif _is_near(feat, known, done.day):
            near.append(_found(feat, known, done))
    return [] if surpassed else near


def _bound(bests: State, bound: Feat, done: Done) -> None:
    """Remember what a longer entry took at most, where that is the fastest of all."""
    known = bests.get(bound.distance)
    if known is None or bound.is_better(known[0]):
        count = known[3] if known else 0
        bests[bound.distance] = [bound.value, NO_ENTRY, done.day.toordinal(), count, None]


def _is_near(feat: Feat, known: list[Any], day: date) -> bool:
    """Tell whether a time is near a best of some age, and nearer than the last that was told."""
    best, number, since, count, told = known
    if number == NO_ENTRY or count <= FEWEST or day.toordinal() - since < STOOD_DAYS:
        return False
    near: bool = feat.value - best <= min(NEAR * best, NEAR_SECONDS)
    return near and (told is None or feat.is_better(told))


def _found(feat: Feat, known: list[Any], done: Done) -> Found:
    best, number, since, *_ = known
    what = {"name": feat.distance, "value": feat.value, "inside": feat.inside}
    stood = {"best": best, "since": date.fromordinal(since).isoformat()}
    return Found(done.day, "small", (done.number, number), {**what, **stood})


def sentence(found: Found, activity: Activity, notation: Notation) -> str:
    """Say it: ``24:10, within 3 s of your fastest 5k (24:07 on 3 May 2021)``."""
    what = found.said
    feat = feat_named(what["name"], what["value"], activity)
    best = Feat(feat.measure, what["best"], feat.distance)
    since = date.fromisoformat(what["since"])
    # As far apart as the times that are shown, so that a reader's own sum agrees.
    behind = round(feat.value) - round(best.value)
    near = f"within {said_seconds(behind, notation)} of" if behind > 0 else "level with"
    than = f"{said(best, notation)} on {format_span(since, since)}"
    return f"{said(feat, notation)}, {near} your {superlative(feat)} ({than})"
