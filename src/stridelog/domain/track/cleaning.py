"""Samples in order of time: what devices write twice, backwards, or not as numbers is left out."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import fields, replace
from itertools import pairwise
from math import isfinite

from stridelog.domain.track.recording import Sample

FARTHEST = 1e12
"""Seconds from 1970, and metres, beyond which nothing is a time or a distance."""

_MEASURED = tuple(field.name for field in fields(Sample))[1:]


def in_order(samples: Sequence[Sample]) -> tuple[Sample, ...]:
    """Return the samples in strictly rising order of time.

    Where times go backwards as few are left out as can be (the longest rising subsequence); of
    several samples of one moment the last says what holds, as far as it says anything.
    """
    told = [sample for sample in samples if abs(sample.at) < FARTHEST]
    if all(a.at < b.at for a, b in pairwise(told)):
        return tuple(told)
    kept: list[Sample] = []
    for sample in _rising(told):
        if kept and kept[-1].at == sample.at:
            kept[-1] = _merged(kept[-1], sample)
        else:
            kept.append(sample)
    return tuple(kept)


def number(value: float | None, least: float, most: float) -> float | None:
    """Return a value that lies between two others; None where it does not, or is not there."""
    return value if value is not None and isfinite(value) and least <= value <= most else None


def _rising(samples: Sequence[Sample]) -> list[Sample]:
    """Return the longest subsequence whose times do not fall (Knuth's patience sorting)."""
    ends: list[float] = []
    last: list[int] = []
    before: list[int] = []
    for index, sample in enumerate(samples):
        place = bisect_right(ends, sample.at)
        before.append(last[place - 1] if place else -1)
        if place == len(ends):
            ends.append(sample.at)
            last.append(index)
        else:
            ends[place] = sample.at
            last[place] = index
    chain = [last[-1]] if last else []
    while chain and before[chain[-1]] >= 0:
        chain.append(before[chain[-1]])
    return [samples[index] for index in reversed(chain)]


def _merged(earlier: Sample, later: Sample) -> Sample:
    silent = {name: getattr(earlier, name) for name in _MEASURED if getattr(later, name) is None}
    return replace(later, **silent)
