"""Why a word cannot be taken, and what would be right."""

from collections.abc import Iterable

from stridelog.domain.activity import Activity
from stridelog.domain.logline.line import LineError, NoSuchMeasureError
from stridelog.domain.logline.ratios import terms
from stridelog.domain.measure import Measure
from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import shown
from stridelog.domain.quantity import AmbiguousQuantityError, Reading
from stridelog.domain.quantity.reading import Quantity
from stridelog.domain.units import Dimension

SECONDS_A_MINUTE = 60


def no_such_measure(activity: Activity, name: str) -> NoSuchMeasureError:
    """Return the error of ``name=value`` where the activity has no such measure, or no longer."""
    if activity.measure(name) is not None:
        return NoSuchMeasureError(
            f"{name} of {activity.name} is retired.",
            f"Bring it back with: stride activities edit {activity.name} --restore-measure {name}",
        )
    known = [m.name for m in activity.loggable] + ["effort"]
    guess = nearest(name, known)
    return NoSuchMeasureError(
        f'{activity.name} has no measure "{shown(name)}".'
        + (f" Did you mean {guess}?" if guess else ""),
        f"It has: {', '.join(known)}.",
    )


def no_measure_of(activity: Activity, quantity: Quantity, word: str) -> NoSuchMeasureError:
    """Return the error of a bare quantity for which the activity has no measure."""
    names = ", ".join(m.name for m in activity.loggable)
    known = f"Its measures: {names}. Name one, or add" if names else "Add"
    return NoSuchMeasureError(
        f"{activity.name} has no measure for {shown(word)}, a {quantity.dimension.value}.",
        f"{known} one with: "
        f"stride activities edit {activity.name} --measure NAME:{quantity.dimension}",
    )


def not_understood(activity: Activity, word: str) -> LineError:
    """Return the error of a word that is nothing known."""
    if not any(character.isalnum() for character in word):
        return LineError(f'What is "{shown(word)}"?', 'A note of one word is --note "…".')
    guess = nearest(word, [m.name for m in activity.loggable])
    name = shown(word.lstrip("#"))
    return LineError(
        f'What is "{shown(word)}"?' + (f" Did you mean {guess}=…?" if guess else ""),
        f'A tag is +{name}, a place @{name}, a note --note "{shown(word)}".',
    )


def worked_out(measure: Measure) -> LineError:
    """Return the error of a value for what is worked out from several others."""
    return LineError(
        f"{measure.name} is worked out from other measures.",
        f"Log those: {', '.join(terms(measure))}.",
    )


def given_twice(activity: Activity, measure: Measure, words: Iterable[str]) -> LineError:
    """Return the error of two ``words`` that both went to one measure."""
    others = [
        f"{m.name}=…"
        for m in activity.loggable
        if m.dimension is measure.dimension and m is not measure
    ]
    return LineError(
        f"{measure.name} was given twice: {' and '.join(map(shown, words))}.",
        f"Name the other one: {' or '.join(others)}" if others else "Keep one of them.",
    )


def refuse_number_with_name(activity: Activity, word: str) -> None:
    """Refuse ``30reps`` with the way to say it, where there is such a measure."""
    number = word.rstrip(word.lstrip("0123456789.,"))
    name = word.removeprefix(number).lower()
    measure = activity.measure(name)
    if number and measure is not None and measure.ratio is None:
        raise LineError(f'"{shown(word)}" is no quantity.', f"Say {name}={number}.")


def refuse_hours_or_minutes(word: str, quantity: Quantity) -> None:
    """Refuse ``1:30`` where no distance tells whether hours or minutes are meant."""
    first, colon, second = word.partition(":")
    if not (colon and ":" not in second and first.isdigit() and len(first) == 1):
        return
    hours = Quantity(quantity.value * SECONDS_A_MINUTE, Dimension.DURATION)
    short, long = f"{first}m{second}s", f"{first}h{second}"
    raise AmbiguousQuantityError(
        f"{word} could be minutes and seconds or hours and minutes.",
        f"Say {short} or {long}.",
        (Reading(quantity, short), Reading(hours, long)),
    )
