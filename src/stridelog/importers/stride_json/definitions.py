"""The definition of an activity, from JSON."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from stridelog.domain.activity import Activity
from stridelog.domain.measure import Direction, Kind, Measure, Ratio, Term
from stridelog.domain.plain_text import shown
from stridelog.domain.units import Dimension
from stridelog.importers._export import EntryError
from stridelog.importers.stride_json import fields

_Choice = TypeVar("_Choice", bound=StrEnum)


def activity_of(value: object) -> Activity:
    """Return an activity. Raises ``EntryError``."""
    members = fields.object_of(value, "An activity")
    return Activity(
        name=fields.text(members, "name"),
        area=fields.text(members, "area"),
        measures=tuple(map(_measure, fields.items(members, "measures"))),
        retired=fields.flag(members, "retired"),
    )


def _measure(value: object) -> Measure:
    members = fields.object_of(value, "A measure")
    ratio = members.get("ratio")
    kind = _choice(Kind, members, "kind")
    if (ratio is None) is (kind is Kind.DERIVED):
        raise EntryError("A measure must have a ratio if it is derived, and only then.")
    return Measure(
        name=fields.text(members, "name"),
        kind=kind,
        dimension=_choice(Dimension, members, "dimension"),
        direction=_choice(Direction, members, "direction"),
        unit=fields.text(members, "unit", ""),
        weight=fields.text(members, "weight", ""),
        ratio=None if ratio is None else _ratio(ratio),
        retired=fields.flag(members, "retired"),
    )


def _ratio(value: object) -> Ratio:
    members = fields.object_of(value, "A ratio")
    return Ratio(
        numerator=tuple(map(_term, fields.items(members, "numerator"))),
        denominator=tuple(map(_term, fields.items(members, "denominator"))),
        scale=fields.number(members, "scale"),
    )


def _term(value: object) -> Term:
    members = fields.object_of(value, "A term of a ratio")
    return Term(fields.text(members, "measure"), fields.number(members, "coefficient"))


def _choice(choices: type[_Choice], members: Mapping[str, object], name: str) -> _Choice:
    value = fields.text(members, name)
    try:
        return choices(value)
    except ValueError as error:
        raise EntryError(f'"{shown(value)}" is no {name} that stride knows.') from error
