"""The dates that shape the made-up life: everything is told back from today."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from stridelog.demo.civil_time import DAYS_A_YEAR, SUNDAY, marathon_day, turkey_trot
from stridelog.domain.period import Span, shift, week_of

YEARS = 6
"""How far back the journal reaches."""

STROLLER_SINCE = 2.1
"""Years ago, the first run with the stroller, at half a year of age."""

_FIRST_TEN = 5.35
"""Years ago, the first 10k; before it all runs were shorter."""

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_WEEKS_INJURED, _WEEKS_OF_COMEBACK, _WEEKS_OF_RECOVERY = 7, 3, 2
_LATE_IN_THE_YEAR = 0.72 * DAYS_A_YEAR
_WEEKS_BEFORE_MARATHON, _WEEKS_AFTER_MARATHON = 36, 9

_WEEKS_SINCE_BREAK = 7
"""The weeks with a run, up to the latest one."""

_WITHOUT = (0, 14, 27, 41, 61, 74, 89, 105, 118, 131, 148, 160, 176, 192, 208, 222, 235, 250)
_WITHOUT_AT_FIRST = (268, 281, 294)
"""Weeks without a run (work, flu, family), counted back from the latest: 19 between two at most."""


@dataclass(frozen=True, slots=True)
class Life:
    """What happened when: the days of runs, and the weeks without any.

    ``trots`` are the races of November; ``flying`` and ``easy`` are the best 10k five years ago
    and lately. ``ankle`` is the run that ended in seven weeks without; ``comeback`` the weeks
    after them. ``idle_weeks`` are the Mondays of the other weeks without a run.
    """

    today: date
    first: date
    first_ten: date
    marathons: tuple[date, ...]
    trots: tuple[date, ...]
    ankle: date
    injured: Span
    comeback: Span
    flying: date
    easy: date
    idle_weeks: frozenset[date]

    def years_ago(self, day: date) -> float:
        """Return how many years before today ``day`` was."""
        return (self.today - day).days / DAYS_A_YEAR


def life_until(today: date) -> Life:
    """Return the life whose journal is opened on ``today``; nothing in it is later than yesterday.

    Raises PeriodError where the calendar does not reach that far.
    """
    shift(today, 1, "weeks")  # weeks are planned as a whole
    first = shift(today, -YEARS, "years")
    first_ten = _sunday_of(today - timedelta(days=_FIRST_TEN * DAYS_A_YEAR))
    third_year = shift(today, -4, "years")
    marathons = tuple(_yearly(marathon_day, third_year, today))
    trots = tuple(_yearly(turkey_trot, first_ten + _WEEK, today))
    injured = _injury(marathons[0], third_year)
    comeback = _weeks(injured.last + _DAY, _WEEKS_OF_COMEBACK)
    ankle = injured.first - _DAY
    flying, easy = shift(today, -5, "years"), _rested(today - 2 * _DAY, marathons)
    back = (comeback.first + week * _WEEK for week in range(_WEEKS_OF_COMEBACK))
    runs = (first_ten, *marathons, *trots, ankle, *back, flying, easy)
    return Life(
        today=today,
        first=first,
        first_ten=first_ten,
        marathons=marathons,
        trots=trots,
        ankle=ankle,
        injured=injured,
        comeback=comeback,
        flying=flying,
        easy=easy,
        idle_weeks=frozenset(_idle_weeks(easy, frozenset(map(monday_of, runs)))),
    )


def monday_of(day: date) -> date:
    """Return the Monday of the week that ``day`` lies in."""
    return week_of(day).first


def _sunday_of(day: date) -> date:
    return monday_of(day) + SUNDAY * _DAY


def _weeks(monday: date, count: int) -> Span:
    return Span(monday, monday + count * _WEEK - _DAY)


def _yearly(race: Callable[[int], date], after: date, today: date) -> Iterator[date]:
    days = (race(year) for year in range(after.year, today.year + 1))
    return (day for day in days if after < day < today)


def _injury(marathon: date, third_year: date) -> Span:
    """Return seven weeks of the third year that leave time to train for every race."""
    if (marathon - third_year).days > _LATE_IN_THE_YEAR:
        return _weeks(monday_of(marathon) - _WEEKS_BEFORE_MARATHON * _WEEK, _WEEKS_INJURED)
    return _weeks(monday_of(marathon) + _WEEKS_AFTER_MARATHON * _WEEK, _WEEKS_INJURED)


def _rested(day: date, marathons: Iterable[date]) -> date:
    """Return ``day``, or one before the marathon that it comes too soon after."""
    tired = (race for race in marathons if race <= day < race + _WEEKS_OF_RECOVERY * _WEEK)
    return next((race - _WEEKS_OF_RECOVERY * _WEEK for race in tired), day)


def _idle_weeks(latest_run: date, booked: frozenset[date]) -> Iterator[date]:
    """Give the Mondays of the weeks without a run; earlier ones for those that are booked."""
    latest = monday_of(latest_run) - _WEEKS_SINCE_BREAK * _WEEK
    for weeks in (*_WITHOUT, *_WITHOUT_AT_FIRST):
        monday = latest - weeks * _WEEK
        while monday in booked:
            monday -= _WEEK
        yield monday
