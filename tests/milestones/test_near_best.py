"""Near bests."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from stepping import RUN, SHIFT, done, found, sentences

from stridelog.domain.done import Done
from stridelog.milestones import near_best

BEST = date(2021, 5, 3)


def fives(*runs: tuple[int, float]) -> list[Done]:
    """Return 5 km so many days after 3 May 2021 and in so many seconds each."""
    return [
        done(n, (BEST + timedelta(after)).isoformat(), {"distance": 5_000.0, "duration": seconds})
        for n, (after, seconds) in enumerate(runs, 1)
    ]


OTHERS = ((0, 1447.0), (7, 1500.0), (14, 1510.0), (21, 1520.0))


def test_close_to_a_best_that_has_stood_for_a_while_is_told() -> None:
    assert sentences(near_best, fives(*OTHERS, (56, 1450.0))) == [
        "2021-06-28 small: 24:10, within 3 s of your fastest 5k (24:07 on 3 May 2021)"
    ]


def test_soon_after_the_best_or_among_a_few_it_is_not() -> None:
    assert sentences(near_best, fives(*OTHERS, (55, 1450.0))) == []
    assert sentences(near_best, fives(*OTHERS[:3], (56, 1450.0))) == []


def test_near_is_one_per_cent_and_a_minute_at_most() -> None:
    assert len(sentences(near_best, fives(*OTHERS, (60, 1461.0)))) == 1
    assert sentences(near_best, fives(*OTHERS, (60, 1462.0))) == []
    marathons = [
        done(n, f"20{n + 10}-05-03", {"distance": 42_195.0, "duration": seconds})
        for n, seconds in enumerate([14_000.0, 15_000.0, 15_000.0, 15_000.0, 14_061.0, 14_060.0], 1)
    ]
    assert sentences(near_best, marathons) == [
        "2016-05-03 small: 3:54:20, within 1:00 of your fastest marathon (3:53:20 on 3 May 2011)"
    ]


def test_what_a_stopwatch_cannot_tell_from_the_best_is_level_with_it() -> None:
    for seconds in (1447.0, 1447.4, 1446.8):
        assert sentences(near_best, fives(*OTHERS, (60, seconds))) == [
            "2021-07-02 small: 24:07, level with your fastest 5k (24:07 on 3 May 2021)"
        ]


def test_a_best_is_none_and_starts_the_wait_anew() -> None:
    entries = fives(*OTHERS, (60, 1440.0), (115, 1442.0), (116, 1443.0))
    assert sentences(near_best, entries) == [
        "2021-08-27 small: 24:03, within 3 s of your fastest 5k (24:00 on 2 Jul 2021)"
    ]


def test_the_next_is_not_told_for_eight_weeks() -> None:
    entries = fives(*OTHERS, (60, 1450.0), (115, 1448.0), (116, 1449.0))
    assert [each.day - BEST for each in found(near_best, entries)] == [
        timedelta(60),
        timedelta(116),
    ]


def test_of_the_same_best_the_next_is_nearer() -> None:
    assert len(found(near_best, fives(*OTHERS, (60, 1450.0), (200, 1449.6)))) == 1
    assert len(found(near_best, fives(*OTHERS, (60, 1450.0), (200, 1449.0)))) == 2
    anew = fives(*OTHERS, (60, 1448.0), (200, 1440.0), (300, 1450.0))
    assert [each.day - BEST for each in found(near_best, anew)] == [timedelta(60), timedelta(300)]


def test_what_was_near_the_best_that_fell_later_that_day_says_nothing_of_the_new_one() -> None:
    assert len(found(near_best, fives(*OTHERS, (60, 1450.0), (60, 1440.0), (130, 1452.0)))) == 2


def test_of_several_distances_in_a_run_the_longest_is_told() -> None:
    def run(number: int, day: str, ten: float, five: float, one: float) -> Done:
        inside = {5_000.0: five, 1_000.0: one}
        return done(number, day, {"distance": 10_000.0, "duration": ten}, segments=inside)

    before = [run(n, f"2021-05-{n:02}", 3000.0, 1480.0, 240.0) for n in range(1, 6)]
    assert sentences(near_best, [*before, run(6, "2021-08-01", 3010.0, 1481.0, 240.0)]) == [
        "2021-08-01 small: 50:10, within 10 s of your fastest 10k (50:00 on 1 May 2021)"
    ]
    assert sentences(near_best, [*before, run(6, "2021-08-01", 3100.0, 1481.0, 240.0)]) == [
        "2021-08-01 small: 24:41, within 1 s of your fastest 5k (24:40 on 1 May 2021)"
    ]
    # A best in it outshines what is near in it; and over 1 km, near is nothing.
    assert sentences(near_best, [*before, run(6, "2021-08-01", 3010.0, 1470.0, 240.0)]) == []
    assert sentences(near_best, [*before, run(6, "2021-08-01", 3100.0, 1600.0, 241.0)]) == []


def test_what_holds_no_record_is_neither_near_nor_a_best() -> None:
    measured = {"distance": 5_000.0, "duration": 1450.0}
    near = done(9, "2021-07-02", measured, counts=False)
    assert sentences(near_best, [*fives(*OTHERS, (30, 1530.0)), near]) == []
    best = done(9, "2021-05-05", {**measured, "duration": 900.0}, counts=False)
    assert len(sentences(near_best, [*fives(*OTHERS, (60, 1450.0)), best])) == 1


def test_of_a_measure_there_is_none() -> None:
    shifts = [done(n, f"20{n + 10}-05-03", {"csat": 0.95}, SHIFT) for n in range(1, 10)]
    assert sentences(near_best, shifts, SHIFT) == []


def _expected(runs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the place of what is near a best, and of the best, by looking at all before each."""
    told: list[tuple[int, int]] = []
    for place, (day, seconds) in enumerate(runs):
        if place < near_best.FEWEST:
            continue
        best = min(range(place), key=lambda each: (runs[each][1], each))
        behind = seconds - runs[best][1]
        near = 0 <= behind <= min(near_best.NEAR * runs[best][1], near_best.NEAR_SECONDS)
        quiet = bool(told) and day - runs[told[-1][0]][0] < near_best.QUIET_DAYS
        nearer = all(seconds < runs[other][1] for other, of in told if of == best)
        if near and nearer and not quiet and day - runs[best][0] >= near_best.STOOD_DAYS:
            told.append((place, best))
    return told


@given(st.lists(st.tuples(st.integers(1, 40), st.integers(1000, 1030)), max_size=60))
def test_looking_at_all_before_each_finds_the_same(steps: list[tuple[int, int]]) -> None:
    runs, after = [], 0
    for days, seconds in steps:
        after += days
        runs.append((after, seconds))
    told = found(near_best, fives(*runs), RUN)
    assert [each.numbers for each in told] == [(a + 1, b + 1) for a, b in _expected(runs)]
    assert all(each.size == "small" for each in told)


def test_nothing_is_near_a_best_that_a_longer_run_was_faster_than() -> None:
    longer = done(9, "2021-05-20", {"distance": 5_400.0, "duration": 1_440.0})
    assert sentences(near_best, [*fives(*OTHERS, (56, 1450.0)), longer]) == []
