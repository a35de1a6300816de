"""The definition of an activity, from JSON."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from stridelog.domain.activity import Activity
from stridelog.domain.definition import check_references
from stridelog.domain.measure import Direction, Kind, Measure, Ratio, Term
from stridelog.domain.plain_text import shown
from stridelog.domain.quantity import known_units
from stridelog.domain.units import Dimension
from stridelog.importers._export import EntryError, label_of, name_of
from stridelog.importers.stride_json import fields

_Choice = TypeVar("_Choice", bound=StrEnum)


def activity_of(value: object) -> Activity:
    """Return an activity, whose measures fit together. Raises ``StrideError``."""
    members = fields.object_of(value, "An activity")
    activity = Activity(
        name=name_of(fields.text(members, "name"), "an activity"),
        area=label_of(fields.text(members, "area")),
        measures=tuple(map(_measure, fields.items(members, "measures"))),
        retired=fields.flag(members, "retired"),
    )
    names = [measure.name for measure in activity.measures]
    if len(names) != len(set(names)):
        raise EntryError(f"{activity.name} has two measures of the same name.")
    check_references(activity)
    return activity


def _measure(value: object) -> Measure:
    members = fields.object_of(value, "A measure")
    ratio = members.get("ratio")
    kind = _choice(Kind, members, "kind")
    if (ratio is None) is (kind is Kind.DERIVED):
        raise EntryError("A measure must have a ratio if it is derived, and only then.")
    dimension = _choice(Dimension, members, "dimension")
    unit = fields.text(members, "unit", "")
    if unit and unit not in known_units(dimension):
        raise EntryError(f'"{shown(unit)}" is no unit of a {dimension}.')
    return Measure(
        name=name_of(fields.text(members, "name"), "a measure"),
        kind=kind,
        dimension=dimension,
        direction=_choice(Direction, members, "direction"),
        unit=unit,
        weight=fields.text(members, "weight", ""),
        ratio=None if ratio is None else _ratio(ratio),
        retired=fields.flag(members, "retired"),
    )


def _ratio(value: object) -> Ratio:
    members = fields.object_of(value, "A ratio")
    numerator = tuple(map(_term, fields.items(members, "numerator")))
    denominator = tuple(map(_term, fields.items(members, "denominator")))
    for side in (numerator, denominator):
        if not side or len(side) != len({term.measure for term in side}):
            raise EntryError("A ratio has measures on both sides, each of them once.")
    return Ratio(numerator, denominator, fields.number(members, "scale"))


def _term(value: object) -> Term:
    members = fields.object_of(value, "A term of a ratio")
    return Term(fields.text(members, "measure"), fields.number(members, "coefficient"))


def _choice(choices: type[_Choice], members: Mapping[str, object], name: str) -> _Choice:
    value = fields.text(members, name)
    try:
        return choices(value)
    except ValueError as error:
        raise EntryError(f'"{shown(value)}" is no {name} that stride knows.') from error
