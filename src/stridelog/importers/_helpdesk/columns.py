"""Where the columns of a help desk's export stand, by their labels.

Labels vary in case, order and number, name their unit (``in minutes``, ``(in hrs)``), and say
whether only business hours count. Columns that are not asked for are never looked at: who wrote
in, and what about, stays in the file.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from stridelog.importers._names import kebab


class Trust(StrEnum):
    """What a waiting time is taken from first; the other where that says nothing."""

    COLUMN = "column"
    """The column that holds it."""
    TIMES = "times"
    """The times between which it lies."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A program that help desks work with, and how its export labels what is read of it.

    Labels are in small letters with dashes; where there are several, the first that the file has
    counts. ``first_reply`` and ``resolution`` are how the labels of waiting times begin, ``unit``
    is what these are in where the label does not say. A file is known by one of ``marks`` at
    least, beside the agent and the time of solving.
    """

    source: str
    name: str
    ticket: tuple[str, ...]
    agent: tuple[str, ...]
    status: tuple[str, ...]
    created: tuple[str, ...]
    replied: tuple[str, ...]
    solved: tuple[str, ...]
    rating: tuple[str, ...]
    reopens: tuple[str, ...]
    first_reply: str
    resolution: str
    unit: str
    trust: Trust
    marks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Waiting:
    """The column of a waiting time, and its unit. ``business`` where nights do not count."""

    column: int
    unit: str
    business: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands; None where the file does not have it."""

    solved: tuple[int, ...]
    agent: int | None
    ticket: int | None
    status: int | None
    created: int | None
    replied: int | None
    rating: int | None
    reopens: int | None
    first_reply: Waiting | None
    resolution: Waiting | None


_WAITING = re.compile(
    r"(?:-in)?(?:-(?P<unit>s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?))?"
    r"(?P<business>(?:-within|-in)?-business-hours)?"
)


def layout_of(desk: Desk, header: Sequence[str]) -> Layout | None:
    """Return where the columns stand, or None if the table is not the desk's."""
    places: dict[str, int] = {}
    for place, label in enumerate(header):
        # A label longer than any of the desk's is a text, and need not be looked at.
        places.setdefault(kebab(label) if len(label) <= _LONGEST_LABEL else "", place)
    solved = tuple(places[label] for label in desk.solved if label in places)
    agent = _first(desk.agent, places)
    marks = [label for label in places if any(label.startswith(mark) for mark in desk.marks)]
    if not solved or not marks or (agent is None and _first(desk.ticket, places) is None):
        return None
    return Layout(
        solved=solved,
        agent=agent,
        ticket=_first(desk.ticket, places),
        status=_first(desk.status, places),
        created=_first(desk.created, places),
        replied=_first(desk.replied, places),
        rating=_first(desk.rating, places),
        reopens=_first(desk.reopens, places),
        first_reply=_waiting(desk.first_reply, places, desk.unit),
        resolution=_waiting(desk.resolution, places, desk.unit),
    )


_LONGEST_LABEL = 200


def _first(labels: Sequence[str], places: Mapping[str, int]) -> int | None:
    return next((places[label] for label in labels if label in places), None)


def _waiting(start: str, places: Mapping[str, int], usual: str) -> Waiting | None:
    """Return the column whose label begins so: by the calendar rather than by business hours."""
    found: list[Waiting] = []
    for label, place in places.items():
        match = _WAITING.fullmatch(label, len(start)) if label.startswith(start) else None
        if match:
            unit = (match["unit"] or usual)[0]
            symbol = {"s": "s", "m": "min", "h": "h"}[unit]
            found.append(Waiting(place, symbol, business=match["business"] is not None))
    return min(found, key=lambda waiting: waiting.business, default=None)
