"""What somebody does in 2025 and 2026 who runs and works shifts, day by day.

It is made up by weeks, so that its sums can be worked out beside the program.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from stridelog.domain.entry import Draft

BERLIN = ZoneInfo("Europe/Berlin")

BEGUN = date(2025, 1, 1)

USUALLY = ((1, 8.0), (3, 7.0), (6, 14.0))
"""Weekdays (0 is Monday) and kilometres of a usual week: 29 km."""

WEEKS: Mapping[date, tuple[tuple[int, float], ...]] = {
    date(2026, 3, 9): ((2, 4.0),),  # the knee
    date(2026, 3, 16): (),
    date(2026, 3, 23): ((6, 3.0),),  # on the night of the change to daylight saving
    date(2026, 3, 30): ((5, 4.0),),
    **{date(2026, 4, 6) + timedelta(7 * n): ((1, 4.0), (5, 6.0)) for n in range(4)},
    **{date(2026, 5, 4) + timedelta(7 * n): ((1, 6.0), (3, 5.5), (6, 9.0)) for n in range(5)},
    date(2026, 6, 8): ((1, 6.0), (6, 10.0)),  # the race
    date(2026, 8, 3): ((5, 5.0),),
    date(2026, 8, 10): (),
    **{date(2026, 9, 7) + timedelta(7 * n): ((1, 8.0), (3, 9.0), (6, 18.0)) for n in range(16)},
}
"""Weeks that are not usual, by their Mondays."""

PARKRUNS = {date(2025, 10, 4): 1500, date(2026, 2, 7): 1475, date(2026, 5, 30): 1442}
"""Saturdays with a 5k, and its seconds."""

RACE, RACED = date(2026, 6, 14), 49 * 60 + 12
"""The day of the 10k, and its seconds."""

INJURED = date(2026, 3, 11)


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def kilometres(day: date) -> float:
    """Return what is run on a day."""
    week = WEEKS.get(monday_of(day), USUALLY)
    return dict(week).get(day.weekday(), 0.0) + (5.0 if day in PARKRUNS else 0.0)


def run_in(first: date, last: date) -> float:
    """Return the kilometres of some days, both included."""
    days = (last - first).days + 1
    return sum(kilometres(first + timedelta(n)) for n in range(days))


def runs_in(first: date, last: date) -> int:
    """Return how often there was a run in some days, both included."""
    days = (last - first).days + 1
    return sum(bool(kilometres(first + timedelta(n))) for n in range(days))


def shift_of(day: date) -> dict[str, float] | None:
    """Return the measurements of a day's shift, if there is one."""
    if day.weekday() not in {0, 1, 2, 4} or date(2026, 8, 1) <= day <= date(2026, 8, 16):
        return None
    n = day.toordinal()
    since = (day - BEGUN).days
    return {
        "duration": 8 * 3600.0,
        "tickets": 24.0 + n % 9,
        "responses": 10.0 + n % 4,
        "csat": 0.90 + n % 7 / 100 + (0.01 if day >= date(2026, 4, 1) else 0.0),
        "resolution": 60.0 * round(30 - since / 40 + n % 5),
    }


def shifts_in(first: date, last: date) -> list[dict[str, float]]:
    """Return the measurements of the shifts of some days, both included."""
    days = (first + timedelta(n) for n in range((last - first).days + 1))
    return [shift for day in days if (shift := shift_of(day))]


def _run(day: date, km: float, pace: float) -> Draft:
    seconds = {RACE: float(RACED)}.get(day, round(km * pace))
    late = day == date(2026, 3, 29)
    return Draft(
        "run",
        datetime(day.year, day.month, day.day, 23 if late else 7, 40, tzinfo=BERLIN),
        {"distance": km * 1000, "duration": float(seconds)},
        tags=("injury",) if day == INJURED else ("race",) if day == RACE else (),
    )


def done_on(day: date) -> Iterator[Draft]:
    if day in PARKRUNS:
        yield _run(day, 5.0, PARKRUNS[day] / 5)
    elif km := kilometres(day):
        yield _run(day, km, 345.0)
    if shift := shift_of(day):
        at = datetime(day.year, day.month, day.day, 16, 30, tzinfo=BERLIN)
        yield Draft("shift", at, shift)
