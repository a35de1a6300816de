"""The workouts in an export of Apple Health: found, not parsed, among gigabytes of records.

What stands between the workouts is only looked through for their beginnings: that is many times
as fast as parsing it, and what is damaged there does no harm. The document type before
``<HealthData`` is never read, since iOS 16 wrote a broken one.
"""

import re
from collections.abc import Iterator
from enum import Enum

from stridelog.domain.importing import ImportFileError, SourceFile
from stridelog.importers._text import readable
from stridelog.importers.apple_health.window import CHUNK, Window

LONGEST_TAG = 1 << 24
"""Bytes that the start tag of a workout may have."""

_ROOT = re.compile(rb"<HealthData(?=[\s/>])|<!ENTITY")
_MARK = re.compile(rb'<(?:Workout(?=[\s/>])|!--|/HealthData|ExportDate\s+value="([^"<]*)")')
_COMMENT_END = re.compile(rb"-->")
_TAG = re.compile(rb"""<Workout(?:[^"'<>]++|"[^"<]*+"|'[^'<]*+')*+>""")
_STOP = re.compile(rb"</Workout(?=[\s>])|<Workout(?=[\s/>])|</HealthData")


class Mark(Enum):
    """What follows the last piece of a workout: it was whole, or it has no end."""

    WHOLE = "whole"
    BROKEN = "broken"


class Export:
    """An export of Apple Health. ``made`` is when it was, in its words, once that was read."""

    def __init__(self, path: SourceFile) -> None:
        self.made = ""
        self._path = path

    def pieces(self) -> Iterator[bytes | Mark]:
        """Yield each workout's bytes, in pieces, with a mark after the last one.

        Raises ``ImportFileError`` where the file is no export, or is cut off.
        """
        with readable(self._path), self._path.open("rb") as file:
            window = Window(self._path, file)
            self._enter(window)
            while mark := window.skip_to(_MARK):
                if mark[0] == b"</HealthData":
                    return
                if mark[0] == b"<!--":
                    window.skip_to(_COMMENT_END)
                elif mark[0] == b"<Workout":
                    yield from _workout(window)
                else:
                    self.made = mark[1].decode(errors="replace")
                    window.drop(len(mark[0]))
        raise ImportFileError(
            f"{self._path} is cut off: it has no end.", "Export it again, or fetch a whole copy."
        )

    def _enter(self, window: Window) -> None:
        """Go to the outermost element. Raises ``ImportFileError``."""
        if window.is_empty:
            raise ImportFileError(f"{self._path} is empty.")
        root = window.skip_to(_ROOT)
        if root is None:
            raise ImportFileError(
                f"{self._path} is no export of Apple Health: its text has no <HealthData>."
            )
        if root[0] == b"<!ENTITY":
            raise ImportFileError(
                f"{self._path} is not read. It declares entities of its own, "
                "which no journal needs."
            )


def _workout(window: Window) -> Iterator[bytes | Mark]:
    """Give the workout whose beginning comes next."""
    tag = window.match(_TAG, LONGEST_TAG)
    if not tag:
        window.drop(len(b"<Workout"))
        yield Mark.BROKEN
        return
    yield from (tag[at : at + CHUNK] for at in range(0, len(tag), CHUNK))
    if tag.endswith(b"/>"):
        yield Mark.WHOLE
        return
    yield from window.until(_STOP)
    if window.passes(b"</Workout"):
        yield b"</Workout>"
        yield Mark.WHOLE
    else:
        yield Mark.BROKEN
