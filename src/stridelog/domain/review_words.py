"""What is said in and of a review: promises and what came of them, what was done in a week."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from stridelog.domain.activity import Activity
from stridelog.domain.commitment_line import amount_measure, better_side, counted_as, promised_way
from stridelog.domain.comparison import FREQUENCY
from stridelog.domain.dates import format_day
from stridelog.domain.dates.names import WEEKDAYS
from stridelog.domain.description import named
from stridelog.domain.goal import Commitment, Review, Scope, Version, asked_since
from stridelog.domain.goal_saying import amount, short_of
from stridelog.domain.goal_units import scope_measure
from stridelog.domain.goal_words import circumstances_said, is_amount, is_limit, target_said
from stridelog.domain.measure import Kind, Measure
from stridelog.domain.quantity import Notation
from stridelog.domain.review import Done, Promise, last_day
from stridelog.domain.standing import OVER, Judged
from stridelog.domain.streak import StreakAnswer
from stridelog.domain.streak_words import counted
from stridelog.domain.units import Dimension

Activities = Mapping[str, Activity]

_UNIT = re.compile(r" [^0-9]+$")

_UNIT_OR_RATE = re.compile(r"[ /][^0-9]+$")

_WEEKS: Mapping[Dimension, float] = {
    Dimension.DISTANCE: 40_000.0,
    Dimension.DURATION: 18_000.0,
    Dimension.ELEVATION: 500.0,
    Dimension.COUNT: 150.0,
}
"""Amounts that somebody may promise for a week, in base units."""


def done_said(done: Done, notation: Notation) -> str:
    """Say what was done in a week: ``3 runs, 41 km, longest 24 km``."""
    return ", ".join(_done(done, notation))


def _done(done: Done, notation: Notation) -> Iterable[str]:
    times = counted_as(done.scope.activity, done.entries)
    yield " ".join(filter(None, (times, circumstances_said(done.scope))))
    measure = done.measure
    if measure is None or done.amount is None:
        return
    if measure.kind is not Kind.ADDITIVE:
        yield named(measure, done.amount, notation)
        return
    yield with_name(measure, done.amount, notation)
    long = measure.dimension in {Dimension.DISTANCE, Dimension.DURATION}
    if long and done.most is not None and done.entries > 1:
        yield f"longest {amount(measure, done.most, notation)}"


def with_name(measure: Measure, number: float, notation: Notation) -> str:
    """Write an amount with what it is, where no unit says so: ``31 tickets``, ``12 times``."""
    text = amount(measure, number, notation)
    if measure.dimension is not Dimension.COUNT:
        return text
    if measure.name == FREQUENCY.name:
        return f"{text} time" if text == "1" else f"{text} times"
    return f"{text} {measure.name}"


def quoted(commitment: Commitment) -> str:
    """Repeat a promise: ``"3 runs"``."""
    return f'"{commitment.text}"'


def came_of(promise: Promise, activities: Activities, notation: Notation) -> str:
    """Say what came of a promise: ``kept: 3 runs``, ``2 of 3 runs so far``, ``not kept``."""
    scope = promise.commitment.scope
    if scope is None:
        return {True: "kept", False: "not kept", None: "not answered yet"}[promise.kept]
    if better_side(scope_measure(scope, activities)):
        return _averaged(promise, scope_measure(scope, activities), notation)
    assert promise.done is not None  # noqa: S101 (the journal tells a sum)
    if promise.way == "at most":
        return _limited(promise, scope, activities, notation)
    if promise.kept:
        return f"kept: {_counted(scope, promise.done, activities, notation)}"
    wanted = _counted(scope, promise.commitment.value, activities, notation)
    measure, aim = scope_measure(scope, activities), promise.commitment.value
    done = short_of(measure, promise.done, aim, notation)
    unit = _UNIT.search(done)
    done = done.removesuffix(unit[0]) if unit and unit[0] in wanted else done
    # "practice 0 of 5 times", for what nobody counts as runs are counted
    lead = f"{scope.activity} " if wanted.startswith(f"{scope.activity} ") else ""
    wanted = wanted.removeprefix(lead).replace("once", "1 time") if lead else wanted
    return f"{lead}{done} of {wanted}{' so far' if promise.kept is None else ''}"


def _limited(promise: Promise, scope: Scope, activities: Activities, notation: Notation) -> str:
    """Say what came of at most so much: ``kept: 2 reopened``, ``not kept: 12 reopened``."""
    done, aim = promise.done or 0.0, promise.commitment.value
    said = _counted(scope, done, activities, notation)
    if promise.kept is None:
        return f"{said} so far"
    if not promise.kept and said == _counted(scope, aim, activities, notation):
        said = short_of(scope_measure(scope, activities), done, aim, notation)
    return f"kept: {said}" if promise.kept else f"not kept: {said}"


def _averaged(promise: Promise, measure: Measure, notation: Notation) -> str:
    """Say what came of an average: ``kept: csat 94 %``, ``csat 91 %, not 93 %``."""
    if promise.done is None:
        return f"no {measure.name} in the journal"
    aim = promise.commitment.value
    value = f"{measure.name} {amount(measure, promise.done, notation)}"
    if promise.kept is None:
        return f"{value} so far"
    if promise.kept:
        return f"kept: {value}"
    short = short_of(measure, promise.done, aim, notation)
    return f"{measure.name} {short}, not {amount(measure, aim, notation)}"


def counted_said(
    commitment: Commitment,
    activities: Activities,
    notation: Notation,
    version: Version | None = None,
) -> str:
    """Say how the journal will tell: ``3 runs +hills``, ``run 40 km``; nothing where it cannot.

    The ``version`` of the goal tells, where no words do, whether it is at most so much.
    """
    scope = commitment.scope
    if scope is None:
        return ""
    measure = scope_measure(scope, activities)
    limit = promised_way(commitment, measure, version) == "at most" and commitment.value
    most = "at most " if limit and not better_side(measure) else ""
    said = _counted(scope, commitment.value, activities, notation)
    lead = f"{scope.activity} "
    if scope.measure or (most and said.startswith(lead)):
        return f"{lead}{most}{said.removeprefix(lead)}"
    return f"{most}{said}"


def told_how(
    commitment: Commitment,
    activities: Activities,
    notation: Notation,
    today: date,
    version: Version,
) -> str:
    """Say how it will be told whether a promise of today is kept: by the journal, or when asked.

    Of what the journal can tell the examples are of the activity of the goal's ``version``.
    """
    if counted := counted_said(commitment, activities, notation, version):
        return f"The journal will tell: {counted} by {format_day(last_day(today))}."
    asked = f"You are asked next {WEEKDAYS[today.weekday()]}"
    if any(letter.isdigit() for letter in commitment.text):
        own = activities.get(version.scope.activity)
        return f"{asked}; the journal can tell {_promises(own, notation)}."
    return f"{asked} whether it was kept."


def _promises(own: Activity | None, notation: Notation) -> str:
    """Return what can be promised of an activity: ``"3 runs" or "40 km"``."""
    if own is None:
        return '"3 runs" or "40 km"'
    measure = amount_measure(own)
    much = _WEEKS.get(measure.dimension) if measure else None
    examples = [counted_as(own.name, 3)]
    if measure and much:
        examples.append(with_name(measure, much, notation))
    return " or ".join(f'"{example}"' for example in examples)


def decided_said(one: Judged, review: Review, after: Version, notation: Notation) -> str:
    """Say what a review made of a goal: ``adjusted to 2 a week``, ``closed``; "" if it went on.

    The goal is judged by the version before its answers; ``after`` holds since.
    """
    if review.decision == "kept":
        return "" if after.status == "open" else after.status
    if review.decision != "adjusted":
        return review.decision
    before = one.version
    now = replace(one, version=after, standing=replace(one.standing, target=None))
    target = target_said(now, notation) if after.target != before.target else ""
    moved = after.deadline if after.deadline != before.deadline else None
    asked = " ".join(filter(None, (target, f"by {format_day(moved)}" if moved else "")))
    return f"adjusted to {asked}" if asked else "adjusted"


def _counted(scope: Scope, number: float, activities: Activities, notation: Notation) -> str:
    """Say how often or how much, and of what: ``3 runs of 10k +hills``, ``40 km``."""
    measure, said = scope_measure(scope, activities), counted_as(scope.activity, round(number))
    if better := better_side(measure):
        said = f"{measure.name} {better} {amount(measure, number, notation)} on average"
    elif scope.measure:
        said = with_name(measure, number, notation)
    over = f"of {scope.distance}" if scope.distance else ""
    return " ".join(filter(None, (said, over, circumstances_said(scope))))


def streak_said(streak: StreakAnswer) -> str:
    """Say how many weeks in a row there was a review; nothing where there was none."""
    current, longest = streak.current, streak.longest
    if longest is None:
        return ""
    most = f"the longest {counted(longest.length, 'week')}"
    if current is None:
        return f"No review lately; at best {counted(longest.length, 'week')} in a row."
    now = f"Reviewed {counted(current.length, 'week')} in a row"
    return f"{now}." if current.length == longest.length else f"{now}, {most}."


def range_said(low: str, high: str, middle: str) -> str:
    """Write a range beside a value, without the unit that this has: ``1 480 - 1 540``."""
    unit = _UNIT_OR_RATE.search(middle)
    ends = (text.removesuffix(unit[0]) if unit else text for text in (low, high))
    return " \N{EN DASH} ".join(ends)


def reached_on(one: Judged) -> date | None:
    """Return the day on which a goal was reached, where that is known.

    It is one of its own days, and none on which it did not ask for that yet.
    """
    at, forecast, deadline = one.standing.at, one.standing.forecast, one.version.deadline
    if is_limit(one) and is_amount(one):
        day = None  # the day on which it came to its target is not the one on which it held
    elif forecast:
        day = forecast.reached
    else:
        day = next((review.day for review in one.goal.reviews if review.done), None)
    if day is None and one.standing.state in OVER and deadline and deadline < at:
        day = deadline  # what only its end decides
    if day is None or day > at:
        return None
    day = max(day, asked_since(one.goal, one.version))
    return min(day, deadline) if deadline else day
