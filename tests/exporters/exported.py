"""Entries to be exported, and what comes out of them."""

import io
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone

from stridelog.domain.activity import Activity, pace
from stridelog.domain.additions import load
from stridelog.domain.entry import Entry, Origin, Segment
from stridelog.domain.importing import Export, ExportedEntry
from stridelog.domain.measure import Direction, Kind, Measure
from stridelog.domain.units import Dimension

RUN = Activity(
    "run",
    "fitness",
    (
        Measure("distance", Kind.ADDITIVE, Dimension.DISTANCE, Direction.HIGHER),
        Measure("duration", Kind.ADDITIVE, Dimension.DURATION),
        Measure("heart-rate", Kind.INTENSIVE, Dimension.HEART_RATE, weight="duration"),
        pace("/km"),
    ),
)
CHESS = Activity(
    "chess", "hobbies", (Measure("duration", Kind.ADDITIVE, Dimension.DURATION),), retired=True
)
TROT = ExportedEntry(
    Entry(
        number=12,
        uid="0199",
        activity="run",
        at=datetime(2026, 11, 26, 0, 12, tzinfo=timezone(timedelta(hours=-5))),
        day=date(2026, 11, 25),
        measurements={"distance": 10_012.400390625, "duration": 3042.0},
        derived={"pace": 303.8},
        tags=("race", "50 %"),
        place="turkey-trot",
        gear="Pegasus",
        effort=7,
        note='"Easy",\nshe said.',
    ),
    (
        Origin(
            "strava",
            "123",
            told='{"activity":"run","at":"2026-11-26T00:12:00","offset":-18000}',
            file="export.zip/activities.csv",
            taken_at="2026-11-27T08:00:00+00:00",
        ),
        Origin("a:b", "c d"),
    ),
    (Segment(400.0, 98.25, 1204.0),),
)
GAME = ExportedEntry(
    Entry(
        number=13,
        uid="0200",
        activity="chess",
        at=datetime(2026, 11, 27, 20, tzinfo=UTC),
        day=date(2026, 11, 27),
        measurements={},
        derived={},
        note="=HYPERLINK(1)",
    )
)


def written(form: str, entries: Iterable[ExportedEntry], deleted: Iterable[Origin] = ()) -> str:
    """Return the export of entries of the two activities in a format."""
    out = io.StringIO(newline="")
    known = {activity.name: activity for activity in (RUN, CHESS)}
    load("stridelog.exporters", form).write(Export(known, entries, deleted), out)
    return out.getvalue()
