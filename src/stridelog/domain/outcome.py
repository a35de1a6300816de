"""What became of an import."""

from dataclasses import dataclass
from datetime import date

from stridelog.domain.importing import Problem


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many rows were read and added, and why the others were not.

    ``merged`` rows joined what another source had told of the same occurrence; ``updated`` ones
    changed what they told before. ``known`` rows were in the journal already; ``deleted`` ones
    were, and the person took them out; ``repeated`` ones stand in the file twice. The last two
    name their rows. ``new_rules`` counts rest days, pauses, skips and cadences,
    ``new_goals`` goals.
    """

    read: int = 0
    added: int = 0
    merged: int = 0
    updated: int = 0
    known: int = 0
    deleted: tuple[int, ...] = ()
    repeated: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()
    remarks: tuple[str, ...] = ()
    new_activities: tuple[str, ...] = ()
    new_measures: tuple[str, ...] = ()
    new_rules: int = 0
    new_goals: int = 0
    first: date | None = None
    last: date | None = None
