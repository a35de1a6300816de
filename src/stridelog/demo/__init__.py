"""A made-up journal of six years, for ``stride demo``: one person's runs, shifts and the rest.

The same day gives the same journal, everywhere and always. It is told back from that day, so that
then and now have something to say whenever it is opened.
"""

from collections.abc import Iterator
from datetime import date

from stridelog.demo.goals import goals
from stridelog.demo.help_desk import shifts
from stridelog.demo.leisure import extra_miles, practice, rides, study
from stridelog.demo.life import life_until
from stridelog.demo.notes import EXTRA_MILES, NOTES
from stridelog.demo.running import runs
from stridelog.demo.scene import with_notes
from stridelog.domain.entry import Draft

__all__ = ["drafts", "goals"]


def drafts(today: date) -> Iterator[Draft]:
    """Give the entries of six years up to the day before ``today``, in the order of time.

    Raises PeriodError where the calendar does not reach that far.
    """
    life = life_until(today)
    scenes = [
        *runs(life),
        *shifts(life),
        *practice(life),
        *rides(life),
        *study(life),
        *extra_miles(life, EXTRA_MILES),
    ]
    scenes.sort(key=lambda scene: scene.draft.at)
    return with_notes(scenes, NOTES)
