"""An entry, from JSON."""

from collections.abc import Iterable, Iterator, Mapping

from stridelog.domain.entry import Draft
from stridelog.domain.measure import Kind, Measure
from stridelog.domain.plain_text import shown
from stridelog.importers._export import (
    EntryError,
    day_near,
    effort_of,
    label_of,
    name_of,
    number_of,
    time_of,
)
from stridelog.importers.stride_json import fields
from stridelog.importers.stride_json.origins import origin_of, segments_of

Units = Mapping[str, str]
"""The base unit of each measure that can have a value, by its name."""


def units_of(measures: Iterable[Measure]) -> Units:
    """Return the units in which values of these measures are written."""
    return {m.name: m.base_unit for m in measures if m.kind is not Kind.DERIVED}


def draft_of(value: object, row: int, units: Mapping[str, Units], others: Units) -> Draft:
    """Return the entry that stands at ``row`` as a draft. Raises ``StrideError``.

    ``units`` are those of each activity that the file defines, ``others`` those of what entries
    of other activities may have.
    """
    members = fields.object_of(value, "The entry")
    activity = name_of(fields.text(members, "activity"), "an activity")
    at = time_of(fields.text(members, "at"))
    day = fields.text(members, "day", "")
    effort, number = fields.whole(members, "effort"), fields.whole(members, "number")
    measurements = fields.object_of(members.get("measurements", {}), "What was measured")
    return Draft(
        activity=activity,
        at=at,
        measurements=dict(_values(measurements, units.get(activity, others))),
        tags=tuple(map(_tag, fields.items(members, "tags"))),
        place=fields.text(members, "place", ""),
        gear=fields.text(members, "gear", ""),
        effort=None if effort is None else effort_of(effort),
        note=fields.text(members, "note", ""),
        origins=tuple(map(origin_of, fields.items(members, "origins"))),
        segments=segments_of(fields.items(members, "segments")),
        uid=label_of(fields.text(members, "uid", "")),
        number=None if number is None else number_of(number),
        row=row,
        day=day_near(day, at) if day else None,
    )


def _values(measurements: Mapping[str, object], units: Units) -> Iterator[tuple[str, float]]:
    """Give each value in base units, which is what its unit must be."""
    for name, value in measurements.items():
        members = fields.object_of(value, f'The measurement "{shown(name)}"')
        if name not in units:
            raise EntryError(f'Its activity has no measure "{shown(name)}" that is logged.')
        unit = fields.text(members, "unit")
        if unit != units[name]:
            raise EntryError(f'"{shown(unit)}" is not the base unit of {name}.')
        yield name, fields.number(members, "value")


def _tag(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise EntryError("One of its tags is no text.")
    return value
