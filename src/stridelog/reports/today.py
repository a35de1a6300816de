"""Today at a glance: one panel below the other, on one screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from stridelog.domain.dates import format_span
from stridelog.domain.dates.names import MONTHS, WEEKDAYS
from stridelog.domain.quantity import Notation
from stridelog.domain.today import Glance
from stridelog.page import Block, Heading, Page, Span, Text

SUMMARY = "Today at a glance"

ROWS = ""
"""Each panel has rows of its own kind, so there is no CSV of them all."""

WAYS_TO_START = (
    ("stride log run 5k 30:00", "log what you did, in one line"),
    ("stride import FILE", "bring your history in: Strava, Garmin, any CSV"),
    ("stride demo compare --years 5", "look round a made-up journal of six years"),
)
"""What a newcomer may do first, and what it is good for."""


A_WHILE = 14
"""Days without an entry after which the page says when the last one was."""


class Panel(Protocol):
    """A module of ``panels``, as far as the page is concerned."""

    def block(self, rows: Any, glance: Glance, notation: Notation) -> Block:  # noqa: ANN401 (each panel's own)
        """Lay the rows out."""

    def document(self, rows: Any) -> list[object]:  # noqa: ANN401 (each panel's own)
        """Return the rows for JSON."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A panel by its name, with the rows that it has today, if any."""

    name: str
    panel: Panel
    rows: Sequence[Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """The panels from top to bottom, the entries in all, and the last day that has one."""

    glance: Glance
    entries: int = 0
    last_day: date | None = None
    panels: tuple[Filled, ...] = ()


def page(answer: Answer, notation: Notation) -> Page:
    """Lay out the panels that have something to say; to a newcomer, say how to start.

    Who begins with goals sees them, too.
    """
    today = answer.glance.today
    title = f"{WEEKDAYS[today.weekday()]} {today.day} {MONTHS[today.month - 1]} {today.year}"
    blocks = [
        filled.panel.block(filled.rows, answer.glance, notation)
        for filled in answer.panels
        if filled.rows
    ]
    if answer.last_day is None:
        return Page((Heading(title), *blocks, *_welcome()))
    last = format_span(answer.last_day, answer.last_day)
    is_back = (today - answer.last_day).days > A_WHILE
    heading = Heading(title, f"last entry: {last}" if is_back else "")
    return Page((heading, *(blocks or [Text(("Go on where you left off: stride log",))])))


def document(answer: Answer) -> Mapping[str, object]:
    """Return the panels by their names as ``stride.today/1``; each is a list, empty or not."""
    return {
        "schema": "stride.today/1",
        "day": answer.glance.today.isoformat(),
        "entries": answer.entries,
        **{filled.name: filled.panel.document(filled.rows) for filled in answer.panels},
    }


def _welcome() -> tuple[Text, ...]:
    width = max(len(command) for command, _ in WAYS_TO_START) + 2
    ways = (
        (Span(f"  {command:{width}}", "strong"), Span(purpose))
        for command, purpose in WAYS_TO_START
    )
    return Text(("Nothing is logged here yet. Three ways to start:",)), Text(tuple(ways))
