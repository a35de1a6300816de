"""The records as they stand, and what would be one if it were believed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from stridelog.domain.record import Doubtful, Record, Series
from stridelog.domain.record_history import records

By = Literal["tag", "place"]
"""What the entries of an activity are grouped by."""


@dataclass(frozen=True, slots=True)
class RecordsQuestion:
    """What was asked for: one activity or all of them (""), by tag or place or together."""

    activity: str = ""
    by: By | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The records on ``today``, those of an activity and of a tag or a place together."""

    today: date
    question: RecordsQuestion
    records: tuple[Record, ...]
    doubtful: tuple[Doubtful, ...]


def compute(series: Iterable[Series], question: RecordsQuestion, today: date) -> Answer:
    """Return the records of all series as they stand on ``today``."""
    found = records(series, today)
    activities = list(dict.fromkeys(record.subject.activity for record in found))

    def together(record: Record) -> tuple[int, str]:
        return activities.index(record.subject.activity), record.subject.group or ""

    standing = (record for record in found if record.holder is not None)
    return Answer(
        today=today,
        question=question,
        records=tuple(sorted(standing, key=together)),
        doubtful=tuple(each for record in found for each in record.doubtful),
    )
