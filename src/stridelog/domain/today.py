"""What the page of today is asked of: when it is looked at, and what the journal can tell it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from stridelog.domain.activity import Activity
from stridelog.domain.cadence import Rules
from stridelog.domain.course import Course
from stridelog.domain.entry import Entry
from stridelog.domain.measure import Measure
from stridelog.domain.period import Span


@dataclass(frozen=True, slots=True)
class Glance:
    """When a page is looked at: the day that it counts for, and the local time.

    ``week_start`` is the weekday that weeks start on, 0 for Monday.
    """

    today: date
    now: datetime
    week_start: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days from ``first`` to ``last``, the last one only up to a civil time."""

    first: date
    last: date
    until: datetime


@dataclass(frozen=True, slots=True)
class Tally:
    """How many entries there were, and how much of a measure in all (base units)."""

    entries: int
    amount: float


@dataclass(frozen=True, slots=True)
class Aim:
    """An open goal as it stands today; values are in the base unit of its ``measure``.

    ``target`` is what is aimed at, None while it cannot be told and of a yes or no, which is not
    ``is_measured``. ``expected`` is the value of its line, ``buffer_days`` how far before or
    (negative) after the line one is. ``distance`` names the standard distance that it is over, if
    it is over one; ``reviewed`` tells whether it was this week, ``has_line`` whether its line says
    more than the goal, ``is_estimate`` whether ``current`` is worked out from another distance.
    """

    number: int
    title: str
    measure: Measure
    state: str
    current: float | None = None
    expected: float | None = None
    target: float | None = None
    buffer_days: float | None = None
    deadline: date | None = None
    distance: str = ""
    reviewed: bool = False
    has_line: bool = True
    is_measured: bool = True
    is_estimate: bool = False


class TodayFacts(Protocol):
    """What the panels of today ask of a journal. Nothing is read before it is asked for."""

    @property
    def activities(self) -> Mapping[str, Activity]:
        """Every activity by its name."""

    @property
    def days(self) -> Mapping[str | None, Mapping[int, int]]:
        """Entries by day (an ordinal) of each activity that has any; of the journal under None."""

    @property
    def rules(self) -> Mapping[str | None, Rules]:
        """What was set for the streaks of an activity, or of the whole journal."""

    @property
    def goals(self) -> Sequence[Aim]:
        """Every goal that is pursued."""

    def tallies(self, activity: str, measure: str, stretches: Sequence[Stretch]) -> Sequence[Tally]:
        """Return what was done of an activity in each stretch; without a measure, how often."""

    def on_each(self, days: Sequence[date], limit: int) -> Sequence[Entry]:
        """Return an entry of each of the days, latest first; one with a note where there is one."""

    def courses(self, spans: Sequence[Span]) -> Sequence[Course]:
        """Return the course of every measure that has a value in the spans."""
