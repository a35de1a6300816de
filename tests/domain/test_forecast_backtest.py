"""Forecasts are honest: tried on what is over by now, the range holds as often as it says."""

from collections.abc import Iterator

import pytest
from backtesting import BUCKETS, Outcome, backtest_averages, backtest_totals, figures
from made_up_years import KINDS, made_up_runs, made_up_shifts
from sample_days import HISTORIES, added_up, entries_of

from stridelog.domain.period import Bucket

LEAST, MOST = 0.75, 0.85

JOURNALS, YEARS = range(2), 8
"""Made-up journals of each kind; tests/benchmarks/forecasts.py makes 10, and all measures."""


def made_up() -> Iterator[Outcome]:
    for kind in KINDS:
        for seed in JOURNALS:
            days = made_up_runs(kind, seed, YEARS)
            yield from backtest_totals(days, max(days))


def sampled() -> Iterator[Outcome]:
    for name, activity in HISTORIES:
        entries, last = entries_of(name)
        yield from backtest_totals(added_up(entries[activity], "distance"), last)


def assert_honest(outcomes: list[Outcome], bucket: Bucket) -> None:
    found = figures([outcome for outcome in outcomes if outcome.bucket == bucket])
    assert LEAST <= found.held <= MOST, (bucket, found)
    assert found.beside_naive < 1, (bucket, found)


def test_totals_of_made_up_journals_end_in_the_range_in_8_of_10_cases() -> None:
    outcomes = list(made_up())
    assert len(outcomes) > 5_000
    for bucket in BUCKETS:
        assert_honest(outcomes, bucket)


@pytest.mark.skipif(not HISTORIES, reason="the samples are not here")
def test_totals_of_real_histories_end_in_the_range_in_8_of_10_cases() -> None:
    outcomes = list(sampled())
    for bucket in BUCKETS:
        assert_honest(outcomes, bucket)


def test_averages_of_made_up_shifts_end_in_the_range_in_8_of_10_cases() -> None:
    made = (made_up_shifts(drift, seed=1, years=4) for drift in (0.0, 0.004, 0.01))
    found = figures([each for days in made for each in backtest_averages(days, max(days))])
    assert LEAST <= found.held <= MOST
    assert found.beside_naive < 1
