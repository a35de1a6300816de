"""Facts as lines: labels in their column, asides flush with the right edge of a usual page.

Where there are no columns they are items of a list.
"""

from collections.abc import Iterable

from stridelog.domain.text_width import cells
from stridelog.page import Fact, Line, Span
from stridelog.render.paper import USUAL_WIDTH, Paper
from stridelog.render.plain import spans_of

GAP = 2
"""Cells between what is said and the aside, at least."""


def label_of(fact: Fact, paper: Paper) -> Span:
    """Return what stands before what is said: the indent, the label, and the rest of its column."""
    label = paper.shown(fact.label.text)
    rest = " " * max(fact.columns - cells(label), 0)
    return Span(f"{'':{fact.indent}}{label}{rest}", fact.label.style)


def lines_of(fact: Fact, paper: Paper) -> tuple[Line, ...]:
    """Return a fact as a line, or as two where its ends do not fit beside each other.

    On narrow paper, where many do not, what is said and the aside begin in the same column.
    """
    line = (label_of(fact, paper), *spans_of(fact.said))
    if not fact.aside.text:
        return (line,)
    width, aside = min(paper.width, USUAL_WIDTH), cells(paper.shown(fact.aside.text))
    room = width - aside - sum(cells(paper.shown(span.text)) for span in line)
    if room >= GAP:
        return ((*line, Span(" " * room), fact.aside),)
    begins = cells(line[0].text) if paper.width < USUAL_WIDTH else width
    return line, (Span(" " * max(min(begins, width - aside), 0)), fact.aside)


def is_item(content: str | Span | Line | Fact) -> bool:
    """Tell whether a line of a text is a fact about what stands above it."""
    return isinstance(content, Fact) and content.indent > 0


def items_of(contents: Iterable[str | Span | Line | Fact]) -> list[Line]:
    """Return facts as items: one without a label goes on with the fact before it."""
    items: list[Line] = []
    for content in contents:
        goes_on = isinstance(content, Fact) and content.columns and not content.label.text
        if items and goes_on:
            items[-1] += (Span(" "), *spans_of(content))
        else:
            items.append(spans_of(content))
    return items
