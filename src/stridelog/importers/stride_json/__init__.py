"""Stride's own JSON export, read back whole: definitions of activities first, then the entries.

Numbers, days and origins of the entries are kept, and goals with all their versions, so that the
journal that comes out is the one that went in. The export as JSON lines is the same in another
order: its first line is the document without the entries.
"""

import re
from collections.abc import Container, Iterator
from itertools import islice

from stridelog.domain.activity import Activity
from stridelog.domain.errors import StrideError
from stridelog.domain.importing import (
    EXPORT_SCHEMA,
    LINES_SCHEMA,
    Aimed,
    Deleted,
    Distinct,
    ImportFileError,
    ImportItem,
    ImportOptions,
    Problem,
    Remark,
    Ruled,
    SourceFile,
)
from stridelog.domain.plain_text import shown
from stridelog.importers._json_stream import Document, values
from stridelog.importers._text import Encoding, decode_head, encoding_of
from stridelog.importers.stride_json.definitions import activity_of
from stridelog.importers.stride_json.entries import Units, draft_of, units_of
from stridelog.importers.stride_json.goals import Known, UnknownKindError, goal_of
from stridelog.importers.stride_json.origins import origin_of
from stridelog.importers.stride_json.rules import ruled_of

SUMMARY = "stride's own export as JSON or JSON lines"

_FAMILY = ("stride.export/", "stride.export-lines/")
_SCHEMA = re.compile(r'"schema"\s*:\s*"stride\.export(-lines)?/')
_SORTED = re.compile(r'\s*\{\s*"activities"\s*:\s*\[\s*\{\s*"area"')


def sniff(_name: str, head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is stride's export as JSON."""
    text = decode_head(head).lstrip("\ufeff")
    return text.lstrip().startswith("{") and bool(_SCHEMA.search(text) or _SORTED.match(text))


def read(path: SourceFile, options: ImportOptions) -> Iterator[ImportItem]:
    """Yield the activities, rules of streaks, goals, a draft for every entry, and what was deleted.

    Raises ``ImportFileError``.
    """
    encoding = encoding_of(path)
    document = Document(path, encoding)
    in_lines = _schema(path, document) == LINES_SCHEMA
    units: dict[str, Units] = {}
    defined: dict[str, Activity] = {}
    for value in document.items("activities"):
        activity = _activity(path, value)
        units[activity.name] = units_of(activity.measures)
        defined[activity.name] = activity
        yield activity
    for value in document.items("rules"):
        yield _ruled(path, value, units)
    for value in document.items("goals"):
        yield _aimed(path, value, defined, options)
    others = units_of(options.measures.values())
    entries = _lines(path, encoding) if in_lines else enumerate(document.items("entries"), start=1)
    for row, value in entries:
        try:
            yield draft_of(value, row, units, others)
        except StrideError as error:
            yield Problem(row, error.message)
    for value in document.items("deleted_origins"):
        yield _deleted(path, value)
    for value in document.items("distinct"):
        yield _distinct(path, value)


def _lines(path: SourceFile, encoding: Encoding) -> Iterator[tuple[int, object]]:
    """Yield the entries of JSON lines, with the line that each stands on."""
    return islice(enumerate(values(path, encoding), start=1), 1, None)


def _schema(path: SourceFile, document: Document) -> str:
    """Return the schema, one that can be read. Raises ``ImportFileError``."""
    schema = next(document.items("schema"), None)
    if schema in (EXPORT_SCHEMA, LINES_SCHEMA):
        return str(schema)
    if isinstance(schema, str) and schema.startswith(_FAMILY):
        raise ImportFileError(
            f"{path} is an export of another version of stride: {shown(schema)}.",
            f"This one reads {EXPORT_SCHEMA}. Update stride: pip install --upgrade stridelog",
        )
    raise ImportFileError(f"{path} is not an export of stride.", "It has no schema that says so.")


def _activity(path: SourceFile, value: object) -> Activity:
    try:
        return activity_of(value)
    except StrideError as error:
        raise ImportFileError(
            f"{path} defines an activity that stride cannot read. {error.message}"
        ) from error


def _ruled(path: SourceFile, value: object, activities: Container[str]) -> Ruled:
    try:
        return ruled_of(value, activities)
    except StrideError as error:
        raise ImportFileError(
            f"{path} has a rule of streaks that stride cannot read. {error.message}"
        ) from error


def _aimed(path: SourceFile, value: object, defined: Known, options: ImportOptions) -> ImportItem:
    try:
        return Aimed(goal_of(value, defined, options.goal_kinds))
    except UnknownKindError as error:
        # What a later version added is passed over, but not in silence.
        return Remark(f"A goal was left out. {error.message}")
    except StrideError as error:
        raise ImportFileError(
            f"{path} has a goal that stride cannot read. {error.message}"
        ) from error


def _deleted(path: SourceFile, value: object) -> Deleted:
    try:
        return Deleted(origin_of(value))
    except StrideError as error:
        raise ImportFileError(
            f"{path} does not say where a deleted entry came from. {error.message}"
        ) from error


def _distinct(path: SourceFile, value: object) -> Distinct:
    match value:
        case [str(one), str(other)] if one.isprintable() and other.isprintable():
            return Distinct(one, other)
        case _:
            raise ImportFileError(f"{path} does not say which two entries are two.")
