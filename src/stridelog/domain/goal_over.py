"""What a goal whose days are over may still be made: it was reached, or missed, and stays so."""

from dataclasses import replace
from datetime import date

from stridelog.domain.dates import format_day
from stridelog.domain.goal import Version
from stridelog.domain.goal_line.line import GoalError


class GoalIsOverError(GoalError):
    """The days of the goal are over: what it asked for in them cannot become something else."""


def refuse_if_over(was: Version, made: Version, today: date) -> None:
    """Refuse what asks for something else in days that are over; other days reopen a goal.

    Raises ``GoalIsOverError``.
    """
    same = replace(made, since=was.since, status=was.status, uid=was.uid) == was
    if same or not was.is_over(today) or was.deadline is None or made.deadline != was.deadline:
        return
    raise GoalIsOverError(
        f"The goal's last day was {format_day(was.deadline)}: what it asked for stays as it was.",
        "Give it a new last day (--by DAY), or set another one: stride goals add",
    )
