"""Personal bests."""

from stepping import RIDE, SHIFT, done, sentences

from stridelog.domain.done import Done
from stridelog.milestones import personal_best


def five(seconds: float) -> dict[str, float]:
    return {"distance": 5_000.0, "duration": seconds}


def test_the_fastest_over_a_distance_is_one_and_big_once_there_are_others() -> None:
    times = [1500, 1490, 1520, 1480, 1470.0]
    entries = [done(n, f"2024-01-{n:02}", five(t)) for n, t in enumerate(times, 1)]
    assert sentences(personal_best, entries) == [
        "2024-01-02 small: your fastest 5k by 10 s: 24:50, before that 25:00 on 1 Jan 2024",
        "2024-01-04 small: your fastest 5k by 10 s: 24:40, before that 24:50 on 2 Jan 2024",
        "2024-01-05 big: your fastest 5k by 10 s: 24:30, before that 24:40 on 4 Jan 2024",
    ]


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


def test_nobody_has_a_best_marathon_on_a_bicycle() -> None:
    def ride(number: int, metres: float, seconds: float) -> Done:
        measured = {"distance": metres, "duration": seconds}
        return done(
            number, f"2024-01-{number:02}", measured, RIDE, segments={21_097.5: seconds / 3}
        )

    entries = [ride(1, 42_195.0, 6000.0), ride(2, 42_195.0, 5900.0)]
    assert sentences(personal_best, entries, RIDE) == []
