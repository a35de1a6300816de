"""What is said of an entry: then against now, its streak, and what it is celebrated for."""

from stridelog.domain.comparable import Comparable, Mark, SameWeeks
from stridelog.domain.dates import format_span
from stridelog.domain.description import named
from stridelog.domain.milestone import Size
from stridelog.domain.phrasing import difference, value
from stridelog.domain.quantity import Notation, format_quantity
from stridelog.domain.streak_words import counted, to_keep
from stridelog.domain.units import Dimension
from stridelog.milestones import sentence, told_once
from stridelog.page import Line, Span, Style
from stridelog.reports.logged.answer import Answer

MOST = 3
"""Milestones that are told of an entry."""

SIGNS: dict[Size, str] = {"big": "★", "small": "·"}
"""What stands before a milestone."""

A_YEAR = 365
"""Days after which the first of its kind is told of, rather than the last."""


def then(answer: Answer, notation: Notation) -> Line:
    """Return then against now: the first like it where that is a year ago, else the last."""
    beside = answer.beside
    if beside is None:
        return ()
    measure = beside.measure
    first, last, weeks = beside.first, beside.last, beside.same_weeks
    earlier: Mark | SameWeeks
    if beside.covered is not None and first and (answer.entry.day - first.day).days >= A_YEAR:
        whose = "your first " if beside.distance_class else ""
        when = f"over {whose}{_what(beside, notation)}, {_day(first)}"
        earlier = first
    elif weeks is not None:
        earlier, when = weeks, f"in the same weeks of {weeks.last.year}"
    elif last is not None:
        what = _what(beside, notation)
        earlier, when = last, f"{f'in the last {what}' if what else 'the last time'}, {_day(last)}"
    else:
        return ()
    change = _change(answer, earlier.value, notation)
    return (Span(f"{named(measure, earlier.value, notation)} {when}: "), change)


def _day(mark: Mark) -> str:
    return format_span(mark.day, mark.day)


def _what(beside: Comparable, notation: Notation) -> str:
    """Name the distance that the entries have in common, if any: ``10k``, ``6.20 km or so``."""
    if beside.distance_class or beside.covered is None:
        return beside.distance_class
    return f"{format_quantity(beside.covered, Dimension.DISTANCE, notation)} or so"


def _change(answer: Answer, then: float, notation: Notation) -> Span:
    beside = answer.beside
    assert beside is not None  # noqa: S101 (there is a then)
    measure, now = beside.measure, "" if answer.later else " now"
    # What reads alike is alike: less than what is shown is no change.
    if value(measure, beside.value, notation) == value(measure, then, notation):
        return Span(f"= the same{now}", "level")
    good = (beside.value - then) * measure.direction.sign > 0
    style: Style = "better" if good else "worse"
    apart = difference(measure, then, beside.value, notation)
    return Span(f"{'▲' if good else '▼'} {apart}{now}", style)


def streak(answer: Answer) -> Line:
    """Return how long the streak is that the entry continues, or begins."""
    found = answer.streak
    if found is None or found.current is None or found.longest is None:
        return ()
    length, longest = found.current.length, found.longest.length
    text = counted(length, found.unit)
    if longest == 1:
        text += ", just begun"
    elif length == 1:
        text += f", begun anew, longest {longest}"
    else:
        text += ", your longest yet" if found.current == found.longest else f", longest {longest}"
    if found.at_risk:
        text += f": {to_keep(found, answer.today)}"
    return (Span(text),)


def doubted(answer: Answer) -> str:
    """Say that it holds no record, and what makes it hold one."""
    return f"too good to believe yet: stride edit {answer.entry.number} --include-in-records"


def celebrated(answer: Answer, notation: Notation) -> list[tuple[str, str]]:
    """Return what it has earned with its sign, the most telling first: three at most."""
    found = told_once(answer.milestones)[:MOST]
    activities = {answer.activity.name: answer.activity}
    then = "then " if answer.later else ""
    return [(SIGNS[each.found.size], then + sentence(each, activities, notation)) for each in found]
