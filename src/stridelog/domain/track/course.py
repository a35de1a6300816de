"""The course: how far one had come at which moment, without the jumps of a bad reception.

The distance is what the device counts, where it counts; else the length of the way from position
to position, along great circles. A jump is a way that nobody can have gone in its time. Four rules
settle what becomes of it, in this order:

1. positions from which the way goes back to the course within ``LOOK_AHEAD`` are a spike, and are
   left out: the way leads past them;
2. a way that is only too sudden, though not too fast, is kept;
3. where the course stood still before it, the reception was gone and came back: the way was gone
   in all of that time, if it can have been;
4. everything else is a jump: its metres do not count, and the course falls into two legs there.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from stridelog.domain.track.cleaning import FARTHEST
from stridelog.domain.track.points import Points, counted, metres_of, places_of
from stridelog.domain.track.recording import Sample

FASTEST = 85.0
"""Metres a second that are believed where nothing else is said: 300 km/h."""

SUDDEN_FROM = 12.5
"""Metres a second up to which nothing is sudden: somebody ran as fast (Bolt in Berlin, 2009)."""

LOOK_AHEAD, LOOK_AHEAD_SECONDS = 10, 60.0
"""How many samples and seconds a spike may last."""


@dataclass(frozen=True, slots=True)
class Leg:
    """A part of the course without a jump: ``metres`` since the start at ``times``, both rising."""

    times: Sequence[float]
    metres: Sequence[float]


@dataclass(frozen=True, slots=True)
class Course:
    """The legs of a course, in order, with a jump between each two; and what was kept out.

    ``kept_out`` is in metres: the jumps, and the ways to spikes and back.
    """

    legs: tuple[Leg, ...] = ()
    kept_out: float = 0.0

    @property
    def metres(self) -> float:
        """The length of it all."""
        return self.legs[-1].metres[-1] if self.legs else 0.0


def course_of(
    samples: Sequence[Sample], pauses: Sequence[tuple[float, float]], fastest: float
) -> Course:
    """Return the course of samples in order of time; ``pauses`` are apart and in order.

    Metres that lie within a pause are not counted, unless the device counts them.
    """
    metres = [m for sample in samples if (m := counted(sample)) is not None]
    positions = sum(sample.latitude is not None for sample in samples)
    if metres and max(metres) > 0 and 2 * len(metres) >= positions:
        return _Walk(metres_of(samples), (), fastest).course()
    return _Walk(places_of(samples), pauses, fastest).course()


class _Walk:
    """Going from point to point."""

    def __init__(
        self, points: Points, pauses: Sequence[tuple[float, float]], fastest: float
    ) -> None:
        self._points = points
        self._pauses = pauses
        self._fastest = fastest
        self._legs: list[Leg] = []
        self._kept_out = 0.0
        self._here = 0
        self._speed: float | None = None

    def course(self) -> Course:
        """Go all the way."""
        times = self._points.times
        if len(times) > 1:
            self._times, self._metres = [times[0]], [0.0]
            while self._here + 1 < len(times):
                self._step(self._here + 1)
            self._legs.append(Leg(self._times, self._metres))
        return Course(tuple(self._legs), self._kept_out)

    def _step(self, there: int) -> None:
        """Go on to the next point, or past it, or begin a new leg at it."""
        at = self._points.times[there]
        if self._paused(self._points.times[self._here], at):
            self._go(there, 0.0)
            return
        metres = self._points.between(self._here, there)
        seconds = at - self._points.times[self._here]
        if self._believed(metres, seconds):
            self._go(there, metres)
        elif (back := self._back(there)) is not None:
            self._pass(there, back)
        elif metres < 0:  # the device began to count anew
            self._go(there, 0.0)
        elif self._slow_enough(metres, seconds) or self._stood(metres, at):
            self._go(there, metres)
        else:
            self._kept_out += metres
            self._jump(there)

    def _believed(self, metres: float, seconds: float) -> bool:
        if metres < 0 or not self._slow_enough(metres, seconds):
            return False
        speed = metres / seconds
        if speed <= SUDDEN_FROM or self._speed is None:
            return True
        return speed - self._speed <= self._points.sudden * seconds

    def _slow_enough(self, metres: float, seconds: float) -> bool:
        return metres <= self._fastest * (seconds + self._points.slack)

    def _back(self, there: int) -> int | None:
        """Return the first point after ``there`` that can be reached from here, if any."""
        times = self._points.times
        start = times[self._here]
        for later in range(there + 1, min(there + 1 + LOOK_AHEAD, len(times))):
            seconds = times[later] - start
            if seconds > LOOK_AHEAD_SECONDS:
                return None
            if self._believed(self._points.between(self._here, later), seconds):
                return later
        return None

    def _stood(self, metres: float, at: float) -> bool:
        """Forget a standstill before a way that may have been gone in all of its time."""
        first = len(self._metres) - 1
        while first and self._metres[first - 1] == self._metres[-1]:
            first -= 1
        if metres > self._fastest * (at - self._times[first]):
            return False
        del self._times[first + 1 :], self._metres[first + 1 :]
        return True

    def _go(self, there: int, metres: float) -> None:
        at = self._points.times[there]
        self._speed = metres / (at - self._times[-1])
        self._times.append(at)
        self._metres.append(self._metres[-1] + metres)
        self._here = there

    def _pass(self, spike: int, back: int) -> None:
        """Go past a spike, straight to where the course goes on."""
        metres = self._points.between(self._here, back)
        ways = pairwise((self._here, *range(spike, back + 1)))
        there_and_back = sum(abs(self._points.between(a, b)) for a, b in ways)
        self._kept_out += max(0.0, there_and_back - metres)
        self._go(back, metres)

    def _jump(self, there: int) -> None:
        self._legs.append(Leg(self._times, self._metres))
        self._times, self._metres = [self._points.times[there]], [self._metres[-1]]
        self._here, self._speed = there, None

    def _paused(self, start: float, end: float) -> bool:
        """Tell whether most of a span lies within a pause."""
        if not self._pauses:
            return False
        place = bisect_right(self._pauses, (start, FARTHEST))
        nearby = self._pauses[max(0, place - 1) : place + 1]
        paused = sum(max(0.0, min(end, b) - max(start, a)) for a, b in nearby)
        return paused > (end - start) / 2
