"""Print in how many made-up journals without any trend one is reported: at most 5 %.

    python tests/benchmarks/trends_by_chance.py [JOURNALS]

What resembles the week before it (an autoregression, its coefficient given) is harder: those
figures are printed as well, beside how often a measure that really slips is found among such
measures. All of them stand in docs/trends.md.
"""

import sys
from pathlib import Path
from random import Random

from stridelog.domain.course import Course, spans_of
from stridelog.domain.trend import Tendency, changes

sys.path.insert(0, str(Path(__file__).parents[1] / "domain"))
from made_up_noise import CSAT, PACE, TODAY, found_in

JOURNALS = 10_000

MEASURES = 10
"""Measures of a journal whose weeks resemble the one before."""

ALIKE = (0.0, 0.2, 0.4, 0.6)

SPANS = spans_of(TODAY, 6)

SLIPS_FOR = 13
"""Weeks in which csat falls from 92 to 87 %; before, it is level."""

WOBBLES = (1.0, 1.5)
"""Points by which a week of it is off, as a standard deviation."""


def found_in_persistent(count: int, alike: float, seed: int) -> int:
    """Return in how many journals something is found where each week resembles the last."""
    random = Random(seed)  # noqa: S311 (made up, the same every time)
    return sum(bool(changes(_noise(random, alike, MEASURES), SPANS)) for _ in range(count))


def slipping_found(count: int, alike: float, wobble: float, seed: int) -> int:
    """Return in how many journals it is found that csat slips, among measures that do not."""
    random = Random(seed)  # noqa: S311 (made up, the same every time)
    found = 0
    for _ in range(count):
        points = [
            92 - 5 * max(0, week - len(SPANS) + SLIPS_FOR + 1) / SLIPS_FOR + wobble * chance
            for week, chance in enumerate(_series(random, alike))
        ]
        csat = Course("shift", CSAT, tuple(points), len(points))
        told = changes([csat, *_noise(random, alike, MEASURES - 1)], SPANS)
        found += any(t.course is csat and t.tendency is Tendency.SLIPPING for t in told)
    return found


def _noise(random: Random, alike: float, measures: int) -> list[Course]:
    made = (tuple(_series(random, alike)) for _ in range(measures))
    return [Course(f"{number}", PACE, points, len(points)) for number, points in enumerate(made)]


def _series(random: Random, alike: float) -> list[float]:
    """Return a point for each week: standard normal, and correlated with the last one."""
    point, points = random.gauss(0.0, 1.0), []
    for _ in SPANS:
        points.append(point)
        point = alike * point + random.gauss(0.0, (1 - alike**2) ** 0.5)
    return points


def main(journals: int) -> None:
    for months in (3, 6, 12, 24):
        found = found_in(journals, months, seed=months)
        mark = "  ◀ too many" if found > 0.05 * journals else ""
        print(f"  {months:2} months: {found} of {journals}, {found / journals:.1%}{mark}")
    some = max(journals // 5, 1)
    for alike in ALIKE:
        found = found_in_persistent(some, alike, seed=1)
        slips = (slipping_found(some, alike, wobble, seed=2) / some for wobble in WOBBLES)
        said = " and ".join(f"{share:.0%}" for share in slips)
        print(f"  alike by {alike}: {found / some:.1%} by chance, what slips is found in {said}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else JOURNALS)
