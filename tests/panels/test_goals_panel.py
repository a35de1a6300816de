"""The panel of goals: a few lines, of what needs attention."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from journals_of_today import BEHIND, MORNING, TODAY, facts

from stridelog.domain.measure import Direction, Kind, Measure
from stridelog.domain.quantity import Notation
from stridelog.domain.text_width import cells
from stridelog.domain.today import Aim
from stridelog.domain.units import Dimension
from stridelog.page import Page
from stridelog.panels import goals as panel
from stridelog.render import terminal
from stridelog.render.paper import Paper
from stridelog.render.text import draw

ON_COURSE = replace(BEHIND, number=2, title="Ride 50 times", state="on course", buffer_days=1.0)
AHEAD = replace(BEHIND, number=3, title="Swim 40 km", state="ahead", buffer_days=20.0)


def shown(*aims: Aim) -> list[int]:
    """Return the numbers of the goals that are shown of these."""
    return [aim.number for aim in panel.compute(facts([], goals=aims), MORNING)]


def said(*aims: Aim) -> list[str]:
    rows = panel.compute(facts([], goals=aims), MORNING)
    drawn = draw(Page((panel.block(rows, MORNING, Notation()),)), Paper())
    assert drawn is not None
    return drawn.splitlines()


def due(days: int, aim: Aim = ON_COURSE) -> Aim:
    return replace(aim, number=9, deadline=TODAY + timedelta(days))


def test_what_is_behind_is_said_with_how_far_from_its_line() -> None:
    assert said(BEHIND) == [
        "goals  1 500 km this year: 1 322 km, 23 km behind the line   stride goals review"
    ]


def test_a_line_fits_a_terminal() -> None:
    long = replace(BEHIND, title="Twelve hundred kilometres on the bicycle, in all weathers, ever")
    assert said(long) == [
        "goals  Twelve hundred kilometres on the…: 1 322 km, 23 km behind the line"
    ]


def test_a_title_gives_way_to_what_is_said_of_it() -> None:
    long = replace(due(5, BEHIND), title="Twelve hundred kilometres on the bicycle, ever")
    (line,) = said(long)
    assert line.endswith("23 km behind the line, due in 5 days")
    assert len(line) <= panel.WIDTH


def test_a_title_in_wide_letters_is_cut_by_its_columns() -> None:
    wide = replace(due(5, BEHIND), title="今年は千五百キロメートルを走りたいと思っています")
    rows = panel.compute(facts([], goals=[wide]), MORNING)
    (line,) = terminal.draw(Page((panel.block(rows, MORNING, Notation()),)), Paper()).splitlines()
    assert line.endswith("23 km behind the line, due in 5 days")
    assert cells(line) <= panel.WIDTH


def test_after_the_review_of_the_week_the_list_is_named() -> None:
    assert said(replace(BEHIND, reviewed=True))[0].endswith("   stride goals")


def test_what_needs_attention_stands_alone_the_furthest_behind_first() -> None:
    further = replace(BEHIND, number=4, buffer_days=-30.0, state="out of reach")
    assert shown(AHEAD, ON_COURSE, BEHIND, further) == [4, 1]


def test_where_nothing_needs_attention_the_nearest_to_its_line_is_shown() -> None:
    assert shown(AHEAD, ON_COURSE) == [2]


@pytest.mark.parametrize("days", [0, 1, 7])
def test_what_is_due_soon_is_shown(days: int) -> None:
    assert shown(AHEAD, due(days)) == [9]


def test_how_soon_is_said() -> None:
    assert said(due(0))[0].startswith("goals  Ride 50 times: 1 322 km, on course, due today")
    assert "due tomorrow" in said(due(1))[0]
    assert "due in 5 days" in said(due(5))[0]


@pytest.mark.parametrize(("days", "is_shown"), [(-1, True), (-7, True), (-8, False)])
def test_what_was_missed_is_shown_for_a_week(days: int, *, is_shown: bool) -> None:
    assert shown(due(days, replace(BEHIND, state="missed"))) == ([9] if is_shown else [])


@pytest.mark.parametrize("state", ["reached", "not begun"])
def test_what_needs_nothing_is_not_shown(state: str) -> None:
    assert shown(replace(BEHIND, state=state)) == []


def test_no_more_than_three_are_shown() -> None:
    assert len(shown(*[replace(BEHIND, number=n) for n in range(5)])) == panel.AT_MOST


def test_a_share_is_so_many_points_behind() -> None:
    csat = Measure("csat", Kind.INTENSIVE, Dimension.FRACTION, Direction.HIGHER)
    aim = replace(BEHIND, title="CSAT", measure=csat, current=0.92, expected=0.95)
    assert said(aim)[0].startswith("goals  CSAT: 92 %, 3 points below the line")


def test_a_pace_is_so_many_seconds_slower_than_its_line() -> None:
    pace = Measure("pace", Kind.INTENSIVE, Dimension.PACE, Direction.LOWER)
    aim = replace(BEHIND, title="Pace", measure=pace, current=323.0, expected=300.0)
    assert said(aim)[0].startswith("goals  Pace: 5:23/km, 23 s/km slower than the line")


def test_a_time_on_a_clock_is_whole_seconds_behind_and_an_estimate_is_marked() -> None:
    clock = Measure("duration", Kind.ADDITIVE, Dimension.DURATION, Direction.LOWER)
    marathon = replace(
        BEHIND,
        title="Marathon",
        measure=clock,
        distance="marathon",
        current=14_592.4,
        expected=14_583.6,
        is_estimate=True,
    )
    assert said(marathon)[0].startswith("goals  Marathon: ~4:03:12, 0:08 behind the line")
    same = replace(marathon, expected=14_592.1)
    assert said(same)[0].startswith("goals  Marathon: ~4:03:12, behind ")


def test_what_has_no_line_of_its_own_is_set_beside_the_goal() -> None:
    wait = Measure("resolution", Kind.INTENSIVE, Dimension.DURATION, Direction.LOWER)
    aim = replace(
        BEHIND, title="Resolution", measure=wait, current=1_416.0, expected=1_080.0, has_line=False
    )
    assert said(aim)[0].startswith("goals  Resolution: 23.6 min, 5.6 min above the goal")
    csat = Measure("csat", Kind.INTENSIVE, Dimension.FRACTION, Direction.HIGHER)
    low = replace(aim, title="CSAT", measure=csat, current=0.92, expected=0.95)
    assert said(low)[0].startswith("goals  CSAT: 92 %, 3 points below the goal")


def test_a_rate_has_no_line_to_be_behind() -> None:
    count = Measure("entries", Kind.ADDITIVE, Dimension.COUNT)
    rate = replace(
        BEHIND, title="Run", measure=count, current=2.25, expected=3.0, target=3.0, has_line=False
    )
    assert said(rate)[0].startswith("goals  Run: 2.2, behind ")


def test_what_is_counted_is_rounded_behind_its_line() -> None:
    count = Measure("entries", Kind.ADDITIVE, Dimension.COUNT)
    rides = replace(BEHIND, title="Ride", measure=count, current=31.0, expected=53.27)
    assert said(rides)[0].startswith("goals  Ride: 31, 22 behind the line")


def test_a_goal_that_only_its_person_can_answer_is_not_done_yet() -> None:
    call = Aim(
        7, "Call Ann", BEHIND.measure, "open", deadline=date(2026, 11, 23), is_measured=False
    )
    assert said(call) == ["goals  Call Ann: not done yet, due in 2 days   stride goals review"]


def test_a_change_from_what_nobody_knows_is_open() -> None:
    faster = Aim(8, "Faster", BEHIND.measure, "open", deadline=date(2026, 11, 23))
    assert said(faster)[0].startswith("goals  Faster: open, due in 2 days")


def test_where_there_is_no_goal_nobody_is_asked_where_it_stands() -> None:
    def judged() -> Sequence[Aim]:
        raise AssertionError

    assert panel.compute(replace(facts([]), judge=judged), MORNING) == ()
