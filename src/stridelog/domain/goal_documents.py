"""A goal as it stands in every JSON document: base units, ISO dates."""

from datetime import date

from stridelog.domain.equivalents import Race
from stridelog.domain.forecast import Forecast
from stridelog.domain.goal import Version
from stridelog.domain.goal_units import OF_SHARES
from stridelog.domain.goal_words import state_said
from stridelog.domain.review import Promise
from stridelog.domain.standing import Judged
from stridelog.domain.streak import Streak, StreakAnswer

DECIMALS = 9
"""Decimals of a number that is worked out: what lies beyond comes of how it was."""


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
        "target": plain_number(standing.target),
        "change": change_of(version),
        "direction": target.way if target else None,
        "start": {"date": version.first.isoformat(), "value": plain_number(standing.start)},
        "deadline": _iso(version.deadline),
        "current": plain_number(standing.current),
        "estimated_from": _race(standing.estimated_from),
        "expected": plain_number(standing.expected),
        "progress": plain_number(standing.progress),
        "needed_per_week": plain_number(standing.needed_per_week),
        "needed_average": plain_number(standing.needed_average),
        "rate_per_week": plain_number(standing.rate_per_week),
        "forecast": _forecast(standing.forecast),
        "buffer_days": plain_number(standing.buffer_days),
        "state": state_said(version, standing),
        "commitment": commitment_document(one.promise),
        "promise": commitment_document(one.promise_now),
    }


def change_of(version: Version) -> float | None:
    """Return the share by which what was is to change; None of any other kind of goal."""
    return version.target.value if version.target and version.kind == OF_SHARES else None


def plain_number(value: float | None) -> float | None:
    """Return a number that is worked out without what comes of how it was: no tail, no -0."""
    return None if value is None else round(value, DECIMALS) + 0.0


def commitment_document(promise: Promise | None) -> dict[str, object] | None:
    """Return a promise, and whether it was kept: null where that cannot be told yet."""
    return {"text": promise.commitment.text, "kept": promise.kept} if promise else None


def review_streak_document(streak: StreakAnswer) -> dict[str, object]:
    """Return the weeks in a row with a review, and the longest such row: null without any."""
    return {"current": _weeks(streak.current), "longest": _weeks(streak.longest)}


def _weeks(streak: Streak | None) -> dict[str, object] | None:
    if streak is None:
        return None
    return {"length": streak.length, "from": _iso(streak.first), "to": _iso(streak.last)}


def _race(race: Race | None) -> dict[str, object] | None:
    if race is None:
        return None
    return {
        "date": _iso(race.day),
        "distance": plain_number(race.metres),
        "duration": plain_number(race.seconds),
    }


def _forecast(forecast: Forecast | None) -> dict[str, object] | None:
    if forecast is None:
        return None
    return {
        "value": plain_number(forecast.value),
        "low": plain_number(forecast.low),
        "high": plain_number(forecast.high),
        "date": _iso(forecast.reached),
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
