"""TCX, point by point."""

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
from stridelog.domain.track import Sample, Totals, Track
from stridelog.importers._sports import sport_in, sport_of
from stridelog.importers._track import (
    MOST_SAMPLES,
    Recording,
    items_of,
    moment,
    number,
)
from stridelog.importers._xml import child, local, nodes, text_of

_ROOTS = frozenset({"TrainingCenterDatabase", "Activities"})
_OUTER = (*_ROOTS, "Activity", "Lap", "Course", "Workout")
_SAID = ("Id", "Notes", "TotalTimeSeconds", "DistanceMeters", "AverageHeartRateBpm")
_WHOLE = ("Trackpoint", *_SAID, "Extensions", "Creator", "Author", "Training", "Folders")

_LONGEST_START = 600.0
"""Seconds that a device may look for satellites after it was started."""


@dataclass(slots=True)
class _Lap:
    """What a lap says of itself."""

    start: float | None
    seconds: float | None = None
    metres: float | None = None
    heart_rate: float | None = None


@dataclass(slots=True)
class _Reading:
    """The activity at hand, and what else was in the file."""

    row: int = 0
    sport: str = ""
    notes: str = ""
    start: float | None = None
    laps: list[_Lap] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)
    open: bool = False
    seen: set[str] = field(default_factory=set)

    def begin(self, sport: str) -> None:
        """Begin a new activity."""
        self.row += 1
        self.sport, self.notes, self.start = sport, "", None
        self.laps, self.samples = [], []
        self.open = True

    def recording(self) -> Recording:
        """Return the activity at hand."""
        sport = sport_of(self.sport)
        if sport in {"", "workout"}:
            sport = sport_in(self.notes) or sport
        samples = self._with_start() if self.samples else list(self._lap_by_lap())
        return Recording(Track(samples, None, self._totals()), sport, self.notes, self.row)

    def _with_start(self) -> list[Sample]:
        """Return the samples, and a first one for when the device was started."""
        first = min(sample.at for sample in self.samples)
        starts = [lap.start for lap in self.laps[:1]] + [self.start]
        start = next((at for at in starts if at is not None), first)
        if first - _LONGEST_START <= start < first:
            counts = any(sample.metres for sample in self.samples)
            return [Sample(start, 0.0 if counts else None), *self.samples]
        return self.samples

    def _lap_by_lap(self) -> Iterator[Sample]:
        """Give the ends of laps of which nothing was recorded."""
        metres = 0.0
        clock = self.start
        for lap in self.laps:
            start = clock if lap.start is None else lap.start
            if start is None or lap.seconds is None:
                continue
            yield Sample(start, metres, heart_rate=lap.heart_rate)
            metres += lap.metres or 0.0
            clock = start + lap.seconds
            yield Sample(clock, metres, heart_rate=lap.heart_rate)

    def _totals(self) -> Totals:
        """Return what the laps add up to, as far as each of them says it."""
        metres = [lap.metres for lap in self.laps if lap.metres is not None]
        seconds = [lap.seconds for lap in self.laps if lap.seconds is not None]
        every = len(self.laps)
        return Totals(
            distance=sum(metres) if len(metres) == every else None,
            duration=sum(seconds) if len(seconds) == every else None,
        )


def items(path: SourceFile, options: ImportOptions) -> Iterator[ImportItem]:
    """Yield a draft for every activity. Raises ``ImportFileError``."""
    yield from items_of(path, _recordings(path), "tcx", options.zone)


def _recordings(path: SourceFile) -> Iterator[Recording]:
    reading = _Reading()
    taken = 0
    for node in nodes(path, whole=_WHOLE, outer=_OUTER):
        if not node.ended:
            _begun(reading, node.name, node.element)
        elif node.name == "Activity":
            reading.open = False
            if reading.samples or reading.laps:
                taken += 1
                yield reading.recording()
        elif reading.open:
            _ended(path, reading, node.name, node.element)
    if not taken:
        raise _nothing(path, reading.seen)


def _begun(reading: _Reading, name: str, element: Element) -> None:
    reading.seen.add(name)
    if name == "Activity":
        reading.begin(element.get("Sport", ""))
    elif name == "Lap" and reading.open:
        reading.laps.append(_Lap(moment(element.get("StartTime", ""))))


def _ended(path: SourceFile, reading: _Reading, name: str, element: Element) -> None:
    if name == "Trackpoint":
        at = moment(text_of(element, "Time"))
        if at is not None:
            reading.samples.append(_sample(at, element))
        if len(reading.samples) > MOST_SAMPLES:
            raise ImportFileError(f"{path} has an activity of more than {MOST_SAMPLES:,} points.")
    elif name == "Id":
        reading.start = moment((element.text or "").strip())
    elif name == "Notes" and not reading.notes:
        reading.notes = (element.text or "").strip()
    elif reading.laps:
        _tell(reading.laps[-1], name, element)


def _tell(lap: _Lap, name: str, element: Element) -> None:
    """Take what a lap says of itself, none of which is less than nothing."""
    text = text_of(element, "Value") if name == "AverageHeartRateBpm" else element.text
    value = number(text)
    if value is None or value < 0:
        return
    if name == "TotalTimeSeconds":
        lap.seconds = value
    elif name == "DistanceMeters":
        lap.metres = value
    elif name == "AverageHeartRateBpm":
        lap.heart_rate = value


def _sample(at: float, point: Element) -> Sample:
    position = child(point, "Position")
    extensions = child(point, "Extensions")
    sensed = {} if extensions is None else {local(e): e.text for e in extensions.iter()}
    return Sample(
        at,
        number(text_of(point, "DistanceMeters")),
        None if position is None else number(text_of(position, "LatitudeDegrees")),
        None if position is None else number(text_of(position, "LongitudeDegrees")),
        number(text_of(point, "AltitudeMeters")),
        number(text_of(point, "HeartRateBpm", "Value")),
        number(sensed.get("Watts")),
    )


def _nothing(path: SourceFile, seen: set[str]) -> ImportFileError:
    """Say why nothing of a file belongs in a journal."""
    if not seen & _ROOTS:
        return ImportFileError(f"{path} is XML, but not TCX.")
    if "Activity" in seen:
        return NothingToImportError(f"{path} has an activity in it, but nothing was recorded.")
    if "Course" in seen:
        return NothingToImportError(f"{path} is a course: a plan to go somewhere, not a track.")
    if "Workout" in seen:
        return NothingToImportError(f"{path} is a workout to be done, not one that was.")
    return NothingToImportError(f"{path} has no activity in it.")
