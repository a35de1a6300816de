"""JSON with everything in it: the activities' definitions, and the entries with their origins.

One line an activity, a rule of streaks and an entry, written as they come. Values are in base
units, with the unit beside each; times have their offset from UTC. After the entries come the
origins of those that were deleted (``deleted_origins``), so that no import brings them back.
Importing the file gives the same journal.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TextIO

from stridelog.domain.activity import Activity
from stridelog.domain.cadence import AnyRule, CadenceChange, Protection, Rules, SkipChange
from stridelog.domain.dates.names import WEEKDAYS
from stridelog.domain.entry import Origin
from stridelog.domain.importing import EXPORT_SCHEMA, ExportedEntry
from stridelog.domain.measure import Measure, Ratio, Term

SUMMARY = "Everything, with the definitions of activities; what stride reads back whole"

_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""What a terminal, a line reader or an encoding could stumble over, though JSON allows it."""


def write(
    activities: Iterable[Activity],
    entries: Iterable[ExportedEntry],
    out: TextIO,
    deleted: Iterable[Origin] = (),
    rules: Mapping[str | None, Rules] = MappingProxyType({}),
) -> None:
    """Write the export to ``out``, which should be UTF-8.

    Every measurement of an entry must belong to a measure of its activity. ``rules`` are those
    that were set for the streaks of each activity, and of the whole journal (None).
    """
    known = {activity.name: activity for activity in activities}
    out.write(f'{{"schema": "{EXPORT_SCHEMA}",\n"activities": [')
    out.writelines(_lines(map(_activity, known.values())))
    out.write('],\n"rules": [')
    out.writelines(_lines(_rules(rules)))
    out.write('],\n"entries": [')
    out.writelines(_lines(_entry(exported, known) for exported in entries))
    out.write('],\n"deleted_origins": [')
    out.writelines(_lines(map(_origin, deleted)))
    out.write("]}\n")


def _lines(objects: Iterable[object]) -> Iterator[str]:
    """Give each object as JSON on a line of its own, with the commas that a list needs."""
    start = "\n"
    for item in objects:
        text = json.dumps(item, ensure_ascii=False, allow_nan=False)
        yield start + _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
        start = ",\n"
    yield "\n"


def _activity(activity: Activity) -> dict[str, object]:
    return {
        "name": activity.name,
        "area": activity.area,
        "retired": activity.retired,
        "measures": [_measure(measure) for measure in activity.measures],
    }


def _measure(measure: Measure) -> dict[str, object]:
    return {
        "name": measure.name,
        "kind": measure.kind.value,
        "dimension": measure.dimension.value,
        "direction": measure.direction.value,
        "unit": measure.unit,
        "weight": measure.weight,
        "ratio": _ratio(measure.ratio) if measure.ratio else None,
        "retired": measure.retired,
    }


def _ratio(ratio: Ratio) -> dict[str, object]:
    return {
        "numerator": [_term(term) for term in ratio.numerator],
        "denominator": [_term(term) for term in ratio.denominator],
        "scale": ratio.scale,
    }


def _term(term: Term) -> dict[str, object]:
    return {"measure": term.measure, "coefficient": term.coefficient}


def _rules(rules: Mapping[str | None, Rules]) -> Iterator[dict[str, object]]:
    for activity, own in rules.items():
        for rule in own.each:
            yield {"activity": activity, "uid": rule.uid, **_rule(rule)}


def _rule(rule: AnyRule) -> dict[str, object]:
    match rule:
        case CadenceChange(since, cadence):
            return {
                "rule": "cadence",
                "since": since.isoformat(),
                "times": cadence.times,
                "unit": cadence.unit,
            }
        case SkipChange(since, skips):
            return {"rule": "skips", "since": since.isoformat(), "skips": skips}
        case Protection(span, weekdays, reason):
            to = None if rule.is_endless else span.last.isoformat()
            days = {"from": span.first.isoformat(), "to": to}
            if rule.is_pause:
                return {"rule": "pause", **days, "reason": reason}
            names = [WEEKDAYS[number].lower() for number in sorted(weekdays)]
            return {"rule": "rest", **days, "weekdays": names}


def _entry(exported: ExportedEntry, known: dict[str, Activity]) -> dict[str, object]:
    entry = exported.entry
    units = {measure.name: measure.base_unit for measure in known[entry.activity].measures}
    return {
        "number": entry.number,
        "uid": entry.uid,
        "activity": entry.activity,
        "at": entry.at.isoformat(),
        "day": entry.day.isoformat(),
        "measurements": {
            name: {"value": value, "unit": units[name]}
            for name, value in entry.measurements.items()
        },
        "tags": list(entry.tags),
        "place": entry.place,
        "gear": entry.gear,
        "effort": entry.effort,
        "note": entry.note,
        "origins": [_origin(origin) for origin in exported.origins],
    }


def _origin(origin: Origin) -> dict[str, object]:
    return {"source": origin.source, "key": origin.key}
