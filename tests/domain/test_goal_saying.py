"""Amounts of goals as people write them, and days that are still to come."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.activity import built_in_activities
from stridelog.domain.dates import DateError, DateOrder
from stridelog.domain.goal_line.days import coming_day
from stridelog.domain.goal_line.line import GoalTime
from stridelog.domain.goal_line.phrases import joined
from stridelog.domain.goal_line.reading import read_goal_line
from stridelog.domain.goal_saying import amount, short_of
from stridelog.domain.quantity import DecimalMark, Notation
from stridelog.domain.units import UnitSystem

ACTIVITIES = {activity.name: activity for activity in built_in_activities()}

MONDAY = date(2026, 11, 23)

DAY_FIRST = DateOrder.DAY_FIRST


def said(activity: str, name: str, value: float, notation: Notation, distance: str = "") -> str:
    measure = ACTIVITIES[activity].measure(name)
    assert measure is not None
    return amount(measure, value, notation, distance)


@pytest.mark.parametrize(
    ("activity", "measure", "value", "text"),
    [
        ("run", "distance", 1_500_000.0, "1 500 km"),
        ("run", "distance", 33_444.0, "33.4 km"),
        ("run", "distance", 5_250.0, "5.25 km"),
        ("run", "distance", 26_000.0, "26 km"),
        ("run", "distance", 99_960.0, "100 km"),
        ("run", "distance", 0.0, "0 km"),
        ("run", "distance", 800.0, "800 m"),
        ("run", "duration", 45_300.0, "12 h 35 min"),
        ("run", "duration", 180_000.0, "50 h"),
        ("run", "duration", 4_680_000.0, "1 300 h"),
        ("run", "duration", 2_700.0, "45 min"),
        ("run", "pace", 304.0, "5:04/km"),
        ("run", "climb", 12_345.0, "12 345 m"),
        ("shift", "csat", 0.945, "94.5 %"),
        ("shift", "tickets", 12_345.0, "12 345"),
        ("shift", "resolution", 1_320.0, "22 min"),
        ("shift", "nps", 41.3, "+41.3"),
        ("shift", "nps", -3.0, "-3"),
    ],
)
def test_an_amount_is_written_as_it_is_said(
    activity: str, measure: str, value: float, text: str
) -> None:
    assert said(activity, measure, value, Notation()) == text


def test_a_time_over_a_distance_stands_as_on_a_clock() -> None:
    assert said("run", "duration", 13_800.0, Notation(), "marathon") == "3:50:00"


def test_amounts_are_in_the_persons_notation() -> None:
    comma = Notation(decimal=DecimalMark.COMMA)
    imperial = Notation(system=UnitSystem.IMPERIAL)
    assert said("run", "distance", 33_444.0, comma) == "33,4 km"
    assert said("run", "distance", 1_609_344.0, imperial) == "1 000 mi"
    assert said("run", "distance", 0.0, imperial) == "0 mi"


@given(
    st.sampled_from([("run", "distance"), ("run", "duration"), ("shift", "tickets")]),
    st.floats(900.0, 5e6),
    st.sampled_from(list(DecimalMark)),
)
def test_what_is_written_can_be_typed_again(
    measured: tuple[str, str], value: float, mark: DecimalMark
) -> None:
    activity, name = measured
    notation = Notation(decimal=mark)
    text = said(activity, name, value, notation)
    words = (f"{name}={text}",)
    (read,) = read_goal_line(words, ACTIVITIES[activity], GoalTime(MONDAY), notation).amounts
    assert read.measure.name == name
    assert read.value == pytest.approx(value, rel=0.05)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("1 500 km", ["1500 km"]),
        ("1 500km", ["1500km"]),
        ("3 times a week", ["3/week"]),
        ("3x per month", ["3/month"]),
        ("40 km a week", ["40 km/week"]),
        ("40 km every week +race", ["40 km/week", "+race"]),
        ("100 times", ["100x"]),
        ("half 1:45", ["half", "1:45"]),
        ("a week", ["a", "week"]),
    ],
)
def test_words_that_are_one_amount_are_one(typed: str, words: list[str]) -> None:
    assert joined(typed.split()) == words


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15 may", date(2027, 5, 15)),
        ("31 dec", date(2026, 12, 31)),
        ("22 nov", date(2027, 11, 22)),
        ("friday", date(2026, 11, 27)),
        ("monday", MONDAY),
        ("today", MONDAY),
        ("in 12 weeks", date(2027, 2, 15)),
        ("2027-Q1", date(2027, 3, 31)),
        ("2027", date(2027, 12, 31)),
        ("2026-05-15", date(2026, 5, 15)),
        ("yesterday", date(2026, 11, 22)),
        ("last friday", date(2026, 11, 20)),
        ("3 days ago", date(2026, 11, 20)),
    ],
)
def test_a_day_without_a_year_is_the_next_one(text: str, day: date) -> None:
    assert coming_day(text, MONDAY, DAY_FIRST, 0) == day


@given(
    st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.dates(date(2001, 1, 1), date(2001, 12, 31))
)
def test_a_date_without_a_year_is_at_most_a_year_ahead(today: date, day: date) -> None:
    found = coming_day(f"{day.day} {day:%b}".lower(), today, DAY_FIRST, 0)
    assert 0 <= (found - today).days <= 366
    assert (found.month, found.day) == (day.month, day.day)


def test_what_is_no_day_is_refused() -> None:
    with pytest.raises(DateError):
        coming_day("someday", MONDAY, DAY_FIRST, 0)


@pytest.mark.parametrize(
    ("measure", "number", "aim", "expected"),
    [
        ("distance", 39_970.0, 40_000.0, "39.97 km"),
        ("distance", 1_499_600.0, 1_500_000.0, "1 499.60 km"),
        ("distance", 39_000.0, 40_000.0, "39 km"),
        ("duration", 17_980.0, 18_000.0, "4:59:40"),
    ],
)
def test_what_is_not_there_yet_never_looks_as_if_it_were(
    measure: str, number: float, aim: float, expected: str
) -> None:
    of = ACTIVITIES["run"].measure(measure)
    assert of is not None
    assert short_of(of, number, aim, Notation()) == expected
    assert amount(of, aim, Notation()) != expected
