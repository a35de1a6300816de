"""What an importer is told, what it finds, and what an exporter is given."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import tzinfo

from stridelog.domain.activity import Activity
from stridelog.domain.cadence import AnyRule
from stridelog.domain.dates import DateOrder
from stridelog.domain.entry import Draft, Entry, Origin
from stridelog.domain.errors import StrideError
from stridelog.domain.measure import Measure
from stridelog.domain.quantity import Notation


class ImportFileError(StrideError):
    """The file as a whole cannot be read: missing, a folder, empty, binary, another format."""


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
class Ruled:
    """One rule of the streaks of an activity, or of the whole journal (None)."""

    activity: str | None
    rule: AnyRule


ImportItem = Draft | Activity | NewMeasures | Ruled | Deleted | Problem
"""What an importer yields; an ``Activity`` is a whole definition that the file itself carries."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to read a file that leaves something open.

    ``zone`` is the person's: times without one are in it, times in UTC are converted to it.
    ``measures`` holds every measure that any activity has, by name. ``mapping`` holds the words
    of ``--map`` as they were typed.
    """

    zone: tzinfo
    notation: Notation
    date_order: DateOrder
    measures: Mapping[str, Measure]
    mapping: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportedEntry:
    """An entry, and where it came from."""

    entry: Entry
    origins: tuple[Origin, ...] = ()


EXPORT_SCHEMA = "stride.export/1"
"""The form of stride's own JSON export; it gets a new number when older programs cannot read it."""
