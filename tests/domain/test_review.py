"""The weekly review: promises, what came of them, answers, and the weeks in a row."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.comparison import Sample
from stridelog.domain.goal import Commitment, Goal, Review, Scope, Step, Target, Version, in_force
from stridelog.domain.measure import Direction, Kind, Measure
from stridelog.domain.period import Span, week_of
from stridelog.domain.review import (
    Answers,
    Promise,
    answered,
    done_in,
    looked_at,
    looked_at_by,
    promise_of,
    review_streak,
    steps_to_ask,
    to_look_at,
)
from stridelog.domain.review_words import reached_on
from stridelog.domain.standing import Facts, Judged
from stridelog.domain.units import Dimension
from stridelog.goals import total

MONDAY = date(2026, 11, 23)

SUNDAY_START = 6

RUNS = Commitment("3 runs", Scope("run"), 3.0)

WORDS = Commitment("a long run")

HOTEL = Step(date(2026, 11, 30), "book the hotel")

GOAL = Goal(
    (
        Version(
            date(2026, 1, 1),
            "total",
            date(2026, 1, 1),
            date(2026, 12, 31),
            Scope("run", "distance"),
            Target(1_500_000.0),
            steps=(HOTEL, Step(date(2026, 12, 20), "pack"), Step(date(2026, 12, 1), "", 1.0)),
            uid="first",
        ),
    )
)


def on(*days: date) -> Sample:
    ones = [1.0] * len(days)
    return Sample([day.toordinal() for day in days], ones, ones)


def after(day: date, days: int) -> date:
    return day + timedelta(days=days)


def came(commitment: Commitment, done: Sample | None, at: date) -> Promise:
    promise = promise_of(Review(MONDAY, commitment=commitment), done, at)
    assert promise is not None
    return promise


@pytest.mark.parametrize(
    ("today", "week_start", "first"),
    [
        (MONDAY, 0, date(2026, 11, 16)),
        (date(2026, 11, 28), 0, date(2026, 11, 16)),
        (date(2026, 11, 29), 0, date(2026, 11, 23)),
        (date(2026, 11, 22), SUNDAY_START, date(2026, 11, 15)),
        (date(2026, 11, 28), SUNDAY_START, date(2026, 11, 22)),
    ],
)
def test_a_review_looks_back_at_the_last_week_that_is_over_by_tonight(
    today: date, week_start: int, first: date
) -> None:
    assert looked_at(today, week_start) == Span(first, after(first, 6))


def test_a_promise_holds_for_seven_days_the_first_one_among_them() -> None:
    for last, kept in ((6, True), (7, False)):
        done = on(MONDAY, after(MONDAY, 1), after(MONDAY, last))
        assert came(RUNS, done, after(MONDAY, 7)).kept is kept
    assert came(RUNS, on(after(MONDAY, -1)), after(MONDAY, 7)).done == 0.0


def test_what_is_not_done_yet_is_not_broken_and_what_is_done_is_kept_at_once() -> None:
    wednesday = after(MONDAY, 2)
    assert came(RUNS, on(MONDAY), wednesday) == Promise(MONDAY, RUNS, 1.0, None)
    assert came(RUNS, on(MONDAY, MONDAY, MONDAY), wednesday).kept is True


def test_at_most_so_much_is_known_when_its_days_are_over() -> None:
    said = Commitment("at most 2 runs", Scope("run"), 2.0)
    for times, kept in ((0, True), (2, True), (3, False)):
        done = on(*[MONDAY] * times)
        for at, is_kept in ((after(MONDAY, 6), None), (after(MONDAY, 7), kept)):
            promise = promise_of(Review(MONDAY, commitment=said), done, at, "at most")
            assert promise == Promise(MONDAY, said, float(times), is_kept, "at most")


def test_an_average_is_known_when_its_days_are_over() -> None:
    said = Commitment("csat 93%", Scope("shift", "csat"), 0.93)
    review = Review(MONDAY, commitment=said)
    days = [after(MONDAY, -1).toordinal(), MONDAY.toordinal(), after(MONDAY, 6).toordinal()]
    shifts = Sample(days, [1.0, 0.9, 0.95], [1.0, 1.0, 3.0])
    for at, kept in ((after(MONDAY, 6), None), (after(MONDAY, 7), True)):
        promise = promise_of(review, shifts, at, "at least", averaged=True)
        assert promise is not None
        assert promise.done == pytest.approx(0.9375)
        assert promise.kept is kept
    longer = promise_of(review, shifts, after(MONDAY, 7), "at most", averaged=True)
    assert longer is not None
    assert longer.kept is False


def test_days_without_a_value_tell_nothing_of_an_average() -> None:
    said = Commitment("csat 93%", Scope("shift", "csat"), 0.93)
    review, none = Review(MONDAY, commitment=said), Sample()
    week_after = after(MONDAY, 7)
    promise = promise_of(review, none, week_after, "at least", averaged=True)
    assert promise == Promise(MONDAY, said)


def test_where_no_measure_can_tell_the_answer_does() -> None:
    for kept in (True, False, None):
        said = replace(WORDS, kept=kept)
        assert came(said, None, after(MONDAY, 7)) == Promise(MONDAY, said, None, kept)


def test_a_promise_is_looked_at_until_its_week_was_reviewed() -> None:
    made = Review(MONDAY, commitment=RUNS)
    midweek, next_monday = Review(after(MONDAY, 2)), Review(after(MONDAY, 7))
    goal = replace(GOAL, reviews=(made, midweek, next_monday))
    assert to_look_at(goal, MONDAY) is None
    assert to_look_at(goal, after(MONDAY, 3)) == made
    assert to_look_at(goal, after(MONDAY, 7)) == made
    assert to_look_at(goal, after(MONDAY, 8)) is None
    assert to_look_at(replace(goal, reviews=(made,)), after(MONDAY, 21)) == made


def test_kept_is_written_beside_the_promise_and_the_new_one_into_the_new_review() -> None:
    goal = answered(GOAL, Answers("kept", WORDS), MONDAY)
    goal = answered(goal, Answers("kept", RUNS, kept=True), after(MONDAY, 7))
    assert goal.reviews == (
        Review(MONDAY, commitment=replace(WORDS, kept=True)),
        Review(after(MONDAY, 7), commitment=RUNS),
    )
    assert goal.versions == GOAL.versions


def test_a_second_review_of_a_day_keeps_what_it_does_not_say_anew() -> None:
    once = answered(GOAL, Answers("adjusted", WORDS, done=True, deadline=MONDAY), MONDAY)
    assert answered(once, Answers("kept"), MONDAY) == once
    (review,) = answered(once, Answers("kept", RUNS), MONDAY).reviews
    assert review == Review(MONDAY, "adjusted", RUNS, done=True)


def test_without_a_decision_no_review_is_written_but_nothing_answered_is_lost() -> None:
    goal = answered(GOAL, Answers("kept", WORDS), MONDAY)
    stopped = answered(goal, Answers(kept=False, steps=(HOTEL,)), after(MONDAY, 7))
    assert stopped.reviews == (Review(MONDAY, commitment=replace(WORDS, kept=False)),)
    assert [step.done for step in stopped.latest.steps] == [after(MONDAY, 7), None, None]


def test_adjusting_leaves_the_version_of_before_and_its_steps_as_they_were() -> None:
    kept = replace(GOAL.latest, steps=(replace(HOTEL, uid="step"),))
    goal = answered(Goal((kept,)), Answers("adjusted", target=Target(1.0)), MONDAY)
    assert goal.versions[0] == kept
    assert in_force(goal, after(MONDAY, -1)) == kept
    assert goal.latest == replace(
        kept, since=MONDAY, uid="", target=Target(1.0), steps=(replace(HOTEL, uid=""),)
    )


@pytest.mark.parametrize("decision", ["adjusted", "paused", "closed"])
def test_a_review_looked_at_the_goal_as_it_was_before_its_answers(decision: str) -> None:
    goal = answered(GOAL, Answers(decision, target=Target(1.0)), MONDAY)  # type: ignore[arg-type]
    assert goal.latest != GOAL.latest
    assert looked_at_by(goal, MONDAY) == GOAL.latest
    assert looked_at_by(goal, after(MONDAY, 1)) == goal.latest
    assert looked_at_by(answered(GOAL, Answers("kept"), MONDAY), MONDAY) == GOAL.latest
    assert looked_at_by(goal, date(2025, 12, 31)) is None


def test_what_was_made_and_closed_on_one_day_was_open_in_its_review() -> None:
    made = replace(GOAL, versions=(replace(GOAL.latest, since=MONDAY),))
    goal = answered(made, Answers("closed"), MONDAY)
    assert goal.is_closed
    assert looked_at_by(goal, MONDAY) == replace(goal.latest, status="open")


@pytest.mark.parametrize("status", ["paused", "closed"])
def test_pausing_and_closing_are_versions_from_the_day_on(status: str) -> None:
    goal = answered(GOAL, Answers(status, learned="Start slower."), MONDAY)  # type: ignore[arg-type]
    assert [version.status for version in goal.versions] == ["open", status]
    assert (goal.learned, goal.latest.since) == ("Start slower.", MONDAY)


def test_steps_are_asked_that_are_due_this_week_else_the_next_one() -> None:
    assert steps_to_ask(GOAL.latest, MONDAY) == (HOTEL,)[:1]
    assert [s.text for s in steps_to_ask(GOAL.latest, date(2026, 12, 15))] == [
        "book the hotel",
        "pack",
    ]
    assert steps_to_ask(GOAL.latest, date(2026, 11, 1)) == (HOTEL,)


def test_what_is_summed_is_summed_and_what_is_not_is_averaged_by_its_weights() -> None:
    distance = Measure("distance", Kind.ADDITIVE, Dimension.DISTANCE, Direction.HIGHER)
    csat = Measure("csat", Kind.INTENSIVE, Dimension.FRACTION, Direction.HIGHER)
    times, values = on(MONDAY, MONDAY), Sample([1, 1], [10.0, 30.0], [3.0, 1.0])
    summed = done_in(Scope("run"), times, distance, values)
    assert (summed.entries, summed.amount, summed.most) == (2, 40.0, 30.0)
    assert done_in(Scope("shift"), times, csat, values).amount == 15.0
    assert done_in(Scope("run"), Sample(), distance, Sample()).amount is None


def test_a_week_without_a_review_ends_the_streak_once_it_is_over() -> None:
    mondays = [after(MONDAY, -7 * weeks) for weeks in (1, 2, 3, 5)]
    now = review_streak(mondays, after(MONDAY, 6)).current
    assert now is not None
    assert now.length == 3
    assert review_streak(mondays, after(MONDAY, 7)).current is None


@given(st.lists(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=9), st.integers(0, 6))
def test_however_often_a_week_is_reviewed_it_counts_once(days: list[date], start: int) -> None:
    today = date(2026, 12, 31)
    twice = [*days, *(week_of(day, start).first for day in days)]
    one, other = (review_streak(each, today, start).longest for each in (days, twice))
    assert (one and one.length) == (other and other.length)


def test_a_promise_of_miles_is_kept_by_miles_that_add_up_to_it() -> None:
    mile = 1609.344
    promise = Commitment("9.3 mi", Scope("run", "distance"), 9.3 * mile)
    done = replace(on(MONDAY, MONDAY, MONDAY), values=[3.1 * mile] * 3)
    assert came(promise, done, after(MONDAY, 7)).kept is True


def test_what_was_not_passed_is_reached_in_the_end_not_when_it_came_to_the_limit() -> None:
    limit = replace(GOAL.latest, target=Target(30_000.0, "at most"))
    facts = Facts({limit.scope: Sample([date(2026, 3, 1).toordinal()], [30_000.0], [1.0])})
    at = date(2027, 1, 4)
    standing = total.stands(GOAL, limit, facts, at)
    measure = Measure("distance", Kind.ADDITIVE, Dimension.DISTANCE)
    one = Judged(GOAL, limit, measure, "little", standing)
    assert (standing.state, reached_on(one)) == ("reached", date(2026, 12, 31))
