"""After an entry was logged: what was understood, and how it stands beside earlier ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stridelog.domain.activity import Activity
from stridelog.domain.comparable import Comparable, Mark
from stridelog.domain.dates import format_day, format_moment
from stridelog.domain.description import description
from stridelog.domain.documents import entry_document
from stridelog.domain.entry import Entry
from stridelog.domain.phrasing import difference, value
from stridelog.domain.quantity import Notation, format_quantity
from stridelog.domain.units import Dimension
from stridelog.page import Line, Page, Span, Style, Text

SUMMARY = "What was logged, beside the last and the best entry like it"

ROWS = "entries"


SEPARATOR = " · "

INDENT = "  "

USUAL_WIDTH = 80
"""Columns into which the values are laid out, so that none of them is torn apart."""

ECHOED = 240
"""Characters of a note that are repeated after it was saved."""

_UNNAMED = frozenset({Dimension.PACE, Dimension.SPEED})
"""Dimensions whose unit says what the number is."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The entry as it was saved, and what it is set beside, if anything."""

    entry: Entry
    activity: Activity
    beside: Comparable | None


def page(answer: Answer, notation: Notation) -> Page:
    """Lay out what was saved in a line or two, and then against now in one or two more."""
    entry = answer.entry
    what = description(entry, answer.activity, notation)
    said = [entry.activity, format_moment(entry.at), *(what.split(SEPARATOR) if what else [])]
    first, *more = _rows(said, f"✓ {entry.number}  ")
    lines: list[Line] = [
        (Span("✓ ", "better"), Span(str(entry.number), "strong"), Span(f"  {first}")),
        *((Span(f"{INDENT}{row}"),) for row in more),
    ]
    around = _circumstances(entry)
    if around:
        lines.append((Span(f"  {around}"),))
    if entry.day != entry.at.date():
        lines.append((Span(f"  counts for {format_day(entry.day)}", "muted"),))
    if answer.beside is not None:
        lines += _beside(answer, answer.beside, notation)
    return Page((Text(tuple(lines)),))


def _rows(parts: Sequence[str], before: str) -> list[str]:
    """Return the parts joined in rows that fit into 80 columns, the first one after ``before``."""
    rows = [parts[0]]
    for part in parts[1:]:
        longer = f"{rows[-1]}{SEPARATOR}{part}"
        fits = len(before if len(rows) == 1 else INDENT) + len(longer) <= USUAL_WIDTH
        rows[-1:] = [longer] if fits else [rows[-1], part]
    return rows


def document(answer: Answer) -> Mapping[str, object]:
    """Return what was saved as ``stride.log/1``, with the entries it is set beside."""
    beside = answer.beside
    return {
        "schema": "stride.log/1",
        ROWS: [entry_document(answer.entry, answer.activity)],
        "beside": None
        if beside is None
        else {
            "measure": beside.measure.name,
            "unit": beside.measure.base_unit,
            "value": beside.value,
            "group": beside.distance_class or None,
            "last": _mark_document(beside.last),
            "best": _mark_document(beside.best),
        },
    }


def _mark_document(mark: Mark | None) -> Mapping[str, object] | None:
    if mark is None:
        return None
    return {"number": mark.number, "day": mark.day.isoformat(), "value": mark.value}


def _circumstances(entry: Entry) -> str:
    parts = [f"+{tag}" for tag in entry.tags]
    parts += [f"@{entry.place}"] if entry.place else []
    parts += [f"with {entry.gear}"] if entry.gear else []
    parts += [f"effort {entry.effort} of 10"] if entry.effort else []
    note = " ".join(entry.note.split())
    if len(note) > ECHOED:
        note = f"{note[: ECHOED - 1]}…"
    return " ".join([*parts, *([f'"{note}"'] if note else [])])


def _beside(answer: Answer, beside: Comparable, notation: Notation) -> list[Line]:
    """Return a line against the last entry like this one, and one against the best."""
    what = _what(beside, notation) or answer.activity.name
    if beside.last is None or beside.best is None:
        return [(Span("  first  ", "muted"), Span(f"your first {what}"))]
    lines = [_line("then", f"the last {what}", beside, beside.last, notation)]
    if beside.best.number != beside.last.number:
        lines.append(_line("best", f"your best {what}", beside, beside.best, notation))
    return lines


def _line(label: str, which: str, beside: Comparable, mark: Mark, notation: Notation) -> Line:
    measure = beside.measure
    name = "" if measure.dimension in _UNNAMED else f"{measure.name} "
    return (
        Span(f"  {label}   ", "muted"),
        Span(f"{name}{value(measure, mark.value, notation)} in {which}, {format_day(mark.day)}: "),
        _change(beside, mark, notation),
    )


def _change(beside: Comparable, mark: Mark, notation: Notation) -> Span:
    measure = beside.measure
    # What reads alike is alike: less than what is shown is no change.
    if value(measure, beside.value, notation) == value(measure, mark.value, notation):
        return Span("= the same now", "level")
    good = (beside.value - mark.value) * measure.direction.sign > 0
    style: Style = "better" if good else "worse"
    apart = difference(measure, mark.value, beside.value, notation)
    return Span(f"{'▲' if good else '▼'} {apart} now", style)


def _what(beside: Comparable, notation: Notation) -> str:
    """Name what the entries have in common: ``10k``, ``6.20 km or so``."""
    if beside.distance_class or beside.covered is None:
        return beside.distance_class
    return f"{format_quantity(beside.covered, Dimension.DISTANCE, notation)} or so"
