"""Times of day inside a spoken date: ``7:30``, ``6 pm``, ``18h30``, ``noon``, ``this evening``."""

import re
from datetime import time
from itertools import zip_longest
from typing import NamedTuple

from stridelog.domain.dates.moment import DateError
from stridelog.domain.dates.names import NUMBERS, weekday_number
from stridelog.domain.plain_text import shown

_CLOCK = r"([0-9]{1,2})(?::([0-9]{2})(?::([0-9]{2}))?h?|h([0-9]{2})?)"
_HALF_DAY_CLOCK = r"([0-9]{1,2})(?:[:.]([0-9]{2}))?(am|pm)"
_PAST_THE_HOUR = r"\b(half|quarter) (past|to) ([a-z]+|[0-9]{1,2})(?![0-9a-z:])"
_OF_THE_CLOCK = r"\b([a-z]+|[0-9]{1,2}) ?o'?clock\b"
_DAYS = frozenset({"today", "yesterday", "tomorrow", "last"})
_NAMED = {"noon": time(12), "midday": time(12), "midnight": time(0)}

_HALF_DAY = 12
_DAY = 24
_HOURS = frozenset(str(hour) for hour in range(1, _HALF_DAY + 1))
_HINT = "Times look like 7:30, 18:45, 6am or 6:30pm."


class Part(NamedTuple):
    """A part of the day: its hours, from ``first`` to ``last``, and when it is if nobody says.

    A night has hours after midnight: ``last`` is smaller than ``first``.
    """

    name: str
    first: int
    last: int
    usual: time

    @property
    def goes_over_midnight(self) -> bool:
        """Whether its last hours are those of the next day."""
        return self.last < self.first

    def holds(self, hour: int) -> bool:
        """Tell whether the hour is one of it."""
        if self.goes_over_midnight:
            return hour >= self.first or hour <= self.last
        return self.first <= hour <= self.last


_PARTS = {
    part.name: part
    for part in (
        Part("morning", 0, 11, time(8)),
        Part("afternoon", 12, 18, time(15)),
        Part("evening", 16, 23, time(19)),
        Part("night", 17, 4, time(22)),
    )
}


class SpokenTime(NamedTuple):
    """A time, and whether it is certain which half of the day it is in."""

    at: time
    certain: bool = False


class Said(NamedTuple):
    """The words of a date without its time, the time, and the part of the day, if they are said."""

    days: list[str]
    at: time | None
    part: Part | None


def split_time(words: list[str]) -> Said:
    """Take the time out of the words of a date."""
    days: list[str] = []
    times: list[SpokenTime] = []
    parts: list[Part] = []
    said = _joined(_in_figures(words))
    for word, after in zip_longest(said, said[1:], fillvalue=""):
        # 2h ago is no time of day.
        spoken = _spoken_time(word) if after != "ago" else None
        if spoken:
            times.append(spoken)
        elif word == "tonight":
            parts.append(_PARTS["night"])
        elif word in _PARTS:
            parts.append(_PARTS[word])
            _take_which(days)
        else:
            days.append(word)
    if len(times) > 1 or len(parts) > 1:
        raise DateError("There are two times in that.", "Say one of them, as in yesterday 7:30.")
    part = parts[0] if parts else None
    if part and not times:
        times += _hour(days)
    days = days if days or not part else ["today"]
    return Said(days, _within(times[0], part) if times else None, part)


def _hour(days: list[str]) -> list[SpokenTime]:
    """Take the hour out of the words where a part of the day was said as well: tonight at 8."""
    numbers = [word for word in days if word.isdecimal()]
    others = [word for word in days if word not in numbers]
    named = all(word in _DAYS or weekday_number(word) is not None for word in others)
    if len(numbers) != 1 or not named or numbers[0] not in _HOURS:
        return []
    days.remove(numbers[0])
    return [SpokenTime(time(int(numbers[0])))]


def _take_which(days: list[str]) -> None:
    """Make ``last`` before a part of the day yesterday, and leave ``this`` and ``in`` out."""
    if days and days[-1] in {"this", "in"}:
        days.pop()
    elif days and days[-1] == "last":
        days[-1] = "yesterday"


def _in_figures(words: list[str]) -> list[str]:
    """Write ``half past seven`` as ``7:30``, and ``7 o'clock`` as ``7:00``."""
    text = re.sub(_PAST_THE_HOUR, _past_the_hour, " ".join(words))
    return re.sub(_OF_THE_CLOCK, lambda match: _at(match[1], 0) or match[0], text).split()


def _past_the_hour(match: re.Match[str]) -> str:
    minutes = 30 if match[1] == "half" else 15
    if match[2] == "past":
        return _at(match[3], minutes) or match[0]
    # Nobody says "half to".
    return (minutes != 30 and _at(match[3], -minutes)) or match[0]  # noqa: PLR2004


def _at(hour: str, minutes: int) -> str:
    """Return so many minutes after the hour as a clock shows them; nothing if it is no hour."""
    number = NUMBERS.index(hour) + 1 if hour in NUMBERS else int(hour) if hour.isdecimal() else 0
    if not 1 <= number < _DAY:
        return ""
    if minutes >= 0:
        return f"{number}:{minutes:02}"
    return f"{number - 1 or _HALF_DAY}:{60 + minutes}"


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


def _within(spoken: SpokenTime, part: Part | None) -> time:
    """Return the time in the part of the day that was named with it: 7:30 this evening, 19:30."""
    at = spoken.at
    if part is None or part.holds(at.hour):
        return at
    other = (at.hour + _HALF_DAY) % _DAY
    if not spoken.certain and at.hour <= _HALF_DAY and part.holds(other):
        return at.replace(hour=other)
    raise DateError(f"{at.hour}:{at.minute:02} is not in the {part.name}.", "Say the time alone.")
