"""What was logged as a JSON document: base units, ISO dates."""

from collections.abc import Mapping

from stridelog.domain.comparable import Comparable, Mark
from stridelog.domain.documents import entry_document, milestone_document, streak_document
from stridelog.milestones import most_telling_first
from stridelog.reports.logged.answer import Answer

SCHEMA = "stride.log/1"

ROWS = "entries"
"""The key of the document under which the rows of a CSV stand."""


def document(answer: Answer) -> Mapping[str, object]:
    """Return what was saved as ``stride.log/1``, with all that is said about it."""
    streak = answer.streak
    return {
        "schema": SCHEMA,
        ROWS: [entry_document(answer.entry, answer.activity)],
        "latest": not answer.later,
        "doubtful": answer.doubtful,
        "beside": _beside_document(answer.beside) if answer.beside else None,
        "streak": streak_document(answer.entry.activity, streak) if streak else None,
        "milestones": [milestone_document(each) for each in most_telling_first(answer.milestones)],
    }


def _beside_document(beside: Comparable) -> Mapping[str, object]:
    weeks = beside.same_weeks
    return {
        "measure": beside.measure.name,
        "unit": beside.measure.base_unit,
        "value": beside.value,
        "group": beside.distance_class or None,
        "first": _mark_document(beside.first),
        "last": _mark_document(beside.last),
        "best": _mark_document(beside.best),
        "same_weeks": weeks
        and {
            "from": weeks.first.isoformat(),
            "to": weeks.last.isoformat(),
            "n": weeks.entries,
            "value": weeks.value,
        },
    }


def _mark_document(mark: Mark | None) -> Mapping[str, object] | None:
    if mark is None:
        return None
    return {"number": mark.number, "day": mark.day.isoformat(), "value": mark.value}
