"""Records as a JSON document: base units, ISO dates."""

from stridelog.domain.documents import tabled
from stridelog.domain.doubt import Doubt
from stridelog.domain.record import (
    Performance,
    Record,
    Step,
    Subject,
    as_moved,
    pace_value,
)
from stridelog.reports.records.answer import Answer, RecordsQuestion

SCHEMA = "stride.records/1"

ROWS = "records"
"""The key of the document under which the rows of a CSV stand."""


def document(answer: Answer) -> dict[str, object]:
    """Return ``answer`` as the document that ``stride records --json`` prints."""
    return {
        "schema": SCHEMA,
        "day": answer.today.isoformat(),
        "by": answer.question.by,
        ROWS: [_record(answer.question, record) for record in answer.records],
        "doubtful": [
            {
                **_subject(each.subject),
                **_done(answer.question, each.subject, each.performance),
                "doubt": _doubt(each.subject, each.doubt),
            }
            for each in answer.doubtful
        ],
    }


def rows(answer: Answer) -> list[dict[str, object]]:
    """Return the records as rows of a CSV: without their histories."""
    return [tabled(_record(answer.question, each), without={"history"}) for each in answer.records]


def _record(question: RecordsQuestion, record: Record) -> dict[str, object]:
    subject, last = record.subject, record.history[-1]

    def done(best: Performance | None) -> dict[str, object] | None:
        return None if best is None else _done(question, subject, best)

    return {
        **_subject(subject),
        **_done(question, subject, last.performance),
        "stood_days": last.stood,
        "now": done(record.now),
        "behind": record.behind,
        "season": done(record.season),
        "history": [_step(question, subject, step) for step in record.history],
    }


def _subject(subject: Subject) -> dict[str, object]:
    return {
        "activity": subject.activity,
        "measure": subject.measure.name,
        "distance": subject.distance or None,
        "how": subject.how,
        "group": subject.group,
        "unit": subject.measure.base_unit,
        "direction": subject.measure.direction.value,
        "pace_unit": subject.pace.base_unit if subject.pace and subject.distance else None,
    }


def _done(
    question: RecordsQuestion, subject: Subject, performance: Performance
) -> dict[str, object]:
    return {
        "value": performance.value,
        "pace": pace_value(subject, performance),
        "age_grade": question.age_grade(subject, performance),
        "number": performance.number,
        "day": performance.day.isoformat(),
    }


def _step(question: RecordsQuestion, subject: Subject, step: Step) -> dict[str, object]:
    done = _done(question, subject, step.performance)
    return {**done, "gain": step.gain, "stood_days": step.stood}


def _doubt(subject: Subject, doubt: Doubt) -> dict[str, object]:
    """Give why a performance is doubtful; a pace or a speed in the base unit of the activity's."""
    value, limit, unit = doubt.value, doubt.limit, subject.measure.base_unit
    if doubt.reason != "value" and subject.pace is not None:
        value, limit = (as_moved(subject.pace, pace) for pace in (value, limit))
        unit = subject.pace.base_unit
    return {"reason": doubt.reason, "value": value, "limit": limit, "unit": unit}
