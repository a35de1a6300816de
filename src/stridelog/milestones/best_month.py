"""The best month of a measure: its mean over the month, by weight, or the ratio of its sums.

It is told when it is clearly better than the last one that was told: who gets better steadily has a
best month of everything every month. Until one was told, that is the best of the first months.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from stridelog.domain.activity import Activity, leading_measure
from stridelog.domain.done import Done
from stridelog.domain.feat import Feat, feat_named, is_seen_better, said, superlative
from stridelog.domain.measure import Kind, Measure
from stridelog.domain.milestone import Found, History, State, Stretch
from stridelog.domain.monthly import FEWEST_ANSWERS, answers_to, month_said, summed
from stridelog.domain.quantity import Notation
from stridelog.domain.record import can_have_record
from stridelog.domain.statistics import weighted_mean
from stridelog.domain.units import Dimension

SUMMARY = "Best months: of csat, nps and whatever else is judged, over the whole month"

ORDER = 65

EACH: Literal["day", "month"] = "month"

FEWEST_ENTRIES = 5
"""A month of fewer entries than so many says nothing of the month."""

FEWEST_MONTHS = 3
"""The best of fewer months than so many others is none."""

TOLD = frozenset({"csat", "nps"})
"""What customers say of one is what one tells others about; so is what an activity is led by."""

LEAST_SHARE = 0.03
"""By this share of its value a month is clearly better ..."""

LEAST_POINTS = {Dimension.FRACTION: 0.01, Dimension.SCORE: 1.0}
"""... or by this much where it is a per cent or a score. What leads an activity is always told."""

DECIMALS = 9
"""A difference is taken to so many: 82 % is a point more than 81 %, whatever a float says."""


def begin() -> State:
    """Return no month: by measure the best one, how many there were, the value last told."""
    return {}


def step(state: State, stretch: Stretch, history: History) -> Iterator[Found]:
    """Give each measure whose month is better than all before it, as far as one can see."""
    for measure in history.activity.measures:
        if measure.kind is Kind.ADDITIVE or not can_have_record(measure):
            continue
        entries = [done for done in stretch.entries if done.counts and _weight(measure, done)]
        mean = _mean(measure, entries, history.activity)
        if mean is None:
            continue
        found = _best(state, Feat(measure, mean), entries[-1].number, stretch)
        leads = measure == leading_measure(history.activity)
        if found and (leads or _is_clear(measure, mean, state[measure.name]["told"])):
            state[measure.name]["told"] = mean
            yield replace(found, size="big" if leads or measure.name in TOLD else "small")


def _is_clear(measure: Measure, value: float, told: float) -> bool:
    """Tell whether a value is clearly better than the one last told."""
    least = LEAST_POINTS.get(measure.dimension, LEAST_SHARE * abs(told))
    return round(abs(value - told) - least, DECIMALS) >= 0


def _weight(measure: Measure, done: Done) -> float:
    found = done.values.get(measure.name)
    return found[1] if found else 0.0


def _mean(measure: Measure, entries: Sequence[Done], activity: Activity) -> float | None:
    """Return what a measure comes to in a month, None where too little is known of it."""
    if len(entries) < FEWEST_ENTRIES:
        return None
    every = {each.name: each for each in activity.measures}
    counts = [
        name
        for name in answers_to(measure)
        if name in every and every[name].dimension is Dimension.COUNT
    ]
    # Where nobody said how many answers there were, the entries are all there is to go by.
    if 0 < summed(counts, entries) < FEWEST_ANSWERS:
        return None
    values, weights = zip(*(done.values[measure.name] for done in entries), strict=True)
    return weighted_mean(values, weights)


def _best(state: State, feat: Feat, number: int, stretch: Stretch) -> Found | None:
    """Remember a month, and return it if it is the best."""
    now = {"value": feat.value, "month": stretch.first.isoformat(), "number": number}
    known = state.setdefault(feat.name, {**now, "months": 0, "told": feat.value})
    months, known["months"] = known["months"], known["months"] + 1
    before = known["value"]
    if months < FEWEST_MONTHS and feat.is_better(before):
        known["told"] = feat.value
    if not is_seen_better(feat, before):
        return None
    what = {"name": feat.name, "value": feat.value, "before": before, "since": known["month"]}
    numbers = number, known["number"]
    known.update(now)
    return Found(stretch.last, "small", numbers, what) if months >= FEWEST_MONTHS else None


def sentence(found: Found, activity: Activity, notation: Notation) -> str:
    """Say it: ``best csat month yet: 94 % in May 2024, before that 92 % in Mar 2024``."""
    what = found.said
    feat, before = (feat_named(what["name"], what[key], activity) for key in ("value", "before"))
    since = month_said(date.fromisoformat(what["since"]))
    now = f"{said(feat, notation)} in {month_said(found.day)}"
    was = f"{said(before, notation)} in {since}"
    return f"{superlative(feat)} month yet: {now}, before that {was}"
