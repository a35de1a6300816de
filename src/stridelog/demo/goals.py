"""What the person of the demo aims at, and what they promised themselves on the last Mondays."""

from collections.abc import Iterator
from datetime import date, timedelta

from stridelog.demo.civil_time import marathon_day
from stridelog.demo.life import monday_of
from stridelog.domain.goal import Commitment, Goal, Note, Review, Scope, Step, Target, Version
from stridelog.domain.period import Span, shift

_WEEK = timedelta(weeks=1)
_WEEKS = 10
"""So many weeks ago, the first of these goals was set."""

_MARATHON_SECONDS = 3 * 3600 + 55 * 60
_YEAR_METRES = 1_600_000
_CSAT = 0.94
_PRACTICE_A_WEEK = 3

_RUNNING = (("3 runs", "", 3.0), ("30 km", "distance", 30_000.0))
"""Promises that the journal can tell of: the words, what is measured, and how much of it."""

_AT_WORK = (
    ("Ask what they tried before I answer.", True),
    ("No ticket closed without a second look.", False),
    ("Take the break at eleven, outage or not.", True),
)
"""Promises that only the person can tell of, and whether they were kept."""


def goals(today: date) -> Iterator[Goal]:
    """Give goals that stand on ``today``, with a review on each Monday since they were set.

    Raises PeriodError where the calendar does not reach their deadlines.
    """
    begun = monday_of(today) - _WEEKS * _WEEK
    race = _next_marathon(today)
    yield _marathon(begun, race, today)
    yield _distance_of(today)
    yield _service(begun, today)
    yield _playing(begun, today)
    yield Goal(
        (Version(begun, "avoid", begun, race, _injury(), Target(0.0, "at most")),),
        why="Seven weeks without a run were enough.",
        area="health",
        event="City marathon",
    )


def _marathon(begun: date, race: date, today: date) -> Goal:
    on_the_way = ((race - 9 * _WEEK, "Half in 1:50"), (race - 4 * _WEEK, "30 km in one go"))
    steps = tuple(Step(by, text, done=by if by < today else None) for by, text in on_the_way)
    scope = Scope("run", "duration", "marathon")
    version = Version(
        begun, "reach", begun, race, scope, Target(_MARATHON_SECONDS, "at most"), steps=steps
    )
    promises = [Commitment(text, Scope("run", measure), value) for text, measure, value in _RUNNING]
    mondays = _mondays(begun, today)
    return Goal(
        (version,),
        why="One of the family will stand at the finish for the first time.",
        area="fitness",
        event="City marathon",
        rank="A",
        shared=True,
        reviews=tuple(
            Review(monday, commitment=promises[week % len(promises)])
            for week, monday in enumerate(mondays)
        ),
        notes=(Note(mondays[-1], "Saturday at eight, by the river? I bring the gels.", "sam"),),
    )


def _distance_of(today: date) -> Goal:
    year = Span(date(today.year, 1, 1), date(today.year, 12, 31))
    target = Target(_YEAR_METRES)
    scope = Scope("run", "distance")
    version = Version(year.first, "total", year.first, year.last, scope, target)
    return Goal((version,), why="Every week a little.", area="fitness", shared=True)


def _service(begun: date, today: date) -> Goal:
    scope = Scope("shift", "csat")
    version = Version(begun, "average", begun, shift(begun, 6, "months"), scope, Target(_CSAT))
    mondays = _mondays(begun, today)
    reviews = []
    for week, monday in enumerate(mondays):
        text, kept = _AT_WORK[week % len(_AT_WORK)]
        asked = monday != mondays[-1]
        reviews.append(Review(monday, commitment=Commitment(text, kept=kept if asked else None)))
    return Goal((version,), why="They remember how it felt.", area="work", reviews=tuple(reviews))


def _playing(begun: date, today: date) -> Goal:
    target = Target(_PRACTICE_A_WEEK, per="week")
    version = Version(begun, "rate", begun, shift(begun, 6, "months"), Scope("practice"), target)
    reviews = tuple(map(Review, _mondays(begun, today)))
    return Goal((version,), why="The piece by the end of winter.", area="hobbies", reviews=reviews)


def _injury() -> Scope:
    return Scope("run", tags=("injury",))


def _next_marathon(today: date) -> date:
    this_year = marathon_day(today.year)
    return this_year if today < this_year else marathon_day(shift(today, 1, "years").year)


def _mondays(begun: date, today: date) -> list[date]:
    """Return the Mondays with a review: those after the first week, up to the day before."""
    return [begun + week * _WEEK for week in range(1, _WEEKS + 1) if begun + week * _WEEK < today]
