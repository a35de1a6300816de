"""Telling formats: which importer reads a file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from stridelog.domain import additions
from stridelog.domain.importing import ImportFileError, SourceFile
from stridelog.intake.files import files_at

IMPORTERS = "stridelog.importers"

HEAD = 65_536
"""Bytes of a file that tell its format."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A file, and the importer that reads it."""

    file: SourceFile
    importer: str

    @property
    def module(self) -> ModuleType:
        """The importer's module."""
        return additions.load(IMPORTERS, self.importer)


@dataclass(frozen=True, slots=True)
class LeftAside:
    """A file that is not read, and why."""

    file: SourceFile
    reason: str


def recognised(path: Path, importer: str = "") -> Iterator[Recognised | LeftAside]:
    """Give the files behind a path, each with its importer: the one that is named, if one is.

    A file that was named itself and has no known format is refused, one in a folder or a zip left
    aside. Raises ``StrideError``.
    """
    for file in files_at(path):
        alone = str(file) == str(path)
        try:
            found = importer or _importer(file)
        except ImportFileError as error:
            if alone:
                raise
            yield LeftAside(file, error.message)
            continue
        if found:
            yield Recognised(file, found)
        elif alone:
            raise _unknown(file)
        else:
            yield LeftAside(file, "It is in no format that stride knows.")


def summaries() -> dict[str, str]:
    """Return what each importer reads, by its name."""
    return {name: additions.load(IMPORTERS, name).SUMMARY for name in additions.names(IMPORTERS)}


def _importer(file: SourceFile) -> str:
    """Return the name of the importer that knows a file's format; empty if none does."""
    head = _head(file)
    if not head:
        raise ImportFileError(f"{file} is empty.", "Export it once more.")
    for name in _likeliest_first(file.name):
        if additions.load(IMPORTERS, name).sniff(file.name, head):
            return name
    return ""


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
