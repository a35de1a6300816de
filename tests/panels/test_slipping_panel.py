"""What has been slipping for three months or longer."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from journals_of_today import MORNING, TODAY, at, done, facts, run

from conftest import Golden
from stridelog.domain.entry import Draft
from stridelog.domain.quantity import Notation
from stridelog.page import Page
from stridelog.panels.slipping import AT_MOST, block, compute, document
from stridelog.render.paper import Paper
from stridelog.render.terminal import draw

WOBBLE = (0.0, 0.006, -0.004, 0.003, -0.006, 0.002, -0.001)


def shifts(since: int, activity: str = "shift", until: int = 0) -> Iterator[Draft]:
    """Yield a shift a week whose csat falls in each of the last weeks."""
    for week in range(26, until, -1):
        fallen = 0.004 * max(0, since - week)
        csat = 0.92 - fallen + WOBBLE[week % len(WOBBLE)]
        yield Draft(activity, at(TODAY - timedelta(7 * week - 4)), {"csat": csat})


def names(drafts: Iterator[Draft]) -> list[tuple[str, str]]:
    found = compute(facts(drafts), MORNING)
    return [(row.trend.course.activity, row.trend.course.measure.name) for row in found]


def test_what_slips_for_three_months_is_told(golden: Golden) -> None:
    rows = compute(facts(shifts(15)), MORNING)
    golden("slipping-shifts.txt", draw(Page((block(rows, MORNING, Notation()),)), Paper()))
    golden("slipping-shifts.json", json.dumps(document(rows), indent=2) + "\n")


def test_what_slips_for_some_weeks_is_not_told_yet() -> None:
    assert names(shifts(15)) == [("shift", "csat")]
    assert names(shifts(8)) == []


def test_what_gets_better_is_not_told_here() -> None:
    faster = (
        run(TODAY - timedelta(7 * week), 10_000.0, 3_000.0 + 10 * week) for week in range(1, 27)
    )
    assert names(faster) == []


def test_that_nothing_is_done_any_more_is_told_by_another_panel() -> None:
    weeks = range(26, 0, -1)
    fewer = [TODAY - timedelta(7 * week - day) for week in weeks for day in range(week // 5)]
    assert names(done("swim", *fewer)) == []
    still = [*fewer, TODAY - timedelta(1)]
    assert names(done("swim", *still)) == [("swim", "frequency")]


def test_no_more_is_told_than_fits() -> None:
    both = [*shifts(15)]
    slower = [
        run(TODAY - timedelta(7 * week), 10_000.0 + 60 * week, 3_200.0 - 10 * week)
        for week in range(1, 27)
    ]
    assert len(names(iter([*both, *slower]))) == AT_MOST


def test_later_it_is_no_news_any_more() -> None:
    journal = facts(shifts(15))
    later = replace(MORNING, today=TODAY + timedelta(200))
    assert compute(journal, later) == ()
