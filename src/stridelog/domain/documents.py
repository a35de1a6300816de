"""What several JSON documents share."""

from collections.abc import Collection, Mapping

from stridelog.domain.activity import Activity
from stridelog.domain.entry import Entry
from stridelog.domain.milestone import Milestone
from stridelog.domain.streak import Streak, StreakAnswer


def entry_document(entry: Entry, activity: Activity) -> dict[str, object]:
    """Return one entry as it stands in documents, base units beside each value."""
    values = {**entry.measurements, **entry.derived}
    units = {measure.name: measure.base_unit for measure in activity.measures}
    return {
        "number": entry.number,
        "uid": entry.uid,
        "activity": entry.activity,
        "at": entry.at.isoformat(),
        "day": entry.day.isoformat(),
        "values": {name: {"value": value, "unit": units[name]} for name, value in values.items()},
        "tags": list(entry.tags),
        "place": entry.place or None,
        "gear": entry.gear or None,
        "effort": entry.effort,
        "note": entry.note or None,
    }


def tabled(row: Mapping[str, object], without: Collection[str]) -> dict[str, object]:
    """Return a row of a document for a spreadsheet: numbers to seven digits, as it shows them.

    Fields in ``without`` are left out: they are tables themselves.
    """
    return {name: _short(value) for name, value in row.items() if name not in without}


def _short(value: object) -> object:
    if isinstance(value, Mapping):
        return tabled(value, without=())
    return float(f"{value:.7g}") if isinstance(value, float) else value


def milestone_document(milestone: Milestone) -> dict[str, object]:
    """Return one milestone; ``about`` is what its rule has found, in base units."""
    found = milestone.found
    return {
        "day": found.day.isoformat(),
        "activity": milestone.activity or None,
        "rule": milestone.rule,
        "size": found.size,
        "entries": list(found.numbers),
        "about": dict(found.said),
    }


def streak_document(activity: str | None, streak: StreakAnswer) -> dict[str, object]:
    """Return the streak of one unit of an activity, or of the whole journal (None)."""
    return {
        "activity": activity,
        "unit": streak.unit,
        "cadence": str(streak.cadence),
        "current": _run_document(streak.current),
        "longest": _run_document(streak.longest),
        "at_risk": streak.at_risk,
        "keep_by": streak.keep_by.isoformat() if streak.keep_by else None,
        "missing": streak.missing,
    }


def _run_document(streak: Streak | None) -> dict[str, object]:
    if streak is None:
        return {"length": 0, "from": None, "to": None}
    return {
        "length": streak.length,
        "from": streak.first.isoformat(),
        "to": streak.last.isoformat(),
    }
