"""What is known of an entry that was just saved."""

from dataclasses import dataclass
from datetime import date

from stridelog.domain.activity import Activity
from stridelog.domain.comparable import Comparable
from stridelog.domain.entry import Entry
from stridelog.domain.milestone import Milestone
from stridelog.domain.streak import StreakAnswer


@dataclass(frozen=True, slots=True)
class Answer:
    """The entry as it was saved, what it is set beside, the streak that it is part of, if any.

    ``later`` tells that the activity has entries after it, so that it does not stand for now;
    ``doubtful`` that it is hard to believe, so that it holds no record and is no best.
    """

    today: date
    entry: Entry
    activity: Activity
    beside: Comparable | None = None
    streak: StreakAnswer | None = None
    milestones: tuple[Milestone, ...] = ()
    later: bool = False
    doubtful: bool = False
