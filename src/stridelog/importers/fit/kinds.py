"""What FIT files are that are no activities."""

from stridelog.domain.importing import ImportFileError, NothingToImportError, SourceFile

TIMELESS = "timeless"
"""What a file is whose records do not say when."""

_KINDS = {
    "activity_summary": "sums an activity up that is in another file",
    "blood_pressure": "holds measurements of blood pressure",
    "course": "holds a course to follow",
    "device": "describes a device",
    "goals": "holds goals",
    "monitoring_a": "holds the steps of whole days",
    "monitoring_b": "holds the steps of whole days",
    "monitoring_daily": "holds the steps of whole days",
    "schedules": "holds the dates of planned workouts",
    "segment": "holds a segment to race on",
    "segment_list": "holds segments to race on",
    "settings": "holds the settings of a device",
    "sport": "holds the settings of a sport",
    "totals": "holds the totals of a device",
    "weight": "holds measurements of weight",
    "workout": "holds a planned workout",
}


def is_no_activity(kind: str) -> bool:
    """Tell whether files of a kind hold none, even where they hold records, as courses do."""
    return kind in _KINDS


def nothing_in(file: SourceFile, kind: str, damage: str) -> ImportFileError:
    """Return the error for a file of a kind in which there is no activity."""
    if kind in _KINDS:
        return NothingToImportError(f"{file} {_KINDS[kind]}, no activity.")
    if kind == TIMELESS:
        return NothingToImportError(f"{file} does not say when it was recorded.")
    if damage:
        return ImportFileError(f"{file} is {damage} before the first activity in it.")
    return NothingToImportError(f"{file} holds no activity.")
