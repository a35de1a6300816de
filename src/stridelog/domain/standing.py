"""Where a goal stands on a day, and what a kind of goal offers.

A kind is a module of ``goals``, all of it pure functions: it claims the words that make such a
goal, says which facts it needs, and judges them. What it is given ends with the day that it is
asked about, so that a past week looks as it looked then, but for what was logged late.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, Protocol

from stridelog.domain.comparison import Sample
from stridelog.domain.equivalents import Race
from stridelog.domain.forecast import Forecast
from stridelog.domain.goal import Goal, Scope, Version
from stridelog.domain.goal_line.line import GoalLine
from stridelog.domain.measure import Measure
from stridelog.domain.quantity import Notation
from stridelog.domain.review import Promise

State = Literal[
    "not begun", "open", "ahead", "on course", "behind", "out of reach", "reached", "missed"
]
"""How a goal stands; ``open`` where neither the journal nor the person has told anything yet."""

OVER: frozenset[State] = frozenset({"reached", "missed"})
"""States that say that a goal is decided."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The facts that a kind needs: the values of some scopes from a day on (None: from the first).

    With ``bests``, also which of these values can be a best one. With ``races``, also the runs over
    any distance of the activity of the first scope, and its races from that day on.
    """

    scopes: tuple[Scope, ...] = ()
    since: date | None = None
    races: date | None = None
    bests: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What the journal holds of what was asked, up to a day.

    ``races`` are the runs that can be believed, the best of each day over each length: their values
    are seconds, their weights metres. ``tagged`` are those that were raced. Both stand under
    their activity.
    ``bests`` are values without those that are doubtful or kept out of the records. ``summed`` are
    the scopes whose values are amounts. ``week_start`` is the weekday that weeks start on, 0 for
    Monday.
    """

    values: Mapping[Scope, Sample] = field(default_factory=dict)
    races: Mapping[str, Sample] = field(default_factory=dict)
    tagged: Mapping[str, tuple[Race, ...]] = field(default_factory=dict)
    bests: Mapping[Scope, Sample] = field(default_factory=dict)
    summed: frozenset[Scope] = frozenset()
    week_start: int = 0

    def of(self, scope: Scope) -> Sample:
        """Return the values of a scope, oldest first; of a count, a 1 for each entry."""
        return self.values.get(scope, Sample())

    def until(self, day: date) -> "Facts":
        """Return what there was up to and including a day."""
        last = day.toordinal()
        return replace(
            self,
            values={scope: sample.until(last) for scope, sample in self.values.items()},
            bests={scope: sample.until(last) for scope, sample in self.bests.items()},
            races={activity: runs.until(last) for activity, runs in self.races.items()},
            tagged={
                activity: tuple(race for race in races if race.day and race.day <= day)
                for activity, races in self.tagged.items()
            },
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a goal stands on the day ``at``. Values are in the base unit of its measure.

    ``target`` is what is aimed at, worked out where it is a change from what was. ``start`` is the
    value that the line begins with, ``expected`` the line's on this day, which counts as far as it
    is done, ``progress`` the share of the way from start to target. ``buffer_days`` is how many
    days before (or, negative, after) the line one is. ``needed_per_week`` takes today as one of the
    days that are left; of a target that is not to be passed, it is what is still allowed. Nothing
    is needed any more once it is decided.
    ``needed_average`` is what an average has to be on the days after ``at``.
    ``latest`` is the last day up to now with something that counts, also before the goal's own
    days. ``estimated_from`` is the run over another distance that ``current`` is worked out from.
    What cannot be told is None.
    """

    at: date
    state: State
    target: float | None = None
    start: float | None = None
    current: float | None = None
    expected: float | None = None
    progress: float | None = None
    needed_per_week: float | None = None
    needed_average: float | None = None
    rate_per_week: float | None = None
    buffer_days: float | None = None
    forecast: Forecast | None = None
    latest: date | None = None
    estimated_from: Race | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """The best that there ever was, and its day."""

    value: float
    day: date | None


@dataclass(frozen=True, slots=True)
class Demand:
    """What a goal asks for beside what the journal holds, for the A of SMART.

    ``baseline`` is the value from which it sets out: the amount of as many days before, the best of
    lately, the average. ``asked`` is the change from there to the target as a share of the
    baseline, ``best`` the greatest such change that was ever made in as many ``days``.
    ``estimated_from`` is the run over another distance that the baseline is worked out from,
    ``done`` the day of it. ``record`` is the best ever, where that is another value.
    """

    days: int | None
    baseline: float | None = None
    asked: float | None = None
    best: float | None = None
    estimated_from: Race | None = None
    done: date | None = None
    record: Record | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A goal as it stands on a day, by the version that held then.

    ``measure`` is what its values are shown as, ``title`` what it is called. ``promise`` is what
    was promised in the last review, and whether it was kept; ``promise_now`` what is promised for
    the days that the day is one of.
    """

    goal: Goal
    version: Version
    measure: Measure
    title: str
    standing: Standing
    promise: Promise | None = None
    promise_now: Promise | None = None


class GoalKind(Protocol):
    """What a module of ``goals`` offers."""

    SUMMARY: str
    EXAMPLE: str
    """Words after ``stride goals add`` that make such a goal, for a hint."""

    def takes(self, line: GoalLine) -> bool:
        """Tell whether the words make a goal of this kind; of every line, one kind says so."""

    def made(self, line: GoalLine, today: date) -> Version:
        """Return what the words ask for. Raises ``GoalError`` with the nearest valid form."""

    def asks(self, version: Version) -> Asked:
        """Return the facts that are needed to judge a version."""

    def stands(self, goal: Goal, version: Version, facts: Facts, at: date) -> Standing:
        """Judge a version on a day, by facts that end with that day."""

    def demand(self, version: Version, facts: Facts) -> Demand:
        """Return what a version asks for, by what there was before its first day."""

    def says(self, version: Version, measure: Measure, notation: Notation) -> str:
        """Say what is asked for, without the days: ``run 1500 km``, ``run 3 times a week``."""
