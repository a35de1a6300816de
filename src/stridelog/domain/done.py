"""An entry as the rules of milestones see it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Done:
    """An entry: what was measured, how far it was, under which circumstances.

    ``at`` is the local time (ISO). ``values`` holds value and weight (see ``entry_value`` in the
    schema) by measure, derived ones too; ``distance`` names the standard distance, if it is one;
    ``segments`` the seconds of the fastest stretch inside its track, by metres. What does not
    ``count`` was excluded from records, or is doubtful.
    """

    number: int
    day: date
    at: str
    values: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    distance: str = ""
    tags: tuple[str, ...] = ()
    place: str = ""
    segments: Mapping[float, float] = field(default_factory=dict)
    counts: bool = True

    def value(self, measure: str) -> float | None:
        """Return the value of a measure in its base unit; None where it has none."""
        found = self.values.get(measure)
        return None if found is None else found[0]
