"""Text files of unknown encoding: found out, checked and opened without reading them whole."""

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from stridelog.domain.importing import ImportFileError, SourceFile

CHUNK = 1 << 20
"""How many bytes are looked at in one go."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte-order marks; the one of UTF-16 begins that of UTF-32, so it stands after it."""

_NOT_WINDOWS = frozenset(b"\x81\x8d\x8f\x90\x9d") | (frozenset(range(32)) - frozenset(b"\t\n\r"))
"""Bytes that mean nothing in Windows-1252, or that no text in it contains."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a file's bytes become text.

    ``whole`` is false where the file stops inside a character, ``ended`` where its last line
    has no end.
    """

    name: str
    whole: bool
    ended: bool


@contextmanager
def open_text(path: SourceFile, encoding: Encoding) -> Iterator[TextIO]:
    """Open a text file, line ends as they are. Raises ``ImportFileError``.

    The bytes of a last character that is not whole are left out.
    """
    errors = "strict" if encoding.whole else "ignore"
    with (
        readable(path),
        TextIOWrapper(path.open("rb"), encoding.name, errors, newline="") as file,
    ):
        yield file


@contextmanager
def readable(path: SourceFile) -> Iterator[None]:
    """Turn what can go wrong when a file is opened and read into ``ImportFileError``."""
    try:
        on_disk = path if isinstance(path, Path) else None
        if on_disk and on_disk.is_dir():
            raise ImportFileError(f"{path} is a folder.", "Name the file inside it.")
        if on_disk and on_disk.exists() and not on_disk.is_file():
            raise ImportFileError(f"{path} is not a regular file.", "Save it as a file first.")
        yield
    except FileNotFoundError as error:
        raise ImportFileError(f"There is no file {path}.") from error
    except OSError as error:
        raise ImportFileError(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise ImportFileError(f"{path} changed while it was read.", "Try again.") from error
    except ValueError as error:  # a path with a NUL in it
        raise ImportFileError(f"{str(path)!r} is no path.") from error


def decode_head(head: bytes) -> str:
    """Return the beginning of a file as text, for a first look at it; never fails."""
    name = _bom(head)
    if name is None:
        try:
            codecs.getincrementaldecoder("utf-8")().decode(head)
        except UnicodeDecodeError:
            name = "windows-1252"
    return head.decode(name or "utf-8", errors="replace")


def _bom(head: bytes) -> str | None:
    return next((name for mark, name in _BOMS if head.startswith(mark)), None)


def encoding_of(path: SourceFile) -> Encoding:
    """Read the file once, in pieces, to find its encoding and to see that it is text.

    UTF-8, UTF-16 and UTF-32 by their marks, else UTF-8, else Windows-1252. Raises
    ``ImportFileError``.
    """
    with readable(path):
        with path.open("rb") as file:
            head = file.read(4)
        if not head:
            raise ImportFileError(f"{path} is empty.")
        marked = _bom(head)
        for name in (marked,) if marked else ("utf-8", "windows-1252"):
            try:
                return _checked(path, name)
            except UnicodeDecodeError:
                continue
    raise ImportFileError(
        f"{path} is not text that stride can read.", "Save it as CSV or JSON in UTF-8."
    )


def _checked(path: SourceFile, name: str) -> Encoding:
    """Decode the whole file, in pieces. Raises ``UnicodeDecodeError``, ``ImportFileError``."""
    decoder = codecs.getincrementaldecoder(name)()
    only_ascii, ended = True, False
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            if name == "windows-1252" and not _NOT_WINDOWS.isdisjoint(chunk):
                raise UnicodeDecodeError(name, chunk, 0, 1, "not text")
            text = decoder.decode(chunk)
            if "\0" in text:
                raise ImportFileError(
                    f"{path} has NUL bytes in it: it is not a text file, or it is damaged.",
                    "Save it as CSV or JSON in UTF-8.",
                )
            only_ascii = only_ascii and text.isascii()
            ended = text.endswith(("\n", "\r")) if text else ended
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        # An accented letter at the very end of plain ASCII is Windows-1252; after other
        # characters in UTF-8, or in UTF-16, the file was cut off.
        if name == "utf-8" and only_ascii:
            raise
        return Encoding(name, whole=False, ended=False)
    return Encoding(name, whole=True, ended=ended)
