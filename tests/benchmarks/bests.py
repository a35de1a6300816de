"""Print how honest forecasts of bests are: how often their range held what came.

    python tests/benchmarks/bests.py

The best of the coming 4, 13 and 26 weeks, forecast on every Monday of the samples, where they lie
beside the checkout: times over 5 km, what runs from a fourth of it to four times as long are worth
over 10 km, and the longest run or ride. The table stands in docs/forecasts.md.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from stridelog.domain.distance import STANDARD_DISTANCES, distance_class
from stridelog.domain.entry import Draft
from stridelog.domain.equivalents import Race, raced, riegel
from stridelog.domain.form import Scale, Scores, outlook
from stridelog.domain.period import DAYS_A_WEEK
from stridelog.domain.worth import NEAR

sys.path.insert(0, str(Path(__file__).parents[1] / "domain"))
from sample_days import HISTORIES, entries_of

WEEKS = (4, 13, 26)

SLOWEST = 0.6
"""Seconds a metre beyond which an entry is no run."""

TEN = STANDARD_DISTANCES["10k"]

TIMES, AMOUNTS = Scale("at most", "shares"), Scale("at least", "roots")

Points = list[tuple[int, float]]


def series(entries: list[Draft]) -> Iterator[tuple[str, Scale, Points]]:
    """Give values of an activity's entries, each with its day, and how they are compared."""
    moved = [
        (entry.at.toordinal(), entry.measurements["distance"], entry.measurements["duration"])
        for entry in entries
        if entry.measurements.get("distance") and entry.measurements.get("duration")
    ]
    raced_ones = [
        (day, Race(raced(metres), seconds), distance_class(metres))
        for day, metres, seconds in moved
        if seconds < SLOWEST * metres
    ]
    yield "5k", TIMES, [(day, race.seconds) for day, race, name in raced_ones if name == "5k"]
    worth = [
        (day, riegel(race, TEN))
        for day, race, _ in raced_ones
        if TEN / NEAR <= race.metres <= TEN * NEAR
    ]
    yield "worth over 10k", TIMES, worth
    yield "longest", AMOUNTS, [(day, metres) for day, metres, _ in moved]


def held(scale: Scale, points: Points, weeks: int) -> tuple[int, float, float]:
    """Return how many forecasts there were, the part that held, and how far off the middle was.

    That is the mean of the parts of what came.
    """
    in_order = sorted(points)
    values = [value for _, value in in_order]
    scores = Scores([day for day, _ in in_order], scale.scores(values))
    first, last, ahead = in_order[0][0], in_order[-1][0], weeks * DAYS_A_WEEK
    found = []
    for today in range(first + (1 - first) % DAYS_A_WEEK, last - ahead, DAYS_A_WEEK):
        coming, came = outlook(scores, today, ahead), scores.best(today + 1, today + ahead)
        if coming is not None and came is not None:
            off = abs(scale.value(coming.score) / scale.value(came) - 1)
            found.append((abs(came - coming.score) <= coming.margin, off))
    count = len(found) or 1
    return len(found), sum(hit for hit, _ in found) / count, sum(off for _, off in found) / count


def main() -> None:
    print(f"| | {' | '.join(f'{weeks} weeks' for weeks in WEEKS)} | forecasts |")
    print(f"| --- | {'--- | ' * len(WEEKS)}--- |")
    for name, activity in HISTORIES:
        entries, _ = entries_of(name)
        for what, scale, points in series(entries[activity]):
            if activity == "ride" and what != "longest":
                continue
            rows = [held(scale, points, weeks) for weeks in WEEKS]
            cells = " | ".join(f"{part * 100:.0f} % · {off * 100:.1f} %" for _, part, off in rows)
            print(f"| {name}: {activity}, {what} | {cells} | {sum(n for n, _, _ in rows)} |")


if __name__ == "__main__":
    main()
