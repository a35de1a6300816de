"""A FIT file's bytes: read within bounds, cut into the FIT files that follow one another in it."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from stridelog.domain.importing import ImportFileError, SourceFile
from stridelog.importers._text import CHUNK, readable

LARGEST = 1 << 26
"""Bytes that a file may have: a week of records every second, with all that a watch measures."""

MOST_PARTS = 100
"""FIT files that may follow one another in one; a device writes one, or a few."""

MAGIC = b".FIT"

_HEADER = struct.Struct("<2BHI4s")
"""Its own size, two versions, the size of the body, and four letters; a checksum may follow."""

_CRC_SIZE = 2
_POLYNOMIAL = 0xA001


@dataclass(frozen=True, slots=True)
class Part:
    """One FIT file: a header of the oldest form, the body, and room for a checksum.

    ``whole`` is false where the body is shorter than the header says, ``intact`` where what
    stands in it does not match its checksum.
    """

    data: bytes
    whole: bool
    intact: bool


def is_fit(head: bytes, start: int = 0) -> bool:
    """Tell whether a FIT file begins at ``start``."""
    return head[start + 8 : start + _HEADER.size] == MAGIC and head[start] >= _HEADER.size


def content_of(file: SourceFile) -> bytes:
    """Return all bytes of a FIT file. Raises ``ImportFileError``."""
    pieces: list[bytes] = []
    size = 0
    with readable(file), file.open("rb") as stream:
        while size <= LARGEST and (piece := stream.read(CHUNK)):
            if not pieces and not is_fit(piece):
                raise ImportFileError(f"{file} is not a FIT file.")
            pieces.append(piece)
            size += len(piece)
    if not pieces:
        raise ImportFileError(f"{file} is empty.")
    if size > LARGEST:
        raise ImportFileError(
            f"{file} is larger than {LARGEST >> 20} MiB, too large for a FIT file."
        )
    return b"".join(pieces)


def parts_of(content: bytes) -> Iterator[Part]:
    """Yield the FIT files that ``content`` consists of.

    What stands after the last of them, as the zeros that fill up a device's memory, is left out.
    """
    start = 0
    while is_fit(content, start):
        size, protocol, profile, length, _ = _HEADER.unpack_from(content, start)
        body = start + size
        end = body + length
        if not length and not _ends_here(content, body):
            # A device that was switched off had no time to write how long the body is.
            end = max(body, len(content) - _CRC_SIZE)
        whole = end == body + length <= len(content)
        header = _HEADER.pack(_HEADER.size, protocol, profile, end - body, MAGIC)
        yield Part(
            header + content[body:end] + bytes(_CRC_SIZE if end <= len(content) else 0),
            whole=whole,
            intact=_intact(content[start:end], content[end : end + _CRC_SIZE]),
        )
        start = end + _CRC_SIZE


def _ends_here(content: bytes, body: int) -> bool:
    after = body + _CRC_SIZE
    return after >= len(content) or is_fit(content, after)


def _intact(content: bytes, checksum: bytes) -> bool:
    """Tell whether a checksum is right; one that is not there, or zero, was not worked out."""
    expected = int.from_bytes(checksum, "little")
    return len(checksum) < _CRC_SIZE or not expected or expected == _crc(content)


def _crc(content: bytes) -> int:
    """Return the CRC-16/ARC of ``content``, as the FIT protocol defines it."""
    table = _crc_table()
    crc = 0
    for byte in content:
        crc = (crc >> 8) ^ table[(crc ^ byte) & 0xFF]
    return crc


@cache
def _crc_table() -> tuple[int, ...]:
    def entry(crc: int) -> int:
        for _ in range(8):
            crc = (crc >> 1) ^ (_POLYNOMIAL if crc & 1 else 0)
        return crc

    return tuple(entry(byte) for byte in range(256))
