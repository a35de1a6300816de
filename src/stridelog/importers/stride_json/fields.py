"""The members of a JSON object, with the types that they must have."""

import math
from collections.abc import Mapping

from stridelog.domain.plain_text import shown
from stridelog.importers._export import EntryError


def object_of(value: object, what: str) -> Mapping[str, object]:
    """Return ``value`` as an object. Raises ``EntryError``."""
    if not isinstance(value, dict):
        raise EntryError(f"{what} is no JSON object.")
    return value


def text(members: Mapping[str, object], name: str, default: str | None = None) -> str:
    """Return a text; ``default`` where it is missing or null. Raises ``EntryError``."""
    value = members.get(name)
    if value is None and default is not None:
        return default
    if value is None or (not value and default is None):
        raise EntryError(f"Its {name} is missing.")
    if not isinstance(value, str):
        raise EntryError(f"Its {name} is no text.")
    return value


def items(members: Mapping[str, object], name: str) -> list[object]:
    """Return a list; empty where it is missing. Raises ``EntryError``."""
    value = members.get(name, [])
    if not isinstance(value, list):
        raise EntryError(f"Its {name} are no list.")
    return value


def flag(members: Mapping[str, object], name: str) -> bool:
    """Return a truth value; false where it is missing. Raises ``EntryError``."""
    value = members.get(name, False)
    if not isinstance(value, bool):
        raise EntryError(f"Its {name} is neither true nor false.")
    return value


def number(members: Mapping[str, object], name: str) -> float:
    """Return a finite number. Raises ``EntryError``."""
    value = members.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise EntryError(f"Its {name} is no number.")
    try:
        result = float(value)
    except OverflowError:
        result = math.inf
    if not math.isfinite(result):
        raise EntryError(f"Its {name} is too large a number.")
    return result


def whole(members: Mapping[str, object], name: str) -> int | None:
    """Return a whole number; None where it is missing or null. Raises ``EntryError``."""
    value = members.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int):
        raise EntryError(f"{shown(repr(value))} is no whole number.")
    return value
