"""Goals: what is aimed at, how that changed over time, and what was answered on Mondays.

What a goal asks for stands in its versions. A version holds from its day on, until the next one:
a change is a new version, so that every past week is judged by the goal as it then was. What the
goal is called, and why it matters, is no part of that.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile
from math import isclose
from typing import Literal

from stridelog.domain.cadence import CadenceUnit
from stridelog.domain.period import Span

Way = Literal["at least", "at most"]
"""On which side of its target a goal is reached."""

Status = Literal["open", "paused", "closed"]
"""Whether a goal is pursued. A paused one is not judged; a closed one is over."""

Rank = Literal["", "A", "B", "C"]
"""Of several goals for one event: the one hoped for, the one planned, the one that will do."""

Decision = Literal["kept", "adjusted", "paused", "closed"]
"""What a review can decide about a goal."""

_SAME = 1e-9
"""Values that differ by this share of them are the same: 3.1 miles and 6.2 miles are 9.3 miles."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What counts for a goal, or for a promise: which entries, and what of them.

    Without an ``activity``, entries of all activities; without a ``measure``, how many entries.
    ``distance`` names a standard distance.
    """

    activity: str = ""
    measure: str = ""
    distance: str = ""
    tags: tuple[str, ...] = ()
    not_tags: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """The value that is aimed at, in the base unit of what the scope measures.

    ``per`` is the period of a rate. Of a change the value is a share of what was: -0.1 is 10 %
    less.
    """

    value: float
    way: Way = "at least"
    per: CadenceUnit | Literal[""] = ""

    def is_met_by(self, value: float) -> bool:
        """Tell whether a value lies on the side of the target that was asked for, or on it."""
        beyond = value >= self.value if self.way == "at least" else value <= self.value
        return beyond or isclose(value, self.value, rel_tol=_SAME)


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone on the way: a value to have by a day, or something to have done by then.

    ``done`` is the day on which somebody said so; a value says it by itself.
    """

    by: date
    text: str = ""
    value: float | None = None
    done: date | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """What a goal asks for, from the day ``since`` on.

    ``kind`` names a module of ``goals``. The goal's own days are those from ``first`` to the
    ``deadline``, both included; without a deadline it has no end. ``against`` are the days that a
    change is compared with. Goals without a target are answered by the person.
    """

    since: date
    kind: str
    first: date
    deadline: date | None = None
    scope: Scope = Scope()
    target: Target | None = None
    against: Span | None = None
    steps: tuple[Step, ...] = ()
    status: Status = "open"
    uid: str = ""

    @property
    def span(self) -> Span | None:
        """The goal's own days, if they have an end."""
        return Span(self.first, self.deadline) if self.deadline else None

    @property
    def aim(self) -> Target:
        """The target, which every kind of goal has but what the person answers."""
        assert self.target is not None  # noqa: S101 (whoever asks is of such a kind)
        return self.target

    def is_over(self, at: date) -> bool:
        """Tell whether its last day lies before a day."""
        return self.deadline is not None and self.deadline < at

    def last_until(self, at: date) -> date:
        """Return the last of its days up to a day; where it begins later, that day."""
        return min(self.deadline or at, at)


@dataclass(frozen=True, slots=True)
class Commitment:
    """What somebody promised for the week after a review: in words, and measured if it can be.

    ``kept`` is what was answered where no measure can tell; None while nobody was asked.
    """

    text: str
    scope: Scope | None = None
    value: float = 0.0
    kept: bool | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """The look at a goal on a day: what was decided, promised, and for a yes-or-no goal answered.

    A goal has at most one review a day.
    """

    day: date
    decision: Decision = "kept"
    commitment: Commitment | None = None
    done: bool | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody wrote back about a goal: a friend's reply."""

    day: date
    text: str
    author: str = ""
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal with its history: versions, reviews and notes, each in the order of days.

    ``number`` is what people type, 0 for one that is not kept yet. Without a ``title`` it is
    called by what it asks for. ``event`` is the one that it belongs to, ``learned`` what was
    written when it was closed.
    """

    versions: tuple[Version, ...]
    title: str = ""
    why: str = ""
    area: str = ""
    event: str = ""
    rank: Rank = ""
    shared: bool = False
    learned: str = ""
    reviews: tuple[Review, ...] = ()
    notes: tuple[Note, ...] = ()
    number: int = 0
    uid: str = ""

    @property
    def latest(self) -> Version:
        """What it asks for now."""
        return self.versions[-1]

    @property
    def is_closed(self) -> bool:
        """Whether it is over."""
        return self.latest.status == "closed"


def in_force(goal: Goal, day: date) -> Version | None:
    """Return the version of a goal that holds on a day; None before it was made."""
    past = (version for version in goal.versions if version.since <= day)
    return max(past, key=lambda version: version.since, default=None)


def asks_as(one: Version, other: Version) -> bool:
    """Tell whether two versions ask for the same, pursued or not, and by whichever steps."""
    told = replace(other, since=one.since, steps=one.steps, status=one.status, uid=one.uid)
    return told == one


def asked_since(goal: Goal, version: Version) -> date:
    """Return the day from which on a goal asked for what a version of it asks for."""
    earlier = [known for known in goal.versions if known.since < version.since]
    alike = takewhile(lambda known: asks_as(known, version), reversed(earlier))
    return min((known.since for known in alike), default=version.since)


def changed(goal: Goal, version: Version) -> Goal:
    """Return the goal with a version from its day on; a version of the same day gives way.

    The same goal where the version in force says as much. The steps of the versions before stay
    where they are, so those of a new one are steps of its own.
    """
    stands = in_force(goal, version.since)
    if stands and replace(version, since=stands.since, uid=stands.uid) == stands:
        return goal
    same_day = next((v for v in goal.versions if v.since == version.since), None)
    others = (v for v in goal.versions if v.since != version.since)
    steps = version.steps if same_day else tuple(replace(s, uid="") for s in version.steps)
    uid = same_day.uid if same_day else ""
    versions = _by_day((*others, replace(version, uid=uid, steps=steps)))
    return replace(goal, versions=versions)


def reviewed(goal: Goal, review: Review) -> Goal:
    """Return the goal with a review; one of the same day gives way."""
    same_day = next((known.uid for known in goal.reviews if known.day == review.day), "")
    others = (known for known in goal.reviews if known.day != review.day)
    reviews = sorted((*others, replace(review, uid=same_day)), key=lambda known: known.day)
    return replace(goal, reviews=tuple(reviews))


def review_on(goal: Goal, day: date) -> Review | None:
    """Return the review of a day, if there was one."""
    return next((review for review in goal.reviews if review.day == day), None)


def promised(goal: Goal, day: date) -> Review | None:
    """Return the last review before a day with a commitment in it: what was promised then."""
    past = (review for review in goal.reviews if review.day < day and review.commitment)
    return max(past, key=lambda review: review.day, default=None)


def _by_day(versions: Iterable[Version]) -> tuple[Version, ...]:
    return tuple(sorted(versions, key=lambda version: version.since))
