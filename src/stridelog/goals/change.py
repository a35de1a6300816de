"""A change: so much more, or less, than it was."""

from dataclasses import replace
from datetime import date

from stridelog.domain.dates import format_span
from stridelog.domain.goal import Goal, Target, Version
from stridelog.domain.goal_amounts import amount_of, best_change, stands_by_amount
from stridelog.domain.goal_averages import USUAL, average_of, demand_of_average, stands_by_average
from stridelog.domain.goal_line.line import GoalError, GoalLine
from stridelog.domain.goal_words import circumstances_said, period_said
from stridelog.domain.measure import Measure
from stridelog.domain.period import Bucket, Span, bucket_of, days_until, shift
from stridelog.domain.plain_text import shown
from stridelog.domain.quantity import Notation, format_quantity
from stridelog.domain.standing import Asked, Demand, Facts, Standing
from stridelog.domain.units import Dimension

SUMMARY = "So much more or less than it was, in percent"

EXAMPLE = "shift resolution -10% --from-last-quarter"

BUCKETS: tuple[Bucket, ...] = ("month", "quarter", "year")


def takes(line: GoalLine) -> bool:
    """Take whatever is said to change."""
    return line.change is not None and line.claim in {"", "average"}


def made(line: GoalLine, today: date) -> Version:
    """Return the change of a measure, against as many days before unless others were said.

    Raises ``GoalError`` where it is not said of what, or by what nothing can change.
    """
    assert line.change is not None  # noqa: S101 (takes saw to it)
    time, scope = line.time, line.scope(_measure(line).name)
    target = Target(line.change, "at least" if line.change > 0 else "at most")
    against = time.against or _before(time.first, time.deadline)
    return replace(line.version("change", today, scope, target), against=against)


def _before(first: date, deadline: date | None) -> Span:
    """Return the calendar's period before that of the goal, or else as many days before.

    Without an end, those that tell what is usual.
    """
    eve = shift(first, -1, "days")
    if deadline is None:
        return days_until(eve, USUAL)
    own = Span(first, deadline)
    bucket = next((bucket for bucket in BUCKETS if bucket_of(first, bucket) == own), None)
    return bucket_of(eve, bucket) if bucket else days_until(eve, own.days)


def _measure(line: GoalLine) -> Measure:
    """Return the one measure that was named. Raises ``GoalError``."""
    if line.activity is None:
        raise GoalError("What is to change was not said.", f"stride goals add {EXAMPLE}")
    if line.amounts or line.times is not None or len(line.measures) != 1:
        known = [m.name for m in line.activity.measures if not m.retired]
        example = line.measures[0].name if line.measures else next(iter(known), "distance")
        raise GoalError(
            f"A change is of one measure of {line.activity.name}, and has no amount beside it.",
            f"stride goals add {line.activity.name} {example} "
            + " ".join([*(shown(word) for word in line.words if word.endswith("%")), "…"])
            + (f"\n  {line.activity.name} has {', '.join(known)}." if known else ""),
        )
    return line.measures[0]


def asks(version: Version) -> Asked:
    """Ask for all there ever was: it tells what was, what can be expected, and how it varies."""
    return Asked((version.scope,))


def stands(goal: Goal, version: Version, facts: Facts, at: date) -> Standing:  # noqa: ARG001 (the kinds' common form)
    """Judge what its days come to against what was, changed by the share."""
    base = _base(version, facts)
    if base is None:
        return Standing(at, "open" if at >= version.first else "not begun")
    target = _target(version, base)
    sample = facts.of(version.scope)
    if version.scope in facts.summed:
        return stands_by_amount(version, target, sample, at)
    return stands_by_average(version, target, base, sample, at)


def _base(version: Version, facts: Facts) -> float | None:
    """Return what it was: of what is summed, in as many days as the goal has.

    None where there was nothing, or nothing that could be so much more or less.
    """
    against, sample = version.against, facts.of(version.scope)
    assert against is not None  # noqa: S101 (made gives it one)
    first, last = against.first.toordinal(), against.last.toordinal()
    if version.scope in facts.summed:
        days = version.span.days if version.span else against.days
        base: float | None = amount_of(sample, first, last) / against.days * days
    else:
        base = average_of(sample, first, last)
    return base if base and base > 0 else None


def _target(version: Version, base: float) -> Target:
    return replace(version.aim, value=base * (1 + version.aim.value))


def demand(version: Version, facts: Facts) -> Demand:
    """Set the change beside what it was, and beside the best change that there ever was."""
    days, base = version.span.days if version.span else None, _base(version, facts)
    if base is None:
        return Demand(days)
    sample, target = facts.of(version.scope), _target(version, base)
    if version.scope in facts.summed:
        best = best_change(sample, target.way, version, base) if days else None
    else:
        best = demand_of_average(version, target, sample).best
    return Demand(days, base, version.aim.value, best)


def says(version: Version, measure: Measure, notation: Notation) -> str:  # noqa: ARG001 (the kinds' common form)
    """Say ``shift resolution 10 % below 2026-Q3``."""
    assert version.against is not None  # noqa: S101 (made gives it one)
    scope, share = version.scope, version.aim.value
    amount = format_quantity(abs(share), Dimension.FRACTION, notation)
    then = period_said(version.against) or format_span(version.against.first, version.against.last)
    way = "above" if share > 0 else "below"
    what = f"{scope.activity} {scope.measure} {amount} {way} {then}"
    return f"{what} {circumstances_said(scope)}".rstrip()
