"""The days of a goal, as options say them."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

import typer

from stridelog.cli.asking import day
from stridelog.cli.context import Context, say
from stridelog.cli.options import ThisMonth, ThisWeek, ThisYear
from stridelog.domain.dates import format_day
from stridelog.domain.errors import UsageError
from stridelog.domain.goal import Version
from stridelog.domain.goal_line.days import coming_day
from stridelog.domain.goal_line.line import GoalError, GoalTime
from stridelog.domain.period import Bucket, Span, bucket_of, name_of, parse_period, shift


@dataclass(frozen=True, slots=True)
class GoalDays:
    """From which day on a goal is pursued, and until when."""

    by: Annotated[str, typer.Option("--by", metavar="DAY", help="Its last day.")] = ""
    from_: Annotated[
        str, typer.Option("--from", metavar="DAY", help="Its first day; today unless said.")
    ] = ""
    period: Annotated[
        str, typer.Option("--period", metavar="PERIOD", help="2027, 2027-Q1, 2027-01 or 2027-W03.")
    ] = ""
    this_week: ThisWeek = False
    this_month: ThisMonth = False
    this_quarter: Annotated[bool, typer.Option("--this-quarter", help="This quarter.")] = False
    this_year: ThisYear = False
    from_last_quarter: Annotated[
        bool, typer.Option("--from-last-quarter", help="A change: from the last quarter to this.")
    ] = False
    against: Annotated[
        str, typer.Option("--against", metavar="PERIOD", help="A change: from what it was then.")
    ] = ""


NO_DAY = "-"
"""What takes the deadline away again."""

_BUCKETS: tuple[tuple[str, Bucket], ...] = (
    ("this_week", "week"),
    ("this_month", "month"),
    ("this_quarter", "quarter"),
    ("this_year", "year"),
)


def goal_time(context: Context, days: GoalDays) -> GoalTime:
    """Return the days that are meant; say which ones. Raises ``UsageError``."""
    spans = _spans(context, days)
    if len(spans) > 1 or (spans and (days.by or days.from_)):
        raise UsageError("The days of the goal were said twice.", "Say --this-year, or --by DAY.")
    against = _against(context, days)
    if spans:
        (span,) = spans
        _refuse_past(span, context.today)
        return GoalTime(span.first, span.last, against, is_period=True)
    deadline = day_to_come(context, days.by) if days.by else None
    if deadline:
        _refuse_past(Span(deadline, deadline), context.today)
    return GoalTime(day(context, days.from_) if days.from_ else context.today, deadline, against)


def changed_time(context: Context, days: GoalDays, version: Version) -> GoalTime:
    """Return the days of a goal that is changed: what is not said stays. Raises ``UsageError``."""
    named = version.span is not None and name_of(version.span) is not None
    kept = GoalTime(version.first, version.deadline, version.against, is_period=named)
    if days == GoalDays():
        return kept
    endless = days.by == NO_DAY
    said = goal_time(context, replace(days, by="") if endless else days)
    against = said.against or version.against
    if said.is_period:
        return GoalTime(said.first, said.deadline, against, is_period=True)
    return GoalTime(
        said.first if days.from_ else version.first,
        None if endless else said.deadline if days.by else version.deadline,
        against,
        is_period=named and not (days.from_ or days.by),
    )


def _spans(context: Context, days: GoalDays) -> list[Span]:
    found = [
        bucket_of(context.today, bucket, context.config.week_start)
        for name, bucket in _BUCKETS
        if getattr(days, name)
    ]
    if days.period:
        found.append(parse_period(days.period))
    # A change from the last quarter is one of this quarter, unless other days are said.
    if days.from_last_quarter and not (found or days.by or days.from_):
        found.append(bucket_of(context.today, "quarter"))
    return found


def _against(context: Context, days: GoalDays) -> Span | None:
    if days.against and days.from_last_quarter:
        raise UsageError("--against and --from-last-quarter say the same.", "Keep one of them.")
    if days.from_last_quarter:
        this = bucket_of(context.today, "quarter")
        return bucket_of(shift(this.first, -1, "days"), "quarter")
    return parse_period(days.against) if days.against else None


def day_to_come(context: Context, text: str) -> date:
    """Return the day ahead that the text means, and say on stderr which one it is."""
    settings = context.config
    found = coming_day(text, context.today, settings.date_order, settings.week_start)
    say(f"{text}: {format_day(found)}")
    return found


def _refuse_past(due: Span, today: date) -> None:
    """Refuse days that are over, with the same ones of the next year in which they are not."""
    if due.last >= today:
        return
    name, later = name_of(due) if due.days > 1 else None, due
    while later.last < today:
        later = later.shifted(1, "years")
    again = name_of(later) if name else None
    raise GoalError(
        f"{name or format_day(due.last)} is over.",
        f"Say --period {again}" if again else f"Say --by {later.last}",
    )
