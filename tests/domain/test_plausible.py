"""What no person ever did is a slip of the finger."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.activity import Activity, built_in_activities
from stridelog.domain.plausible import (
    FASTEST_ON_FOOT,
    ImplausibleError,
    check_plausible,
    check_sizes,
    fastest_pace,
)
from stridelog.domain.quantity import Notation
from stridelog.domain.units import UnitSystem

BUILT_IN = {activity.name: activity for activity in built_in_activities()}
NOTATION = Notation()


def refusal(activity: str, notation: Notation = NOTATION, **values: float) -> tuple[str, str]:
    named = {name.replace("_", "-"): value for name, value in values.items()}
    with pytest.raises(ImplausibleError) as caught:
        check_plausible(BUILT_IN[activity], named, notation)
    return caught.value.message, caught.value.hint


def test_a_two_minute_10k_is_refused_with_the_likeliest_slip() -> None:
    assert refusal("run", distance=10_000, duration=120) == (
        "10.00 km in 2:00 is 12 s/km, faster than anyone ran. Nothing was saved.",
        "Did you mean 2:00:00?",
    )


def test_miles_are_spoken_of_in_miles() -> None:
    message, _ = refusal("run", Notation(UnitSystem.IMPERIAL), distance=10_000, duration=1400)
    assert message == ("6.21 mi in 23:20 is 3:45/mi, faster than anyone ran. Nothing was saved.")


def test_where_sixty_times_as_long_is_no_likelier_no_slip_is_guessed() -> None:
    assert refusal("run", distance=10_000, duration=1400)[1] == "Check the distance and the time."


@pytest.mark.parametrize(("metres", "seconds"), FASTEST_ON_FOOT)
def test_every_world_record_is_believed(metres: float, seconds: float) -> None:
    check_plausible(BUILT_IN["run"], {"distance": metres, "duration": seconds}, NOTATION)


@pytest.mark.parametrize(
    ("activity", "metres", "seconds"),
    [
        ("swim", 50, 20.91),
        ("swim", 1500, 870.67),
        ("ride", 200, 8.857),
        ("ride", 56_792, 3600),
        ("walk", 20_000, 4588),
        ("run", 4000, 4 * 3600),
        ("run", 42_195, 8 * 3600),
    ],
)
def test_what_people_did_is_believed(activity: str, metres: float, seconds: float) -> None:
    check_plausible(BUILT_IN[activity], {"distance": metres, "duration": seconds}, NOTATION)


@pytest.mark.parametrize(
    ("activity", "metres", "seconds"),
    [("run", 42_195, 6900), ("run", 100, 8), ("swim", 1500, 300), ("ride", 100_000, 1800)],
)
def test_what_nobody_did_is_not(activity: str, metres: float, seconds: float) -> None:
    refusal(activity, distance=metres, duration=seconds)


def test_activities_of_ones_own_may_be_as_fast_as_a_train() -> None:
    paraglide = Activity("paraglide", "hobbies", BUILT_IN["run"].measures)
    check_plausible(paraglide, {"distance": 100_000, "duration": 2000}, NOTATION)
    with pytest.raises(ImplausibleError, match="faster than anyone went"):
        check_plausible(paraglide, {"distance": 100_000, "duration": 900}, NOTATION)


@pytest.mark.parametrize(
    ("activity", "name", "value", "hint"),
    [
        ("run", "distance", 5_000_001.0, "The most is 5000.00 km."),
        ("run", "duration", 367 * 86_400.0, "The most is 8784:00:00."),
        ("run", "climb", 50_001.0, "The most is 50000 m."),
        ("run", "heart-rate", 251.0, "The most is 250 bpm."),
        ("run", "heart-rate", 19.0, "The least is 20 bpm."),
        ("ride", "power", 2_501.0, "The most is 2500 W."),
        ("shift", "tickets", 1_000_001.0, "The most is 1000000."),
        ("shift", "csat", 1.01, "The most is 100 %."),
        ("strength", "volume", 1_000_001.0, "The most is 1000000.0 kg."),
        ("run", "distance", float("inf"), "The most is 5000.00 km."),
        ("run", "distance", float("nan"), "The most is 5000.00 km."),
    ],
)
def test_an_entry_holds_only_so_much(activity: str, name: str, value: float, hint: str) -> None:
    with pytest.raises(ImplausibleError) as caught:
        check_sizes(BUILT_IN[activity], {name: value}, NOTATION)
    assert caught.value.hint == hint
    assert name in caught.value.message


def test_no_distance_or_no_time_is_no_pace() -> None:
    for values in ({}, {"distance": 10_000.0}, {"duration": 60.0}, {"distance": 1.0, "climb": 2.0}):
        check_plausible(BUILT_IN["run"], values, NOTATION)


@given(st.floats(1, 1e6), st.floats(1, 1e6))
def test_the_longer_the_run_the_slower_the_fastest(one: float, other: float) -> None:
    shorter, longer = sorted((one, other))
    assert fastest_pace("run", shorter) <= fastest_pace("run", longer) + 1e-9


@given(st.floats(1, 1e6))
def test_the_fastest_believed_is_never_slower_than_the_records(metres: float) -> None:
    slower = [1000 * t / d for d, t in FASTEST_ON_FOOT if d >= metres]
    if slower:
        assert fastest_pace("run", metres) < min(slower)
