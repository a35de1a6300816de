"""What an importer is told, what it finds, and what an exporter is given."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import time, tzinfo
from enum import StrEnum
from typing import BinaryIO, Literal, Protocol

from stridelog.domain.activity import Activity
from stridelog.domain.cadence import AnyRule, Rules
from stridelog.domain.dates import DateOrder
from stridelog.domain.entry import Draft, Entry, Origin, Segment
from stridelog.domain.errors import StrideError
from stridelog.domain.goal import Goal
from stridelog.domain.measure import Measure
from stridelog.domain.quantity import Notation


class ImportFileError(StrideError):
    """The file as a whole cannot be read: missing, a folder, empty, binary, another format."""


class NothingToImportError(ImportFileError):
    """The file is whole and understood, but nothing that a journal keeps is in it."""


class SourceFile(Protocol):
    """A file to read from: a ``Path``, or one inside a zip; unpacked, where gzip packed it.

    As text it is where it lies, for people: ``export.zip/activities/1.fit``.
    """

    @property
    def name(self) -> str:
        """Its name, without the folders, and without the ``.gz`` that was taken off."""

    def open(self, mode: Literal["rb"], /) -> BinaryIO:
        """Open it at its beginning, as often as need be. Raises ``OSError``, ``StrideError``."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that was not taken in, and why, as a sentence for people.

    ``row`` counts records as a spreadsheet does: the header is row 1, a record that spans several
    lines is one row, an empty line is one too. In files without a header, 1 is the first entry.
    """

    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class NewMeasures:
    """Measures that entries of an activity bring along, and that the journal may not know."""

    activity: str
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Deleted:
    """Where an entry came from that the person deleted, and that is not to come back."""

    origin: Origin


@dataclass(frozen=True, slots=True)
class Distinct:
    """Two entries, by their uids, that look like one and of which the person said: two."""

    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be known of a file that was understood, as a sentence for people.

    Such as how many of its rows make up the entries, and which were passed over with good reason.
    """

    text: str


@dataclass(frozen=True, slots=True)
class Ruled:
    """One rule of the streaks of an activity, or of the whole journal (None)."""

    activity: str | None
    rule: AnyRule


@dataclass(frozen=True, slots=True)
class Aimed:
    """A goal with all that hangs on it, under the number that it had."""

    goal: Goal


ImportItem = Draft | Activity | NewMeasures | Ruled | Aimed | Deleted | Distinct | Problem | Remark
"""What an importer yields; an ``Activity`` is a whole definition that the file itself carries."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to read a file that leaves something open.

    ``zone`` is the person's: times without one are in it, times in UTC are converted to it.
    ``measures`` holds every measure that any activity has, by name. ``mapping`` holds the words
    of ``--map`` as they were typed. ``agent`` names the person among those of a help desk;
    their days begin at ``day_starts``. ``goal_kinds`` are the kinds of goal that can be judged,
    any where none is named.
    """

    zone: tzinfo
    notation: Notation
    date_order: DateOrder
    measures: Mapping[str, Measure]
    mapping: tuple[str, ...] = ()
    units: str = ""
    agent: str = ""
    day_starts: time = time(0)
    goal_kinds: frozenset[str] = frozenset()


class Order(StrEnum):
    """In which order an export has its entries: as they were numbered, or as they happened."""

    NUMBER = "number"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class ExportedEntry:
    """An entry, where it came from, and the fastest stretches of its recorded track."""

    entry: Entry
    origins: tuple[Origin, ...] = ()
    segments: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True)
class Export:
    """What an exporter is given.

    ``entries`` can be gone through once; every measurement of an entry belongs to a measure of
    its activity. ``deleted`` are the origins of entries that were deleted, ``distinct`` the pairs
    of entries that are two, ``rules`` what was set for the streaks of each activity and of the
    whole journal (None), ``goals`` every goal, for a format that keeps them; ``notation`` is for
    one that people read.
    """

    activities: Mapping[str, Activity]
    entries: Iterable[ExportedEntry]
    deleted: Iterable[Origin] = ()
    distinct: Iterable[Distinct] = ()
    rules: Mapping[str | None, Rules] = field(default_factory=dict)
    goals: Iterable[Goal] = ()
    notation: Notation = field(default_factory=Notation)


EXPORT_SCHEMA = "stride.export/1"
"""The form of stride's own JSON export; it gets a new number when older programs cannot read it."""

LINES_SCHEMA = "stride.export-lines/1"
"""The form of the export as JSON lines."""
