"""What is told of an entry that was just written."""

from collections.abc import Collection

from stridelog.cli.asking import streak_rules
from stridelog.cli.celebrating import earned, marks_reached
from stridelog.cli.context import Context
from stridelog.domain.cadence import NO_RULES
from stridelog.domain.milestone import Subject
from stridelog.domain.streak import streaks
from stridelog.domain.streak_words import holds, most_telling
from stridelog.reports import logged
from stridelog.store.catalog import read_catalog
from stridelog.store.reading import entries
from stridelog.store.reading.comparable import comparable
from stridelog.store.reading.days import has_later
from stridelog.store.reading.done import dishonoured
from stridelog.store.reading.streaks import days as streak_days


def saved(context: Context, number: int, known: Collection[Subject] | None = None) -> logged.Answer:
    """Return an entry that was just written, what it is set beside, and what it earned.

    Of one that was corrected, what it had earned before is ``known``, and not told again.
    """
    entry = entries.entry(context.reading, number)
    assert entry is not None  # noqa: S101 (it was written in this process)
    listed = read_catalog(context.reading)[entry.activity]
    no_record = frozenset(of for of, metres in dishonoured(context.reading, listed) if not metres)
    days = streak_days(context.reading, entry.activity)[entry.activity]
    rules = streak_rules(context).get(entry.activity, NO_RULES)
    found = streaks(days, context.today, rules, context.config.week_start)
    milestones = earned(context, number)
    if known is None:
        milestones += marks_reached(context, entry, days)
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
    )
