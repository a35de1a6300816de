"""Small gains that go on: what is one, what is a jump, and how often noise looks like one."""

import json
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from stepping import SHIFT, done, found, history_of, sentences

from stridelog.domain.done import Done
from stridelog.domain.milestone import Stretch
from stridelog.milestones import steady_gain

FIRST = date(2024, 1, 1)


def fives(seconds: Sequence[float], every: int = 7) -> list[Done]:
    return [
        done(n, _day(n * every), {"distance": 5_000.0, "duration": value})
        for n, value in enumerate(seconds)
    ]


def shifts(csat: Iterable[tuple[int, float]]) -> list[Done]:
    return [done(n, _day(day), {"csat": value}, SHIFT) for n, (day, value) in enumerate(csat)]


def _day(number: int) -> str:
    return (FIRST + timedelta(number)).isoformat()


def test_a_second_or_so_a_week_is_one_after_twelve_weeks() -> None:
    times = [1510, 1511, 1508, 1509, 1506, 1504, 1505, 1502, 1500, 1501, 1498, 1497]
    assert sentences(steady_gain, fives(times)) == [
        (
            "2024-03-11 small: your 5k is 10 s faster than 8 weeks ago, "
            "bit by bit: 25:10, 25:06, 25:00"
        )
    ]


def test_it_is_told_once_in_eight_weeks_however_long_it_goes_on() -> None:
    days = [each.day for each in found(steady_gain, fives([1600.0 - n for n in range(60)]))]
    assert days[0] == date(2024, 3, 11)
    assert {(later - day).days for day, later in pairwise(days)} == {56}


def test_of_a_percentage_it_is_told_in_points() -> None:
    entries = shifts((day, 0.90 + day / 84 * 0.06) for day in range(84))
    assert sentences(steady_gain, entries, SHIFT)[-1] == (
        "2024-03-11 small: "
        "your csat is 3.7 points up on 8 weeks ago, bit by bit: 90.3 %, 92 %, 94 %"
    )


def test_of_a_wait_less_is_better() -> None:
    entries = [
        done(n, _day(n * 7), {"first-reply": 1200.0 - 20 * n, "tickets": 30.0}, SHIFT)
        for n in range(11)
    ]
    assert [line.partition(": ")[2] for line in sentences(steady_gain, entries, SHIFT)] == [
        (
            "your first-reply is 2.5 min faster than 8 weeks ago, "
            "bit by bit: 19.7 min, 18.5 min, 17.2 min"
        )
    ]


@pytest.mark.parametrize(
    "times",
    [
        pytest.param([1600.0 + n for n in range(20)], id="slower every week"),
        pytest.param([1600.0] * 20, id="always the same"),
        pytest.param([1600.0] * 9 + [1500.0] * 20, id="one jump"),
        pytest.param([1600.0 - n for n in range(10)], id="too few points"),
        pytest.param([1600.0 - 0.03 * n for n in range(20)], id="less than a stopwatch shows"),
    ],
)
def test_it_is_none(times: list[float]) -> None:
    assert sentences(steady_gain, fives(times)) == []


def test_what_was_before_a_long_gap_is_forgotten() -> None:
    times = [1600.0 - n for n in range(14)]
    entries = [
        done(n, _day(n * 7 + (200 if n > 6 else 0)), {"distance": 5_000.0, "duration": value})
        for n, value in enumerate(times)
    ]
    assert sentences(steady_gain, entries) == []


def test_what_holds_no_record_is_no_gain() -> None:
    entries = [
        done(n, _day(n * 7), {"distance": 5_000.0, "duration": 1600.0 - n}, counts=False)
        for n in range(30)
    ]
    assert sentences(steady_gain, entries) == []


def test_of_several_distances_inside_of_tracks_one_is_told() -> None:
    entries = [
        done(
            n,
            _day(n * 7),
            {"distance": 12_000.0, "duration": 4000.0},
            segments={metres: metres * (0.32 - 0.0005 * n) for metres in (1_000.0, 5_000.0)},
        )
        for n in range(11)
    ]
    assert len(found(steady_gain, entries)) == 1


def _noise(chance: Random, years: int, every: int, likeness: float) -> list[Done]:
    value, values = 0.0, []
    for day in range(0, 365 * years, every):
        value = likeness * value + (1 - likeness**2) ** 0.5 * chance.gauss(0, 1)
        values.append((day, 0.75 + 0.04 * value))
    return shifts(values)


@pytest.mark.parametrize(
    ("every", "years", "likeness", "most_a_year"),
    [(7, 400, 0.0, 0.08), (1, 100, 0.0, 0.08), (7, 200, 0.3, 0.25)],
    ids=["every week", "every day", "weeks that are like the one before"],
)
def test_noise_alone_is_rarely_one(
    every: int, years: int, likeness: float, most_a_year: float
) -> None:
    chance = Random(1729)  # noqa: S311 (the same every time)
    lives = years // 10
    count = sum(
        len(found(steady_gain, _noise(chance, 10, every, likeness), SHIFT)) for _ in range(lives)
    )
    assert count / years <= most_a_year


def test_a_gain_of_three_times_the_spread_from_week_to_week_is_mostly_found() -> None:
    chance = Random(1729)  # noqa: S311 (the same every time)
    lives = [fives([1600 - 1.4 * n + chance.gauss(0, 5) for n in range(26)]) for _ in range(50)]
    assert sum(bool(found(steady_gain, life)) for life in lives) >= 38


def test_the_state_stays_small_with_seven_entries_a_day() -> None:
    chance = Random(1729)  # noqa: S311 (the same every time)
    state = steady_gain.begin()
    history = history_of(SHIFT)
    for day in range(200):
        entries = shifts([(day, chance.random()) for _ in range(7)])
        for _ in steady_gain.step(
            state, Stretch(entries[0].day, entries[0].day, tuple(entries)), history
        ):
            pass
    assert len(json.dumps(state)) < 1_000
