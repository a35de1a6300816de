"""The weekly review of goals: what was promised, whether it was kept, and what is answered.

A promise holds for seven days, the day of its review among them: made on a Monday, until Sunday.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import fsum

from stridelog.domain.comparison import Sample
from stridelog.domain.goal import (
    Commitment,
    Decision,
    Goal,
    Review,
    Scope,
    Status,
    Step,
    Target,
    Version,
    Way,
    changed,
    in_force,
    promised,
    review_on,
    reviewed,
)
from stridelog.domain.measure import Kind, Measure
from stridelog.domain.period import DAYS_A_WEEK, Span, days_until, shift, week_of
from stridelog.domain.statistics import weighted_mean
from stridelog.domain.streak import StreakAnswer, streaks

_STATUS: Mapping[Decision | None, Status] = {"paused": "paused", "closed": "closed"}
"""What a goal is after a decision, where it is something else than before."""


@dataclass(frozen=True, slots=True)
class Promise:
    """What was promised in the review of a day, and what came of it.

    ``done`` is how much was done in the seven days so far, or what they come to on average; None
    where no measure can tell; then ``kept`` is what was answered. Where neither tells yet, ``kept``
    is None: an average is known when its days are over, and of days without any value none is.
    What is at most so much, by its ``way``, is kept when they are over as well.
    """

    day: date
    commitment: Commitment
    done: float | None = None
    kept: bool | None = None
    way: Way = "at least"

    @property
    def until(self) -> date:
        """The last of its seven days."""
        return last_day(self.day)


@dataclass(frozen=True, slots=True)
class Done:
    """What was done of an activity in some days: how often, how much, and the most at once.

    Of a measure that is not summed the ``amount`` is the average. Without a ``measure`` there is
    only how often. ``scope`` says of which entries.
    """

    scope: Scope
    entries: int
    measure: Measure | None = None
    amount: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered about a goal. Without a ``decision``, not all of it was asked.

    ``kept`` is about the promise from before, ``done`` about a goal of yes or no, ``steps`` are
    those that are done; ``target`` and ``deadline`` are what an adjusted goal asks for from now on.
    """

    decision: Decision | None = None
    commitment: Commitment | None = None
    kept: bool | None = None
    done: bool | None = None
    steps: tuple[Step, ...] = ()
    target: Target | None = None
    deadline: date | None = None
    learned: str = ""


def looked_at_by(goal: Goal, day: date) -> Version | None:
    """Return the version that a review of a day looked at: the one before what was answered in it.

    Where there was no review on the day, or the goal went on as it was, the version in force.
    """
    now = in_force(goal, day)
    review = review_on(goal, day)
    if now is None or review is None or (review.decision == "kept" and now.status == "open"):
        return now
    before = in_force(goal, shift(day, -1, "days"))
    if before and before.status == "open":
        return before
    return replace(now, status="open")  # made, or taken up again, on that day


def last_day(day: date) -> date:
    """Return the last day of what was promised on a day."""
    return shift(day, DAYS_A_WEEK - 1, "days")


def looked_at(today: date, week_start: int = 0) -> Span:
    """Return the week that a review looks back at: the last one that is over by tonight.

    On a Monday, and on all days up to Saturday, that is last week; on Sunday the one that ends.
    """
    return week_of(days_until(today, DAYS_A_WEEK).first, week_start)


def review_streak(days: Iterable[date], today: date, week_start: int = 0) -> StreakAnswer:
    """Return how many weeks in a row there was a review, of the days on which there was one."""
    found = streaks({day.toordinal(): 1 for day in days}, today, week_start=week_start)
    return next(answer for answer in found if answer.unit == "week")


def to_look_at(goal: Goal, day: date) -> Review | None:
    """Return the review whose promise is looked at on a day: the last one before with a promise.

    None where a later review has looked at it already: its seven days were over then.
    """
    last = promised(goal, day)
    if last is None:
        return None
    later = (review.day for review in goal.reviews if review.day < day)
    return None if any(other > last_day(last.day) for other in later) else last


def promise_of(
    review: Review, done: Sample | None, at: date, way: Way = "at least", *, averaged: bool = False
) -> Promise | None:
    """Return what came of a review's promise by the end of a day, by what its scope measures.

    ``way`` is the side on which it is kept; ``averaged``, whether the measure is.
    """
    said = review.commitment
    if said is None:
        return None
    if said.scope is None or done is None:
        return Promise(review.day, said, kept=said.kept)
    is_over = at > last_day(review.day)
    days = slice(
        bisect_left(done.days, review.day.toordinal()),
        bisect_right(done.days, min(last_day(review.day), at).toordinal()),
    )
    values = done.values[days]
    if averaged:
        average = weighted_mean(values, done.weights[days]) if values else None
        is_told = is_over and average is not None
        met = is_told and Target(said.value, way).is_met_by(average or 0.0)
        return Promise(review.day, said, average, met if is_told else None, way)
    amount = fsum(values)
    is_met = Target(said.value, way).is_met_by(amount)
    # Kept as soon as it is done; not yet done is not broken before its days are over.
    is_told = is_over or (is_met and way == "at least")
    return Promise(review.day, said, amount, is_met if is_told else None, way)


def done_in(
    scope: Scope, times: Sample, measure: Measure | None = None, values: Sample | None = None
) -> Done:
    """Return what was done of an activity, of its entries and the values of a measure."""
    if measure is None or values is None or not values.days:
        return Done(scope, len(times.days), measure)
    if measure.kind is Kind.ADDITIVE:
        return Done(scope, len(times.days), measure, fsum(values.values), max(values.values))
    return Done(scope, len(times.days), measure, weighted_mean(values.values, values.weights))


def steps_to_ask(version: Version, today: date) -> tuple[Step, ...]:
    """Return the steps that somebody says are done: the next one, and what is due this week."""
    left = sorted(
        (step for step in version.steps if step.value is None and step.done is None),
        key=lambda step: step.by,
    )
    return tuple(step for step in left if step.by <= last_day(today)) or tuple(left[:1])


def answered(goal: Goal, answers: Answers, today: date) -> Goal:
    """Return the goal as it is once the answers of a day are written down."""
    goal = _promise_answered(goal, answers.kept, today)
    goal = _steps_done(goal, answers.steps, today)
    version = in_force(goal, today) or goal.latest
    asked = replace(
        version,
        target=answers.target or version.target,
        deadline=answers.deadline or version.deadline,
        status=_STATUS.get(answers.decision, version.status),
    )
    if asked != version:
        goal = changed(goal, replace(asked, since=today))
    goal = replace(goal, learned=answers.learned or goal.learned)
    return goal if answers.decision is None else _reviewed(goal, answers, today)


def _reviewed(goal: Goal, answers: Answers, today: date) -> Goal:
    """Add the review of the day; what an earlier one of the day says stays, if not said anew."""
    before = review_on(goal, today) or Review(today)
    decision = answers.decision or before.decision
    if decision == "kept" and before.decision == "adjusted":
        decision = "adjusted"
    commitment = answers.commitment or before.commitment
    done = before.done if answers.done is None else answers.done
    return reviewed(goal, Review(today, decision, commitment, done))


def _promise_answered(goal: Goal, kept: bool | None, today: date) -> Goal:  # noqa: FBT001 (an answer)
    review = to_look_at(goal, today)
    if kept is None or review is None or review.commitment is None:
        return goal
    return reviewed(goal, replace(review, commitment=replace(review.commitment, kept=kept)))


def _steps_done(goal: Goal, done: Sequence[Step], today: date) -> Goal:
    """Note in the latest version which steps are done: a fact of a day, and no change of plan."""
    if not done:
        return goal
    said = {(step.by, step.text) for step in done}
    steps = tuple(
        replace(step, done=step.done or today) if (step.by, step.text) in said else step
        for step in goal.latest.steps
    )
    return replace(goal, versions=(*goal.versions[:-1], replace(goal.latest, steps=steps)))


def scope_of_week(scope: Scope, measure: Measure) -> Scope:
    """Return which entries tell what was done of a goal in a week.

    Of what is summed those that count for the goal; else all of its activity, for what trains
    for a race is no race.
    """
    if measure.kind is Kind.ADDITIVE and not scope.distance:
        return replace(scope, measure="")
    return Scope(scope.activity)
