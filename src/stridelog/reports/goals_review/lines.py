"""Lines of a review: what stands at their left end, and flush with the right edge."""

from collections.abc import Iterator
from dataclasses import dataclass

from stridelog.domain.text_width import cells
from stridelog.page import Line, Span, Style

WIDTH = 80
"""Columns that a page has; where a terminal has fewer, long lines are folded."""

INDENT = 3

GAP = 2
"""Blanks between the two ends of a line, at least."""

LABEL = 10
"""Columns of what a line is about, with the blank after it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line about a goal: what it is about, what is said, and what stands at the right end."""

    label: str
    said: str
    right: str = ""
    style: Style = ""
    """What the right end means."""


def drawn(fact: Fact) -> Iterator[Line]:
    """Give a fact as a line, or as two where its ends do not fit beside each other."""
    style: Style = "accent" if fact.label == "★" else "muted"
    label = Span(f"{'':{INDENT}}{fact.label:<{LABEL}}", style)
    return flush((label, Span(fact.said)), Span(fact.right, fact.style))


def flush(left: Line, right: Span) -> Iterator[Line]:
    """Give a line with what stands at its right end; on a line of its own where it does not fit."""
    room = WIDTH - sum(cells(span.text) for span in left) - cells(right.text)
    if not right.text:
        yield left
    elif room >= GAP:
        yield (*left, Span(" " * room), right)
    else:
        yield left
        yield (Span(" " * max(WIDTH - cells(right.text), 0)), right)


def fits(fact: Fact) -> bool:
    """Tell whether both ends of a line fit beside each other."""
    return INDENT + LABEL + cells(fact.said) + GAP + cells(fact.right) <= WIDTH
