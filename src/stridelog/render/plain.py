"""What stands in a cell or a line of a page, as spans."""

from stridelog.page import Fact, Line, Span

BETWEEN = Span(" · ")
"""What stands between the ends of a fact where it is one run of words."""


def spans_of(content: str | Span | Line | Fact) -> Line:
    """Return what stands in a cell or a line of a page as spans."""
    if isinstance(content, str):
        return (Span(content),)
    if isinstance(content, Fact):
        return _of_fact(content)
    return (content,) if isinstance(content, Span) else content


def _of_fact(fact: Fact) -> Line:
    label, said = fact.label.text.strip(), spans_of(fact.said)
    if label and said and said[0].style == "strong":
        said, label = (Span(f"{label} {said[0].text}", "strong"), *said[1:]), ""
    before = (Span(label, "strong"), Span(" ")) if label else ()
    return (*before, *said, *((BETWEEN, fact.aside) if fact.aside.text else ()))
