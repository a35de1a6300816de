"""Personal bests."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from stepping import NOTATION, RIDE, RUN, SHIFT, done, found, sentences

from stridelog.domain.done import Done
from stridelog.domain.milestone import Milestone
from stridelog.milestones import personal_best, told_once


def five(seconds: float) -> dict[str, float]:
    return {"distance": 5_000.0, "duration": seconds}


def test_the_fastest_over_a_distance_is_one_and_big_once_there_are_others() -> None:
    times = [1500, 1490, 1520, 1480, 1460.0]
    entries = [done(n, f"2024-01-{n:02}", five(t)) for n, t in enumerate(times, 1)]
    assert sentences(personal_best, entries) == [
        "2024-01-02 small: your fastest 5k by 10 s: 24:50, before that 25:00 on 1 Jan 2024",
        "2024-01-04 small: your fastest 5k by 10 s: 24:40, before that 24:50 on 2 Jan 2024",
        "2024-01-05 big: your fastest 5k by 20 s: 24:20, before that 24:40 on 4 Jan 2024",
    ]


def test_the_first_over_a_distance_that_one_had_gone_beyond_is_a_best() -> None:
    farther = done(1, "2024-03-15", {"distance": 23_000.0, "duration": 8_700.0})
    half = {"distance": 21_097.5, "duration": 6_900.0}
    (told,) = sentences(personal_best, [farther, done(2, "2024-03-29", half)])
    assert told == (
        "2024-03-29 small: your fastest half: 1:55:00, "
        "before that 2:25:00 inside a longer one on 15 Mar 2024"
    )
    assert sizes([farther, done(2, "2024-03-29", {**half, "duration": 8_800.0})]) == []


def sizes(entries: list[Done]) -> list[str]:
    return [each.size for each in found(personal_best, entries)]


def test_one_that_falls_by_a_second_each_day_is_small() -> None:
    entries = [done(n, f"2024-01-{n:02}", five(1500.0 - n)) for n in range(1, 29)]
    assert sizes(entries) == ["small"] * 27


def test_one_that_stood_for_13_weeks_is_big_however_little_it_fell() -> None:
    entries = [done(n, f"2024-01-{n:02}", five(1500.0)) for n in range(1, 6)]
    assert sizes([*entries, done(9, "2024-03-31", five(1499.0))]) == ["small"]
    assert sizes([*entries, done(9, "2024-04-01", five(1499.0))]) == ["big"]


def test_of_a_marathon_the_second_is_enough() -> None:
    marathon = {"distance": 42_195.0, "duration": 15_200.0}
    faster = {**marathon, "duration": 13_744.0}
    assert sizes([done(1, "2019-10-01", marathon), done(2, "2019-11-01", faster)]) == ["big"]


def test_what_fell_again_and_again_is_told_once_with_what_it_comes_to() -> None:
    entries = [done(n, f"2024-01-{n:02}", five(1500.0 - n)) for n in range(1, 29)]
    falls = [Milestone("personal_best", "run", each) for each in found(personal_best, entries)]
    (only,) = told_once(falls)
    assert (only.found.size, only.found.numbers) == ("big", (28, 1))
    assert personal_best.sentence(only.found, RUN, NOTATION) == (
        "your fastest 5k by 27 s, in 27 steps: 24:32, before that 24:59 on 1 Jan 2024"
    )
    assert told_once(falls[:1]) == falls[:1]


def test_what_is_slower_than_a_longer_run_in_less_time_is_not_the_fastest() -> None:
    entries = [
        done(1, "2026-11-01", {"distance": 5_300.0, "duration": 1_320.0}),
        done(2, "2026-11-02", five(1_380.0)),
        done(3, "2026-11-03", five(1_360.0)),
        done(4, "2026-11-04", five(1_310.0)),  # slower than the 5.3 km at their pace
        done(5, "2026-11-05", five(1_250.0)),
    ]
    assert sentences(personal_best, entries) == [
        "2026-11-05 small: your fastest 5k by 1:00: 20:50, before that 21:50 on 4 Nov 2026"
    ]


def test_before_that_may_have_been_inside_a_longer_run() -> None:
    entries = [
        done(1, "2026-11-01", {"distance": 10_000.0, "duration": 2_640.0}),
        done(2, "2026-11-02", five(1_360.0)),
        done(3, "2026-11-03", five(1_310.0)),
    ]
    then = "before that 22:00 inside a longer one on 1 Nov 2026"
    assert sentences(personal_best, entries) == [
        f"2026-11-03 small: your fastest 5k: 21:50, {then}"
    ]


def test_the_half_of_a_10k_is_known_too_and_of_a_doubtful_one_nothing() -> None:
    ten = {"distance": 10_000.0, "duration": 2_700.0}
    fives = [done(n, f"2026-11-0{n}", five(1_400.0 - n)) for n in (1, 2)]
    assert sentences(personal_best, [*fives, done(3, "2026-10-01", ten)]) == []
    assert len(sentences(personal_best, [*fives, done(3, "2026-10-01", ten, counts=False)])) == 1


runs = st.lists(
    st.tuples(
        st.sampled_from([4_000.0, 5_000.0, 5_200.0, 5_400.0, 10_000.0, 16_000.0]),
        st.integers(20, 40),
    ),
    max_size=25,
)


@given(runs)
def test_none_told_is_slower_than_any_run_before_it_that_was_as_long(
    drawn: list[tuple[float, int]],
) -> None:
    day = date(2024, 1, 1)
    entries = [
        done(n, str(day + timedelta(n)), {"distance": metres, "duration": 6 * metres * pace / 600})
        for n, (metres, pace) in enumerate(drawn)
    ]
    for each in found(personal_best, entries):
        now = entries[each.numbers[0]]
        metres, seconds = (now.values[name][0] for name in ("distance", "duration"))
        for before in entries[: now.number]:
            if before.values["distance"][0] >= metres:
                assert before.values["duration"][0] > seconds


def test_with_the_stroller_it_is_one_of_those_with_the_stroller() -> None:
    best = "your fastest 5k +stroller by 20 s: 26:20, before that 26:40 on 2 Jan 2024"
    entries = [
        done(1, "2024-01-01", five(1500.0)),
        done(2, "2024-01-02", five(1600.0), tags=["stroller"]),
        done(3, "2024-01-03", five(1580.0), tags=["stroller"]),
    ]
    assert sentences(personal_best, entries) == [f"2024-01-03 small: {best}"]


def test_a_stretch_inside_a_track_counts_and_what_is_doubtful_does_not() -> None:
    entries = [
        done(1, "2024-01-01", five(1500.0)),
        done(2, "2024-01-02", five(900.0), counts=False),
        done(
            3, "2024-01-03", {"distance": 12_000.0, "duration": 4000.0}, segments={5_000.0: 1450.0}
        ),
    ]
    assert sentences(personal_best, entries) == [
        "2024-01-03 small: your fastest 5k by 50 s: 24:10, before that 25:00 on 1 Jan 2024"
    ]


def test_of_a_measure_it_takes_some_others() -> None:
    values = [0.8, 0.9, 0.7, 0.85, 0.95]
    entries = [done(n, f"2024-01-{n:02}", {"csat": v}, SHIFT) for n, v in enumerate(values, 1)]
    assert sentences(personal_best, entries, SHIFT) == [
        "2024-01-05 small: your best csat: 95 %, before that 90 % on 2 Jan 2024"
    ]


def test_a_race_and_its_place_say_the_same_thing_once() -> None:
    def race(number: int, day: str, seconds: float) -> Done:
        return done(number, day, five(seconds), tags=["race"], place="town")

    entries = [
        done(1, "2024-01-01", five(1500.0)),
        race(2, "2024-01-02", 1600.0),
        race(3, "2024-01-03", 1580.0),
        done(4, "2024-01-04", five(1570.0), tags=["race"]),
        race(5, "2024-01-05", 1560.0),
    ]
    both = "your fastest 5k +race @town by 20 s: 26:20, before that 26:40 on 2 Jan 2024"
    elsewhere = "your fastest 5k +race by 10 s: 26:10, before that 26:20 on 3 Jan 2024"
    race_alone = "your fastest 5k +race by 10 s: 26:00, before that 26:10 on 4 Jan 2024"
    place_alone = "your fastest 5k @town by 20 s: 26:00, before that 26:20 on 3 Jan 2024"
    assert sentences(personal_best, entries) == [
        f"2024-01-03 small: {both}",
        f"2024-01-04 small: {elsewhere}",
        f"2024-01-05 small: {race_alone}",
        f"2024-01-05 small: {place_alone}",
    ]


def test_a_measure_that_reads_as_before_is_no_best_that_is_told() -> None:
    values = [0.8, 0.9, 0.7, 0.85, 0.9003]
    entries = [done(n, f"2024-01-{n:02}", {"csat": v}, SHIFT) for n, v in enumerate(values, 1)]
    assert sentences(personal_best, entries, SHIFT) == []


def test_customers_have_no_best_of_a_place_or_a_tag() -> None:
    values = [0.99, 0.8, 0.9, 0.7, 0.85, 0.95]
    entries = [
        done(n, f"2024-01-{n:02}", {"csat": v}, SHIFT, tags=["home"] if n > 1 else [])
        for n, v in enumerate(values, 1)
    ]
    assert sentences(personal_best, entries, SHIFT) == []


def test_nobody_has_a_best_marathon_on_a_bicycle() -> None:
    def ride(number: int, metres: float, seconds: float) -> Done:
        measured = {"distance": metres, "duration": seconds}
        return done(
            number, f"2024-01-{number:02}", measured, RIDE, segments={21_097.5: seconds / 3}
        )

    for metres in (10_000.0, 42_195.0):
        entries = [ride(1, metres, 6000.0), ride(2, metres, 5900.0)]
        assert sentences(personal_best, entries, RIDE) == []
