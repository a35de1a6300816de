"""A runner on the help desk, then and now: facts that the tests of the comparison share."""

from collections.abc import Sequence
from datetime import date

from stridelog.domain.activity import built_in_activities
from stridelog.domain.comparison import CompareFacts, Facts, Sample, Words, frequency
from stridelog.domain.measure import Measure
from stridelog.domain.period import Span, buckets
from stridelog.domain.windows import Windows
from stridelog.reports.compare import Answer, CompareQuestion, compute

TODAY = date(2026, 11, 21)
WINDOWS = Windows(
    Span(date(2021, 8, 23), date(2021, 11, 21)), Span(date(2026, 8, 23), date(2026, 11, 21))
)
ROAD = buckets(Span(WINDOWS.then.first, WINDOWS.now.last), "quarter")
ACTIVITIES = {activity.name: activity for activity in built_in_activities()}


def measure(activity: str, name: str) -> Measure:
    """Return a built-in measure, or how often an activity was practised."""
    found = ACTIVITIES[activity].measure(name)
    return found or frequency(ACTIVITIES[activity].area)


def sample(window: Span, values: Sequence[float]) -> Sample:
    """Spread values evenly over a window."""
    step = window.days / max(len(values), 1)
    days = [window.last.toordinal() - int(step * n) for n in reversed(range(len(values)))]
    return Sample(days, list(values), [1.0] * len(values))


def around(middle: float, count: int, spread: float = 0.02) -> list[float]:
    """Return so many values, evenly to both sides of ``middle``."""
    half = max(count - 1, 1) / 2
    return [middle * (1 + spread * (n - half) / half) for n in range(count)]


def facts(
    activity: str,
    name: str,
    then: Sequence[float],
    now: Sequence[float],
    group: str | None = None,
) -> Facts:
    """Return what is known of a measure, with a road that leads straight from then to now."""
    start, end = (max(side, default=0.0) for side in (then, now))
    road = [start + (end - start) * n / (len(ROAD) - 1) for n in range(len(ROAD))]
    return Facts(
        activity=activity,
        area=ACTIVITIES[activity].area,
        measure=measure(activity, name),
        group=group,
        then=sample(WINDOWS.then, then),
        now=sample(WINDOWS.now, now),
        road=tuple(road) if then else (*[None] * (len(ROAD) - 2), end, end),
    )


RUNNER_ON_THE_HELP_DESK = CompareFacts(
    rows=(
        facts("run", "frequency", [1.0] * 26, [1.0] * 39),
        facts("run", "distance", around(9_700.0, 26), around(11_500.0, 39)),
        facts("run", "heart-rate", around(150.0, 26), around(147.0, 39)),
        facts("run", "pace", around(315.0, 26), around(308.0, 39)),
        facts("run", "duration", around(7_000.0, 0), around(6_780.0, 2), "half"),
        facts("run", "pace", [], around(322.0, 2), "half"),
        facts("run", "duration", around(3_140.0, 6, 0.01), around(3_040.0, 9, 0.01), "10k"),
        facts("run", "pace", around(311.0, 6, 0.01), around(304.0, 9, 0.01), "10k"),
        facts("run", "duration", around(1_490.0, 3), around(1_489.0, 4), "5k"),
        facts("run", "pace", around(298.0, 3), around(298.0, 4), "5k"),
        facts("shift", "frequency", [1.0] * 41, [1.0] * 52),
        facts("shift", "csat", around(0.862, 41), around(0.931, 52)),
        facts("shift", "resolution", around(1_320.0, 41), around(845.0, 52)),
        facts("shift", "nps", around(18.0, 41), around(41.0, 52)),
        facts("shift", "tickets", around(31.0, 41), around(20.0, 52)),
    ),
    then_words=(Words("run", "10k", 3, date(2021, 11, 20), "Felt like flying."),),
    now_words=(Words("run", "10k", 1846, date(2026, 11, 19), "Stroller and all.\nEasy."),),
    road_spans=ROAD,
)


def answer(of: CompareFacts = RUNNER_ON_THE_HELP_DESK, windows: Windows = WINDOWS) -> Answer:
    """Return the answer to the plain question."""
    return compute(of, CompareQuestion(windows), TODAY)
