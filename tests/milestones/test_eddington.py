"""The Eddington number, against its definition and Eddington's own account of his."""

import json
from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from stepping import NOTATION, RIDE, SHIFT, done, found, history_of, sentences

from stridelog.domain.done import Done
from stridelog.domain.milestone import Found, History, Stretch
from stridelog.milestones import eddington

FIRST = date(2021, 1, 1)
KM, MILE = 1_000.0, 1609.344


def rides(*metres: float) -> list[Done]:
    return [ride(n, n, each) for n, each in enumerate(metres)]


def ride(number: int, day: int, metres: float) -> Done:
    return done(number, (FIRST + timedelta(day)).isoformat(), {"distance": metres}, RIDE)


def told(entries: list[Done], system: str = "metric") -> list[Found]:
    return [each for each in found(eddington, entries, RIDE) if each.said["units"] == system]


def number_after(entries: list[Done], system: str) -> int:
    """Return the number that the rule remembers after these entries."""
    state = eddington.begin()
    by_day = defaultdict[date, list[Done]](list)
    for entry in entries:
        by_day[entry.day].append(entry)
    for day in sorted(by_day):
        list(eddington.step(state, Stretch(day, day, tuple(by_day[day])), _nothing()))
    number = state[system]["number"]
    assert isinstance(number, int)
    return number


def test_ten_days_of_ten_kilometres_are_the_first() -> None:
    assert sentences(eddington, rides(*[10 * KM] * 10), RIDE) == [
        "2021-01-10 big: Eddington number 10: 10 days of at least 10 km"
    ]


def test_in_miles_it_is_another_number() -> None:
    (only,) = told(rides(*[10 * MILE] * 10), "imperial")
    assert (
        eddington.sentence(only, RIDE, NOTATION)
        == "Eddington number 10: 10 days of at least 10 miles"
    )


def test_two_rides_of_seventy_four_and_three_quarter_miles_do_not_count() -> None:
    enough = rides(*[80 * MILE] * 72, *[75 * MILE] * 3)
    assert number_after(enough, "imperial") == 75
    unlucky = [ride(100 + n, 100 + n, 74.75 * MILE) for n in range(2)]
    assert number_after(enough + unlucky, "imperial") == 75
    more = [ride(200 + n, 200 + n, 80 * MILE) for n in range(4)]
    assert number_after(enough + unlucky + more[:3], "imperial") == 75
    assert number_after(enough + unlucky + more, "imperial") == 76


def test_a_day_counts_by_all_that_was_covered_on_it() -> None:
    entries = [*rides(*[11 * KM] * 9), ride(20, 20, 4.1 * KM), ride(21, 20, 5.9 * KM)]
    (only,) = told([*entries, ride(22, 20, 3 * KM)])
    assert only.numbers == (21, 20, 22)


def test_one_that_rises_every_day_is_told_at_tens_and_else_once_in_ninety_days() -> None:
    lines = sentences(eddington, rides(*[45 * KM] * 45), RIDE)
    assert [line for line in lines if "km" in line] == [
        "2021-01-10 big: Eddington number 10: 10 days of at least 10 km",
        "2021-01-20 big: Eddington number 20: 20 days of at least 20 km, up from 19 on 19 Jan 2021",
        "2021-01-30 big: Eddington number 30: 30 days of at least 30 km, up from 29 on 29 Jan 2021",
        "2021-02-09 big: Eddington number 40: 40 days of at least 40 km, up from 39 on 8 Feb 2021",
    ]


def test_one_that_has_taken_its_time_is_told_and_small() -> None:
    entries = [*rides(*[10 * KM] * 10, *[11 * KM] * 10), ride(50, 100, 11 * KM)]
    assert [(e.said["number"], e.size) for e in told(entries)] == [(10, "big"), (11, "small")]


def test_it_is_up_from_the_number_before_whether_that_was_told_or_not() -> None:
    entries = [*rides(*[10 * KM] * 10), *(ride(20 + n, 100 + n, 12 * KM) for n in range(12))]
    (_, eleven) = sentences(eddington, entries, RIDE)
    assert eleven.endswith("11 days of at least 11 km, up from 10 on 10 Jan 2021")
    assert number_after(entries, "metric") == 12
    later = ride(90, 300, 13 * KM)
    more = [*entries, later, *(ride(91 + n, 301 + n, 13 * KM) for n in range(12))]
    assert sentences(eddington, more, RIDE)[-1].endswith("up from 12 on 22 Apr 2021")


def test_what_the_wind_or_a_slope_drives_has_none() -> None:
    sail = replace(RIDE, name="sail")
    assert found(eddington, rides(*[30 * KM] * 40), sail) == []


def test_what_covers_no_distance_has_none() -> None:
    shifts = [
        done(n, (FIRST + timedelta(n)).isoformat(), {"tickets": 50.0}, SHIFT) for n in range(60)
    ]
    assert found(eddington, shifts, SHIFT) == []


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 60_000)), max_size=120))
def test_it_is_what_its_definition_says(covered: list[tuple[int, int]]) -> None:
    entries = [ride(n, day, float(metres)) for n, (day, metres) in enumerate(covered)]
    by_day = defaultdict[int, int](int)
    for day, metres in covered:
        by_day[day] += metres
    totals = list(by_day.values())
    assert number_after(entries, "metric") == _largest(totals, 1_000.0)
    assert number_after(entries, "imperial") == _largest(totals, MILE)


def _largest(totals: list[int], unit: float) -> int:
    """Try every number: on so many days at least as many units."""
    return max(e for e in range(len(totals) + 1) if sum(t >= e * unit for t in totals) >= e)


def test_the_state_stays_small_after_a_lifetime_of_every_distance() -> None:
    state = eddington.begin()
    for n in range(3650):
        entry = ride(n, n, 1000.0 * (n * 7919 % 2000))
        list(eddington.step(state, Stretch(entry.day, entry.day, (entry,)), _nothing()))
    assert len(json.dumps(state)) < 8_000
    assert state["metric"]["number"] == eddington.FARTHEST


def _nothing() -> History:
    return history_of(RIDE)
