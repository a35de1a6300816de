"""The rest of the life: guitar practice, rides in early summer, study in winter, extra miles."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from stridelog.demo.chance import Chance, along
from stridelog.demo.civil_time import FRIDAY, MONDAY, SATURDAY, WEDNESDAY, at_minute
from stridelog.demo.life import Life
from stridelog.demo.scene import Scene
from stridelog.domain.entry import Draft

_PRACTICE_SINCE = 5.6
"""Years ago."""

_PRACTICE = (
    (0, 0.2), (0.4, 0.15), (1, 0.1), (2, 0.07), (2.5, 0.03), (3, 0.05), (4.5, 0.06), (5, 0.27),
    (5.6, 0.3),
)  # fmt: skip
"""How likely a day has practice, by years ago."""

_MINUTES = ((0, 30), (1, 26), (3, 20), (5, 15), (5.6, 9))
"""How long it takes, by years ago."""

_LATEST_STREAK, _LONGEST_STREAK = range(1, 13), range(301, 341)
"""Days ago, on each of which there was practice."""

_BREAKS = {_LATEST_STREAK.stop, _LONGEST_STREAK.start - 1, _LONGEST_STREAK.stop}

_RIDING_MONTHS = range(5, 8)
_RIDES_A_SATURDAY = 0.45
_SPEED = ((0, 26.6), (6, 24.2))
"""Kilometres an hour, by years ago."""

_WINTERS = {1: "network-exam", 3: "spanish"}
"""What was studied, so many winters before the latest one."""

_WINTER_BEGINS = 11
_STUDY_MONTHS = {11, 12, 1, 2, 3}
_AT_WORK = {"customer", "colleague"}
_STUDY_DAYS = {MONDAY, WEDNESDAY}


def practice(life: Life) -> Iterator[Scene]:
    """Give the guitar practice: two streaks of days, and now and then a day."""
    chance = Chance(440)
    for past in range((life.today - life.first).days, 0, -1):
        day = life.today - timedelta(days=past)
        years = life.years_ago(day)
        streak = past in _LATEST_STREAK or past in _LONGEST_STREAK
        likely = along(_PRACTICE, years) if years < _PRACTICE_SINCE else 0.0
        if not streak and (past in _BREAKS or not chance.happens(likely)):
            continue
        usual = along(_MINUTES, years)
        draft = Draft(
            activity="practice",
            at=at_minute(day, chance.between(20 * 60 + 10, 22 * 60)),
            measurements={"duration": 60.0 * round(chance.about(usual, usual / 3))},
            gear="the old guitar",
        )
        yield Scene("practice streak" if past in _LONGEST_STREAK else "practice", draft)


def rides(life: Life) -> Iterator[Scene]:
    """Give the rides: some Saturdays in early summer."""
    chance = Chance(28)
    for day in _days(life):
        if day.month not in _RIDING_MONTHS or day.weekday() != SATURDAY:
            continue
        if not chance.happens(_RIDES_A_SATURDAY):
            continue
        metres = round(chance.between(24_000, 58_000))
        speed = chance.about(along(_SPEED, life.years_ago(day)), 2)
        seconds = round(metres * 3.6 / speed)
        draft = Draft(
            activity="ride",
            at=at_minute(day, chance.between(10 * 60 + 40, 14 * 60)),
            measurements={
                "distance": float(metres),
                "duration": float(seconds),
                "elapsed": float(seconds + round(chance.between(120, 2_400))),
                "climb": float(round(chance.between(3, 9) * metres / 1_000)),
                "heart-rate": float(round(chance.about(133, 8))),
            },
            gear="the old steel bike",
            effort=round(chance.about(5, 2)),
        )
        yield Scene("ride", draft)


def study(life: Life) -> Iterator[Scene]:
    """Give the evenings of two winters that were spent on a course."""
    chance = Chance(16)
    for day in _days(life):
        subject = _subject(life, day)
        if not subject or day.weekday() not in _STUDY_DAYS or not chance.happens(0.75):
            continue
        draft = Draft(
            activity="study",
            at=at_minute(day, chance.between(19 * 60 + 30, 20 * 60)),
            measurements={"duration": 300.0 * round(chance.between(7, 17))},
            tags=(subject,),
        )
        yield Scene(subject, draft)


def extra_miles(life: Life, told: Sequence[tuple[str, str]]) -> Iterator[Scene]:
    """Give an entry for each extra mile that is told, spread over the years.

    Each is told as for whom it was, which becomes the tag, and what it was.
    """
    chance = Chance(5_280)
    step = ((life.today - life.first).days - 1) / len(told)
    for place, (whom, note) in enumerate(told):
        day = life.first + timedelta(days=int(chance.between(place + 0.2, place + 1) * step))
        if whom in _AT_WORK and day.weekday() > FRIDAY:
            day -= timedelta(days=day.weekday() - FRIDAY)
        at = at_minute(day, chance.between(11 * 60, 15 * 60))
        yield Scene("extra mile", Draft(activity="extra-mile", at=at, tags=(whom,), note=note))


def _days(life: Life) -> Iterator[date]:
    return (life.first + timedelta(days=past) for past in range((life.today - life.first).days))


def _subject(life: Life, day: date) -> str:
    """Return what is studied in the winter that ``day`` lies in, if anything."""
    if day.month not in _STUDY_MONTHS:
        return ""
    return _WINTERS.get(_winter(life.today) - _winter(day), "")


def _winter(day: date) -> int:
    """Return the year in which the latest winter before ``day``, or its own, began."""
    return day.year if day.month >= _WINTER_BEGINS else day.year - 1
