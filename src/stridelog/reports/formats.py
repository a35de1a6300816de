"""The formats that history is read from."""

from collections.abc import Mapping
from dataclasses import dataclass

from stridelog.domain.quantity import Notation
from stridelog.page import Column, Heading, Page, Row, Table, Text

SUMMARY = "The formats that history is read from"

ROWS = "formats"

HOW = "Files, folders and zips are taken, packed by gzip or not: stride import PATH..."


@dataclass(frozen=True, slots=True)
class Answer:
    """What each importer reads, by its name."""

    formats: Mapping[str, str]


def page(answer: Answer, _notation: Notation) -> Page:
    """Lay the formats out, a row each."""
    rows = tuple(Row((name.replace("_", " "), what)) for name, what in answer.formats.items())
    columns = (Column("format"), Column("what it is", flexible=True))
    return Page((Heading("What can be imported"), Table(columns, rows), Text((HOW,))))


def document(answer: Answer) -> Mapping[str, object]:
    """Return the formats as ``stride.formats/1``."""
    return {
        "schema": "stride.formats/1",
        ROWS: [{"name": name, "what": what} for name, what in answer.formats.items()],
    }
