"""What a review shows: where each goal stands, what was done for it, promised and kept."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from stridelog.cli.context import Context
from stridelog.cli.goals.judging import judged, judged_then, promises, told_before, week_of_goals
from stridelog.domain.goal import Goal, review_on
from stridelog.domain.period import week_of
from stridelog.domain.review import looked_at, review_streak
from stridelog.domain.standing import Judged
from stridelog.reports.goals_review import Answer, Reviewed
from stridelog.store.catalog import activities
from stridelog.store.reading.goals import review_days


def open_goals(context: Context, goals: Sequence[Goal]) -> list[Judged]:
    """Return the goals that are pursued today, as they stand."""
    return _pursued(judged(context, goals, context.today))


def review_today(context: Context, goals: Sequence[Goal], *, whole: bool) -> Answer:
    """Return the review of today; with the ``whole`` story also of goals that are long over."""
    every, day = judged(context, goals, context.today), context.today
    found = _reviewed(context, _pursued(every), day, whole=whole)
    return _answer(context, goals, every, tuple(found), day)


def review_then(context: Context, goals: Sequence[Goal], day: date, *, whole: bool) -> Answer:
    """Return the review of a past day as it was read then, before it was answered."""
    every = judged_then(context, [(goal, day) for goal in goals], as_reviewed=True)
    found = (
        replace(one, review=review_on(one.goal.goal, day))
        for one in _reviewed(context, _pursued(every), day, whole=whole)
    )
    return _answer(context, goals, every, tuple(found), day)


def _pursued(goals: Sequence[Judged]) -> list[Judged]:
    return [one for one in goals if one.version.status == "open"]


def _reviewed(
    context: Context, goals: Sequence[Judged], day: date, *, whole: bool
) -> Iterator[Reviewed]:
    """Give each goal with what was done for it, and what is promised on the day itself."""
    done = week_of_goals(context, goals, looked_at(day, context.config.week_start))
    told = frozenset[int]() if whole else told_before(context, goals, day)
    now = promises(context, [(one.goal, review_on(one.goal, day)) for one in goals], day)
    for one, promise in zip(goals, now, strict=True):
        number = one.goal.number
        yield Reviewed(one, done.get(number), promise, is_told=number in told)


def _answer(
    context: Context,
    goals: Sequence[Goal],
    every: Sequence[Judged],
    found: tuple[Reviewed, ...],
    day: date,
) -> Answer:
    """Return the review of those of the goals that were there on a day."""
    week_start = context.config.week_start
    days = [known for known in review_days(context.reading) if known <= day]
    return Answer(
        day=day,
        week=week_of(day, week_start),
        looked_at=looked_at(day, week_start),
        week_start=week_start,
        goals=found,
        paused=tuple(one for one in every if one.version.status == "paused"),
        are_any=bool(every),
        are_later=bool(goals) and not every,
        streak=review_streak(days, day, week_start),
        activities=activities(context.reading),
    )
