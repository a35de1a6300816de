"""Putting the computer into another time zone for the length of a test."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def machine_in(zone: str | None) -> Iterator[None]:
    """Set ``TZ`` to ``zone`` (None: unset) for this process, and put it back afterwards."""
    before = os.environ.get("TZ")
    try:
        _set(zone)
        yield
    finally:
        _set(before)


def _set(zone: str | None) -> None:
    if zone is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = zone
    time.tzset()
