"""The best for a year or more."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st
from stepping import RUN, SHIFT, done, found, history_of, sentences

from stridelog.domain.done import Done
from stridelog.domain.milestone import Stretch
from stridelog.milestones import first_since

THEN = date(2021, 5, 3)


def tens(*runs: tuple[int, float]) -> list[Done]:
    """Return 10 km so many days after 3 May 2021 and in so many seconds each."""
    return [
        done(n, (THEN + timedelta(after)).isoformat(), {"distance": 10_000.0, "duration": seconds})
        for n, (after, seconds) in enumerate(runs, 1)
    ]


OTHERS = ((0, 2971.0), (100, 3100.0), (200, 3060.0), (300, 3090.0), (350, 3070.0))


def test_the_fastest_for_more_than_a_year_is_told_with_what_was_faster_then() -> None:
    assert sentences(first_since, tens(*OTHERS, (400, 2998.0))) == [
        "2022-06-07 small: your fastest 10k since 3 May 2021: 49:58, then 49:31"
    ]


def test_a_year_it_takes_and_three_make_it_big() -> None:
    assert sentences(first_since, tens(*OTHERS, (364, 2998.0))) == []
    assert [each.size for each in found(first_since, tens(*OTHERS, (365, 2998.0)))] == ["small"]
    assert [each.size for each in found(first_since, tens(*OTHERS, (1095, 2998.0)))] == ["small"]
    assert sentences(first_since, tens(*OTHERS, (1096, 2998.0))) == [
        "2024-05-03 big: your fastest 10k since 3 May 2021: 49:58, then 49:31"
    ]


def test_the_best_ever_and_what_is_as_good_as_then_are_something_else() -> None:
    assert sentences(first_since, tens(*OTHERS, (400, 2960.0))) == []
    assert sentences(first_since, tens(*OTHERS, (400, 2971.0))) == []


def test_what_was_better_by_less_than_is_shown_is_not_told_in_figures() -> None:
    assert sentences(first_since, tens(*OTHERS, (400, 2971.3))) == [
        "2022-06-07 small: your fastest 10k since 3 May 2021: 49:31"
    ]


def test_it_takes_some_worse_ones_since_then() -> None:
    assert sentences(first_since, tens(*OTHERS[:4], (400, 2998.0))) == []
    assert sentences(first_since, tens(OTHERS[0], (400, 2998.0))) == []


def test_it_is_better_than_those_since_by_what_one_sees() -> None:
    assert sentences(first_since, tens(*OTHERS, (400, 3059.6))) == []
    assert len(sentences(first_since, tens(*OTHERS, (400, 3059.4)))) == 1


def days(*runs: tuple[int, float]) -> list[int]:
    """Return on which days after 3 May 2021 something is found."""
    return [(each.day - THEN).days for each in found(first_since, tens(*runs))]


def test_who_gets_faster_each_week_is_told_after_four_weeks_if_it_goes_back_farther() -> None:
    faster_before = (-200, 2950.0)
    getting_better = ((400, 3000.0), (407, 2969.0), (427, 2968.0), (428, 2967.0))
    assert days(faster_before, *OTHERS, *getting_better) == [400, 428]


def test_what_is_only_nearer_to_the_same_one_then_is_told_after_half_a_year() -> None:
    getting_better = ((400, 3000.0), (500, 2999.0), (581, 2998.0), (582, 2997.0))
    assert days(*OTHERS, *getting_better) == [400, 582]


def test_of_several_in_a_day_what_goes_back_farthest_is_told() -> None:
    def run(number: int, after: int, ten: float, five: float) -> Done:
        day = (THEN + timedelta(after)).isoformat()
        measured = {"distance": 10_000.0, "duration": ten}
        return done(number, day, measured, segments={5_000.0: five})

    between = [run(n, 100 * n, 3100.0, 1540.0) for n in range(3, 8)]
    both = [run(1, 0, 2990.0, 1470.0), *between, run(8, 900, 3000.0, 1480.0)]
    assert sentences(first_since, both) == [
        "2023-10-20 small: your fastest 10k since 3 May 2021: 50:00, then 49:50"
    ]
    entries = [run(1, 0, 2990.0, 1540.0), run(2, 250, 3100.0, 1470.0), *between]
    assert sentences(first_since, [*entries, run(8, 900, 3000.0, 1480.0)]) == [
        "2023-10-20 small: your fastest 10k since 3 May 2021: 50:00, then 49:50"
    ]
    assert sentences(first_since, [*entries, run(8, 900, 3100.0, 1480.0)]) == [
        "2023-10-20 small: your fastest 5k since 8 Jan 2022: 24:40, then 24:30"
    ]


def test_of_a_measure_too_and_which_way_is_better_is_the_measure_s() -> None:
    def shifts(measure: str, *values: float) -> list[Done]:
        days = [THEN + timedelta(100 * n) for n in range(len(values))]
        return [
            done(n, day.isoformat(), {measure: value}, SHIFT)
            for n, (day, value) in enumerate(zip(days, values, strict=True), 1)
        ]

    csat = shifts("csat", 0.96, 0.9, 0.91, 0.89, 0.9, 0.94)
    assert sentences(first_since, csat, SHIFT) == [
        "2022-09-15 small: your best csat since 3 May 2021: 94 %, then 96 %"
    ]
    reply = shifts("first-reply", 600.0, 900.0, 840.0, 960.0, 900.0, 660.0)
    assert sentences(first_since, reply, SHIFT) == [
        "2022-09-15 small: your best first-reply since 3 May 2021: 11 min, then 10 min"
    ]


def test_what_holds_no_record_neither_is_it_nor_ends_it() -> None:
    measured = {"distance": 10_000.0, "duration": 2980.0}
    doubtful = done(9, "2022-05-01", measured, counts=False)
    assert sentences(first_since, [*tens(*OTHERS), doubtful]) == []
    assert len(sentences(first_since, [*tens(*OTHERS, (400, 2998.0)), doubtful])) == 1


def _expected(runs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the place of each that is told, and of what was better, by looking back from each."""
    told: list[tuple[int, int]] = []
    for place, (day, seconds) in enumerate(runs):
        then = next((p for p in reversed(range(place)) if runs[p][1] <= seconds), None)
        if then is None or runs[then][1] == seconds:
            continue
        long_ago = day - runs[then][0] >= first_since.LEAST_DAYS
        quiet = bool(told) and day - runs[told[-1][0]][0] < first_since.QUIET_DAYS
        if long_ago and not quiet and place - then - 1 >= first_since.FEWEST:
            told.append((place, then))
    return told


def _runs(steps: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    days = accumulate(days for days, _ in steps)
    return [(day, seconds) for day, (_, seconds) in zip(days, steps, strict=True)]


@given(st.lists(st.tuples(st.integers(1, 90), st.integers(3000, 3019)), max_size=60))
def test_looking_back_from_each_finds_the_same(steps: list[tuple[int, int]]) -> None:
    """Of 20 different times no more than 20 stand, so nothing has to be forgotten."""
    runs = _runs(steps)
    told = found(first_since, tens(*runs), RUN)
    assert [each.numbers for each in told] == [(a + 1, b + 1) for a, b in _expected(runs)]


@given(
    st.lists(st.tuples(st.just(7), st.integers(1, 6)), min_size=35, max_size=60),
    st.lists(st.tuples(st.integers(30, 200), st.integers(-60, 30)), min_size=6, max_size=20),
)
def test_where_some_are_forgotten_what_is_told_is_true(
    slower: list[tuple[int, int]], then_so: list[tuple[int, int]]
) -> None:
    """Who gets slower week by week has more times standing than are remembered."""
    days = accumulate(days for days, _ in [*slower, *then_so])
    seconds = accumulate((slower_by for _, slower_by in [*slower, *then_so]), initial=3000)
    runs = list(zip(days, seconds, strict=False))
    told = [each.numbers for each in found(first_since, tens(*runs), RUN)]
    for place, then in ((number - 1, other - 1) for number, other in told):
        assert runs[then][1] < runs[place][1]
        assert all(after > runs[place][1] for _, after in runs[then + 1 : place])


def test_the_state_stays_small_however_long_one_gets_slower() -> None:
    state = first_since.begin()
    for each in tens(*((day, 3000.0 + day) for day in range(500))):
        stretch = Stretch(each.day, each.day, (each,))
        assert not list(first_since.step(state, stretch, history_of()))
    assert len(state["10k"]["values"]) == first_since.MOST_REMEMBERED


def test_what_is_slower_than_a_longer_run_since_then_is_not_the_fastest_since() -> None:
    twelve = done(9, "2021-12-01", {"distance": 12_000.0, "duration": 2_990.0})
    runs = tens(*OTHERS, (400, 2998.0))
    assert sentences(first_since, [*runs, twelve]) == []
    slower = done(9, "2021-12-01", {"distance": 12_000.0, "duration": 3_200.0})
    assert len(sentences(first_since, [*runs, slower])) == 1


def test_then_may_have_been_inside_a_longer_run() -> None:
    longer = done(9, "2021-05-04", {"distance": 12_000.0, "duration": 2_960.0})
    assert sentences(first_since, [*tens(*OTHERS, (400, 2998.0)), longer]) == [
        "2022-06-07 small: your fastest 10k since 4 May 2021: 49:58, then 49:20 inside a longer one"
    ]
