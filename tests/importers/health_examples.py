"""Exports of Apple Health, made up."""

from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import quoteattr

from import_examples import saved

QUANTITY = "HKQuantityTypeIdentifier"

DTD_OF_IOS_16 = """<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 12 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout)*)>
<!ELEMENT HeartRateVariabilityMetadataList (InstantaneousBeatsPerMinute*)>
<!ATTLIST HeartRateVariabilityMetadataList EMPTY>
<!ELEMENT WorkoutEvent (MetadataEntry?))
startDate CDATA #REQUIRED
]>
"""
"""With the mistakes that Apple's had."""

RECORD = (
    f' <Record type="{QUANTITY}StepCount" sourceName="iPhone" unit="count" '
    'startDate="2026-11-20 06:00:00 +0100" endDate="2026-11-20 06:01:00 +0100" value="97"/>\n'
)

RUN = {
    "workoutActivityType": "HKWorkoutActivityTypeRunning",
    "duration": "50.5",
    "durationUnit": "min",
    "sourceName": "Sam\u2019s Apple Watch",
    "creationDate": "2026-11-20 08:40:00 +0100",
    "startDate": "2026-11-20 07:30:05 +0100",
    "endDate": "2026-11-20 08:25:05 +0100",
}


def tag(name: str, attributes: Mapping[str, str], inside: str | None = None) -> str:
    """Return an element, whose attributes may hold anything."""
    said = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{said}/>" if inside is None else f"<{name}{said}>{inside}</{name}>"


def statistic(quantity: str, unit: str, **values: str) -> str:
    """Return what a workout of iOS 16 or later says of a quantity."""
    return tag("WorkoutStatistics", {"type": f"{QUANTITY}{quantity}", **values, "unit": unit})


def metadata(key: str, value: str) -> str:
    """Return one thing more that is known of a workout."""
    return tag("MetadataEntry", {"key": key, "value": value})


def workout(inside: str = "", /, **changed: str) -> str:
    """Return a run, with other attributes; those that are empty are left out."""
    attributes = {key: value for key, value in (RUN | changed).items() if value}
    return f" {tag('Workout', attributes, inside or None)}\n"


def export(*elements: str, made: str = "2026-11-21 12:00:00 +0100", before: str = "") -> str:
    """Return an export that holds these elements."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{before}<HealthData locale="en_GB">\n'
        f' <ExportDate value="{made}"/>\n{"".join(elements)}</HealthData>\n'
    )


def health_file(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    """Save an export under one of the names that phones give it."""
    return saved(folder, text, encoding, "导出.xml")
