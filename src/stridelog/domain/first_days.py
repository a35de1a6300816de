"""The first days on which things hold that once did not, found by halving, all of them together."""

from collections.abc import Callable, Collection, Mapping
from datetime import date, timedelta
from typing import TypeVar

K = TypeVar("K")
"""What tells one thing from another."""

A_DAY = timedelta(1)


def first_days(
    spans: Mapping[K, tuple[date, date]], holding: Callable[[Mapping[K, date]], Collection[K]]
) -> dict[K, date]:
    """Return for each thing the day from which on it holds.

    Of each, ``spans`` has a day on which it does not hold, and a later one on which it does;
    ``holding`` tells which things hold, each on a day of its own. It is asked as often as the
    longest span can be halved.
    """
    without = {thing: first for thing, (first, _) in spans.items()}
    known = {thing: last for thing, (_, last) in spans.items()}
    while apart := [thing for thing, day in known.items() if day - without[thing] > A_DAY]:
        middle = {thing: without[thing] + (known[thing] - without[thing]) // 2 for thing in apart}
        held = holding(middle)
        known |= {thing: day for thing, day in middle.items() if thing in held}
        without |= {thing: day for thing, day in middle.items() if thing not in held}
    return known
