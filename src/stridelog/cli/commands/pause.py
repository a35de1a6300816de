"""``stride pause``: times in which streaks wait."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated

import typer

from stridelog.cli.asking import day
from stridelog.cli.context import Context
from stridelog.cli.options import Output, with_options
from stridelog.cli.ruling import rules_of, set_rules, show, subject, tell
from stridelog.cli.words import command as made
from stridelog.domain.cadence import Protection, Rules
from stridelog.domain.dates import format_day, format_span
from stridelog.domain.errors import UsageError
from stridelog.domain.period import DAYS_A_WEEK, Span, shift
from stridelog.domain.rule_words import WHOLE_JOURNAL, reason_text
from stridelog.domain.rules import ended, is_paused, paused, pauses_to_end


class PauseError(UsageError):
    """The days that were said make no pause."""


@with_options
def pause(
    ctx: typer.Context,
    activity: Annotated[
        str, typer.Argument(metavar="[ACTIVITY|everything]", show_default=False)
    ] = "",
    from_: Annotated[
        str, typer.Option("--from", metavar="DAY", help="Its first day; today unless said.")
    ] = "",
    to: Annotated[
        str, typer.Option("--to", metavar="DAY", help="Its last day; alone, it ends a pause.")
    ] = "",
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="Why: injured, holidays, …")
    ] = "",
    output: Output = Output(),
) -> None:
    """Show and set pauses: a paused day breaks no streak, and does not lengthen it.

    stride pause run --from today --to 2026-12-05 --reason injured

    Without --to, a pause goes on until it is ended:

    stride pause run --to yesterday
    """
    context: Context = ctx.obj
    if not activity:
        if from_ or to or reason:
            raise UsageError("What is paused was not said.", "stride pause run, or everything")
        show(context, "pause", output)
        return
    chosen = subject(context, activity)
    why = reason_text(reason)
    first = day(context, from_) if from_ else None
    last = day(context, to) if to else None
    was = rules_of(context, chosen)
    if last and not first and not why and _end(context, chosen, was, last, output):
        return
    name = chosen or WHOLE_JOURNAL
    span = _span(name, first, last, context.today)
    if set_rules(context, chosen, was, paused(was, span, why)):
        tell(context, _pausing(name, span, why, context.today), "pause", output, {chosen})


def _end(context: Context, chosen: str | None, was: Rules, last: date, output: Output) -> bool:
    """End the pauses that are meant where only a last day is said; tell whether there are any.

    Raises ``PauseError`` where it is everything that is paused, and not the activity alone.
    """
    name, today = chosen or WHOLE_JOURNAL, context.today
    ending = pauses_to_end(was, last, today)
    if ending:
        if set_rules(context, chosen, was, ended(was, ending, last)):
            tell(context, _ending(name, ending, last), "pause", output, {chosen})
    elif last < today and is_paused(rules_of(context, None), today):
        raise PauseError(
            f"{name} has no pause of its own: everything is paused.",
            f"stride pause {WHOLE_JOURNAL} --to {last}",
        )
    return bool(ending)


def _span(name: str, first: date | None, last: date | None, today: date) -> Span:
    """Return the days of a new pause. Raises ``PauseError``."""
    begin, end = first or today, last or date.max
    if begin <= end:
        return Span(begin, end)
    if first is None:
        raise PauseError(
            f"{name} is not paused, so no pause can have ended.",
            f"Say its first day as well: stride pause {name} --from DAY --to {end}",
        )
    raise PauseError(
        f"A pause that begins on {format_day(begin)} cannot end on {format_day(end)}.",
        f"Say --to {_after(end, begin)}",
    )


def _after(day_: date, begin: date) -> date:
    """Return the next such weekday, or else the next such day of a year, from ``begin`` on."""
    if (begin - day_).days < DAYS_A_WEEK:
        return shift(day_, DAYS_A_WEEK, "days")
    years = begin.year - day_.year
    this_year = shift(day_, years, "years")
    return this_year if this_year >= begin else shift(day_, years + 1, "years")


def _pausing(name: str, span: Span, reason: str, today: date) -> Iterator[str]:
    is_over = span.last < today
    endless = span.last == date.max
    days = f"from {format_day(span.first)} on" if endless else format_span(span.first, span.last)
    streaks = "All streaks" if name == WHOLE_JOURNAL else "Its streaks"
    why = f": {reason}" if reason else ""
    yield (
        f"{name} {'was' if is_over else 'is'} paused {days}{why}. "
        f"{streaks} {'waited' if is_over else 'wait'}."
    )
    if endless:
        yield f"When it goes on: stride pause {name} --to yesterday"


def _ending(name: str, pauses: Sequence[Protection], last: date) -> Iterator[str]:
    for one in pauses:
        begun = format_day(one.span.first)
        if one.span.first > last:
            yield f"{name}: the pause from {begun} on is taken out."
            yield "Bring it back with: stride undo"
        else:
            yield f"{name}: the pause from {begun} on has {format_day(last)} as its last day."


command = made(pause, "pause")
