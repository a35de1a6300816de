"""Every field of every JSON document is described, and shown."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from executed_pages import current
from pages import said
from terminal_sessions import Session

BY_NAME = {"about", "values", "measurements"}
"""Objects whose keys are the names of measures, or each rule's own."""


def paths(value: object, path: str = "", key: str = "") -> Iterator[str]:
    """Give the path of every value in a document: ``rows.then.n``."""
    if isinstance(value, dict) and value:
        for name, inner in value.items():
            step = "*" if key in BY_NAME else name
            yield from paths(inner, f"{path}.{step}".lstrip("."), name)
    elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
        for item in value:
            yield from paths(item, path)
    else:
        yield path


def described(section: str) -> set[str]:
    """Return the paths that a section's table names."""
    cells = re.findall(r"^\| (`.*?) \|", section, re.MULTILINE)
    return {path for cell in cells for path in re.findall(r"`(.*?)`", cell)}


def referred(section: str, anchor: str, paths: set[str]) -> set[str]:
    """Return the paths below the fields that a section describes by a link to another one."""
    fields = re.findall(rf"^\| `(\w+)` \|.*\(#{anchor}\)", section, re.MULTILINE)
    return {f"{field}.{path}" for field in fields for path in paths}


def without_parents(found: set[str]) -> set[str]:
    """Return the paths that are no beginning of another one."""
    return {path for path in found if not any(o.startswith(f"{path}.") for o in found)}


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Return the paths of every document that the page writes, by schema."""
    found: dict[str, set[str]] = {}
    with pytest.MonkeyPatch.context() as patch:
        session = Session(tmp_path_factory.mktemp("json"), patch)
        current(said("json.md"), session, {})
    for answer in session.answers:
        if answer.startswith("{"):
            document = json.loads(answer)
            schema = document.pop("schema")
            found[schema] = found.get(schema, set()) | set(paths(document))
    return found


SECTION = re.compile(r"^## (.+?)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)

SECTIONS: dict[str, str] = dict(SECTION.findall(said("json.md")))
"""The text of the page below each heading."""

DOCUMENTS = [title for title in SECTIONS if title.startswith("stride.")]


@pytest.mark.parametrize("schema", DOCUMENTS)
def test_every_field_is_described_and_shown(schema: str, documents: dict[str, set[str]]) -> None:
    fields = described(SECTIONS[schema])
    fields |= referred(SECTIONS[schema], "an-entry", described(SECTIONS["An entry"]))
    streak = {path.removeprefix("streaks.") for path in described(SECTIONS["stride.streaks/1"])}
    fields |= referred(SECTIONS[schema], "stridestreaks1", streak)
    milestone = {
        path.removeprefix("milestones.") for path in described(SECTIONS["stride.celebrate/1"])
    }
    fields |= referred(SECTIONS[schema], "stridecelebrate1", milestone - {"from", "to"})
    fields |= referred(SECTIONS[schema], "a-goal", described(SECTIONS["A goal"]))
    assert without_parents(fields) == without_parents(documents[schema])


def test_every_schema_of_the_program_is_described() -> None:
    source = Path(__file__).parents[2] / "src/stridelog"
    named = {
        schema
        for file in source.rglob("*.py")
        for schema in re.findall(r"stride\.[a-z_]+/\d", file.read_text(encoding="utf-8"))
    }
    assert named == set(DOCUMENTS)
