"""Faster than then, under harder circumstances: with the stroller what once took more without."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Literal

from stridelog.domain.activity import Activity
from stridelog.domain.distance import STANDARD_DISTANCES
from stridelog.domain.done import Done
from stridelog.domain.feat import Feat, feat_named, is_seen_better, said, said_before
from stridelog.domain.milestone import Found, History, State, Stretch
from stridelog.domain.quantity import Notation

SUMMARY = "Harder circumstances: faster with the stroller than one's best of years ago without"

ORDER = 15

EACH: Literal["day", "month"] = "day"

HARDER = frozenset(
    (
        *("stroller", "buggy", "pram", "backpack", "ruck", "weight-vest"),
        *("snow", "ice", "icy", "mud", "muddy", "sand", "trail", "hills", "hilly", "altitude"),
        *("heat", "hot", "humid", "cold", "rain", "storm", "wind", "windy", "headwind"),
        *("night", "dark"),
    )
)
"""The tags of what makes it harder to be fast: a load, the ground, the weather, the dark."""


def begin() -> State:
    """Return no best of any year, by distance, and no year beaten, by distance and tag.

    Beside the bests of the years stand the bounds of longer entries, which may have been faster.
    """
    return {"best": {}, "bounds": {}, "beaten": {}}


def step(state: State, stretch: Stretch, history: History) -> Iterator[Found]:
    """Give the entries under harder circumstances that beat the best of a year; others are bests.

    An entry earns one, over the longest distance: what it beat over the shorter ones inside of
    it goes without saying.
    """
    for done in stretch.entries:
        timed = [feat for feat in history.feats(done) if feat.distance in STANDARD_DISTANCES]
        tags = sorted(HARDER.intersection(done.tags))
        if not tags:
            _remember(state["best"], timed, done)
            _remember(state["bounds"], history.bounds(done), done)
        elif found := [each for feat in timed if (each := _beaten(state, feat, tags, done))]:
            yield found[-1]


def _remember(bests: State, timed: Sequence[Feat], done: Done) -> None:
    year = done.day.isoformat()[:4]
    for feat in timed:
        best = bests.setdefault(feat.distance, {})
        if year not in best or feat.value < best[year][0]:
            best[year] = [feat.value, done.number, done.day.isoformat(), feat.at_most]


def _beaten(state: State, feat: Feat, tags: Sequence[str], done: Done) -> Found | None:
    """Return that the best of a year was beaten, if one was that no such tag had beaten before.

    Of several years that is the one in which it all began, or else the latest.
    """
    best = state["best"].get(feat.distance, {})
    bounds = state["bounds"].get(feat.distance, {})
    years = [
        year
        for year, known in best.items()
        if _is_faster(feat, done.day, *known)
        and _is_beyond(feat, done.day, known, bounds.get(year))
    ]
    new = set[str]()
    for tag in tags:
        beaten = state["beaten"].setdefault(f"{feat.distance} {tag}", [])
        added = [year for year in years if year not in beaten]
        beaten += added
        new.update(added)
    if not new:
        return None
    first = min(best)
    year = first if first in new else max(new)
    within = year in bounds and bounds[year][-1] < best[year][0]
    before, number, day, at_most = bounds[year] if within else best[year]
    under = " ".join(f"+{tag}" for tag in tags)
    what = {"name": feat.name, "value": feat.value, "with": under}
    what |= {"inside": feat.inside, "before": at_most or before, "since": day}
    what |= {"within": True} if within else {}
    return Found(done.day, "big", (done.number, number), what)


def _is_beyond(feat: Feat, day: date, best: Sequence[Any], bound: Sequence[Any] | None) -> bool:
    """Tell whether a time is better than what a longer entry took at most.

    Where that was the best of its year, it must be at least a year old as well.
    """
    if bound is None:
        return True
    is_best = bound[-1] < best[0]
    return _is_faster(feat, day, *bound) if is_best else is_seen_better(feat, bound[0])


def _is_faster(feat: Feat, day: date, before: float, _number: int, since: str, _: float) -> bool:
    """Tell whether a time is better than one that is at least a year old, by what is shown."""
    then = date.fromisoformat(since)
    a_year_on = (then.year + 1, then.month, then.day)
    return is_seen_better(feat, before) and a_year_on <= (day.year, day.month, day.day)


def sentence(found: Found, activity: Activity, notation: Notation) -> str:
    """Say it: ``faster +stroller than your best 10k of 2021: 50:42, then 51:46``."""
    what = found.said
    now, then = (feat_named(what["name"], what[key], activity) for key in ("value", "before"))
    best = f"your best {what['name']} of {date.fromisoformat(what['since']).year}"
    was = said_before(then, notation, within=what.get("within", False))
    return f"faster {what['with']} than {best}: {said(now, notation)}, then {was}"
