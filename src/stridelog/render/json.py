"""Answers as JSON: one document."""

import json
from collections.abc import Mapping
from datetime import date, datetime, time

from stridelog.domain.visible_text import is_hidden
from stridelog.render.fallback import has_all


def draw(document: Mapping[str, object], encoding: str = "utf-8") -> str:
    """Return ``document`` as JSON that ends with a newline; dates and times are ISO 8601.

    Characters stand as they are, but for hidden ones and those that ``encoding`` lacks: they are
    written as JSON's own escapes, which read back as the same text and do nothing on a terminal.

    Raises:
        ValueError: a number is not finite; JSON has no way to write it.
        TypeError: a value is none of JSON's, nor a date or a time.

    """
    text = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False, default=_iso)
    if not text.isascii():
        for character in sorted(set(text) - {"\n"}):
            if is_hidden(character) or not has_all(encoding, character):
                text = text.replace(character, json.dumps(character)[1:-1])
    return f"{text}\n"


def _iso(value: object) -> str:
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    message = f"{value!r} has no place in a JSON document."
    raise TypeError(message)
