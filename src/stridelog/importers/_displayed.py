"""Numbers and durations as other programs write them for people, in any language."""

import re

from stridelog.domain.errors import StrideError
from stridelog.domain.plain_text import shown

_BETWEEN = re.compile(r"[\s'\N{RIGHT SINGLE QUOTATION MARK}]")
_MARK = re.compile(r"[.,]")
_NUMBER = re.compile(r"\d{1,3}(?:([.,])\d{3})+(?!\1)[.,]\d+|\d+(?:[.,]\d*)?|[.,]\d+", re.ASCII)
_GROUPED = re.compile(r"[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*", re.ASCII)
_TELLING = re.compile(r"\d+(?:[.,]\d{3})*([.,])\d{1,2}", re.ASCII)
_CLOCK = re.compile(
    r"(?:(?P<hours>\d{1,4}):(?P<of_hour>[0-5]?\d)|(?P<minutes>\d{1,4}))"
    r":(?P<seconds>[0-5]?\d(?:[.,]\d{1,9})?)",
    re.ASCII,
)

_TOO_LARGE = 1e15
"""Nothing that people measure; beyond, products of numbers would not be finite."""


class DisplayedError(StrideError):
    """A cell is no number, or no duration."""


def decimal_mark(text: str) -> str:
    """Return the decimal mark that a number gives away, as ``5,02`` does; empty if it does not."""
    match = _TELLING.fullmatch(_BETWEEN.sub("", text))
    return match[1] if match else ""


def number(text: str, mark: str = "") -> float:
    """Return a number of people's: ``1,079``, ``1.079,50``, ``5,02``. Raises ``DisplayedError``.

    Of a dot and a comma the last is the decimal mark. Alone before three digits, either groups
    thousands, unless it is ``mark``, which is known to be the decimal one.
    """
    plain = _BETWEEN.sub("", text)
    grouped = _GROUPED.fullmatch(plain)
    if grouped and (grouped[1] != mark or plain.count(mark) > 1):
        plain = _MARK.sub("", plain)
    if not _NUMBER.fullmatch(plain):
        raise DisplayedError(f'"{shown(text)}" is no number.')
    *whole, part = _MARK.split(plain)
    value = float(f"{''.join(whole)}.{part}" if whole else part)
    if value >= _TOO_LARGE:
        raise DisplayedError(f"{shown(text)} is too large a number.")
    return value


def seconds(text: str) -> float:
    """Return a duration: ``1:02:03``, ``00:27:37.5``, ``27:37``. Raises ``DisplayedError``."""
    clock = _CLOCK.fullmatch(text.strip())
    if clock is None:
        raise DisplayedError(f'"{shown(text)}" is no duration.')
    minutes = int(clock["hours"] or 0) * 60 + int(clock["of_hour"] or clock["minutes"])
    return minutes * 60 + float(clock["seconds"].replace(",", "."))
