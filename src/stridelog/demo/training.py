"""Which run was run on which day: habits, marathon training, races, the bad ankle."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from stridelog.demo.chance import Bag, Chance, Whole, along
from stridelog.demo.civil_time import (
    FRIDAY,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    marathon_day,
)
from stridelog.demo.life import Life, monday_of

_ANYTHING = frozenset({"stroller", "snow", "rain", "treadmill"})
_WEATHER = frozenset({"snow", "rain"})
_RAIN = frozenset({"rain"})
_ANKLE = "Rolled the ankle on a root at 6 km. Heard it before I felt it. Hopped to the road."


@dataclass(frozen=True, slots=True)
class Session:
    """A kind of run.

    ``slower`` is in seconds per kilometre beside the 10k of the day; a negative one is faster.
    ``spread`` says how much it differs from one time to the next, in those of a 10k.
    ``open_to`` are the circumstances that may come along by chance; ``tags`` are always there.
    """

    about: str
    metres: tuple[float, float]
    slower: float
    heart_rate: float
    effort: int
    spread: float
    places: tuple[str, ...]
    open_to: frozenset[str] = frozenset()
    tags: tuple[str, ...] = ()
    note: str = ""


EASY = Session("easy run", (6_000, 8_200), 36, 139, 3, 4, ("park", "canal", "forest"), _ANYTHING)
FIVE = Session("5k", (4_975, 5_090), -12, 163, 6, 2.5, ("park", "riverside"), _ANYTHING)
TEN = Session("10k", (9_970, 10_090), 0, 157, 6, 1, ("riverside",) * 5 + ("park",), _ANYTHING)
TEMPO = Session("tempo run", (7_600, 8_400), -9, 167, 8, 1.5, ("track",), _RAIN)
FIFTEEN = Session("15k", (14_960, 15_180), 10, 152, 6, 2, ("canal", "riverside"), _WEATHER)
HALF = Session("half", (21_120, 21_290), 17, 155, 7, 2, ("riverside", "canal"), _WEATHER)
LONG = Session("long run", (0, 0), 30, 146, 6, 2.5, ("canal", "forest", "riverside"), _WEATHER)
BEGINNING = Session("beginning", (3_000, 4_700), 28, 151, 6, 4, ("park", "riverside"))
FIRST_LONG = Session("beginning", (5_800, 7_900), 32, 153, 7, 3, ("riverside",))
FIRST_TEN = replace(
    TEN, effort=8, note="First 10k. Did not stop once. Took the stairs backwards afterwards."
)
FLYING = replace(TEN, slower=-5.5, spread=0, places=("riverside",), open_to=frozenset())
WITH_STROLLER = replace(FLYING, effort=5, tags=("stroller",))
TROT = Session("trot", (10_020, 10_070), -1, 171, 9, 0.5, ("turkey-trot",), tags=("race",))
TROT_WITH_STROLLER = replace(TROT, about="trot with stroller", tags=("stroller", "race"))
MARATHON = Session(
    "marathon", (42_380, 42_640), 41, 159, 9, 0.3, ("city-marathon",), tags=("race",)
)
ANKLE = Session("ankle", (6_050, 6_300), 34, 141, 5, 1, ("forest",), tags=("injury",), note=_ANKLE)
COMEBACK = Session("comeback", (3_000, 4_600), 62, 141, 4, 4, ("park",))

_HABITS = (TEN, FIVE, EASY, TEN, TEMPO, TEN, FIVE, EASY)
_WEEKENDS = (TEN, FIFTEEN, TEN, HALF, TEN, FIFTEEN, TEN)
_WEEKENDS_AT_FIRST = (TEN, FIFTEEN, TEN, EASY, TEN, FIFTEEN, TEN)
_HALVES_SINCE = 4.0
"""Years ago."""

_RUNS_A_WEEK = (
    (0, 3.7), (0.6, 3.4), (1.2, 3.1), (2, 2.3), (2.5, 1.8),
    (2.6, 2.8), (4, 2.6), (5, 2.2), (6, 1.7),
)  # fmt: skip
"""By years ago. A child was born two years and a half ago."""

_MOST_A_WEEK = 5
_DAYS = {
    1: (SUNDAY,),
    2: (WEDNESDAY, SUNDAY),
    3: (TUESDAY, THURSDAY, SUNDAY),
    4: (TUESDAY, THURSDAY, SATURDAY, SUNDAY),
    5: (TUESDAY, WEDNESDAY, FRIDAY, SATURDAY, SUNDAY),
}

_LONG_RUNS = {
    15: 16.5, 14: 18, 13: 19, 12: 16.5, 11: 20, 10: 23, 9: 18, 8: 24,
    7: 27, 6: 20, 5: 29, 4: 31, 3: 32, 2: 23, 1: 14,
}  # fmt: skip
"""Kilometres on the Sunday so many weeks before a marathon."""

_WEEKS_OF_RECOVERY = 2
_FIRST_MARATHONS = {0: 28, 1: 13, 2: 6}
"""Seconds per kilometre that inexperience cost."""

_RACING_WITH_STROLLER_SINCE = 2.0
"""Years ago."""


def sessions(life: Life, chance: Chance) -> Iterator[tuple[date, Session]]:
    """Give the runs of a life in the order of their days, at most one a day."""
    plan = _Plan(life, chance)
    monday = monday_of(life.first) + timedelta(weeks=1)
    while monday < life.today:
        for day, session in sorted(plan.week(monday).items(), key=lambda run: run[0]):
            if day < life.today:
                yield day, session
        monday += timedelta(weeks=1)


class _Plan:
    """Plans one week after the other."""

    def __init__(self, life: Life, chance: Chance) -> None:
        self._life = life
        self._chance = chance
        self._runs = Whole()
        self._habits = Bag(_HABITS, chance)
        self._weekends = Bag(_WEEKENDS, chance)
        self._weekends_at_first = Bag(_WEEKENDS_AT_FIRST, chance)
        self._fixed = _fixed(life)
        self._marathon_weeks = _marathon_weeks(life)

    def week(self, monday: date) -> Mapping[date, Session]:
        """Return the runs of the week that starts on ``monday``, by day."""
        sunday = monday + timedelta(days=SUNDAY)
        fixed = {day: run for day, run in self._fixed.items() if monday <= day <= sunday}
        if monday in self._life.idle_weeks or self._life.injured.contains(monday):
            return fixed
        planned = {day: self._session(day) for day in self._days(monday)}
        for day in fixed:
            _make_room(planned, day)
        return {**planned, **fixed}

    def _days(self, monday: date) -> list[date]:
        if monday in self._marathon_weeks:
            return [monday + timedelta(days=TUESDAY)]
        runs = self._runs.of(along(_RUNS_A_WEEK, self._life.years_ago(monday)), _MOST_A_WEEK)
        if self._weeks_after_marathon(monday) is not None:
            runs = 1
        elif self._life.comeback.contains(monday):
            runs = 2
        days = [monday + timedelta(days=weekday) for weekday in _DAYS[max(1, runs)]]
        if self._weeks_to_marathon(monday) is None and self._chance.happens(0.25):
            days[-1] -= timedelta(days=1)
        return sorted(set(days))

    def _session(self, day: date) -> Session:
        """Return what is run on a day on which nothing is settled."""
        monday, weekend = monday_of(day), day.weekday() >= SATURDAY
        if day < self._life.first_ten:
            return FIRST_LONG if weekend else self._chance.one_of((BEGINNING, BEGINNING, FIVE))
        if self._life.comeback.contains(day):
            return COMEBACK
        if monday in self._marathon_weeks or self._weeks_after_marathon(monday) is not None:
            return EASY
        return self._weekend_run(day) if weekend else self._habits.draw()

    def _weekend_run(self, day: date) -> Session:
        weeks = self._weeks_to_marathon(monday_of(day))
        if weeks is not None and day.weekday() == SUNDAY:
            return _long_run(1_000 * _LONG_RUNS[weeks])
        if self._life.years_ago(day) > _HALVES_SINCE:
            return self._weekends_at_first.draw()
        return self._weekends.draw()

    def _weeks_to_marathon(self, monday: date) -> int | None:
        weeks = ((race - monday).days // 7 for race in self._marathon_weeks)
        return next((count for count in weeks if count in _LONG_RUNS), None)

    def _weeks_after_marathon(self, monday: date) -> int | None:
        weeks = ((monday - race).days // 7 for race in self._marathon_weeks)
        return next((count for count in weeks if 0 < count <= _WEEKS_OF_RECOVERY), None)


def _fixed(life: Life) -> dict[date, Session]:
    """Return the runs whose day is settled."""
    marathons = {
        day: replace(MARATHON, slower=MARATHON.slower + _FIRST_MARATHONS.get(place, 0))
        for place, day in enumerate(life.marathons)
    }
    trots = {
        day: TROT_WITH_STROLLER if life.years_ago(day) < _RACING_WITH_STROLLER_SINCE else TROT
        for day in life.trots
    }
    flying = replace(trots.get(life.flying, FLYING), slower=FLYING.slower, spread=0)
    easy = replace(trots.get(life.easy, WITH_STROLLER), slower=FLYING.slower, spread=0)
    return {
        **marathons,
        **trots,
        life.first_ten: FIRST_TEN,
        life.ankle: ANKLE,
        life.flying: replace(flying, note="Felt like flying."),
        life.easy: replace(easy, note="Stroller and all. Easy."),
    }


def _marathon_weeks(life: Life) -> list[date]:
    """Return the Mondays of the weeks with a marathon, the one that is trained for included."""
    years = range(life.marathons[0].year, min(life.today.year + 1, date.max.year) + 1)
    return [monday_of(marathon_day(year)) for year in years]


def _make_room(planned: dict[date, Session], day: date) -> None:
    """Take away the planned run that lies nearest to ``day``."""
    if planned:
        del planned[min(planned, key=lambda other: (abs(other - day), other))]


def _long_run(metres: float) -> Session:
    return replace(LONG, metres=(metres * 0.995, metres * 1.01))
