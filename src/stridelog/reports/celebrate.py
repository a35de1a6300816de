"""Milestones, big and small: what there is to celebrate of some days."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stridelog.domain.activity import Activity
from stridelog.domain.dates import format_span
from stridelog.domain.documents import milestone_document
from stridelog.domain.milestone import Milestone
from stridelog.domain.period import Span as Days
from stridelog.domain.quantity import Notation
from stridelog.milestones import sentence, told_once
from stridelog.page import Block, Heading, Line, Page, Span, Text

SUMMARY = "Milestones, big and small: what there is to celebrate"

ROWS = "milestones"

TOLD = 10
"""Milestones that a page tells unless all are asked for, the most telling first."""

SO_FAR = "so far"
"""What is said of the days where nobody has looked yet."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The milestones of ``days``, in the order of time; the ``last`` one before, if there is none.

    ``asked`` says in words which days these are. ``everything`` tells that all are wanted.
    """

    days: Days
    asked: str
    milestones: tuple[Milestone, ...]
    activities: Mapping[str, Activity]
    last: Milestone | None = None
    everything: bool = False


def page(answer: Answer, notation: Notation) -> Page:
    """Lay the milestones out, two lines each."""
    title = Heading("Worth celebrating", format_span(answer.days.first, answer.days.last))
    if not answer.milestones:
        return Page((title, *_nothing(answer, notation)))
    ordered = told_once(answer.milestones)
    told = ordered if answer.everything else ordered[:TOLD]
    lines = [line for each in told for line in _lines(each, answer, notation)]
    left = len(ordered) - len(told)
    if left:
        lines.append((Span(f"and {left} more: add --all", "muted"),))
    return Page((title, Text(tuple(lines))))


def _lines(milestone: Milestone, answer: Answer, notation: Notation) -> Iterator[Line]:
    big = milestone.found.size == "big"
    said = sentence(milestone, answer.activities, notation)
    yield (Span("★ " if big else "· ", "accent"), Span(said, "strong" if big else ""))
    yield (Span(f"  {_whence(milestone)}", "muted"),)


def _whence(milestone: Milestone) -> str:
    """Say of what, when, and by which entry."""
    found = milestone.found
    parts = [milestone.activity, format_span(found.day, found.day)]
    parts += [f"entry {found.numbers[0]}"] if found.numbers else []
    return ", ".join(filter(None, parts))


def _nothing(answer: Answer, notation: Notation) -> Sequence[Block]:
    lines: list[Line | str] = [f"Nothing new {answer.asked}: the next one comes."]
    if answer.last:
        lines.append("The last one:")
        lines += _lines(answer.last, answer, notation)
    elif answer.asked == SO_FAR:
        lines = ["Nothing is logged yet that could be celebrated.", "stride log run 5k 30:00"]
    return (Text(tuple(lines)),)


def document(answer: Answer) -> dict[str, object]:
    """Return the milestones as ``stride.celebrate/1``, the earliest first."""
    return {
        "schema": "stride.celebrate/1",
        "from": answer.days.first.isoformat(),
        "to": answer.days.last.isoformat(),
        ROWS: [milestone_document(milestone) for milestone in answer.milestones],
    }
