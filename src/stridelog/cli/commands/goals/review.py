"""``stride goals review``: where goals stand, what was promised, and what is promised now."""

import sys
from datetime import date
from typing import Annotated

import typer

from stridelog.cli.context import Context, say
from stridelog.cli.goals.answer_options import AnswerOptions
from stridelog.cli.goals.answers import answers_given
from stridelog.cli.goals.asking import Asking
from stridelog.cli.goals.choosing import GoalOrAll, goal_named
from stridelog.cli.goals.conversation import until_hung_up
from stridelog.cli.goals.reviewing import open_goals, review_then, review_today
from stridelog.cli.goals.saving import goals_said, save, tell_saved
from stridelog.cli.options import Output, with_options
from stridelog.cli.words import command as made
from stridelog.domain.errors import StrideError, UsageError
from stridelog.domain.period import parse_period, week_of
from stridelog.domain.review import review_streak
from stridelog.domain.review_words import streak_said
from stridelog.reports import goals_review as report
from stridelog.store.reading.goals import goals, review_days


class StoppedError(StrideError):
    """The person stopped the review; what was answered before is saved. Exit code 130."""

    exit_code = 130


@with_options
def review(
    ctx: typer.Context,
    goal: GoalOrAll = "",
    week: Annotated[
        str, typer.Option("--week", metavar="WEEK", help="Read that of a week again: 2026-W47.")
    ] = "",
    answers: AnswerOptions = AnswerOptions(),
    output: Output = Output(),
) -> None:
    """Look at each open goal: where it stands, what was promised, what you will do this week.

    On a terminal it asks; elsewhere it shows the page and saves nothing, unless options answer:

    stride goals review --kept 1 --promise "1=3 runs" --close 2 --learned "2=Start slower."
    """
    context: Context = ctx.obj
    chosen = [goal_named(context, goal)] if goal else goals(context.reading)
    if week:
        if answers.are_given:
            raise UsageError("A past week can only be read.", "Leave out --week to answer.")
        then = review_then(context, chosen, _day_in(context, week), whole=bool(goal))
        context.show(report, then, output)
        return
    if goal and chosen[0].is_closed:
        number = chosen[0].number
        raise UsageError(
            f"Goal {number} is closed.", f"Read its reviews: stride goals history {number}"
        )
    if answers.are_given:
        given = answers_given(context, answers, open_goals(context, chosen), one=bool(goal))
        tell_saved(save(context, given))
        chosen = [goal_named(context, goal)] if goal else goals(context.reading)
    found = review_today(context, chosen, whole=bool(goal))
    on_terminal = sys.stdin.isatty() and sys.stdout.isatty() and output.form == "terminal"
    if on_terminal and not answers.are_given and found.to_ask:
        _ask(context, found)
    else:
        context.show(report, found, output)


def _ask(context: Context, found: report.Answer) -> None:
    """Show the page and ask; save the answers in one change, also where the person stops."""
    asking = Asking(context)
    try:
        with until_hung_up():
            asking.review(found)
    except KeyboardInterrupt:
        saved = _save(context, asking)
        if not saved:
            raise
        raise StoppedError(
            f"stopped. What was answered about {goals_said(saved)} is saved.",
            "Go on: stride goals review. To take it back: stride undo",
        ) from None
    tell_saved(_save(context, asking))
    days, week_start = review_days(context.reading), context.config.week_start
    if streak := streak_said(review_streak(days, context.today, week_start)):
        say(streak)


def _save(context: Context, asking: Asking) -> list[int]:
    """Save the answers; where the journal cannot be written to, ask whether to try again."""
    while True:
        try:
            return save(context, asking.answers)
        except Exception as error:
            plain = error if isinstance(error, StrideError) else context.explained(error)
            if plain is None:
                raise
            asking.wait(f"{plain.message} {plain.hint}".strip())


def _day_in(context: Context, week: str) -> date:
    """Return the day of a week to look at goals from: of its last review, else its last day."""
    span = week_of(parse_period(week).first, context.config.week_start)
    if span.first > context.today:
        raise UsageError(
            "That week is still to come.",
            f"This week: stride goals review --week {context.today:%G-W%V}",
        )
    days = [day for day in review_days(context.reading) if span.contains(day)]
    return days[-1] if days else min(span.last, context.today)


command = made(review, "review")
