"""How quantities are shown to people."""

import pytest

from stridelog.domain.quantity import (
    DecimalMark,
    Notation,
    QuantityError,
    exact,
    format_quantity,
    known_units,
)
from stridelog.domain.units import Dimension, UnitSystem

D = Dimension
METRIC = Notation()
IMPERIAL = Notation(system=UnitSystem.IMPERIAL)
COMMA = Notation(decimal=DecimalMark.COMMA)

USUAL = [
    (10_000, D.DISTANCE, "10.00 km", "6.21 mi"),
    (1_500_000, D.DISTANCE, "1500.00 km", "932.06 mi"),
    (21_097.5, D.DISTANCE, "21.10 km", "13.11 mi"),
    (1_609.344, D.DISTANCE, "1.61 km", "1.00 mi"),
    (1_609, D.DISTANCE, "1.61 km", "1.00 mi"),
    (999.6, D.DISTANCE, "1.00 km", "1093 yd"),
    (400, D.DISTANCE, "400 m", "437 yd"),
    (4.5, D.DISTANCE, "4.5 m", "4.9 yd"),
    (0.004, D.DISTANCE, "0.004 m", "0.004 yd"),
    (0, D.DISTANCE, "0 m", "0 yd"),
    (123.4, D.ELEVATION, "123 m", "405 ft"),
    (0, D.ELEVATION, "0 m", "0 ft"),
    (3_042, D.DURATION, "50:42", "50:42"),
    (6_310, D.DURATION, "1:45:10", "1:45:10"),
    (360_000, D.DURATION, "100:00:00", "100:00:00"),
    (840, D.DURATION, "14:00", "14:00"),
    (45, D.DURATION, "0:45", "0:45"),
    (9.58, D.DURATION, "0:09.6", "0:09.6"),
    (59.97, D.DURATION, "1:00", "1:00"),
    (3_599.6, D.DURATION, "1:00:00", "1:00:00"),
    (0, D.DURATION, "0:00", "0:00"),
    (50, D.MASS, "50.0 kg", "110 lb"),
    (22.6796185, D.MASS, "22.7 kg", "50 lb"),
    (1.1339809, D.MASS, "1.1 kg", "2.5 lb"),
    (0.92, D.FRACTION, "92 %", "92 %"),
    (0.862, D.FRACTION, "86.2 %", "86.2 %"),
    (0.0003, D.FRACTION, "0.03 %", "0.03 %"),
    (1.25, D.FRACTION, "125 %", "125 %"),
    (144.6, D.HEART_RATE, "145 bpm", "145 bpm"),
    (250, D.POWER, "250 W", "250 W"),
    (304, D.PACE, "5:04/km", "8:09/mi"),
    (3_700, D.PACE, "1:01:40/km", "1:39:15/mi"),
    (12 / 3.6, D.SPEED, "12.0 km/h", "7.5 mph"),
    (3.5, D.RATE, "3.5/h", "3.5/h"),
    (31, D.RATE, "31.0/h", "31.0/h"),
    (41, D.SCORE, "41", "41"),
    (-18, D.SCORE, "-18", "-18"),
    (17.84, D.SCORE, "17.8", "17.8"),
    (31, D.COUNT, "31", "31"),
    (1_234, D.COUNT, "1234", "1234"),
    (2.5, D.COUNT, "2.5", "2.5"),
    (100, D.COUNT, "100", "100"),
    (0, D.COUNT, "0", "0"),
]


@pytest.mark.parametrize(("value", "dimension", "metric", "imperial"), USUAL)
def test_a_quantity_is_shown_in_the_usual_unit_of_each_system(
    value: float, dimension: Dimension, metric: str, imperial: str
) -> None:
    assert format_quantity(value, dimension, METRIC) == metric
    assert format_quantity(value, dimension, IMPERIAL) == imperial


@pytest.mark.parametrize(
    ("value", "dimension", "unit", "shown"),
    [
        (840, D.DURATION, "min", "14 min"),
        (870, D.DURATION, "min", "14.5 min"),
        (5_400, D.DURATION, "min", "90 min"),
        (5_400, D.DURATION, "h", "1.5 h"),
        (27_900, D.DURATION, "h", "7.75 h"),
        (28_800, D.DURATION, "h", "8 h"),
        (172_800, D.DURATION, "d", "2 d"),
        (45, D.DURATION, "s", "45 s"),
        (1, D.DURATION, "h", "0.0003 h"),
        (10_000, D.DISTANCE, "mi", "6.21 mi"),
        (10_000, D.DISTANCE, "m", "10000 m"),
        (120 * 0.3048, D.DISTANCE, "ft", "120 ft"),
        (1_050, D.PACE, "/100m", "1:45/100 m"),
        (240, D.PACE, "/500m", "2:00/500 m"),
        (304, D.PACE, "/mi", "8:09/mi"),
        (304.4, D.PACE, "s/km", "304.4 s/km"),
        (5_250, D.MASS, "t", "5.25 t"),
        (1_250, D.POWER, "kW", "1.25 kW"),
        (3.5, D.SPEED, "m/s", "3.5 m/s"),
        (84, D.RATE, "/d", "2016/d"),
        (31, D.COUNT, "count", "31"),
    ],
)
def test_a_measure_may_name_its_unit(
    value: float, dimension: Dimension, unit: str, shown: str
) -> None:
    assert format_quantity(value, dimension, METRIC, unit) == shown


def test_a_unit_of_another_dimension_is_refused_with_the_right_ones() -> None:
    with pytest.raises(QuantityError) as caught:
        format_quantity(1, D.DURATION, METRIC, "km")
    assert caught.value.message == '"km" is no unit of a duration.'
    assert caught.value.hint == "Known are s, min, h, d."


def test_the_decimal_mark_is_the_persons() -> None:
    assert format_quantity(10_500, D.DISTANCE, COMMA) == "10,50 km"
    assert format_quantity(9.6, D.DURATION, COMMA) == "0:09,6"
    assert format_quantity(0.862, D.FRACTION, COMMA) == "86,2 %"


def test_a_difference_may_be_negative() -> None:
    assert format_quantity(-7, D.PACE, METRIC) == "-0:07/km"
    assert format_quantity(-500, D.DISTANCE, METRIC) == "-500 m"


@pytest.mark.parametrize(
    ("value", "dimension", "metric", "imperial"),
    [
        (10_000, D.DISTANCE, "10km", "10km"),
        (16_093.44, D.DISTANCE, "16093.44m", "10mi"),
        (400, D.DISTANCE, "400m", "400m"),
        (4_118.3, D.DISTANCE, "4.1183km", "4.1183km"),
        (1_125, D.DISTANCE, "1.1250km", "1.1250km"),
        (123.4, D.ELEVATION, "123.4m", "123.4m"),
        (30.48, D.ELEVATION, "30.48m", "100ft"),
        (3_042, D.DURATION, "50:42", "50:42"),
        (9.58, D.DURATION, "9.58s", "9.58s"),
        (50, D.MASS, "50kg", "50kg"),
        (22.6796185, D.MASS, "22.6796185kg", "50lb"),
        (0.92, D.FRACTION, "92%", "92%"),
        (0.931, D.FRACTION, "93.1%", "93.1%"),
        (1, D.FRACTION, "100%", "100%"),
        (1 / 3, D.FRACTION, "0.3333333333333333", "0.3333333333333333"),
        (145, D.HEART_RATE, "145bpm", "145bpm"),
        (304, D.PACE, "5:04/km", "5:04/km"),
        (301.38, D.PACE, "301.38s/km", "301.38s/km"),
        (10, D.SPEED, "36km/h", "36km/h"),
        (-18.5, D.SCORE, "-18.5", "-18.5"),
        (31, D.COUNT, "31", "31"),
        (3.5, D.RATE, "3.5/h", "3.5/h"),
    ],
)
def test_an_edit_form_shows_a_pleasant_spelling_that_loses_nothing(
    value: float, dimension: Dimension, metric: str, imperial: str
) -> None:
    assert exact(value, dimension, METRIC) == metric
    assert exact(value, dimension, IMPERIAL) == imperial


def test_every_dimension_has_units_and_knows_its_usual_ones() -> None:
    for dimension in Dimension:
        assert known_units(dimension)
        for unit in known_units(dimension):
            assert format_quantity(0.5, dimension, METRIC, unit)
    assert known_units(D.DISTANCE) == ("m", "km", "mi", "yd", "ft")
    assert known_units(D.PACE) == ("/km", "/mi", "/100m", "/500m", "/100yd", "s/km")
