"""Words of a goal that belong together: ``1 500 km``, ``3 times a week``, ``40 km per month``.

What is shown of a goal can so be typed again.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from stridelog.domain.goal import Way
from stridelog.domain.quantity import put_together

_BEGUN, _GROUP = re.compile(r"[1-9][0-9]{0,2}(?:[0-9]{3})*"), re.compile(r"[0-9]{3}(?![0-9]).*")
"""The beginning of a number that is written in groups of three digits, and such a group."""

_EACH = frozenset({"a", "an", "per", "each", "every"})

PERIODS = frozenset({"week", "wk", "month", "mo", "day"})

_TIMES = frozenset({"times", "time", "x"})


_SIDES: Mapping[tuple[str, str], Way] = {
    ("at", "most"): "at most",
    ("at", "least"): "at least",
}


def side(words: Sequence[str]) -> tuple[Way | Literal[""], list[str]]:
    """Return on which side of its target a goal is reached, as far as it is said; other words."""
    for place in range(len(words) - 1):
        found = _SIDES.get((words[place].lower(), words[place + 1].lower()))
        if found:
            return found, [*words[:place], *words[place + 2 :]]
    return "", [*words]


def joined(words: Iterable[str]) -> list[str]:
    """Return the words with those as one that are one amount: ``1500 km``, ``3x``, ``3/week``."""
    grouped: list[str] = []
    for word in words:
        if grouped and _GROUP.fullmatch(word) and _BEGUN.fullmatch(grouped[-1]):
            grouped[-1] += word
        else:
            grouped.append(word)
    return _periods(put_together(_times(grouped)))


def _times(words: Iterable[str]) -> list[str]:
    found: list[str] = []
    for word in words:
        if found and word.lower() in _TIMES and found[-1].isdigit():
            found[-1] += "x"
        else:
            found.append(word)
    return found


def _periods(words: Iterable[str]) -> list[str]:
    """Put ``a week`` to the amount before it."""
    found: list[str] = []
    for word in words:
        amount = len(found) > 1 and found[-1].lower() in _EACH and found[-2][:1].isdigit()
        if amount and word.lower() in PERIODS:
            found.pop()
            found[-1] = f"{found[-1].removesuffix('x')}/{word.lower()}"
        else:
            found.append(word)
    return found
