"""Trends as a JSON document: base units, ISO dates."""

from stridelog.domain.documents import tabled
from stridelog.domain.period import Span
from stridelog.domain.trend_reasons import Accompanying
from stridelog.domain.trend_words import begin_of
from stridelog.reports.trends.answer import Answer, Row

SCHEMA = "stride.trends/1"

ROWS = "rows"
"""The key of the document under which the rows of a CSV stand."""


def document(answer: Answer) -> dict[str, object]:
    """Return ``answer`` as the document that ``stride trends --json`` prints."""
    return {
        "schema": SCHEMA,
        "months": answer.question.months,
        "tested": answer.tested,
        "spans": [_span(span) for span in answer.spans],
        "rows": [_row(row, answer) for row in answer.rows],
    }


def rows(answer: Answer) -> list[dict[str, object]]:
    """Return the trends as rows of a CSV: without their points and what accompanies them."""
    return [tabled(_row(row, answer), without={"points", "why"}) for row in answer.rows]


def _span(span: Span) -> dict[str, object]:
    return {"from": span.first.isoformat(), "to": span.last.isoformat()}


def _row(row: Row, answer: Answer) -> dict[str, object]:
    trend, course = row.trend, row.trend.course
    slope = trend.slope
    return {
        "activity": course.activity,
        "measure": course.measure.name,
        "unit": course.unit,
        "direction": course.measure.direction.value,
        "tendency": trend.tendency.value if trend.tendency else None,
        "since": begin_of(trend, answer.spans).first.isoformat() if trend.is_change else None,
        "start": trend.start,
        "end": trend.end,
        "per_month": slope.per_unit if slope else None,
        "per_month_low": slope.low if slope else None,
        "per_month_high": slope.high if slope else None,
        "p": trend.p,
        "q": trend.q,
        "filled": course.filled,
        "points": list(course.points),
        "why": None if row.why is None else [_reason(reason) for reason in row.why],
    }


def _reason(reason: Accompanying) -> dict[str, object]:
    return {
        "kind": reason.kind,
        "name": reason.name,
        "before": reason.before,
        "after": reason.after,
        "effect": reason.effect,
    }
