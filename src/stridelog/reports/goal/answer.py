"""What the report on one goal is made of."""

from dataclasses import dataclass

from stridelog.domain.goal import Step, Version
from stridelog.domain.smart import Letter
from stridelog.domain.standing import Judged


@dataclass(frozen=True, slots=True)
class Met:
    """A step on the way: the value on its day, or today's; and whether that is enough.

    None while it cannot be told.
    """

    step: Step
    value: float | None
    met: bool | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A version in words, and the value that it aims at: of a change, what that comes to."""

    version: Version
    words: str
    target: float | None


@dataclass(frozen=True, slots=True)
class Answer:
    """A goal as it stands, by the letters of SMART, with its steps and its versions."""

    goal: Judged
    letters: tuple[Letter, ...]
    steps: tuple[Met, ...] = ()
    versions: tuple[Asked, ...] = ()
