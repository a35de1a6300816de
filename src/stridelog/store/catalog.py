"""The activities of a journal with their measures, read by name and by id."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace

from stridelog.domain.activity import Activity
from stridelog.domain.measure import Direction, Kind, Measure, Ratio, Term
from stridelog.domain.units import Dimension


@dataclass(frozen=True, slots=True)
class Listed:
    """An activity as it stands in the journal, with the ids of its rows."""

    id: int
    activity: Activity
    measure_ids: Mapping[str, int]

    def id_of(self, measure: str) -> int:
        """Return the id of one of its measures."""
        return self.measure_ids[measure]


Catalog = Mapping[str, Listed]
"""Every activity by its name, in the order in which they were made."""


def read_catalog(connection: sqlite3.Connection) -> dict[str, Listed]:
    """Read every activity, retired ones too, in three statements."""
    rows = connection.execute(
        """
        SELECT activity_id, id, name, kind, dimension, direction, unit, weight_id, scale, retired
        FROM measure ORDER BY activity_id, position
        """
    ).fetchall()
    names = {row[1]: row[2] for row in rows}
    ratios = _ratios(connection, names)
    measures: dict[int, list[tuple[int, Measure]]] = {}
    for activity_id, id_, name, kind, dimension, direction, unit, weight, scale, retired in rows:
        parts = ratios.get(id_)
        measure = Measure(
            name=name,
            kind=Kind(kind),
            dimension=Dimension(dimension),
            direction=Direction(direction),
            unit=unit,
            weight=names[weight] if weight else "",
            ratio=Ratio(tuple(parts[0]), tuple(parts[1]), scale) if parts else None,
            retired=bool(retired),
        )
        measures.setdefault(activity_id, []).append((id_, measure))
    return {
        name: _listed(id_, Activity(name, area, retired=bool(retired)), measures.get(id_, []))
        for id_, name, area, retired in connection.execute(
            "SELECT id, name, area, retired FROM activity ORDER BY id"
        )
    }


def activities(connection: sqlite3.Connection) -> dict[str, Activity]:
    """Return every activity by its name."""
    return {name: listed.activity for name, listed in read_catalog(connection).items()}


def _listed(id_: int, activity: Activity, measures: list[tuple[int, Measure]]) -> Listed:
    whole = replace(activity, measures=tuple(measure for _, measure in measures))
    return Listed(id_, whole, {measure.name: measure_id for measure_id, measure in measures})


def _ratios(
    connection: sqlite3.Connection, names: Mapping[int, str]
) -> dict[int, tuple[list[Term], list[Term]]]:
    """Return numerator and denominator of each derived measure, by its id."""
    ratios: dict[int, tuple[list[Term], list[Term]]] = {}
    for measure, part, term, coefficient in connection.execute(
        """
        SELECT measure_id, part, term_id, coefficient FROM measure_term
        JOIN measure ON measure.id = term_id ORDER BY measure_id, measure.position
        """
    ):
        sides = ratios.setdefault(measure, ([], []))
        sides[part == "denominator"].append(Term(names[term], coefficient))
    return ratios


def entries_of_activities(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many entries each activity has; those without are left out."""
    return dict(
        connection.execute(
            """
            SELECT activity.name, SUM(entries)
            FROM day_count JOIN activity ON activity.id = day_count.activity_id GROUP BY activity.id
            """
        )
    )
