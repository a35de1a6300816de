"""A question of the dialogue, and what its answer can be chosen from."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from stridelog.domain.nearest import nearest

D = TypeVar("D")
"""What the answers become: the draft of an entry, or of a goal."""

ACTIVITY, MEASURED_BY = "activity", "measured by"
TAGS, EFFORT, NOTE = "tags", "effort", "note"

NEW = "make this a new activity"


class Answers(Enum):
    """What answers a question: one of its options, several of them, or any text."""

    ONE = "one"
    SEVERAL = "several"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: the text that it answers with, and what is said beside it."""

    text: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Question(Generic[D]):
    """Something to ask. ``read`` puts the answer into a draft, or raises ``StrideError``.

    ``last`` is the last answer as one would type it; ``options`` can be chosen from, and
    ``withheld`` are names that are taken all the same. Where there is something ``needed``, it is
    what to say to somebody who skips the question.
    """

    name: str
    read: Callable[[D, str], D]
    answers: Answers = Answers.TEXT
    hint: str = ""
    last: str = ""
    options: tuple[Option, ...] = ()
    withheld: frozenset[str] = frozenset()
    needed: str = ""

    @property
    def label(self) -> str:
        """What stands before the answer."""
        return "What was it?" if self.name == ACTIVITY else self.name


def activity_name(text: str) -> str:
    """Return the name of an activity that was typed as such names are kept."""
    return "-".join(text.lower().split())


def choices(question: Question[D], typed: str) -> tuple[tuple[Option, ...], str]:
    """Return the options that what was typed may mean, and what is to be said about it.

    Those that begin with it stand first, then those that hold it, then a misspelt one; for an
    activity, a new one of that name comes last.
    """
    wanted = activity_name(typed)
    if not wanted or question.answers is not Answers.ONE:
        return question.options, ""
    found = sorted(
        (option for option in question.options if wanted in activity_name(option.text)),
        key=lambda option: (
            activity_name(option.text) != wanted,
            not activity_name(option.text).startswith(wanted),
        ),
    )
    taken = question.withheld | {option.text for option in found}
    if question.name != ACTIVITY or wanted in taken:
        return tuple(found), ""
    new = Option(wanted, NEW)
    if found:
        return (*found, new), ""
    guess = nearest(wanted, [option.text for option in question.options])
    said = f'There is no activity "{wanted}".' + (f" Did you mean {guess}?" if guess else "")
    return (*(option for option in question.options if option.text == guess), new), said
