"""Milestones, big and small: what there is to celebrate of some days."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from stridelog.domain.activity import Activity
from stridelog.domain.dates import format_span
from stridelog.domain.documents import milestone_document
from stridelog.domain.milestone import Milestone
from stridelog.domain.month import month_number
from stridelog.domain.period import Span as Days
from stridelog.domain.quantity import Notation
from stridelog.milestones import sentence, told_once
from stridelog.page import Block, Heading, Line, Page, Span, Text

SUMMARY = "Milestones, big and small: what there is to celebrate"

ROWS = "milestones"

TOLD = 10
"""Milestones that a page tells unless all are asked for, the most telling first."""

SO_FAR = "so far"
"""What is said of the days where nobody has looked yet, or all that ever was is asked for."""

NOTHING = ("Nothing is logged yet that could be celebrated.", "stride log run 5k 30:00")

EVER = "All there ever was: stride celebrate --all"


@dataclass(frozen=True, slots=True)
class Answer:
    """The milestones of ``days``, in the order of time; the ``last`` one before, if there is none.

    ``asked`` says in words which days these are, and ``again`` is the command that shows all of
    them on any later day. ``everything`` tells that all are wanted.
    """

    days: Days
    today: date
    asked: str
    again: str
    milestones: tuple[Milestone, ...]
    activities: Mapping[str, Activity]
    last: Milestone | None = None
    everything: bool = False


def page(answer: Answer, notation: Notation) -> Page:
    """Lay the milestones out, two lines each: the most telling ones, or all of them by year."""
    title = Heading("Worth celebrating", format_span(answer.days.first, answer.days.last))
    if not answer.milestones:
        return Page((title, *_nothing(answer, notation)))
    every = every_told(answer.milestones)
    if answer.everything:
        return Page((title, *_by_year(every, answer, notation)))
    told = told_once(answer.milestones)[:TOLD]
    lines = [line for each in told for line in _lines(each, answer, notation)]
    left = len(every) - len(told)
    if left > 0:
        lines.append((Span(f"and {left} more: {answer.again}", "muted"),))
    return Page((title, Text(tuple(lines))))


def every_told(milestones: Iterable[Milestone]) -> list[Milestone]:
    """Return all that is told of milestones, in the order of time: each month tells its own."""
    months = groupby(sorted(milestones, key=_day), key=lambda each: month_number(_day(each)))
    return sorted((each for _, month in months for each in told_once(month)), key=_day)


def greatest_of_last_day(milestones: Sequence[Milestone]) -> Milestone | None:
    """Return what is told first of the last day on which there was anything."""
    last = max(map(_day, milestones), default=None)
    return next(iter(told_once(each for each in milestones if _day(each) == last)), None)


def _day(milestone: Milestone) -> date:
    return milestone.found.day


def _by_year(told: Iterable[Milestone], answer: Answer, notation: Notation) -> Iterator[Text]:
    for year, found in groupby(told, key=lambda each: each.found.day.year):
        lines = (line for each in found for line in _lines(each, answer, notation))
        yield Text(((Span(str(year), "strong"),), *lines))


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
    if answer.asked == SO_FAR:
        return (Text(NOTHING),)
    lines: list[Line | str] = [_none_new(answer)]
    if answer.last:
        lines += ["The last one:", *_lines(answer.last, answer, notation)]
    return (Text(tuple(lines)), Text((Span(EVER, "muted"),)))


def _none_new(answer: Answer) -> str:
    """Say that there is nothing; that the next one comes only of days up to today."""
    if answer.days.first > answer.today:
        return "That time is still to come."
    comes = ": the next one comes" if answer.days.last == answer.today else ""
    return f"Nothing new {answer.asked}{comes}."


def document(answer: Answer) -> dict[str, object]:
    """Return the milestones as ``stride.celebrate/1``, the earliest first."""
    return {
        "schema": "stride.celebrate/1",
        "from": answer.days.first.isoformat(),
        "to": answer.days.last.isoformat(),
        ROWS: [milestone_document(milestone) for milestone in answer.milestones],
    }
