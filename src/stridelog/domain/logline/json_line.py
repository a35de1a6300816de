"""One entry as a line of JSON: ``{"activity": "run", "distance": "10k", "duration": 3042}``."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import NoReturn

from stridelog.domain.activity import Activity
from stridelog.domain.logline import refusal
from stridelog.domain.logline.line import LineError
from stridelog.domain.logline.reading import LineReader, value_of
from stridelog.domain.measure import Kind, Measure
from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import shown
from stridelog.domain.quantity import DecimalMark, Notation, parse_in_unit

TEXTS = ("activity", "at", "day", "on", "place", "gear", "note")

LISTS = ("tags", "with")

VALUES = ("measurements", "values")
"""Objects that hold values by the measure's name: the export's own, and that of every answer."""

LEFT_OUT = ("number", "uid", "origins", "segments")
"""What tells an entry of a journal apart from others; one that is logged gets its own."""

KEYS = (*TEXTS, *LISTS, "effort", *VALUES)

EXAMPLE = '{"activity": "run", "distance": "10k", "duration": 3042}'


@dataclass(frozen=True, slots=True)
class JsonLine:
    """What the line says, as it says it. ``others`` are keys that name measures, or nothing."""

    texts: Mapping[str, str]
    tags: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    effort: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    others: Mapping[str, object] = field(default_factory=dict)


def read_json_line(line: str) -> JsonLine:
    """Return what a line of JSON says. Raises ``LineError``."""
    members = {key: value for key, value in _object(line).items() if value is not None}
    effort = members.get("effort", "")
    if isinstance(effort, bool) or not isinstance(effort, int | str):
        raise LineError("Its effort is no whole number.", '"effort": 7')
    known = {*KEYS, *LEFT_OUT}
    measurements = _mapping("measurements", members.get("measurements", {}))
    others = [(key, value) for key, value in members.items() if key not in known]
    return JsonLine(
        texts={key: _text(key, members[key]) for key in TEXTS if key in members},
        tags=_texts("tags", members.get("tags", [])),
        company=_texts("with", members.get("with", [])),
        effort=_number(effort) if effort != "" else "",
        values=_mapping("values", members.get("values", {})),
        others=_once([*measurements.items(), *others]),
    )


def measurements_of(line: JsonLine, activity: Activity, notation: Notation) -> Mapping[str, float]:
    """Return the values of the line in base units. Raises ``LineError`` and ``QuantityError``.

    A text is a quantity as one types it, a number is in base units, ``{"value", "unit"}`` in the
    unit. What is worked out is left out among ``values``: there stride itself has put it.
    """
    reader = LineReader(activity, notation)
    for name, value in (*line.values.items(), *line.others.items()):
        measure = activity.measure(name)
        if measure is None or measure.retired:
            raise _no_such_key(activity, name)
        if value is None or (name in line.values and measure.kind is Kind.DERIVED):
            continue
        reader.put(measure, _value(measure, value, notation), f"{name}={shown(str(value))}")
    return reader.line().measurements


def _value(measure: Measure, value: object, notation: Notation) -> float:
    if isinstance(value, str):
        return value_of(value, measure, notation)
    unit: object = measure.base_unit
    if isinstance(value, Mapping) and value.keys() == {"value", "unit"}:
        unit = value["unit"]
        value = value["value"]
    if not isinstance(unit, str):
        raise LineError(f"The unit of the {measure.name} is no text.", _how_to_say(measure))
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise LineError(f"The {measure.name} is no number and no text.", _how_to_say(measure))
    as_numbers_are = replace(notation, decimal=DecimalMark.DOT)
    return parse_in_unit(_number(value), unit, measure.dimension, as_numbers_are)


def _how_to_say(measure: Measure) -> str:
    return f'"{measure.name}": {{"value": …, "unit": "{measure.base_unit}"}}, or in quotes.'


def _no_such_key(activity: Activity, name: str) -> LineError:
    if activity.measure(name) is not None:
        return refusal.no_such_measure(activity, name)
    known = [*KEYS, *(measure.name for measure in activity.loggable)]
    guess = nearest(name, known)
    return LineError(
        f'There is no key "{shown(name)}".' + (f" Did you mean {guess}?" if guess else ""),
        f"There is: {', '.join(known)}.",
    )


def _object(line: str) -> Mapping[str, object]:
    try:
        found = json.loads(line, parse_constant=_refuse, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise LineError(
            f"This is no whole JSON object: it goes wrong at character {error.colno}.", EXAMPLE
        ) from None
    except (ValueError, RecursionError):  # a number of thousands of digits, a nest of thousands
        raise LineError("This is more than one entry can say.", EXAMPLE) from None
    assert isinstance(found, dict)  # noqa: S101 (it begins with a brace)
    return found


def _refuse(constant: str) -> NoReturn:
    raise LineError(f"{constant} is no number.", "Leave it out.")


def _once(members: Iterable[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in members:
        if key in found:
            raise LineError(f'"{shown(key)}" stands there twice.', "Keep one of them.")
        found[key] = value
    return found


def _text(key: str, value: object) -> str:
    if not isinstance(value, str):
        raise LineError(f"Its {key} is no text.", f'"{key}": "…"')
    return value


def _texts(key: str, value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(value.split())
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise LineError(f"Its {key} are no list of texts.", f'"{key}": ["…"]')
    return tuple(value)


def _mapping(key: str, value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise LineError(f"Its {key} are no object.", f'"{key}": {{"distance": "10k"}}')
    return value


def _number(value: float | str) -> str:
    """Spell a number without an exponent, to the last bit."""
    if isinstance(value, str):
        return value
    number = Decimal(repr(value))
    if not number.is_finite():
        raise LineError("A number is larger than any entry can hold.", "Write it smaller.")
    return f"{number:f}"
