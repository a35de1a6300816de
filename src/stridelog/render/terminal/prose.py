"""Paragraphs in a terminal: long lines are folded between words."""

from collections.abc import Iterator

from stridelog.page import Line, Span
from stridelog.render.terminal.cells import part, width


def folded(line: Line, limit: int) -> list[Line]:
    """Return ``line`` as lines of at most ``limit`` cells, indented as its beginning is.

    A single word that is longer stays whole: an address must remain one to be followed.
    """
    text = "".join(span.text for span in line)
    if width(text) <= limit:
        return [line]
    indent = min(len(text) - len(text.lstrip(" ")), limit // 2)
    first, *others = [part(line, start, end) for start, end in _rows(text, indent, limit)]
    return [first, *((Span(" " * indent), *row) for row in others)]


def _rows(text: str, indent: int, limit: int) -> Iterator[tuple[int, int]]:
    """Yield the beginning and the end of each row in ``text``."""
    start = end = 0
    room = limit
    for word_start, word_end in _words(text):
        if end and width(text[start:word_end]) > room:
            yield start, end
            start = word_start
            room = limit - indent
        end = word_end
    yield start, end


def _words(text: str) -> Iterator[tuple[int, int]]:
    offset = 0
    for word in text.split(" "):
        if word:
            yield offset, offset + len(word)
        offset += len(word) + 1
