"""The names of activities and measures."""

from stridelog.domain.errors import UsageError
from stridelog.domain.plain_text import shown

RESERVED = frozenset(
    {
        "activity",
        "at",
        "date",
        "effort",
        "everything",
        "frequency",
        "gear",
        "note",
        "place",
        "tags",
    }
)
"""Names that mean something else in a line, a form, a file or a report."""

LONGEST_NAME = 40
"""Characters that the name of an activity or a measure may have."""


class DefinitionError(UsageError):
    """A definition cannot be understood, or contradicts another."""


def definition_name(text: str, what: str) -> str:
    """Return the name of an activity or a measure as it is kept: small letters and dashes.

    Raises ``DefinitionError``.
    """
    name = "-".join(text.lower().split())
    ok = name[:1].isalpha() and all(_belongs_to_a_name(c) for c in name)
    if not ok or len(name) > LONGEST_NAME or name in RESERVED:
        raise DefinitionError(
            f'"{shown(text)}" cannot be the name of {what}.',
            f"Begin with a letter; letters, digits and dashes, {LONGEST_NAME} at most; "
            f"not {', '.join(sorted(RESERVED))}.",
        )
    return name


def _belongs_to_a_name(character: str) -> bool:
    if character.isascii():
        return character.isalnum() or character in "-_"
    from unicodedata import category

    # Letters and digits of every script, and the marks that belong to them.
    return category(character)[0] in "LMN"
