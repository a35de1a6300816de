"""The part of a large file of text that is looked at."""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from stridelog.domain.importing import ImportFileError, SourceFile

CHUNK = 1 << 20
"""Bytes that are read in one go."""

_TAIL = 64
"""Bytes that are kept where a chunk ends, since a mark may begin there and end in the next one."""

_MARKED = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""How a file begins that was saved again in an encoding other than UTF-8, which is Apple's."""


class Window:
    """A file as UTF-8, gone through from its beginning to its end.

    Every method raises ``ImportFileError`` where there are NUL bytes.
    """

    def __init__(self, path: SourceFile, file: BinaryIO) -> None:
        self._path = path
        self._chunks = _utf_8(file)
        self._text = b""
        self._at = 0
        self._over = False
        self._extend()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is left."""
        return self._over and self._at >= len(self._text)

    def skip_to(self, pattern: re.Pattern[bytes]) -> re.Match[bytes] | None:
        """Go to the next place that matches; None where there is none up to the end."""
        while True:
            match = pattern.search(self._text, self._at)
            if match:
                self._at = match.start()
                return match
            self._at = max(self._at, len(self._text) - _TAIL)
            if not self._extend():
                self._at = len(self._text)
                return None

    def until(self, pattern: re.Pattern[bytes]) -> Iterator[bytes]:
        """Give what comes before the next place that matches, or the end, and go there."""
        while True:
            match = pattern.search(self._text, self._at)
            end = match.start() if match else len(self._text) - _TAIL * (not self._over)
            if end > self._at:
                yield self._text[self._at : end]
                self._at = end
            if match or not self._extend():
                return

    def match(self, pattern: re.Pattern[bytes], most: int) -> bytes:
        """Go past a tag that matches here, and return it; empty where it does not.

        It is as long as there is no other tag's beginning in it, and no longer than ``most``.
        """
        while True:
            match = pattern.match(self._text, self._at)
            if match:
                self._at = match.end()
                return match[0]
            if len(self._text) - self._at > most or self._text.find(b"<", self._at + 1) >= 0:
                return b""
            if not self._extend():
                return b""

    def passes(self, mark: bytes) -> bool:
        """Go past ``mark`` if it comes next, and tell whether it did."""
        found = self._text.startswith(mark, self._at)
        self._at += len(mark) * found
        return found

    def drop(self, count: int) -> None:
        """Go past so many bytes, which were looked at."""
        self._at += count

    def _extend(self) -> bool:
        """Look at twice as much, and forget what was gone past; tell whether there was more."""
        rest = self._text[self._at :]
        added = bytearray()
        while len(added) <= len(rest) and not self._over:
            chunk = next(self._chunks, b"")
            self._over = not chunk
            added += chunk
        if 0 in added:
            raise ImportFileError(
                f"{self._path} has NUL bytes in it: it is not a text file, or it is damaged."
            )
        self._text, self._at = rest + added, 0
        return bool(added)


def _utf_8(file: BinaryIO) -> Iterator[bytes]:
    chunk = file.read(CHUNK)
    encoding = next((name for mark, name in _MARKED if chunk.startswith(mark)), "")
    decoder = codecs.getincrementaldecoder(encoding or "utf-8")("replace")
    while chunk:
        text = decoder.decode(chunk).encode(errors="replace") if encoding else chunk
        if text:
            yield text
        chunk = file.read(CHUNK)
