"""A journal with a goal of each kind, set on 5 October 2026, for reviews on Mondays after it."""

from datetime import date, timedelta

from command_line import Stride

MADE = "2026-10-05T08:00:00"

MONDAY = "2026-11-23T08:00:00"

GOALS = (
    "run 1000km --this-year",
    '"Run steadily" run 2/week --this-quarter',
    '"Stay out of the hospital" --avoid +injury --by 2027-05-15',
    '--do "Run the whole thing" --by 2027-05-15',
    '"Break 3:50 in the marathon" run marathon 3:50 --by 2027-05-15',
    "shift csat=95% --average --this-quarter",
    "shift csat +2% --from-last-quarter",
    '"Few late ones" run 5x +late --this-year --at-most',
)
"""What stands after ``stride goals add``, the goals 1 to 8."""

KILOMETRES = (8, 10, 5, 12, 6, 21.1, 10, 7)


def lived(stride: Stride) -> Stride:
    """Make the journal: runs every three or four days, a shift a week, and the goals."""
    days = [date(2026, 1, 2) + timedelta(days=7 * n // 2) for n in range(93)]
    lines = [_run(day, KILOMETRES[n % len(KILOMETRES)]) for n, day in enumerate(days)]
    lines += [_shift(day, n) for n, day in enumerate(days) if day.weekday() == 0]
    lines += [f"log run 4k 24:00 +late --on {day}" for day in ("2026-03-02", "2026-07-06")]
    stride.at(MONDAY).begin(*lines)
    stride.at(MADE).begin(*(f"goals add {goal}" for goal in GOALS))
    return stride.at(MONDAY)


def _run(day: date, km: float) -> str:
    minutes, seconds = divmod(round(km * (318 + km)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"log run {km}k {hours}:{minutes:02}:{seconds:02} --on {day}"


def _shift(day: date, n: int) -> str:
    return f"log shift 8h tickets={24 + n % 9} responses=20 csat={90 + n % 7}% --on {day}"
