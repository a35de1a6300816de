"""A personal best, over a standard distance or of a measure, with what circumstances, or where.

What is slower than a stretch of a longer entry must have been is none (see ``domain/feat``).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Literal

from stridelog.domain.activity import Activity
from stridelog.domain.dates import format_span
from stridelog.domain.done import Done
from stridelog.domain.feat import (
    Feat,
    apart,
    feat_named,
    is_seen_better,
    said,
    said_before,
    superlative,
)
from stridelog.domain.milestone import Found, History, Milestone, Size, State, Stretch
from stridelog.domain.quantity import Notation
from stridelog.domain.record import CONFIRMED, EXCLUDED, RECORD_DISTANCES

SUMMARY = "Personal bests: over a distance, of a measure, with a tag, at a place"

ORDER = 10

EACH: Literal["day", "month"] = "day"

FEWEST = 4
"""What is the best of fewer than so many others is a small one; of a measure it is none ..."""

LONG = frozenset({"half", "25k", "marathon"})
"""... but over these distances nobody needs many."""

BIG_GAIN = 0.005
"""By this share of the time a best is a big one ..."""

BIG_DAYS = 91
"""... or where it fell after so many days. One that falls by a second each week is small."""


def begin() -> State:
    """Return no best at all: by feat and circumstance a value, a number, a day and a count.

    Bounds of longer entries have a value, a number, a day, and what is known for sure.
    """
    return {"best": {}, "bounds": {}}


def step(state: State, stretch: Stretch, history: History) -> Iterator[Found]:
    """Give each feat that is better than all before it; under a circumstance where it is not.

    A circumstance makes a time harder or easier; what customers say has no best of a place.
    """
    for done in stretch.entries:
        around = list(_circumstances(done))
        for feat in history.feats(done):
            overall = _best(state, feat, "", done)
            alike = [
                found
                for circumstance in (around if feat.distance else ())
                if (found := _best(state, feat, circumstance, done))
            ]
            yield from [overall] if overall else _together(alike)
        for bound in history.bounds(done):
            for circumstance in ("", *around):
                _remember(state["bounds"], bound, circumstance, done)


def _circumstances(done: Done) -> Iterator[str]:
    yield from (f"+{tag}" for tag in done.tags if tag not in {EXCLUDED, CONFIRMED})
    if done.place:
        yield f"@{done.place}"


def _together(alike: Iterable[Found]) -> Iterator[Found]:
    """Say once what is true under several circumstances: at a race, and at its place."""
    before: dict[int, list[Found]] = {}
    for found in alike:
        before.setdefault(found.numbers[1], []).append(found)
    for several in before.values():
        under = " ".join(str(found.said["with"]) for found in several)
        yield replace(several[0], said={**several[0].said, "with": under})


def _best(state: State, feat: Feat, circumstance: str, done: Done) -> Found | None:
    """Remember a feat, and return the best that it is under a circumstance, if it is one."""
    key = f"{feat.name} {circumstance}"
    known, bound = state["best"].get(key), state["bounds"].get(key)
    count = known[3] if known else 0
    if known and not feat.is_better(known[0]):
        known[3] = count + 1
        return None
    state["best"][key] = [feat.value, done.number, done.day.isoformat(), count + 1]
    if bound and not feat.is_better(bound[0]):
        return None
    if known is None:  # over a distance that one has gone beyond it may be a best all the same
        return _found(feat, "", done, bound, 0, within=True) if bound and not circumstance else None
    if not feat.distance and (count < FEWEST or not is_seen_better(feat, known[0])):
        return None
    within = bool(bound and bound[-1] < known[0])
    return _found(feat, circumstance, done, bound if within else known, count, within=within)


def _remember(bounds: State, bound: Feat, circumstance: str, done: Done) -> None:
    """Remember what a longer entry took at most, where that is the fastest of all."""
    key = f"{bound.name} {circumstance}"
    if key not in bounds or bound.is_better(bounds[key][0]):
        bounds[key] = [bound.value, done.number, done.day.isoformat(), bound.at_most]


def _found(
    feat: Feat, circumstance: str, done: Done, beaten: list[Any], count: int, *, within: bool
) -> Found:
    """Return a best, and what it is better than: the best of so many, or a bound."""
    before, number, since, at_most = beaten
    what = {"name": feat.name, "value": feat.value, "inside": feat.inside, "with": circumstance}
    if within:
        before, what["within"] = at_most, True
    what |= {"before": before, "since": since}
    often = count >= FEWEST or (count > 0 and feat.distance in LONG)
    big = feat.distance and not circumstance and often and is_great(what, done.day)
    size: Size = "big" if big else "small"
    return Found(done.day, size, (done.number, number), what)


def is_great(what: Mapping[str, Any], day: date) -> bool:
    """Tell whether a time fell by a good part, or only after long; below a bound nobody knows."""
    if what.get("within"):
        return False
    stood = (day - date.fromisoformat(what["since"])).days
    return bool(what["before"] - what["value"] >= BIG_GAIN * what["before"]) or stood >= BIG_DAYS


def together(falls: Sequence[Milestone]) -> Milestone:
    """Return the last of several bests of one kind, with what it comes to since the first."""
    first, last = falls[0].found, falls[-1].found
    if len(falls) == 1:
        return falls[0]
    whole = {key: first.said[key] for key in ("before", "since", "within") if key in first.said}
    said = {**last.said, "within": False, **whole, "steps": len(falls)}
    timed = last.said["name"] in RECORD_DISTANCES and not last.said["with"]
    great = timed and len(falls) > FEWEST and is_great(said, first.day)
    size: Size = "big" if great or any(fall.found.size == "big" for fall in falls) else "small"
    numbers = (last.numbers[0], first.numbers[1])
    return replace(falls[-1], found=Found(last.day, size, numbers, said))


def sentence(found: Found, activity: Activity, notation: Notation) -> str:
    """Say it: ``your fastest 10k by 41 s: 49:58, before that 50:39 on 3 May 2021``."""
    what = found.said
    feat = feat_named(what["name"], what["value"], activity)
    best = f"your {superlative(feat)} {what['with']}".rstrip()
    within = what.get("within", False)  # at most so much, so nobody knows by how much it fell
    known = feat.distance and not within
    by = f" by {apart(feat, what['before'], notation)}" if known else ""
    by += f", in {what['steps']} steps" if "steps" in what else ""
    was = said_before(Feat(feat.measure, what["before"], feat.distance), notation, within=within)
    since = date.fromisoformat(what["since"])
    return f"{best}{by}: {said(feat, notation)}, before that {was} on {format_span(since, since)}"
