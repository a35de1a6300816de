"""Trends as a page: a table with a section for each activity, and what the rows come to."""

from collections import Counter
from collections.abc import Iterable, Sequence

from stridelog.domain.comparison import measure_name
from stridelog.domain.dates import format_span
from stridelog.domain.measure import Kind
from stridelog.domain.period import DAYS_A_WEEK
from stridelog.domain.quantity import Notation, format_quantity
from stridelog.domain.statistics import averaged
from stridelog.domain.trend import Tendency, Trend
from stridelog.domain.trend_reasons import Accompanying
from stridelog.domain.trend_words import a_month, from_to, how_long, now, since
from stridelog.domain.units import Dimension
from stridelog.page import (
    Block,
    Cell,
    Column,
    Heading,
    Page,
    Section,
    Span,
    Sparkline,
    Style,
    Table,
    Text,
)
from stridelog.page import Row as TableRow
from stridelog.reports.trends.answer import Answer, Question, Row

NAMES = 24
"""Cells up to which the name of a measure is never cut: rather, a column is left out."""

ROAD_WIDTH = 13
"""As many points the road has in a table; more are averaged with their neighbours."""

SIGNS: dict[Tendency | None, tuple[str, Style]] = {
    Tendency.SLIPPING: ("▼", "worse"),
    Tendency.IMPROVING: ("▲", "better"),
    Tendency.LEVEL: ("=", "level"),
    None: ("\N{EN DASH}", "muted"),
}
"""The signs of what is shown in a row, in the order in which rows stand."""

EMPTY = "Too little was logged to tell of any trend: it takes six weeks with entries."

FURTHER_BACK = 24
"""Months that are proposed where there is too little in fewer of them."""


def page(answer: Answer, notation: Notation) -> Page:
    """Lay ``answer`` out for reading, in the units and with the decimal mark of ``notation``."""
    spans = answer.spans
    heading = Heading("Trends", format_span(spans[0].first, spans[-1].last))
    rows = [row for row in answer.rows if _is_shown(row.trend)]
    if not rows:
        return Page((heading, Text(tuple(_too_little(answer.question)))))
    blocks: list[Block] = [heading, _table(rows, answer, notation)]
    blocks += _reasons(answer, notation)
    blocks.append(Text((_summary(rows),)))
    blocks.append(Text(tuple(Span(line, "muted") for line in _remarks(answer))))
    return Page(tuple(blocks))


def _too_little(question: Question) -> Iterable[str]:
    yield EMPTY
    if question.months < FURTHER_BACK:
        yield f"Further back:       stride trends --months {FURTHER_BACK}"
    yield "Bring a history in: stride import PATH"


def _is_shown(trend: Trend) -> bool:
    """Tell whether a row is worth its line: an amount that is neither good nor bad is not."""
    if trend.tendency is None:
        return trend.course.measure.kind is not Kind.ADDITIVE
    return trend.tendency is not Tendency.TOO_FEW


def _table(rows: Sequence[Row], answer: Answer, notation: Notation) -> Table:
    lines: list[TableRow | Section] = []
    for activity in dict.fromkeys(row.trend.course.activity for row in rows):
        ours = [row.trend for row in rows if row.trend.course.activity == activity]
        lines.append(Section(activity))
        lines += (_row(trend, answer, notation) for trend in sorted(ours, key=_order))
    columns = (
        Column("", flexible=True, least=NAMES),
        Column("now", "right", spare=1),
        Column("a month"),
        Column("for", spare=2),
        Column(_points(answer), spare=3),
    )
    return Table(columns, tuple(lines))


def _order(trend: Trend) -> int:
    return list(SIGNS).index(trend.tendency)


def _points(answer: Answer) -> str:
    weeks = answer.spans[0].days // DAYS_A_WEEK
    return "week by week" if weeks == 1 else f"{weeks} weeks each"


def _row(trend: Trend, answer: Answer, notation: Notation) -> TableRow:
    measure = trend.course.measure
    sign, style = SIGNS[trend.tendency]
    said = a_month(trend, notation) if trend.is_change else trend.tendency or ""
    cells: tuple[Cell, ...] = (
        f"  {measure_name(measure)}",
        now(trend, notation),
        Span(f"{sign} {said}".rstrip(), style),
        how_long(trend, answer.spans) if trend.is_change else "",
        Sparkline(averaged(trend.course.points, ROAD_WIDTH)),
    )
    return TableRow(cells)


def _reasons(answer: Answer, notation: Notation) -> Iterable[Text]:
    """Say of each change since when it holds, and what else changed at that time."""
    asked = [row for row in answer.rows if row.why is not None]
    for row in asked:
        trend = row.trend
        name = f"{trend.course.activity} {measure_name(trend.course.measure)}"
        began = f"{name}: {from_to(trend, notation)} {since(trend, answer.spans)}"
        when = ("before", "since") if trend.begins else ("in the first half", "in the second")
        others = [f"  {_reason(reason, when, notation)}" for reason in row.why or ()]
        yield Text((began, *(others or ["  nothing else that is known changed much then"])))
    if any(row.why for row in asked):
        yield Text((Span("What changed at the same time need not be the reason.", "muted"),))


def _reason(reason: Accompanying, when: tuple[str, str], notation: Notation) -> str:
    tagged = reason.kind == "tag"
    dimension = Dimension.FRACTION if tagged else Dimension.COUNT
    old, new = (
        format_quantity(round(number, 2 if tagged else 1), dimension, notation)
        for number in (reason.before, reason.after)
    )
    said = {
        "tag": f"+{reason.name} on {old} of the entries",
        "frequency": f"{old} times a week",
        "effort": f"effort {old}",
    }
    return f"{said[reason.kind]} {when[0]}, {new} {when[1]}"


def _summary(rows: Iterable[Row]) -> str:
    counts = Counter(row.trend.tendency for row in rows)
    told = (Tendency.IMPROVING, Tendency.LEVEL, Tendency.SLIPPING)
    parts = [f"{counts[tendency] or 'none'} {tendency}" for tendency in told]
    sentence = ", ".join(parts)
    return f"{sentence[0].upper()}{sentence[1:]}."


def _remarks(answer: Answer) -> Iterable[str]:
    """Say what numbers do not: what level means, what is too short, what is mixed."""
    yield f"Level is what chance alone may make of {_tested(answer.tested)} looked at together."
    few = (row.trend.course for row in answer.rows if row.trend.tendency is Tendency.TOO_FEW)
    if activities := dict.fromkeys(course.activity for course in few):
        known = {r.trend.course.activity for r in answer.rows if r.trend.tendency in SIGNS}
        if short := [name for name in activities if name not in known]:
            yield f"Too few weeks to tell: {', '.join(short)}."
    for row in answer.rows:
        course = row.trend.course
        if row.trend.is_change and _mixes_distances(row.trend):
            name = f"{course.activity} {course.measure.name}"
            alike = f"stride compare {course.activity} --months {answer.question.months}"
            yield f"{name} is over all distances; like with like: {alike}"


def _tested(count: int) -> str:
    return "1 measure" if count == 1 else f"{count} measures"


def _mixes_distances(trend: Trend) -> bool:
    measure = trend.course.measure
    return measure.kind is Kind.DERIVED and measure.dimension in {Dimension.PACE, Dimension.SPEED}
