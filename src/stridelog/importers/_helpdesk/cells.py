"""What the cells of a ticket say: how long somebody waited, and how they liked it."""

from stridelog.domain.errors import StrideError
from stridelog.domain.plain_text import plain
from stridelog.domain.quantity import Notation, parse_in_unit
from stridelog.domain.units import Dimension

MISSING = frozenset({"", "-", "--", "n/a", "na", "nan", "null", "none"})

UNSOLVED = frozenset(
    {"new", "open", "pending", "hold", "on-hold", "on hold", "deleted", "spam"}
    | {"waiting on customer", "waiting on third party", "in progress", "reopened"}
)
"""States in which a ticket that was solved once is solved no more."""

NOBODY = MISSING | {"no agent", "unassigned", "agent not assigned"}

_GOOD = """good, good with comment, goodwithcomment, awesome, great, excellent, positive,
    happy, very happy, extremely happy, satisfied, very satisfied, extremely satisfied,
    4, 5, 101, 102, 103"""
_NEUTRAL = "neutral, just okay, okay, ok, average, 3, 100"
_BAD = """bad, bad with comment, badwithcomment, not good, poor, terrible, negative,
    unhappy, very unhappy, extremely unhappy, dissatisfied, very dissatisfied,
    extremely dissatisfied, unsatisfied, 1, 2, -101, -102, -103"""
_NONE = "offered, unoffered, not offered, notoffered, not rated, no response, no rating"


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(","))


RATINGS: dict[str, bool | None] = {
    **dict.fromkeys(_words(_GOOD), True),
    **dict.fromkeys(_words(_NEUTRAL) + _words(_BAD), False),
    **dict.fromkeys((*MISSING, *_words(_NONE)), None),
}
"""Answers to *how was it?* in small letters: good, not good, or none was given.

Zendesk knows good and bad, or one to five stars; Freshdesk has something between the two, and
counts it as an answer that is not good.
"""

_MOST_DIGITS = 6
_LONGEST_WORD = 20

_IN_MILLISECONDS = {"s": 1_000, "min": 60_000, "h": 3_600_000}


class CellError(StrideError):
    """A cell does not say what its column should."""


def milliseconds_of(text: str, unit: str, notation: Notation, what: str) -> int | None:
    """Return a waiting time, None where there is none: empty, or negative by clocks that differ.

    A number in ``unit`` or a clock (in hours, ``7:30`` is seven hours and a half). Whole
    milliseconds, so that a sum of them does not depend on their order. Raises ``CellError``.
    """
    text = text.strip()
    if text.isdecimal() and len(text) <= _MOST_DIGITS:
        return int(text) * _IN_MILLISECONDS[unit]
    word = plain(text[:_LONGEST_WORD])
    if word in MISSING or word.startswith("-"):
        return None
    if word.startswith("0") and not word.strip("0:.,"):
        return 0
    try:
        return round(parse_in_unit(text, unit, Dimension.DURATION, notation) * 1_000)
    except StrideError as error:
        raise CellError(f"{what}: {error.message}") from error


def was_reopened(text: str, notation: Notation) -> bool:
    """Tell whether a number of reopenings is more than none. Raises ``CellError``."""
    text = text.strip()
    if text.isdecimal() and len(text) <= _MOST_DIGITS:
        return int(text) > 0
    if plain(text[:_LONGEST_WORD]) in MISSING:
        return False
    try:
        return parse_in_unit(text, "", Dimension.COUNT, notation) > 0
    except StrideError as error:
        raise CellError(f"reopened: {error.message}") from error
