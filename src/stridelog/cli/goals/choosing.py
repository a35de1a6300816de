"""The goal that a word on the command line means."""

from stridelog.cli.asking import LONGEST_NUMBER
from stridelog.cli.context import Context
from stridelog.domain.errors import NotFoundError
from stridelog.domain.goal import Goal
from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import shown
from stridelog.store.reading.goals import goal_numbered, goals


class NoSuchGoalError(NotFoundError):
    """No goal has that number or title."""


def goal_named(context: Context, text: str) -> Goal:
    """Return the goal of a number, or of a title's beginning. Raises ``NoSuchGoalError``.

    Of several with that beginning, one that is open is meant.
    """
    digits = text.removeprefix("#")
    if digits.isascii() and digits.isdigit():
        number = int(digits) if len(digits) <= LONGEST_NUMBER else 0
        found = goal_numbered(context.reading, number)
        if found is not None:
            return found
        raise NoSuchGoalError(f'There is no goal "{shown(text)}".', "List them with: stride goals")
    from stridelog.cli.goals.telling import titled

    every = {goal.number: goal for goal in goals(context.reading)}
    called = {number: titled(context, goal) for number, goal in every.items()}
    begun = _plain(text)
    matching = [number for number, title in called.items() if _plain(title).startswith(begun)]
    pursued = [number for number in matching if not every[number].is_closed]
    if len(pursued or matching) == 1:
        return every[(pursued or matching)[0]]
    if matching:
        numbers = ", ".join(map(str, matching))
        raise NoSuchGoalError(
            f'"{shown(text)}" begins several goals.', f"Say its number: {numbers}."
        )
    guess = nearest(text, called.values())
    raise NoSuchGoalError(
        f'There is no goal "{shown(text)}".'
        + (f' Did you mean "{shown(guess)}"?' if guess else ""),
        "List them with: stride goals",
    )


def _plain(text: str) -> str:
    return "".join(text.casefold().split())
