"""The records as they stand, and what would be one if it were believed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from stridelog.domain.activity import is_running
from stridelog.domain.age_grade import Runner
from stridelog.domain.record import (
    RECORD_DISTANCES,
    Doubtful,
    Performance,
    Record,
    Series,
    Subject,
)
from stridelog.domain.record_history import records

By = Literal["tag", "place"]
"""What the entries of an activity are grouped by."""


@dataclass(frozen=True, slots=True)
class RecordsQuestion:
    """What was asked for: one activity or all of them (""), by tag or place or together.

    ``narrowed`` are the words that leave entries out: ``over 7k``, ``+stroller``. ``graded`` is
    whose age and sex the times of runs are graded by; None where nobody asked.
    """

    activity: str = ""
    by: By | None = None
    narrowed: tuple[str, ...] = ()
    graded: Runner | None = None

    def age_grade(self, subject: Subject, done: Performance) -> float | None:
        """Return the share of the standard that a time of a run is; None of all else."""
        if self.graded is None or not subject.distance or not is_running(subject.activity):
            return None
        return self.graded.grade(done.day, RECORD_DISTANCES[subject.distance], done.value)


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
