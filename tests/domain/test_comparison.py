from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.activity import pace
from stridelog.domain.comparison import (
    FREQUENCY,
    Elapsed,
    Facts,
    Row,
    Sample,
    Verdict,
    compare,
    elapsed,
    frequency,
    time_over_distance,
)
from stridelog.domain.measure import Direction, Kind, Measure
from stridelog.domain.period import Span
from stridelog.domain.units import Dimension

TODAY = date(2026, 11, 21)
NOW = Span(date(2026, 8, 23), TODAY)
THEN = Span(date(2021, 8, 23), date(2021, 11, 21))

DISTANCE = Measure("distance", Kind.ADDITIVE, Dimension.DISTANCE, Direction.HIGHER)
DURATION = Measure("duration", Kind.ADDITIVE, Dimension.DURATION)
CSAT = Measure("csat", Kind.INTENSIVE, Dimension.FRACTION, Direction.HIGHER)
RESOLUTION = Measure("resolution", Kind.INTENSIVE, Dimension.DURATION, Direction.LOWER)
HEART_RATE = Measure("heart-rate", Kind.INTENSIVE, Dimension.HEART_RATE)


def spread(window: Span, values: Sequence[float], weights: Sequence[float] = ()) -> Sample:
    """Spread values evenly over a window, the last one on its last day."""
    step = window.days / max(len(values), 1)
    days = [window.last.toordinal() - int(step * n) for n in reversed(range(len(values)))]
    return Sample(days, values, weights or [1.0] * len(values))


def compared(
    measure: Measure,
    then: Sequence[float] | Sample,
    now: Sequence[float] | Sample,
    *,
    area: str = "fitness",
    group: str | None = None,
) -> Row:
    before = then if isinstance(then, Sample) else spread(THEN, then)
    after = now if isinstance(now, Sample) else spread(NOW, now)
    row = compare(Facts("run", area, measure, group, before, after), *both_elapsed())
    assert row is not None
    return row


def both_elapsed() -> tuple[Elapsed, Elapsed]:
    return elapsed(THEN, TODAY), elapsed(NOW, TODAY)


# Values


def test_a_value_is_typical_as_the_median_of_its_entries() -> None:
    row = compared(CSAT, [0.80, 0.82, 0.90], [0.90, 0.95, 0.97, 0.99])
    assert (row.then.n, row.then.typical, row.then.best) == (3, 0.82, 0.90)
    assert row.now.typical == pytest.approx(0.96)
    assert row.change == pytest.approx(0.14)
    assert row.change_percent == pytest.approx(0.14 / 0.82)
    assert row.then.per_week is None
    assert row.unit == "fraction"


def test_a_pace_is_typical_as_the_ratio_of_sums() -> None:
    then = spread(THEN, [300.0, 360.0, 300.0], [10.0, 5.0, 10.0])
    row = compared(pace(), then, [290.0, 290.0, 290.0])
    assert row.then.typical == 312.0
    assert row.then.best == 300.0
    assert row.change == -22.0
    assert row.effect == -1.0
    assert row.verdict is Verdict.BETTER
    assert row.unit == "s/km"


@pytest.mark.parametrize(
    ("measure", "verdict"),
    [
        (CSAT, Verdict.BETTER),
        (RESOLUTION, Verdict.WORSE),
        (HEART_RATE, None),
    ],
)
def test_better_goes_by_the_direction_of_the_measure(
    measure: Measure, verdict: Verdict | None
) -> None:
    row = compared(measure, [1.0, 2.0, 3.0], [4.0, 5.0, 6.0])
    assert row.verdict is verdict
    assert row.effect == 1.0
    assert row.change == 3.0


def test_a_neutral_measure_has_no_best() -> None:
    row = compared(HEART_RATE, [150.0], [140.0])
    assert (row.then.best, row.now.best, row.verdict) == (None, None, None)


def test_the_best_of_a_lower_measure_is_the_lowest() -> None:
    assert compared(RESOLUTION, [60.0, 30.0, 90.0], [40.0]).then.best == 30.0


def test_under_three_entries_are_too_few_to_tell() -> None:
    row = compared(CSAT, [0.5, 0.5], [0.9, 0.9, 0.9])
    assert row.verdict is Verdict.TOO_FEW
    assert row.effect is None
    assert row.change == pytest.approx(0.4)


def test_a_side_without_entries_has_no_change() -> None:
    row = compared(CSAT, [], [0.9])
    assert (row.then.n, row.then.typical, row.then.best) == (0, None, None)
    assert (row.change, row.change_percent, row.verdict) == (None, None, Verdict.TOO_FEW)


def test_what_nobody_logged_on_either_side_has_no_row() -> None:
    assert compare(Facts("run", "fitness", CSAT, None, Sample(), Sample()), *both_elapsed()) is None


@pytest.mark.parametrize(
    ("larger", "verdict"), [(57, Verdict.LEVEL), (58, Verdict.BETTER), (43, Verdict.LEVEL)]
)
def test_a_difference_within_ones_own_spread_is_level(larger: int, verdict: Verdict) -> None:
    """Of 100 values now, so many lie above the one value of then: delta is 0.14, 0.16, -0.14."""
    now = [3.0] * larger + [1.0] * (100 - larger)
    row = compared(CSAT, [2.0, 2.0, 2.0], now)
    assert row.effect == pytest.approx((2 * larger - 100) / 100)
    assert row.verdict is verdict


def test_where_most_entries_and_the_sum_disagree_it_is_level() -> None:
    then = spread(THEN, [300.0, 300.0, 300.0], [10.0, 10.0, 10.0])
    now = spread(NOW, [290.0, 290.0, 400.0], [1.0, 1.0, 40.0])
    row = compared(pace(), then, now)
    assert row.change is not None
    assert row.effect is not None
    assert row.change > 0 > row.effect
    assert row.verdict is Verdict.LEVEL


def test_a_fraction_of_a_negative_score_has_the_sign_of_its_change() -> None:
    score = Measure("nps", Kind.INTENSIVE, Dimension.SCORE, Direction.HIGHER)
    assert compared(score, [-20.0], [10.0]).change_percent == 1.5
    assert compared(score, [0.0], [10.0]).change_percent is None


# Amounts


def test_an_amount_is_compared_per_week() -> None:
    row = compared(DISTANCE, [13_000.0, 13_000.0], [13_000.0] * 13)
    assert row.then.per_week == 2_000.0
    assert row.now.per_week == 13_000.0
    assert row.then.typical == 13_000.0
    assert row.change == 11_000.0
    assert row.change_percent == 5.5


def test_the_weeks_of_a_window_are_counted_back_from_its_last_day() -> None:
    last, first = NOW.last.toordinal(), NOW.first.toordinal()
    now = Sample([first, last - 7, last - 6, last], [1.0, 2.0, 4.0, 8.0], [1.0] * 4)
    then = spread(THEN, [5.0] * 13)
    row = compared(DISTANCE, then, now)
    weeks = [12.0, 2.0, *[0.0] * 10, 1.0]
    wins = sum(week > 5.0 for week in weeks) - sum(week < 5.0 for week in weeks)
    assert row.effect == wins / 13


def test_a_window_of_91_days_has_exactly_13_weeks() -> None:
    days = range(NOW.first.toordinal(), NOW.last.toordinal() + 1)
    every_day = Sample(days, [1.0] * 91, [1.0] * 91)
    row = compared(DISTANCE, spread(THEN, [7.0] * 13), every_day)
    assert row.effect == 0.0
    assert row.verdict is Verdict.LEVEL


@given(
    st.dictionaries(st.integers(0, 90), st.integers(0, 20).map(float), min_size=3),
    st.dictionaries(st.integers(0, 90), st.integers(0, 20).map(float), min_size=3),
)
def test_the_effect_of_an_amount_is_that_of_its_weekly_sums(
    then: dict[int, float], now: dict[int, float]
) -> None:
    sides = []
    weekly = []
    for window, amounts in ((THEN, then), (NOW, now)):
        days = sorted(window.last.toordinal() - back for back in amounts)
        values = [amounts[window.last.toordinal() - day] for day in days]
        sides.append(Sample(days, values, [1.0] * len(days)))
        weekly.append([sum(amounts.get(7 * w + d, 0.0) for d in range(7)) for w in range(13)])
    row = compared(DISTANCE, sides[0], sides[1])
    signs = [(n > t) - (n < t) for n in weekly[1] for t in weekly[0]]
    assert row.effect == sum(signs) / 169
    assert row.now.per_week == pytest.approx(sum(weekly[1]) / 13)
    assert row.now.typical == median(sides[1].values)


def test_only_the_days_that_are_over_count() -> None:
    quarter = Span(date(2026, 10, 1), date(2026, 12, 31))
    over = elapsed(quarter, TODAY)
    assert over == Elapsed(52, TODAY.toordinal())
    now = Sample([TODAY.toordinal(), TODAY.toordinal() + 3], [26_000.0, 1e9], [1.0, 1.0])
    row = compare(
        Facts("run", "fitness", DISTANCE, None, Sample(), now), elapsed(THEN, TODAY), over
    )
    assert row is not None
    assert row.now.per_week == 3_500.0
    assert (row.now.n, row.now.best) == (1, 26_000.0)


def test_a_window_that_has_not_begun_has_no_amount() -> None:
    ahead = elapsed(Span(date(2027, 1, 1), date(2027, 3, 31)), TODAY)
    row = compare(
        Facts("run", "fitness", DISTANCE, None, spread(THEN, [1.0]), Sample()),
        elapsed(THEN, TODAY),
        ahead,
    )
    assert row is not None
    assert row.now.per_week is None
    assert row.change is None


def test_nothing_is_an_amount_too() -> None:
    row = compared(DISTANCE, [], [1000.0] * 13)
    assert (row.then.per_week, row.then.typical) == (0.0, None)
    assert row.change == 1000.0
    assert row.change_percent is None


@pytest.mark.parametrize("days", [3, 7, 14, 20])
def test_windows_of_a_few_days_are_compared_by_their_days(days: int) -> None:
    then, now = (
        Span(last - timedelta(days - 1), last) for last in (TODAY - timedelta(days), TODAY)
    )
    sides = [
        Sample(range(w.first.toordinal(), w.last.toordinal() + 1), [v] * days, [1.0] * days)
        for w, v in ((then, 1.0), (now, 2.0))
    ]
    row = compare(
        Facts("run", "fitness", DISTANCE, None, sides[0], sides[1]),
        elapsed(then, TODAY),
        elapsed(now, TODAY),
    )
    assert row is not None
    assert row.effect == 1.0
    assert row.verdict is Verdict.BETTER


# How often


def test_the_frequency_is_entries_a_week() -> None:
    row = compared(FREQUENCY, [1.0] * 13, [1.0] * 26)
    assert row.now.per_week == row.now.typical == 2.0
    assert row.now.best == 2.0
    assert row.unit == "1/week"
    assert row.verdict is Verdict.BETTER


def test_the_best_frequency_is_the_most_entries_in_one_week() -> None:
    last = NOW.last.toordinal()
    now = Sample([last - 8, last - 7, last - 1, last - 1, last], [1.0] * 5, [1.0] * 5)
    assert compared(FREQUENCY, [1.0], now).now.best == 3.0


def test_how_often_one_is_on_shift_is_neither_good_nor_bad() -> None:
    row = compared(FREQUENCY, [1.0] * 13, [1.0] * 26, area="work")
    assert row.measure == frequency("work")
    assert row.measure.direction is Direction.NEUTRAL
    assert (row.verdict, row.now.best, row.change) == (None, None, 1.0)


# Within a standard distance


def test_the_time_over_a_distance_is_a_value_and_shorter_is_better() -> None:
    facts = Facts(
        "run",
        "fitness",
        DURATION,
        "10k",
        spread(THEN, [3110.0, 3106.0, 3200.0]),
        spread(NOW, [3000.0, 2998.0, 3050.0]),
    )
    row = compare(time_over_distance(facts), *both_elapsed())
    assert row is not None
    assert row.times_a_distance
    assert (row.then.typical, row.then.best, row.then.per_week) == (3110.0, 3106.0, None)
    assert (row.change, row.verdict) == (-110.0, Verdict.BETTER)
    assert row.measure.direction is Direction.LOWER


def test_a_pace_over_a_distance_stays_a_pace() -> None:
    facts = Facts("run", "fitness", pace(), "10k", spread(THEN, [300.0]), Sample())
    assert time_over_distance(facts) == facts


def test_a_duration_within_a_tag_is_an_amount() -> None:
    assert not compared(DURATION, [60.0], [60.0], group="10k").times_a_distance
    assert not compared(replace(RESOLUTION, name="duration"), [60.0], [60.0]).times_a_distance


samples = st.lists(st.tuples(st.integers(0, 90), st.floats(0.1, 1e6)), max_size=30).map(
    lambda found: Sample(
        sorted(day for day, _ in found), [value for _, value in found], [1.0] * len(found)
    )
)


@given(samples, samples, st.sampled_from([DISTANCE, DURATION, CSAT, RESOLUTION, pace(), FREQUENCY]))
def test_then_and_now_changed_round_turn_every_verdict_round(
    one: Sample, other: Sample, measure: Measure
) -> None:
    window = Elapsed(91, 90)
    there = compare(Facts("run", "fitness", measure, None, one, other), window, window)
    back = compare(Facts("run", "fitness", measure, None, other, one), window, window)
    if there is None or back is None:
        assert there is back
        return
    turned = {Verdict.BETTER: Verdict.WORSE, Verdict.WORSE: Verdict.BETTER}
    assert back.verdict == (turned.get(there.verdict, there.verdict) if there.verdict else None)
    assert (there.then, there.now) == (back.now, back.then)
    if there.change is not None and back.change is not None:
        assert there.change == -back.change
