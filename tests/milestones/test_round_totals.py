"""Round totals: which rungs there are, and that each is reached once, at the right entry."""

import json
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stepping import ACTIVITIES, RIDE, RUN, SHIFT, done, found, history_of, sentences

from stridelog.domain.activity import Activity
from stridelog.domain.done import Done
from stridelog.domain.measure import Direction, Kind, Measure
from stridelog.domain.milestone import History, Stretch
from stridelog.domain.units import Dimension
from stridelog.milestones import round_totals

FIRST = date(2021, 5, 3)


def days(*measured: dict[str, float], activity: Activity = RUN) -> list[Done]:
    return [
        done(n, (FIRST + timedelta(n - 1)).isoformat(), each, activity)
        for n, each in enumerate(measured, 1)
    ]


def said(entries: list[Done], activity: Activity = RUN, but: str = "your ") -> list[str]:
    lines = [line.partition(": ")[::2] for line in sentences(round_totals, entries, activity)]
    return [f"{when[11:]} {what}" for when, what in lines if not what.startswith(but)]


def test_the_number_of_entries_is_counted_from_the_tenth_on() -> None:
    assert sentences(round_totals, days(*[{}] * 250)) == [
        "2021-05-12 small: your 10th run, the first on 3 May 2021",
        "2021-05-27 small: your 25th run, the first on 3 May 2021",
        "2021-06-21 small: your 50th run, the first on 3 May 2021",
        "2021-08-10 big: your 100th run, the first on 3 May 2021",
        "2022-01-07 big: your 250th run, the first on 3 May 2021",
    ]


def test_a_thousand_kilometres_are_reached_at_the_very_entry_that_makes_them() -> None:
    told = found(round_totals, days(*[{"distance": 100.1}] * 9990, {"distance": 1.0}))
    metric = {e.said["rung"]: e.numbers for e in told if e.said.get("units") == "metric"}
    assert metric == {100: (1000,), 250: (2498,), 500: (4996,), 1000: (9991,)}


def test_kilometres_and_miles_are_counted_side_by_side() -> None:
    mile = 1609.344
    told = found(round_totals, days(*[{"distance": mile / 100}] * 10_000))
    last = [each for each in told if each.said["measure"]][-1]
    assert (last.numbers, last.said["units"]) == ((10_000,), "imperial")
    assert last.said["total"] == 160_934.4
    assert said(days(*[{"distance": 5 * mile}] * 20)) == [
        "small run: 100 km in all since 3 May 2021",
        "small run: 100 miles in all since 3 May 2021",
    ]


def test_an_entry_that_passes_several_rungs_says_the_highest() -> None:
    rides = days(*[{"distance": 1.0}] * 11, {"distance": 1_200_000.0}, activity=RIDE)
    assert said(rides, RIDE) == [
        "big ride: 1 000 km in all since 3 May 2021",
        "small ride: 500 miles in all since 3 May 2021",
    ]


def test_what_one_has_in_a_few_entries_is_no_round_total() -> None:
    rides = days(*[{"distance": 130_000.0}] * 10, activity=RIDE)
    assert said(rides, RIDE) == []


@pytest.mark.parametrize(
    ("name", "measured", "expected"),
    [
        ("run", {"duration": 36_000.0}, ["small run: 100 hours in all since 3 May 2021"]),
        ("run", {"climb": 1_000.0}, ["small run: 10 000 m of climb in all since 3 May 2021"]),
        ("run", {"climb": 762.0}, ["small run: 25 000 ft of climb in all since 3 May 2021"]),
        ("shift", {"tickets": 25.0}, ["small shift: 250 tickets in all since 3 May 2021"]),
        (
            "strength",
            {"volume": 1133.980925},
            ["small strength: 25 000 lb of volume in all since 3 May 2021"],
        ),
        ("shift", {"detractors": 100.0, "responses": 100.0, "csat": 0.9}, []),
        ("run", {"elapsed": 36_000.0, "heart-rate": 150.0}, []),
    ],
)
def test_what_is_worth_counting_is_counted_at_the_tenth_entry(
    name: str, measured: dict[str, float], expected: list[str]
) -> None:
    activity = ACTIVITIES[name]
    assert said(days(*[measured] * 10, activity=activity), activity) == expected


def test_what_is_excluded_from_records_counts_all_the_same() -> None:
    entries = [done(n, "2021-05-03", {}, counts=False) for n in range(10)]
    assert len(found(round_totals, entries)) == 1


def test_a_retired_measure_is_no_longer_counted() -> None:
    pages = Measure("pages", Kind.ADDITIVE, Dimension.COUNT, Direction.HIGHER)
    reading = Activity("reading", "hobbies", (pages,))
    retired = Activity(
        "reading",
        "hobbies",
        (Measure("pages", Kind.ADDITIVE, Dimension.COUNT, Direction.HIGHER, retired=True),),
    )
    entries = days(*[{"pages": 25.0}] * 10, activity=reading)
    assert said(entries, reading) == ["small reading: 250 pages in all since 3 May 2021"]
    assert said(entries, retired) == []


@given(st.lists(st.integers(1, 40_000_000), min_size=1, max_size=60))
def test_each_rung_is_told_once_by_the_entry_that_reached_it(millimetres: list[int]) -> None:
    told = found(round_totals, days(*({"distance": each / 1000} for each in millimetres)))
    kilometres = {e.said["rung"]: e.numbers[0] for e in told if e.said.get("units") == "metric"}
    assert len(kilometres) == sum(e.said.get("units") == "metric" for e in told)
    for rung, number in kilometres.items():
        before, after = (sum(map(Fraction, millimetres[:n])) for n in (number - 1, number))
        assert before < rung * 1_000_000 <= after


@given(st.lists(st.sampled_from([100.1, 1609.344, 5000.0, 16.09344, 0.3]), max_size=60))
def test_the_order_of_what_was_done_makes_no_difference_to_the_total(metres: list[float]) -> None:
    totals = []
    for values in (metres, sorted(metres)):
        state = round_totals.begin()
        for entry in days(*({"distance": value} for value in values)):
            list(round_totals.step(state, Stretch(FIRST, FIRST, (entry,)), _nothing()))
        totals.append(state.get("distance", [0])[0])
    assert totals[0] == totals[1]


def test_the_state_stays_small() -> None:
    state = round_totals.begin()
    measured = {m.name: 1234.5678 for m in SHIFT.loggable}
    for entry in days(*[measured] * 1000, activity=SHIFT):
        list(round_totals.step(state, Stretch(FIRST, FIRST, (entry,)), _nothing()))
    assert len(json.dumps(state)) < 1_000


def _nothing() -> History:
    return history_of()
