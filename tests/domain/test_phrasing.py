"""Values and differences in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.activity import built_in_activities
from stridelog.domain.measure import Direction, Kind, Measure
from stridelog.domain.phrasing import difference, value, way
from stridelog.domain.quantity import DecimalMark, Notation
from stridelog.domain.units import Dimension, UnitSystem

BUILT_IN = {activity.name: activity for activity in built_in_activities()}
METRIC, IMPERIAL = Notation(), Notation(UnitSystem.IMPERIAL)


def measure(activity: str, name: str) -> Measure:
    found = BUILT_IN[activity].measure(name)
    assert found is not None
    return found


PACE, SWIM_PACE = measure("run", "pace"), measure("swim", "pace")
DISTANCE, DURATION = measure("run", "distance"), measure("run", "duration")
CSAT, REPLY, NPS = (measure("shift", name) for name in ("csat", "first-reply", "nps"))
TICKETS, RATE = measure("shift", "tickets"), measure("shift", "tickets-per-hour")
SPEED, HEART_RATE = measure("ride", "speed"), measure("run", "heart-rate")
BEST = Measure("best", Kind.INTENSIVE, Dimension.DURATION, Direction.LOWER, unit="")


@pytest.mark.parametrize(
    ("what", "amount", "words"),
    [
        (PACE, 304.2, "5:04/km"),
        (SWIM_PACE, 1200.0, "2:00/100 m"),
        (DISTANCE, 10_000.0, "10.00 km"),
        (DURATION, 3042.0, "50:42"),
        (CSAT, 0.931, "93.1 %"),
        (REPLY, 45.0, "45 s"),
        (REPLY, 840.0, "14 min"),
        (REPLY, 7200.0, "2 h"),
        (REPLY, 172_800.0, "2 d"),
        (NPS, 41.0, "+41"),
        (NPS, 0.0, "0"),
        (NPS, -12.0, "-12"),
        (TICKETS, 29.0, "29"),
        (RATE, 3.8, "3.8/h"),
        (SPEED, 7.5, "27.0 km/h"),
        (HEART_RATE, 150.0, "150 bpm"),
    ],
)
def test_a_value_is_said_in_its_usual_unit(what: Measure, amount: float, words: str) -> None:
    assert value(what, amount, METRIC).replace("\u2212", "-") == words


@pytest.mark.parametrize(
    ("what", "old", "new", "words"),
    [
        (PACE, 311.0, 304.0, "7 s/km faster"),
        (PACE, 310.6, 304.2, "7 s/km faster"),
        (PACE, 300.0, 375.0, "1:15/km slower"),
        (SWIM_PACE, 1250.0, 1200.0, "5 s/100 m faster"),
        (DISTANCE, 5000.0, 10_000.0, "5.00 km more"),
        (DURATION, 3042.0, 3000.0, "42 s less"),
        (CSAT, 0.862, 0.931, "6.9 points up"),
        (CSAT, 0.93, 0.92, "1 point down"),
        (REPLY, 1320.0, 840.0, "8 min faster"),
        (REPLY, 840.0, 1320.0, "8 min slower"),
        (NPS, 18.0, 41.0, "23 higher"),
        (TICKETS, 31.0, 29.0, "2 less"),
        (RATE, 3.8, 4.1, "0.3/h higher"),
        (SPEED, 7.5, 7.0, "1.8 km/h slower"),
        (HEART_RATE, 150.0, 147.0, "3 bpm lower"),
    ],
)
def test_a_difference_says_how_much_and_which_way(
    what: Measure, old: float, new: float, words: str
) -> None:
    assert difference(what, old, new, METRIC) == words


def test_differences_follow_units_and_decimals() -> None:
    assert difference(PACE, 311.0, 304.0, IMPERIAL) == "12 s/mi faster"
    comma = Notation(UnitSystem.METRIC, DecimalMark.COMMA)
    assert difference(CSAT, 0.862, 0.931, comma) == "6,9 points up"


@given(st.floats(150, 900), st.floats(150, 900))
def test_a_reader_who_subtracts_what_is_shown_gets_what_is_said(old: float, new: float) -> None:
    def seconds(text: str) -> int:
        minutes, _, rest = text.removesuffix("/km").partition(":")
        return int(minutes) * 60 + int(rest)

    shown = [seconds(value(PACE, pace, METRIC)) for pace in (old, new)]
    said = difference(PACE, old, new, METRIC)
    apart = abs(shown[1] - shown[0])
    if apart >= 60:
        assert said.startswith(f"{apart // 60}:{apart % 60:02}/km ")
    elif apart:
        assert said.startswith(f"{apart} s/km ")


@pytest.mark.parametrize("what", [PACE, SPEED, CSAT, REPLY, NPS, TICKETS, DURATION, HEART_RATE])
def test_the_two_ways_have_two_words(what: Measure) -> None:
    assert way(what, 1.0) != way(what, -1.0)
