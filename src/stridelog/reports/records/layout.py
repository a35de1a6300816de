"""Records on a page: how they stand, how they fell, and what is doubtful."""

from collections.abc import Iterable, Iterator, Sequence

from stridelog.domain.dates import format_day, format_span
from stridelog.domain.quantity import Notation
from stridelog.domain.record import Doubtful, Record, Step
from stridelog.domain.record_history import surpasses
from stridelog.page import Block, Cell, Column, Heading, Page, Row, Section, Span, Table, Text
from stridelog.reports.records.answer import Answer, By, RecordsQuestion
from stridelog.reports.records.phrases import (
    NONE,
    behind,
    doubted,
    gained,
    pace,
    reasons,
    stood,
    title,
    what,
    written,
)

SHOWN_STEPS = 5
"""So many of the last holders of a record are shown; the JSON document has all."""

EMPTY = (
    "There is nothing here that could be a record.",
    "Log something:      stride log run 10k 50:42",
    "Bring a history in: stride import PATH",
)

UNGROUPED: dict[By, tuple[str, ...]] = {
    "tag": (
        "No entry that could hold a record has a tag.",
        "Log one with a tag:   stride log run 10k 50:42 +stroller",
        "Tag one that is here: stride tag 12 +stroller",
    ),
    "place": (
        "No entry that could hold a record has a place.",
        "Log one with a place: stride log run 10k 50:42 @riverside",
        "Say where one was:    stride edit 12 @riverside",
    ),
}

VOUCH = (
    "They hold no record until you say that they are true:",
    "  stride edit {number} --include-in-records     or --exclude-from-records",
)


def page(answer: Answer, notation: Notation) -> Page:
    """Lay ``answer`` out; what is estimated and the history only where one activity is asked."""
    heading = Heading("Records", format_day(answer.today))
    whole = bool(answer.question.activity)
    shown = [r for r in answer.records if whole or r.subject.how != "estimated"]
    if not shown and not answer.doubtful:
        return Page((heading, Text(_nothing(answer.question))))
    blocks: list[Block] = [heading]
    if shown:
        blocks.append(_standing(answer, shown, notation))
    if any(record.subject.how != "exact" for record in shown):
        blocks.append(Text(tuple(Span(line, "muted") for line in _labels(shown))))
    if whole and (season := list(_best_of_year(shown))):
        blocks.append(_season(answer, season, notation))
    fallen = [record for record in shown if len(record.history) > 1]
    if whole and fallen and answer.question.by is None:
        blocks.append(_history(fallen, notation))
    if answer.doubtful:
        blocks += _doubts(answer.doubtful, notation)
    return Page(tuple(blocks))


def _nothing(question: RecordsQuestion) -> tuple[str, ...]:
    """Say why there is no record, and what would make one."""
    if question.by is not None:
        return UNGROUPED[question.by]
    if question.activity:
        return (
            f"Nothing of {question.activity} is here that could be a record.",
            f"See what can be logged: stride activities show {question.activity}",
        )
    return EMPTY


def _standing(answer: Answer, shown: Iterable[Record], notation: Notation) -> Table:
    columns = (
        Column("", flexible=True),
        Column("record", "right"),
        Column("pace", "right", spare=True),
        Column("day", "right"),
        Column("entry", "right"),
        Column("13 weeks", "right"),
        Column("behind"),
    )
    rows: list[Row | Section] = []
    heads: list[str] = []
    for record in shown:
        head = title(record.subject, answer.question.by)
        if head not in heads[-1:]:
            heads.append(head)
            rows.append(Section(head))
        rows.append(Row(tuple(_cells(record, notation))))
    table = _with_pace(columns, rows)
    # Of all activities together the names are long, and `stride records run` has the numbers.
    return table if answer.question.activity else _without(table, "entry")


def _cells(record: Record, notation: Notation) -> Iterator[Cell]:
    subject, holder = record.subject, record.history[-1].performance
    yield what(subject)
    yield Span(written(subject, holder, notation), "strong")
    yield pace(subject, holder, notation)
    yield format_span(holder.day, holder.day)
    yield str(holder.number)
    yield NONE if record.now is None else written(subject, record.now, notation)
    yield behind(record, record.now, notation)


def _best_of_year(records: Iterable[Record]) -> Iterator[Record]:
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


def _season(answer: Answer, records: Iterable[Record], notation: Notation) -> Table:
    columns = (
        Column(f"best of {answer.today.year}", flexible=True),
        Column("", "right"),
        Column("pace", "right", spare=True),
        Column("day", "right"),
        Column("entry", "right"),
        Column("behind"),
    )
    rows = [Row(tuple(_season_cells(answer, record, notation))) for record in records]
    return _with_pace(columns, rows)


def _season_cells(answer: Answer, record: Record, notation: Notation) -> Iterator[Cell]:
    subject, best = record.subject, record.season
    if best is None:
        return
    grouped = subject.group is not None
    label = what(subject)
    yield f"{title(subject, answer.question.by)}, {label}" if grouped else label
    yield written(subject, best, notation)
    yield pace(subject, best, notation)
    yield format_span(best.day, best.day)
    yield str(best.number)
    yield behind(record, best, notation)


def _with_pace(columns: tuple[Column, ...], rows: Sequence[Row | Section]) -> Table:
    """Return a table, without the column of paces where there are none."""
    table = Table(columns, tuple(rows))
    at = next(at for at, column in enumerate(columns) if column.title == "pace")
    paced = any(isinstance(row, Row) and row.cells[at] for row in rows)
    return table if paced else _without(table, "pace")


def _without(table: Table, title: str) -> Table:
    """Return a table without one of its columns."""
    at = next(at for at, column in enumerate(table.columns) if column.title == title)
    rows = (
        Row((*row.cells[:at], *row.cells[at + 1 :])) if isinstance(row, Row) else row
        for row in table.rows
    )
    return Table((*table.columns[:at], *table.columns[at + 1 :]), tuple(rows))


def _labels(shown: Iterable[Record]) -> Iterator[str]:
    """Explain the labels that are there."""
    hows = {record.subject.how for record in shown}
    if "segment" in hows:
        yield "segment: the fastest stretch inside a longer track."
    if "estimated" in hows:
        yield "estimated: a longer entry has a stretch that took at most this time."


def _history(records: Iterable[Record], notation: Notation) -> Table:
    columns = (
        Column("how they fell", flexible=True),
        Column("", "right"),
        Column("pace", "right", spare=True),
        Column("day", "right"),
        Column("entry", "right"),
        Column("by"),
        Column("stood", "right"),
    )
    rows: list[Row | Section] = []
    for record in records:
        last = reversed(record.history[-SHOWN_STEPS:])
        rows += [_step(record, step, notation, first=n == 0) for n, step in enumerate(last)]
        if more := len(record.history) - SHOWN_STEPS:
            rows += [Row((Span(f"  {more} before", "muted"), *[""] * 6))] if more > 0 else []
    return _with_pace(columns, rows)


def _step(record: Record, step: Step, notation: Notation, *, first: bool) -> Row:
    subject, done = record.subject, step.performance
    return Row(
        (
            what(subject) if first else "",
            written(subject, done, notation),
            pace(subject, done, notation),
            format_span(done.day, done.day),
            str(done.number),
            gained(subject, step, notation),
            stood(step),
        )
    )


def _doubts(doubtful: Iterable[Doubtful], notation: Notation) -> Iterator[Text]:
    """Name each doubtful entry once, with what it would be a record of."""
    by_entry: dict[int, list[Doubtful]] = {}
    for each in doubtful:
        by_entry.setdefault(each.performance.number, []).append(each)
    lines = [line for found in by_entry.values() for line in _doubt(found, notation)]
    yield Text((Span("Doubtful, by all else that you did:", "strong"), *lines))
    number = str(next(iter(by_entry)))
    yield Text(tuple(line.format(number=number) for line in VOUCH))


def _doubt(found: Sequence[Doubtful], notation: Notation) -> Iterator[Span]:
    under = " " * len(f"{found[0].performance.number}  ")
    yield Span(doubted(found, notation), "warning")
    yield Span(f"{under}{reasons(found, notation)}", "muted")
