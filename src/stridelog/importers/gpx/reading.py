"""GPX, point by point."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from stridelog.domain.importing import (
    ImportFileError,
    ImportItem,
    ImportOptions,
    NothingToImportError,
    SourceFile,
)
from stridelog.domain.track import Sample, Track
from stridelog.importers._sports import sport_in, sport_of
from stridelog.importers._track import (
    MOST_SAMPLES,
    Recording,
    items_of,
    moment,
    number,
)
from stridelog.importers._xml import local, nodes

SHORTEST_PAUSE = 10.0
"""Seconds between two segments from which it is a pause; less is a reception that was lost."""

_STRAVA_NUMBERS = {"1": "ride", "4": "hike", "9": "run", "10": "walk", "16": "swim"}
"""What Strava writes for a type."""

_SAYS_NOTHING = frozenset({"", "activity", "generic", "other", "track", "uncategorized", "unknown"})
_RUNNERS_PROGRAMS = ("nike", "runtastic run")

_OUTER = ("gpx", "trk", "trkseg", "rte", "wpt")
_WHOLE = ("trkpt", "rtept", "name", "type", "link", "extensions", "metadata", "author")


@dataclass(slots=True)
class _Reading:
    """What was read of a file so far: the track at hand, and what else was in it."""

    creator: str = ""
    row: int = 0
    name: str = ""
    kind: str = ""
    samples: list[Sample] = field(default_factory=list)
    pauses: list[tuple[float, float]] = field(default_factory=list)
    segment_begins: bool = False
    in_track: bool = False
    seen: set[str] = field(default_factory=set)

    def begin(self) -> None:
        """Begin a new track."""
        self.row += 1
        self.name = self.kind = ""
        self.samples, self.pauses = [], []
        self.in_track = True

    def add(self, sample: Sample) -> None:
        """Add a sample; before the first one of a further segment there was a pause."""
        if self.segment_begins and self.samples:
            pause = (self.samples[-1].at, sample.at)
            self.pauses += [pause] if pause[1] - pause[0] >= SHORTEST_PAUSE else []
        self.segment_begins = False
        self.samples.append(sample)

    def recording(self) -> Recording:
        """Return the track at hand; without a second segment nothing tells of pauses."""
        track = Track(self.samples, self.pauses or None)
        note = "" if moment(self.name) is not None else " ".join(self.name.split())
        return Recording(track, self._sport(), note, self.row)

    def _sport(self) -> str:
        kind = self.kind.strip()
        sport = _STRAVA_NUMBERS.get(kind, "" if kind.isdecimal() else sport_of(kind))
        if kind.lower() not in _SAYS_NOTHING and sport:
            return sport
        runs = any(program in self.creator.lower() for program in _RUNNERS_PROGRAMS)
        return sport_in(self.name) or ("run" if runs else "")


def items(path: SourceFile, options: ImportOptions) -> Iterator[ImportItem]:
    """Yield a draft for every track with times. Raises ``ImportFileError``."""
    yield from items_of(path, _recordings(path), "gpx", options.zone)


def _recordings(path: SourceFile) -> Iterator[Recording]:
    reading = _Reading()
    taken = 0
    for node in nodes(path, whole=_WHOLE, outer=_OUTER):
        if not node.ended:
            _begun(path, reading, node.name, node.element)
        elif node.name == "trk":
            reading.in_track = False
            if reading.samples:
                taken += 1
                yield reading.recording()
        else:
            _ended(path, reading, node.name, node.element)
    if not taken:
        raise _nothing(path, reading.seen)


def _begun(path: SourceFile, reading: _Reading, name: str, element: Element) -> None:
    if name == "gpx":
        reading.creator = element.get("creator", "")
        reading.seen.add("gpx")
    elif "gpx" not in reading.seen:
        raise ImportFileError(f"{path} is XML, but not GPX.")
    elif name == "trk":
        reading.begin()
    elif name == "trkseg":
        reading.segment_begins = True


def _ended(path: SourceFile, reading: _Reading, name: str, element: Element) -> None:
    reading.seen.add(name)
    if name == "trkpt" and reading.in_track:
        sample = _sample(element)
        if sample is not None:
            reading.add(sample)
        if len(reading.samples) > MOST_SAMPLES:
            raise ImportFileError(f"{path} has a track of more than {MOST_SAMPLES:,} points.")
    elif name == "name" and reading.in_track:
        reading.name = element.text or ""
    elif name == "type" and reading.in_track:
        reading.kind = element.text or ""


def _sample(point: Element) -> Sample | None:
    """Return a point; None if it has no time. Extensions have many namespaces, and many names."""
    inside = {local(found): found for found in point}
    at = moment(_text(inside.get("time")))
    if at is None:
        return None
    extensions = inside.get("extensions")
    sensed = {} if extensions is None else {local(e).lower(): e.text for e in extensions.iter()}
    return Sample(
        at,
        latitude=number(point.get("lat")),
        longitude=number(point.get("lon")),
        altitude=number(_text(inside.get("ele"))),
        heart_rate=number(sensed.get("hr") or sensed.get("heartrate")),
        power=number(sensed.get("power") or sensed.get("watts") or sensed.get("powerinwatts")),
    )


def _text(element: Element | None) -> str:
    return "" if element is None else (element.text or "").strip()


def _nothing(path: SourceFile, seen: set[str]) -> ImportFileError:
    """Say why nothing of a file belongs in a journal."""
    if "gpx" not in seen:
        return ImportFileError(f"{path} is XML, but not GPX.")
    if "trkpt" in seen:
        return NothingToImportError(
            f"{path} has a track without times: it tells where somebody went, but not when.",
            "Log it by hand: stride log hike 12km on 2026-11-20",
        )
    if "rte" in seen or "rtept" in seen:
        return NothingToImportError(f"{path} is a route: a plan to go somewhere, not a track.")
    if "wpt" in seen:
        return NothingToImportError(f"{path} has places in it, but no track.")
    return NothingToImportError(f"{path} has no track in it.")
