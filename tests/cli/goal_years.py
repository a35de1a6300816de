"""Made-up years of running and of shifts, for goals to be set beside."""

from datetime import date, timedelta

from command_line import Stride

MONDAY = "2026-11-23T08:00:00"
"""A Monday morning with coffee."""


def _runs() -> list[str]:
    """Return two years of runs: one every ten days, a half each spring and autumn."""
    first = date(2024, 11, 4)
    lines = [
        f"log run {8 + place % 5}km {47 + (place % 5) * 6}:30 --on {first + timedelta(10 * place)}"
        for place in range(74)
    ]
    halves = (
        "2025-04-13 2:08:40",
        "2025-10-12 2:03:15",
        "2026-04-12 1:59:30",
        "2026-10-11 1:56:05",
    )
    return [*lines, *(f"log run half {h.split()[1]} --on {h.split()[0]}" for h in halves)]


def _shifts() -> list[str]:
    first = date(2026, 6, 1)
    return [
        f"log shift 8h tickets={24 + place % 7} csat={90 + place % 4}% responses=20 "
        f"resolution={18 + place % 5}m --on {first + timedelta(7 * place)}"
        for place in range(25)
    ]


def lived(stride: Stride) -> Stride:
    """Return a journal of two years, seen on a Monday."""
    return stride.at(MONDAY).begin(*_runs(), *_shifts())
