"""The comparison as a JSON document: base units, ISO dates, fractions for per cents."""

from collections.abc import Mapping, Sequence

from stridelog.domain.comparison import Row, Side, Words
from stridelog.domain.period import Span
from stridelog.reports.compare.answer import Answer, Summary

SCHEMA = "stride.compare/1"

ROWS = "rows"
"""The key of the document under which the rows of a CSV stand."""


def document(answer: Answer) -> dict[str, object]:
    """Return ``answer`` as the document that ``stride compare --json`` prints."""
    asked = answer.asked_then
    return {
        "schema": SCHEMA,
        "then": _span(answer.windows.then),
        "now": _span(answer.windows.now),
        "asked_then": None if asked is None else _span(asked),
        "by": answer.by,
        "notes": list(answer.notes),
        "rows": [_row(row) for row in answer.rows],
        "road": [_span(span) for span in answer.road_spans],
        "words": {"then": _words(answer.then_words), "now": _words(answer.now_words)},
        "summary": _summary(answer.summary),
    }


def _span(span: Span) -> dict[str, object]:
    return {"from": span.first.isoformat(), "to": span.last.isoformat()}


def _row(row: Row) -> dict[str, object]:
    return {
        "activity": row.activity,
        "measure": row.measure.name,
        "group": row.group,
        "unit": row.unit,
        "direction": row.measure.direction.value,
        "then": _side(row.then),
        "now": _side(row.now),
        "change": row.change,
        "change_percent": row.change_percent,
        "effect": row.effect,
        "verdict": None if row.verdict is None else row.verdict.value,
        "road": list(row.road),
    }


def _side(side: Side) -> dict[str, object]:
    return {
        "n": side.n,
        "typical": side.typical,
        "best": side.best,
        "per_week": side.per_week,
    }


def _words(words: Sequence[Words]) -> list[Mapping[str, object]]:
    return [
        {
            "activity": said.activity,
            "group": said.group,
            "number": said.number,
            "day": said.day.isoformat(),
            "note": said.note,
        }
        for said in words
    ]


def _summary(summary: Summary) -> dict[str, object]:
    return {
        "better": summary.better,
        "level": summary.level,
        "worse": summary.worse,
        "too_few": summary.too_few,
        "greatest_better": _name(summary.greatest_better),
        "greatest_worse": _name(summary.greatest_worse),
    }


def _name(row: Row | None) -> dict[str, object] | None:
    if row is None:
        return None
    return {"activity": row.activity, "measure": row.measure.name, "group": row.group}
