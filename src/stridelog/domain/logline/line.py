"""What a line says, and what can be wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from stridelog.domain.errors import UsageError


class LineError(UsageError):
    """A word of the line cannot be taken."""


class NoSuchMeasureError(LineError):
    """The activity has no measure that the word could go to."""


@dataclass(frozen=True, slots=True)
class LogLine:
    """What a line says. Measurements are in base units, by the measure's name.

    Some of them may not have been said, but follow from a pace or a speed.
    """

    measurements: Mapping[str, float] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    place: str = ""
    note: str = ""
    effort: int | None = None
    follows: tuple[str, ...] = ()
