"""What is worth celebrating: one module a rule (see ``domain/milestone.py`` for what it offers)."""

from collections import Counter
from collections.abc import Iterable, Mapping

from stridelog.domain.activity import Activity
from stridelog.domain.additions import load
from stridelog.domain.milestone import Milestone, Subject
from stridelog.domain.quantity import Notation

EVERYTHING = Activity("", "")
"""Stands for the whole journal where a milestone is of no one activity."""


def most_telling_first(milestones: Iterable[Milestone]) -> list[Milestone]:
    """Return milestones as they are told: big ones, then by rule, then the latest.

    Of those of one subject (the fastest 5k) the latest comes first; the others wait until each
    subject has had its turn, so that a few lines tell of many things.
    """
    turns = Counter[Subject]()
    ranked: list[tuple[tuple[bool, int, int], Milestone]] = []
    for each in sorted(milestones, key=lambda each: each.found.day, reverse=True):
        rank = (each.found.size != "big", turns[each.subject], _order(each.rule))
        turns[each.subject] += 1
        ranked.append((rank, each))
    return [each for _, each in sorted(ranked, key=lambda pair: pair[0])]


def _order(rule: str) -> int:
    return int(load(__name__, rule).ORDER)


def sentence(milestone: Milestone, activities: Mapping[str, Activity], notation: Notation) -> str:
    """Say a milestone in plain words."""
    activity = activities.get(milestone.activity, EVERYTHING)
    return str(load(__name__, milestone.rule).sentence(milestone.found, activity, notation))
