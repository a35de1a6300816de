"""Milestones: what is worth celebrating, big or small, and what the rules that find it look at.

A rule is one module of ``milestones/``. It goes through the history of one activity in the order of
time, a day or a month at once, and remembers in a *state* what it will need later. So the same is
found whenever and in whichever order the entries came to be in the journal; and where one is
corrected, it is enough to begin again at its month, with the state from before.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, Protocol

from stridelog.domain.activity import Activity
from stridelog.domain.done import Done
from stridelog.domain.feat import Feat
from stridelog.domain.quantity import Notation

Size = Literal["small", "big"]

State = dict[str, Any]
"""What a rule remembers between two months: a JSON object, so with text as keys, and lists."""

Subject = tuple[str, ...]
"""The rule, the activity, and what else tells a milestone apart from others."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The entries from ``first`` to ``last`` day, in the order of time: at least one."""

    first: date
    last: date
    entries: tuple[Done, ...]


@dataclass(frozen=True, slots=True)
class History:
    """An activity, what was done of it ``on`` a day, the feats of an entry and its bounds.

    Several rules ask for those of the same entry (see ``domain/feat``).
    """

    activity: Activity
    on: Callable[[date], tuple[Done, ...]]
    feats: Callable[[Done], Sequence[Feat]]
    bounds: Callable[[Done], Sequence[Feat]]


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule has found on a day.

    ``numbers`` are those of its entries: first the one that earned it, then what it is compared
    with. ``said`` is what its sentence is made of: base units, days as ISO text; under ``name``
    and ``with`` stands what tells it apart from others that the same rule finds.
    """

    day: date
    size: Size
    numbers: tuple[int, ...]
    said: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Milestone:
    """Something worth celebrating, the ``rule`` that found it, and the activity.

    The activity is empty for what is true of the whole journal.
    """

    rule: str
    activity: str
    found: Found

    @property
    def subject(self) -> Subject:
        """What it is a milestone of, whatever its numbers are."""
        said = self.found.said
        return self.rule, self.activity, str(said.get("name", "")), str(said.get("with", ""))


class Rule(Protocol):
    """A module of ``milestones/``: ``SUMMARY`` is a line that says what it finds.

    ``ORDER`` tells how telling that is, the lower the more. ``EACH`` is what ``step`` is given at
    once; a month is stepped through when it is over, so what is found of it stands at its last day.
    """

    SUMMARY: str
    ORDER: int
    EACH: Literal["day", "month"]

    def begin(self) -> State:
        """Return the state before the first entry."""

    def step(self, state: State, stretch: Stretch, history: History) -> Iterator[Found]:
        """Give what is found in a stretch, and change the state to what it is after it."""

    def sentence(self, found: Found, activity: Activity, notation: Notation) -> str:
        """Say what was found in plain words, with the number and what it is compared with."""
