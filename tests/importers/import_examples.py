"""What the tests of importers share: options, files, and Strava's table in its eras."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, tzinfo
from pathlib import Path
from typing import TypeVar

from stridelog.domain.activity import built_in_activities
from stridelog.domain.dates import DateOrder
from stridelog.domain.entry import Draft
from stridelog.domain.importing import ImportItem, ImportOptions, Problem
from stridelog.domain.quantity import DecimalMark, Notation
from stridelog.domain.units import UnitSystem

MEASURES = {m.name: m for activity in built_in_activities() for m in activity.measures}

HEADERS = {
    name: labels.split(",")
    for name, _, labels in (
        line.partition(": ")
        for line in Path(__file__)
        .with_name("strava_headers.txt")
        .read_text(encoding="utf-8")
        .splitlines()
    )
    if not name.startswith("#")
}
"""The labels of Strava's tables, by language and era."""

DISPLAY, MACHINE, OLDEST = HEADERS["display"], HEADERS["machine"], HEADERS["oldest"]
TEN = [*DISPLAY[:7], "Commute", "Activity Gear", "Filename"]
ELEVEN = [*DISPLAY[:7], "Relative Effort", "Commute", "Activity Gear", "Filename"]
WIDTHS = (87, 92, 94, 99, 103)
"""Columns of the eras since 2022."""

Item = TypeVar("Item", Draft, Problem)


def modern(width: int) -> list[str]:
    """Return the header of ``width`` columns that came before ``Media``, and that."""
    return [*(DISPLAY + MACHINE)[: width - 1], "Media"]


def in_2021(width: int) -> list[str]:
    """Return the header of 2021: two columns fewer before the machine block, markup in labels."""

    def marked(label: str) -> str:
        key = label.lower().replace(" ", "_")
        where = f"en-US.lib.export.portability_exporter.activities.horton_values.{key}"
        return (
            f'<span class="translation_missing" title="translation missing: {where}">{label}</span>'
        )

    display = [
        label for label in DISPLAY if label not in {"Max Heart Rate", "Activity Private Note"}
    ]
    machine = [
        marked(label) if label in {"Type", "Start Time", "Jump Count", "Flagged"} else label
        for label in MACHINE
    ]
    return [*(display + machine)[: width - 1], "Media"]


def strava_row(
    header: Sequence[str], display: Mapping[str, str], machine: Mapping[str, str]
) -> list[str]:
    """Fill a row: ``display`` by the first column of each label, ``machine`` by the last."""
    cells = [""] * len(header)
    for label, value in display.items():
        cells[header.index(label)] = value
    for label, value in machine.items():
        cells[len(header) - 1 - list(reversed(header)).index(label)] = value
    return cells


def csv_text(rows: Iterable[Sequence[str]], delimiter: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


def saved(folder: Path, text: str, encoding: str = "utf-8", name: str = "activities.csv") -> Path:
    path = folder / name
    path.write_bytes(
        text.encode(encoding, errors="surrogatepass" if encoding == "utf-8" else "strict")
    )
    return path


def options(
    *mapping: str,
    zone: tzinfo = UTC,
    decimal: DecimalMark = DecimalMark.DOT,
    order: DateOrder = DateOrder.DAY_FIRST,
) -> ImportOptions:
    return ImportOptions(zone, Notation(UnitSystem.METRIC, decimal), order, MEASURES, mapping)


def only(kind: type[Item], items: Iterable[ImportItem]) -> list[Item]:
    """Return all items, which must be of one kind."""
    found = list(items)
    assert all(isinstance(item, kind) for item in found), found
    return [item for item in found if isinstance(item, kind)]
