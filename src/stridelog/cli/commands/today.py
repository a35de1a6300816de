"""``stride`` alone: today at a glance."""

from datetime import date
from functools import partial
from typing import Any

from stridelog.cli.asking import streak_rules
from stridelog.cli.context import Context
from stridelog.cli.options import Output
from stridelog.domain.additions import load, names
from stridelog.domain.today import Aim, Glance, TodayFacts
from stridelog.reports import today as report

PANELS = "stridelog.panels"


def show_today(context: Context, output: Output) -> None:
    """Show what today is about; in an empty journal, how to start."""
    glance = Glance(context.today, context.now, context.config.week_start)
    context.show(report, _answer(context, glance), output)


def _answer(context: Context, glance: Glance) -> report.Answer:
    from stridelog.store import connect
    from stridelog.store.reading.today import JournalToday

    panels = sorted(((name, load(PANELS, name)) for name in names(PANELS)), key=_order)
    if not connect.exists(context.journal_path):
        # A newcomer has no journal, and need not wait for one to be made.
        nothing = tuple(report.Filled(*panel, ()) for panel in panels)
        return report.Answer(glance, panels=nothing)
    judge = partial(_aims, context)
    facts: TodayFacts = JournalToday(context.reading, streak_rules(context), judge)
    days = facts.days.get(None, {})
    return report.Answer(
        glance,
        sum(days.values()),
        date.fromordinal(max(days)) if days else None,
        tuple(report.Filled(name, p, p.compute(facts, glance)) for name, p in panels),
    )


def _aims(context: Context) -> list[Aim]:
    from stridelog.cli.goals.glancing import aims

    return aims(context)


def _order(panel: tuple[str, Any]) -> int:
    order: int = panel[1].ORDER
    return order
