"""``stride log`` without words: a short dialogue about what was done."""

import os
import sys
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from stridelog.cli.context import Context
from stridelog.cli.dialogue.questionnaire import Questionnaire
from stridelog.cli.dialogue.questions import Facts
from stridelog.cli.dialogue.sheet import Sheet
from stridelog.domain.activity import Activity
from stridelog.domain.entry import Draft, day_of
from stridelog.domain.errors import UsageError
from stridelog.domain.likely import Guess, likeliest
from stridelog.render.paper import Paper, paper_of
from stridelog.store.catalog import activities
from stridelog.store.reading.habits import last_days, last_entries, occasions

DUMB = frozenset({"dumb", "unknown"})
"""What ``TERM`` says of terminals that cannot move the cursor."""


class NothingToLogError(UsageError):
    """There are no words, and no terminal to ask on."""


def log_by_asking(context: Context, begun: Draft) -> int:
    """Ask what was done and save it; return the number of the entry.

    ``begun`` is what is known already: the time, and what options said. Raises
    ``NothingToLogError`` where nobody can be asked, ``KeyboardInterrupt`` where the person drops
    it all; then nothing is saved.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NothingToLogError(
            "Nothing says what you did, and there is no terminal to ask on.",
            "Say it in one line: stride log run 10k 50:42",
        )
    sheet = Sheet(_facts(context, begun), begun)
    day_starts = context.config.day_starts
    way_to_ask()(
        sheet,
        paper_of(sys.stdout, os.environ, colour=context.colour),
        lambda: sheet.understood(context.today, day_starts),
    )
    activity = sheet.activity
    with context.change() as change:
        if activity is not None and activity.name not in change.catalog:
            change.add_activity(activity)
        (number,) = change.add([sheet.draft()])
    return number


def _facts(context: Context, begun: Draft) -> Facts:
    connection, day = context.reading, day_of(begun.at, context.config.day_starts)
    known = activities(connection)
    return Facts(
        activities=known,
        guesses=guesses(context, known, begun.at, day),
        habit=cache(lambda activity: last_entries(connection, activity, day)),
        notation=context.config.notation,
    )


def guesses(
    context: Context, known: Mapping[str, Activity], at: datetime, day: date
) -> tuple[Guess, ...]:
    """Return the activities that a dialogue may be about, the likeliest first."""
    return likeliest(
        [name for name, activity in known.items() if not activity.retired],
        occasions(context.reading, day),
        last_days(context.reading, day),
        at,
        day,
        context.today,
    )


def way_to_ask() -> Callable[[Questionnaire[Any], Paper, Callable[[], str]], None]:
    """Return what asks on this terminal; only some can move the cursor."""
    dumb = os.environ.get("TERM", "dumb" if os.name == "posix" else "") in DUMB
    if dumb:
        from stridelog.cli.dialogue.lines import fill_in
    else:
        from stridelog.cli.dialogue.screen import fill_in
    return fill_in
