"""Which accounts are of one run, and which of two."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.account import BY_HAND, Account
from stridelog.domain.entry import Draft, Origin
from stridelog.domain.sameness import Sameness, one_occurrence, sameness

SEVEN = datetime(2026, 11, 20, 7, 0, 7, tzinfo=UTC)
TOKYO, BERLIN = timezone(timedelta(hours=9)), timezone(timedelta(hours=1))


def told(
    source: str,
    at: datetime = SEVEN,
    metres: float = 10_000,
    seconds: float = 3_000,
    activity: str = "run",
    **more: object,
) -> Account:
    values = {"distance": metres, "duration": seconds}
    draft = Draft(activity, at, {name: v for name, v in values.items() if v})
    return Account(Origin(source, at.isoformat()), replace(draft, **more))  # type: ignore[arg-type]


STRAVA = told("strava")


@pytest.mark.parametrize(
    "other",
    [
        told("fit", SEVEN + timedelta(seconds=4), 10_012, 2_998),
        told("apple-health", SEVEN - timedelta(seconds=90), 9_870, 3_040),
        told("garmin", SEVEN.astimezone(TOKYO)),
        told("fit", activity="trail-run"),
        told("fit", metres=0),
        # Begun late: the watch found no satellites for the first five minutes.
        told("gpx", SEVEN + timedelta(minutes=5), 9_950, 2_960),
    ],
    ids=str,
)
def test_what_was_done_at_the_same_time_is_the_same(other: Account) -> None:
    assert sameness(STRAVA, other) is Sameness.SAME


@pytest.mark.parametrize(
    "other",
    [
        told("fit", metres=5_000),
        told("fit", seconds=2_000),
        told("fit", activity="ride"),
        told("fit", SEVEN + timedelta(hours=1)),
        told("fit", SEVEN + timedelta(days=1)),
    ],
    ids=str,
)
def test_what_differs_in_time_or_amount_is_not_the_same(other: Account) -> None:
    assert sameness(STRAVA, other) is Sameness.DIFFERENT


def test_moving_time_of_one_may_be_the_elapsed_time_of_the_other() -> None:
    watch = told("fit", seconds=2_700)
    watch.draft.measurements["elapsed"] = 3_010  # type: ignore[index]
    assert sameness(STRAVA, watch) is Sameness.SAME


def test_a_clock_of_another_zone_is_seen_where_everything_else_agrees() -> None:
    travelled = told("garmin", SEVEN - timedelta(hours=8), 10_000.4, 3_000.6, wall_clock=True)
    assert sameness(STRAVA, travelled) is Sameness.SAME
    rounded = told("garmin", SEVEN - timedelta(hours=8), 10_090, 3_030, wall_clock=True)
    assert sameness(STRAVA, rounded) is Sameness.DOUBTFUL
    known = told("garmin", SEVEN - timedelta(hours=8), 10_000.4, 3_000.6)
    assert sameness(STRAVA, known) is Sameness.DIFFERENT


def test_two_short_runs_of_one_morning_stay_two() -> None:
    first = told("strava", SEVEN, 2_000, 720)
    second = told("garmin", SEVEN + timedelta(minutes=25), 2_000, 722, wall_clock=True)
    assert sameness(first, second) is Sameness.DIFFERENT
    later = told("fit", SEVEN + timedelta(minutes=14), 2_010, 715)
    assert sameness(first, later) is Sameness.DIFFERENT


def test_a_sprint_is_over_before_the_next_begins() -> None:
    first = told("strava", SEVEN, 200, 40)
    assert sameness(first, told("fit", SEVEN + timedelta(seconds=20), 200, 41)) is Sameness.SAME
    later = told("fit", SEVEN + timedelta(seconds=100), 200, 40)
    assert sameness(first, later) is Sameness.DIFFERENT


def test_what_was_typed_in_round_numbers_is_no_copy_to_the_second() -> None:
    six = SEVEN.replace(hour=6, second=0)
    typed = told("strava", six, 5_000, 1_800)
    next_day = told("garmin", six + timedelta(days=1), 5_000, 1_800, wall_clock=True)
    assert sameness(typed, next_day) is Sameness.DOUBTFUL


def test_clocks_that_are_known_keep_apart_what_a_clock_on_the_wall_would_join() -> None:
    here, there = told("strava"), told("gpx", SEVEN + timedelta(hours=3))
    wall = told("garmin", SEVEN + timedelta(hours=3), wall_clock=True)
    assert one_occurrence([here], [wall])
    assert one_occurrence([wall], [there])
    assert not one_occurrence([here, wall], [there])
    assert not one_occurrence([there], [wall, here])
    assert not one_occurrence([told("strava", SEVEN + timedelta(seconds=9)), wall], [here])


def test_what_took_no_time_can_be_compared() -> None:
    planned = told("strava", metres=0)
    planned.draft.measurements["duration"] = 0.0  # type: ignore[index]
    assert sameness(planned, replace_source(planned, "fit")) is Sameness.SAME


def replace_source(one: Account, source: str) -> Account:
    return Account(Origin(source, one.origin.key), one.draft)


def test_a_source_tells_of_one_thing_once() -> None:
    assert sameness(STRAVA, told("strava", SEVEN + timedelta(hours=3))) is Sameness.DIFFERENT
    assert sameness(STRAVA, told("strava", SEVEN + timedelta(seconds=30))) is Sameness.DOUBTFUL


def test_what_was_logged_by_hand_that_day_is_for_the_person_to_say() -> None:
    evening = SEVEN + timedelta(hours=13)
    assert sameness(STRAVA, told(BY_HAND, evening)) is Sameness.DOUBTFUL
    assert sameness(STRAVA, told(BY_HAND, evening + timedelta(days=1))) is Sameness.DIFFERENT
    assert sameness(told(BY_HAND), told(BY_HAND, evening)) is Sameness.DIFFERENT


def test_without_a_time_nothing_can_be_said() -> None:
    assert sameness(told("a", seconds=0), told("b", seconds=0)) is Sameness.DIFFERENT


accounts = st.builds(
    told,
    st.sampled_from(["strava", "fit", "garmin", BY_HAND]),
    st.integers(-100_000, 100_000).map(lambda s: SEVEN + timedelta(seconds=s)),
    st.floats(100, 50_000),
    st.floats(60, 20_000),
    st.sampled_from(["run", "ride", "gravel-ride", "walk", "shift"]),
    wall_clock=st.booleans(),
)


@given(accounts, accounts)
def test_it_does_not_matter_which_account_is_asked_about(one: Account, other: Account) -> None:
    assert sameness(one, other) is sameness(other, one)
