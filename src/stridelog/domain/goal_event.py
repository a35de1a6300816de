"""Goals of one event: it has one name, one day, and one goal of each rank."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from stridelog.domain.errors import UsageError
from stridelog.domain.goal import Goal

RANKS = ("A", "B", "C")


class RankTakenError(UsageError):
    """The event has a goal of that rank already."""


def event_named(goal: Goal, every: Iterable[Goal]) -> Goal:
    """Return a goal with the name of its event as other goals have it, in capitals or not."""
    others = _of_its_event(goal, every)
    return replace(goal, event=others[0].event) if others else goal


def at_its_event(goal: Goal, every: Iterable[Goal]) -> Goal:
    """Return a new goal at its event: without a deadline, due on the next day of the event."""
    known = list(every)
    goal, version = event_named(goal, known), goal.latest
    due = (other.latest.deadline for other in _of_its_event(goal, known))
    days = [day for day in due if day and day >= version.first]
    if version.deadline is not None or not days:
        return goal
    return replace(goal, versions=(*goal.versions[:-1], replace(version, deadline=min(days))))


def refuse_rank_taken(goal: Goal, every: Iterable[Goal]) -> None:
    """Refuse a second goal of one rank for one day of an event. Raises ``RankTakenError``."""
    others = [
        other
        for other in _of_its_event(goal, every)
        if other.latest.deadline == goal.latest.deadline and not other.is_closed
    ]
    has_it = next((other for other in others if goal.rank and other.rank == goal.rank), None)
    if has_it is None:
        return
    taken = {other.rank for other in others}
    free = next((rank for rank in RANKS if rank not in taken), "")
    raise RankTakenError(
        f"Goal {has_it.number} is the goal {goal.rank} of {goal.event} already.",
        f"Say --rank {free}, or change that one: stride goals edit {has_it.number}"
        if free
        else f"Change that one: stride goals edit {has_it.number}",
    )


def _of_its_event(goal: Goal, every: Iterable[Goal]) -> Sequence[Goal]:
    name = _plain(goal.event)
    return [o for o in every if name and o.number != goal.number and _plain(o.event) == name]


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
