"""The activities of a file, one at a time: a list of one object, whose one member is a list."""

from collections.abc import Iterator
from typing import BinaryIO, Literal

from stridelog.domain.importing import SourceFile
from stridelog.importers._json_stream import Document
from stridelog.importers._text import Encoding

MEMBER = "summarizedActivitiesExport"
"""The member that holds the activities."""

_FARTHEST = 1 << 12
"""Bytes before the object begins, at most."""


def activities_of(file: SourceFile, encoding: Encoding) -> Iterator[object]:
    """Yield the activities of a file, as they are. Raises ``ImportFileError``."""
    return Document(_Inside(file), encoding).items(MEMBER)


class _Inside:
    """A file without the bracket of the list that its object stands in."""

    def __init__(self, file: SourceFile) -> None:
        self._file = file

    def __str__(self) -> str:
        return str(self._file)

    @property
    def name(self) -> str:
        return self._file.name

    def open(self, mode: Literal["rb"], /) -> BinaryIO:
        with self._file.open(mode) as begun:
            before, bracket, _ = begun.read(_FARTHEST).partition(b"[")
        inside = self._file.open(mode)
        if bracket and b"{" not in before:
            inside.read(len(before) + 1)
        return inside
