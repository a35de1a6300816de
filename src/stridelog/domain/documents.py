"""What several JSON documents share."""

from stridelog.domain.activity import Activity
from stridelog.domain.entry import Entry


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
