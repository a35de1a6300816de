"""Made-up journals in which nothing gets better or worse: chance alone."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from random import Random

from stridelog.domain.comparison import FREQUENCY
from stridelog.domain.course import Course, Values, course_of, spans_of
from stridelog.domain.measure import Direction, Kind, Measure, Ratio, Term
from stridelog.domain.period import Span
from stridelog.domain.trend import changes
from stridelog.domain.units import Dimension

TODAY = date(2026, 11, 22)

DISTANCE = Measure("distance", Kind.ADDITIVE, Dimension.DISTANCE, Direction.HIGHER)
DURATION = Measure("duration", Kind.ADDITIVE, Dimension.DURATION, Direction.HIGHER)
PACE = Measure(
    "pace",
    Kind.DERIVED,
    Dimension.PACE,
    Direction.LOWER,
    ratio=Ratio((Term("duration"),), (Term("distance"),), 1000.0),
)
CSAT = Measure("csat", Kind.INTENSIVE, Dimension.FRACTION, Direction.HIGHER, weight="tickets")
TICKETS = Measure("tickets", Kind.ADDITIVE, Dimension.COUNT, Direction.HIGHER)
REPLY = Measure("first-reply", Kind.INTENSIVE, Dimension.DURATION, Direction.LOWER)

Fact = tuple[float, float]
"""A value and its weight."""


Maker = Callable[[Random], dict[Measure, Fact]]


def journal(random: Random, spans: Sequence[Span]) -> list[Course]:
    """Return the courses of a journal of runs, shifts and practice, 14 measures in all."""
    return [
        *_activity("run", random, spans, _run),
        *_activity("ride", random, spans, _run),
        *_activity("shift", random, spans, _shift),
        *_activity("practice", random, spans, _practice),
    ]


def found_in(count: int, months: int, seed: int) -> int:
    """Return in how many of so many journals anything is improving or slipping."""
    random = Random(seed)  # noqa: S311 (made up, the same every time)
    spans = spans_of(TODAY, months)
    return sum(bool(changes(journal(random, spans), spans)) for _ in range(count))


def _activity(name: str, random: Random, spans: Sequence[Span], entry: Maker) -> Iterator[Course]:
    often = random.uniform(0.1, 0.8)
    way = range(spans[0].first.toordinal(), spans[-1].last.toordinal() + 1)
    days = [day for day in way if random.random() < often]
    entries = [entry(random) for _ in days]
    counts = [True] * len(spans)
    ones = [1.0] * len(days)
    yield course_of(name, FREQUENCY, (days, ones, ones), spans, counts)
    for measure in entries[0] if entries else ():
        facts = [made[measure] for made in entries]
        values: Values = days, [value for value, _ in facts], [weight for _, weight in facts]
        yield course_of(name, measure, values, spans, counts)


def _run(random: Random) -> dict[Measure, Fact]:
    distance = random.choice((5_000.0, 8_000.0, 10_000.0, 10_000.0, 21_100.0))
    pace = random.gauss(310.0, 15.0) + distance / 1000
    duration = distance / 1000 * pace
    return {
        DISTANCE: (distance, 1.0),
        DURATION: (duration, 1.0),
        PACE: (pace, distance / 1000),
    }


def _shift(random: Random) -> dict[Measure, Fact]:
    tickets = float(random.randint(15, 45))
    pleased = sum(random.random() < 0.92 for _ in range(int(tickets)))
    return {
        TICKETS: (tickets, 1.0),
        CSAT: (pleased / tickets, tickets),
        REPLY: (random.lognormvariate(6.5, 0.6), 1.0),
    }


def _practice(random: Random) -> dict[Measure, Fact]:
    return {DURATION: (60.0 * random.randint(10, 60), 1.0)}
