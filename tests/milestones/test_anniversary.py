"""Faster than on the same day a year, five or ten years ago."""

from datetime import date, timedelta

import pytest
from stepping import SHIFT, done, found, history_of, sentences

from stridelog.domain.done import Done
from stridelog.domain.milestone import Stretch
from stridelog.milestones import anniversary


def ten(number: int, day: str, seconds: float) -> Done:
    return done(number, day, {"distance": 10_000.0, "duration": seconds})


def test_it_is_faster_than_on_the_same_day_five_years_ago() -> None:
    assert sentences(anniversary, [ten(1, "2021-11-20", 3106.0), ten(2, "2026-11-20", 2998.0)]) == [
        "2026-11-20 big: faster than 5 years ago today: 10k in 49:58, then 51:46"
    ]


def test_a_year_ago_is_a_small_one() -> None:
    assert sentences(anniversary, [ten(1, "2025-11-20", 3106.0), ten(2, "2026-11-20", 2998.0)]) == [
        "2026-11-20 small: faster than a year ago today: 10k in 49:58, then 51:46"
    ]


def test_one_shift_beside_another_says_nothing() -> None:
    entries = [done(year, f"{year}-11-20", {"csat": year / 3000}, SHIFT) for year in (2021, 2026)]
    assert found(anniversary, entries, SHIFT) == []


def test_what_a_longer_run_of_that_day_was_faster_over_is_not_beaten() -> None:
    longer = done(2, "2021-11-20", {"distance": 12_000.0, "duration": 2_900.0})
    assert (
        found(anniversary, [ten(1, "2021-11-20", 3106.0), longer, ten(3, "2026-11-20", 2998.0)])
        == []
    )


def test_times_that_read_the_same_are_level() -> None:
    assert found(anniversary, [ten(1, "2025-11-20", 2998.4), ten(2, "2026-11-20", 2997.8)]) == []


def test_of_several_years_the_longest_ago_that_was_beaten_is_told() -> None:
    times = {2016: 2900.0, 2021: 3100.0, 2025: 3200.0, 2026: 3000.0}
    entries = [ten(year, f"{year}-05-01", seconds) for year, seconds in times.items()]
    (last,) = [each for each in found(anniversary, entries) if each.day.year == 2026]
    assert (last.said["years"], last.numbers, last.size) == (5, (2026, 2021), "big")


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("2023-02-28", "2024-02-29"),
        ("2024-02-29", "2025-02-28"),
        ("2024-02-28", "2025-02-28"),
        ("2020-02-29", "2025-02-28"),
        ("2019-02-28", "2024-02-29"),
    ],
)
def test_29_february_is_28_february_where_there_is_none(then: str, now: str) -> None:
    assert len(found(anniversary, [ten(1, then, 3100.0), ten(2, now, 3000.0)])) == 1


@pytest.mark.parametrize(
    ("then", "now"),
    [
        pytest.param("2024-02-29", "2025-03-01", id="1 March is not 29 February"),
        pytest.param("2023-05-01", "2025-05-01", id="two years"),
        pytest.param("2024-05-01", "2025-05-02", id="a day later"),
        pytest.param("0001-05-01", "0003-05-01", id="where the calendar begins"),
    ],
)
def test_another_day_is_none(then: str, now: str) -> None:
    assert found(anniversary, [ten(1, then, 3100.0), ten(2, now, 3000.0)]) == []


def test_what_cannot_be_compared_is_none() -> None:
    five = done(2, "2025-05-01", {"distance": 5_000.0, "duration": 1400.0})
    level = ten(3, "2025-05-01", 3100.0)
    assert found(anniversary, [ten(1, "2024-05-01", 3100.0), five, level]) == []


def test_what_holds_no_record_neither_beats_nor_is_beaten() -> None:
    measured = {"distance": 10_000.0, "duration": 2000.0}
    entries = [
        ten(1, "2023-05-01", 3100.0),
        done(2, "2024-05-01", measured, counts=False),
        ten(3, "2025-05-01", 3000.0),
    ]
    assert found(anniversary, entries) == []


def test_the_best_of_then_is_what_counts_and_the_time_of_the_whole_is_told_first() -> None:
    whole = {"distance": 10_000.0, "duration": 3000.0}
    entries = [
        ten(1, "2024-05-01", 3300.0),
        done(2, "2024-05-01", {**whole, "duration": 3200.0}, segments={5_000.0: 1500.0}),
        done(3, "2025-05-01", whole, segments={5_000.0: 1400.0}, at="08:00:00"),
        ten(4, "2025-05-01", 3150.0),
    ]
    (only,) = found(anniversary, entries)
    assert (only.said["name"], only.said["before"], only.numbers) == ("10k", 3200.0, (3, 2))


def test_somebody_who_logs_every_day_hears_of_it_a_few_times_a_year() -> None:
    first = date(2014, 1, 1)
    entries = [
        ten(n, (first + timedelta(n)).isoformat(), 3000.0 + n * 37 % 101) for n in range(4380)
    ]
    told = found(anniversary, entries)
    a_year = [sum(each.day.year == year for each in told) for year in range(2019, 2026)]
    assert max(a_year) <= 10
    assert sum(a_year) <= 6 * len(a_year)
    assert {each.said["years"] for each in told} == {1, 5, 10}


def test_correcting_an_old_entry_changes_every_later_state() -> None:
    states = []
    for seconds in (3100.0, 3101.0):
        state = anniversary.begin()
        for entry in (ten(1, "2020-05-01", seconds), ten(2, "2020-06-01", 3000.0)):
            stretch = Stretch(entry.day, entry.day, (entry,))
            list(anniversary.step(state, stretch, history_of()))
        states.append(state)
    assert states[0] != states[1]
