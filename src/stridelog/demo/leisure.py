"""The rest of the life: guitar practice, rides in summer, study in winter, extra miles."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from stridelog.demo.chance import Chance, Whole, along
from stridelog.demo.civil_time import MONDAY, SATURDAY, WEDNESDAY, at_minute
from stridelog.demo.life import Life
from stridelog.demo.scene import Scene
from stridelog.domain.entry import Draft

_PRACTICE_SINCE = 5.6
"""Years ago."""

_PRACTICE = ((0, 0.14), (2, 0.1), (2.5, 0.03), (3, 0.12), (5.6, 0.07))
"""How likely a day has practice, by years ago."""

_MINUTES = ((0, 33), (1, 27), (3, 20), (5.2, 13), (5.6, 10))
"""How long it takes, by years ago."""

_STREAKS = ((1, 12), (301, 40))
"""Practised every day: the last one is so many days ago, and there are so many."""

_RIDING_MONTHS = range(6, 10)
_SPEED = ((0, 26.6), (6, 24.2))
"""Kilometres an hour, by years ago."""

_WINTERS = {2: "network-exam", 4: "spanish"}
"""What was studied, in the winter that began less than so many years ago."""

_STUDY_MONTHS = {11, 12, 1, 2, 3}
_STUDY_DAYS = {MONDAY, WEDNESDAY}


def practice(life: Life) -> Iterator[Scene]:
    """Give the guitar practice: two streaks of days, and now and then a day."""
    chance = Chance(440)
    for past in range((life.today - life.first).days, 0, -1):
        day = life.today - timedelta(days=past)
        if not _is_practised(past, life.years_ago(day), chance):
            continue
        years = life.years_ago(day)
        minutes = round(chance.about(along(_MINUTES, years), along(_MINUTES, years) / 3))
        in_streak = "practice streak" if past in _streak_days(1) else "practice"
        yield Scene(
            in_streak,
            Draft(
                activity="practice",
                at=at_minute(day, chance.between(20 * 60 + 10, 22 * 60)),
                measurements={"duration": 60.0 * minutes},
                tags=("guitar",),
            ),
        )
