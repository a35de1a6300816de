"""Which milestones are told, and in which order."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.milestone import Found, Milestone, Size
from stridelog.milestones import bests_together, is_over, most_telling_first, told_once

DAY = date(2026, 11, 1)


def first(activity: str, day: int) -> Milestone:
    return Milestone(
        "first_ever", activity, Found(DAY + timedelta(day), "big", (day,), {"name": activity})
    )


def best(name: str, day: int, before: float, value: float, size: Size = "small") -> Milestone:
    said = {"name": name, "with": "", "value": value, "before": before, "since": "2026-10-31"}
    found = Found(DAY + timedelta(day), size, (day + 1, day), said)
    return Milestone("personal_best", "run", found)


def test_of_many_firsts_three_are_told_before_it_is_the_turn_of_the_longest() -> None:
    firsts = [first(name, day) for day, name in enumerate(["run", "ride", "walk", "sail", "hike"])]
    said = {"measure": "distance", "value": 2.0, "before": 1.0, "since": "2026-10-31"}
    longest = Milestone("longest", "run", Found(DAY, "big", (9, 8), said))
    told = [each.activity for each in most_telling_first([*firsts, longest])]
    assert told == ["hike", "sail", "walk", "run", "ride", "run"]


def test_a_best_that_fell_again_is_one_line_with_what_it_comes_to() -> None:
    falls = [best("5k", day, 1500.0 - day, 1499.0 - day) for day in range(3)]
    (only,) = told_once([falls[2], falls[0], falls[1]])
    assert (only.found.said["before"], only.found.said["value"]) == (1500.0, 1497.0)
    assert (only.found.said["steps"], only.found.numbers) == (3, (3, 0))
    assert only.found.day == falls[2].found.day


def test_bests_of_different_kinds_stand_apart() -> None:
    assert len(told_once([best("5k", 0, 1500.0, 1490.0), best("10k", 1, 3100.0, 3000.0)])) == 2


@given(st.lists(st.integers(1, 60), min_size=1, max_size=20))
def test_what_several_falls_come_to_is_their_sum_and_big_where_one_of_them_was(
    gains: list[int],
) -> None:
    value, falls = 3_000.0, list[Milestone]()
    for day, gain in enumerate(gains):
        size: Size = "big" if gain >= value * 0.01 and day >= 4 else "small"
        falls.append(best("10k", day, value, value - gain, size))
        value -= gain
    (only,) = bests_together(falls)
    assert only.found.said["before"] - only.found.said["value"] == sum(gains)
    assert only.found.said.get("steps", 1) == len(gains)
    if any(fall.found.size == "big" for fall in falls):
        assert only.found.size == "big"


def test_what_a_month_brought_is_over_on_the_day_after_it_and_a_day_at_once() -> None:
    month = Milestone("best_month", "shift", Found(date(2026, 10, 31), "big", (1,)))
    assert not is_over(month, date(2026, 10, 31))
    assert is_over(month, date(2026, 11, 1))
    assert is_over(best("5k", 0, 2.0, 1.0), DAY)
