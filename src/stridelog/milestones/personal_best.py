"""A personal best, over a standard distance or of a measure, with what circumstances, or where."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Literal

from stridelog.domain.activity import Activity
from stridelog.domain.dates import format_span
from stridelog.domain.done import Done
from stridelog.domain.feat import Feat, apart, feat_named, is_seen_better, said, superlative
from stridelog.domain.milestone import Found, History, Size, State, Stretch
from stridelog.domain.quantity import Notation
from stridelog.domain.record import CONFIRMED, EXCLUDED

SUMMARY = "Personal bests: over a distance, of a measure, with a tag, at a place"

ORDER = 10

EACH: Literal["day", "month"] = "day"

FEWEST = 4
"""What is the best of fewer than so many others is a small one; of a measure it is none."""


def begin() -> State:
    """Return no best at all: by feat and circumstance a value, a number, a day and a count."""
    return {}


def step(state: State, stretch: Stretch, history: History) -> Iterator[Found]:
    """Give each feat that is better than all before it; under a circumstance where it is not."""
    for done in stretch.entries:
        for feat in history.feats(done):
            overall = _best(state, feat, "", done)
            alike = [
                found
                for circumstance in _circumstances(done)
                if (found := _best(state, feat, circumstance, done))
            ]
            yield from [overall] if overall else _together(alike)


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
    today = [feat.value, done.number, done.day.isoformat()]
    if key not in state:
        state[key] = [*today, 1]
        return None
    before, number, day, count = state[key]
    state[key][3] = count + 1
    if not feat.is_better(before):
        return None
    state[key] = [*today, count + 1]
    if not feat.distance and (count < FEWEST or not is_seen_better(feat, before)):
        return None
    big = feat.distance and not circumstance and count >= FEWEST
    size: Size = "big" if big else "small"
    what = {"name": feat.name, "value": feat.value, "inside": feat.inside, "with": circumstance}
    return Found(done.day, size, (done.number, number), {**what, "before": before, "since": day})


def sentence(found: Found, activity: Activity, notation: Notation) -> str:
    """Say it: ``your fastest 10k by 41 s: 49:58, before that 50:39 on 3 May 2021``."""
    what = found.said
    feat = feat_named(what["name"], what["value"], activity)
    best = f"your {superlative(feat)} {what['with']}".rstrip()
    by = f" by {apart(feat, what['before'], notation)}" if feat.distance else ""
    was = said(Feat(feat.measure, what["before"], feat.distance), notation)
    since = date.fromisoformat(what["since"])
    return f"{best}{by}: {said(feat, notation)}, before that {was} on {format_span(since, since)}"
