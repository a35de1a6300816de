"""Lines that come through a pipe: as text, with their numbers."""

import sys
from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import BinaryIO

from stridelog.domain.errors import UsageError

LONGEST_LINE = 1 << 20
"""Bytes that a line may have: more than the longest note takes."""


class NoTextError(UsageError):
    """A line is no text, or too much of it."""


def numbered_lines(stream: BinaryIO) -> Iterator[tuple[int, str | NoTextError]]:
    """Give each line with its number, without what ends it; in its place what is wrong with it.

    Lines are UTF-8 and end as on any system; no more than one of them is held in memory.
    """
    number = 0
    while raw := stream.readline(LONGEST_LINE + 1):
        number += 1
        yield number, _text(raw.removeprefix(BOM_UTF8) if number == 1 else raw)
        while len(raw) > LONGEST_LINE and not raw.endswith(b"\n"):
            raw = stream.readline(LONGEST_LINE + 1)


def opened() -> BinaryIO:
    """Return standard input as bytes. Raises ``UsageError`` where it is closed."""
    if sys.stdin is None:
        raise UsageError("Standard input is closed.", "stride log - < notes.txt")
    return sys.stdin.buffer


def _text(raw: bytes) -> str | NoTextError:
    if len(raw) > LONGEST_LINE:
        return NoTextError("The line is too long for one entry.", "Every entry has its own line.")
    if b"\0" in raw:
        return NoTextError("The line holds a NUL character.", "Save the notes as UTF-8.")
    try:
        return raw.decode().strip()
    except UnicodeDecodeError as error:
        return NoTextError(
            f"Byte {error.start + 1} of the line is no UTF-8.", "Save the notes as UTF-8."
        )
