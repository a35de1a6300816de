"""A goal that is changed today was what it was until yesterday."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from goal_lines import LINES, goal_of, version_of
from hypothesis import given
from hypothesis import strategies as st

from stridelog.cli.goals.kinds import kind_named
from stridelog.domain.comparison import Sample
from stridelog.domain.goal import Goal, Review, Step, Version, changed, in_force, reviewed
from stridelog.domain.goal_progress import as_it_was
from stridelog.domain.standing import Facts, Standing

FIRST, LAST = date(2026, 1, 5), date(2026, 12, 31)

DAYS = st.dates(date(2025, 6, 1), date(2027, 2, 1))

CHANGES: dict[str, Callable[[Version], Version]] = {
    "a later deadline": lambda v: replace(v, deadline=date(2027, 6, 30)),
    "no deadline": lambda v: replace(v, deadline=None),
    "an earlier first day": lambda v: replace(v, first=date(2025, 6, 1)),
    "twice as much": lambda v: (
        replace(v, target=replace(v.target, value=2 * v.target.value)) if v.target else v
    ),
    "a step": lambda v: replace(v, steps=(Step(date(2026, 6, 30), value=10.0),)),
    "a pause": lambda v: replace(v, status="paused"),
    "the end": lambda v: replace(v, status="closed"),
    "another kind": lambda v: replace(version_of("run 1500km", v.first, v.deadline)),
}


def facts_of(goal: Goal, amounts: list[tuple[date, float]]) -> Facts:
    in_order = sorted(amounts)
    days = [day.toordinal() for day, _ in in_order]
    sample = Sample(days, [amount for _, amount in in_order], [1.0] * len(days))
    scopes = [version.scope for version in goal.versions]
    return Facts(dict.fromkeys(scopes, sample), summed=frozenset(scopes))


def stood(goal: Goal, facts: Facts, day: date) -> Standing | None:
    version = in_force(goal, day)
    if version is None:
        return None
    kind = kind_named(version.kind)
    return kind.stands(as_it_was(goal, day), version, facts.until(day), day)


@pytest.mark.parametrize("line", LINES)
@given(
    st.lists(st.tuples(DAYS, st.floats(1.0, 1e5)), max_size=20),
    st.lists(st.tuples(st.integers(1, 400), st.sampled_from(sorted(CHANGES))), max_size=4),
    st.integers(0, 60),
)
def test_what_is_changed_today_changes_no_past_week(
    line: str, amounts: list[tuple[date, float]], edits: list[tuple[int, str]], week: int
) -> None:
    goal = goal_of(line, FIRST, LAST)
    monday = FIRST + timedelta(weeks=week)
    kept = {monday: stood(goal, facts_of(goal, amounts), monday)}
    for days, name in sorted(edits):
        today = monday + timedelta(days)
        latest = in_force(goal, today) or goal.latest
        goal = changed(goal, replace(CHANGES[name](latest), since=today))
        goal = reviewed(goal, Review(today, "adjusted", done=True))
    assert stood(goal, facts_of(goal, amounts), monday) == kept[monday]


@pytest.mark.parametrize("name", CHANGES)
def test_and_is_what_holds_from_today_on(name: str) -> None:
    goal, today = goal_of("run 100x", FIRST, LAST), date(2026, 3, 2)
    asked = replace(CHANGES[name](goal.latest), since=today)
    edited = changed(goal, asked)
    assert in_force(edited, today) == asked
    assert in_force(edited, today - timedelta(1)) == goal.latest
