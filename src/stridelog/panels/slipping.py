"""What has been slipping for three months or longer."""

from collections.abc import Sequence
from dataclasses import dataclass

from stridelog.domain.comparison import measure_name
from stridelog.domain.course import USUAL_MONTHS, spans_of
from stridelog.domain.measure import Kind
from stridelog.domain.period import Span as Days
from stridelog.domain.quantity import Notation
from stridelog.domain.today import Glance, TodayFacts
from stridelog.domain.trend import Tendency, Trend, changes
from stridelog.domain.trend_words import begin_of, from_to, how_long, months_of
from stridelog.page import Block, Line, Span, Text

SUMMARY = "What has been slipping for three months or longer"

ORDER = 35

AT_MOST = 2
"""Measures that are shown, those that slip most surely."""

LONG = 3
"""Months, as they are said, from which on one wants to be told."""

QUIET = 14
"""Days without an entry after which it is no news that there is less of something."""


@dataclass(frozen=True, slots=True)
class Row:
    """A trend, and the spans of its points."""

    trend: Trend
    spans: tuple[Days, ...]


def compute(facts: TodayFacts, glance: Glance) -> tuple[Row, ...]:
    """Return what slips, the surest first; of what is no longer done, only values."""
    if not facts.days:
        return ()
    spans = spans_of(glance.today, USUAL_MONTHS)
    slipping = [
        trend
        for trend in changes(facts.courses(spans), spans)
        if trend.tendency is Tendency.SLIPPING and months_of(trend, spans) >= LONG
        if not (_is_amount(trend) and _is_quiet(trend, facts, glance))
    ]
    surest = sorted(slipping, key=lambda trend: trend.p or 0.0)
    return tuple(Row(trend, spans) for trend in surest[:AT_MOST])


def _is_amount(trend: Trend) -> bool:
    return trend.course.measure.kind is Kind.ADDITIVE


def _is_quiet(trend: Trend, facts: TodayFacts, glance: Glance) -> bool:
    today = glance.today.toordinal()
    days = facts.days.get(trend.course.activity, {})
    return not any(today - QUIET < day <= today for day in days)


def block(rows: Sequence[Row], glance: Glance, notation: Notation) -> Block:  # noqa: ARG001 (the panels' common form)
    """Say what slips, for how long, from where to where, and which command tells more."""
    return Text(tuple(_line(row, notation, first=row is rows[0]) for row in rows))


def _line(row: Row, notation: Notation, *, first: bool) -> Line:
    course = row.trend.course
    return (
        Span("look   " if first else " " * len("look   "), "muted"),
        Span(f"{course.activity} {measure_name(course.measure)}"),
        Span(f" slipping for {how_long(row.trend, row.spans)}", "worse"),
        Span(f", {from_to(row.trend, notation)}"),
        Span(f"   stride trends {course.activity}", "muted"),
    )


def document(rows: Sequence[Row]) -> list[object]:
    """Return what slips with the day since when, and where its line begins and ends."""
    return [
        {
            "activity": row.trend.course.activity,
            "measure": row.trend.course.measure.name,
            "unit": row.trend.course.unit,
            "since": begin_of(row.trend, row.spans).first.isoformat(),
            "start": row.trend.start,
            "end": row.trend.end,
            "per_month": row.trend.slope.per_unit if row.trend.slope else None,
        }
        for row in rows
    ]
