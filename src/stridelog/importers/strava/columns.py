"""Where the columns of Strava's table stand, in every era and language.

| era | what it looks like |
|---|---|
| before July 2019 | ten labels in small letters, ISO dates, distances in metres |
| from July 2019 | ten or eleven labels, distances in kilometres: the *display block* alone |
| from 2020 | a *machine block* after it: plain numbers in metres and seconds |

The machine block begins with the elapsed time, and has the distance two columns on; both labels
stand in the display block as well, which gives the place away. Two columns that the display block
got in 2022 moved it from 13 to 15. New columns come in before the last one, ``Media``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from stridelog.importers.strava.dates import utc_time

ID, DATE, NAME, TYPE, DESCRIPTION, ELAPSED, DISTANCE = range(7)
"""Columns of the display block that have never moved."""

MOVING_TIME, MACHINE_DISTANCE, CLIMB, HEART_RATE, WATTS = 1, 2, 5, 16, 18
EXERTION, COMMUTE, LIFTED, COMPETITION, SETS, REPS = 28, 35, 36, 80, 85, 86
"""Columns of the machine block, counted from its beginning."""

_OLDEST = ("id", "date", "name", "type", "description", "elapsed_time", "distance")
_ENGLISH = (
    "Activity ID",
    "Activity Date",
    "Activity Name",
    "Activity Type",
    "Activity Description",
    "Elapsed Time",
    "Distance",
)
_FEWEST_COLUMNS = 10
_COLUMNS_WITH_BLOCK = 70
_COLUMNS_OF_LATER_BLOCK = 86
_LATER_BLOCK, _EARLIER_BLOCK, _LATEST_BLOCK = 15, 13, 30
_MARKUP = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the columns are that have moved; None where the file has no such column.

    ``in_metres`` is true where the distance of the display block is; else it is in kilometres.
    """

    in_metres: bool
    machine: int | None
    gear: int
    private_note: int | None
    competition: int | None
    width: int

    def cell(self, cells: Sequence[str], column: int) -> str:
        """Return the cell of the machine block's ``column``; empty where there is none.

        Where the newest columns would stand, the last one of an older table is ``Media``.
        """
        end = self.width - 1 if column >= COMPETITION else self.width
        if self.machine is None or self.machine + column >= end:
            return ""
        return cells[self.machine + column]


def layout_of(header: Sequence[str], first: Sequence[str]) -> Layout | None:
    """Return the layout of the table that ``header`` and ``first``, its first row, begin.

    None if it is not Strava's.
    """
    if len(header) < _FEWEST_COLUMNS:
        return None
    labels = [_MARKUP.sub("", label).strip() for label in header]
    if tuple(labels[: len(_OLDEST)]) == _OLDEST:
        return Layout(
            in_metres=True,
            machine=None,
            gear=labels.index("gear") if "gear" in labels else len(labels) - 2,
            private_note=None,
            competition=None,
            width=len(labels),
        )
    machine = _repeated(labels)
    english = tuple(labels[: len(_ENGLISH)]) == _ENGLISH
    if machine is None and not english and not _is_activity(first):
        return None
    if machine is None and len(labels) >= _COLUMNS_WITH_BLOCK:
        later = len(labels) >= _COLUMNS_OF_LATER_BLOCK
        machine = _LATER_BLOCK if later else _EARLIER_BLOCK
    return _layout(labels, machine)


def _layout(labels: list[str], machine: int | None) -> Layout:
    """Lay out a table from July 2019 or later; English labels say what positions may not."""
    english = labels[ID] == _ENGLISH[ID]
    gear = len(labels) - 2 if machine is None else machine - 4
    note = 10 if machine == _LATER_BLOCK else None
    competition = machine + COMPETITION if machine == _LATER_BLOCK else len(labels)
    if english and "Activity Gear" in labels:
        gear = labels.index("Activity Gear")
    if english:
        note = labels.index("Activity Private Note") if "Activity Private Note" in labels else None
        competition = labels.index("Competition") if "Competition" in labels else len(labels)
    return Layout(
        in_metres=False,
        machine=machine,
        gear=gear,
        private_note=note,
        competition=competition if competition < len(labels) - 1 else None,
        width=len(labels),
    )


def _repeated(labels: Sequence[str]) -> int | None:
    """Return where the labels of elapsed time and distance stand a second time."""
    if not labels[ELAPSED] or not labels[DISTANCE]:
        return None
    for column in range(DISTANCE + 1, min(len(labels) - 2, _LATEST_BLOCK)):
        if labels[column] == labels[ELAPSED] and labels[column + 2] == labels[DISTANCE]:
            return column
    return None


def _is_activity(cells: Sequence[str]) -> bool:
    """Tell whether a row reads like one of Strava's: number, date, seconds, commute or not."""
    return (
        len(cells) >= _FEWEST_COLUMNS
        and cells[ID].isdecimal()
        and cells[ELAPSED].isdecimal()
        and not {"true", "false"}.isdisjoint(cell.lower() for cell in cells[DISTANCE:])
        and utc_time(cells[DATE]) is not None
    )
