"""Time zones: the computer's own, and those that a person names.

zoneinfo is imported inside functions: only imports of history and dates far from today need it.
"""

import os
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from pathlib import Path
from time import timezone as standard_time

from stridelog.domain.dates import Moment, format_day
from stridelog.domain.errors import UsageError
from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import shown

LOCAL_TIME_FILE = Path("/etc/localtime")
"""Where Unix keeps the rules of the computer's zone, with their whole history."""

LOCAL_NAME = "local time"
"""What a zone is called whose name the computer does not tell."""

FURTHEST = timedelta(hours=14)
"""The largest offset from UTC that is in use anywhere (Kiritimati)."""


class UnknownZoneError(UsageError):
    """There is no time zone of that name."""


class SkippedDayError(UsageError):
    """The day did not happen there: the date line was moved over it."""


class SystemZone(tzinfo):
    """The computer's zone, asked from the operating system for each instant.

    For systems that do not show their zone's rules as a file, and for rules that ``TZ`` spells
    out (``CET-1CEST,M3.5.0,M10.5.0/3``).
    """

    def __str__(self) -> str:
        return LOCAL_NAME

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        """Return the offset that is, was or will be in force at ``moment``."""
        if moment is None:
            return None
        civil = moment.replace(tzinfo=None, microsecond=0)
        try:
            return civil - datetime.fromtimestamp(civil.timestamp(), UTC).replace(tzinfo=None)
        except (OverflowError, OSError, ValueError):  # a year that the system cannot count to
            return timedelta(seconds=-standard_time)

    def dst(self, moment: datetime | None) -> timedelta | None:  # noqa: ARG002
        """Return None: how much of the offset is daylight saving is not known."""
        return None

    def tzname(self, moment: datetime | None) -> str | None:  # noqa: ARG002
        """Return what the zone is called."""
        return LOCAL_NAME

    def fromutc(self, moment: datetime) -> datetime:
        """Return the local time of ``moment``, which is in UTC but labelled with this zone."""
        local = moment.replace(tzinfo=UTC).astimezone()
        first = local.replace(tzinfo=self)
        return first if first.utcoffset() == local.utcoffset() else first.replace(fold=1)


def local_zone() -> tzinfo:
    """Return the computer's zone with its history, as the C library finds it.

    That is ``TZ`` (a name, a file or POSIX rules), else /etc/localtime, else what the operating
    system answers for each instant.
    """
    name = os.environ.get("TZ")
    if name is None:
        return _zone_in(LOCAL_TIME_FILE) or SystemZone()
    name = name.removeprefix(":")
    if not name:
        return UTC
    found = _zone_in(Path(name)) if Path(name).is_absolute() else _named(name)
    return found or SystemZone()


def zone(name: str) -> tzinfo:
    """Return the zone that a person calls ``name``: ``Europe/Berlin``, ``UTC`` or ``+02:00``.

    Raises ``UnknownZoneError``.
    """
    wanted = name.strip()
    if wanted.upper() in {"UTC", "Z"}:
        return UTC
    found = _fixed(wanted) or _named(wanted)
    if found is not None:
        return found
    from zoneinfo import available_timezones

    known = sorted(available_timezones() - {"localtime"})
    spelled = wanted.replace(" ", "_").casefold()
    same = next((each for each in known if each.casefold() == spelled), "")
    found = _named(same)
    if found is None:
        raise UnknownZoneError(f'There is no time zone "{shown(name)}".', _hint(spelled, known))
    return found


def at_local(civil: datetime, where: tzinfo) -> datetime:
    """Return the ``civil`` (naive) time in the zone ``where``, with its offset fixed.

    A time that the clocks skip in spring is shifted forward by as much as they are; of two alike
    in autumn the first is meant.
    """
    placed = civil.replace(tzinfo=where, fold=0)
    try:
        # There and back again: from UTC, only times come back that clocks have shown.
        return _fixed_offset(placed.astimezone(UTC).astimezone(where))
    except OverflowError:  # the first or the last hours of the calendar
        return _fixed_offset(placed)


def happened_at(
    spoken: Moment, now: datetime, usual: time, where: tzinfo, day_starts: time = time()
) -> datetime:
    """Return when a ``spoken`` moment was, as clocks ``where`` showed it, with its offset fixed.

    It was spoken ``now`` (aware). Where it names no time, that of today is now, and that of
    another day the ``usual`` one. What was so long ago is counted by the hours that passed,
    whatever clocks did in the meantime. Raises ``SkippedDayError``.
    """
    if spoken.ago is not None:
        return in_zone(now - spoken.ago, where)
    if spoken.time is None and spoken.day == now.date():
        return now
    at = datetime.combine(spoken.day, spoken.time or usual)
    if spoken.time is None and spoken.counted and usual < day_starts:
        at += timedelta(days=1)
    placed = at_local(at, where)
    if placed.replace(tzinfo=None) - at >= timedelta(days=1):
        raise SkippedDayError(
            f"There was no {format_day(at.date())} here: the calendar went from the day before to "
            "the day after.",
            f"Say {format_day(placed.date())}.",
        )
    return placed


def in_zone(moment: datetime, where: tzinfo) -> datetime:
    """Return the same ``moment`` (aware) as clocks in the zone ``where`` show it, offset fixed."""
    try:
        return _fixed_offset(moment.astimezone(where))
    except OverflowError:  # there it would be before the first or after the last day
        return _fixed_offset(moment)


def _fixed_offset(moment: datetime) -> datetime:
    return moment.replace(tzinfo=timezone(moment.utcoffset() or timedelta()), fold=0)


def _named(key: str) -> tzinfo | None:
    """Return the zone called ``key`` in the IANA database, or None."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(key)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # also for paths, folders, other files
        return None


def _zone_in(path: Path) -> tzinfo | None:
    """Return the zone whose compiled rules are in the file at ``path``, or None."""
    from zoneinfo import ZoneInfo

    try:
        with path.open("rb") as rules:
            return ZoneInfo.from_file(rules, key=_name_of(path))
    except (OSError, ValueError):
        return None


def _name_of(path: Path) -> str:
    """Return the name of the zone that ``path`` leads to, from its place in the database."""
    _, folder, name = str(path.resolve()).partition("/zoneinfo/")
    return name.removeprefix("posix/") if folder else LOCAL_NAME


def _fixed(text: str) -> tzinfo | None:
    """Return the zone at a fixed offset (``+02:00``, ``-0330``, ``UTC+2``), or None."""
    signed = text[3:] if text[:3].upper() in {"UTC", "GMT"} else text
    sign, digits = signed[:1], signed[1:]
    hours, colon, minutes = digits.partition(":")
    if not colon and len(digits) == len("0330"):
        hours, minutes = digits[:2], digits[2:]
    minutes = minutes if colon else minutes or "00"
    if not (_are_digits(hours, 1, 2) and _are_digits(minutes, 2, 2) and minutes < "60"):
        return None
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    if sign not in {"+", "-"} or offset > FURTHEST:
        return None
    return timezone(offset if sign == "+" else -offset)


def _are_digits(text: str, least: int, most: int) -> bool:
    return least <= len(text) <= most and text.isascii() and text.isdigit()


def _hint(spelled: str, known: list[str]) -> str:
    if not known:
        return "This computer has no database of time zones: pip install tzdata."
    city = next((each for each in known if each.casefold().endswith(f"/{spelled}")), "")
    guess = city or nearest(spelled, known)
    example = "Name one like Europe/Berlin, UTC or +02:00."
    return f"Did you mean {guess}?" if guess else example
