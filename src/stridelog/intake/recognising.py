"""Telling formats: which importer reads a file."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

from stridelog.domain import additions
from stridelog.domain.importing import ImportFileError, ImportItem, ImportOptions, SourceFile
from stridelog.intake.files import files_at
from stridelog.intake.mappings import mapping_for
from stridelog.runtime.mappings import SavedMapping

IMPORTERS = "stridelog.importers"

MAPPED = "mapped"
"""The importer of tables whose columns the person names."""

HEAD = 65_536
"""Bytes of a file that tell its format."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A file, and the importer that reads it; by which mapping, where a saved one knows it.

    ``where`` is where it lies, without the folders above what was named: so much is kept of it.
    """

    file: SourceFile
    importer: str
    mapping: tuple[str, ...] = ()
    where: str = ""

    @property
    def module(self) -> ModuleType:
        """The importer's module."""
        return additions.load(IMPORTERS, self.importer)

    def read(self, options: ImportOptions) -> Iterator[ImportItem]:
        """Give what is in the file. Raises ``StrideError``."""
        own = replace(options, mapping=self.mapping) if self.mapping else options
        items: Iterator[ImportItem] = self.module.read(self.file, own)
        return items


@dataclass(frozen=True, slots=True)
class LeftAside:
    """A file that is not read, and why."""

    file: SourceFile
    reason: str


def recognised(
    path: Path, importer: str = "", mappings: Iterable[SavedMapping] = ()
) -> Iterator[Recognised | LeftAside]:
    """Give the files behind a path, each with its importer: the one that is named, if one is.

    What no importer knows may be known by one of the saved ``mappings``. A file that was named
    itself and has no known format is refused, one in a folder or a zip left aside.
    Raises ``StrideError``.
    """
    for file in files_at(path):
        alone = str(file) == str(path)
        try:
            found = Recognised(file, importer) if importer else _known(file, mappings)
        except ImportFileError as error:
            if alone:
                raise
            yield LeftAside(file, error.message)
            continue
        if found:
            yield replace(found, where=str(file).removeprefix(f"{path.parent}{os.sep}"))
        elif alone:
            raise _unknown(file)
        else:
            yield LeftAside(file, "It is in no format that stride knows.")


def summaries() -> dict[str, str]:
    """Return what each importer reads, by its name."""
    return {name: additions.load(IMPORTERS, name).SUMMARY for name in additions.names(IMPORTERS)}


def _known(file: SourceFile, mappings: Iterable[SavedMapping]) -> Recognised | None:
    """Return who reads a file: the importer or the mapping that knows it; None if none does."""
    head = _head(file)
    if not head:
        raise ImportFileError(f"{file} is empty.", "Export it once more.")
    for name in _likeliest_first(file.name):
        if additions.load(IMPORTERS, name).sniff(file.name, head):
            return Recognised(file, name)
    mapping = mapping_for(head, mappings) if mappings else None
    return Recognised(file, MAPPED, mapping.words) if mapping else None


def _likeliest_first(file: str) -> Iterable[str]:
    """Return the importers, those first that are called as files of that name end."""
    ending = file.rpartition(".")[2].lower()
    return sorted(additions.names(IMPORTERS), key=lambda name: name != ending)


def _head(file: SourceFile) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(HEAD)
    except OSError as error:
        raise ImportFileError(f"{file} cannot be read: {error.strerror}.") from error


def _unknown(file: SourceFile) -> ImportFileError:
    return ImportFileError(
        f"{file} is in no format that stride knows.",
        "Any table can be read with --map FIELD=COLUMN, for example --map date=Day.",
    )
