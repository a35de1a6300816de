"""Additions: things that are one module each (a report, a format), found by listing a package."""

from functools import cache
from types import ModuleType

from stridelog.domain.errors import UsageError


class UnknownAdditionError(UsageError):
    """A package has no module of that name."""


@cache
def names(package: str) -> tuple[str, ...]:
    """Return the names of the modules and packages in ``package``, sorted; none is imported.

    Names that begin with an underscore belong to what several additions share, and are left out.
    """
    from importlib import import_module
    from pkgutil import iter_modules

    found = (module.name for module in iter_modules(import_module(package).__path__))
    return tuple(sorted(name for name in found if not name.startswith("_")))


def load(package: str, name: str) -> ModuleType:
    """Import the addition ``name`` of ``package``. Raises ``UnknownAdditionError``."""
    from importlib import import_module

    known = names(package)
    if name not in known:
        raise UnknownAdditionError(f'"{name}" is not known here.', f"There is: {', '.join(known)}.")
    return import_module(f"{package}.{name}")
