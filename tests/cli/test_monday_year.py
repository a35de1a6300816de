"""A year of Mondays in a pseudo-terminal: goals are added, fall behind, are adjusted, come true.

What stands on the pages is worked out here a second time, from what was done day by day.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from monday_terminal import Year
from played_mondays import PLAYED, by_options
from year_of_mondays import BEGUN, RACE, RACED, run_in, runs_in, shifts_in

from command_line import Stride

Golden = Callable[[str, str], None]

Zone = Callable[[str], None]

Reviews = Mapping[date, Mapping[int, Mapping[str, Any]]]
"""By the Monday and the number of a goal, what its document says."""

EVE, LAST = date(2025, 12, 31), date(2026, 12, 31)

HOLIDAYS = {date(2026, 8, 3), date(2026, 8, 10)}

ADJUSTED = date(2026, 5, 18)
"""The Monday on which it is 1 200 km in the year instead of 1 500."""


def km(metres: float) -> float:
    return metres / 1_000


def test_a_year_of_mondays(stride: Stride, zone: Zone, golden: Golden) -> None:
    zone("Europe/Berlin")
    year, pages = Year(stride), dict[date, str]()
    before, after = dict[date, Any](), dict[date, Any]()
    for monday in mondays():
        year.comes(monday)
        before[monday] = reviewed(stride)
        if monday in PLAYED:
            PLAYED[monday](year)
            pages[monday] = stride.transcript
        elif monday not in HOLIDAYS:
            by_options(year)
        after[monday] = reviewed(stride)
    for monday, page in pages.items():
        golden(f"monday-{monday}.txt", page)
    the_kilometres_are_those_that_were_run(before)
    weeks_are_kept_by_their_runs(before)
    averages_are_weighted(before)
    the_race_reached_its_goal(before)
    past_mondays_are_judged_as_they_were(stride, before, after)
    weeks_in_a_row_end_with_the_holidays(stride)


def mondays() -> Iterator[date]:
    """Give the Mondays of the year."""
    return (date(2026, 1, 5) + timedelta(7 * n) for n in range(52))


def reviewed(stride: Stride) -> Mapping[int, Mapping[str, Any]]:
    """Return what the review says of each goal."""
    return {goal["id"]: goal for goal in stride.json("goals", "review")["goals"]}


def of(goal: int, reviews: Reviews) -> Iterator[tuple[date, Mapping[str, Any]]]:
    """Give the Mondays on which a goal was open, with its document."""
    return ((monday, goals[goal]) for monday, goals in reviews.items() if goal in goals)


def the_kilometres_are_those_that_were_run(before: Reviews) -> None:
    """Goal 1, by hand: its total, its line, what is needed, what was done lately, its state."""
    for monday, goal in of(1, before):
        target = 1_500.0 if monday <= ADJUSTED else 1_200.0
        step = [(date(2026, 6, 30), 750.0)] if monday <= ADJUSTED else []
        line = [(EVE, 0.0), *step, (LAST, target)]
        done = run_in(EVE + timedelta(1), monday - timedelta(1))
        assert km(goal["current"]) == pytest.approx(done)
        # Today counts as far as it is done: it is not over.
        eve, evening = on(line, monday - timedelta(1)), on(line, monday)
        assert km(goal["expected"]) == pytest.approx(min(max(done, eve), evening))
        assert goal["progress"] == pytest.approx(done / target)
        weeks = ((LAST - monday).days + 1) / 7
        if goal["state"] == "reached":
            assert goal["needed_per_week"] is None
        else:
            assert km(goal["needed_per_week"]) == pytest.approx((target - done) / weeks)
        lately = run_in(monday - timedelta(28), monday - timedelta(1)) / 4
        assert km(goal["rate_per_week"]) == pytest.approx(lately)
        assert goal["state"] == state(line, monday, done), monday
    assert [goal["state"] for _, goal in of(1, before)][-2:] == ["ahead", "reached"]


def on(line: Sequence[tuple[date, float]], day: date) -> float:
    """Return the value of a line that is straight between its points."""
    for (first, low), (last, high) in pairwise(line):
        if day <= last:
            return low + (high - low) * (day - first).days / (last - first).days
    return line[-1][1]


def state(line: Sequence[tuple[date, float]], day: date, done: float) -> str:
    """Say how it stands: a week before or after the line is on course."""
    missing, days = line[-1][1] - done, (LAST - day).days + 1
    if missing <= 0:
        return "reached"
    is_old = (day - date(2025, 1, 2)).days >= 2 * days
    if is_old and missing > max(most_in(days, day)):
        return "out of reach"
    if done < on(line, day - timedelta(8)):
        return "behind"
    return "ahead" if done > on(line, day + timedelta(7)) else "on course"


def most_in(days: int, before: date) -> Iterator[float]:
    """Give what was run in every so many days in a row before a day."""
    ends = (before - timedelta(1 + n) for n in range((before - BEGUN).days))
    return (run_in(max(end - timedelta(days - 1), BEGUN), end) for end in ends)


def weeks_are_kept_by_their_runs(before: Reviews) -> None:
    """Goal 2, by hand: the runs by the days of the quarter, and the whole weeks with three."""
    first, last = date(2026, 1, 1), date(2026, 3, 31)
    for monday, goal in of(2, before):
        weeks = [date(2026, 1, 5) + timedelta(7 * n) for n in range(12)]
        runs = [runs_in(week, week + timedelta(6)) for week in weeks if week < monday]
        until = min(monday - timedelta(1), last)
        days = (until - first).days + 1
        assert goal["current"] == pytest.approx(runs_in(first, until) * 7 / days)
        assert goal["progress"] == pytest.approx(sum(n >= 3 for n in runs) / len(runs))
    assert goal["state"] == "missed"


def averages_are_weighted(before: Reviews) -> None:
    """Goals 6 and 7, by hand: csat by its answers, the time to resolution by its tickets."""
    for monday, goal in of(6, before):
        last = min(monday - timedelta(1), date(2026, 6, 30))
        csat = weighted("csat", "responses", date(2026, 4, 1), last)
        assert goal["current"] == pytest.approx(csat)
    assert goal["state"] == "missed"
    for monday, goal in of(7, before):
        last = min(monday - timedelta(1), date(2026, 9, 30))
        resolution = weighted("resolution", "tickets", date(2026, 7, 1), last)
        assert goal["current"] == pytest.approx(resolution)
        base = weighted("resolution", "tickets", date(2026, 4, 1), date(2026, 6, 30))
        assert goal["target"] == pytest.approx(0.9 * base)
    assert goal["state"] == "reached"


def weighted(name: str, weight: str, first: date, last: date) -> float:
    """Return the average of a measure over the shifts of some days."""
    shifts = shifts_in(first, last)
    total = sum(shift[weight] for shift in shifts)
    return sum(shift[name] * shift[weight] for shift in shifts) / total


def the_race_reached_its_goal(before: Reviews) -> None:
    """Goal 4: open until the Monday after the race, and reached by its time."""
    *earlier, (monday, goal) = of(4, before)
    assert monday == RACE + timedelta(1)
    assert (goal["state"], goal["current"]) == ("reached", RACED)
    assert not {"reached", "missed"} & {goal["state"] for _, goal in earlier}


def past_mondays_are_judged_as_they_were(stride: Stride, before: Reviews, after: Reviews) -> None:
    """Goals of runs: nobody runs on Mondays, so the end of that day tells what its morning did."""
    seen = ("state", "current", "expected", "target", "deadline", "start")
    rows = stride.json("goals", "history")["reviews"]
    mornings = [row for row in rows if row["id"] in {1, 2, 4}]
    assert len(mornings) > 50
    for row in mornings:
        monday, number = date.fromisoformat(row["day"]), row["id"]
        then = before[monday].get(number) or after[monday][number]
        assert {key: row[key] for key in seen} == {key: then[key] for key in seen}, row


def weeks_in_a_row_end_with_the_holidays(stride: Stride) -> None:
    """Thirty weeks up to the holidays, and twenty after them."""
    streak = stride.json("goals", "review")["streak"]
    assert streak["longest"] == {"length": 30, "from": "2026-01-05", "to": "2026-08-02"}
    assert streak["current"] == {"length": 20, "from": "2026-08-17", "to": "2027-01-03"}
