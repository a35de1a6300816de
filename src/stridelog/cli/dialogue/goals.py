"""``stride goals add`` without words: a short dialogue about what is aimed at."""

import os
import sys
from dataclasses import replace
from functools import cache

from stridelog.cli.context import Context, say
from stridelog.cli.dialogue import way_to_ask
from stridelog.cli.dialogue.goal_answers import Calendar
from stridelog.cli.dialogue.goal_questions import GoalFacts
from stridelog.cli.dialogue.goal_sheet import GoalSheet
from stridelog.cli.goals.making import new_goal
from stridelog.cli.goals.telling import titled, told
from stridelog.cli.goals.wording import About
from stridelog.domain.activity import AREAS
from stridelog.domain.errors import UsageError
from stridelog.domain.goal import Goal, Scope, Version
from stridelog.domain.goal_saying import amount
from stridelog.domain.likely import likeliest
from stridelog.domain.measure import Kind
from stridelog.domain.period import DAYS_A_WEEK, Span, days_until, shift
from stridelog.render.paper import paper_of
from stridelog.store.catalog import read_catalog
from stridelog.store.reading.goal_facts import values_of
from stridelog.store.reading.habits import last_days, occasions

LATELY = 4
"""Weeks up to yesterday that tell what is done lately."""


class NoGoalSaidError(UsageError):
    """There are no words, and no terminal to ask on."""


def goal_by_asking(context: Context, about: About) -> Goal:
    """Ask what is aimed at, and return the goal; ``about`` is what options said.

    Raises ``NoGoalSaidError`` where nobody can be asked, ``KeyboardInterrupt`` where the person
    drops it; then the line that would say as much is told.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NoGoalSaidError(
            "Nothing says what the goal is, and there is no terminal to ask on.",
            "Say it in one line: stride goals add run 1500km --this-year",
        )
    nothing = Goal((Version(context.today, "do", context.today),))
    begun = about.of(nothing)
    sheet = GoalSheet(_facts(context), begun)
    paper = paper_of(sys.stdout, os.environ, colour=context.colour)
    try:
        way_to_ask()(sheet, paper, sheet.understood)
    except KeyboardInterrupt:
        if line := sheet.as_line():
            say(f"What you said is not lost; in one line it is:\n  {line}")
        raise
    return sheet.draft().goal


def _facts(context: Context) -> GoalFacts:
    connection, today, settings = context.reading, context.today, context.config
    catalog = read_catalog(connection)
    known = {name: listed.activity for name, listed in catalog.items()}
    lasting = [name for name, activity in known.items() if not activity.retired]

    @cache
    def attainable(goal: Goal) -> str:
        letters = told(context, goal).letters
        told_of = " ".join(s for letter in letters if letter.letter == "A" for s in letter.said)
        return f"{told_of[:1].upper()}{told_of[1:].removesuffix('.')}."

    return GoalFacts(
        activities=known,
        guesses=[
            replace(guess, reason="")
            for guess in likeliest(
                lasting,
                occasions(connection, today),
                last_days(connection, today),
                context.now,
                today,
                today,
            )
        ],
        calendar=Calendar(today, settings.date_order, settings.week_start),
        notation=settings.notation,
        areas=list(dict.fromkeys((*AREAS, *(activity.area for activity in known.values())))),
        made=new_goal,
        lately=cache(lambda name: _lately(context, name)),
        attainable=attainable,
        named=lambda goal: titled(context, goal),
    )


def _lately(context: Context, name: str) -> str:
    """Say how much of an activity was done in a week, lately: ``34.2 km and 3 times a week``."""
    catalog = read_catalog(context.reading)
    activity = catalog[name].activity
    span: Span = days_until(shift(context.today, -1, "days"), LATELY * DAYS_A_WEEK)
    times = len(values_of(context.reading, catalog, Scope(name), span).days)
    if not times:
        return ""
    said = []
    summed = next((m for m in activity.loggable if m.kind is Kind.ADDITIVE), None)
    if summed:
        sample = values_of(context.reading, catalog, Scope(name, summed.name), span)
        total = sum(sample.values) / LATELY
        said = [amount(summed, total, context.config.notation)] if total else []
    return " and ".join((*said, f"{times / LATELY:.1f} times".replace(".0 ", " "))) + " a week"
