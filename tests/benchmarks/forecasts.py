"""Print how honest forecasts are: how often their range held, and how the middle did.

    python tests/benchmarks/forecasts.py [JOURNALS]

Totals and averages of years, quarters and months, forecast on every Monday of the samples, where
they lie beside the checkout, and of made-up journals. The tables stand in docs/forecasts.md.
"""

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from time import perf_counter

from stridelog.domain.forecast import total_forecast
from stridelog.domain.period import Bucket, year_of

sys.path.insert(0, str(Path(__file__).parents[1] / "domain"))
from backtesting import BUCKETS, Outcome, backtest_averages, backtest_totals, figures
from made_up_years import KINDS, made_up_runs, made_up_shifts
from sample_days import ADDED, HISTORIES, added_up, averaged, entries_of

JOURNALS = 10
"""Made-up journals of each kind."""

YEARS = 8

DRIFTS = {"steady": 0.0, "drifting": 0.004, "drifting fast": 0.01}
"""By how much satisfaction drifts in a week."""

LEAST, MOST = 0.75, 0.85

Row = tuple[str, list[Outcome]]


def sample_totals() -> Iterator[Row]:
    for name, activity in HISTORIES:
        entries, last = entries_of(name)
        for measure in ADDED:
            days = added_up(entries[activity], measure)
            yield f"{name}: {activity} {measure}", backtest_totals(days, last)


def made_up_totals(journals: int) -> Iterator[Row]:
    for kind in KINDS:
        made = (made_up_runs(kind, seed, YEARS) for seed in range(journals))
        yield kind, [outcome for days in made for outcome in backtest_totals(days, max(days))]


def sample_averages() -> Iterator[Row]:
    for name, activity in HISTORIES:
        entries, last = entries_of(name)
        if days := averaged(entries[activity], "heart-rate"):
            yield f"{name}: {activity} heart-rate", backtest_averages(days, last)


def made_up_averages(journals: int) -> Iterator[Row]:
    for kind, drift in DRIFTS.items():
        made = (made_up_shifts(drift, seed, YEARS) for seed in range(journals))
        yield kind, [outcome for days in made for outcome in backtest_averages(days, max(days))]


def cell(outcomes: list[Outcome], bucket: Bucket) -> str:
    """Return how often the range held, and the error of the middle beside the naive guess's."""
    there = [outcome for outcome in outcomes if outcome.bucket == bucket]
    if not there:
        return "–"
    found = figures(there)
    mark = "" if LEAST <= found.held <= MOST else r"\*"
    return f"{found.held * 100:.1f} %{mark} · {found.beside_naive:.2f}"


def table(title: str, rows: Iterable[Row]) -> None:
    print(
        f"| {title} | {' | '.join(BUCKETS)} | forecasts |\n| --- | {'--- | ' * len(BUCKETS)}--- |"
    )
    together: list[Outcome] = []
    for name, outcomes in rows:
        together += outcomes
        line(name, outcomes)
    if together:
        line("together", together)
    print()


def line(name: str, outcomes: list[Outcome]) -> None:
    cells = " | ".join(cell(outcomes, bucket) for bucket in BUCKETS)
    print(f"| {name} | {cells} | {len(outcomes)} |", flush=True)


def speed() -> None:
    days = made_up_runs("seasonal", 1, 10)
    today = date.fromordinal(max(days))
    begin = perf_counter()
    for _ in range(10):
        total_forecast(days, year_of(today), today, 1_500_000.0)
    print(f"Ten goals over ten years of days: {(perf_counter() - begin) * 1000:.0f} ms")


def main(journals: int) -> None:
    print("How often the range held (* is outside of 75–85 %), and the error of the middle.\n")
    table("samples, totals", sample_totals())
    table("made up, totals", made_up_totals(journals))
    table("samples, averages", sample_averages())
    table("made up, averages", made_up_averages(journals))
    speed()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else JOURNALS)
