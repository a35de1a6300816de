"""What a goal's line says, and what can be wrong with it."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from stridelog.domain.activity import Activity
from stridelog.domain.cadence import CadenceUnit
from stridelog.domain.dates import format_day
from stridelog.domain.errors import UsageError
from stridelog.domain.goal import Scope, Target, Version, Way
from stridelog.domain.measure import Measure
from stridelog.domain.period import Span

Claim = Literal["", "average", "once", "avoid", "do"]
"""What an option says of the kind, where words alone do not tell."""


class GoalError(UsageError):
    """What was said makes no goal."""


class NoSuchGoalMeasureError(GoalError):
    """The activity has no measure that the word could go to."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A value that was said, in the base unit of its measure; ``word`` is how.

    ``is_hours`` tells that it was taken for hours and minutes: 3:50 of a marathon can only be that.
    """

    measure: Measure
    value: float
    word: str
    is_hours: bool = False

    @property
    def is_a_name(self) -> bool:
        """Whether it was called by a name, as a marathon is, and not by a number."""
        return not any(character.isdigit() for character in self.word)


@dataclass(frozen=True, slots=True)
class GoalTime:
    """The days that options say; ``first`` is today where they do not.

    ``is_period`` tells that a period was named (this year, 2026-Q4), not a day to be ready by.
    """

    first: date
    deadline: date | None = None
    against: Span | None = None
    is_period: bool = False

    def __post_init__(self) -> None:
        if self.deadline and self.deadline < self.first:
            raise GoalError(
                f"A goal that begins {format_day(self.first)} cannot be due "
                f"{format_day(self.deadline)}.",
                f"Turn them round: --from {self.deadline} --by {self.first}",
            )


@dataclass(frozen=True, slots=True)
class GoalLine:
    """What the words of a goal say.

    ``measures`` were named without a value. ``distance`` is a standard distance that stands beside
    a time. ``times`` is how often, ``per`` the period of that or of the amount; "" means in all.
    """

    time: GoalTime
    activity: Activity | None = None
    title: str = ""
    amounts: tuple[Amount, ...] = ()
    measures: tuple[Measure, ...] = ()
    distance: str = ""
    change: float | None = None
    times: int | None = None
    per: CadenceUnit | Literal[""] = ""
    tags: tuple[str, ...] = ()
    not_tags: tuple[str, ...] = ()
    place: str = ""
    way: Way | Literal[""] = ""
    claim: Claim = ""
    words: tuple[str, ...] = field(default=(), compare=False)

    @property
    def is_bare_amount(self) -> bool:
        """Whether it is one value of one measure, with no cadence and no change beside it."""
        counted = self.times is not None or self.change is not None or self.per
        return self.activity is not None and len(self.amounts) == 1 and not counted

    def scope(self, measure: str = "") -> Scope:
        """Return which entries are meant, and the measure of them that counts."""
        return Scope(
            activity=self.activity.name if self.activity else "",
            measure=measure,
            distance=self.distance,
            tags=self.tags,
            not_tags=self.not_tags,
            place=self.place,
        )

    def version(
        self, kind: str, today: date, scope: Scope, target: Target | None = None
    ) -> Version:
        """Return what a goal of a kind asks for from today on, in the days that were said."""
        return Version(today, kind, self.time.first, self.time.deadline, scope, target)
