"""An entry as a form to be changed in an editor, and back."""

from collections.abc import Mapping
from datetime import datetime

from stridelog.domain.activity import Activity
from stridelog.domain.circumstances import effort_value, gear_name, note_text, place_name, tag_name
from stridelog.domain.entry import Draft, Entry
from stridelog.domain.errors import UsageError
from stridelog.domain.logline import value_of
from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import shown
from stridelog.domain.quantity import Notation, exact

NOTE = "note:"
"""The line after which everything is the note."""

HEAD = """\
# Entry {number}. Change what you like, save, and close the editor.
# An empty value takes the thing away; an empty file leaves the entry as it was.
"""


class FormError(UsageError):
    """A line of the form cannot be taken."""


def write_form(entry: Entry, activity: Activity, notation: Notation) -> str:
    """Return the form of an entry; values are spelled so that they read back to the last bit."""
    lines = [
        f"activity: {entry.activity}",
        f"at: {entry.at.isoformat(sep=' ', timespec='seconds')}",
    ]
    for measure in activity.measures:
        value = entry.measurements.get(measure.name)
        if measure.ratio is not None or (measure.retired and value is None):
            continue
        text = "" if value is None else exact(value, measure.dimension, notation)
        lines.append(f"{measure.name}: {text}".rstrip())
    lines += [
        f"tags: {' '.join(f'+{tag}' for tag in entry.tags)}".rstrip(),
        f"place: {entry.place}".rstrip(),
        f"gear: {entry.gear}".rstrip(),
        f"effort: {entry.effort or ''}".rstrip(),
        NOTE,
    ]
    return HEAD.format(number=entry.number) + "\n".join(lines) + f"\n{entry.note}\n"


def read_form(text: str, activities: Mapping[str, Activity], notation: Notation) -> Draft | None:
    """Return the entry that a form describes, None where the form is empty.

    Raises ``FormError`` and ``QuantityError``, each naming the line.
    """
    fields, note = _split(text)
    if not fields and not note:
        return None
    activity = activities.get(fields.pop("activity", ""))
    if activity is None:
        raise FormError("The form names no known activity.", f"One of: {', '.join(activities)}.")
    return Draft(
        activity=activity.name,
        at=_time(fields.pop("at", "")),
        tags=tuple(dict.fromkeys(map(tag_name, fields.pop("tags", "").split()))),
        place=place_name(place) if (place := fields.pop("place", "")) else "",
        gear=gear_name(gear) if (gear := fields.pop("gear", "")) else "",
        effort=effort_value(effort) if (effort := fields.pop("effort", "")) else None,
        note=note,
        measurements=_values(fields, activity, notation),
    )


def _split(text: str) -> tuple[dict[str, str], str]:
    head, _, note = f"\n{text}".partition(f"\n{NOTE}")
    fields: dict[str, str] = {}
    for line in head.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, colon, value = line.partition(":")
        if not colon:
            raise FormError(f'"{shown(line)}" is not a line of the form.', "Write NAME: VALUE.")
        if name.strip() in fields:
            raise FormError(f"{name.strip()} stands there twice.", "Keep one of the lines.")
        fields[name.strip()] = value.strip()
    return fields, note_text(note.removeprefix(" "))


def _time(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        raise FormError(
            f'"{shown(text)}" is not a time with its offset from UTC.',
            "Write it like 2026-11-26 08:12:00+01:00.",
        )
    return at.replace(microsecond=0)


def _values(fields: Mapping[str, str], activity: Activity, notation: Notation) -> dict[str, float]:
    values: dict[str, float] = {}
    for name, text in fields.items():
        if not text:
            continue
        measure = activity.measure(name)
        if measure is None or measure.ratio is not None:
            guess = nearest(name, [m.name for m in activity.loggable])
            raise FormError(
                f'{activity.name} has no measure "{shown(name)}".',
                f"Did you mean {guess}?" if guess else "Take the line out.",
            )
        # A watch may have written zero, which nobody would type; unchanged, it may stay.
        zero = text == exact(0.0, measure.dimension, notation)
        values[name] = 0.0 if zero else value_of(text, measure, notation)
    return values
