"""Many things, so many at a time that one statement can name them."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

BATCH = 500
"""Entries that one statement names."""

Item = TypeVar("Item")


def batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """Give the items in their order, ``BATCH`` at a time."""
    return (items[start : start + BATCH] for start in range(0, len(items), BATCH))
