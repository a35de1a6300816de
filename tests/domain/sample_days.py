"""The days of the real histories that may lie beside the checkout, read by our own importers."""

from collections.abc import Iterator, Mapping
from datetime import UTC
from pathlib import Path

from stridelog.domain.activity import built_in_activities
from stridelog.domain.dates import DateOrder
from stridelog.domain.entry import Draft
from stridelog.domain.forecast import WeightedSum
from stridelog.domain.importing import ImportOptions
from stridelog.domain.quantity import Notation
from stridelog.importers import mapped, strava

SHARED = Path(__file__).parents[3] / "shared" / "data"
RUNS = SHARED / "runs" / "runs-2012-2024.csv"
STRAVA = SHARED / "strava" / "activities-99-columns.csv"

HISTORIES = [
    (name, activity)
    for name, path, activities in (("runs", RUNS, ("run",)), ("strava", STRAVA, ("run", "ride")))
    if path.exists()
    for activity in activities
]
"""The samples that are here, and what is done often in them."""

ADDED = ("distance", "duration", "times")

MAPPING = (
    "date=date",
    "activity=type",
    "distance=distance_m:m",
    "duration=moving_time",
    "heart-rate=average_heartrate",
)


def entries_of(name: str) -> tuple[Mapping[str, list[Draft]], int]:
    """Return the entries of a sample by their activity, each once, and its last day."""
    found: dict[str, dict[object, Draft]] = {}
    for draft in _drafts(name):
        key = draft.at, frozenset(draft.measurements.items())
        found.setdefault(draft.activity, {})[key] = draft
    by_activity = {activity: list(drafts.values()) for activity, drafts in found.items()}
    last = max(draft.at.toordinal() for drafts in by_activity.values() for draft in drafts)
    return by_activity, last


def added_up(entries: list[Draft], measure: str) -> dict[int, float]:
    """Return the amounts of a measure by day, or how many entries there are."""
    days: dict[int, float] = {}
    for entry in entries:
        amount = 1.0 if measure == "times" else entry.measurements.get(measure, 0.0)
        days[entry.at.toordinal()] = days.get(entry.at.toordinal(), 0.0) + amount
    return days


def averaged(entries: list[Draft], measure: str) -> dict[int, WeightedSum]:
    """Return the sums of a measure's values and how many there are, by day."""
    days: dict[int, WeightedSum] = {}
    for entry in entries:
        if measure in entry.measurements:
            total, count = days.get(entry.at.toordinal(), (0.0, 0.0))
            days[entry.at.toordinal()] = total + entry.measurements[measure], count + 1
    return days


def _drafts(name: str) -> Iterator[Draft]:
    measures = {m.name: m for activity in built_in_activities() for m in activity.measures}
    options = ImportOptions(UTC, Notation(), DateOrder.MONTH_FIRST, measures, MAPPING)
    read = mapped.read(RUNS, options) if name == "runs" else strava.read(STRAVA, options)
    return (item for item in read if isinstance(item, Draft))
