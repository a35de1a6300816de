"""Print the oldest run-time dependencies that pyproject.toml allows, as constraints for pip."""

import re
import sys
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parent.parent / "pyproject.toml"

REQUIREMENT = re.compile(r"(?P<name>[\w-]+)>=(?P<oldest>[\w.]+)(?P<marker>\s*;.*)?")


def oldest(requirement: str) -> str:
    """Return ``requirement`` with its lower bound as the only version that will do.

    A bound that was never released makes pip fail, as it should.
    """
    found = REQUIREMENT.fullmatch(requirement)
    if found is None:
        sys.exit(f"{PROJECT.name}: {requirement!r} is not of the form NAME>=VERSION.")
    return f"{found['name']}=={found['oldest']}{found['marker'] or ''}"


if __name__ == "__main__":
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    sys.stdout.writelines(f"{oldest(wanted)}\n" for wanted in project["dependencies"])
