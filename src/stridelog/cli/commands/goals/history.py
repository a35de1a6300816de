"""``stride goals history``: past reviews, each goal judged as it then was."""

from typing import Annotated

import typer

from stridelog.cli.asking import whole_number
from stridelog.cli.context import Context
from stridelog.cli.goals.choosing import goal_named
from stridelog.cli.goals.judging import judged_then, promises
from stridelog.cli.options import Output, with_options
from stridelog.cli.words import command as made
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
    goal: Annotated[str, typer.Argument(metavar="[GOAL]", show_default=False)] = "",
    weeks: Annotated[
        str, typer.Option("--weeks", metavar="N", help="Go back so many weeks; 8 unless said.")
    ] = "",
    output: Output = Output(),
) -> None:
    """Read past reviews again: what was promised, what came of it, where goals stood then."""
    context: Context = ctx.obj
    week_start = context.config.week_start
    chosen = [goal_named(context, goal)] if goal else goals(context.reading)
    back = whole_number(weeks, "--weeks") or (None if output.is_data else USUAL_WEEKS)
    this_week = week_of(context.today, week_start).first
    every = sorted(
        ((one, review) for one in chosen for review in one.reviews),
        key=lambda pair: (-pair[1].day.toordinal(), pair[0].number),
    )
    kept = every
    if back is not None and back <= this_week.toordinal() // 7:
        since = shift(this_week, 1 - back, "weeks")
        kept = [(one, review) for one, review in every if review.day >= since]
    moments = judged_then(context, [(one, review.day) for one, review in kept], as_reviewed=True)
    came = promises(context, [review for _, review in kept], context.today)
    answer = report.Answer(
        today=context.today,
        week_start=week_start,
        reviews=tuple(
            report.Past(judged, review, promise)
            for judged, (_, review), promise in zip(moments, kept, came, strict=True)
        ),
        older=len(every) - len(kept),
        streak=review_streak(review_days(context.reading), context.today, week_start),
        activities=activities(context.reading),
    )
    context.show(report, answer, output)


command = made(history, "history")
