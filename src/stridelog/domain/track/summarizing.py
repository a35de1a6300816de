"""A track in a few numbers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from stridelog.domain.entry import Segment
from stridelog.domain.track.average import time_weighted
from stridelog.domain.track.cleaning import in_order, number
from stridelog.domain.track.climb import climb_of
from stridelog.domain.track.course import FASTEST, Course, course_of
from stridelog.domain.track.efforts import best_efforts
from stridelog.domain.track.moving import merged, moving_time, paused_seconds, speeds
from stridelog.domain.track.recording import Sample, Totals, Track

AGREEMENT = 0.01
"""The share by which the device's total and what its records say may differ unmentioned."""

SMALL_CHANGE = {"distance": 20.0, "duration": 5.0, "elapsed": 5.0}
"""Metres and seconds that are not worth mentioning, be they a larger share of little."""

LOWEST_HEART_RATE, HIGHEST_HEART_RATE = 20.0, 250.0
HIGHEST_POWER = 2_500.0
LARGEST = 1e9
"""What is more than that, of anything, is a device's way of saying that it does not know."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A track in a few numbers.

    ``start`` is when it began, in seconds of UTC since 1970. ``measurements`` are in base units by
    measure name; ``recorded`` are those of distance, duration and elapsed time that the samples
    alone give. ``segments`` are the best efforts. ``remarks`` are sentences about what
    is doubtful, to stand behind a colon.
    """

    start: float
    measurements: Mapping[str, float]
    recorded: Mapping[str, float] = field(default_factory=dict)
    segments: tuple[Segment, ...] = ()
    remarks: tuple[str, ...] = ()


def summary(track: Track, fastest: float = FASTEST) -> Summary | None:
    """Work out what a track says; None of one that has no moment at all.

    ``fastest`` is the speed, in metres a second, above which a way is a jump: nobody goes it in
    the sport at hand.
    """
    samples = in_order(track.samples)
    if not samples:
        return None
    start, end = samples[0].at, samples[-1].at
    pauses = merged(track.pauses or (), start, end)
    course = course_of(samples, pauses, fastest)
    timer = end - start - paused_seconds(pauses)
    recorded = {
        "distance": course.metres,
        # What never went anywhere was done on the spot.
        "duration": (moving_time(course) or timer) if track.pauses is None else timer,
        "elapsed": end - start,
    }
    measured = {**recorded, **_sensed(samples), **_given(track.totals)}
    measured["elapsed"] = max(measured["elapsed"], measured["duration"])
    return Summary(
        start=start,
        measurements={name: value for name, value in measured.items() if value},
        recorded=recorded,
        segments=tuple(best_efforts(course, start)),
        remarks=tuple(_remarks(track, recorded, course)),
    )


def moving_speeds(track: Track) -> tuple[float, float] | None:
    """Return the speeds, in metres a second, that half and a tenth of the moving seconds exceed.

    None where nothing moved.
    """
    samples = in_order(track.samples)
    if not samples:
        return None
    pauses = merged(track.pauses or (), samples[0].at, samples[-1].at)
    return speeds(course_of(samples, pauses, FASTEST))


def _sensed(samples: Sequence[Sample]) -> dict[str, float]:
    """Return what the sensors say on average, and the climb."""
    rates = ((s.at, _heart_rate(s)) for s in samples)
    powers = ((s.at, number(s.power, 0.0, HIGHEST_POWER)) for s in samples)
    found = {
        "climb": climb_of(samples),
        "heart-rate": time_weighted(rates),
        "power": time_weighted(powers),
    }
    return {name: value for name, value in found.items() if value is not None}


def _heart_rate(sample: Sample) -> float | None:
    return number(sample.heart_rate, LOWEST_HEART_RATE, HIGHEST_HEART_RATE)


def _given(totals: Totals) -> dict[str, float]:
    """Return the device's own totals, as far as it has any."""
    found = {
        "distance": totals.distance,
        "duration": totals.duration,
        "elapsed": totals.elapsed,
        "climb": totals.climb,
        "heart-rate": totals.heart_rate,
        "power": totals.power,
    }
    return {
        name: value for name, value in found.items() if value is not None and 0 < value < LARGEST
    }


def _remarks(track: Track, recorded: Mapping[str, float], course: Course) -> Iterator[str]:
    """Give sentences about what was kept out, and where records and totals disagree."""
    if course.kept_out > max(AGREEMENT * course.metres, SMALL_CHANGE["distance"]):
        yield f"jumps of {course.kept_out / 1000:,.2f} km in all were kept out."
    given = _given(track.totals)
    for name, small in SMALL_CHANGE.items():
        own, summed = given.get(name, 0.0), recorded[name]
        if name == "duration" and track.pauses is None:  # all that is sure: it fits in
            summed = min(own, recorded["elapsed"])
        if own and summed and abs(own - summed) > max(AGREEMENT * own, small):
            unit, per = ("km", 1000.0) if name == "distance" else ("min", 60.0)
            yield (
                f"the device's {name} is {own / per:,.2f} {unit}, its records add up to"
                f" {summed / per:,.2f} {unit}; the device's counts."
            )
