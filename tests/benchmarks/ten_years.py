"""Ten made-up years of runs, rides, practice and shifts, brought in through a real import."""

import csv
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from processes import NOW, STRIDE, Measured, environ, measured

DAYS = 3650

SMALL = 100

LARGE = 100_000

COLUMNS = {
    "date": "date",
    "activity": "activity",
    "distance": "distance:m",
    "duration": "duration:s",
    "heart-rate": "heart_rate",
    "tickets": "tickets",
    "csat": "csat",
    "tags": "tags",
    "place": "place",
    "note": "note",
}
"""What stands in which column, as ``--map`` takes it."""


def write_history(file: Path, count: int) -> None:
    """Write ``count`` rows, at equal steps over ten years up to now."""
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, [column.partition(":")[0] for column in COLUMNS.values()])
        writer.writeheader()
        writer.writerows(_rows(count))


def _rows(count: int) -> Iterator[dict[str, object]]:
    chance = Random(1)  # noqa: S311 (the same history every time)
    now = datetime.fromisoformat(NOW)
    for position in range(count):
        at = now - timedelta(days=DAYS) * (1 - position / count)
        activity = chance.choice(("run", "run", "ride", "practice", "shift"))
        yield {
            "date": at.isoformat(timespec="seconds"),
            "activity": activity,
            **_measurements(activity, chance),
            "tags": chance.choice(("", "", "", "", "race", "stroller")),
            "place": chance.choice(("", "riverside", "park")),
            "note": chance.choice((*8 * [""], "Felt like flying.", "Slow, but out.")),
        }


def _measurements(activity: str, chance: Random) -> dict[str, object]:
    if activity == "shift":
        return {"duration": 28_800, "tickets": chance.randint(15, 45), "csat": chance.random()}
    if activity == "practice":
        return {"duration": chance.randint(600, 5400)}
    distance = chance.choice((5000, 7300, 10_000, 21_100))
    pace = chance.uniform(0.28, 0.35)
    return {
        "distance": distance,
        "duration": round(distance * pace),
        "heart_rate": chance.randint(120, 170),
    }


def make_journal(folder: Path, count: int) -> Measured:
    """Make a journal of ``count`` entries in ``folder``; return what its import took."""
    folder.mkdir(exist_ok=True)
    history = folder / "history.csv"
    write_history(history, count)
    mapping = [f"--map={field}={column}" for field, column in COLUMNS.items()]
    return measured([STRIDE, "import", str(history), "--yes", *mapping], environ(folder))
