"""Best efforts: the fastest stretches of standard distances inside a track.

By elapsed time, pauses and all, as races are: a rest makes nobody faster. As the way between two
samples is taken to be gone at an even speed, the fastest stretch begins or ends at a sample; both
kinds are looked at, and the other end is interpolated. One pass for each, so the time it takes
grows with the samples and not with their square.
"""

from collections.abc import Iterator

from stridelog.domain.entry import Segment
from stridelog.domain.track.course import Course, Leg
from stridelog.domain.units import METRES_PER_MILE

STANDARD_EFFORTS = (
    400.0,
    1_000.0,
    METRES_PER_MILE,
    5_000.0,
    10_000.0,
    15_000.0,
    21_097.5,
    25_000.0,
    42_195.0,
)
"""The distances, in metres, that the fastest stretches of are looked for."""


def best_efforts(course: Course, start: float) -> Iterator[Segment]:
    """Give the fastest stretch of each distance that the course has room for between jumps.

    ``start`` is the time from which the starts of the stretches are counted.
    """
    for metres in STANDARD_EFFORTS:
        stretches = [found for leg in course.legs if (found := _fastest(leg, metres)) is not None]
        if stretches:
            seconds, begin = min(stretches)
            yield Segment(metres, seconds, begin - start)


def _fastest(leg: Leg, metres: float) -> tuple[float, float] | None:
    """Return the seconds and the beginning of the fastest stretch of a leg."""
    if leg.metres[-1] - leg.metres[0] < metres:
        return None
    return min(_from_samples(leg, metres), _to_samples(leg, metres))


def _from_samples(leg: Leg, metres: float) -> tuple[float, float]:
    """Return the fastest stretch that begins at a sample."""
    times, marks = leg.times, leg.metres
    best, best_begin = times[-1] - times[0], times[0]
    last = marks[-1]
    end = 1
    for begin, mark in zip(times, marks, strict=True):
        goal = mark + metres
        if goal > last:
            break
        while marks[end] < goal:
            end += 1
        beyond = (marks[end] - goal) / (marks[end] - marks[end - 1])
        seconds = times[end] - beyond * (times[end] - times[end - 1]) - begin
        if seconds < best:
            best, best_begin = seconds, begin
    return best, best_begin


def _to_samples(leg: Leg, metres: float) -> tuple[float, float]:
    """Return the fastest stretch that ends at a sample."""
    times, marks = leg.times, leg.metres
    best, best_begin = times[-1] - times[0], times[0]
    first = marks[0]
    begin = 0
    for end, mark in zip(times, marks, strict=True):
        goal = mark - metres
        if goal < first:
            continue
        while marks[begin + 1] <= goal:
            begin += 1
        beyond = (goal - marks[begin]) / (marks[begin + 1] - marks[begin])
        start = times[begin] + beyond * (times[begin + 1] - times[begin])
        if end - start < best:
            best, best_begin = end - start, start
    return best, best_begin
