"""What is likely to be logged now, and what is usual in it."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.activity import Activity, built_in_activities
from stridelog.domain.entry import Entry
from stridelog.domain.likely import (
    Guess,
    Occasion,
    as_far,
    likeliest,
    usual_circumstances,
    usual_measures,
    usual_range,
    values_of,
)

SATURDAY = date(2026, 11, 21)
LATE = datetime(2026, 11, 21, 23, 4, tzinfo=UTC)
EARLY = datetime(2026, 11, 21, 7, 30, tzinfo=UTC)

ACTIVITIES = {activity.name: activity for activity in built_in_activities()}
NAMES = ("run", "shift", "practice", "swim")


def on(activity: str, days_ago: int, hour: int, minute: int = 0) -> Occasion:
    day = SATURDAY - timedelta(days=days_ago)
    return Occasion(activity, datetime.combine(day, time(hour, minute)), day)


def weekly(
    activity: str, weekday: int, hour: int, weeks: Iterable[int] = range(1, 9)
) -> list[Occasion]:
    return [on(activity, 7 * week - weekday + 5, hour) for week in weeks]


def guessed(
    occasions: list[Occasion], at: datetime = LATE, day: date = SATURDAY
) -> tuple[Guess, ...]:
    last_days: dict[str, date] = {}
    for occasion in occasions:
        known = last_days.get(occasion.activity, date.min)
        last_days[occasion.activity] = max(known, occasion.day)
    return likeliest(NAMES, occasions, last_days, at, day)


def entry(
    values: Mapping[str, float] | None = None, tags: tuple[str, ...] = (), place: str = ""
) -> Entry:
    return Entry(1, "", "run", LATE, SATURDAY, values or {}, {}, tags=tags, place=place)


def names(activity: Activity, entries: list[Entry]) -> list[str]:
    return [measure.name for measure in usual_measures(activity, entries)]


def test_nothing_is_likely_in_an_empty_journal() -> None:
    assert guessed([]) == tuple(Guess(name) for name in NAMES)


def test_the_hour_decides_between_two_habits_of_the_same_days() -> None:
    occasions = weekly("run", 5, 8) + weekly("shift", 5, 23)
    assert guessed(occasions, LATE)[0] == Guess("shift", "most Saturdays about now")
    assert guessed(occasions, EARLY)[0] == Guess("run", "most Saturdays about now")
    assert guessed(occasions, EARLY)[1] == Guess("shift", "most Saturdays")


def test_the_weekday_decides_between_two_habits_of_the_same_hour() -> None:
    occasions = weekly("run", 6, 23) + weekly("shift", 5, 23)
    assert guessed(occasions)[0].activity == "shift"
    sunday = SATURDAY + timedelta(days=1)
    assert guessed(occasions, LATE + timedelta(days=1), sunday)[0].activity == "run"


def test_late_is_close_to_past_midnight() -> None:
    occasions = weekly("shift", 5, 0) + weekly("run", 5, 18)
    assert guessed(occasions)[0].activity == "shift"


def test_what_was_given_up_gives_way_to_what_was_taken_up() -> None:
    occasions = weekly("swim", 5, 23, range(20, 40)) + weekly("practice", 5, 23, range(1, 4))
    assert [guess.activity for guess in guessed(occasions)[:2]] == ["practice", "swim"]


def test_what_was_done_today_is_less_likely_again() -> None:
    occasions = [*weekly("shift", 5, 23), *weekly("run", 5, 20), on("shift", 0, 22)]
    assert guessed(occasions)[0].activity == "run"
    assert Guess("shift", "last time today") in guessed(occasions)


def test_what_is_done_several_times_a_day_stays_likely() -> None:
    often = [on("practice", days, hour) for days in range(1, 30) for hour in (9, 15, 23)]
    assert guessed([*often, on("practice", 0, 9), *weekly("run", 5, 20)])[0].activity == "practice"


def test_what_was_not_done_for_long_stands_by_its_last_day_before_what_never_was() -> None:
    last_days = {"swim": date(2024, 5, 1), "practice": date(2025, 5, 1)}
    guesses = likeliest(NAMES, weekly("run", 5, 8), last_days | {"run": SATURDAY}, LATE, SATURDAY)
    assert [guess.activity for guess in guesses] == ["run", "practice", "swim", "shift"]
    assert guesses[2].reason == "last time Wed 1 May 2024"
    assert guesses[3].reason == ""


def test_a_week_or_two_make_no_habit() -> None:
    assert guessed(weekly("shift", 5, 23, (1, 2)))[0].reason == "last time Sat 14 Nov 2026"


def test_retired_activities_are_not_guessed() -> None:
    assert "climbing" not in {guess.activity for guess in guessed(weekly("climbing", 5, 23))}


@given(
    st.lists(
        st.builds(on, st.sampled_from(NAMES), st.integers(0, 400), st.integers(0, 23)), max_size=40
    ),
    st.times(),
)
def test_every_activity_is_guessed_once(occasions: list[Occasion], hour: time) -> None:
    guesses = guessed(occasions, datetime.combine(SATURDAY, hour))
    assert sorted(guess.activity for guess in guesses) == sorted(NAMES)


def test_measures_of_a_third_of_the_last_entries_are_usual() -> None:
    entries = [entry({"distance": 1.0, "duration": 1.0})] * 4 + [entry({"climb": 1.0})] * 2
    assert names(ACTIVITIES["run"], entries) == ["distance", "duration", "climb"]
    assert names(ACTIVITIES["run"], [*entries, entry()]) == ["distance", "duration"]


def test_without_a_habit_the_first_measures_and_the_leading_one_are_asked() -> None:
    assert names(ACTIVITIES["run"], []) == ["distance", "duration"]
    assert names(ACTIVITIES["shift"], []) == ["duration", "tickets", "csat"]
    assert names(ACTIVITIES["study"], []) == ["duration"]
    assert names(ACTIVITIES["extra-mile"], []) == []
    assert names(ACTIVITIES["run"], [entry()] * 20) == ["distance", "duration"]


def test_tags_and_places_stand_by_how_usual_they_are() -> None:
    entries = [
        entry(tags=("snow", "stroller"), place="riverside"),
        entry(tags=("stroller",), place="canal"),
        entry(tags=("stroller",), place="riverside"),
    ]
    assert usual_circumstances(entries, 3) == ("+stroller", "@riverside", "+snow")
    assert usual_circumstances([], 3) == ()


def test_values_stand_in_the_order_of_their_entries() -> None:
    distance = ACTIVITIES["run"].measures[0]
    entries = [entry({"distance": 3.0}), entry(), entry({"distance": 1.0})]
    assert values_of(distance, entries) == [3.0, 1.0]


def test_entries_over_about_the_same_distance_are_as_far() -> None:
    near = [entry({"distance": metres}) for metres in (9_800.0, 10_500.0)]
    far = [entry({"distance": metres}) for metres in (9_700.0, 10_600.0)]
    assert as_far([*far, entry(), *near], 10_000.0) == near


def test_the_usual_range_is_the_middle_half() -> None:
    assert usual_range(list(map(float, range(20)))) == (5.0, 14.0)
    assert usual_range([9.0, 1.0, 3.0, 2.0]) == (2.0, 3.0)
    assert usual_range([1.0, 2.0, 3.0]) is None


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=4, max_size=20))
def test_at_least_half_of_the_values_are_usual(values: list[float]) -> None:
    usual = usual_range(values)
    assert usual is not None
    assert 2 * sum(usual[0] <= value <= usual[1] for value in values) >= len(values)
    assert set(usual) <= set(values)
