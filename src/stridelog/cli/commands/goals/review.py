"""``stride goals review``: where goals stand, what was promised, and what is promised now."""

import sys
from datetime import date
from typing import Annotated

import typer

from stridelog.cli.context import Context, say
from stridelog.cli.goals.answers import AnswerOptions, answers_given
from stridelog.cli.goals.asking import Asking
from stridelog.cli.goals.choosing import goal_named
from stridelog.cli.goals.conversation import until_hung_up
from stridelog.cli.goals.judging import judged, judged_then, promises, told_before, week_of_goals
from stridelog.cli.goals.saving import goals_said, save, tell_saved
from stridelog.cli.options import Output, with_options
from stridelog.cli.words import command as made
from stridelog.domain.errors import StrideError, UsageError
from stridelog.domain.goal import Goal
from stridelog.domain.period import parse_period, week_of
from stridelog.domain.review import looked_at, review_streak
from stridelog.domain.review_words import streak_said
from stridelog.domain.standing import Judged
from stridelog.reports import goals_review as report
from stridelog.store.catalog import activities
from stridelog.store.reading.goals import goals, review_days


class StoppedError(StrideError):
    """The person stopped the review; what was answered before is saved. Exit code 130."""

    exit_code = 130


@with_options
def review(
    ctx: typer.Context,
    goal: Annotated[str, typer.Argument(metavar="[GOAL]", show_default=False)] = "",
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
        day = _day_in(context, week)
        then = _answer(context, chosen, day, past=True, all_told=bool(goal))
        context.show(report, then, output)
        return
    if goal and chosen[0].is_closed:
        number = chosen[0].number
        raise UsageError(
            f"Goal {number} is closed.", f"Read its reviews: stride goals history {number}"
        )
    if answers.are_given:
        open_ones = _open(context, chosen, context.today)
        given = answers_given(context, answers, open_ones, one=bool(goal))
        tell_saved(save(context, given))
        chosen = [goal_named(context, goal)] if goal else goals(context.reading)
    found = _answer(context, chosen, context.today, all_told=bool(goal))
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


def _open(context: Context, chosen: list[Goal], day: date) -> list[Judged]:
    return [one for one in judged(context, chosen, day) if one.version.status == "open"]


def _answer(
    context: Context, chosen: list[Goal], day: date, *, past: bool = False, all_told: bool = False
) -> report.Answer:
    """Return the goals that were open on a day as they stood then.

    The review of a ``past`` week is shown as it was read, before its answers. With ``all_told``,
    also of goals that are over everything is told.
    """
    week_start = context.config.week_start
    week = looked_at(day, week_start)
    every = judged_then(context, [(goal, day) for goal in chosen], as_reviewed=past)
    open_ones = [one for one in every if one.version.status == "open"]
    done = week_of_goals(context, open_ones, week)
    told = frozenset[int]() if all_told else told_before(context, open_ones, day)
    todays = [next((r for r in one.goal.reviews if r.day == day), None) for one in open_ones]
    said = iter(promises(context, [r for r in todays if r], day))
    now = [next(said) if review else None for review in todays]
    days = [known for known in review_days(context.reading) if known <= day]
    return report.Answer(
        day=day,
        week=week_of(day, week_start),
        looked_at=week,
        week_start=week_start,
        goals=tuple(
            report.Reviewed(
                one,
                done.get(one.goal.number),
                promise,
                review if past else None,
                is_told=one.goal.number in told,
            )
            for one, review, promise in zip(open_ones, todays, now, strict=True)
        ),
        paused=tuple(one for one in every if one.version.status == "paused"),
        are_any=bool(every),
        are_later=bool(chosen) and not every,
        streak=review_streak(days, day, week_start),
        activities=activities(context.reading),
    )


command = made(review, "review")
