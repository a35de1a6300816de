"""Cadences and weekdays as people type them and read them: ``3/week``, ``mon,fri``."""

import re
from collections.abc import Iterable, Mapping, Sequence

from stridelog.domain.cadence import EVERY_WEEKDAY, Cadence, CadenceUnit
from stridelog.domain.dates.names import WEEKDAYS, weekday_number
from stridelog.domain.errors import UsageError
from stridelog.domain.plain_text import plain, shown

MOST_TIMES: Mapping[CadenceUnit, int] = {"day": 24, "week": 100, "month": 300}
"""More often than that, nobody does anything."""

MOST_SKIPS = 31
"""Skips that a month can have."""

LONGEST_REASON = 200
"""Characters that the reason of a pause may have."""

WHOLE_JOURNAL = "everything"
"""What the whole journal is called among the activities."""

NO_WEEKDAYS = "none"
"""The word for no rest weekdays."""

CADENCE_HINT = "Say 3/week, 2/month, 1/day, daily, weekly or monthly."

_UNITS: Mapping[str, CadenceUnit] = {
    **dict.fromkeys(("day", "days", "d", "daily"), "day"),
    **dict.fromkeys(("week", "weeks", "wk", "w", "weekly"), "week"),
    **dict.fromkeys(("month", "months", "mo", "monthly"), "month"),
}
_COUNTS = {"": 1, "once": 1, "one": 1, "twice": 2, "two": 2, "three": 3, "four": 4, "five": 5}
_CADENCE = re.compile(
    r"(?:(?P<count>[0-9]+|once|twice|one|two|three|four|five) ?(?:x|times)? ?(?:/|per |an? |every )"
    r"|every )? ?(?P<unit>[a-z]+)"
)


class CadenceError(UsageError):
    """What was said is no cadence, or one that nobody can keep."""


class WeekdayError(UsageError):
    """What was said are no weekdays to rest on."""


class SkipsError(UsageError):
    """What was said is no number of skips that a month can have."""


class ReasonError(UsageError):
    """What was said cannot be kept as the reason of a pause."""


def is_cadence(text: str) -> bool:
    """Tell whether ``text`` is meant for a cadence, possible or not."""
    return _matched(text) is not None


def parse_cadence(text: str) -> Cadence:
    """Read ``3/week``, ``twice a month``, ``daily``. Raises ``CadenceError``."""
    match = _matched(text)
    if match is None:
        raise CadenceError(f'"{shown(text)}" is no cadence.', CADENCE_HINT)
    count, unit = match["count"] or "", _UNITS[match["unit"]]
    # A number that is too long for this is too large as well.
    times = int(count[:6]) if count.isdecimal() else _COUNTS[count]
    return cadence_of(times, unit)


def cadence_of(times: int, unit: CadenceUnit) -> Cadence:
    """Return a cadence that somebody can keep. Raises ``CadenceError``."""
    most = MOST_TIMES[unit]
    if times < 1:
        raise CadenceError(
            f"{times}/{unit} asks for nothing.",
            "Once is the least; stride pause asks for nothing for a while.",
        )
    if times > most:
        raise CadenceError(
            f"{times}/{unit} is more than anybody does.", f"{most}/{unit} is the most."
        )
    return Cadence(times, unit)


def _matched(text: str) -> re.Match[str] | None:
    match = _CADENCE.fullmatch(re.sub(r" ?/ ?", "/", plain(text)))
    return match if match and match["unit"] in _UNITS else None


def are_weekdays(words: Sequence[str]) -> bool:
    """Tell whether the first of the words is a weekday, or several, or ``none``."""
    first = next(iter(_pieces(words[:1])), "")
    return first == NO_WEEKDAYS or weekday_number(first) is not None


def parse_weekdays(words: Sequence[str]) -> frozenset[int]:
    """Read ``mon fri``, ``mon,fri``, ``none``: 0 is Monday. Raises ``WeekdayError``."""
    pieces = list(_pieces(words))
    if pieces == [NO_WEEKDAYS]:
        return frozenset()
    found = {piece: weekday_number(piece) for piece in pieces}
    for piece, number in found.items():
        if number is None:
            raise WeekdayError(
                f'"{shown(piece)}" is no weekday.', "Say mon, fri or sunday; or none, alone."
            )
    weekdays = frozenset(number for number in found.values() if number is not None)
    if weekdays >= EVERY_WEEKDAY:
        raise WeekdayError("To rest on every weekday is a pause.", "stride pause run")
    return weekdays


def _pieces(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        yield from plain(word).replace(",", " ").replace("+", " ").split()


def parse_skips(text: str) -> int:
    """Read a budget of skips a month; 0 is none. Raises ``SkipsError``."""
    if not (text.isascii() and text.isdecimal()):
        raise SkipsError(f'--skips is a whole number from 0, not "{shown(text)}".', "--skips 2")
    if int(text[:6]) > MOST_SKIPS:
        raise SkipsError(f"No month has {shown(text)} days to skip.", "stride pause run")
    return int(text)


def reason_text(text: str) -> str:
    """Return the reason of a pause as it is kept: one line. Raises ``ReasonError``."""
    reason = " ".join(text.split())
    if len(reason) > LONGEST_REASON or not reason.isprintable():
        raise ReasonError(
            f'"{shown(text)}" is no reason: it is one line of up to {LONGEST_REASON} letters.',
            "--reason injured",
        )
    return reason


def skips_said(skips: int) -> str:
    """Say ``no skips``, ``1 skip a month``, ``2 skips a month``."""
    if not skips:
        return "no skips"
    return f"{skips} skip{'' if skips == 1 else 's'} a month"


def weekdays_said(weekdays: Iterable[int]) -> str:
    """Say ``Mon``, ``Mon and Fri``, ``Mon, Wed and Fri``."""
    *names, last = (WEEKDAYS[number][:3] for number in sorted(weekdays))
    return f"{', '.join(names)} and {last}" if names else last
