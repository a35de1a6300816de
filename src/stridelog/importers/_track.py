"""Recorded tracks as drafts, whatever format they come in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from hashlib import sha256
from math import isfinite

from stridelog.domain.entry import Draft, Origin, Segment
from stridelog.domain.errors import StrideError
from stridelog.domain.importing import (
    ImportItem,
    NothingToImportError,
    Problem,
    Remark,
    SourceFile,
)
from stridelog.domain.plausible import fastest_pace
from stridelog.domain.track import Summary, Track, moving_speeds, summary
from stridelog.importers._sports import on_wheels
from stridelog.importers._text import CHUNK
from stridelog.importers._times import in_zone

MOST_SAMPLES = 500_000
"""Samples that one track may have: nearly six days, one a second."""

GPS_BEGAN = datetime(1980, 1, 6, tzinfo=UTC).timestamp()
"""Nothing was recorded before: a clock that says so was not set."""

SHORTEST = 1.0
"""Seconds that a track must last; shorter ones have no times but somebody's invention."""

WALK, RUN = (2.0, 3.0), (6.0, 8.0)
"""Metres a second, typical and top, below which what nobody names is a walk, or else a run.

At 2 m/s people begin to run (Hreljac 1993: 2.06); faster than a run, it is a ride.
"""

_SPRINT = 100.0
_LEEWAY = 1.5


class TrackError(StrideError):
    """A track that nothing can be made of."""


@dataclass(frozen=True, slots=True)
class Recording:
    """A track as its file has it. ``sport`` is empty where nothing says it; ``row`` counts."""

    track: Track
    sport: str
    note: str
    row: int


def items_of(
    path: SourceFile, recordings: Iterable[Recording], source: str, zone: tzinfo
) -> Iterator[ImportItem]:
    """Yield the drafts of a file's recordings, and what is to be said of them.

    A recording that nothing can be made of is a problem; where it is the only one, there is
    nothing to import: ``NothingToImportError``.
    """
    problems: list[Problem] = []
    taken = 0
    content = ""
    for found in recordings:
        content = content or fingerprint(path)
        try:
            yield from _told(found, Origin(source, f"{content}-{found.row}"), zone)
            taken += 1
        except TrackError as error:
            problems.append(Problem(found.row, error.message))
    if len(problems) == 1 and not taken:
        raise NothingToImportError(f"{path} is no recording to take in. {problems[0].reason}")
    yield from problems


def _told(found: Recording, origin: Origin, zone: tzinfo) -> Iterator[Draft | Remark]:
    """Give the draft of a recording, and remarks. Raises ``TrackError`` before it gives any."""
    sport = found.sport or sport_by_speed(found.track)
    summed = _summed(found.track, sport)
    believed, kept_out = _believed(summed.segments, sport)
    at = _civil_time(summed.start, zone)
    yield Draft(
        activity=sport,
        at=at,
        measurements={
            name: value
            for name, value in summed.measurements.items()
            if name != "power" or on_wheels(sport)
        },
        note=found.note,
        origins=(origin,),
        row=found.row,
        segments=believed,
    )
    for remark in (*summed.remarks, *kept_out):
        yield Remark(f"{sport} of {at:%Y-%m-%d %H:%M}: {remark}")


def fastest_of(sport: str) -> float:
    """Return the speed, in metres a second, above which a way is a jump in that sport.

    Half as much again as the fastest pace that is believed over 100 m: downhill, or a sample late.
    """
    return _LEEWAY * 1000 / fastest_pace(sport, _SPRINT)


def sport_by_speed(track: Track) -> str:
    """Name what was probably done by how fast it was: a walk, a run, or a ride."""
    typical, top = moving_speeds(track) or (0.0, 0.0)
    for sport, (slower, below) in (("walk", WALK), ("run", RUN)):
        if typical < slower and top < below:
            return sport
    return "ride"


def fingerprint(file: SourceFile) -> str:
    """Return what tells a file's content from all others: its SHA-256 in hexadecimal digits."""
    digest = sha256()
    with file.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def moment(text: str) -> float | None:
    """Return an ISO time in seconds since 1970; without a zone it is UTC. None if it is none."""
    try:
        at = datetime.fromisoformat(text)
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None


def number(text: str | None) -> float | None:
    """Return a number; None where there is none, or not a finite one."""
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if isfinite(value) else None


def _summed(track: Track, sport: str) -> Summary:
    found = summary(track, fastest_of(sport))
    if found is None:
        raise TrackError("It has no times.")
    if found.start < GPS_BEGAN:
        raise TrackError("Its times are older than satellite navigation: no clock was set.")
    if found.measurements.get("elapsed", 0.0) < SHORTEST:
        raise TrackError("It lasts less than a second.")
    return found


def _believed(
    segments: tuple[Segment, ...], sport: str
) -> tuple[tuple[Segment, ...], tuple[str, ...]]:
    """Return the efforts that somebody may have made, and a sentence about the others."""
    believed = tuple(
        segment
        for segment in segments
        if 1000 * segment.seconds >= fastest_pace(sport, segment.metres) * segment.metres
    )
    if len(believed) == len(segments):
        return believed, ()
    return believed, ("best efforts faster than any record were left out.",)


def _civil_time(start: float, zone: tzinfo) -> datetime:
    try:
        return in_zone(datetime.fromtimestamp(start, UTC), zone)
    except (ValueError, OverflowError, OSError) as error:
        raise TrackError("Its times are out of the calendar.") from error
    except StrideError as error:
        raise TrackError(error.message) from error
