"""What is worth celebrating: one module a rule (see ``domain/milestone.py`` for what it offers)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

from stridelog.domain.activity import Activity
from stridelog.domain.additions import load
from stridelog.domain.milestone import Milestone, Rule, Subject
from stridelog.domain.quantity import Notation

AT_ONCE = 3
"""So many of one rule are told one after the other: whoever begins much has many firsts."""

PERSONAL_BEST = "personal_best"
"""The rule whose milestones fall again and again."""

EVERYTHING = Activity("", "")
"""Stands for the whole journal where a milestone is of no one activity."""


def most_telling_first(milestones: Iterable[Milestone]) -> list[Milestone]:
    """Return milestones as they are told: big ones, then by rule, then the latest.

    Of those of one subject (the fastest 5k) the latest comes first; the others wait until each
    subject has had its turn, and after three of a rule it is the turn of the next one, so that a
    few lines tell of many things.
    """
    turns, of_rule = Counter[Subject](), Counter[tuple[str, bool, int]]()
    ranked: list[tuple[tuple[bool, int, int, int], Milestone]] = []
    for each in sorted(milestones, key=lambda each: each.found.day, reverse=True):
        small, turn = each.found.size != "big", turns[each.subject]
        place = of_rule[each.rule, small, turn]
        ranked.append(((small, turn, place // AT_ONCE, _rule(each.rule).ORDER), each))
        turns[each.subject] += 1
        of_rule[each.rule, small, turn] += 1
    return [each for _, each in sorted(ranked, key=lambda pair: pair[0])]


def told_once(milestones: Iterable[Milestone]) -> list[Milestone]:
    """Return milestones as they are told, without what says of two entries what another has said.

    Whoever is faster with the stroller than the best so far has a personal best by as much. And a
    best that fell again and again is told once, with what it comes to.
    """
    told, compared = list[Milestone](), set[tuple[object, ...]]()
    for each in most_telling_first(bests_together(milestones)):
        what = (each.activity, each.found.said.get("name"), each.found.numbers)
        if what not in compared:
            told.append(each)
        if len(each.found.numbers) > 1 and "name" in each.found.said:
            compared.add(what)
    return told


def is_over(milestone: Milestone, today: date) -> bool:
    """Tell whether the day of a milestone has come; of what a month brought, the month is over."""
    day = milestone.found.day
    return day < today or (day == today and _rule(milestone.rule).EACH != "month")


def bests_together(milestones: Iterable[Milestone]) -> list[Milestone]:
    """Return milestones, of the personal bests of one subject one: what they come to together."""
    others, falls = list[Milestone](), dict[Subject, list[Milestone]]()
    for each in milestones:
        if each.rule == PERSONAL_BEST:
            falls.setdefault(each.subject, []).append(each)
        else:
            others.append(each)
    if not falls:
        return others
    together = load(__name__, PERSONAL_BEST).together
    in_time = (sorted(several, key=lambda each: each.found.day) for several in falls.values())
    return [*others, *(together(several) for several in in_time)]


def sentence(milestone: Milestone, activities: Mapping[str, Activity], notation: Notation) -> str:
    """Say a milestone in plain words."""
    activity = activities.get(milestone.activity, EVERYTHING)
    return _rule(milestone.rule).sentence(milestone.found, activity, notation)


@cache
def _rule(name: str) -> Rule:
    """Return a rule; of several hundred milestones, each asks for its own."""
    rule: Rule = load(__name__, name)
    return rule
