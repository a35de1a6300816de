"""Print how fast the workouts of a large export of Apple Health are read, and in what memory.

python tests/benchmarks/apple_health.py
"""

import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import chain, repeat
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from processes import NOW, PYTHON, Measured, compiled, environ, measured

import stridelog

MEGABYTE = 1_000_000

SIZE = 300 * MEGABYTE

WORKOUTS = 4_000

BOUND = 200
"""Megabytes that reading may hold."""

PROGRAM = """
import gc
import sys
from datetime import UTC
from pathlib import Path

from stridelog.domain.dates import DateOrder
from stridelog.domain.entry import Draft
from stridelog.domain.importing import ImportOptions
from stridelog.domain.quantity import Notation
from stridelog.importers import apple_health

gc.disable()  # as stride does
options = ImportOptions(UTC, Notation(), DateOrder.DAY_FIRST, measures={})
items = apple_health.read(Path(sys.argv[1]), options)
found = sum(isinstance(item, Draft) for item in items)
sys.exit(found != int(sys.argv[2]))
"""
"""Reads an export, and fails where it has not so many workouts."""

DEVICE = (
    "&lt;&lt;HKDevice: 0x283a5e8a0&gt;, name:Apple Watch, manufacturer:Apple Inc., "
    "model:Watch, hardware:Watch6,7, software:10.2&gt;"
)

RECORDS = (
    ("HKQuantityTypeIdentifierHeartRate", "count/min", 50, 180),
    ("HKQuantityTypeIdentifierStepCount", "count", 1, 400),
    ("HKQuantityTypeIdentifierActiveEnergyBurned", "kcal", 1, 30),
    ("HKQuantityTypeIdentifierDistanceWalkingRunning", "km", 1, 3),
)


def write_export(file: Path, size: int, workouts: int) -> int:
    """Write an export of at least ``size`` bytes; return how many records are in it."""
    chance = Random(1)  # noqa: S311 (the same export every time)
    now = datetime.fromisoformat(NOW)
    written = records = 0
    with file.open("w", encoding="utf-8") as out:
        out.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n'
            "<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>\n]>\n"
            f'<HealthData locale="en_US">\n <ExportDate value="{_time(now)}"/>\n'
        )
        # Apple writes all records first, then the workouts.
        ahead = workouts * len(_workout(chance, now))
        for record in _records(chance, now):
            if written >= size - ahead:
                break
            written += out.write(record)
            records += 1
        for number in range(workouts):
            out.write(_workout(chance, now - timedelta(hours=13 * number)))
        out.write("</HealthData>\n")
    return records


def _records(chance: Random, now: datetime) -> Iterator[str]:
    for number, (kind, unit, least, most) in enumerate(chain.from_iterable(repeat(RECORDS))):
        at = _time(now - timedelta(seconds=150 * number))
        value = chance.randint(least, most)
        yield (
            f' <Record type="{kind}" sourceName="Sam\u2019s Apple\u00a0Watch" sourceVersion="10.2" '
            f'device="{DEVICE}" unit="{unit}" creationDate="{at}" startDate="{at}" '
            f'endDate="{at}" value="{value}">\n'
            '  <MetadataEntry key="HKMetadataKeyHeartRateMotionContext" value="0"/>\n </Record>\n'
        )


def _workout(chance: Random, start: datetime) -> str:
    minutes, pace = chance.uniform(20, 90), chance.uniform(4.8, 6.5)
    span = f'startDate="{_time(start)}" endDate="{_time(start + timedelta(minutes=minutes))}"'
    quantity = "HKQuantityTypeIdentifier"
    statistics = (
        f'  <WorkoutStatistics type="{quantity}HeartRate" {span} average="{minutes + 90}" '
        'minimum="81" maximum="177" unit="count/min"/>\n'
        f'  <WorkoutStatistics type="{quantity}ActiveEnergyBurned" {span} sum="412" unit="kcal"/>\n'
        f'  <WorkoutStatistics type="{quantity}DistanceWalkingRunning" {span} '
        f'sum="{minutes / pace}" unit="km"/>\n'
    )
    events = "".join(
        f'  <WorkoutEvent type="HKWorkoutEventTypeSegment" date="{_time(start)}" duration="5.5" '
        'durationUnit="min"/>\n'
        for _ in range(int(minutes / pace))
    )
    return (
        f' <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="{minutes}" '
        f'durationUnit="min" sourceName="Sam\u2019s Apple\u00a0Watch" sourceVersion="10.2" '
        f'device="{DEVICE}" creationDate="{_time(start)}" {span}>\n'
        '  <MetadataEntry key="HKIndoorWorkout" value="0"/>\n'
        '  <MetadataEntry key="HKTimeZone" value="Europe/Berlin"/>\n'
        '  <MetadataEntry key="HKElevationAscended" value="4210 cm"/>\n'
        f"{events}  <WorkoutActivity {span}>\n{statistics}  </WorkoutActivity>\n{statistics}"
        "  <WorkoutRoute>\n"
        f'   <FileReference path="/workout-routes/route_{start:%Y-%m-%d_%H.%M}.gpx"/>\n'
        "  </WorkoutRoute>\n </Workout>\n"
    )


def _time(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S %z}"


def read(file: Path, folder: Path) -> Measured:
    """Read the export in a process of its own, with the importer of this very tree."""
    tree = {"PYTHONPATH": str(Path(stridelog.__file__).parents[1])}
    return measured([PYTHON, "-c", PROGRAM, str(file), str(WORKOUTS)], environ(folder) | tree)


def main() -> int:
    compiled()
    with TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "export.xml"
        records = write_export(file, SIZE, WORKOUTS)
        size = file.stat().st_size / MEGABYTE
        began = measured([PYTHON, "-c", "pass"], environ(folder))
        took = read(file, folder)
    peak = took.peak / MEGABYTE
    print(f"  {size:.0f} MB, {records:,} records, {WORKOUTS:,} workouts")
    print(f"  {took.seconds:.2f} s (python -c pass: {began.seconds:.2f} s)")
    print(f"  {size / took.seconds:,.0f} MB a second, {WORKOUTS / took.seconds:,.0f} workouts")
    print(f"  peak {peak:.1f} MB, at most {BOUND} MB{'' if peak <= BOUND else '  ◀ too much'}")
    return int(peak > BOUND)


if __name__ == "__main__":
    sys.exit(main())
