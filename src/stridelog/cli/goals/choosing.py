"""The goal that a word on the command line means."""

from typing import Annotated

import typer

from stridelog.cli.asking import LONGEST_NUMBER
from stridelog.cli.context import Context
from stridelog.domain.errors import NotFoundError
from stridelog.domain.goal import Goal
from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import shown
from stridelog.store.reading.goals import goal_numbered, goals

OneGoal = Annotated[str, typer.Argument(metavar="GOAL", show_default=False)]
"""The goal that a command is about: its number, or how its title begins."""

GoalOrAll = Annotated[str, typer.Argument(metavar="[GOAL]", show_default=False)]
"""The one goal that is meant, where not all are."""


LIST = "List them with: stride goals"


class NoSuchGoalError(NotFoundError):
    """No goal has that number or title."""


def goal_named(context: Context, text: str) -> Goal:
    """Return the goal of a number, or of a title's beginning. Raises ``NoSuchGoalError``.

    Of several with that beginning, one that is open is meant.
    """
    digits = text.removeprefix("#")
    if not (digits.isascii() and digits.isdigit()):
        return _called(context, text)
    number = int(digits) if len(digits) <= LONGEST_NUMBER else 0
    found = goal_numbered(context.reading, number)
    if found is None:
        raise NoSuchGoalError(f'There is no goal "{shown(text)}".', LIST)
    return found


def _called(context: Context, text: str) -> Goal:
    from stridelog.cli.goals.telling import titled

    every = {goal.number: goal for goal in goals(context.reading)}
    called = {number: titled(context, goal) for number, goal in every.items()}
    begun = _plain(text)
    matching = [number for number, title in called.items() if _plain(title).startswith(begun)]
    meant = [number for number in matching if not every[number].is_closed] or matching
    if len(meant) == 1:
        return every[meant[0]]
    if meant:
        numbers = ", ".join(map(str, matching))
        raise NoSuchGoalError(
            f'"{shown(text)}" begins several goals.', f"Say its number: {numbers}."
        )
    guess = nearest(text, called.values())
    meaning = f' Did you mean "{shown(guess)}"?' if guess else ""
    raise NoSuchGoalError(f'There is no goal "{shown(text)}".{meaning}', LIST)


def _plain(text: str) -> str:
    return "".join(text.casefold().split())
