"""The language of one logged line: ``10k 50:42 +race @riverside "turkey trot"``.

Every word is one of: a quantity, which goes to the activity's measure of its dimension;
``name=value``, which names the measure; ``+tag``; ``@place``; or a note, which is a word with a
space in it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from stridelog.domain.activity import Activity
from stridelog.domain.circumstances import effort_value, note_text, place_name, tag_name
from stridelog.domain.errors import UsageError
from stridelog.domain.measure import Kind, Measure
from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import shown
from stridelog.domain.quantity import (
    AmbiguousQuantityError,
    NotAQuantityError,
    Notation,
    QuantityError,
    Reading,
    format_quantity,
    parse_quantity,
)
from stridelog.domain.quantity.reading import Quantity
from stridelog.domain.units import Dimension

SECONDS_A_MINUTE = 60

METRES_A_KM = 1000

_TURNED = {Dimension.SPEED: Dimension.PACE, Dimension.PACE: Dimension.SPEED}
"""Two ways to say the same: who runs 12 km/h runs 5:00/km."""


class LineError(UsageError):
    """A word of the line cannot be taken."""


class NoSuchMeasureError(LineError):
    """The activity has no measure that the word could go to."""


@dataclass(frozen=True, slots=True)
class LogLine:
    """What a line says. Measurements are in base units, by the measure's name."""

    measurements: Mapping[str, float] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    place: str = ""
    note: str = ""
    effort: int | None = None


def read_line(words: Iterable[str], activity: Activity, notation: Notation) -> LogLine:
    """Return what the words say about one entry of ``activity``.

    A pace or a speed fills in the distance or the duration that is missing. Raises ``LineError``
    and ``QuantityError`` for a word that cannot be taken, or that could mean two things.
    """
    reader = _Reader(activity, notation)
    for word in words:
        reader.take(word)
    return reader.line()


def value_of(text: str, measure: Measure, notation: Notation) -> float:
    """Return what ``name=text`` means for a measure, in its base unit.

    Raises ``QuantityError``.
    """
    return parse_quantity(text, notation, {measure.dimension}).value


class _Reader:
    """Takes the words of one line, one by one."""

    def __init__(self, activity: Activity, notation: Notation) -> None:
        self._activity = activity
        self._notation = notation
        self._values: dict[str, tuple[float, str]] = {}
        self._ratios: dict[str, tuple[float, str]] = {}
        self._tags: list[str] = []
        self._place = ""
        self._notes: list[str] = []
        self._effort: int | None = None

    def take(self, word: str) -> None:
        """Take one word."""
        name, equals, value = word.partition("=")
        if word.startswith("+") and len(word) > 1:
            self._tags.append(tag_name(word))
        elif word.startswith("@") and len(word) > 1:
            self._take_place(word)
        elif equals and not any(character.isspace() for character in name):
            self._take_named(name.strip().lower(), value, word)
        else:
            self._take_quantity_or_note(word)

    def line(self) -> LogLine:
        """Return what the words said together."""
        values = {name: value for name, (value, _) in self._values.items()}
        for name, (value, word) in self._ratios.items():
            values = self._filled_in(values, name, value, word)
        return LogLine(
            measurements=values,
            tags=tuple(dict.fromkeys(self._tags)),
            place=self._place,
            note=note_text("\n".join(self._notes)),
            effort=self._effort,
        )

    def _take_place(self, word: str) -> None:
        if self._place:
            raise LineError(f"There are two places: @{self._place} and {shown(word)}.", "Keep one.")
        self._place = place_name(word)

    def _take_named(self, name: str, value: str, word: str) -> None:
        if name == "effort":
            self._effort = effort_value(value)
            return
        measure = self._activity.measure(name)
        if measure is None or measure.retired:
            raise self._no_such_measure(name)
        self._put(measure, value_of(value, measure, self._notation), word)

    def _take_quantity_or_note(self, word: str) -> None:
        try:
            quantity = self._read(word)
        except NotAQuantityError:
            if word[:1].isdigit() and " " not in word:
                self._refuse_number_with_name(word)
                raise
            if not any(character.isspace() for character in word.strip()):
                raise self._not_understood(word) from None
            self._notes.append(word)
            return
        measure, value = self._measure_for(quantity.dimension), quantity.value
        if measure is None and quantity.dimension in _TURNED:
            measure, value = self._measure_for(_TURNED[quantity.dimension]), METRES_A_KM / value
        if measure is None:
            raise self._no_measure_of(quantity, word)
        self._put(measure, value, word)

    def _refuse_number_with_name(self, word: str) -> None:
        """Refuse ``30reps`` with the way to say it, where there is such a measure."""
        number = word.rstrip(word.lstrip("0123456789.,"))
        name = word.removeprefix(number).lower()
        measure = self._activity.measure(name)
        if number and measure is not None and measure.ratio is None:
            raise LineError(f'"{shown(word)}" is no quantity.', f"Say {name}={number}.")

    def _read(self, word: str) -> Quantity:
        """Return the one thing that the word can be here."""
        wanted = {m.dimension for m in self._activity.measures if self._takes_bare(m)}
        try:
            quantity = parse_quantity(word, self._notation, wanted or None)
        except NotAQuantityError:
            raise
        except AmbiguousQuantityError as error:
            raise self._naming_measures(error, word) from None
        except QuantityError:
            # It is a quantity, but of a dimension that this activity does not have.
            quantity = parse_quantity(word, self._notation)
        if quantity.dimension is Dimension.DURATION and not self._covers_distance:
            refuse_hours_or_minutes(word, quantity)
        return quantity

    def _naming_measures(self, error: AmbiguousQuantityError, word: str) -> AmbiguousQuantityError:
        """Return the error with a hint that names the measures the word could go to."""
        measures = {self._measure_for(r.quantity.dimension) for r in error.readings}
        names = sorted(measure.name for measure in measures if measure is not None)
        if len(names) < len(error.readings):
            return error
        spelled = " or ".join(f"{name}={shown(word)}" for name in names)
        return AmbiguousQuantityError(error.message, f"Say {spelled}.", error.readings)

    @property
    def _covers_distance(self) -> bool:
        return any(m.dimension is Dimension.DISTANCE for m in self._activity.loggable)

    def _takes_bare(self, measure: Measure) -> bool:
        """Tell whether a bare quantity may go to the measure; heights are always named."""
        if measure.retired or measure.dimension in {Dimension.ELEVATION, Dimension.SCORE}:
            return False
        return measure.kind is not Kind.DERIVED or _is_simple(measure)

    def _measure_for(self, dimension: Dimension) -> Measure | None:
        return next(
            (
                m
                for m in self._activity.measures
                if m.dimension is dimension and self._takes_bare(m)
            ),
            None,
        )

    def _put(self, measure: Measure, value: float, word: str) -> None:
        into = self._ratios if measure.kind is Kind.DERIVED else self._values
        if measure.kind is Kind.DERIVED and not _is_simple(measure):
            raise LineError(
                f"{measure.name} is worked out from other measures.",
                f"Log those: {', '.join(_terms(measure))}.",
            )
        if measure.name in into:
            raise LineError(
                f"{measure.name} was given twice: {shown(into[measure.name][1])} "
                f"and {shown(word)}.",
                self._other_measures(measure),
            )
        into[measure.name] = (value, word)

    def _other_measures(self, measure: Measure) -> str:
        """Return what helps where a measure was given twice."""
        others = [
            f"{m.name}=…"
            for m in self._activity.loggable
            if m.dimension is measure.dimension and m is not measure
        ]
        return f"Name the other one: {' or '.join(others)}" if others else "Keep one of them."

    def _filled_in(
        self, values: dict[str, float], name: str, value: float, word: str
    ) -> dict[str, float]:
        """Return the values with the one that follows from a ratio (a pace) and the other."""
        measure = self._activity.measure(name)
        assert measure is not None  # noqa: S101 (it was found by this name)
        assert measure.ratio is not None  # noqa: S101 (it is derived)
        over, under = measure.ratio.numerator[0].measure, measure.ratio.denominator[0].measure
        if over in values and under in values:
            self._check_ratio(measure, value, measure.ratio.scale * values[over] / values[under])
            return values
        if under in values:
            return {**values, over: value * values[under] / measure.ratio.scale}
        if over in values:
            return {**values, under: values[over] * measure.ratio.scale / value}
        raise LineError(
            f"{shown(word)} alone does not say how much.", f"Add the {over} or the {under}."
        )

    def _check_ratio(self, measure: Measure, said: float, follows: float) -> None:
        if abs(said - follows) > follows * 0.02:
            raise LineError(
                f"The {measure.name} of {self._shown(said, measure)} does not fit the rest, "
                f"which makes {self._shown(follows, measure)}.",
                f"Leave the {measure.name} out: it is worked out.",
            )

    def _shown(self, value: float, measure: Measure) -> str:
        return format_quantity(value, measure.dimension, self._notation, measure.unit)

    def _no_such_measure(self, name: str) -> NoSuchMeasureError:
        known = [m.name for m in self._activity.loggable] + ["effort"]
        if self._activity.measure(name) is not None:
            return NoSuchMeasureError(
                f"{name} of {self._activity.name} is retired.",
                f"Bring it back with: stride activities edit {self._activity.name} "
                f"--restore-measure {name}",
            )
        guess = nearest(name, known)
        return NoSuchMeasureError(
            f'{self._activity.name} has no measure "{shown(name)}".'
            + (f" Did you mean {guess}?" if guess else ""),
            f"It has: {', '.join(known)}.",
        )

    def _no_measure_of(self, quantity: Quantity, word: str) -> NoSuchMeasureError:
        names = ", ".join(m.name for m in self._activity.loggable)
        known = f"Its measures: {names}. Name one, or add" if names else "Add"
        return NoSuchMeasureError(
            f"{self._activity.name} has no measure for {shown(word)}, "
            f"a {quantity.dimension.value}.",
            f"{known} one with: "
            f"stride activities edit {self._activity.name} --measure NAME:{quantity.dimension}",
        )

    def _not_understood(self, word: str) -> LineError:
        known = [m.name for m in self._activity.loggable]
        if not any(character.isalnum() for character in word):
            return LineError(f'What is "{shown(word)}"?', 'A note of one word is --note "…".')
        guess = nearest(word, known)
        name = shown(word.lstrip("#"))
        return LineError(
            f'What is "{shown(word)}"?' + (f" Did you mean {guess}=…?" if guess else ""),
            f'A tag is +{name}, a place @{name}, a note --note "{shown(word)}".',
        )


def _is_simple(measure: Measure) -> bool:
    """Tell whether a derived measure is one measure over another, so that it can be turned."""
    ratio = measure.ratio
    return ratio is not None and len(ratio.numerator) == len(ratio.denominator) == 1


def _terms(measure: Measure) -> list[str]:
    ratio = measure.ratio
    return (
        list(dict.fromkeys(t.measure for t in (*ratio.numerator, *ratio.denominator)))
        if ratio
        else []
    )


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
