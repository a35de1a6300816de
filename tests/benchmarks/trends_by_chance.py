"""Print in how many made-up journals without any trend one is reported: at most 5 %.

    python tests/benchmarks/trends_by_chance.py [JOURNALS]

What resembles the week before it (an autoregression, its coefficient given) is harder: those
figures are printed as well, and stand in docs/trends.md.
"""

import sys
from pathlib import Path
from random import Random

from stridelog.domain.course import Course, spans_of
from stridelog.domain.trend import changes

sys.path.insert(0, str(Path(__file__).parents[1] / "domain"))
from made_up_noise import PACE, TODAY, found_in

JOURNALS = 10_000

MEASURES = 10
"""Measures of a journal whose weeks resemble the one before."""


def found_in_persistent(count: int, alike: float, seed: int) -> int:
    """Return in how many journals something is found where each week resembles the last."""
    random = Random(seed)  # noqa: S311 (made up, the same every time)
    spans = spans_of(TODAY, 6)
    found = 0
    for _ in range(count):
        courses = []
        for number in range(MEASURES):
            point, points = random.gauss(0.0, 1.0), []
            for _ in spans:
                points.append(point)
                point = alike * point + random.gauss(0.0, (1 - alike**2) ** 0.5)
            courses.append(Course(f"{number}", PACE, tuple(points), len(points)))
        found += bool(changes(courses, spans))
    return found


def main(journals: int) -> None:
    for months in (3, 6, 12, 24):
        found = found_in(journals, months, seed=months)
        mark = "  ◀ too many" if found > 0.05 * journals else ""
        print(f"  {months:2} months: {found} of {journals}, {found / journals:.1%}{mark}")
    for alike in (0.0, 0.2, 0.4, 0.6):
        found = found_in_persistent(journals // 5, alike, seed=1)
        print(f"  alike by {alike}: {found} of {journals // 5}, {found / (journals // 5):.1%}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else JOURNALS)
