"""Lines of a review: what each is about at the left, its state or its date at the right."""

from stridelog.domain.text_width import cells
from stridelog.page import Fact, Span, Style

WIDTH = 80
"""Columns of a usual page."""

INDENT = 3

GAP = 2
"""Blanks between the two ends of a line, at least."""

LABEL = 10
"""Columns of what a line is about, with the blank after it."""


def fact(label: str, said: str, right: str = "", style: Style = "") -> Fact:
    """Return one line about a goal; ``style`` is what its right end means."""
    named = Span(label, "accent" if label == "★" else "muted")
    return Fact(said, Span(right, style), named, LABEL, INDENT)


def fits(line: Fact) -> bool:
    """Tell whether both ends of a line fit beside each other on a usual page."""
    said = line.said if isinstance(line.said, str) else ""
    return INDENT + LABEL + cells(said) + GAP + cells(line.aside.text) <= WIDTH
