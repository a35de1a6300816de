"""The pages of documentation: where they are, and what they say."""

from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
README = REPOSITORY / "README.md"
DOCS = REPOSITORY / "docs"

PAGES = {page.name: page for page in (README, *sorted(DOCS.glob("*.md")))}
"""Every page by its name; those in ``docs`` lie beside each other."""


def said(name: str) -> str:
    """Return the text of a page."""
    return PAGES[name].read_text(encoding="utf-8")
