"""Dates as Strava writes them: the Unicode CLDR's *medium* form of the person's language, in UTC.

``Oct 5, 2014, 4:15:21 PM``, ``25 Jun 2015, 11:18:35``, ``09.12.2022, 15:24:49``,
``6. 9. 2026 11:18:40``, ``2 de ene. de 2025, 7:05:00``, ``9.12.2022 klo 15.24.49``,
``2022年12月9日 下午3:24:49``; before July 2019, ISO. Rather than by one pattern a language they
are read by their parts: a time of day, a year of four digits, a month by name or number.
"""

import re
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from stridelog.domain.dates import DateOrder
from stridelog.domain.plain_text import plain

_CLOCKS = (
    re.compile(r"(?<!\d)(\d{1,2}):(\d\d)(?::(\d\d))?(?!\d)"),
    re.compile(r"(?<![\d.])(\d{1,2})\.(\d\d)\.(\d\d)(?![\d.])"),
    re.compile(r"(?<!\d)(\d{1,2}) ?h ?(\d\d)(?: ?min ?(\d\d) ?s)?"),
)
_FORENOON = re.compile(r"\ba\.? ?m\b\.?|上午|午前|凌晨|清晨|早上|오전|π\.μ\.|\bpg\b")
_AFTERNOON = re.compile(r"\bp\.? ?m\b\.?|下午|午後|中午|晚上|오후|μ\.μ\.|\bptg\b")
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_DAY_OR_MONTH = re.compile(r"(?<!\d)(\d{1,2})(?!\d)")
_DOT_AFTER_LETTER = re.compile(r"(?<=[^\s\d])\.")
_BETWEEN_WORDS = re.compile(r"[\s\d.,/\-]+")
_BUDDHIST, _NO_OTHER_YEAR = 543, 2400
_NOON = 12


def utc_time(text: str, order: DateOrder = DateOrder.DAY_FIRST) -> datetime | None:
    """Return the moment that ``text`` names, in UTC; None if it is no date that Strava writes.

    ``order`` decides where day and month are in numbers with a stroke between them.
    """
    try:
        return _iso(text.strip()) or _read(plain(text), order)
    except (ValueError, OverflowError):
        return None


def _iso(text: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(text.removesuffix(" UTC"))
    except ValueError:
        return None
    if ":" not in text:
        return None
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)


def _read(text: str, order: DateOrder) -> datetime | None:
    """Read a date that is not ISO. Raises ``ValueError`` for a day or hour that there is not."""
    clock = next(filter(None, (pattern.search(text) for pattern in _CLOCKS)), None)
    if clock is None:
        return None
    date = _date(_DOT_AFTER_LETTER.sub("", f"{text[: clock.start()]} {text[clock.end() :]}"), order)
    if date is None:
        return None
    hour, minute, second = (int(part or 0) for part in clock.groups())
    return datetime(*date, _hour(hour, text), minute, second, tzinfo=UTC)


def _hour(hour: int, text: str) -> int:
    """Return the hour of 24, where the text may say which half of the day it is in."""
    if hour > _NOON:
        return hour
    if _AFTERNOON.search(text):
        return hour % _NOON + _NOON
    return hour % _NOON if _FORENOON.search(text) else hour


def _date(text: str, order: DateOrder) -> tuple[int, int, int] | None:
    """Return year, month and day, of a text without its time of day."""
    years = _YEAR.findall(text)
    numbers = [(int(match[1]), match.start()) for match in _DAY_OR_MONTH.finditer(text)]
    months = {_months()[word] for word in _BETWEEN_WORDS.split(text) if word in _months()}
    if len(years) != 1 or len(months) > 1 or len(numbers) != 2 - len(months):
        return None
    year = int(years[0])
    year = year - _BUDDHIST if year > _NO_OTHER_YEAR else year
    if months:
        return year, months.pop(), numbers[0][0]
    (first, _), (second, place) = numbers
    year_leads = text.index(years[0]) < place
    month_leads = order is DateOrder.MONTH_FIRST and ("/" in text or "-" in text)
    return (year, first, second) if year_leads or month_leads else (year, second, first)


@cache
def _months() -> dict[str, int]:
    """Return the number of each month by all of its names in all languages."""
    lines = Path(__file__).with_name("months.txt").read_text(encoding="utf-8").splitlines()
    return {
        name: number
        for language in lines
        if not language.startswith("#")
        for number, names in enumerate(language.split(), start=1)
        for name in names.split("/")
    }
