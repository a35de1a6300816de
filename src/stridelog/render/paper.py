"""Paper: what a page is drawn on, and how it gets there."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

from stridelog.domain.visible_text import visible
from stridelog.render.fallback import written_in

USUAL_WIDTH = 80
"""Columns where nothing says how many there are."""

WIDEST = 1000
"""Columns that no terminal exceeds; a larger ``COLUMNS`` is a mistake."""


@dataclass(frozen=True, slots=True)
class Paper:
    """Width in terminal cells, whether colour is wanted, and what characters there are."""

    width: int = USUAL_WIDTH
    colour: bool = False
    encoding: str = "utf-8"

    def shown(self, text: str) -> str:
        """Return ``text`` as it can stand on this paper: visible, harmless, in its encoding."""
        return written_in(self.encoding, visible(text))


def paper_of(stream: TextIO, environ: Mapping[str, str], *, colour: bool) -> Paper:
    """Return the paper that ``stream`` is: ``COLUMNS`` wide, else as the terminal, else 80."""
    width = _columns(environ) or _terminal_width(stream) or USUAL_WIDTH
    return Paper(min(width, WIDEST), colour, _encoding(stream))


def write(text: str, stream: TextIO) -> None:
    """Write ``text`` to ``stream``, with signs of ASCII for characters that it cannot write."""
    stream.write(written_in(_encoding(stream), text))


def _encoding(stream: TextIO) -> str:
    # A stream in memory (io.StringIO) has none: it takes every character.
    return getattr(stream, "encoding", None) or "utf-8"


def _columns(environ: Mapping[str, str]) -> int:
    columns = environ.get("COLUMNS", "").strip()
    usable = columns.isascii() and columns.isdigit() and len(columns) < len("1000000")
    return int(columns) if usable else 0


def _terminal_width(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):  # not a terminal; not even a file
        return 0
