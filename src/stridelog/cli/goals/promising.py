"""A promise for a goal: one that is decided takes none."""

from collections.abc import Mapping

from stridelog.domain.activity import Activity
from stridelog.domain.commitment_line import read_commitment
from stridelog.domain.errors import UsageError
from stridelog.domain.goal import Commitment
from stridelog.domain.quantity import Notation
from stridelog.domain.review import Answers
from stridelog.domain.standing import OVER, Judged


class NothingLeftToDoError(UsageError):
    """The goal is reached, missed or over: no review would look at a promise for it again."""


def is_decided(one: Judged, answers: Answers) -> bool:
    """Tell whether a goal is reached, missed or over, and not adjusted by this review."""
    is_over = one.standing.state in OVER or one.version.is_over(one.standing.at)
    return answers.decision != "adjusted" and bool(is_over or answers.done)


def read_promise(
    one: Judged,
    answers: Answers,
    text: str,
    activities: Mapping[str, Activity],
    notation: Notation,
) -> Commitment:
    """Return what is promised for a goal. Raises ``PromiseError``, ``NothingLeftToDoError``."""
    number = one.goal.number
    if is_decided(one, answers):
        is_reached = one.standing.state == "reached" or answers.done
        raise NothingLeftToDoError(
            f"Goal {number} is {'reached' if is_reached else 'over'}.",
            f"Close it: stride goals close {number}. Or set the next one: stride goals add",
        )
    return read_commitment(text, activities.get(one.version.scope.activity), activities, notation)
