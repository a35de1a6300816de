"""Which entries a question is about."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Filters:
    """Conditions that an entry must all meet; an empty one asks nothing.

    ``since`` and ``until`` are inclusive days. ``distance`` is a range in metres, inclusive.
    """

    activity: str = ""
    area: str = ""
    tags: tuple[str, ...] = ()
    not_tags: tuple[str, ...] = ()
    place: str = ""
    gear: str = ""
    distance: tuple[float, float] | None = None
    since: date | None = None
    until: date | None = None
