"""The first rows of a mapped table: what they say, and how that is understood."""

from collections.abc import Iterator, Mapping

from stridelog.domain.dates import format_moment
from stridelog.domain.entry import Draft
from stridelog.domain.importing import Problem
from stridelog.domain.measure import Measure
from stridelog.domain.phrasing import value
from stridelog.domain.quantity import Notation
from stridelog.domain.understood import Understood, UnderstoodRow
from stridelog.page import Column, Row, Section, Span, Table

_MOST_CHARACTERS = 80

_NOTHING = Span("nothing", "muted")

_COLUMNS = (
    Column("field"),
    Column("column", flexible=True),
    Column("it says", flexible=True),
    Column("understood as", flexible=True),
)


def table(understood: Understood, measures: Mapping[str, Measure], notation: Notation) -> Table:
    """Lay out the rows one under the other, a line for each field that is mapped to a column.

    ``measures`` holds those of the mapping by name. A row that is left out says why.
    """
    rows: list[Row | Section] = []
    for row in understood.rows:
        rows.append(Section(f"row {row.row}"))
        if isinstance(row.found, Problem):
            rows.append(Row(("", "", "", Span(row.found.reason, "warning"))))
        rows.extend(_fields(row, understood.columns, measures, notation))
    return Table(_COLUMNS, tuple(rows))


def _fields(
    row: UnderstoodRow,
    columns: Mapping[str, str],
    measures: Mapping[str, Measure],
    notation: Notation,
) -> Iterator[Row]:
    for field, says in row.cells.items():
        cells: tuple[str | Span, ...] = (field, columns[field], _line(says))
        if isinstance(row.found, Draft):
            means = _meaning(field, row.found, measures, notation)
            cells = (*cells, _line(means) if means else _NOTHING)
        yield Row(cells)


def _meaning(field: str, draft: Draft, measures: Mapping[str, Measure], notation: Notation) -> str:
    """Return what a field came to, as the journal would show it; empty where it says nothing."""
    if field in measures:
        found = draft.measurements.get(field)
        return "" if found is None else value(measures[field], found, notation)
    return {
        "date": format_moment(draft.at),
        "activity": draft.activity,
        "tags": " ".join(f"+{tag}" for tag in draft.tags),
        "place": f"@{draft.place}" if draft.place else "",
        "gear": draft.gear,
        "effort": f"{draft.effort} of 10" if draft.effort else "",
        "note": draft.note,
    }[field]


def _line(text: str) -> str:
    return text.partition("\n")[0][:_MOST_CHARACTERS]
