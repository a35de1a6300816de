"""What stays in one line where lines are folded: a number and its unit."""

import re

_UNIT = re.compile("(?<=[0-9]) (?=(?:%|[a-z]{1,3})(?![a-z]))")
"""The blank between a number and a unit."""

_SOLID = "\ue000"
"""What stands for that blank meanwhile."""


def joined(text: str) -> str:
    """Return a text whose numbers are words with their units; ``apart`` undoes it.

    Where somebody wrote the character that it takes, the text stays as it is.
    """
    return text if _SOLID in text else _UNIT.sub(_SOLID, text)


def apart(text: str, original: str) -> str:
    """Return a part of what became of an ``original`` text as it was."""
    return text if _SOLID in original else text.replace(_SOLID, " ")
