"""What is told of an entry that was just written."""

from stridelog.cli.asking import streak_rules
from stridelog.cli.context import Context
from stridelog.domain.cadence import NO_RULES
from stridelog.domain.celebration import Feat, celebrations, new_ones
from stridelog.domain.entry import Entry
from stridelog.domain.streak import streaks
from stridelog.domain.streak_words import holds, most_telling
from stridelog.reports import logged
from stridelog.store.catalog import Listed, read_catalog
from stridelog.store.reading import entries
from stridelog.store.reading.comparable import comparable
from stridelog.store.reading.doubts import uncounted
from stridelog.store.reading.earlier import earlier
from stridelog.store.reading.streaks import days as streak_days


def saved(context: Context, number: int, before: Entry | None = None) -> logged.Answer:
    """Return an entry that was just written, what it is set beside, and what it earned.

    ``before`` is the entry as it stood until it was corrected, if it was.
    """
    entry = entries.entry(context.reading, number)
    assert entry is not None  # noqa: S101 (it was written in this process)
    listed = read_catalog(context.reading)[entry.activity]
    feat = _feat(context, listed, entry, before)
    found = celebrations(feat)
    if before and before.activity == entry.activity:
        found = new_ones(found, celebrations(_feat(context, listed, before, before)))
    standing = [streak for streak in feat.streaks_now if holds(streak, entry.day)]
    return logged.Answer(
        today=context.today,
        entry=entry,
        activity=listed.activity,
        beside=feat.beside,
        streak=most_telling(standing),
        celebrations=found,
        later=feat.earlier.later,
    )


def _feat(context: Context, listed: Listed, entry: Entry, before: Entry | None) -> Feat:
    """Return an entry with all that it may be celebrated for."""
    no_record = uncounted(context.reading, listed, max(context.today, entry.day))
    beside = comparable(context.reading, listed, entry, no_record)
    rules = streak_rules(context).get(entry.activity, NO_RULES)
    now = dict(streak_days(context.reading, entry.activity)[entry.activity])
    then = {**now, entry.day.toordinal(): now.get(entry.day.toordinal(), 1) - 1}
    if before and before.activity == entry.activity:
        then[before.day.toordinal()] = then.get(before.day.toordinal(), 0) + 1
    streaks_then, streaks_now = (
        streaks(
            {day: count for day, count in days.items() if count},
            context.today,
            rules,
            context.config.week_start,
        )
        for days in (then, now)
    )
    known = earlier(context.reading, listed, entry, beside, no_record)
    return Feat(entry, listed.activity, known, beside, streaks_then, streaks_now)
