"""How the first rows of a mapped table are understood, for a look before anything is added."""

from collections.abc import Mapping
from dataclasses import dataclass

from stridelog.domain.entry import Draft
from stridelog.domain.importing import Problem


@dataclass(frozen=True, slots=True)
class UnderstoodRow:
    """What stands in a row, by field, and the entry that it comes to, or why it comes to none."""

    row: int
    cells: Mapping[str, str]
    found: Draft | Problem


@dataclass(frozen=True, slots=True)
class Understood:
    """The first rows; ``columns`` holds the label of each field's column.

    ``header`` are the columns by which a table of this kind can be known again.
    """

    columns: Mapping[str, str]
    rows: tuple[UnderstoodRow, ...]
    header: tuple[str, ...] = ()
