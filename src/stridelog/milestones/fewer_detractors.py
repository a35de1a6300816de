"""Fewer detractors than in the month before, and not only because there were fewer answers.

Among as many answers as there now are, the month before would have had one more at least: 26 of
581 are no fewer than 27 of 589. The same holds of any other count that one wants little of and that
is a share of another one: of reopened tickets among all tickets.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from stridelog.domain.activity import Activity
from stridelog.domain.measure import Direction, Kind, Measure
from stridelog.domain.milestone import Found, History, State, Stretch
from stridelog.domain.monthly import FEWEST_ANSWERS, answers_to, month_said, summed
from stridelog.domain.quantity import Notation, format_quantity
from stridelog.domain.streak_words import number_said
from stridelog.domain.units import Dimension

SUMMARY = "Fewer detractors, or reopened tickets, than in the month before"

ORDER = 70

EACH: Literal["day", "month"] = "month"

FEWEST_OF_BEFORE = 0.6
"""A month of fewer answers than this share of the month before has fewer detractors for that."""


def begin() -> State:
    """Return no month: by measure the last one's count and answers, and the least told a year."""
    return {}


def step(state: State, stretch: Stretch, history: History) -> Iterator[Found]:
    """Give each count that is lower than a month ago, and than any told of in this year."""
    for measure, among in _unwanted(history.activity):
        now = _month(measure, among, stretch)
        if now is None:
            continue
        before = state.get(measure.name, {})
        told = before.get("told", {})
        state[measure.name] = {**now, "told": told}
        year = stretch.first.isoformat()[:4]
        if _is_fewer(before, now, stretch) and now["count"] < told.get(year, before["count"]):
            state[measure.name]["told"] = {year: now["count"]}
            kept = {"count": now["count"], "of": now["of"], "among": list(among)}
            what = {"name": measure.name, **kept, "before": before["count"], "since": before["day"]}
            yield Found(stretch.last, "small", (now["number"], before["number"]), what)


def _unwanted(activity: Activity) -> Iterator[tuple[Measure, tuple[str, ...]]]:
    """Give each count that one wants little of, with what it is a share of."""
    for measure in activity.measures:
        if measure.kind is Kind.ADDITIVE and measure.direction is Direction.LOWER:
            for other in activity.measures:
                if other.ratio and measure.name in {t.measure for t in other.ratio.numerator}:
                    yield measure, answers_to(other)
                    break


def _month(measure: Measure, among: tuple[str, ...], stretch: Stretch) -> State | None:
    """Return the count of a month and the answers; None where they are too few to compare."""
    entries = [done for done in stretch.entries if any(name in done.values for name in among)]
    count, answers = summed((measure.name,), entries), summed(among, entries)
    # Somebody who notes only the detractors does not say how many answers there were.
    if answers < FEWEST_ANSWERS or count >= answers:
        return None
    last = {"day": stretch.last.isoformat(), "number": entries[-1].number}
    return {"count": count, "of": answers, **last}


def _is_fewer(before: State, now: State, stretch: Stretch) -> bool:
    """Tell whether ``before`` is the month before, and ``now`` has fewer, of as many answers."""
    if not before:
        return False
    day_after = date.fromisoformat(before["day"]).toordinal() + 1
    next_to_it = day_after == stretch.first.toordinal()
    as_many_answers = now["of"] >= FEWEST_OF_BEFORE * before["of"]
    among_as_many = before["count"] * min(now["of"] / before["of"], 1.0)
    return bool(next_to_it and as_many_answers and among_as_many - now["count"] >= 1)


def sentence(found: Found, _activity: Activity, notation: Notation) -> str:
    """Say it: ``one fewer detractor than in Apr 2024: 3, then 4``, ``two fewer tickets reopened``.

    A measure that is no plural says what happened to those among which it is counted.
    """
    what = found.said
    fewer = round(what["before"] - what["count"])
    name, among = what["name"], what["among"][0]
    counted, what_of_it = (name, "") if name.endswith("s") else (among, f" {name}")
    counted = counted.removesuffix("s") if fewer == 1 else counted
    since = month_said(date.fromisoformat(what["since"]))
    now, then = (
        format_quantity(what[key], Dimension.COUNT, notation) for key in ("count", "before")
    )
    than = f"than in {since}: {now}, then {then}"
    return f"{number_said(fewer)} fewer {counted}{what_of_it} {than}"
