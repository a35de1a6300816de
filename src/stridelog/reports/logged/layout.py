"""What was logged as a page of a few lines: what was saved, how it stands, what it has earned."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from stridelog.domain.dates import format_day, format_moment
from stridelog.domain.description import brief_description, description
from stridelog.domain.entry import Entry
from stridelog.domain.quantity import Notation
from stridelog.page import Line, Page, Span, Text
from stridelog.reports.logged.answer import Answer
from stridelog.reports.logged.phrases import celebrated, doubted, streak, then

LINES = 4
"""What was saved takes fewer lines than these, ..."""

WIDTH = 80
"""... of so many characters, so that no value is torn apart."""

SEPARATOR = " · "

INDENT = "  "

LABEL = "  {:8}"
"""What stands before the lines that are told about an entry."""

SHORTEST_NOTE = 12
"""Characters of a note that are repeated, however little space there is."""


def page(answer: Answer, notation: Notation) -> Page:
    """Lay out what was saved, then against now, the streak and the celebration."""
    values = _parts(description(answer.entry, answer.activity, notation))
    saved = _saved(answer.entry, values)
    if len(saved) >= LINES:
        few = _parts(brief_description(answer.entry, answer.activity, notation))
        saved = _saved(answer.entry, [*few, f"and {len(values) - len(few)} more"])
    return Page((Text((*saved, *_told(answer, notation))),))


def _parts(what: str) -> list[str]:
    return what.split(SEPARATOR) if what else []


def _saved(entry: Entry, values: Sequence[str]) -> list[Line]:
    """Return what was saved; what takes more than a line goes on in the next, tags and all."""
    around = _circumstances(entry)
    said = [entry.activity, format_moment(entry.at), *values]
    before = f"✓ {entry.number}  "
    rows = _rows(said, before)
    if len(rows) > 1 and around:
        rows = _rows([*said, around], before)
    elif around:
        rows.append(around)
    first: Line = (Span("✓ ", "better"), Span(str(entry.number), "strong"), Span(f"  {rows[0]}"))
    return [first, *((Span(f"{INDENT}{row}"),) for row in rows[1:])]


def _rows(parts: Sequence[str], before: str) -> list[str]:
    """Return the parts joined in rows that fit into the width, the first one after ``before``."""
    rows = [parts[0]]
    for part in parts[1:]:
        longer = f"{rows[-1]}{SEPARATOR}{part}"
        fits = len(before if len(rows) == 1 else INDENT) + len(longer) <= WIDTH
        rows[-1:] = [longer] if fits else [rows[-1], part]
    return rows


def _circumstances(entry: Entry) -> str:
    """Return what else is known of the entry, on one line: a long note is cut."""
    parts = [f"counts for {format_day(entry.day)}"] if entry.day != entry.at.date() else []
    parts += [f"+{tag}" for tag in entry.tags]
    parts += [f"@{entry.place}"] if entry.place else []
    parts += [f"with {entry.gear}"] if entry.gear else []
    parts += [f"effort {entry.effort} of 10"] if entry.effort else []
    note = " ".join(entry.note.split())
    room = max(WIDTH - len("  ".join(["", *parts, '""'])), SHORTEST_NOTE)
    if len(note) > room:
        note = f"{note[: room - 1].rstrip()}…"
    return " ".join([*parts, *([f'"{note}"'] if note else [])])


def _told(answer: Answer, notation: Notation) -> Iterator[Line]:
    """Give what is said about the entry: then against now, its streak, what it has earned."""
    for label, line in (("then", then(answer, notation)), ("streak", streak(answer))):
        if line:
            yield (Span(LABEL.format(label), "muted"), *line)
    if answer.doubtful:
        yield (Span(LABEL.format("doubt"), "muted"), Span(doubted(answer), "warning"))
    for sign, said in celebrated(answer, notation):
        label = LABEL.format(sign)
        for row in wrap(said, WIDTH - len(label)):
            yield (Span(label, "muted"), Span(row, "accent"))
            label = LABEL.format("")
