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
from stridelog.importers._text import decode_head, encoding_of, readable
from stridelog.importers.garmin_account.activities import draft_of, identity, is_transition
from stridelog.importers.garmin_account.reading import MEMBER, activities_of

SUMMARY = "Garmin's account export: summarizedActivities.json"

_HEAD = 1 << 12
_BEGINNING = re.compile(rf'\s*(?:\[\s*)?\{{\s*"{MEMBER}"\s*:\s*\[')


def sniff(_name: str, head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is a list of activities of an account."""
    return _BEGINNING.match(decode_head(head).removeprefix("\ufeff")) is not None


def read(file: SourceFile, options: ImportOptions) -> Iterator[ImportItem]:
    """Yield a draft for every activity, in the order of the file. Raises ``ImportFileError``.

    A multisport activity comes in as its legs where the file has them.
    """
    encoding = encoding_of(file)
    with readable(file), file.open("rb") as begun:
        head = begun.read(_HEAD)
    if not sniff(file.name, head):
        raise ImportFileError(
            f"{file} is not a list of activities from Garmin's account export.",
            "It is called …_summarizedActivities.json there.",
        )
    sums = {identity(value, "parentId") for value in activities_of(file, encoding)} - {""}
    passed, row = 0, 0
    for row, value in enumerate(activities_of(file, encoding), start=1):
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
