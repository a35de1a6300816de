"""What is avoided, and what is answered with yes or no."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from goal_lines import goal_of

from stridelog.domain.comparison import Sample
from stridelog.domain.goal import Review, reviewed
from stridelog.domain.goal_progress import as_it_was
from stridelog.domain.standing import Facts, Standing, State
from stridelog.goals import avoid, do

FIRST, LAST = date(2026, 11, 23), date(2027, 5, 15)

HEALTHY = goal_of("--avoid +injury", FIRST, LAST)

MARATHON = goal_of("--do Run the whole thing", FIRST, LAST)


def healthy(at: date, *injuries: date) -> Standing:
    days = sorted(day.toordinal() for day in injuries)
    facts = Facts({HEALTHY.latest.scope: Sample(days, [1.0] * len(days), [1.0] * len(days))})
    return avoid.stands(HEALTHY, HEALTHY.latest, facts.until(at), at)


def test_it_holds_until_there_is_one() -> None:
    day = date(2027, 2, 1)
    assert healthy(day, FIRST - timedelta(1)).state == "on course"
    assert healthy(day, day).state == "missed"
    assert healthy(LAST).state == "on course"
    assert healthy(LAST + timedelta(1), LAST + timedelta(1)).state == "reached"
    assert healthy(LAST + timedelta(1), LAST).state == "missed"
    assert healthy(FIRST - timedelta(1)).state == "not begun"


def test_it_tells_since_when() -> None:
    assert healthy(date(2027, 2, 1), date(2026, 9, 1)).latest == date(2026, 9, 1)
    assert healthy(date(2027, 2, 1)).latest is None


def test_without_an_end_it_holds_on() -> None:
    version = replace(HEALTHY.latest, deadline=None)
    assert avoid.stands(HEALTHY, version, Facts(), date(2030, 1, 1)).state == "on course"


def answered(at: date, *answers: tuple[date, bool]) -> State:
    goal = MARATHON
    for day, done in answers:
        goal = reviewed(goal, Review(day, done=done))
    return do.stands(as_it_was(goal, at), goal.latest, Facts(), at).state


def test_a_yes_is_enough() -> None:
    assert answered(LAST) == "open"
    assert answered(LAST, (LAST, True)) == "reached"
    assert answered(LAST, (date(2027, 3, 1), False)) == "open"
    assert answered(date(2027, 3, 1), (LAST, True)) == "open"


@pytest.mark.parametrize("days", [1, 2, 7])
def test_the_monday_after_the_day_is_early_enough_to_answer(days: int) -> None:
    later = LAST + timedelta(days)
    assert answered(later) == "open"
    assert answered(later, (later, True)) == "reached"
    assert answered(later, (later, False)) == "missed"


def test_silence_is_a_no_in_the_end_and_a_late_yes_a_yes() -> None:
    later = LAST + timedelta(8)
    assert answered(later) == "missed"
    assert answered(later, (later, True)) == "reached"
