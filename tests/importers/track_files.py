"""GPX and TCX files, made up: one goes north at a given speed, or runs laps."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from math import pi
from pathlib import Path

from import_examples import options

from stridelog.domain.entry import Draft
from stridelog.domain.importing import ImportItem
from stridelog.domain.track.points import EARTH_RADIUS
from stridelog.importers import gpx, tcx

SHARED = Path(__file__).parents[3] / "shared" / "data"

BEGAN = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)

METRES_PER_DEGREE = EARTH_RADIUS * pi / 180

Places = Sequence[tuple[float, float]]
"""Seconds since the beginning, and metres north of it."""


def evenly(speed: float, seconds: int, every: int = 1, start: int = 0) -> Places:
    """Return places on a way that is gone at an even speed."""
    return [(n, speed * n) for n in range(start, start + seconds + 1, every)]


def written(seconds: float) -> str:
    """Return a time as GPX and TCX have it."""
    return (BEGAN + timedelta(seconds=seconds)).isoformat().replace("+00:00", "Z")


def trkpt(seconds: float | None, metres: float, inside: str = "") -> str:
    """Return a point of a GPX track."""
    time = "" if seconds is None else f"<time>{written(seconds)}</time>"
    return f'<trkpt lat="{52 + metres / METRES_PER_DEGREE:.9f}" lon="13.4">{inside}{time}</trkpt>'


def trk(*segments: Places, before: str = "") -> str:
    """Return a GPX track."""
    inside = "".join(
        f"<trkseg>{''.join(trkpt(at, metres) for at, metres in segment)}</trkseg>"
        for segment in segments
    )
    return f"<trk>{before}{inside}</trk>"


def gpx_text(*tracks: str, creator: str = "somebody", version: str = "1/1") -> str:
    """Return a whole GPX file."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<gpx version="{version.replace("/", ".")}" creator="{creator}"'
        f' xmlns="http://www.topografix.com/GPX/{version}">{"".join(tracks)}</gpx>\n'
    )


def trackpoint(seconds: float, inside: str = "") -> str:
    """Return a point of a TCX track."""
    return f"<Trackpoint><Time>{written(seconds)}</Time>{inside}</Trackpoint>"


def lap(seconds: float, metres: float, points: Iterable[str] = (), start: float = 0.0) -> str:
    """Return a lap of a TCX activity."""
    return (
        f'<Lap StartTime="{written(start)}"><TotalTimeSeconds>{seconds}</TotalTimeSeconds>'
        f"<DistanceMeters>{metres}</DistanceMeters><Calories>1</Calories>"
        f"<Track>{''.join(points)}</Track></Lap>"
    )


def activity(*laps: str, sport: str = "Running", notes: str = "") -> str:
    """Return a TCX activity."""
    return (
        f'<Activity Sport="{sport}"><Id>{written(0)}</Id>{"".join(laps)}'
        f"<Notes>{notes}</Notes></Activity>"
    )


def tcx_text(*activities: str) -> str:
    """Return a whole TCX file."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        "<TrainingCenterDatabase"
        ' xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">'
        f"<Activities>{''.join(activities)}</Activities></TrainingCenterDatabase>\n"
    )


def counted(metres: float) -> str:
    """Return what a TCX point says of the distance."""
    return f"<DistanceMeters>{metres:.3f}</DistanceMeters>"


READ: dict[str, Callable[..., Iterable[ImportItem]]] = {".gpx": gpx.read, ".tcx": tcx.read}


def items(folder: Path, text: str, name: str) -> list[ImportItem]:
    """Save a file, and return what is in it."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return list(READ[path.suffix](path, options()))


def draft(folder: Path, text: str, name: str) -> Draft:
    """Save a file, and return the one draft that is all there is in it."""
    (found,) = items(folder, text, name)
    assert isinstance(found, Draft), found
    return found
