"""No library slips past the import contracts: each is declared, and has its rooms named."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

OURS = {"stridelog"}

DATA = {"tzdata"}
"""Dependencies that are data for the standard library, which no module imports by name."""


def imported(file: Path) -> Iterator[str]:
    """Yield the packages that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} imports by a relative path"
            yield str(node.module).partition(".")[0]


def libraries() -> set[str]:
    """Return the packages outside the standard library that the program imports."""
    files = (ROOT / "src").rglob("*.py")
    return {name for file in files for name in imported(file)} - sys.stdlib_module_names - OURS


def test_the_program_imports_the_libraries_that_it_declares_and_no_others() -> None:
    declared = {
        found[0]
        for requirement in PROJECT["project"]["dependencies"]
        if (found := re.match(r"[\w-]+", requirement))
    }
    assert libraries() == declared - DATA


def test_a_contract_names_the_rooms_of_every_library() -> None:
    contracts = PROJECT["tool"]["importlinter"]["contracts"]
    protected = {name for c in contracts for name in c.get("protected_modules", ())}
    assert libraries() == protected - sys.stdlib_module_names
