"""A goal as it stands in every JSON document: base units, ISO dates."""

from datetime import date

from stridelog.domain.forecast import Forecast
from stridelog.domain.goal_words import state_said
from stridelog.domain.review import Promise
from stridelog.domain.standing import Judged


def goal_document(one: Judged) -> dict[str, object]:
    """Return a goal with where it stands, as ``stride goals review --json`` has it."""
    goal, version, standing = one.goal, one.version, one.standing
    target = version.target
    return {
        "id": goal.number,
        "title": one.title,
        "kind": version.kind,
        "activity": version.scope.activity or None,
        "measure": version.scope.measure or None,
        "unit": one.measure.base_unit,
        "target": standing.target,
        "direction": target.way if target else None,
        "start": {"date": version.first.isoformat(), "value": standing.start},
        "deadline": _iso(version.deadline),
        "current": standing.current,
        "expected": standing.expected,
        "progress": standing.progress,
        "needed_per_week": standing.needed_per_week,
        "rate_per_week": standing.rate_per_week,
        "forecast": _forecast(standing.forecast),
        "buffer_days": standing.buffer_days,
        "state": state_said(version, standing),
        "commitment": commitment_document(one.promise),
    }


def commitment_document(promise: Promise | None) -> dict[str, object] | None:
    """Return a promise, and whether it was kept: null where that cannot be told yet."""
    return {"text": promise.commitment.text, "kept": promise.kept} if promise else None


def _forecast(forecast: Forecast | None) -> dict[str, object] | None:
    if forecast is None:
        return None
    return {
        "value": forecast.value,
        "low": forecast.low,
        "high": forecast.high,
        "date": _iso(forecast.reached),
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
