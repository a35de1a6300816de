"""The width of text in the cells of a terminal, and cutting it to a width.

A letter of Latin is one cell wide, one of Chinese two, an accent that joins a letter none.
"""

from typing import Literal

from rich.cells import cell_len

from stridelog.page import Line, Span


def width(text: str) -> int:
    """Return how many cells ``text`` fills."""
    return len(text) if text.isascii() else cell_len(text)


def line_width(line: Line) -> int:
    """Return how many cells the spans of ``line`` fill."""
    return sum(width(span.text) for span in line)


def head(text: str, limit: int) -> str:
    """Return the longest beginning of ``text`` that fills at most ``limit`` cells."""
    if text.isascii():
        return text[: max(limit, 0)]
    shortest, longest = 0, len(text)
    while shortest < longest:
        middle = (shortest + longest + 1) // 2
        if width(text[:middle]) <= limit:
            shortest = middle
        else:
            longest = middle - 1
    return text[:shortest]


def cut(line: Line, limit: int, mark: str) -> Line:
    """Return ``line`` in at most ``limit`` cells, ending with ``mark`` where it was cut."""
    if line_width(line) <= limit:
        return line
    mark = head(mark, limit)
    room = limit - width(mark)
    kept: list[Span] = []
    for span in line:
        beginning = head(span.text, room)
        room -= width(beginning)
        if beginning != span.text:
            kept.append(Span(beginning.rstrip(" ") + mark, span.style))
            break
        kept.append(span)
    return tuple(kept)


def pad(line: Line, size: int, align: Literal["left", "right"]) -> Line:
    """Return ``line`` filled up with spaces to ``size`` cells."""
    space = Span(" " * (size - line_width(line)))
    return (space, *line) if align == "right" else (*line, space)


def part(line: Line, start: int, end: int) -> Line:
    """Return the characters of ``line`` from ``start`` up to ``end``, with their styles."""
    kept: list[Span] = []
    offset = 0
    for span in line:
        text = span.text[max(start - offset, 0) : max(end - offset, 0)]
        if text:
            kept.append(Span(text, span.style))
        offset += len(span.text)
    return tuple(kept)
