"""What is to be read, in which order: tables first, then the tracks that belong to them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from stridelog.domain.entry import Draft
from stridelog.domain.importing import ImportFileError, ImportItem, ImportOptions, Problem, Remark
from stridelog.intake.decoding import decoded
from stridelog.intake.recognising import LeftAside, Recognised, recognised
from stridelog.runtime.mappings import SavedMapping

WHOLE_FILE = 0
"""The row of a problem that a file has as a whole."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What is taken in together: a table, or all tracks of one format behind one path."""

    name: str
    importer: str
    files: tuple[Recognised, ...]
    tracks: bool = False
    alone: bool = False
    """Whether it is one file that the person named, and not one of many."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that is read, and what is left aside."""

    batches: tuple[Batch, ...]
    left_aside: tuple[LeftAside, ...] = ()


def planned(
    paths: Iterable[Path], importer: str = "", mappings: Sequence[SavedMapping] = ()
) -> Plan:
    """Return what is behind the paths. Raises ``StrideError`` where nothing is."""
    tables: list[Batch] = []
    tracks: dict[tuple[Path, str], list[Recognised]] = {}
    left_aside: list[LeftAside] = []
    for path in paths:
        for piece in recognised(path, importer, mappings):
            if isinstance(piece, LeftAside):
                left_aside.append(piece)
            elif getattr(piece.module, "TRACKS", False):
                tracks.setdefault((path, piece.importer), []).append(piece)
            else:
                alone = str(piece.file) == str(path)
                tables.append(Batch(str(piece.file), piece.importer, (piece,), alone=alone))
        if not tables and not tracks:
            raise _nothing(path, left_aside)
    batches = [
        Batch(_name(path, name, files), name, tuple(files), tracks=True)
        for (path, name), files in tracks.items()
    ]
    return Plan((*tables, *batches), tuple(left_aside))


def _name(path: Path, importer: str, files: Sequence[Recognised]) -> str:
    if len(files) == 1:
        return str(files[0].file)
    return f"{path}: {len(files)} {importer.upper()} files"


def _nothing(path: Path, left_aside: Sequence[LeftAside]) -> ImportFileError:
    if not left_aside:
        return ImportFileError(f"{path} has no files in it.", "Name another one.")
    file, reason = str(left_aside[0].file), left_aside[0].reason
    return ImportFileError(
        f"{path} holds nothing that stride can read.",
        reason if file in reason else f"{file}: {reason}",
    )


def items_of(
    batch: Batch, options: ImportOptions, cache: Path
) -> Iterator[tuple[str, ImportItem | None]]:
    """Give what is in each file of a batch of tracks: its name and an item; None ends a file.

    What one file is refused for is a problem of many, and ``ImportFileError`` where it is alone.
    """
    for track, found in decoded(batch.files, options, cache):
        place = str(track.file)
        if found.refused and len(batch.files) == 1:
            raise ImportFileError(found.refused, found.hint)
        if found.refused:
            yield place, Problem(WHOLE_FILE, found.refused)
        for item in found.items:
            yield place, _of_file(track, item)
        yield place, None


def _of_file(track: Recognised, item: ImportItem) -> ImportItem:
    """Return an item that names its file, since the rows of many files say nothing."""
    if isinstance(item, Problem):
        return Problem(WHOLE_FILE, f"{track.file}: {item.reason}")
    if isinstance(item, Remark):
        return Remark(f"{track.file}: {item.text}")
    if not isinstance(item, Draft):
        return item
    origins = tuple(replace(origin, file=track.where) for origin in item.origins)
    return replace(item, origins=origins, row=None)
