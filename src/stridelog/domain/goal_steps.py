"""The values on the way to a goal: none of them lies behind the one before."""

from itertools import pairwise

from stridelog.domain.dates import format_day
from stridelog.domain.goal import Version
from stridelog.domain.goal_line.line import GoalError
from stridelog.domain.goal_saying import amount
from stridelog.domain.measure import Kind, Measure
from stridelog.domain.quantity import Notation

SUMS = frozenset({"total", "change"})
"""Kinds of goal whose value only grows, where it is summed."""


def refuse_backward(version: Version, measure: Measure, notation: Notation) -> None:
    """Refuse steps of which a later one asks for less than an earlier one. Raises ``GoalError``."""
    valued = [(step.by, step.value) for step in version.steps if step.value is not None]
    grows = version.target is None or version.target.way == "at least" or _is_sum(version, measure)
    for (day, value), (later, next_value) in pairwise(sorted(valued, key=lambda step: step[0])):
        if day == later or next_value == value or (next_value > value) == grows:
            continue
        one, other = (
            amount(measure, each, notation, version.scope.distance) for each in (value, next_value)
        )
        raise GoalError(
            f"{other} by {format_day(later)} lies behind {one} by {format_day(day)}.",
            f'Turn them round: --step "{other} by {day}" --step "{one} by {later}"',
        )


def _is_sum(version: Version, measure: Measure) -> bool:
    return version.kind in SUMS and measure.kind is Kind.ADDITIVE
