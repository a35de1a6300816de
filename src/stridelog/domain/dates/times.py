"""Times of day inside a spoken date: ``7:30``, ``6 pm``, ``18h30``, ``noon``, ``this evening``."""

import re
from datetime import time
from typing import NamedTuple

from stridelog.domain.dates.moment import DateError
from stridelog.domain.plain_text import shown

_CLOCK = r"([0-9]{1,2})(?::([0-9]{2})(?::([0-9]{2}))?h?|h([0-9]{2})?)"
_HALF_DAY_CLOCK = r"([0-9]{1,2})(?:[:.]([0-9]{2}))?(am|pm)"
_NAMED = {"noon": time(12), "midday": time(12), "midnight": time(0)}
_PARTS = {
    "morning": range(12),
    "afternoon": range(12, 19),
    "evening": range(16, 24),
    "tonight": range(17, 24),
}
"""The hours of each part of the day."""

_HALF_DAY = 12
_DAY = 24
_HINT = "Times look like 7:30, 18:45, 6am or 6:30pm."


class SpokenTime(NamedTuple):
    """A time, and whether it is certain which half of the day it is in."""

    at: time
    certain: bool = False


def split_time(words: list[str]) -> tuple[list[str], time | None]:
    """Take the time out of the words of a date; return the other words, and the time if any."""
    days: list[str] = []
    times: list[SpokenTime] = []
    parts: list[str] = []
    for word in _joined(words):
        spoken = _spoken_time(word)
        if spoken:
            times.append(spoken)
        elif word in _PARTS:
            parts.append(word)
            if days and days[-1] == "this":
                days.pop()
        else:
            days.append(word)
    if len(times) > 1 or len(parts) > 1:
        raise DateError("There are two times in that.", "Say one of them, as in yesterday 7:30.")
    if "night" in days:
        raise DateError(
            "A night belongs to two days.", "Say the day and the time: yesterday 23:00, today 1:00."
        )
    if parts and not days:
        days = ["today"]
    return days, _within(times[0], parts) if times else None


def _joined(words: list[str]) -> list[str]:
    """Put ``6 pm`` together as ``6pm``, and ``12 noon`` as ``noon``."""
    joined: list[str] = []
    for word in words:
        if word in _NAMED and joined and joined[-1] == "12":
            joined[-1] = word
        elif word in {"am", "pm"} and joined and joined[-1][-1].isdecimal():
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _spoken_time(word: str) -> SpokenTime | None:
    if word in _NAMED:
        return SpokenTime(_NAMED[word], certain=True)
    match = re.fullmatch(_HALF_DAY_CLOCK, word)
    if match:
        hour, half = int(match[1]), match[3]
        if not 1 <= hour <= _HALF_DAY:
            right = f"{hour}:{match[2] or '00'}"
            raise DateError(f"There is no {word}.", f"Say {right}." if hour < _DAY else _HINT)
        hour = hour % _HALF_DAY + (_HALF_DAY if half == "pm" else 0)
        return SpokenTime(_time(word, hour, match[2]), certain=True)
    match = re.fullmatch(_CLOCK, word)
    if match:
        return SpokenTime(_time(word, int(match[1]), match[2] or match[4], match[3]))
    if ":" in word and (word.endswith("z") or "+" in word):
        local = word.rstrip("z").partition("+")[0]
        raise DateError(f"{shown(word)} has a zone.", f"Say the local time alone: {shown(local)}.")
    if ":" in word:
        raise DateError(f'"{shown(word)}" is no time of day.', _HINT)
    return None


def _time(word: str, hour: int, minute: str | None, second: str | None = None) -> time:
    try:
        return time(hour, int(minute or 0), int(second or 0))
    except ValueError:
        raise DateError(
            f"There is no {word}: times go from 0:00 to 23:59.",
            "Midnight is 0:00 of the new day." if hour == _DAY else _HINT,
        ) from None


def _within(spoken: SpokenTime, parts: list[str]) -> time:
    """Return the time in the part of the day that was named with it: 7:30 this evening, 19:30."""
    at = spoken.at
    if not parts or at.hour in _PARTS[parts[0]]:
        return at
    if not spoken.certain and at.hour + _HALF_DAY in _PARTS[parts[0]]:
        return at.replace(hour=at.hour + _HALF_DAY)
    part = "evening" if parts[0] == "tonight" else parts[0]
    raise DateError(f"{at.hour}:{at.minute:02} is not in the {part}.", "Say the time alone.")
