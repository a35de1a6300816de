"""Tables of records: how they stand, the best of this year, and how they fell."""

from collections.abc import Iterable, Iterator, Sequence

from stridelog.domain.dates import format_span
from stridelog.domain.quantity import Notation
from stridelog.domain.record import Performance, Record, Step, Subject
from stridelog.domain.record_history import surpasses
from stridelog.page import Cell, Column, Row, Section, Span, Table
from stridelog.reports.records.answer import Answer
from stridelog.reports.records.phrases import (
    NONE,
    behind,
    gained,
    grade,
    pace,
    stood,
    title,
    what,
    written,
)

SHOWN_STEPS = 5
"""So many of the last holders of a record are shown; the JSON document has all."""

NAMES = 28
"""Cells up to which the name of a record is never cut: rather, columns are left out."""

PACE, GRADE = "pace", "age grade"

# Where space is short, the entry is left out first: ``stride list`` has its number, too.
ENTRY = Column("entry", "right", spare=5)
DAY = Column("day", "right", spare=1)


def standing(answer: Answer, shown: Iterable[Record], notation: Notation) -> Table:
    """Return how the records stand, and how far from them one is now."""
    columns = (
        Column("", flexible=True, least=NAMES),
        Column("record", "right"),
        *_beside(),
        DAY,
        ENTRY,
        Column("13 weeks", "right", spare=3),
        Column("behind", spare=2),
    )
    rows: list[Row | Section] = []
    heads: list[str] = []
    for record in shown:
        head = title(record.subject, answer.question.by)
        if head not in heads[-1:]:
            heads.append(head)
            rows.append(Section(head))
        rows.append(Row(tuple(_cells(answer, record, notation))))
    table = _filled(columns, rows)
    # Of all activities together the names are long, and `stride records run` has the numbers.
    return table if answer.question.activity else _without(table, ENTRY.title)


def _cells(answer: Answer, record: Record, notation: Notation) -> Iterator[Cell]:
    subject, holder = record.subject, record.history[-1].performance
    yield what(subject)
    yield Span(written(subject, holder, notation), "strong")
    yield from _done(answer, subject, holder, notation)
    yield NONE if record.now is None else written(subject, record.now, notation)
    yield behind(record, record.now, notation)


def best_of_year(records: Iterable[Record]) -> Iterator[Record]:
    """Give those with a best of this year; a less sure time only where it is the faster one."""
    surest: dict[tuple[str, str | None], float] = {}
    for record in records:
        subject = record.subject
        if record.season is None:
            continue
        known = surest.get((subject.distance, subject.group))
        if not subject.distance or known is None or surpasses(subject, record.season.value, known):
            surest[subject.distance, subject.group] = record.season.value
            yield record


def season(answer: Answer, records: Iterable[Record], notation: Notation) -> Table:
    """Return the best of this year."""
    columns = (
        Column(f"best of {answer.today.year}", flexible=True, least=NAMES),
        Column("", "right"),
        *_beside(),
        DAY,
        ENTRY,
        Column("behind", spare=2),
    )
    rows = [Row(tuple(_season_cells(answer, record, notation))) for record in records]
    return _filled(columns, rows)


def _season_cells(answer: Answer, record: Record, notation: Notation) -> Iterator[Cell]:
    subject, best = record.subject, record.season
    if best is None:
        return
    grouped = subject.group is not None
    label = what(subject)
    yield f"{title(subject, answer.question.by)}, {label}" if grouped else label
    yield written(subject, best, notation)
    yield from _done(answer, subject, best, notation)
    yield behind(record, best, notation)


def history(answer: Answer, records: Iterable[Record], notation: Notation) -> Table:
    """Return how the records fell, the latest holder first."""
    columns = (
        Column("how they fell", flexible=True, least=NAMES),
        Column("", "right"),
        *_beside(),
        DAY,
        ENTRY,
        Column("by", spare=2),
        Column("stood", "right", spare=3),
    )
    rows: list[Row | Section] = []
    for record in records:
        for place, step in enumerate(reversed(record.history[-SHOWN_STEPS:])):
            label = "" if place else what(record.subject)
            rows.append(Row((label, *_step(answer, record.subject, step, notation))))
        if (more := len(record.history) - SHOWN_STEPS) > 0:
            rows.append(Row((Span(f"  {more} before", "muted"),)))
    return _filled(columns, rows)


def _step(answer: Answer, subject: Subject, step: Step, notation: Notation) -> Iterator[Cell]:
    yield written(subject, step.performance, notation)
    yield from _done(answer, subject, step.performance, notation)
    yield gained(subject, step, notation)
    yield stood(step)


def _beside() -> tuple[Column, Column]:
    return Column(PACE, "right", spare=4), Column(GRADE, "right")


def _done(
    answer: Answer, subject: Subject, done: Performance, notation: Notation
) -> Iterator[Cell]:
    """Give what stands beside a value: pace, grade, day and entry."""
    yield pace(subject, done, notation)
    yield grade(answer.question, subject, done, notation)
    yield format_span(done.day, done.day)
    yield str(done.number)


def _filled(columns: tuple[Column, ...], rows: Sequence[Row | Section]) -> Table:
    """Return a table, without the columns of paces and grades where there are none."""
    table = Table(columns, tuple(rows))
    for name in (PACE, GRADE):
        at = _place(table, name)
        if not any(isinstance(row, Row) and row.cells[at:] and row.cells[at] for row in rows):
            table = _without(table, name)
    return table


def _without(table: Table, name: str) -> Table:
    """Return a table without one of its columns."""
    at = _place(table, name)
    rows = (
        Row((*row.cells[:at], *row.cells[at + 1 :])) if isinstance(row, Row) else row
        for row in table.rows
    )
    return Table((*table.columns[:at], *table.columns[at + 1 :]), tuple(rows))


def _place(table: Table, name: str) -> int:
    return next(at for at, column in enumerate(table.columns) if column.title == name)
