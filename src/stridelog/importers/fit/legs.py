"""The legs of a file: its sessions, each with what was recorded until the next one began."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from stridelog.domain.track import Sample, Track
from stridelog.importers.fit.recording import Length, Recording, Session, StrengthSet
from stridelog.importers.fit.sports import is_between

_SLACK = 3600.0
"""Seconds that records may lie outside of what their session says; farther off they are noise."""

_LONGEST = 10 * 86_400.0
"""Seconds that an activity may last, of which nothing else tells how long it took."""

_REST = 60.0
"""Seconds after the last whole session from which what was recorded belongs to one cut off."""


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Leg:
    """One activity of a file."""

    session: Session
    track: Track
    sets: Sequence[StrengthSet] = ()

    @property
    def start(self) -> float | None:
        """When it began, in seconds since 1970; None if nothing tells.

        Some devices give a session the time at which its data were put together: what was
        recorded before that belongs to it all the same.
        """
        samples = self.track.samples
        first = min((sample.at for sample in samples), default=None)
        start = start_of(self.session)
        if start is None or (first is not None and first < start - _REST):
            return first
        return start


def start_of(session: Session) -> float | None:
    """Return when a session says that it began."""
    if session.start is None and session.end is not None:
        return session.end - (session.totals.elapsed or session.totals.duration or 0.0)
    return session.start


def legs_of(found: Recording) -> Iterator[Leg]:
    """Yield the activities of a file in the order of time; ways between them are left out."""
    sessions = sorted(_sessions(found), key=lambda session: start_of(session) or 0.0)
    starts = [start_of(session) or 0.0 for session in sessions[1:]]
    samples = _dealt(found.samples, [sample.at for sample in found.samples], starts)
    lengths = _dealt(found.lengths, [length.start for length in found.lengths], starts)
    sets = _dealt(found.sets, [one.at for one in found.sets], starts)
    for place, session in enumerate(sessions):
        if is_between(session.sport, session.sub_sport):
            continue
        swum = _swum(session, lengths[place], found.pool)
        taken = _near(session, samples[place]) if swum is None else swum
        track = Track(taken, _pauses(found.timer, taken), session.totals)
        yield Leg(session, track, sets[place])


def _dealt(things: Sequence[T], times: Sequence[float], starts: Sequence[float]) -> list[list[T]]:
    """Deal things out to sessions, of which all but the first begin at ``starts``."""
    dealt: list[list[T]] = [[] for _ in range(len(starts) + 1)]
    for thing, at in zip(things, times, strict=True):
        dealt[bisect_right(starts, at)].append(thing)
    return dealt


def _sessions(found: Recording) -> Iterator[Session]:
    """Yield the sessions, each once, and one for what was recorded and is not summed up.

    That is all where there is no session, and else what was recorded after the last one, before
    the file was cut off.
    """
    alone = len(found.sessions) == 1
    known = {
        (session.start, session.sport, session.totals.elapsed): session
        for session in found.sessions
        if alone or session.sport != "multisport"
    }
    yield from known.values()
    if not found.samples or (known and not found.damage):
        return
    end = max((session.end or 0.0 for session in known.values()), default=-_REST)
    later = [s.at for s in _together(found.samples) if s.at > end]
    if later and max(later) > end + _REST:
        number = found.before + len(found.sessions) + 1
        yield Session(number, found.sport, found.sub_sport, start=min(later), summed_up=False)


def _near(session: Session, samples: list[Sample]) -> list[Sample]:
    """Return the samples without those that lie far outside of the session."""
    length = max(session.totals.elapsed or 0.0, session.totals.duration or 0.0)
    start, end = session.start, session.end
    begins = [at for at in (start, None if end is None else end - length) if at is not None]
    ends = [at for at in (end, None if start is None else start + length) if at is not None]
    if not begins or not (length or end):
        return _together(samples)
    least, most = min(begins) - _SLACK, max(ends) + _SLACK
    near = [sample for sample in samples if least <= sample.at <= most]
    return near or samples


def _together(samples: list[Sample]) -> list[Sample]:
    """Return the samples without those that lie far from the one in the middle."""
    if not samples:
        return []
    middle = sorted(sample.at for sample in samples)[len(samples) // 2]
    return [sample for sample in samples if abs(sample.at - middle) < _LONGEST]


def _swum(session: Session, lengths: list[Length], pool: float | None) -> list[Sample] | None:
    """Return the samples of a swim in a pool: its lengths tell better how far one had come.

    None where it was no such swim. Records in a pool jump by a length at a time.
    """
    if lengths and pool:
        return list(_walls(lengths, pool))
    counted = session.sub_sport == "lap_swimming" and session.totals.distance
    return [] if counted else None


def _walls(lengths: list[Length], pool: float) -> Iterator[Sample]:
    metres = 0.0
    for length in lengths:
        yield Sample(length.start, metres)
        metres += pool if length.swum else 0.0
        yield Sample(length.end, metres)


def _pauses(
    timer: Sequence[tuple[float, bool]], samples: Sequence[Sample]
) -> tuple[tuple[float, float], ...] | None:
    """Return the spans in which the timer stood, as far as they reach into the samples.

    None where the file does not tell, or tells that it never ran.
    """
    if not timer or not samples:
        return None
    first, last = min(s.at for s in samples), max(s.at for s in samples)
    events = sorted(timer, key=lambda event: event[0])
    stopped = first if events[0][1] else None
    pauses = []
    for at, runs in (*events, (last, True)):
        if not runs and stopped is None:
            stopped = at
        elif runs and stopped is not None:
            pauses.append((max(stopped, first), min(at, last)))
            stopped = None
    if (first, last) in pauses:
        return None
    return tuple((start, end) for start, end in pauses if start < end)
