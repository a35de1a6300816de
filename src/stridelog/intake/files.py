"""The files behind a path: one on disk, all in a folder, all in a zip; gzip is taken off.

Nothing is ever unpacked to disk, so no name inside a zip can lead anywhere. What unpacks to far
more than any export does is a bomb, and is refused while it is read.
"""

import io
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, Literal

from stridelog.domain.errors import NotFoundError
from stridelog.domain.importing import ImportFileError, SourceFile
from stridelog.domain.plain_text import shown

ZIP, GZIP = b"PK\x03\x04", b"\x1f\x8b"
"""How packed files begin."""

ORDINARY = 1 << 28
"""Bytes that any file may unpack to."""

HIGHEST_RATIO = 200
"""How many times its size a file may unpack to beyond ``ORDINARY``. Real exports: up to 50."""

MOST_MEMBERS = 500_000
"""Files that a zip may hold."""


class NoSuchFileError(NotFoundError):
    """Nothing lies at the path that was named."""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A file on disk, packed by gzip."""

    path: Path

    @property
    def name(self) -> str:
        """Its name without ``.gz``."""
        return _without_gz(self.path.name)

    def open(self, mode: Literal["rb"], /) -> BinaryIO:
        """Open what was packed."""
        return _unpacking(self.path.open(mode), self.path.stat().st_size, str(self), gzip=True)

    def __str__(self) -> str:
        return str(self.path)


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a zip."""

    archive: Path
    inside: str
    packed: bool = False
    """Whether it is packed by gzip once more."""

    @property
    def name(self) -> str:
        """Its name without the folders of the zip."""
        name = PurePosixPath(self.inside).name
        return _without_gz(name) if self.packed else name

    def open(self, mode: Literal["rb"], /) -> BinaryIO:
        """Open what was packed. Raises ``ImportFileError``."""
        from zipfile import BadZipFile

        del mode
        try:
            archive = _opened(self.archive)
            info = archive.getinfo(self.inside)
            stream: Any = archive.open(info)
        except RuntimeError as error:  # what zipfile says of passwords
            raise ImportFileError(
                f"{self} is locked with a password.", "Unpack the zip, and import the folder."
            ) from error
        except (BadZipFile, NotImplementedError, KeyError) as error:
            raise _damaged(str(self)) from error
        return _unpacking(stream, info.compress_size, str(self), gzip=self.packed)

    def __str__(self) -> str:
        return f"{self.archive}/{shown(self.inside)}"


def files_at(path: Path) -> Iterator[SourceFile]:
    """Give the files behind a path, sorted by name; hidden ones in folders are left out.

    Raises ``NoSuchFileError``, ``ImportFileError``.
    """
    try:
        if "\0" in str(path):
            raise ImportFileError(f'"{shown(str(path))}" is no path.')
        if path.is_dir():
            yield from _in_folder(path)
        elif not path.exists():
            raise NoSuchFileError(f"There is no file {path}.", "Check the path.")
        elif not path.is_file():
            raise ImportFileError(f"{path} is not a regular file.", "Save it as a file first.")
        else:
            yield from _behind(path)
    except OSError as error:
        raise ImportFileError(f"{path} cannot be read: {error.strerror}.") from error


def _in_folder(folder: Path) -> Iterator[SourceFile]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _hidden(name))
        for name in sorted(names):
            path = Path(parent, name)
            if not _hidden(name) and path.is_file():
                yield from _behind(path)


def _behind(path: Path) -> Iterator[SourceFile]:
    """Give the file itself, or what is packed in it."""
    with path.open("rb") as file:
        head = file.read(len(ZIP))
    if head == ZIP:
        yield from _members(path)
    else:
        yield Unpacked(path) if head.startswith(GZIP) else path


def _members(archive: Path) -> Iterator[Member]:
    from zipfile import BadZipFile

    try:
        infos = [info for info in _opened(archive).infolist() if not info.is_dir()]
    except (BadZipFile, NotImplementedError, ValueError) as error:
        raise _damaged(str(archive)) from error
    size = sum(info.file_size for info in infos)
    if len(infos) > MOST_MEMBERS or size > max(ORDINARY, archive.stat().st_size * HIGHEST_RATIO):
        raise _bomb(str(archive))
    for info in sorted(infos, key=lambda info: info.filename):
        if any(_hidden(part) for part in PurePosixPath(info.filename).parts):
            continue
        member = Member(archive, info.filename)
        # A member that is locked or damaged is told when it is read.
        packed = info.filename.lower().endswith(".gz")
        yield Member(archive, info.filename, packed=True) if packed else member


def _opened(archive: Path) -> Any:  # noqa: ANN401 (zipfile is imported where there is a zip)
    """Return a zip, opened once: its list of thousands of files takes a while to read."""
    return _opened_once(archive, archive.stat().st_mtime_ns)


@lru_cache(maxsize=2)
def _opened_once(archive: Path, _changed: int) -> Any:  # noqa: ANN401
    from zipfile import ZipFile

    return ZipFile(archive)


def _unpacking(packed: BinaryIO, size: int, place: str, *, gzip: bool) -> BinaryIO:
    """Return a stream of what was packed; closing it closes what lies below."""
    from gzip import GzipFile

    streams: tuple[Any, ...] = (GzipFile(fileobj=packed), packed) if gzip else (packed,)
    return io.BufferedReader(_Bounded(streams, size, place), io.DEFAULT_BUFFER_SIZE)


class _Bounded(io.RawIOBase):
    """An unpacking stream that refuses to become absurdly long, and says plainly what is wrong."""

    def __init__(self, streams: tuple[Any, ...], packed_size: int, place: str) -> None:
        self._streams = streams
        self._stream = streams[0]
        self._most = max(ORDINARY, packed_size * HIGHEST_RATIO)
        self._place = place

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        return int(self._stream.seek(offset, whence))

    def tell(self) -> int:
        return int(self._stream.tell())

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401 (any buffer)
        from zipfile import BadZipFile
        from zlib import error as ZlibError  # noqa: N812 (a class, for all its name)

        try:
            data = self._stream.read(len(buffer))
        except RuntimeError as error:
            raise ImportFileError(f"{self._place} is locked with a password.") from error
        except (BadZipFile, EOFError, ZlibError, OSError) as error:
            raise _damaged(self._place) from error
        buffer[: len(data)] = data
        if self._stream.tell() > self._most:
            raise _bomb(self._place)
        return len(data)

    def close(self) -> None:
        if not self.closed:
            for stream in self._streams:
                stream.close()
        super().close()


def _without_gz(name: str) -> str:
    return name[:-3] if name.lower().endswith(".gz") else name


def _hidden(name: str) -> bool:
    return (name.startswith(".") and name != "..") or name == "__MACOSX"


def _damaged(place: str) -> ImportFileError:
    return ImportFileError(
        f"{place} is damaged: it cannot be unpacked.", "Download it again, or fetch a whole copy."
    )


def _bomb(place: str) -> ImportFileError:
    return ImportFileError(
        f"{place} unpacks to more than {HIGHEST_RATIO} times its size, as no export does.",
        "Unpack it yourself, if you trust it, and import what comes out.",
    )
