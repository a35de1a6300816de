"""The language in which people define measures: ``laps:count:higher``, ``pace=duration/distance``.

``NAME:DIMENSION`` and then, in any order: ``higher``, ``lower`` or ``neutral`` (which way is
better), ``sum`` or ``average`` (how several entries become one; by default what the dimension
suggests), ``by=MEASURE`` (what an average is weighted by), ``in=UNIT`` (what it is shown in).

A derived measure is ``NAME=NUMERATOR/DENOMINATOR`` and then ``higher`` or ``lower``, ``in=UNIT``,
``x100`` (a factor). Both sides are measures joined by + and -.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from stridelog.domain.activity import Activity
from stridelog.domain.definition_name import DefinitionError, definition_name
from stridelog.domain.measure import Direction, Kind, Measure, Ratio, Term
from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import shown
from stridelog.domain.quantity import known_units
from stridelog.domain.units import Dimension

SUMMED = frozenset(
    {
        Dimension.DISTANCE,
        Dimension.ELEVATION,
        Dimension.DURATION,
        Dimension.MASS,
        Dimension.COUNT,
    }
)
"""Dimensions whose amounts are summed unless said otherwise."""

_QUOTIENTS: Mapping[tuple[Dimension, Dimension], tuple[Dimension, float]] = {
    (Dimension.DURATION, Dimension.DISTANCE): (Dimension.PACE, 1000.0),
    (Dimension.DISTANCE, Dimension.DURATION): (Dimension.SPEED, 1.0),
    (Dimension.COUNT, Dimension.DURATION): (Dimension.RATE, 3600.0),
}
"""What a ratio of two dimensions is, and the factor from base units to its base unit."""


def with_measures(activity: Activity, measures: Sequence[str], derived: Sequence[str]) -> Activity:
    """Return the activity with the measures that the texts define, new or changed.

    What a text does not say of a measure that is there stays as it was.
    Raises ``DefinitionError``.
    """
    for text in measures:
        activity = _with(activity, _plain_measure(text, activity))
    for text in derived:
        activity = _with(activity, _derived_measure(text, activity))
    check_references(activity)
    return activity


def _with(activity: Activity, measure: Measure) -> Activity:
    old = activity.measure(measure.name)
    if old is None:
        return replace(activity, measures=(*activity.measures, measure))
    if old.dimension is not measure.dimension or (old.ratio is None) != (measure.ratio is None):
        was, is_now = (
            "worked out from other measures" if m.ratio else f"measured as {m.dimension}"
            for m in (old, measure)
        )
        raise DefinitionError(
            f"{measure.name} of {activity.name} is {was} and cannot be {is_now}.",
            "Give the new measure another name, and retire the old one.",
        )
    changed = tuple(measure if m.name == measure.name else m for m in activity.measures)
    return replace(activity, measures=changed)


def _plain_measure(text: str, activity: Activity) -> Measure:
    first, *words = text.split(":")
    name = definition_name(first, "a measure")
    if not words:
        raise DefinitionError(
            f'"{shown(text)}" does not say what {name} is measured in.',
            f"Write it like {name}:count:higher.",
        )
    dimension = _dimension(words[0])
    kind = Kind.ADDITIVE if dimension in SUMMED else Kind.INTENSIVE
    measure = Measure(name, kind, dimension)
    old = activity.measure(name)
    if old and old.dimension is dimension and not old.ratio:
        # What is summed from now on is no longer weighed.
        measure = replace(old, weight="" if "sum" in map(str.strip, words) else old.weight)
    for word in words[1:]:
        measure = _said(measure, word)
    if measure.weight and measure.kind is not Kind.INTENSIVE:
        raise DefinitionError(
            f"{measure.name} is summed, so nothing weighs it.", "Add :average, or leave by= out."
        )
    return measure


def _derived_measure(text: str, activity: Activity) -> Measure:
    definition, *words = text.split(":")
    name, equals, quotient = definition.partition("=")
    above, slash, below = quotient.partition("/")
    if not (equals and slash):
        raise DefinitionError(
            f'"{shown(text)}" is not a ratio.', "Write it like pace=duration/distance:lower."
        )
    numerator, denominator = _terms(above, activity), _terms(below, activity)
    dimension, scale = _quotient(numerator, denominator, activity)
    ratio = Ratio(numerator, denominator, scale)
    name = definition_name(name, "a measure")
    old = activity.measure(name)
    begun = old if old and old.ratio else Measure(name, Kind.DERIVED, dimension, ratio=ratio)
    measure = replace(begun, dimension=dimension, ratio=ratio)
    for word in words:
        measure = (_scaled if word.startswith("x") else _said)(measure, word)
    return measure


def _said(measure: Measure, word: str) -> Measure:
    """Return the measure with what one word of its definition says."""
    name, _, value = word.strip().partition("=")
    if name in {direction.value for direction in Direction}:
        return replace(measure, direction=Direction(name))
    if name in {"sum", "average"} and measure.ratio is None:
        return replace(measure, kind=Kind.ADDITIVE if name == "sum" else Kind.INTENSIVE)
    if name == "by" and value and measure.ratio is None:
        return replace(measure, weight=value)
    if name == "in" and value in known_units(measure.dimension):
        return replace(measure, unit=value)
    if name == "in":
        raise DefinitionError(
            f"A {measure.dimension} is not shown in {shown(value)}.",
            f"Known are {', '.join(known_units(measure.dimension))}.",
        )
    raise DefinitionError(
        f'"{shown(word)}" says nothing about a measure.',
        "It can be higher, lower, neutral, sum, average, by=MEASURE or in=UNIT.",
    )


def _scaled(measure: Measure, word: str) -> Measure:
    """Return a ratio times a factor: a plain number then, as NPS is."""
    digits = word[1:]
    is_number = digits.isascii() and digits.isdigit() and int(digits[:7]) > 0
    if not is_number or not measure.ratio:
        raise DefinitionError(f'"{shown(word)}" is not a factor.', "Write it like x100.")
    ratio = replace(measure.ratio, scale=float(digits[:7]))
    return replace(measure, ratio=ratio, dimension=Dimension.SCORE)


def _dimension(text: str) -> Dimension:
    names = [dimension.value for dimension in Dimension]
    if text not in names:
        guess = nearest(text, names)
        raise DefinitionError(
            f'"{shown(text)}" is not a dimension.' + (f" Did you mean {guess}?" if guess else ""),
            f"One of: {', '.join(names)}.",
        )
    return Dimension(text)


def _terms(text: str, activity: Activity) -> tuple[Term, ...]:
    terms: list[Term] = []
    left = text.replace("(", " ").replace(")", " ").strip()
    while left:
        sign = -1.0 if left.startswith("-") else 1.0
        if left[0] in "+-":
            left = left[1:].lstrip()
        name = _first_name(left, activity)
        terms.append(Term(_summed(name, activity).name, sign))
        left = left[len(name) :].lstrip()
    if not terms:
        raise DefinitionError("A side of the ratio is empty.", "Write it like duration/distance.")
    return tuple(terms)


def _first_name(text: str, activity: Activity) -> str:
    """Return the name that ``text`` begins with; a minus may join names, or stand inside of one."""
    word = text.replace("+", " ").partition(" ")[0]
    parts = word.split("-")
    joined = ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((name for name in joined if activity.measure(name) is not None), word)


def _summed(name: str, activity: Activity, needed_by: str = "") -> Measure:
    measure = activity.measure(name)
    if measure is None or measure.kind is not Kind.ADDITIVE:
        known = [m.name for m in activity.measures if m.kind is Kind.ADDITIVE]
        raise DefinitionError(
            f'"{shown(name)}" is not a measure of {activity.name} that is summed'
            + (f", as {needed_by} needs." if needed_by else "."),
            f"There is: {', '.join(known)}." if known else "Add it before, with --measure.",
        )
    return measure


def _quotient(
    numerator: Sequence[Term], denominator: Sequence[Term], activity: Activity
) -> tuple[Dimension, float]:
    sides = []
    for terms in (numerator, denominator):
        dimensions = {_summed(term.measure, activity).dimension for term in terms}
        if len(dimensions) > 1:
            raise DefinitionError(
                f"{' and '.join(sorted(dimensions))} cannot be added.", "Each side is of one kind."
            )
        sides.append(dimensions.pop())
    if sides[0] is sides[1]:
        return Dimension.FRACTION, 1.0
    return _QUOTIENTS.get((sides[0], sides[1]), (Dimension.SCORE, 1.0))


def check_references(activity: Activity) -> None:
    """Refuse weights and ratios of what the activity does not sum. Raises ``DefinitionError``."""
    for measure in activity.measures:
        if measure.weight:
            _summed(measure.weight, activity, measure.name)
        for term in (*measure.ratio.numerator, *measure.ratio.denominator) if measure.ratio else ():
            _summed(term.measure, activity, measure.name)
