"""Reading the words of a line, each to its place."""

from collections.abc import Iterable, Mapping

from stridelog.domain.activity import Activity
from stridelog.domain.circumstances import effort_value, note_text, place_name, tag_names
from stridelog.domain.logline import refusal
from stridelog.domain.logline.line import LineError, LogLine
from stridelog.domain.logline.ratios import filled_in, is_simple
from stridelog.domain.measure import Kind, Measure
from stridelog.domain.plain_text import shown
from stridelog.domain.quantity import (
    AmbiguousQuantityError,
    NotAQuantityError,
    Notation,
    QuantityError,
    parse_quantity,
    put_together,
)
from stridelog.domain.quantity.reading import Quantity
from stridelog.domain.units import Dimension

METRES_A_KM = 1000

_TURNED = {Dimension.SPEED: Dimension.PACE, Dimension.PACE: Dimension.SPEED}
"""Two ways to say the same: who runs 12 km/h runs 5:00/km."""

_NAMED_ONLY = frozenset({Dimension.ELEVATION, Dimension.SCORE})
"""Dimensions of which no bare quantity is taken: heights are always named."""


def read_line(
    words: Iterable[str],
    activity: Activity,
    notation: Notation,
    known: Mapping[str, float] | None = None,
) -> LogLine:
    """Return what the words say about one entry of ``activity``.

    A pace or a speed fills in the distance or the duration that is missing: from what the line
    says, or else from the ``known`` values of an entry that is corrected. Raises ``LineError``
    and ``QuantityError`` for a word that cannot be taken, or that could mean two things.
    """
    reader = LineReader(activity, notation)
    typed = [_without_comma(word) for word in words]
    for word in put_together(typed):
        # What is a quantity only together (10 km) is never taken for a note.
        (reader.take if word in typed else reader.take_quantity)(word)
    return reader.line(known)


def value_of(text: str, measure: Measure, notation: Notation) -> float:
    """Return what ``name=text`` means for a measure, in its base unit.

    Raises ``QuantityError``.
    """
    return parse_quantity(text, notation, {measure.dimension}).value


class LineReader:
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
            self._tags.extend(tag_names(word))
        elif word.startswith("@") and len(word) > 1:
            self._take_place(word)
        elif equals and not any(character.isspace() for character in name):
            self._take_named(name.strip().lower(), value, word)
        else:
            self._take_quantity_or_note(word)

    def take_quantity(self, word: str) -> None:
        """Take a word that can only be a quantity."""
        self._put_quantity(self._read(word), word)

    def put(self, measure: Measure, value: float, word: str) -> None:
        """Take a value in base units, which ``word`` said."""
        into = self._ratios if measure.kind is Kind.DERIVED else self._values
        if measure.kind is Kind.DERIVED and not is_simple(measure):
            raise refusal.worked_out(measure)
        if measure.name in into:
            words = into[measure.name][1], word
            raise refusal.given_twice(self._activity, measure, words)
        into[measure.name] = (value, word)

    def line(self, known: Mapping[str, float] | None = None) -> LogLine:
        """Return what the words said together; ``known`` values stay where a pace needs one."""
        values = {name: value for name, (value, _) in self._values.items()}
        for name, said in self._ratios.items():
            measure = self._activity.measure(name)
            assert measure is not None  # noqa: S101 (it was found by this name)
            values = filled_in(measure, said, values, known or {}, self._activity, self._notation)
        return LogLine(
            measurements=values,
            tags=tuple(dict.fromkeys(self._tags)),
            place=self._place,
            note=note_text("\n".join(self._notes)),
            effort=self._effort,
            follows=tuple(name for name in values if name not in self._values),
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
            raise refusal.no_such_measure(self._activity, name)
        self.put(measure, value_of(value, measure, self._notation), word)

    def _take_quantity_or_note(self, word: str) -> None:
        try:
            quantity = self._read(word)
        except NotAQuantityError:
            if word[:1].isdigit() and " " not in word:
                refusal.refuse_number_with_name(self._activity, word)
                raise
            if not any(character.isspace() for character in word.strip()):
                raise refusal.not_understood(self._activity, word) from None
            self._notes.append(word)
        else:
            self._put_quantity(quantity, word)

    def _put_quantity(self, quantity: Quantity, word: str) -> None:
        measure, value = self._measure_for(quantity.dimension), quantity.value
        if measure is None and quantity.dimension in _TURNED:
            measure, value = self._measure_for(_TURNED[quantity.dimension]), METRES_A_KM / value
        if measure is None:
            raise refusal.no_measure_of(self._activity, quantity, word)
        self.put(measure, value, word)

    def _read(self, word: str) -> Quantity:
        """Return the one thing that the word can be here."""
        wanted = {m.dimension for m in self._activity.measures if _takes_bare(m)}
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
            refusal.refuse_hours_or_minutes(word, quantity)
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

    def _measure_for(self, dimension: Dimension) -> Measure | None:
        fitting = (m for m in self._activity.measures if m.dimension is dimension)
        return next((measure for measure in fitting if _takes_bare(measure)), None)


def _without_comma(word: str) -> str:
    """Return a word without the comma that stands between it and the next one."""
    return word if any(character.isspace() for character in word) else word.rstrip(",") or word


def _takes_bare(measure: Measure) -> bool:
    """Tell whether a bare quantity may go to the measure."""
    if measure.retired or measure.dimension in _NAMED_ONLY:
        return False
    return measure.kind is not Kind.DERIVED or is_simple(measure)
