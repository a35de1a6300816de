"""The part of a change that is about goals. A goal with all that hangs on it is one object.

What a goal is made of is imported by whoever changes one: a log has no use for it.
"""

from typing import TYPE_CHECKING

from stridelog.store.recorded import ChangedMeanwhileError, GoneMeanwhileError, Recorded
from stridelog.store.rows import HIGHEST_WISHED

if TYPE_CHECKING:
    from stridelog.domain.goal import Goal

_ABOUT = """
SELECT 1 FROM goal_version WHERE activity_id = :activity
UNION ALL SELECT 1 FROM goal_review WHERE promise_activity_id = :activity LIMIT 1
"""

_LAST = "SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'goal'), 0)"


class ChangeOfGoals(Recorded):
    """What a change does to goals."""

    def add_goal(self, goal: "Goal") -> int:
        """Add a goal with its versions, reviews and notes; return its number.

        It keeps its own number where that is free. Its activities and measures must be listed,
        and its uids may not be there yet.
        """
        from stridelog.store.goal_rows import write_goal

        number = write_goal(self.raw, self._free(goal.number), goal, self._made_at)
        # It did not exist before.
        self._keep_new("goal", number)
        return number

    def set_goal(self, number: int, goal: "Goal", was: "Goal | None" = None) -> None:
        """Make the goal ``number`` what it is now, with what hangs on it.

        ``was`` is the goal that it was made from. Raises ``GoneMeanwhileError`` and
        ``ChangedMeanwhileError`` where that is not what stands there now.
        """
        from stridelog.store.goal_rows import write_goal
        from stridelog.store.reading.goals import goal_numbered

        stands = goal_numbered(self.raw, number)
        if stands is None:
            raise GoneMeanwhileError(
                f"There is no goal {number} any more.", "List them with: stride goals"
            )
        if was is not None and stands != was:
            raise ChangedMeanwhileError(
                f"Goal {number} was changed meanwhile.", f"Look at it: stride goals show {number}"
            )
        if goal != stands:
            self._keep("goal", number)
            write_goal(self.raw, number, goal, self._made_at)

    def has_goals(self, activity_id: int) -> bool:
        """Tell whether a goal, or a promise, was ever about an activity."""
        row = self.raw.execute(_ABOUT, {"activity": activity_id}).fetchone()
        return row is not None

    def goal_uids(self) -> set[str]:
        """Return the uids of all goals, and of all that hangs on them."""
        from stridelog.store.goal_rows import TABLES

        return {uid for table in TABLES for (uid,) in self.raw.execute(f"SELECT uid FROM {table}")}

    def _free(self, number: int) -> int | None:
        """Return a number above all that were ever given, for only those are surely free."""
        (last,) = self.raw.execute(_LAST).fetchone()
        return number if last < number <= HIGHEST_WISHED else None
