"""Why words make no goal, and what would be right."""

import re
from collections.abc import Sequence

from stridelog.domain.activity import Activity
from stridelog.domain.distance import STANDARD_DISTANCES
from stridelog.domain.errors import UsageError
from stridelog.domain.goal_line.line import Amount, GoalError, NoSuchGoalMeasureError
from stridelog.domain.measure import Measure
from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import shown
from stridelog.domain.quantity import (
    AmbiguousQuantityError,
    NotAQuantityError,
    Notation,
    QuantityError,
    QuantityRangeError,
    exact,
    parse_quantity,
)
from stridelog.domain.quantity.reading import Quantity
from stridelog.domain.units import Dimension

EXAMPLES: dict[Dimension, float] = {
    Dimension.DISTANCE: 1_500_000.0,
    Dimension.ELEVATION: 10_000.0,
    Dimension.DURATION: 360_000.0,
    Dimension.MASS: 100_000.0,
    Dimension.COUNT: 200.0,
    Dimension.FRACTION: 0.95,
    Dimension.HEART_RATE: 145.0,
    Dimension.POWER: 250.0,
    Dimension.SCORE: 40.0,
    Dimension.PACE: 300.0,
    Dimension.SPEED: 8.0,
    Dimension.RATE: 4.0,
}
"""A value of each dimension that somebody may aim at, in base units."""


_RANGE = re.compile(r"([0-9][0-9.,:]*)([^0-9-]*?) ?[-\N{EN DASH}] ?([0-9][0-9.,:]*)([^0-9].*)?")
"""Two numbers with a dash between: ``40-50km/week``, ``3:45-3:50``."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{4}-[WwQq][0-9]{1,2}|20[0-9]{2}")

_DAY_WORDS = frozenset({"by", "until", "till", "in", "this", "next", "before", "from", "for"})
"""Words with which days are begun, that only options say."""


def no_activity(word: str) -> GoalError:
    """Return the error of a word that needs an activity before it."""
    said = shown(word)
    like = f'--do "{said}"' if " " in said else f"run {said}"
    return GoalError(
        f'What is "{said}" a goal of? No activity was said.',
        f"stride goals add {like} --this-year",
    )


def no_such_measure(activity: Activity, name: str) -> NoSuchGoalMeasureError:
    """Return the error of ``name=value`` where the activity has no such measure."""
    known = [m.name for m in activity.measures if not m.retired]
    guess = nearest(name, known)
    return NoSuchGoalMeasureError(
        f'{activity.name} has no measure "{shown(name)}".'
        + (f" Did you mean {guess}?" if guess else ""),
        f"It has: {', '.join(known)}." if known else f"Count it: {activity.name} 3/week",
    )


def no_measure_of(activity: Activity, dimension: Dimension, word: str) -> NoSuchGoalMeasureError:
    """Return the error of a bare quantity for which the activity has no measure."""
    known = [m.name for m in activity.measures if not m.retired]
    return NoSuchGoalMeasureError(
        f"{activity.name} has no measure for {shown(word)}, a {dimension.value}.",
        f"It has: {', '.join(known)}." if known else f"Count it: {activity.name} 3/week",
    )


def in_its_dimension(text: str, measure: Measure, notation: Notation) -> Quantity:
    """Return what ``name=text`` means; in a wrong dimension, say what would be right."""
    try:
        return parse_quantity(text, notation, {measure.dimension})
    except AmbiguousQuantityError:
        raise
    except QuantityError as error:
        example = exact(EXAMPLES[measure.dimension], measure.dimension, notation)
        if isinstance(error, NotAQuantityError):
            # What it may have meant is perhaps no value of this measure.
            raise GoalError(
                f'"{shown(text)}" is no {measure.dimension.value}.',
                f"Say it like {measure.name}={example}.",
            ) from None
        raise GoalError(error.message, f"Say it like {measure.name}={example}.") from None


def no_standard_distance(amount: Amount) -> GoalError:
    """Return the error of a time over a distance that has no name."""
    metres = {name: abs(length - amount.value) for name, length in STANDARD_DISTANCES.items()}
    close = min(metres, key=lambda name: metres[name])
    return GoalError(
        f"Times are kept over standard distances, and {shown(amount.word)} is none.",
        f"The nearest is {close}; there is {', '.join(STANDARD_DISTANCES)}.",
    )


def not_understood(activity: Activity, word: str) -> GoalError:
    """Return the error of a word that is nothing known."""
    said = shown(word)
    if _DAY.fullmatch(word) or word.lower() in _DAY_WORDS:
        by = f"--by {said}" if _DAY.fullmatch(word) else "--by 2027-05-15"
        return GoalError(f'"{said}": days of a goal are said as options.', f"{by}, or --this-year")
    if re.fullmatch(r"[0-9]+(?:[.,][0-9]+)?", word):
        return GoalError(f"{said} what?", f"Say {_with_a_unit(activity, said)}.")
    if often := re.fullmatch(r"([0-9]+)x?/(?:year|quarter)", word):
        return GoalError(
            f"{said}: a rate is one of a day, a week or a month.",
            f"As a total: stride goals add {activity.name} {often[1]}x --this-year",
        )
    title = 'A title is the first word, in quotes: stride goals add "Run more" run 3/week'
    if re.fullmatch(r"[A-Za-z]+(?:-[A-Za-z]+)*", word):
        error = no_such_measure(activity, word.lower())
        return GoalError(error.message, f"{error.hint}\n  {title}")
    return GoalError(f'What is "{said}"?', title)


def _with_a_unit(activity: Activity, number: str) -> str:
    """Return a bare number as what it may be: ``200km, or 200x for how often``."""
    measures = [m for m in activity.loggable if not m.retired]
    moved = any(m.dimension is Dimension.DISTANCE for m in measures)
    counted = next((m.name for m in measures if m.dimension is Dimension.COUNT), "")
    timed = any(m.dimension is Dimension.DURATION for m in measures)
    named = f"{counted}={number}" if counted else f"{number}h" if timed else ""
    amount = f"{number}km" if moved else named
    often = f"{number}x for how often"
    return f"{amount}, or {often}" if amount else often


def no_such_amount(activity: Activity, error: QuantityRangeError) -> UsageError:
    """Return the error of a value that none can be; nothing at all is what one can stay out of."""
    if error.hint.startswith("Leave it out"):
        return GoalError(
            error.message,
            f"To have none of it: stride goals add {activity.name} --avoid --this-year",
        )
    return error


def refuse_range(activity: Activity | None, word: str) -> None:
    """Refuse two numbers with a dash between, where that is no day."""
    between = None if _DAY.fullmatch(word) else _RANGE.fullmatch(word)
    if activity and between:
        raise _a_range(activity, word, between)


def _a_range(activity: Activity, word: str, between: re.Match[str]) -> GoalError:
    """Return the error of a range: it is two goals, each with one side."""
    one, unit, other, other_unit = (part or "" for part in between.groups())
    ends = [f"{one}{unit or other_unit}", f"{other}{other_unit or unit}"]
    turned = len(one) == len(other) and one > other
    low, high = reversed(ends) if turned else ends
    return GoalError(
        f"A goal has one target, and {shown(word)} is a range"
        + (" that ends before it begins." if turned else "."),
        f"Make two goals of it: stride goals add {activity.name} {shown(low)} --at-least,\n"
        f"  and stride goals add {activity.name} {shown(high)} --at-most",
    )


def refuse_two_targets(activity: Activity | None, targets: Sequence[str]) -> None:
    """Refuse several targets for one goal."""
    if len(targets) > 1:
        said = " and ".join(shown(target) for target in targets)
        many = "two" if len(targets) == 2 else "several"  # noqa: PLR2004 (two)
        name = activity.name if activity else ""
        raise GoalError(
            f"A goal has one target, and {said} are {many}.",
            f"Make a goal of each, first: stride goals add {name} {shown(targets[0])} …",
        )


def refuse_no_change(change: float, word: str) -> None:
    """Refuse a change to nothing or to less, and one that is none."""
    if change <= -1:
        raise GoalError(f"{shown(word)} would leave nothing or less.", "Say it like -10%.")
    if not change:
        raise GoalError(f"{shown(word)} changes nothing.", "Say it like -10% or +10%.")
