"""An entry, from JSON."""

from collections.abc import Iterator, Mapping

from stridelog.domain.entry import Draft, Origin
from stridelog.domain.plain_text import shown
from stridelog.domain.units import BASE_UNIT
from stridelog.importers._export import EntryError, day_near, effort_of, number_of, time_of
from stridelog.importers.stride_json import fields

Units = dict[str, dict[str, str]]
"""The base units of the measures of each activity that the file defines."""


def draft_of(value: object, row: int, units: Units) -> Draft:
    """Return the entry that stands at ``row`` as a draft. Raises ``EntryError``."""
    members = fields.object_of(value, "The entry")
    activity = fields.text(members, "activity")
    at = time_of(fields.text(members, "at"))
    day = fields.text(members, "day", "")
    effort, number = fields.whole(members, "effort"), fields.whole(members, "number")
    measurements = fields.object_of(members.get("measurements", {}), "What was measured")
    return Draft(
        activity=activity,
        at=at,
        measurements=dict(_values(measurements, units.get(activity))),
        tags=tuple(map(_tag, fields.items(members, "tags"))),
        place=fields.text(members, "place", ""),
        gear=fields.text(members, "gear", ""),
        effort=None if effort is None else effort_of(effort),
        note=fields.text(members, "note", ""),
        origins=tuple(map(_origin, fields.items(members, "origins"))),
        uid=fields.text(members, "uid", ""),
        number=None if number is None else number_of(number),
        row=row,
        day=day_near(day, at) if day else None,
    )


def _values(
    measurements: Mapping[str, object], units: Mapping[str, str] | None
) -> Iterator[tuple[str, float]]:
    """Give each value in base units, which is what its unit must be."""
    for name, value in measurements.items():
        members = fields.object_of(value, f'The measurement "{shown(name)}"')
        unit = fields.text(members, "unit")
        expected = BASE_UNIT.values() if units is None else [units.get(name, "")]
        if unit not in expected:
            raise EntryError(f'"{shown(unit)}" is not the base unit of {shown(name)}.')
        yield name, fields.number(members, "value")


def _tag(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise EntryError("One of its tags is no text.")
    return value


def _origin(value: object) -> Origin:
    members = fields.object_of(value, "Where it came from")
    return Origin(fields.text(members, "source"), fields.text(members, "key"))
