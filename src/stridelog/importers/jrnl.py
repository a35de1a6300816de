"""What ``jrnl --format json`` prints: the entries of a journal in words, kept as notes.

Their activity is ``diary``, an entry each. jrnl gives its entries no identity, so that one whose
words were changed there comes in as another.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, tzinfo
from hashlib import sha256

from stridelog.domain.circumstances import tag_name
from stridelog.domain.entry import Draft, Origin
from stridelog.domain.errors import StrideError
from stridelog.domain.importing import (
    ImportFileError,
    ImportItem,
    ImportOptions,
    NewMeasures,
    NothingToImportError,
    Problem,
    SourceFile,
)
from stridelog.domain.plain_text import shown
from stridelog.importers._json_stream import Document
from stridelog.importers._text import decode_head, encoding_of
from stridelog.importers._times import in_zone

SUMMARY = "jrnl's entries, from jrnl --format json"

ACTIVITY = "diary"
STARRED = "starred"
"""The tag of an entry that was starred."""

MEMBERS = ("title", "body", "date", "time", "tags", "starred")
"""What every entry has."""

_STRING = r'"(?:[^"\\]|\\.)*+"'
_TAGS = re.compile(
    rf'\{{\s*"tags"\s*:\s*\{{\s*(?:{_STRING}\s*:\s*\d+\s*,?\s*)*+'
    r'(?:\}\s*,\s*"entries"\s*:\s*\[\s*(?:\]|\{\s*"title"\s*:)|[^{}\[\]]*\Z)',
    re.DOTALL,
)
"""How the export of a whole journal begins; its tags may be all that is seen of it."""

_SORTED = re.compile(r'\{\s*"entries"\s*:\s*\[\s*\{')
_ENTRY = re.compile(r'\{\s*"title"\s*:')
_NOT_IN_A_TAG = re.compile(r"^[^\w]+")


class JrnlError(StrideError):
    """An entry is not as jrnl writes it."""


def sniff(_name: str, head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is jrnl's JSON: a journal, or one entry."""
    text = decode_head(head).lstrip("\ufeff").lstrip()
    if _TAGS.match(text):
        return True
    is_other = _SORTED.match(text) or _ENTRY.match(text)
    return bool(is_other) and all(f'"{member}"' in text for member in MEMBERS)


def read(path: SourceFile, options: ImportOptions) -> Iterator[ImportItem]:
    """Yield a draft for every entry, and the activity before them. Raises ``ImportFileError``."""
    empty = True
    for row, value in enumerate(_entries(path), start=1):
        if empty:
            yield NewMeasures(ACTIVITY, ())
        empty = False
        try:
            yield _draft(value, row, options.zone)
        except StrideError as error:
            yield Problem(row, error.message)
    if empty:
        raise NothingToImportError(f"{path} holds no entries.")


def _entries(path: SourceFile) -> Iterator[object]:
    """Give the entries of a journal, or the one that the file is."""
    document = Document(path, encoding_of(path))
    empty = True
    for entry in document.items("entries"):
        empty = False
        yield entry
    if not empty:
        return
    title = next(document.items("title"), None)
    if title is not None:
        single = {name: next(document.items(name), None) for name in MEMBERS if name != "tags"}
        yield single | {"tags": list(document.items("tags"))}
    elif next(document.items("tags"), None) is None:
        raise ImportFileError(f"{path} is not what jrnl writes.", "jrnl --format json > jrnl.json")


def _draft(value: object, row: int, zone: tzinfo) -> Draft:
    if not isinstance(value, dict):
        raise JrnlError("The entry is no JSON object.")
    title, body = (_text(value, name).strip() for name in ("title", "body"))
    day, clock = _text(value, "date"), _text(value, "time")
    starred = (STARRED,) if value.get("starred") is True else ()
    return Draft(
        activity=ACTIVITY,
        at=_time(day, clock, zone),
        tags=(*_tags(value.get("tags")), *starred),
        note="\n".join(filter(None, (title, body))),
        origins=(Origin("jrnl", _key(value, day, clock, title, body)),),
        row=row,
        wall_clock=True,
    )


def _text(members: Mapping[str, object], name: str) -> str:
    value = members.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise JrnlError(f"Its {name} is no text.")
    return value


def _time(day: str, clock: str, zone: tzinfo) -> datetime:
    try:
        at = datetime.fromisoformat(f"{day.strip()} {clock.strip() or '00:00'}")
    except ValueError as error:
        raise JrnlError(f'"{shown(f"{day} {clock}")}" is no time.') from error
    return in_zone(at, zone)


def _key(members: Mapping[str, object], *words: str) -> str:
    """Return what tells an entry from all others: Day One's identity, else its time and words."""
    uuid = members.get("uuid")
    if isinstance(uuid, str) and uuid.isalnum():
        return uuid[:100]
    said = "\n".join(words).encode(errors="replace")
    return sha256(said).hexdigest()[:32]


def _tags(value: object) -> Iterator[str]:
    """Give the tags without their sign; those that stride cannot keep stand in the words still."""
    if value is not None and not isinstance(value, list):
        raise JrnlError("Its tags are no list.")
    for tag in value or ():
        if not isinstance(tag, str):
            raise JrnlError("One of its tags is no text.")
        try:
            yield tag_name(_NOT_IN_A_TAG.sub("", tag))
        except StrideError:
            continue
