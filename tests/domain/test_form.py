"""Form: what one's own past lets one expect of the bests to come, and how surely."""

from math import exp, log
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.form import FADING, LATELY, Scores, best_gain, outlook, scale_of
from stridelog.domain.goal import Way

TODAY = 740_000


def weekly(scores: list[float]) -> Scores:
    """Return a score for each week up to today."""
    days = [TODAY - 7 * back for back in range(len(scores) - 1, -1, -1)]
    return Scores(days, scores)


def test_form_is_the_best_of_13_weeks_or_of_the_last_that_there_were() -> None:
    scores = Scores([TODAY - 300, TODAY - 100, TODAY - 10], [9.0, 5.0, 4.0])
    assert scores.form(TODAY) == 4.0
    assert scores.form(TODAY - 11) == 5.0
    assert scores.form(TODAY - 10 + LATELY[0]) == 5.0
    assert scores.form(TODAY + LATELY[-1]) is None


@given(
    st.lists(st.floats(0.1, 1e6), min_size=1),
    st.sampled_from(["at least", "at most"]),
    st.booleans(),
)
def test_values_come_back_from_their_scores(
    values: list[float],
    way: Way,
    amounts: bool,  # noqa: FBT001 (either)
) -> None:
    scale = scale_of(way, values, amounts=amounts)
    scores = scale.scores(values)
    assert [scale.value(score) for score in scores] == pytest.approx(values)
    better = max if way == "at least" else min
    assert scale.value(max(scores)) == pytest.approx(better(values))


def test_what_can_be_negative_is_compared_as_it_is() -> None:
    assert scale_of("at least", (40.0, -10.0)).scores((40.0, -10.0)) == [40.0, -10.0]


def test_half_of_a_trend_is_carried_on_and_fades() -> None:
    rising = weekly([0.01 * week for week in range(104)])
    coming = outlook(rising, TODAY, 70)
    assert coming is not None
    assert coming.score == pytest.approx(1.03 + 0.005 * FADING / 7 * (1 - exp(-70 / FADING)))
    far = outlook(rising, TODAY, 3_000)
    assert far is not None
    assert far.score == pytest.approx(1.03 + 0.005 * FADING / 7, rel=0.001)


def test_where_there_is_no_trend_form_goes_on() -> None:
    chance = Random(6)  # noqa: S311 (the same each time)
    level = weekly([chance.gauss(0, 1) for _ in range(156)])
    coming = outlook(level, TODAY, 91)
    assert coming is not None
    assert coming.score == level.form(TODAY)


def test_eight_weeks_are_too_few_to_tell() -> None:
    assert outlook(weekly([0.0] * 8), TODAY, 28) is None
    assert outlook(Scores([], []), TODAY, 28) is None
    assert outlook(weekly([0.0] * 30), TODAY, 28) is not None


def test_who_varies_more_has_the_wider_range() -> None:
    chance = Random(6)  # noqa: S311 (the same each time)
    noise = [chance.gauss(0, 1) for _ in range(156)]
    steady, erratic = (
        outlook(weekly([spread * each for each in noise]), TODAY, 91) for spread in (0.01, 0.1)
    )
    assert steady is not None
    assert erratic is not None
    assert 5 * steady.margin < erratic.margin


def test_the_best_gain_is_on_a_form_that_there_was() -> None:
    gained = weekly([0.0] * 40 + [0.3] * 40)
    assert best_gain(gained, TODAY, 70) == pytest.approx(0.3)
    # Back from a break of a year, everything is a gain: it does not count.
    back = Scores(
        [*range(TODAY - 1_000, TODAY - 700, 7), *range(TODAY - 300, TODAY, 7)],
        [1.0] * 43 + [0.2] + [1.0] * 42,
    )
    gain = best_gain(back, TODAY, 70)
    assert gain is not None
    assert gain <= 0
    assert best_gain(gained, TODAY, 500) is None


def made_up(seed: int) -> Scores:
    """Make up four years of times: form drifts, and each day is more or less worse than it."""
    chance = Random(seed)  # noqa: S311 (the same each time)
    form, days, scores = 0.0, list[int](), list[float]()
    for day in range(TODAY - 1_460, TODAY):
        form += chance.gauss(0, 0.003)
        if chance.random() < 0.3:
            days.append(day)
            scores.append(form - abs(chance.gauss(0, 0.06)))
    return Scores(days, scores)


def test_the_range_holds_what_came_in_about_four_of_five_cases() -> None:
    held = []
    for seed in range(12):
        scores = made_up(seed)
        for today in range(TODAY - 800, TODAY - 91, 28):
            coming, came = outlook(scores, today, 91), scores.best(today + 1, today + 91)
            assert coming is not None
            assert came is not None
            held.append(abs(came - coming.score) <= coming.margin)
    assert 0.74 <= sum(held) / len(held) <= 0.9


@given(
    st.lists(st.tuples(st.integers(TODAY - 1_500, TODAY), st.floats(-5, 5)), max_size=80),
    st.integers(1, 1_000),
)
def test_an_outlook_knows_nothing_of_what_comes_later(
    points: list[tuple[int, float]], ahead: int
) -> None:
    known = sorted(points)
    later = [*known, (TODAY + 3, 9.0)]
    before, after = (
        outlook(Scores([day for day, _ in each], [score for _, score in each]), TODAY, ahead)
        for each in (known, later)
    )
    assert before == after if known else before is None
    if before is not None:
        assert before.margin >= 0


def test_a_share_is_a_share_wherever_one_stands() -> None:
    scale = scale_of("at most", (15_000.0, 3_000.0))
    slow, fast = scale.scores((15_000.0, 14_250.0))
    assert fast - slow == pytest.approx(-log(0.95))


def test_a_few_entries_in_ten_years_tell_no_range() -> None:
    scores = Scores([TODAY - 3650, TODAY - 1300, TODAY - 65], [0.0, 0.0, log(2.0)])
    assert outlook(scores, TODAY, 5 * 365) is None
