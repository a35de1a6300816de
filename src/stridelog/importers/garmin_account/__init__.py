"""Garmin's export of a whole account: ``…_summarizedActivities.json``, a thousand activities each.

Its distances and climbs are in centimetres, its times in milliseconds; it knows the time in UTC
and on the wall. The FIT files of the same export bring what it does not have.
"""

import re
from collections.abc import Iterator

from stridelog.domain.errors import StrideError
from stridelog.domain.importing import (
    ImportFileError,
    ImportItem,
    ImportOptions,
    NothingToImportError,
    Problem,
    Remark,
    SourceFile,
)
from stridelog.importers._json_stream import Document
from stridelog.importers._text import decode_head, encoding_of, readable
from stridelog.importers.garmin_account.activities import draft_of, identity, is_transition

SUMMARY = "Garmin's account export: summarizedActivities.json"

_MEMBER = "summarizedActivitiesExport"
_BEGINNING = re.compile(rf'\s*(\[)?\s*\{{\s*"{_MEMBER}"\s*:\s*\[')
_HEAD = 1 << 12


def sniff(_name: str, head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is a list of activities of an account."""
    return _beginning(head) is not None


def read(file: SourceFile, options: ImportOptions) -> Iterator[ImportItem]:
    """Yield a draft for every activity, in the order of the file. Raises ``ImportFileError``.

    A multisport activity comes in as its legs where the file has them.
    """
    encoding = encoding_of(file)
    with readable(file), file.open("rb") as begun:
        beginning = _beginning(begun.read(_HEAD))
    if beginning is None:
        raise ImportFileError(
            f"{file} is not a list of activities from Garmin's account export.",
            "It is called …_summarizedActivities.json there.",
        )
    document = Document(file, encoding, "[{" if beginning[1] else "{")
    sums = {identity(value, "parentId") for value in document.items(_MEMBER)} - {""}
    passed, row = 0, 0
    for row, value in enumerate(document.items(_MEMBER), start=1):
        if identity(value, "activityId") in sums or is_transition(value):
            passed += 1
            continue
        try:
            yield draft_of(value, row, options.zone)
        except StrideError as error:
            yield Problem(row, error.message)
    if not row:
        raise NothingToImportError(f"{file} holds no activities.")
    if passed:
        yield Remark(f"Sums of several sports, and transitions between them, left aside: {passed}.")


def _beginning(head: bytes) -> re.Match[str] | None:
    return _BEGINNING.match(decode_head(head).removeprefix("\ufeff"))
