from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from stridelog.domain.activity import Activity, built_in_activities
from stridelog.domain.celebration import (
    STREAK_MARKS,
    Celebration,
    Earlier,
    Feat,
    celebrations,
    said,
)
from stridelog.domain.comparable import Comparable, Mark, measure_that_matters
from stridelog.domain.distance import distance_class
from stridelog.domain.entry import Entry
from stridelog.domain.quantity import Notation
from stridelog.domain.streak import streaks
from stridelog.domain.units import UnitSystem

TODAY = date(2026, 11, 21)
THEN = date(2025, 5, 4)
ACTIVITIES = {activity.name: activity for activity in built_in_activities()}
BEFORE = Earlier(something=True)


def entry(activity: str, **values: float) -> Entry:
    """Return an entry of today with its values, derived ones by their ratios."""
    at = datetime(2026, 11, 21, 8, tzinfo=UTC)
    derived = {}
    if {"distance", "duration"} <= set(values):
        pace = 1000 * values["duration"] / values["distance"]
        derived = {"speed": 1000 / pace} if activity == "ride" else {"pace": pace}
    return Entry(9, "uid", activity, at, TODAY, values, derived)


def feat(new: Entry, best: float | None, earlier: Earlier = BEFORE) -> Feat:
    """Return a feat whose value is set beside a best one."""
    activity: Activity = ACTIVITIES[new.activity]
    measure = measure_that_matters(new, activity)
    assert measure is not None
    covered = new.measurements.get("distance")
    mark = None if best is None else Mark(1, THEN, best)
    beside = Comparable(
        measure=measure,
        value={**new.measurements, **new.derived}[measure.name],
        distance_class=(covered and distance_class(covered)) or "",
        covered=covered,
        first=mark,
        last=mark,
        best=mark,
    )
    return Feat(new, activity, earlier, beside)


def sentences(of: Feat, system: UnitSystem = UnitSystem.METRIC) -> list[str]:
    return [said(found, Notation(system)) for found in celebrations(of)]


TEN = entry("run", distance=10_000.0, duration=3_042.0)


def test_the_first_of_all_is_celebrated_and_nothing_else() -> None:
    assert sentences(feat(TEN, None, Earlier(something=False))) == ["your first run"]


def test_the_first_over_a_distance() -> None:
    assert sentences(feat(TEN, None)) == ["your first 10k"]


@pytest.mark.parametrize(
    ("pace", "expected"),
    [
        (308.3, ["your fastest 10k, by 41 s"]),
        (320.0, ["your fastest 10k, by 2:38"]),
        (304.27, ["your fastest 10k, by 0.7 s"]),
        (304.21, []),
        (304.2, []),
        (300.0, []),
    ],
)
def test_the_fastest_over_a_distance_by_the_time_that_it_saves(
    pace: float, expected: list[str]
) -> None:
    assert sentences(feat(TEN, pace)) == expected
    assert sentences(feat(TEN, pace), UnitSystem.IMPERIAL) == expected


def test_a_ride_is_faster_by_its_speed() -> None:
    ride = entry("ride", distance=25_000.0, duration=3_600.0)
    assert sentences(feat(ride, 25_000 / 3_660)) == ["your fastest 25k, by 1:00"]
    assert sentences(feat(ride, 25_000 / 3_540)) == []


def test_an_odd_distance_has_no_fastest() -> None:
    assert sentences(feat(entry("run", distance=7_300.0, duration=1_800.0), 400.0)) == []


def test_the_longest_distance() -> None:
    farther = replace(BEFORE, farthest=Mark(1, THEN, 9_000.0))
    assert sentences(feat(TEN, 300.0, farther)) == ["your longest run, 1.00 km more"]
    assert sentences(feat(TEN, 300.0, replace(BEFORE, farthest=Mark(1, THEN, 10_000.0)))) == []


@pytest.mark.parametrize(
    ("activity", "values", "best", "expected"),
    [
        ("shift", {"csat": 0.94, "tickets": 31.0}, 0.92, "your best csat, 2 points up"),
        ("shift", {"resolution": 840.0}, 1_320.0, "your best resolution, 8 min faster"),
        ("shift", {"tickets": 31.0}, 29.0, "your most tickets, 2 more"),
        ("practice", {"duration": 2_700.0}, 2_400.0, "your longest practice, 5:00 more"),
    ],
)
def test_the_best_of_what_matters(
    activity: str, values: dict[str, float], best: float, expected: str
) -> None:
    assert sentences(feat(entry(activity, **values), best)) == [expected]


def test_a_best_under_the_same_circumstances_counts_where_there_is_no_better() -> None:
    alike = replace(
        BEFORE, alike={"+stroller": Mark(1, THEN, 308.3), "@home": Mark(1, THEN, 300.0)}
    )
    assert sentences(feat(TEN, 290.0, alike)) == ["your fastest 10k +stroller, by 41 s"]
    assert sentences(feat(TEN, 310.0, alike)) == ["your fastest 10k, by 58 s"]


def test_what_lies_before_other_entries_may_have_been_surpassed() -> None:
    old = replace(BEFORE, later=True)
    assert sentences(feat(TEN, 308.3, old)) == ["your fastest 10k until then, by 41 s"]


def in_a_row(last: date, count: int) -> dict[int, int]:
    return {(last - timedelta(back)).toordinal(): 1 for back in range(count)}


def streak_feat(days: dict[int, int], earlier: Earlier = BEFORE) -> Feat:
    """Return a feat that is an entry of today among these days."""
    without = {day: n for day, n in days.items() if day != TODAY.toordinal()}
    activity = ACTIVITIES["extra-mile"]
    new = entry("extra-mile")
    with_streaks = streaks(days, TODAY)
    return Feat(new, activity, earlier, None, streaks(without, TODAY), with_streaks)


def marks(found: Sequence[Celebration]) -> list[str]:
    return [said(celebration, Notation()) for celebration in found]


def test_a_mark_of_a_streak_is_celebrated_on_the_day_that_reaches_it() -> None:
    assert marks(celebrations(streak_feat(in_a_row(TODAY, 30)))) == ["30 days in a row"]
    assert marks(celebrations(streak_feat(in_a_row(TODAY, 31)))) == []


def test_a_second_entry_of_a_day_reaches_no_mark_again() -> None:
    days = in_a_row(TODAY, 30)
    again = Feat(
        entry("extra-mile"),
        ACTIVITIES["extra-mile"],
        BEFORE,
        None,
        streaks(days, TODAY),
        streaks({**days, TODAY.toordinal(): 2}, TODAY),
    )
    assert celebrations(again) == ()


def test_whoever_corrects_an_old_entry_has_not_reached_a_mark_today() -> None:
    old = replace(BEFORE, later=True)
    assert celebrations(streak_feat(in_a_row(TODAY, 30), old)) == ()


def test_the_marks_are_a_ladder() -> None:
    for ladder in STREAK_MARKS.values():
        assert list(ladder) == sorted(set(ladder))


def test_the_measure_that_matters_is_one_that_the_entry_has() -> None:
    shift = ACTIVITIES["shift"]
    for values, expected in (
        ({"csat": 0.9, "tickets": 30.0}, "csat"),
        ({"tickets": 30.0, "reopened": 1.0}, "tickets"),
        ({"duration": 28_800.0}, None),
    ):
        measure = measure_that_matters(entry("shift", **values), shift)
        assert (measure.name if measure else None) == expected
    assert measure_that_matters(entry("run", distance=10_000.0), ACTIVITIES["run"]) is None
