"""``stride goals add`` without words: a short dialogue about what is aimed at."""

import os
import sys
from dataclasses import replace
from functools import cache

from stridelog.cli.context import Context, say
from stridelog.cli.dialogue import guesses, way_to_ask
from stridelog.cli.dialogue.goal_answers import Calendar
from stridelog.cli.dialogue.goal_questions import GoalFacts
from stridelog.cli.dialogue.goal_sheet import GoalSheet
from stridelog.cli.goals.making import new_goal
from stridelog.cli.goals.telling import titled, told
from stridelog.cli.goals.wording import About
from stridelog.domain.activity import AREAS
from stridelog.domain.errors import UsageError
from stridelog.domain.goal import Goal, Scope, Version
from stridelog.domain.goal_amounts import span_lately
from stridelog.domain.goal_pace import lately_said
from stridelog.domain.measure import Kind
from stridelog.render.paper import paper_of
from stridelog.store.catalog import activities, read_catalog
from stridelog.store.reading.goal_facts import values_of


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
    settings, today, known = context.config, context.today, activities(context.reading)

    return GoalFacts(
        activities=known,
        # Why one is likely is of no use for a goal.
        guesses=[replace(g, reason="") for g in guesses(context, known, context.now, today)],
        calendar=Calendar(today, settings.date_order, settings.week_start),
        notation=settings.notation,
        areas=list(dict.fromkeys((*AREAS, *(activity.area for activity in known.values())))),
        made=new_goal,
        lately=cache(lambda name: _lately(context, name)),
        attainable=cache(lambda goal: _attainable(context, goal)),
        named=lambda goal: titled(context, goal),
    )


def _attainable(context: Context, goal: Goal) -> str:
    """Say what a goal asks for beside what was, in sentences."""
    letters = told(context, goal).letters
    said = " ".join(s for letter in letters if letter.letter == "A" for s in letter.said)
    return f"{said[:1].upper()}{said[1:].removesuffix('.')}."


def _lately(context: Context, name: str) -> str:
    """Say how much of an activity was done in a week, lately: ``34.2 km and 3 times a week``."""
    connection, catalog = context.reading, read_catalog(context.reading)
    listed = catalog[name].activity.loggable
    summed = next((measure for measure in listed if measure.kind is Kind.ADDITIVE), None)
    scopes = [Scope(name, measure.name if measure else "") for measure in (None, summed)]
    often, much = (values_of(connection, catalog, s, span_lately(context.today)) for s in scopes)
    return lately_said(often, summed, much, context.today, context.config.notation)
