"""Entries: one occurrence of an activity; and drafts, entries that are not in the journal yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an entry came from: a source (``strava``) and the entry's key in it.

    ``told`` is what the source said of it (see ``account``), ``file`` the file that it stood in,
    ``taken_at`` when it was taken in (UTC, ISO): empty where that is not known. Two origins are
    the same whatever these say.
    """

    source: str
    key: str
    told: str = field(default="", compare=False, repr=False)
    file: str = field(default="", compare=False, repr=False)
    taken_at: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Segment:
    """The fastest stretch of a distance inside a recorded track.

    ``metres`` long, it took ``seconds``, and began ``start`` seconds after the track did.
    """

    metres: float
    seconds: float
    start: float


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry as it was typed or read, before it is in the journal.

    ``at`` is the civil time with its fixed offset from UTC (a timezone-aware datetime);
    ``measurements`` holds base units by measure name. ``row`` is where it stood in its file.
    ``day`` is given where the day that it counts for is already settled. ``wall_clock`` tells
    that the source gave the time on the wall and no zone, so that the offset is a guess.
    """

    activity: str
    at: datetime
    measurements: Mapping[str, float] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    place: str = ""
    gear: str = ""
    effort: int | None = None
    note: str = ""
    origins: tuple[Origin, ...] = ()
    uid: str = ""
    number: int | None = None
    row: int | None = None
    day: date | None = None
    segments: tuple[Segment, ...] = ()
    wall_clock: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the journal. ``number`` is what people type; ``uid`` is unique everywhere.

    ``day`` is the local civil day that it counts for. ``derived`` holds the values of the
    activity's derived measures, in base units.
    """

    number: int
    uid: str
    activity: str
    at: datetime
    day: date
    measurements: Mapping[str, float]
    derived: Mapping[str, float]
    tags: tuple[str, ...] = ()
    place: str = ""
    gear: str = ""
    effort: int | None = None
    note: str = ""


def as_draft(entry: Entry) -> Draft:
    """Return a draft that says what the entry says."""
    return Draft(
        activity=entry.activity,
        at=entry.at,
        measurements=dict(entry.measurements),
        tags=entry.tags,
        place=entry.place,
        gear=entry.gear,
        effort=entry.effort,
        note=entry.note,
        day=entry.day,
    )


def day_of(at: datetime, day_starts: time) -> date:
    """Return the civil day that the local time ``at`` counts for.

    With days that start at 04:00, half past three at night belongs to the day before.
    """
    start = timedelta(hours=day_starts.hour, minutes=day_starts.minute)
    return (at.replace(tzinfo=None) - start).date()
