"""``stride rest``: rest days and skips, which break no streak."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import typer

from stridelog.cli.asking import day
from stridelog.cli.context import Context
from stridelog.cli.options import Output, with_options
from stridelog.cli.ruling import apart, rules_of, set_rules, show, subject, tell
from stridelog.cli.words import command as made
from stridelog.domain.cadence import NO_RULES, Rules
from stridelog.domain.dates import format_day
from stridelog.domain.dates.names import MONTHS
from stridelog.domain.errors import UsageError
from stridelog.domain.period import month_of, shift
from stridelog.domain.rule_words import (
    WHOLE_JOURNAL,
    are_weekdays,
    parse_skips,
    parse_weekdays,
    weekdays_said,
)
from stridelog.domain.rules import rest_on, resting, skips_on, together, with_skips


@with_options
def rest(
    ctx: typer.Context,
    activity: Annotated[
        str, typer.Argument(metavar="[ACTIVITY|everything]", show_default=False)
    ] = "",
    weekdays: Annotated[
        list[str], typer.Argument(metavar="[WEEKDAY|none]...", show_default=False)
    ] = (),  # type: ignore[assignment]
    since: Annotated[
        str, typer.Option("--since", metavar="DAY", help="From this day on, not from today.")
    ] = "",
    skips: Annotated[
        str, typer.Option("--skips", metavar="N", help="Misses a month that break nothing.")
    ] = "",
    output: Output = Output(),
) -> None:
    """Show and set rest days and skips: days that break no streak, and do not lengthen it.

    stride rest run mon fri

    Weekdays hold from today on, and take the place of those before; none ends them. Without an
    activity they are for all of them, and for the whole journal: stride rest sun
    """
    context: Context = ctx.obj
    words = [activity, *(weekdays or ())] if activity else []
    named, names = apart(context, words, are_weekdays)
    chosen = subject(context, named) if named else None
    if not names and not skips:
        _refuse_since(since)
        show(context, "rest", output, {None, chosen} if named else None)
        return
    wanted = parse_weekdays(names) if names else None
    budget = parse_skips(skips) if skips else None
    first = day(context, since) if since else context.today
    was = rules_of(context, chosen)
    whole = rules_of(context, None) if chosen else NO_RULES
    rules = was if wanted is None else resting(was, wanted, first)
    if budget is not None:
        rules = with_skips(rules, budget, first, skips_on(whole, first))
    if set_rules(context, chosen, was, rules):
        name = chosen or WHOLE_JOURNAL
        resting_days = _resting(name, wanted, first, rest_on(whole, first))
        skipping = _skipping(name, budget, first, together(rules, whole))
        tell(context, [*resting_days, *skipping], "rest", output, {chosen})


def _refuse_since(since: str) -> None:
    if since:
        raise UsageError("--since says from when, but not what.", "stride rest run mon --since DAY")


def _resting(
    name: str, weekdays: frozenset[int] | None, first: date, others: frozenset[int]
) -> Iterator[str]:
    """Say on which weekdays there is rest; ``others`` are those that were said for everything."""
    if weekdays:
        days = f"{weekdays_said(weekdays)} from {format_day(first)} on"
        yield f"{name} rests on {days}: they break no streak."
    elif weekdays is not None:
        own = " of its own" if others else ""
        yield f"{name} has no rest days{own} from {format_day(first)} on."
    if weekdays is not None and others - weekdays:
        yield f"With everything, it rests on {weekdays_said(others - weekdays)} too."


def _skipping(name: str, skips: int | None, first: date, rules: Rules) -> Iterator[str]:
    """Say how many misses pass, and from which month on, by the ``rules`` that hold."""
    if skips is None:
        return
    # In the month of a change, the larger budget holds.
    lowered = first.day > 1 and skips < skips_on(rules, shift(first, -1, "days"))
    since = shift(month_of(first).last, 1, "days") if lowered else first
    month = f"{MONTHS[since.month - 1]} {since.year}"
    if not skips:
        yield f"{name} has no skips from {month} on."
    else:
        days = f"{_counted(skips, 'day')} and {_counted(skips, 'week')}"
        yield f"{name} may miss {days} a month, from {month} on."


def _counted(count: int, unit: str) -> str:
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


command = made(rest, "rest")
