"""The clock: the only place that asks what time it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Self

from stridelog.domain.errors import UsageError
from stridelog.domain.plain_text import shown

VARIABLE = "STRIDE_NOW"
"""The environment variable that replaces the clock, for documentation and tests."""

YEARS = range(1900, 3000)
"""The years that a replaced clock may show: those that one can count years back from."""


class ClockError(UsageError):
    """``STRIDE_NOW`` is set to what is no time."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Tells the local time, or always the one that it was ``set_to``."""

    set_to: datetime | None = None

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Self:
        """Return the clock that ``STRIDE_NOW`` asks for, or one that runs.

        A time without an offset is one of this computer's zone. Raises ``ClockError``.
        """
        text = environ.get(VARIABLE, "").strip()
        return cls(_parsed(text) if text else None)

    def now(self) -> datetime:
        """Return the local time to the second, with its fixed offset from UTC."""
        moment = self.set_to or datetime.now(UTC).astimezone()
        return moment.replace(tzinfo=timezone(moment.utcoffset() or timedelta()), microsecond=0)


def _local(civil: datetime) -> datetime:
    """Return the moment of a ``civil`` time in this computer's zone.

    One that the clocks skip in spring is shifted forward, and of two alike in autumn the first
    is meant (PEP 495). ``civil.astimezone()`` would shift the skipped one backward.
    """
    return datetime.fromtimestamp(civil.timestamp(), UTC).astimezone()


def _parsed(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
        aware = moment if moment.tzinfo else _local(moment)
    except (ValueError, OverflowError, OSError):
        aware = None
    if aware is None or aware.year not in YEARS:
        raise ClockError(
            f'{VARIABLE} is "{shown(text)}", which is no time.',
            "Write it like 2026-11-21T08:12:00 or 2026-11-21T08:12:00+01:00.",
        )
    return aware
