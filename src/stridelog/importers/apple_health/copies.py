"""Workouts that stand in an export several times, since several programs write into it.

A watch records a run, Strava and a training plan hear of it and write it back. Of workouts of one
activity at one time by different programs, the one that says most is taken; the others count as
repeated. Two of one program are two.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from stridelog.domain.entry import Draft
from stridelog.domain.importing import Problem

NEAREST = 8
"""As many groups of copies before a workout, by their start, are compared with it."""

OVERLAP = 0.8
"""Share of the time of both together that copies have in common."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was read of a workout, and the name of the program that wrote it."""

    item: Draft | Problem
    program: str = ""


class _Mention(NamedTuple):
    """When a workout was, in seconds since 1970, and what else is compared."""

    start: float
    end: float
    row: int
    program: str
    draft: Draft


def without_copies(found: Iterable[Found]) -> Iterator[Draft | Problem]:
    """Give each workout in its place, and after it what only repeats it.

    All of a workout and its copies have the origins of all, so that they count once, whichever is
    taken another time.
    """
    found = list(found)
    after = {row: copies for row, *copies in _groups(found)}
    left_out = {row for copies in after.values() for row in copies}
    origins = {one.item.row: one.item.origins for one in found if isinstance(one.item, Draft)}
    for one in found:
        if isinstance(one.item, Problem):
            yield one.item
        elif one.item.row not in left_out:
            rows = (one.item.row or 0, *after.get(one.item.row or 0, ()))
            all_origins = dict.fromkeys(o for row in rows for o in origins[row])
            for row in rows:
                yield replace(one.item, origins=tuple(all_origins), row=row)


def _groups(found: Iterable[Found]) -> Iterator[list[int]]:
    """Give the rows of the workouts that are copies of each other, the best one first."""
    groups: list[list[_Mention]] = []
    drafts = ((one.item, one.program) for one in found if isinstance(one.item, Draft))
    for one in sorted(_mention(draft, program) for draft, program in drafts):
        for group in reversed(groups[-NEAREST:]):
            if all(_is_copy(one, other) for other in group):
                group.append(one)
                break
        else:
            groups.append([one])
    for group in groups:
        if len(group) > 1:
            yield [one.row for one in sorted(group, key=_worth, reverse=True)]


def _mention(draft: Draft, program: str) -> _Mention:
    start = draft.at.timestamp()
    said = draft.measurements
    end = start + said.get("elapsed", said.get("duration", 0.0))
    return _Mention(start, end, draft.row or 0, program, draft)


def _worth(one: _Mention) -> tuple[int, bool, int]:
    """Return what is greater for what says more, was worn, and stands further up."""
    said = len(one.draft.measurements) + (one.draft.effort is not None)
    return said, "watch" in one.program.lower(), -one.row


def _is_copy(one: _Mention, other: _Mention) -> bool:
    if one.draft.activity != other.draft.activity or one.program == other.program:
        return False
    common = min(one.end, other.end) - max(one.start, other.start)
    both = max(one.end, other.end) - min(one.start, other.start)
    return common > 0 and common >= OVERLAP * both
