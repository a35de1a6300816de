"""When one moved: pauses of the timer, stops on the way, and the typical speed."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from stridelog.domain.track.cleaning import FARTHEST
from stridelog.domain.track.course import Course

STANDING = 0.5
"""Metres a second below which one stands (Strava takes 0.9 for runs; hikers climb more slowly)."""

STRETCH = 10.0
"""Seconds over which a speed is taken, as positions wander while one stands."""

TYPICAL, TOP = 0.5, 0.9
"""Shares of the moving seconds that are slower than the typical speed, and than the top speed."""

Span = tuple[float, float]


def merged(pauses: Iterable[Span], start: float, end: float) -> tuple[Span, ...]:
    """Return pauses in order and apart, as far as they lie between ``start`` and ``end``.

    Pauses that are turned round, of which some files have many, are none.
    """
    apart: list[Span] = []
    for first, last in sorted((max(a, start), min(b, end)) for a, b in _told(pauses)):
        if last <= first:
            continue
        if apart and first <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(last, apart[-1][1]))
        else:
            apart.append((first, last))
    return tuple(apart)


def moving_time(course: Course) -> float:
    """Return the seconds in which the course went on."""
    return sum(seconds for seconds, metres in _stretches(course) if _moves(seconds, metres))


def speeds(course: Course) -> tuple[float, float] | None:
    """Return the typical and the top speed, in metres a second; None if nothing moved.

    They are the ones that half, and a tenth, of the moving seconds exceed.
    """
    moving = sorted(
        (metres / seconds, seconds)
        for seconds, metres in _stretches(course)
        if _moves(seconds, metres)
    )
    if not moving:
        return None
    total = sum(seconds for _, seconds in moving)
    return _reached(moving, total * TYPICAL), _reached(moving, total * TOP)


def _reached(moving: Sequence[tuple[float, float]], after: float) -> float:
    """Return the speed at a place in so many seconds, the slowest first."""
    for speed, seconds in moving:
        after -= seconds
        if after <= 0:
            return speed
    return moving[-1][0]


def _told(pauses: Iterable[Span]) -> Iterator[Span]:
    return (span for span in pauses if all(abs(end) < FARTHEST for end in span))


def _moves(seconds: float, metres: float) -> bool:
    return metres >= STANDING * seconds


def _stretches(course: Course) -> Iterator[tuple[float, float]]:
    """Give seconds and metres of the course, in stretches of at least ``STRETCH`` seconds."""
    for leg in course.legs:
        seconds = metres = 0.0
        for (start, before), (end, after) in pairwise(zip(leg.times, leg.metres, strict=True)):
            seconds += end - start
            metres += after - before
            if seconds >= STRETCH:
                yield seconds, metres
                seconds = metres = 0.0
        if seconds:
            yield seconds, metres


def paused_seconds(pauses: Sequence[Span]) -> float:
    """Return how long the timer stood, by pauses that are apart."""
    return sum(end - start for start, end in pauses)
