"""What people type as quantities, and what it must mean or which error it gives."""

import pytest

from stridelog.domain.quantity import (
    AmbiguousQuantityError,
    DecimalMark,
    NotAQuantityError,
    Notation,
    QuantityError,
    QuantityRangeError,
    parse_in_unit,
    parse_quantity,
    readings,
)
from stridelog.domain.units import Dimension, UnitSystem

D = Dimension
DOT = Notation()
COMMA = Notation(decimal=DecimalMark.COMMA)
IMPERIAL = Notation(system=UnitSystem.IMPERIAL)

MILE = 1609.344
YARD = 0.9144
FOOT = 0.3048
POUND = 0.45359237
NNBSP = "\N{NARROW NO-BREAK SPACE}"

RUN = frozenset({D.DISTANCE, D.DURATION, D.ELEVATION, D.HEART_RATE})
SHIFT = frozenset({D.DURATION, D.COUNT, D.FRACTION})
STRENGTH = frozenset({D.DURATION, D.COUNT, D.MASS})

ANY_NOTATION = [
    # distances
    ("10k", 10_000, D.DISTANCE),
    ("10K", 10_000, D.DISTANCE),
    ("10 k", 10_000, D.DISTANCE),
    ("10km", 10_000, D.DISTANCE),
    ("10 KM", 10_000, D.DISTANCE),
    ("10kms", 10_000, D.DISTANCE),
    ("10 kilometres", 10_000, D.DISTANCE),
    ("10 kilometers", 10_000, D.DISTANCE),
    ("1 kilometre", 1_000, D.DISTANCE),
    ("6mi", 6 * MILE, D.DISTANCE),
    ("6 miles", 6 * MILE, D.DISTANCE),
    ("1 mile", MILE, D.DISTANCE),
    ("mile", MILE, D.DISTANCE),
    ("half", 21_097.5, D.DISTANCE),
    ("Half", 21_097.5, D.DISTANCE),
    ("half marathon", 21_097.5, D.DISTANCE),
    ("half-marathon", 21_097.5, D.DISTANCE),
    ("halfmarathon", 21_097.5, D.DISTANCE),
    ("marathon", 42_195, D.DISTANCE),
    ("MARATHON", 42_195, D.DISTANCE),
    ("5k", 5_000, D.DISTANCE),
    ("25k", 25_000, D.DISTANCE),
    ("100m", 100, D.DISTANCE),
    ("200m", 200, D.DISTANCE),
    ("400m", 400, D.DISTANCE),
    ("400M", 400, D.DISTANCE),
    ("400 m", 400, D.DISTANCE),
    ("800m", 800, D.DISTANCE),
    ("1000m", 1_000, D.DISTANCE),
    ("1500m", 1_500, D.DISTANCE),
    ("3000m", 3_000, D.DISTANCE),
    ("5000m", 5_000, D.DISTANCE),
    ("10000m", 10_000, D.DISTANCE),
    ("1609m", 1_609, D.DISTANCE),
    ("14metres", 14, D.DISTANCE),
    ("14 meters", 14, D.DISTANCE),
    ("1metre", 1, D.DISTANCE),
    ("440yd", 440 * YARD, D.DISTANCE),
    ("440 yards", 440 * YARD, D.DISTANCE),
    ("100 yds", 100 * YARD, D.DISTANCE),
    ("120ft", 120 * FOOT, D.DISTANCE),
    ("120 feet", 120 * FOOT, D.DISTANCE),
    ("1 500 km", 1_500_000, D.DISTANCE),
    ("10 000 m", 10_000, D.DISTANCE),
    ("1e1k", 10_000, D.DISTANCE),
    ("5 000 m", 5_000, D.DISTANCE),
    ("15K", 15_000, D.DISTANCE),
    ("100 km", 100_000, D.DISTANCE),
    # durations
    ("50:42", 3_042, D.DURATION),
    ("1h05", 3_900, D.DURATION),
    ("0:07:05", 425, D.DURATION),
    ("7h45", 27_900, D.DURATION),
    ("7h45m", 27_900, D.DURATION),
    ("8 hours 30 minutes", 30_600, D.DURATION),
    ("12 h", 43_200, D.DURATION),
    ("1:45:10", 6_310, D.DURATION),
    ("0:25:56", 1_556, D.DURATION),
    ("00:25:56", 1_556, D.DURATION),
    ("2:10", 130, D.DURATION),
    ("0:45", 45, D.DURATION),
    ("90:00", 5_400, D.DURATION),
    ("120:30", 7_230, D.DURATION),
    ("3:59:59", 14_399, D.DURATION),
    ("26:00:00", 93_600, D.DURATION),
    ("1:45h", 6_300, D.DURATION),
    ("1:45 h", 6_300, D.DURATION),
    ("1:45:10 h", 6_310, D.DURATION),
    ("50:42 min", 3_042, D.DURATION),
    ("50m42s", 3_042, D.DURATION),
    ("50m 42s", 3_042, D.DURATION),
    ("50m42", 3_042, D.DURATION),
    ("50min42s", 3_042, D.DURATION),
    ("50 min 42 sec", 3_042, D.DURATION),
    ("50'42\"", 3_042, D.DURATION),
    ("50'42", 3_042, D.DURATION),
    ("50'42''", 3_042, D.DURATION),
    ("50'", 3_000, D.DURATION),
    ('42"', 42, D.DURATION),
    ("1h20", 4_800, D.DURATION),
    ("1h5", 3_900, D.DURATION),
    ("1h20m", 4_800, D.DURATION),
    ("1H20M", 4_800, D.DURATION),
    ("1h 20m", 4_800, D.DURATION),
    ("1 h 20 min", 4_800, D.DURATION),
    ("1h20m30s", 4_830, D.DURATION),
    ("1h20m30", 4_830, D.DURATION),
    ("1h30s", 3_630, D.DURATION),
    ("90m30s", 5_430, D.DURATION),
    ("1 hour 20 minutes", 4_800, D.DURATION),
    ("2 hrs", 7_200, D.DURATION),
    ("1h", 3_600, D.DURATION),
    ("1hr", 3_600, D.DURATION),
    ("8h", 28_800, D.DURATION),
    ("90min", 5_400, D.DURATION),
    ("90 mins", 5_400, D.DURATION),
    ("14 minutes", 840, D.DURATION),
    ("1 minute", 60, D.DURATION),
    ("45s", 45, D.DURATION),
    ("45sec", 45, D.DURATION),
    ("45 seconds", 45, D.DURATION),
    ("2d", 172_800, D.DURATION),
    ("2 days", 172_800, D.DURATION),
    ("1d4h", 100_800, D.DURATION),
    # paces, speeds, rates
    ("5:04/km", 304, D.PACE),
    ("5:04/k", 304, D.PACE),
    ("5:04 /km", 304, D.PACE),
    ("5:04 min/km", 304, D.PACE),
    ("5m04s/km", 304, D.PACE),
    ("5'04\"/km", 304, D.PACE),
    ("304s/km", 304, D.PACE),
    ("304 s/km", 304, D.PACE),
    ("5min/km", 300, D.PACE),
    ("5m/km", 300, D.PACE),
    ("8:09/mi", 489 * 1000 / MILE, D.PACE),
    ("8:09/mile", 489 * 1000 / MILE, D.PACE),
    ("8:09 min/mi", 489 * 1000 / MILE, D.PACE),
    ("1:45/100m", 1_050, D.PACE),
    ("1:45/100 m", 1_050, D.PACE),
    ("1:45 / 100m", 1_050, D.PACE),
    ("1:45/100yd", 1_050 / YARD, D.PACE),
    ("2:00/500m", 240, D.PACE),
    ("12km/h", 12 / 3.6, D.SPEED),
    ("12 km/h", 12 / 3.6, D.SPEED),
    ("12kmh", 12 / 3.6, D.SPEED),
    ("12 kph", 12 / 3.6, D.SPEED),
    ("8mph", 8 * 0.44704, D.SPEED),
    ("8 mi/h", 8 * 0.44704, D.SPEED),
    ("3m/s", 3, D.SPEED),
    ("31/h", 31, D.RATE),
    ("31/hour", 31, D.RATE),
    ("31 per hour", 31, D.RATE),
    ("2/min", 120, D.RATE),
    ("48/day", 2, D.RATE),
    # the rest
    ("50lb", 50 * POUND, D.MASS),
    ("50 lbs", 50 * POUND, D.MASS),
    ("50 pounds", 50 * POUND, D.MASS),
    ("22kg", 22, D.MASS),
    ("22 KG", 22, D.MASS),
    ("22 kilos", 22, D.MASS),
    ("500g", 0.5, D.MASS),
    ("5t", 5_000, D.MASS),
    ("92%", 0.92, D.FRACTION),
    ("92 %", 0.92, D.FRACTION),
    ("100%", 1, D.FRACTION),
    ("0%", 0, D.FRACTION),
    ("92 percent", 0.92, D.FRACTION),
    ("92 per cent", 0.92, D.FRACTION),
    ("145bpm", 145, D.HEART_RATE),
    ("145 BPM", 145, D.HEART_RATE),
    ("250W", 250, D.POWER),
    ("250w", 250, D.POWER),
    ("250 watts", 250, D.POWER),
    ("1kW", 1_000, D.POWER),
    ("41 points", 41, D.SCORE),
    ("-18 points", -18, D.SCORE),
    ("31", 31, D.COUNT),
    ("0", 0, D.COUNT),
    ("+31", 31, D.COUNT),
    ("31 count", 31, D.COUNT),
    ("1 234", 1_234, D.COUNT),
    ("1,234,567", 1_234_567, D.COUNT),
    ("1.234.567", 1_234_567, D.COUNT),
    # typography
    ("  10k  ", 10_000, D.DISTANCE),
    ("10\tkm", 10_000, D.DISTANCE),
    ("10\N{NO-BREAK SPACE}km", 10_000, D.DISTANCE),
    (f"10{NNBSP}km", 10_000, D.DISTANCE),
    (f"10{NNBSP}000{NNBSP}m", 10_000, D.DISTANCE),
    ("50\N{PRIME}42\N{DOUBLE PRIME}", 3_042, D.DURATION),
    ("50\N{RIGHT SINGLE QUOTATION MARK}42\N{RIGHT DOUBLE QUOTATION MARK}", 3_042, D.DURATION),
    ("\N{FULLWIDTH DIGIT ONE}\N{FULLWIDTH DIGIT ZERO}\N{FULLWIDTH LATIN SMALL LETTER K}", 10_000,
     D.DISTANCE),
    ("50\N{FULLWIDTH COLON}42", 3_042, D.DURATION),
    ("\N{ARABIC-INDIC DIGIT THREE}km", 3_000, D.DISTANCE),
    ("10\N{ZERO WIDTH SPACE}k", 10_000, D.DISTANCE),
    ("\N{MINUS SIGN}18 points", -18, D.SCORE),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "dimension"), ANY_NOTATION)
@pytest.mark.parametrize("notation", [DOT, COMMA, IMPERIAL])
def test_a_quantity_means_one_thing_in_every_notation(
    text: str, value: float, dimension: Dimension, notation: Notation
) -> None:
    quantity = parse_quantity(text, notation)
    assert quantity.dimension is dimension
    assert quantity.value == pytest.approx(value, rel=1e-12)


DECIMALS = [
    ("6.2mi", 6.2 * MILE),
    ("10.5k", 10_500),
    ("10.50k", 10_500),
    (".5k", 500),
    ("0.500km", 500),
    ("42.195km", 42_195),
    ("21.0975km", 21_097.5),
    ("6.214mi", 6.214 * MILE),
    ("1.005km", 1_005),
    ("1.500km", 1_500),
    ("1500.125m", 1_500.125),
    ("1.5h", 5_400),
    ("1.500h", 5_400),
    ("22.5kg", 22.5),
    ("92.5%", 0.925),
    ("92.125%", 0.92125),
    ("50:42.5", 3_042.5),
    ("42.2k", 42_200),
    ("13.1mi", 13.1 * MILE),
    ("26.2 miles", 26.2 * MILE),
    ("7.5h", 27_000),
    ("0.5h", 1_800),
    ("99.9%", 0.999),
    ("50:42.125", 3_042.125),
    ("1:45:10.25", 6_310.25),
    ("0:09.58", 9.58),
    ("1h20.5m", 4_830),
    ("50m42.5s", 3_042.5),
    ("319.86s/km", 319.86),
    ("319.865 s/km", 319.865),
    ("12.5km/h", 12.5 / 3.6),
    ("3.5/h", 3.5),
    ("2.5", 2.5),
    ("1,234.5m", 1_234.5),
    ("1,234,567.5", 1_234_567.5),
    ("1 234.5m", 1_234.5),
]


@pytest.mark.parametrize(("text", "value"), DECIMALS)
def test_decimals_are_read_by_the_persons_mark(text: str, value: float) -> None:
    other_way = text.translate(str.maketrans(".,", ",."))
    assert parse_quantity(text, DOT).value == pytest.approx(value, rel=1e-12)
    assert parse_quantity(other_way, COMMA).value == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("10,5k", "10.5k"),
        ("10,50k", "10.50k"),
        ("6,2mi", "6.2mi"),
        ("0,500km", "0.500km"),
        ("22,5kg", "22.5kg"),
        ("92,5%", "92.5%"),
        ("92,125%", "92.125%"),
        ("50:42,5", "50:42.5"),
        ("1h20,5m", "1h20.5m"),
        ("1.234,5m", "1234.5m"),
        ("2,5", "2.5"),
        ("319,86s/km", "319.86s/km"),
    ],
)
def test_the_other_decimal_mark_is_refused_and_names_the_setting(text: str, right: str) -> None:
    for typed, better, notation, mark in [
        (text, right, DOT, "comma"),
        (text.translate(str.maketrans(".,", ",.")), right.replace(".", ","), COMMA, "dot"),
    ]:
        with pytest.raises(QuantityError) as caught:
            parse_quantity(typed, notation)
        assert f"{typed} has a decimal {mark}" in caught.value.message
        assert f"Say {better}" in caught.value.hint
        assert f"stride config set decimal {mark}" in caught.value.hint


AMBIGUOUS: list[tuple[str, frozenset[Dimension] | None, tuple[str, ...], tuple[str, ...]]] = [
    ("14m", None, ("14 minutes", "14 metres"), ("14min", "14metres")),
    ("14 m", None, ("14 minutes", "14 metres"), ("14min", "14metres")),
    ("14M", None, ("14 minutes", "14 metres"), ("14min", "14metres")),
    ("1m", None, ("1 minute", "1 metre"), ("1min", "1metre")),
    ("4.5m", None, ("4.5 minutes", "4.5 metres"), ("4.5min", "4.5metres")),
    ("50m", None, ("50 minutes", "50 metres"), ("50min", "50metres")),
    ("60m", None, ("60 minutes", "60 metres"), ("60min", "60metres")),
    ("90m", None, ("90 minutes", "90 metres"), ("90min", "90metres")),
    ("120m", None, ("120 minutes", "120 metres"), ("120min", "120metres")),
    ("999m", None, ("999 minutes", "999 metres"), ("999min", "999metres")),
    ("14m", RUN, ("14 minutes", "14 metres"), ("14min", "14metres")),
    ("1,500k", None, ("1500 kilometres", "1.5 kilometres"), ("1500km", "1.5km")),
    ("1,234k", None, ("1234 kilometres", "1.2340 kilometres"), ("1234km", "1.2340km")),
    ("1,500m", None, ("1500 metres", "1.5 minutes", "1.5 metres"),
     ("1500metres", "1.5min", "1.5metres")),
    ("1.500m", None, ("1.5 minutes", "1.5 metres", "1500 metres"),
     ("1.5min", "1.5metres", "1500metres")),
    ("1.500m", frozenset({D.DISTANCE}), ("1.5 metres", "1500 metres"),
     ("1.5metres", "1500metres")),
    ("22.500kg", None, ("22.5 kilograms", "22500 kilograms"), ("22.5kg", "22500kg")),
    ("22,500kg", None, ("22500 kilograms", "22.5 kilograms"), ("22500kg", "22.5kg")),
    ("1,500", None, ("1500", "1.5"), ("1500", "1.5")),
    ("1.500", None, ("1.5", "1500"), ("1.5", "1500")),
    ("1", frozenset({D.FRACTION}), ("1 %", "100 %"), ("1%", "100%")),
    ("1.0", frozenset({D.FRACTION}), ("1.0 %", "100 %"), ("1.0%", "100%")),
    ("0.92", SHIFT, ("a count of 0.92", "92 %"), ("0.92 count", "92%")),
    ("31", frozenset({D.COUNT, D.SCORE}), ("a count of 31", "31 points"),
     ("31 count", "31 points")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "words", "spellings"), AMBIGUOUS)
def test_what_could_be_two_things_is_refused_with_the_spelling_of_each(
    text: str,
    wanted: frozenset[Dimension] | None,
    words: tuple[str, ...],
    spellings: tuple[str, ...],
) -> None:
    with pytest.raises(AmbiguousQuantityError) as caught:
        parse_quantity(text, DOT, wanted)
    error = caught.value
    assert error.message.startswith(f"{text} could be {words[0]}")
    assert [reading.words for reading in error.readings] == list(words)
    assert tuple(reading.spelling for reading in error.readings) == spellings
    assert error.hint.startswith(f"Say {spellings[0]}")
    for reading in error.readings:
        assert parse_quantity(reading.spelling, DOT, wanted) == reading.quantity


def test_minutes_or_metres_are_asked_about_as_on_the_screen() -> None:
    with pytest.raises(AmbiguousQuantityError) as caught:
        parse_quantity("14m", DOT, RUN)
    assert caught.value.message == "14m could be 14 minutes or 14 metres."
    assert caught.value.hint == "Say 14min or 14metres."


@pytest.mark.parametrize(
    ("text", "wanted", "value", "dimension"),
    [
        # the named measure settles minutes and metres
        ("14m", {D.DURATION}, 840, D.DURATION),
        ("14m", {D.DISTANCE}, 14, D.DISTANCE),
        ("14m", SHIFT, 840, D.DURATION),
        ("45m", STRENGTH, 2_700, D.DURATION),
        ("100m", {D.DURATION}, 6_000, D.DURATION),
        ("400m", {D.DURATION}, 24_000, D.DURATION),
        ("400m", RUN, 400, D.DISTANCE),
        ("4.5m", {D.DISTANCE}, 4.5, D.DISTANCE),
        ("31", SHIFT, 31, D.COUNT),
        ("94", SHIFT, 94, D.COUNT),
        ("1", SHIFT, 1, D.COUNT),
        ("0", SHIFT, 0, D.COUNT),
        # a plain fraction
        ("0.92", {D.FRACTION}, 0.92, D.FRACTION),
        ("0.925", {D.FRACTION}, 0.925, D.FRACTION),
        ("0.92", {D.FRACTION, D.DURATION}, 0.92, D.FRACTION),
        ("94", {D.FRACTION}, 0.94, D.FRACTION),
        ("100", {D.FRACTION}, 1, D.FRACTION),
        ("1.5", {D.FRACTION}, 0.015, D.FRACTION),
        ("0", {D.FRACTION}, 0, D.FRACTION),
        # plain numbers of one unit
        ("145", {D.HEART_RATE}, 145, D.HEART_RATE),
        ("250", {D.POWER}, 250, D.POWER),
        ("41", {D.SCORE}, 41, D.SCORE),
        ("+41", {D.SCORE}, 41, D.SCORE),
        ("-41", {D.SCORE}, -41, D.SCORE),
        ("0", {D.SCORE}, 0, D.SCORE),
        # elevation is read where nothing else is wanted
        ("123m", {D.ELEVATION}, 123, D.ELEVATION),
        ("1500m", {D.ELEVATION}, 1_500, D.ELEVATION),
        ("404ft", {D.ELEVATION}, 404 * FOOT, D.ELEVATION),
        ("+123m", {D.ELEVATION}, 123, D.ELEVATION),
        ("0", {D.ELEVATION}, 0, D.ELEVATION),
        ("0m", {D.ELEVATION}, 0, D.ELEVATION),
    ],
)
def test_what_is_wanted_decides_what_is_read(
    text: str, wanted: set[Dimension], value: float, dimension: Dimension
) -> None:
    quantity = parse_quantity(text, DOT, wanted)
    assert quantity.dimension is dimension
    assert quantity.value == pytest.approx(value)


def test_a_plain_elevation_is_in_the_unit_of_the_persons_system() -> None:
    assert parse_quantity("100", DOT, {D.ELEVATION}).value == 100
    assert parse_quantity("100", IMPERIAL, {D.ELEVATION}).value == pytest.approx(100 * FOOT)


@pytest.mark.parametrize(
    ("text", "wanted", "message", "hint"),
    [
        ("14m", {D.FRACTION}, "14m is a distance or a duration, not a fraction.",
         "Say it like 92%."),
        ("half", {D.DURATION}, "half is a distance, not a duration.", "Say it like 50:42."),
        ("10k", {D.COUNT, D.MASS}, "10k is a distance, not a mass or a count.",
         "Say it like 50kg or 31."),
        ("10k", {D.ELEVATION}, "10k is a distance, not an elevation.", "Say it like 120m."),
        ("50:42", {D.DISTANCE}, "50:42 is a duration, not a distance.", "Say it like 10k."),
        ("8:09/mi", {D.SPEED}, "8:09/mi is a pace, not a speed.", "Say it like 12km/h."),
        ("145bpm", {D.POWER}, "145bpm is a heart rate, not a power.", "Say it like 250W."),
        ("92%", {D.SCORE}, "92% is a fraction, not a score.", "Say it like 41."),
        ("10k", set(), "10k is a distance, and nothing of the kind is measured here.", ""),
    ],
)  # fmt: skip
def test_a_quantity_of_another_kind_is_named(
    text: str, wanted: set[Dimension], message: str, hint: str
) -> None:
    with pytest.raises(QuantityError) as caught:
        parse_quantity(text, DOT, wanted)
    assert (caught.value.message, caught.value.hint) == (message, hint)
    assert type(caught.value) is QuantityError


@pytest.mark.parametrize(
    ("text", "wanted", "hint"),
    [
        ("14", {D.DURATION}, "Say 14m for minutes or 14h for hours."),
        (
            "5042",
            {D.DURATION},
            "Did you mean 50:42? Else say 5042m for minutes or 5042h for hours.",
        ),
        (
            "50.42",
            {D.DURATION},
            "Did you mean 50:42? Else say 50.42m for minutes or 50.42h for hours.",
        ),
        ("7.5", {D.DURATION}, "Say 7.5m for minutes or 7.5h for hours."),
        ("145", {D.DURATION}, "Say 145m for minutes or 145h for hours."),
        ("10", {D.DISTANCE}, "Say 10km or 10mi."),
        ("14", RUN, "Say 14km, 14mi, 14min, 14h or 14bpm."),
        ("50", {D.MASS}, "Say 50kg or 50lb."),
        ("5", {D.PACE}, "Say 5:00/km or 5:00/mi."),
        ("5.1", {D.PACE}, "Say it like 5:04/km."),
        ("12", {D.SPEED}, "Say 12km/h or 12mph."),
        ("31", {D.RATE}, "Say 31/h."),
        ("94", {D.DURATION, D.FRACTION}, "Say 94min, 94h or 94%."),
    ],
)
def test_a_number_without_its_unit_is_asked_about(
    text: str, wanted: set[Dimension], hint: str
) -> None:
    with pytest.raises(NotAQuantityError) as caught:
        parse_quantity(text, DOT, wanted)
    assert (caught.value.message, caught.value.hint) == (f"{text} what?", hint)


@pytest.mark.parametrize(
    ("text", "wanted", "message", "hint"),
    [
        ("-5k", None, "A distance cannot be negative.", "Say 5k."),
        ("\N{MINUS SIGN}5k", None, "A distance cannot be negative.", "Say 5k."),
        ("\N{EN DASH}5k", None, "A distance cannot be negative.", "Say 5k."),
        ("- 5k", None, "A distance cannot be negative.", "Say 5k."),
        ("-50:42", None, "A duration cannot be negative.", "Say 50:42."),
        ("-half", None, "A distance cannot be negative.", "Say half."),
        ("-5:04/km", None, "A pace cannot be negative.", "Say 5:04/km."),
        ("-31", None, "A count cannot be negative.", "Say 31."),
        ("-92%", None, "A fraction cannot be negative.", "Say 92%."),
        ("-120m", {D.ELEVATION}, "An elevation cannot be negative.", "Say 120m."),
        ("0k", None, "A distance cannot be zero.", "Leave it out where there was none."),
        ("0:00", None, "A duration cannot be zero.", "Leave it out where there was none."),
        ("0s", None, "A duration cannot be zero.", "Leave it out where there was none."),
        ("0m", None, "A duration cannot be zero.", "Leave it out where there was none."),
        ("0bpm", None, "A heart rate cannot be zero.", "Leave it out where there was none."),
        ("1e-999k", None, "A distance cannot be zero.", "Leave it out where there was none."),
        ("1e999k", None, "1e999k is more than a distance can be.", "The most is 100000 km."),
        ("1000000km", None, "1000000km is more than a distance can be.",
         "The most is 100000 km."),
        ("99999999:00:00", None, "99999999:00:00 is more than a duration can be.",
         "The most is 30 years."),
        ("900bpm", None, "900bpm is more than a heart rate can be.", "The most is 300 bpm."),
        ("101%", None, "101% is more than a fraction can be.", "The most is 100 %."),
        ("101", {D.FRACTION}, "101 is more than a fraction can be.", "The most is 100 %."),
        ("1e30", None, "1e30 is more than a count can be.", "The most is a million millions."),
        ("-1e30", {D.SCORE}, "-1e30 is more than a score can be.",
         "The most is a million millions."),
        ("5000km/h", None, "5000km/h is more than a speed can be.", "The most is 300 m/s."),
        ("50:72", None, "50:72 is no time: minutes and seconds go to 59.", "Say 51:12."),
        ("1:72:10", None, "1:72:10 is no time: minutes and seconds go to 59.", "Say 2:12:10."),
        ("1:45:60", None, "1:45:60 is no time: minutes and seconds go to 59.", "Say 1:46:00."),
        ("5:60/km", None, "5:60 is no time: minutes and seconds go to 59.", "Say 6:00."),
        ("1h72", None, "1h72 is no time: the minutes in it go to 59.", "Say 72min alone."),
        ("50m72s", None, "50m72s is no time: the seconds in it go to 59.", "Say 72s alone."),
        ("1d25h", None, "1d25h is no time: the hours in it go to 23.", "Say 25h alone."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_a_sentence(
    text: str, wanted: set[Dimension] | None, message: str, hint: str
) -> None:
    with pytest.raises(QuantityRangeError) as caught:
        parse_quantity(text, DOT, wanted)
    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_four_hundred_digits_are_more_than_anything_can_be() -> None:
    with pytest.raises(QuantityRangeError, match="is more than a distance can be"):
        parse_quantity("9" * 400 + "k", DOT)
    with pytest.raises(QuantityRangeError, match="go to 59"):
        parse_quantity("9" * 400 + ":72", DOT)


NO_QUANTITIES = [
    "", " ", "-", "+", "--5k", "+-5k", "-+5", "k", "km", "m", "%", ":", "/", "/km", ":42", "50:",
    "5:4", "1:2:3", "1:2:3:4", "50:42:10:05", "1:45:10min", "1:45.5h", "a:bc", "1.5h30", "1h1h",
    "20m1h", "30s5m", "1h20k", "5km3mi", "1d4", "foo", "turkey trot", "10x", "10k run", "run 10k",
    "5.k", "5..0k", "5,,0k", "1.2.3k", "1,23,456k", "12 34 m", "1 50", ".", ",", "1e", "1ek",
    "e5k", "0x10k", "1_000m", "nan", "inf", "infinity", "-inf", "nank", "inf km", "1/2", "5/km",
    "half/km", "8:09/", "8:09/10k", "5:04//km", "http://x", "2026-11-20", "20/11/2026", "10-12k",
    "3x10", "5x5", "~10k", "10k+", "ca. 10k", "10-12", "1h20:30", "8h30-17h", "10k/50:42",
    "half hour", "an hour", "one hour", "ten", "10kmh/2", "5:04 per", "5$",
    "1 1/2h", "\N{EURO SIGN}5",
    "10\N{SUPERSCRIPT TWO}k", "\N{VULGAR FRACTION ONE HALF}h", "\N{CIRCLED DIGIT ONE}k",
    "10\N{GREEK SMALL LETTER KAPPA}", "\x00", "10\x00k", "\x1b[31m10k", "=1+1", "'; DROP TABLE",
    "\ud800", "\N{RUNNER}", "1" * 501, "k" * 10_000_000, "1" * 10_000_000,
]  # fmt: skip


@pytest.mark.parametrize("text", NO_QUANTITIES, ids=lambda text: ascii(text[:20]))
def test_what_is_no_quantity_is_said_to_be_none(text: str) -> None:
    assert readings(text, DOT) == ()
    with pytest.raises(NotAQuantityError) as caught:
        parse_quantity(text, DOT)
    assert len(caught.value.message) < 100
    assert caught.value.message.isprintable()
    assert caught.value.hint


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("foo", '"foo" is no quantity.', "Say it like 10k, 50:42, 92% or 31."),
        ("10kmm", '"10kmm" is no quantity.', "Did you mean 10km?"),
        ("14minn", '"14minn" is no quantity.', "Did you mean 14min?"),
        ("5:4", "5:4 is no time: minutes and seconds have two digits.", "Say 5:04."),
        ("1:2:3", "1:2:3 is no time: minutes and seconds have two digits.", "Say 1:02:03."),
        ("8:09/m", "8:09/m could be by the metre or by the mile.", "Say 8:09/mi or 8:09/km."),
        ("50 42", '"50 42" is no quantity.', "Did you mean 50:42?"),
        ("1 05 10", '"1 05 10" is no quantity.', "Did you mean 1:05:10?"),
        ("50 72", '"50 72" is no quantity.', "Say it like 10k, 50:42, 92% or 31."),
        ("1" * 501, "That is too long for a quantity.", "Say it like 10k, 50:42, 92% or 31."),
        ("\x1b[31m", '"\N{REPLACEMENT CHARACTER}[31m" is no quantity.',
         "Say it like 10k, 50:42, 92% or 31."),
    ],
)  # fmt: skip
def test_the_hint_shows_the_nearest_valid_form(text: str, message: str, hint: str) -> None:
    with pytest.raises(NotAQuantityError) as caught:
        parse_quantity(text, DOT)
    assert (caught.value.message, caught.value.hint) == (message, hint)


@pytest.mark.parametrize(
    ("text", "spellings"),
    [
        ("10k", ["10k"]),
        ("12k", ["12km"]),
        ("14m", ["14min", "14metres"]),
        ("400m", ["400metres"]),
        ("31", ["31"]),
        ("50:42", ["50:42"]),
        ("half", ["half"]),
        ("1.500", ["1.5", "1500"]),
    ],
)
def test_readings_list_all_that_a_text_could_be(text: str, spellings: list[str]) -> None:
    assert [reading.spelling for reading in readings(text, DOT)] == spellings


@pytest.mark.parametrize("text", ["-5k", "0k", "50:72", "10,5k", "1e999k"])
def test_readings_refuse_a_quantity_that_cannot_be(text: str) -> None:
    with pytest.raises(QuantityError):
        readings(text, DOT)


@pytest.mark.parametrize(
    ("text", "unit", "dimension", "value"),
    [
        ("4118.0", "m", D.DISTANCE, 4_118),
        ("4118.125", "m", D.DISTANCE, 4_118.125),
        ("118.125", "m", D.DISTANCE, 118.125),
        ("1.234", "", D.DISTANCE, 1.234),
        ("10.123", "km", D.DISTANCE, 10_123),
        ("10.123", "Kilometres", D.DISTANCE, 10_123),
        ("6.2", "mi", D.DISTANCE, 6.2 * MILE),
        ("6.2 mi", "km", D.DISTANCE, 6.2 * MILE),
        ("123", "ft", D.ELEVATION, 123 * FOOT),
        ("0:25:56", "", D.DURATION, 1_556),
        ("25:56", "", D.DURATION, 1_556),
        ("25:56.5", "s", D.DURATION, 1_556.5),
        ("1556", "", D.DURATION, 1_556),
        ("1556.5", "s", D.DURATION, 1_556.5),
        ("14", "min", D.DURATION, 840),
        ("14m", "h", D.DURATION, 840),
        ("7.5", "h", D.DURATION, 27_000),
        ("7:30", "h", D.DURATION, 27_000),
        ("7:30:15", "h", D.DURATION, 27_015),
        ("93", "%", D.FRACTION, 0.93),
        ("1", "%", D.FRACTION, 0.01),
        ("93 %", "", D.FRACTION, 0.93),
        ("0.93", "", D.FRACTION, 0.93),
        ("1", "", D.FRACTION, 1),
        ("50", "lb", D.MASS, 50 * POUND),
        ("145", "", D.HEART_RATE, 145),
        ("145.0", "bpm", D.HEART_RATE, 145),
        ("31", "", D.COUNT, 31),
        ("-41", "", D.SCORE, -41),
        ("5:04", "/km", D.PACE, 304),
        ("8:09", "/mi", D.PACE, 489 * 1000 / MILE),
        ("1:45", "/100m", D.PACE, 1_050),
        ("8:09/mi", "/km", D.PACE, 489 * 1000 / MILE),
        ("319.86", "s/km", D.PACE, 319.86),
        ("319.86", "", D.PACE, 319.86),
        ("36", "km/h", D.SPEED, 10),
        ("10", "", D.SPEED, 10),
        ("3.5", "/h", D.RATE, 3.5),
        ("3.5", "1/h", D.RATE, 3.5),
    ],
)
def test_a_column_is_read_in_its_unit(
    text: str, unit: str, dimension: Dimension, value: float
) -> None:
    assert parse_in_unit(text, unit, dimension, DOT) == pytest.approx(value, rel=1e-12)


def test_a_column_with_decimal_commas_is_read_by_its_notation() -> None:
    assert parse_in_unit("10,123", "km", D.DISTANCE, COMMA) == 10_123
    assert parse_in_unit("1.079,5", "m", D.DISTANCE, COMMA) == 1_079.5


@pytest.mark.parametrize(
    ("text", "unit", "dimension", "kind", "message"),
    [
        ("", "m", D.DISTANCE, NotAQuantityError, '"" is no quantity.'),
        ("abc", "m", D.DISTANCE, NotAQuantityError, '"abc" is no quantity.'),
        ("NaN", "m", D.DISTANCE, NotAQuantityError, '"NaN" is no quantity.'),
        ("--", "s", D.DURATION, NotAQuantityError, '"--" is no quantity.'),
        ("5.07", "/km", D.PACE, NotAQuantityError, "5.07 what?"),
        ("0.0", "m", D.DISTANCE, QuantityRangeError, "A distance cannot be zero."),
        ("-4118", "m", D.DISTANCE, QuantityRangeError, "A distance cannot be negative."),
        ("92", "", D.FRACTION, QuantityRangeError, "92 is more than a fraction can be."),
        ("1,079", "m", D.DISTANCE, AmbiguousQuantityError,
         "1,079 could be 1079 metres or 1.0790 metres."),
        ("10,5", "km", D.DISTANCE, QuantityError,
         "10,5 has a decimal comma, but yours is the dot."),
        ("0:25:56", "km", D.DISTANCE, QuantityError, "0:25:56 is a duration, not a distance."),
        ("5", "furlong", D.DISTANCE, QuantityError, '"furlong" is no unit of a distance.'),
        ("5", "km", D.DURATION, QuantityError, '"km" is no unit of a duration.'),
    ],
)  # fmt: skip
def test_a_column_that_cannot_be_read_says_why(
    text: str, unit: str, dimension: Dimension, kind: type[QuantityError], message: str
) -> None:
    with pytest.raises(kind) as caught:
        parse_in_unit(text, unit, dimension, DOT)
    assert caught.value.message == message
