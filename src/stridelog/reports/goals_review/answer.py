"""What a review shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from stridelog.domain.activity import Activity
from stridelog.domain.goal import Review
from stridelog.domain.period import Span
from stridelog.domain.review import Done, Promise
from stridelog.domain.standing import Judged
from stridelog.domain.streak import StreakAnswer


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An open goal as it stands, what was done for it in the week that is looked at.

    ``promise`` is what is promised in the review of the day itself, ``review`` that review where a
    past one is read. ``is_told`` where an earlier review has told that the goal is over.
    """

    goal: Judged
    done: Done | None = None
    promise: Promise | None = None
    review: Review | None = None
    is_told: bool = False

    @property
    def event(self) -> str:
        """The event that it belongs to; "" of none."""
        return self.goal.goal.event

    @property
    def place(self) -> tuple[str, int]:
        """What it stands by among others of its event: its rank, then its number."""
        goal = self.goal.goal
        return (goal.rank or "D") if goal.event else "", goal.number


@dataclass(frozen=True, slots=True)
class Answer:
    """The open goals on a ``day``, and the paused ones.

    ``week`` is the calendar week that the review counts for, ``looked_at`` the one that it looks
    back at; weeks start on ``week_start``, 0 for Monday. ``are_any`` tells whether there were
    goals at all, be they closed, ``are_later`` whether all were made later. ``activities`` are
    those of the journal by name.
    """

    day: date
    week: Span
    looked_at: Span
    week_start: int
    goals: tuple[Reviewed, ...]
    paused: tuple[Judged, ...]
    are_any: bool
    are_later: bool
    streak: StreakAnswer
    activities: Mapping[str, Activity]

    @property
    def to_ask(self) -> tuple[Reviewed, ...]:
        """The goals that there is something to tell of, and to ask: those of an event together."""
        told = [one for one in self.goals if not one.is_told]
        events = ["", *dict.fromkeys(one.event for one in told if one.event)]
        return tuple(sorted(told, key=lambda one: (events.index(one.event), *one.place)))

    @property
    def over(self) -> tuple[Judged, ...]:
        """The goals that only wait to be closed."""
        return tuple(one.goal for one in self.goals if one.is_told)
