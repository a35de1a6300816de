"""Parts of pages that the code itself tells, as Markdown."""

import tomllib
from collections.abc import Iterable
from typing import Any

from command_reference import reference
from markdown_tables import table
from pages import REPOSITORY

from stridelog.domain import additions
from stridelog.domain.activity import built_in_activities
from stridelog.domain.measure import Kind
from stridelog.domain.quantity import known_units
from stridelog.domain.units import BASE_UNIT, Dimension
from stridelog.runtime.config import KEYS


def _activities() -> str:
    """Return the built-in activities, with their measures by kind."""
    rows = []
    for activity in built_in_activities():
        by_kind = [
            ", ".join(m.name for m in activity.measures if m.kind is kind) or "–" for kind in Kind
        ]
        rows.append((f"`{activity.name}`", activity.area, *by_kind))
    return table(("activity", "area", "summed", "averaged", "worked out"), rows)


def _dimensions() -> str:
    """Return every dimension with its base unit and the units it is typed and shown in."""
    return table(
        ("dimension", "base unit", "units"),
        (
            (dimension, f"`{BASE_UNIT[dimension]}`", _code(known_units(dimension)))
            for dimension in Dimension
        ),
    )


def _settings() -> str:
    """Return every setting with what it means, what it can be and what it is at first."""
    return table(
        ("setting", "what it does", "can be", "at first"),
        (
            (f"`{key.name}`", key.meaning, key.allowed, f"`{key.default}`" if key.default else "–")
            for key in KEYS.values()
        ),
    )


def _rooms() -> str:
    """Return the layers of the import contracts, from top to bottom."""
    (contract,) = (c for c in _contracts() if c["type"] == "layers")
    layers = enumerate(contract["layers"], start=1)
    return "".join(f"{at}. {_code(layer.split(' | '))}\n" for at, layer in layers)


def _libraries() -> str:
    """Return the libraries that have a room of their own, and which it is."""
    rows = (
        (_code(contract["protected_modules"]), _code(_without_package(_importers(contract))))
        for contract in _contracts()
        if contract["type"] == "protected"
    )
    return table(("library", "known in"), rows)


def _importers(contract: dict[str, Any]) -> list[str]:
    """Return who may import what a contract protects, exceptions included."""
    exceptions = contract.get("ignore_imports", [])
    return [*contract["allowed_importers"], *(rule.partition(" -> ")[0] for rule in exceptions)]


def _without_package(names: Iterable[str]) -> Iterable[str]:
    return (name.removeprefix("stridelog.") for name in names)


def _contracts() -> list[dict[str, Any]]:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    contracts: list[dict[str, Any]] = project["tool"]["importlinter"]["contracts"]
    return contracts


def _additions(package: str) -> str:
    """Return the modules of a package of additions, with what each is for."""
    rows = (
        (f"`{name}`", additions.load(f"stridelog.{package}", name).SUMMARY)
        for name in additions.names(f"stridelog.{package}")
    )
    return table(("module", "what it is for"), rows)


def _code(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


GENERATED = {
    "activities": _activities,
    "commands": reference,
    "dimensions": _dimensions,
    "exporters": lambda: _additions("exporters"),
    "goals": lambda: _additions("goals"),
    "importers": lambda: _additions("importers"),
    "libraries": _libraries,
    "milestones": lambda: _additions("milestones"),
    "panels": lambda: _additions("panels"),
    "reports": lambda: _additions("reports"),
    "rooms": _rooms,
    "settings": _settings,
}
"""What stands between ``<!-- generated: NAME -->`` and ``<!-- end -->``."""
