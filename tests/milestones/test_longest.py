"""The longest and the most."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from stepping import ACTIVITIES, RIDE, SHIFT, done, found, history_of, sentences

from stridelog.domain.done import Done
from stridelog.domain.milestone import Stretch
from stridelog.milestones import longest

FIRST = date(2020, 2, 25)


def runs(*kilometres: float, minutes: float = 30.0) -> list[Done]:
    """Return a run a day, each as long as the others in time."""
    return [
        done(
            number,
            (FIRST + timedelta(number)).isoformat(),
            {"distance": 1_000.0 * each, "duration": 60.0 * minutes},
        )
        for number, each in enumerate(kilometres, 1)
    ]


def test_the_longest_is_told_once_there_are_some_others() -> None:
    assert sentences(longest, runs(5, 6, 18, 4, 21.1)) == [
        "2020-03-01 small: your longest run: 21.10 km, before that 18.00 km on 28 Feb 2020"
    ]


def test_it_is_big_where_it_is_much_farther_and_there_are_many_others() -> None:
    assert sentences(longest, runs(*[10] * 10, 12)) == [
        "2020-03-07 big: your longest run: 12.00 km, before that 10.00 km on 26 Feb 2020"
    ]
    assert sentences(longest, runs(*[10] * 10, 10.9)) == [
        "2020-03-07 small: your longest run: 10.90 km, before that 10.00 km on 26 Feb 2020"
    ]
    assert sentences(longest, runs(*[10] * 9, 12)) == [
        "2020-03-06 small: your longest run: 12.00 km, before that 10.00 km on 26 Feb 2020"
    ]


def test_the_leap_day_is_a_day_like_any_other() -> None:
    assert sentences(longest, runs(5, 5, 5, 7, 8))[-1].endswith(
        "before that 7.00 km on 29 Feb 2020"
    )


def test_as_long_as_ever_or_a_few_metres_longer_is_not_the_longest() -> None:
    assert sentences(longest, runs(10, 10, 10, 10, 10, 10.05, 10.09)) == []


def test_whoever_gets_there_by_small_steps_is_told_when_they_sum_up() -> None:
    assert sentences(longest, runs(10, 10, 10, 10, 10.04, 10.12)) == [
        "2020-03-02 small: your longest run: 10.12 km, before that 10.04 km on 1 Mar 2020"
    ]


def test_what_is_longest_in_distance_and_in_time_is_told_once() -> None:
    entries = [*runs(10, 10, 10, 10, 10), *runs(*[15] * 6, minutes=50)[-1:]]
    assert sentences(longest, entries) == [
        "2020-03-02 small: your longest run: 15.00 km, before that 10.00 km on 26 Feb 2020"
    ]


def test_whoever_takes_longer_over_a_distance_is_slower_and_not_celebrated() -> None:
    entries = [*runs(21, 21, 21, 21, 21), *runs(*[21] * 6, minutes=140)[-1:]]
    assert sentences(longest, entries) == []


def test_of_two_in_a_day_the_longer_one_is_told_and_of_two_alike_the_earlier() -> None:
    before = runs(10, 10, 10, 10)
    day = "2020-03-02"
    assert [
        each.numbers
        for each in found(
            longest,
            [
                *before,
                done(7, day, {"distance": 12_000.0}, at="08:00:00"),
                done(8, day, {"distance": 14_000.0}, at="12:00:00"),
                done(9, day, {"distance": 14_000.0}, at="18:00:00"),
            ],
        )
    ] == [(8, 1)]


def test_what_holds_no_record_is_not_the_longest_and_hides_none() -> None:
    doubtful = done(9, "2020-02-26", {"distance": 90_000.0}, at="20:00:00", counts=False)
    told = ["2020-03-01 small: your longest run: 12.00 km, before that 10.00 km on 26 Feb 2020"]
    assert sentences(longest, [*runs(10, 10, 10, 10, 12), doubtful]) == told
    too_few = [*runs(10, 10, 10), doubtful, done(10, "2020-03-01", {"distance": 12_000.0})]
    assert sentences(longest, too_few) == []


def test_of_practice_it_is_the_time_and_of_a_ride_the_distance() -> None:
    practice = ACTIVITIES["practice"]
    hours = [0.5, 0.5, 1.0, 0.75, 1.5]
    entries = [
        done(n, f"2021-05-{n:02}", {"duration": 3600.0 * each}, practice)
        for n, each in enumerate(hours, 1)
    ]
    assert sentences(longest, entries, practice) == [
        "2021-05-05 small: your longest practice: 1:30:00, before that 1:00:00 on 3 May 2021"
    ]
    assert sentences(longest, runs(10, 10, 10, 10, 100), RIDE) == [
        "2020-03-01 small: your longest ride: 100.00 km, before that 10.00 km on 26 Feb 2020"
    ]


def shifts(tickets: list[float], hours: list[float]) -> list[Done]:
    return [
        done(n, f"2021-05-{n:02}", {"tickets": each, "duration": 3600.0 * long}, SHIFT)
        for n, (each, long) in enumerate(zip(tickets, hours, strict=True), 1)
    ]


def test_at_work_it_is_what_one_got_done_and_never_how_long_it_took() -> None:
    assert sentences(longest, shifts([20, 38, 0, 30, 41], [8] * 5), SHIFT) == []
    assert sentences(longest, shifts([20, 38, 5, 30, 41], [8] * 5), SHIFT) == [
        "2021-05-05 small: your most tickets: 41, before that 38 on 2 May 2021"
    ]
    assert sentences(longest, shifts([20, 38, 5, 30, 30], [8, 8, 8, 8, 12]), SHIFT) == []


@given(st.lists(st.integers(0, 60), max_size=40))
def test_each_that_is_told_beats_all_before_and_each_that_clearly_does_is_told(
    kilometres: list[int],
) -> None:
    told = {each.numbers[0]: each.said for each in found(longest, runs(*kilometres))}
    for place, amount in enumerate(kilometres):
        before = [each for each in kilometres[:place] if each]
        beats = len(before) >= longest.FEWEST and amount > max(before)
        assert (place + 1 in told) == beats
        if beats:
            assert told[place + 1]["before"] == 1_000.0 * max(before)


def test_the_state_does_not_grow_with_the_entries() -> None:
    state = longest.begin()
    for each in runs(*range(1, 40)):
        stretch = Stretch(each.day, each.day, (each,))
        list(longest.step(state, stretch, history_of()))
    assert [len(values) for values in state.values()] == [5]
