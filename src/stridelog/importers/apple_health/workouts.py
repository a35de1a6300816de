"""One workout, parsed: what its elements say, those that a journal has a use for."""

import codecs
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers.expat import ExpatError, ParserCreate

from stridelog.domain.errors import StrideError
from stridelog.importers.apple_health.stream import Mark

DEEPEST = 50
"""How deeply elements may be nested."""

OF_PARTS = 2
"""How deep in a workout its activities stand."""

MOST_PARTS = 1000
"""How many activities, and how many statistics, one workout may have."""

LONGEST_NAME = 100
"""Characters of a program's name that are looked at."""

LARGEST_ELEMENT = 1 << 24
"""Bytes that one tag, or a text between two, may have."""

QUANTITY = "HKQuantityTypeIdentifier"
"""What the names of all that is measured begin with."""

ATTRIBUTES = frozenset(
    {
        "workoutActivityType",
        "sourceName",
        "startDate",
        "endDate",
        "duration",
        "durationUnit",
        "totalDistance",
        "totalDistanceUnit",
    }
)
METADATA = frozenset({"HKElevationAscended", "HKIndoorWorkout", "HKTimeZone"})
STATISTICS = ("Distance", "HeartRate", "CyclingPower")
EFFORT = f"{QUANTITY}WorkoutEffortScore"
"""How hard the person said it was, from 1 to 10; what the watch estimates is another type."""

_CONTROL = bytes(sorted(set(range(32)) - set(b"\t\n\r")))


class WorkoutError(StrideError):
    """A workout cannot be made out."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is said of a workout itself, or of one of the activities that it is made of.

    ``statistics`` are by quantity (``DistanceCycling``), without what its name begins with.
    """

    attributes: Mapping[str, str]
    statistics: dict[str, Mapping[str, str]] = field(default_factory=dict)
    metadata: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Workout:
    """A workout: the ``whole``, and its ``parts``, which mostly repeat what the whole says."""

    whole: Part
    parts: tuple[Part, ...]
    effort: str

    @property
    def program(self) -> str:
        """The program or the device that wrote it."""
        return self.whole.attributes.get("sourceName", "")[:LONGEST_NAME]


def workouts(pieces: Iterable[bytes | Mark]) -> Iterator[Workout | None]:
    """Yield each workout in its order; None for one that is not well-formed."""
    reader = _Reader()
    for piece in pieces:
        if isinstance(piece, bytes):
            reader.feed(piece)
        else:
            yield reader.workout(piece)
            reader = _Reader()


class _DamagedError(Exception):
    """A workout is not as Apple Health writes it."""


class _Reader:
    """Reads one workout, as its bytes come."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._parser = ParserCreate("utf-8")
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._fed = 0
        self._depth = 0
        self._parts: list[Part] = []
        self._open: list[Part] = []
        self._effort = ""
        self._damaged = False

    def feed(self, piece: bytes) -> None:
        """Read on, without what no XML may hold: control characters, and what is no UTF-8."""
        if self._damaged:
            return
        text = self._decoder.decode(piece.translate(None, _CONTROL)).encode()
        self._fed += len(text)
        try:
            self._parser.Parse(text)
        except (ExpatError, _DamagedError):
            self._damaged = True
        else:
            self._damaged = self._fed - self._parser.CurrentByteIndex > LARGEST_ELEMENT

    def workout(self, mark: Mark) -> Workout | None:
        """Return what was read, now that the workout is over; None where it is damaged."""
        # The parser and its handlers hold each other, and stride collects no such circles.
        self._parser.StartElementHandler = self._parser.EndElementHandler = None
        if mark is Mark.BROKEN or self._damaged or self._depth or not self._parts:
            return None
        whole, *parts = self._parts
        return Workout(whole, tuple(parts), self._effort)

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise _DamagedError
        if self._depth == 1 or (self._depth == OF_PARTS and name == "WorkoutActivity"):
            self._begin_part(attributes)
        elif self._depth == len(self._open) + 1:
            self._note(self._open[-1], name, attributes)

    def _begin_part(self, attributes: dict[str, str]) -> None:
        if len(self._parts) > MOST_PARTS:
            raise _DamagedError
        kept = {name: value for name, value in attributes.items() if name in ATTRIBUTES}
        self._parts.append(Part(kept))
        self._open.append(self._parts[-1])

    def _end(self, _name: str) -> None:
        if self._depth == len(self._open):
            self._open.pop()
        self._depth -= 1

    def _note(self, part: Part, name: str, attributes: dict[str, str]) -> None:
        """Keep what stands directly in a part, if it is of use."""
        if name == "WorkoutStatistics":
            quantity = attributes.get("type", "").removeprefix(QUANTITY)
            if quantity.startswith(STATISTICS) and len(part.statistics) < MOST_PARTS:
                part.statistics.setdefault(quantity, attributes)
        elif name == "MetadataEntry":
            if attributes.get("key") in METADATA:
                part.metadata[attributes["key"]] = attributes.get("value", "")
        elif name == "Record" and attributes.get("type") == EFFORT:
            self._effort = attributes.get("value", "")
