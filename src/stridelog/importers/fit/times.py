"""When it was: clocks that were never set, and what time it was on the wall."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from stridelog.domain.errors import StrideError
from stridelog.importers._times import in_zone, with_offset
from stridelog.importers.fit.recording import ABSOLUTE, Recording, Session

_QUARTER = 900
"""Seconds that offsets from UTC are whole numbers of."""

_SLACK = 120
"""Seconds that the two times of a file, taken one after the other, may be apart."""

_WEST, _EAST = -12 * 3600, 14 * 3600

_KNOW_WHERE_THEY_ARE = frozenset(
    {"garmin", "hammerhead", "polar_electro", "suunto", "wahoo_fitness"}
)
"""Makers whose devices are in UTC when they say so; with others, it means that they don't know."""

_LOCAL_TIME_AS_UTC = frozenset({"coros"})
"""Makers whose devices write what is on the wall, and call it UTC."""


class NoTimeError(StrideError):
    """Nothing in a file tells when it was recorded."""


@dataclass(frozen=True, slots=True)
class Clock:
    """How the moments of a file become local time.

    ``offset`` is in seconds from UTC, None where it is not known. ``on_the_wall`` tells that the
    moments are no UTC at all, but what a clock on the wall showed.
    """

    offset: int | None = None
    on_the_wall: bool = False

    def local(self, at: float, zone: tzinfo) -> datetime:
        """Return a moment with its offset, in ``zone`` where the file does not tell a better one.

        Raises ``TimeError``.
        """
        moment = datetime.fromtimestamp(at, UTC)
        if self.on_the_wall:
            return in_zone(moment.replace(tzinfo=None), zone)
        if self.offset is not None:
            return with_offset(moment.astimezone(timezone(timedelta(seconds=self.offset))))
        return in_zone(moment, zone)


def set_right(found: Recording) -> tuple[Recording, Clock]:
    """Return a file with its moments in seconds since 1970, and its clock. Raises ``NoTimeError``.

    Where no moment is absolute, the one at the end, that is known on the wall as well, tells what
    they count from, or else the moment at which the file was begun. Where some are, the others
    stem from before the device had found the time, and are left out.
    """
    moments = list(_moments(found))
    if not moments:
        raise NoTimeError("It does not say when it was recorded.")
    if max(moments) >= ABSOLUTE:
        if min(moments) < ABSOLUTE:
            found = _moved(found, lambda at: at if at >= ABSOLUTE else None)
        return found, _clock_of(found)
    finish, finish_local, created = found.finish, found.finish_local or 0.0, found.created or 0.0
    if finish is not None and finish_local >= ABSOLUTE:
        return _moved(found, lambda at: at + finish_local - finish), Clock(on_the_wall=True)
    if created >= ABSOLUTE:
        first = min(moments)
        return _moved(found, lambda at: at + created - first), Clock()
    raise NoTimeError("It was recorded with a clock that was never set.")


def _clock_of(found: Recording) -> Clock:
    """Return what the activity message tells of the zone; Zwift's says that it is 1989."""
    if found.finish is None or found.finish_local is None:
        return Clock()
    ahead = found.finish_local - found.finish
    offset = round(ahead / _QUARTER) * _QUARTER
    if abs(ahead - offset) > _SLACK or not _WEST <= offset <= _EAST:
        return Clock()
    if not offset and found.maker in _LOCAL_TIME_AS_UTC:
        return Clock(on_the_wall=True)
    return Clock(offset if offset or found.maker in _KNOW_WHERE_THEY_ARE else None)


def _moments(found: Recording) -> Iterator[float]:
    yield from (sample.at for sample in found.samples)
    yield from (length.start for length in found.lengths)
    for session in found.sessions:
        yield from (at for at in (session.start, session.end) if at is not None)


def _moved(found: Recording, move: Callable[[float], float | None]) -> Recording:
    """Return a file with all its moments moved; what has none any more is left out."""
    return replace(
        found,
        sessions=[_session_moved(session, move) for session in found.sessions],
        samples=[replace(s, at=at) for s in found.samples if (at := move(s.at)) is not None],
        timer=[(at, runs) for then, runs in found.timer if (at := move(then)) is not None],
        lengths=[
            replace(length, start=start, end=start + length.end - length.start)
            for length in found.lengths
            if (start := move(length.start)) is not None
        ],
        sets=[replace(s, at=at) for s in found.sets if (at := move(s.at)) is not None],
    )


def _session_moved(session: Session, move: Callable[[float], float | None]) -> Session:
    start, end = session.start, session.end
    return replace(
        session,
        start=None if start is None else move(start),
        end=None if end is None else move(end),
    )
