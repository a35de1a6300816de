"""When a workout was, on the clock of whoever did it.

An export writes all times with the offset of the phone at the time of the export: a run in
January gets that of a summer's export, one in Tokyo that of home. Where it was is told by the
workout's own zone (``HKTimeZone``), which a watch gives and most programs do not.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone, tzinfo
from functools import lru_cache

from stridelog.domain.plain_text import shown
from stridelog.importers._times import in_zone, with_offset
from stridelog.importers.apple_health.workouts import WorkoutError

_TIME = re.compile(
    r"\s*(\d{4})-(\d{1,2})-(\d{1,2})[\sT]+(\d{1,2}):(\d{2}):(\d{2})(?:\.\d+)?"
    r"\s*(?:([ap])\.?\s?m\.?)?\s*(?:([+-])(\d{2}):?(\d{2})|(Z))?\s*",
    re.IGNORECASE,
)
_NOON = 12


@dataclass(frozen=True, slots=True)
class Clock:
    """What is known of the zone that workouts without one were done in.

    ``made`` is when the export was made, as it is written there; ``zone`` is the person's.
    """

    made: str
    zone: tzinfo

    def on_the_wall(self, at: datetime, zone_name: str) -> datetime:
        """Return a time with the offset that held there. Raises ``StrideError``.

        It is converted to the workout's own zone; without one, to the person's, where the export
        was made in that: there it has the offset of the day, not of the day of the export.
        """
        there = _zone(zone_name.strip()) if zone_name.strip() else None
        if there is not None or at.tzinfo is None:
            return in_zone(at, there or self.zone)
        civil = with_offset(at)
        return in_zone(at, self.zone) if self._was_made_at(civil.utcoffset()) else civil

    def _was_made_at(self, offset: timedelta | None) -> bool:
        """Tell whether the export was made in the person's zone, at this offset."""
        try:
            made = time_of(self.made)
            return made.utcoffset() == offset == made.astimezone(self.zone).utcoffset()
        except (WorkoutError, OverflowError):
            return False


def time_of(text: str) -> datetime:
    """Return a time, naive where its offset is not told. Raises ``WorkoutError``.

    Phones that show twelve hours have written them with AM and PM.
    """
    match = _TIME.fullmatch(text)
    if match is None:
        raise WorkoutError(f'"{shown(text)}" is no time that stride can read.')
    *numbers, half, sign, hours, minutes, utc = match.groups()
    year, month, day, hour, minute, second = map(int, numbers)
    if half:
        hour = hour % _NOON + _NOON * (half.lower() == "p")
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    try:
        zone = timezone(-offset if sign == "-" else offset) if sign or utc else None
        return datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError as error:
        raise WorkoutError(f'"{shown(text)}" is no time that stride can read.') from error


@lru_cache(maxsize=100)
def _zone(name: str) -> tzinfo | None:
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return None
