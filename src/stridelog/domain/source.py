"""Sources: where entries came from; and pairs of entries that may be one."""

from dataclasses import dataclass
from datetime import date

from stridelog.domain.entry import Entry


@dataclass(frozen=True, slots=True)
class Source:
    """What came from one source.

    ``entries`` stand in the journal, ``alone`` of them are known from this source only;
    ``deleted`` were taken out again by the person. ``taken_at`` is when it was imported last (UTC,
    ISO; empty where that is not known), ``files`` from how many files.
    """

    name: str
    entries: int
    alone: int
    deleted: int
    first: date | None
    last: date | None
    taken_at: str
    files: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries that may be one, the lower number first, and the sources of each."""

    one: Entry
    other: Entry
    one_from: tuple[str, ...]
    other_from: tuple[str, ...]
