"""What the history of reviews shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from stridelog.domain.activity import Activity
from stridelog.domain.goal import Review
from stridelog.domain.review import Promise
from stridelog.domain.standing import Judged
from stridelog.domain.streak import StreakAnswer


@dataclass(frozen=True, slots=True)
class Past:
    """The review of a goal, the goal as it was judged on that day, and what came of the promise."""

    goal: Judged
    review: Review
    promise: Promise | None


@dataclass(frozen=True, slots=True)
class Answer:
    """Reviews, the latest first; so many ``older`` ones are left out.

    Weeks start on ``week_start``, 0 for Monday. ``activities`` are those of the journal by name.
    """

    today: date
    week_start: int
    reviews: tuple[Past, ...]
    older: int
    streak: StreakAnswer
    activities: Mapping[str, Activity]
