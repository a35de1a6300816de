"""What of a journal stands in JSON, whichever way its lines are put together.

Values are in base units, with the unit beside each; times have their offset from UTC.
"""

import json
import re
from collections.abc import Iterator, Mapping

from stridelog.domain.activity import Activity
from stridelog.domain.cadence import AnyRule, CadenceChange, Protection, Rules, SkipChange
from stridelog.domain.dates.names import WEEKDAYS
from stridelog.domain.entry import Origin, Segment
from stridelog.domain.importing import Distinct, ExportedEntry
from stridelog.domain.measure import Measure, Ratio, Term

_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""What a terminal, a line reader or an encoding could stumble over, though JSON allows it."""


def line(item: object) -> str:
    """Return an object as JSON on one line, without its end."""
    text = json.dumps(item, ensure_ascii=False, allow_nan=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def definition(activity: Activity) -> dict[str, object]:
    """Return the definition of an activity."""
    return {
        "name": activity.name,
        "area": activity.area,
        "retired": activity.retired,
        "measures": [_measure(measure) for measure in activity.measures],
    }


def rules(rules: Mapping[str | None, Rules]) -> Iterator[dict[str, object]]:
    """Give what was set for the streaks of each activity, and of the whole journal (None)."""
    for activity, own in rules.items():
        for rule in own.each:
            yield {"activity": activity, "uid": rule.uid, **_rule(rule)}


def entry(exported: ExportedEntry, activities: Mapping[str, Activity]) -> dict[str, object]:
    """Return an entry with where it came from. Its activity must be among ``activities``."""
    entry = exported.entry
    units = {measure.name: measure.base_unit for measure in activities[entry.activity].measures}
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
        "segments": [_segment(segment) for segment in exported.segments],
    }


def deleted(origin: Origin) -> dict[str, object]:
    """Return where a deleted entry came from: no more than it takes to know it again."""
    return {"source": origin.source, "key": origin.key}


def distinct(pair: Distinct) -> list[str]:
    """Return two entries that are no one, by their uids."""
    return [pair.one, pair.other]


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


def _origin(origin: Origin) -> dict[str, object]:
    return {
        "source": origin.source,
        "key": origin.key,
        "told": json.loads(origin.told) if origin.told else None,
        "file": origin.file,
        "taken_at": origin.taken_at,
    }


def _segment(segment: Segment) -> dict[str, object]:
    return {"metres": segment.metres, "seconds": segment.seconds, "start": segment.start}


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
