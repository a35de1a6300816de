"""Nothing is missing in the documentation, and nothing leads nowhere."""

import re
from collections.abc import Iterator

import pytest
from command_reference import every_command
from executed_pages import commands, console_blocks
from pages import DOCS, PAGES, README, said

from stridelog import __version__
from stridelog.cli.app import INTERRUPTED
from stridelog.domain.errors import StrideError

LINK = re.compile(r"\]\(([^)\s]+)\)|(?:src|href)=\"([^\"]+)\"")
CODE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)

INSTALLING = (
    "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/stride demo compare --years 5",
    "python3 -m venv .venv && .venv/bin/pip install -e '.[dev]' && .venv/bin/pytest",
)
"""What works on a machine with Python and nothing else."""


def typed_on(name: str) -> list[str]:
    return [command.line for block in console_blocks(said(name)) for command in commands(block)]


def anchors_of(name: str) -> set[str]:
    titles = [
        found[1].lower() for line in said(name).splitlines() if (found := HEADING.match(line))
    ]
    return {re.sub(r"[^\w\- ]", "", title).replace(" ", "-") for title in titles}


def links_of(name: str) -> Iterator[str]:
    for markdown, html in LINK.findall(CODE.sub("", said(name))):
        yield markdown or html


def test_every_command_is_shown_in_an_example() -> None:
    typed = [line for name in PAGES for line in typed_on(name)]
    missing = [c for c in every_command() if not any(f"stride {c}" in line for line in typed)]
    assert missing == []


@pytest.mark.parametrize("name", PAGES)
def test_every_link_of_a_page_leads_somewhere(name: str) -> None:
    for link in links_of(name):
        path, _, anchor = link.partition("#")
        if "://" in path:
            continue
        target = (PAGES[name].parent / path).resolve() if path else PAGES[name]
        assert target.exists(), link
        assert not anchor or anchor in anchors_of(target.name), link


def test_the_readme_leads_to_every_page() -> None:
    linked = {(README.parent / link).resolve() for link in links_of("README.md")}
    assert set(DOCS.glob("*.md")) <= linked


@pytest.mark.parametrize("command", INSTALLING)
def test_the_readme_tells_how_to_install(command: str) -> None:
    assert command in said("README.md").splitlines()


def test_every_exit_code_is_explained_and_shown() -> None:
    codes = {0, INTERRUPTED, StrideError.exit_code}
    codes |= {error.exit_code for error in StrideError.__subclasses__()}
    page = said("exit-codes.md")
    explained = {int(code) for code in re.findall(r"^\| `(\d+)` \|", page, re.MULTILINE)}
    shown = {int(code) for code in re.findall(r"^\$ echo \$\?\n(\d+)$", page, re.MULTILINE)}
    assert explained == shown == codes


def test_the_changelog_begins_with_this_version() -> None:
    assert re.findall(r"^## (\S+)", said("changelog.md"), re.MULTILINE)[0] == __version__
