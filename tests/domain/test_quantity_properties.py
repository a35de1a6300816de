"""What holds for every quantity: nothing is lost, and nothing but our own errors is raised."""

from hypothesis import assume, given
from hypothesis import strategies as st

from stridelog.domain.quantity import (
    DecimalMark,
    Notation,
    QuantityError,
    exact,
    format_quantity,
    known_units,
    parse_in_unit,
    parse_quantity,
    readings,
)
from stridelog.domain.quantity.unit import LARGEST, MAY_BE_ZERO, unit_of
from stridelog.domain.units import Dimension, UnitSystem

NOTATIONS = st.builds(Notation, st.sampled_from(UnitSystem), st.sampled_from(DecimalMark))
DIMENSIONS = st.sampled_from(Dimension)

WORTH_SHOWING = {Dimension.DURATION: 0.1, Dimension.PACE: 6.0}
"""Clocks show nothing shorter than a tenth of a second; of the rest a thousandth is enough."""

PIECES = st.sampled_from(
    [
        "0", "1", "14", "50", "42", "99", "999", "1e", "1e9", ".", ",", ":", "/", "-", "+", "'",
        '"', " ", "k", "m", "km", "mi", "h", "min", "s", "d", "kg", "lb", "%", "bpm", "W", "mph",
        "km/h", "/km", "/h", "half", "mile", "marathon", "1,500", "1.500", "00", "e", "E", "_",
        "nan", "inf", "\N{MINUS SIGN}", "\N{PRIME}", "\N{NARROW NO-BREAK SPACE}",
        "\N{SUPERSCRIPT TWO}", "\N{ARABIC-INDIC DIGIT THREE}", "\ud800", "\x00",
    ]
)  # fmt: skip
TYPED = st.one_of(st.text(), st.lists(PIECES, max_size=8).map("".join))


@st.composite
def quantities(draw: st.DrawFn) -> tuple[float, Dimension]:
    """Draw a value that its dimension can have."""
    dimension = draw(DIMENSIONS)
    most = LARGEST[dimension][0]
    least = -most if dimension is Dimension.SCORE else 0.0
    floats = st.floats(least, most)
    whole = st.integers(int(least), int(most)).map(float)
    hundredths = st.integers(int(least) * 100, int(most) * 100).map(lambda n: n / 100)
    value = draw(st.one_of(floats, whole, hundredths))
    assume(value or dimension in MAY_BE_ZERO)
    return value, dimension


@given(quantities(), NOTATIONS)
def test_an_exact_spelling_reads_back_as_the_very_same_value(
    quantity: tuple[float, Dimension], notation: Notation
) -> None:
    value, dimension = quantity
    assert parse_quantity(exact(value, dimension, notation), notation, {dimension}).value == value


@given(quantities(), NOTATIONS, st.data())
def test_what_is_shown_reads_back_within_its_rounding(
    quantity: tuple[float, Dimension], notation: Notation, data: st.DataObject
) -> None:
    value, dimension = quantity
    unit = data.draw(st.sampled_from(["", *known_units(dimension)]))
    assume(not value or abs(value) >= WORTH_SHOWING.get(dimension, 0.001))
    assume(abs(value) <= LARGEST[dimension][0] * 0.99)
    shown = format_quantity(value, dimension, notation, unit)
    read = parse_quantity(shown, notation, {dimension}).value
    assert format_quantity(read, dimension, notation, unit) == shown
    assert abs(read - value) <= 0.5 * base_units_in(shown, dimension) * (1 + 1e-9)


def base_units_in(shown: str, dimension: Dimension) -> float:
    """Return what one of the unit at the end of ``shown`` is in base units."""
    name = shown.lstrip("-0123456789.,: ")
    return unit_of(dimension, name).factor if name else 1.0


@given(quantities(), NOTATIONS)
def test_a_reading_is_spelled_so_that_it_means_only_itself(
    quantity: tuple[float, Dimension], notation: Notation
) -> None:
    value, dimension = quantity
    assume(dimension not in {Dimension.ELEVATION, Dimension.SCORE})
    for reading in readings(exact(value, dimension, notation), notation):
        assert [r.quantity for r in readings(reading.spelling, notation)] == [reading.quantity]


@given(TYPED, NOTATIONS)
def test_any_text_has_readings_or_a_clear_error(text: str, notation: Notation) -> None:
    try:
        found = readings(text, notation)
    except QuantityError as error:
        assert_clear(error)
    else:
        for reading in found:
            assert parse_quantity(reading.spelling, notation) == reading.quantity


@given(TYPED, NOTATIONS, st.none() | st.sets(DIMENSIONS))
def test_any_text_is_a_wanted_quantity_or_a_clear_error(
    text: str, notation: Notation, wanted: set[Dimension] | None
) -> None:
    try:
        quantity = parse_quantity(text, notation, wanted)
    except QuantityError as error:
        assert_clear(error)
    else:
        assert wanted is None or quantity.dimension in wanted
        assert abs(quantity.value) <= LARGEST[quantity.dimension][0]


@given(TYPED, DIMENSIONS, NOTATIONS, st.data())
def test_any_cell_of_a_column_is_a_value_or_a_clear_error(
    text: str, dimension: Dimension, notation: Notation, data: st.DataObject
) -> None:
    unit = data.draw(st.sampled_from(["", *known_units(dimension)]) | st.text(max_size=5))
    try:
        value = parse_in_unit(text, unit, dimension, notation)
    except QuantityError as error:
        assert_clear(error)
    else:
        assert abs(value) <= LARGEST[dimension][0]


@given(st.floats(0, 1e9, exclude_min=True), DIMENSIONS, NOTATIONS)
def test_a_program_writes_a_column_and_it_is_read_to_the_last_bit(
    value: float, dimension: Dimension, notation: Notation
) -> None:
    assume(value <= LARGEST[dimension][0])
    text = repr(value).replace(".", notation.decimal.character)
    assert parse_in_unit(text, "", dimension, notation) == value


def assert_clear(error: QuantityError) -> None:
    assert error.message.endswith((".", "?"))
    assert error.message.isprintable()
    assert len(error.message) < 200
    assert error.exit_code == 2
