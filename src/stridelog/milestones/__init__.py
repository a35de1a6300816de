"""What is worth celebrating: one module a rule (see ``domain/milestone.py`` for what it offers)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from stridelog.domain.activity import Activity
from stridelog.domain.additions import load
from stridelog.domain.milestone import Milestone, Rule, Subject
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
        rank = (each.found.size != "big", turns[each.subject], _rule(each.rule).ORDER)
        turns[each.subject] += 1
        ranked.append((rank, each))
    return [each for _, each in sorted(ranked, key=lambda pair: pair[0])]


def told_once(milestones: Iterable[Milestone]) -> list[Milestone]:
    """Return milestones as they are told, without what says of two entries what another has said.

    Whoever is faster with the stroller than the best so far has a personal best by as much.
    """
    told, compared = list[Milestone](), set[tuple[object, ...]]()
    for each in most_telling_first(milestones):
        what = (each.activity, each.found.said.get("name"), each.found.numbers)
        if what not in compared:
            told.append(each)
        if len(each.found.numbers) > 1 and "name" in each.found.said:
            compared.add(what)
    return told


def sentence(milestone: Milestone, activities: Mapping[str, Activity], notation: Notation) -> str:
    """Say a milestone in plain words."""
    activity = activities.get(milestone.activity, EVERYTHING)
    return _rule(milestone.rule).sentence(milestone.found, activity, notation)


@cache
def _rule(name: str) -> Rule:
    """Return a rule; of several hundred milestones, each asks for its own."""
    rule: Rule = load(__name__, name)
    return rule
