"""Apple Health's ``export.xml``, of any year and size: its workouts.

Steps, heart beats and nights of sleep are no entries of a journal. Workouts are read as they were
written before iOS 16, in attributes, and since, in statistics.
"""

import re
from collections.abc import Iterator
from itertools import islice

from stridelog.domain.errors import StrideError
from stridelog.domain.importing import (
    ImportFileError,
    ImportItem,
    ImportOptions,
    NothingToImportError,
    Problem,
    SourceFile,
)
from stridelog.importers._text import decode_head, readable
from stridelog.importers.apple_health.copies import Found, without_copies

SUMMARY = "Apple Health's export.xml, of any size: its workouts"

_BEFORE = r"\s*(?:<\?[^>]*>\s*)*+(?:<!--(?:(?!-->).)*+-->\s*)*+<"
_HEALTH = re.compile(rf"{_BEFORE}(?:!DOCTYPE\s+)?HealthData\b", re.DOTALL)
_CLINICAL = re.compile(rf"{_BEFORE}ClinicalDocument\b", re.DOTALL)
_HEAD = 1 << 16

COMPARED = 20_000
"""As many workouts are held in memory, and looked through for copies: one a day for 50 years."""

MOST_PROBLEMS = 1000
"""How many workouts may be damaged in a file that is read nevertheless, besides half of all."""


def sniff(_name: str, head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` comes from Apple Health.

    So does ``export_cda.xml``, which lies beside the workouts and is refused with a hint.
    """
    text = decode_head(head).lstrip("\ufeff")
    return bool(_HEALTH.match(text) or _CLINICAL.match(text))


def read(path: SourceFile, options: ImportOptions) -> Iterator[ImportItem]:
    """Yield a draft for every workout, copies of it by other programs after it.

    Raises ``ImportFileError``.
    """
    _refuse_clinical(path)
    found = _found(path, options)
    compared = list(islice(found, COMPARED))
    if not compared:
        raise NothingToImportError(
            f"{path} holds no workouts.", "Steps, heart beats and sleep are no entries."
        )
    yield from without_copies(compared)
    yield from (one.item for one in found)


def _found(path: SourceFile, options: ImportOptions) -> Iterator[Found]:
    """Give what is found of each workout."""
    from stridelog.importers.apple_health.drafts import draft_of
    from stridelog.importers.apple_health.stream import Export
    from stridelog.importers.apple_health.times import Clock
    from stridelog.importers.apple_health.workouts import workouts

    export = Export(path)
    problems = 0
    for row, workout in enumerate(workouts(export.pieces()), start=1):
        try:
            draft = draft_of(workout, row, Clock(export.made, options.zone))
        except StrideError as error:
            problems += 1
            yield Found(Problem(row, error.message))
        else:
            yield Found(draft, workout.program if workout else "")
        if problems > MOST_PROBLEMS + row // 2:
            raise ImportFileError(f"{path} is damaged: most of its workouts cannot be made out.")


def _refuse_clinical(path: SourceFile) -> None:
    """Raise ``NothingToImportError`` where the file holds medical records."""
    with readable(path), path.open("rb") as file:
        text = decode_head(file.read(_HEAD)).lstrip("\ufeff")
    if _CLINICAL.match(text):
        raise NothingToImportError(
            f"{path} holds medical records, and no workouts.",
            "Apple Health's workouts stand in export.xml, in the same folder.",
        )
