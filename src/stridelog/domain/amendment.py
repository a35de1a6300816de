"""What is different about an entry once it is corrected."""

from collections.abc import Iterator

from stridelog.domain.activity import Activity
from stridelog.domain.dates import format_moment
from stridelog.domain.entry import Draft, Entry
from stridelog.domain.phrasing import value
from stridelog.domain.quantity import Notation

ARROW = "\N{RIGHTWARDS ARROW}"


def differences(
    before: Entry, after: Draft, activity: Activity, notation: Notation
) -> tuple[str, ...]:
    """Return what a correction changes, piece by piece: ``+race``, ``@home → @park``.

    ``activity`` is that of the corrected entry. Of the note it is only said that it changes.
    """
    return (
        *_essence(before, after),
        *_values(before, after, activity, notation),
        *_circumstances(before, after),
    )


def _essence(before: Entry, after: Draft) -> Iterator[str]:
    if before.activity != after.activity:
        yield f"{before.activity} {ARROW} {after.activity}"
    if before.at != after.at:
        yield f"on {format_moment(after.at)}"


def _values(before: Entry, after: Draft, activity: Activity, notation: Notation) -> Iterator[str]:
    for measure in activity.measures:
        old, new = (
            values.get(measure.name) for values in (before.measurements, after.measurements)
        )
        if old != new and new is not None:
            told = "" if old is None else f"{value(measure, old, notation)} {ARROW} "
            yield f"{measure.name} {told}{value(measure, new, notation)}"
    gone = [name for name in before.measurements if name not in after.measurements]
    yield from (f"without {name}" for name in gone)


def _circumstances(before: Entry, after: Draft) -> Iterator[str]:
    yield from (f"+{tag}" for tag in after.tags if tag not in before.tags)
    yield from (f"without +{tag}" for tag in before.tags if tag not in after.tags)
    for sign, old, new in (
        ("@", before.place, after.place),
        ("gear ", before.gear, after.gear),
        ("effort ", str(before.effort or ""), str(after.effort or "")),
    ):
        if old != new:
            yield _instead(sign, old, new)
    if before.note != after.note:
        yield "another note" if after.note else "without its note"


def _instead(sign: str, before: str, after: str) -> str:
    if not (before and after):
        return f"{sign}{after}" if after else f"without {sign}{before}"
    return f"{sign}{before} {ARROW} {sign if sign == '@' else ''}{after}"
