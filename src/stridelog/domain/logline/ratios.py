"""What follows from a ratio: with a pace and a distance, the time is known."""

from collections.abc import Mapping

from stridelog.domain.activity import Activity
from stridelog.domain.logline.line import LineError
from stridelog.domain.measure import Measure
from stridelog.domain.plain_text import shown
from stridelog.domain.quantity import Notation, format_quantity
from stridelog.domain.units import Dimension

LEEWAY = 0.02
"""As far as a pace that is said beside distance and time may be from what these make."""

Values = Mapping[str, float]
"""Values in base units, by the measure's name."""


def is_simple(measure: Measure) -> bool:
    """Tell whether a derived measure is one measure over another, so that it can be turned."""
    ratio = measure.ratio
    return ratio is not None and len(ratio.numerator) == len(ratio.denominator) == 1


def terms(measure: Measure) -> list[str]:
    """Return the names of the measures that a derived one is worked out from."""
    ratio = measure.ratio
    both = (*ratio.numerator, *ratio.denominator) if ratio else ()
    return list(dict.fromkeys(term.measure for term in both))


def filled_in(
    measure: Measure,
    said: tuple[float, str],
    values: Values,
    known: Values,
    activity: Activity,
    notation: Notation,
) -> dict[str, float]:
    """Return the values with the one that follows from a simple ratio (a pace) and the other.

    ``said`` is the ratio's value and the word that said it. Where the line has neither of the
    two, the one that stays is among the ``known`` values: the distance before the time. Raises
    ``LineError``.
    """
    value, word = said
    assert measure.ratio is not None  # noqa: S101 (it is derived)
    over, under = measure.ratio.numerator[0].measure, measure.ratio.denominator[0].measure
    scale = measure.ratio.scale
    if over in values and under in values:
        _check(measure, value, scale * values[over] / values[under], notation)
        return dict(values)
    given = values
    if over not in values and under not in values:
        stays = next((n for n in _distance_first(over, under, activity) if known.get(n)), "")
        given = {stays: known[stays]} if stays else {}
    if under in given:
        return {**values, over: value * given[under] / scale}
    if over in given:
        return {**values, under: given[over] * scale / value}
    raise LineError(
        f"{shown(word)} alone does not say how much.", f"Add the {over} or the {under}."
    )


def _distance_first(over: str, under: str, activity: Activity) -> tuple[str, str]:
    measure = activity.measure(over)
    is_distance = measure is not None and measure.dimension is Dimension.DISTANCE
    return (over, under) if is_distance else (under, over)


def _check(measure: Measure, said: float, follows: float, notation: Notation) -> None:
    if abs(said - follows) > follows * LEEWAY:
        told, made = (
            format_quantity(value, measure.dimension, notation, measure.unit)
            for value in (said, follows)
        )
        raise LineError(
            f"The {measure.name} of {told} does not fit the rest, which makes {made}.",
            f"Leave the {measure.name} out: it is worked out.",
        )
