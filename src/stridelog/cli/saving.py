"""What is told of an entry that was just written."""

from collections.abc import Collection

from stridelog.cli.asking import streak_rules
from stridelog.cli.celebrating import earned, marks_reached
from stridelog.cli.context import Context
from stridelog.domain.cadence import NO_RULES
from stridelog.domain.entry import Entry
from stridelog.domain.milestone import Milestone, Subject
from stridelog.domain.record import EXCLUDED
from stridelog.domain.streak import streaks
from stridelog.domain.streak_words import holds, most_telling
from stridelog.reports import logged
from stridelog.store.catalog import read_catalog
from stridelog.store.reading import entries
from stridelog.store.reading.comparable import comparable
from stridelog.store.reading.days import done_at_once, has_later
from stridelog.store.reading.done import uncounted_parts
from stridelog.store.reading.streaks import days as streak_days

ONCE = frozenset({"comeback", "first_ever"})
"""The rules that tell of one entry at a moment."""


def saved(context: Context, number: int, known: Collection[Subject] | None = None) -> logged.Answer:
    """Return an entry that was just written, what it is set beside, and what it earned.

    Of one that was corrected, what it had earned before is ``known``, and not told again.
    """
    entry = entries.entry(context.reading, number)
    assert entry is not None  # noqa: S101 (it was written in this process)
    listed = read_catalog(context.reading)[entry.activity]
    no_record = frozenset(
        of for of, metres in uncounted_parts(context.reading, listed) if not metres
    )
    days = streak_days(context.reading, entry.activity)[entry.activity]
    rules = streak_rules(context).get(entry.activity, NO_RULES)
    found = streaks(days, context.today, rules, context.config.week_start)
    milestones = earned(context, number)
    if known is None:
        milestones = _once(context, entry, milestones) + marks_reached(context, entry, days)
    else:
        milestones = [each for each in milestones if each.subject not in known]
    return logged.Answer(
        today=context.today,
        entry=entry,
        activity=listed.activity,
        beside=comparable(context.reading, listed, entry, no_record),
        streak=most_telling([streak for streak in found if holds(streak, entry.day)]),
        milestones=tuple(milestones),
        later=has_later(context.reading, entry),
        doubtful=number in no_record and EXCLUDED not in entry.tags,
    )


def _once(context: Context, entry: Entry, milestones: list[Milestone]) -> list[Milestone]:
    """Leave out what was told already of another entry of the same moment: nobody comes back twice.

    Which of the two is the first does not depend on which was logged first, so that may be this.
    """
    if not any(each.rule in ONCE for each in milestones):
        return milestones
    beside = done_at_once(context.reading, entry)
    told = {"", entry.activity, *beside} if beside else set()
    return [
        each
        for each in milestones
        if each.rule not in ONCE or str(each.found.said.get("name", "")) not in told
    ]
