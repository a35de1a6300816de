"""What stands in a cell or a line of a page, as spans."""

from stridelog.page import Line, Span


def spans_of(content: str | Span | Line) -> Line:
    """Return what stands in a cell or a line of a page as spans."""
    if isinstance(content, str):
        return (Span(content),)
    return (content,) if isinstance(content, Span) else content
