"""Answers as CSV: one row each, with plain column names."""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from io import StringIO
from math import isfinite

from stridelog.domain.visible_text import visible

Record = Mapping[str, object]
"""A row as JSON has it: values, lists, and records inside records."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection)."""

KEPT = "\n\t"
"""The controls that a quoted cell may hold without acting on a terminal."""


def draw(rows: Sequence[Record], header: Sequence[str] = ()) -> str:
    """Return ``rows`` as CSV under their flattened keys: ``then.n`` becomes ``then_n``.

    ``header`` names the columns where there are no rows. Text that a spreadsheet would run as a
    formula gets an apostrophe in front; numbers never do.

    Raises:
        ValueError: a number is not finite.

    """
    shape: dict[str, object] = {}
    for row in rows:
        _merge(shape, row)
    paths = list(_paths(shape))
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["_".join(path) for path in paths] or header)
    writer.writerows([_cell(_at(row, path)) for path in paths] for row in rows)
    return out.getvalue()


def _merge(shape: dict[str, object], row: Record) -> None:
    """Add the keys of ``row`` to ``shape``, in the order in which they are met first."""
    for key, value in row.items():
        inner = shape.setdefault(key, None)
        if isinstance(value, Mapping):
            inner = shape[key] = inner if isinstance(inner, dict) else {}
            _merge(inner, value)


def _paths(shape: Record) -> Iterator[tuple[str, ...]]:
    for key, inner in shape.items():
        if isinstance(inner, dict):
            yield from ((key, *path) for path in _paths(inner))
        else:
            yield (key,)


def _at(row: Record, path: tuple[str, ...]) -> object:
    """Return the value at ``path``, or None where the row holds nothing there."""
    value: object = row
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _cell(value: object) -> str | int | float | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and not isfinite(value):
        message = f"{value} has no place in a CSV file."
        raise ValueError(message)
    if value is None or isinstance(value, int | float):
        return value
    return _text(value)


def _text(value: object) -> str:
    """Return ``value`` as harmless text; a list of words as the words, another one as JSON."""
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, str):
        text = value
    elif isinstance(value, Sequence) and all(isinstance(item, str) for item in value):
        text = " ".join(value)
    else:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    harmless = visible(text.replace("\r\n", "\n"), KEPT)
    return f"'{harmless}" if text.startswith(FORMULA_STARTS) else harmless
