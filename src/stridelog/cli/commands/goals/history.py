"""``stride goals history``: past reviews, each goal judged as it then was."""

from datetime import date
from typing import Annotated

import typer

from stridelog.cli.asking import whole_number
from stridelog.cli.context import Context
from stridelog.cli.goals.choosing import GoalOrAll, goal_named
from stridelog.cli.goals.judging import judged_then, promises
from stridelog.cli.options import Output, with_options
from stridelog.cli.words import command as made
from stridelog.domain.goal import Goal
from stridelog.domain.period import shift, week_of
from stridelog.domain.review import review_streak
from stridelog.reports import goals_history as report
from stridelog.store.catalog import activities
from stridelog.store.reading.goals import goals, review_days

USUAL_WEEKS = 8
"""Weeks that a page goes back unless told otherwise; a program is given all of them."""


@with_options
def history(
    ctx: typer.Context,
    goal: GoalOrAll = "",
    weeks: Annotated[
        str, typer.Option("--weeks", metavar="N", help="Go back so many weeks; 8 unless said.")
    ] = "",
    output: Output = Output(),
) -> None:
    """Read past reviews again: what was promised, what came of it, where goals stood then."""
    context: Context = ctx.obj
    chosen = [goal_named(context, goal)] if goal else goals(context.reading)
    back = whole_number(weeks, "--weeks") or (None if output.is_data else USUAL_WEEKS)
    context.show(report, _answer(context, chosen, back), output)


def _answer(context: Context, chosen: list[Goal], weeks: int | None) -> report.Answer:
    """Return the reviews of the goals in so many weeks up to this one, or all of them."""
    every = sorted(
        ((one, review) for one in chosen for review in one.reviews),
        key=lambda pair: (-pair[1].day.toordinal(), pair[0].number),
    )
    since = _first_day(context, weeks) if weeks else date.min
    kept = [(one, review) for one, review in every if review.day >= since]
    then = judged_then(context, [(one, review.day) for one, review in kept], as_reviewed=True)
    reviews = [review for _, review in kept]
    came, week_start = promises(context, kept, context.today), context.config.week_start
    return report.Answer(
        today=context.today,
        week_start=week_start,
        reviews=tuple(map(report.Past, then, reviews, came)),
        older=len(every) - len(kept),
        streak=review_streak(review_days(context.reading), context.today, week_start),
        activities=activities(context.reading),
    )


def _first_day(context: Context, weeks: int) -> date:
    """Return the first day of so many weeks up to this one. Raises ``PeriodError``."""
    return shift(week_of(context.today, context.config.week_start).first, 1 - weeks, "weeks")


command = made(history, "history")
