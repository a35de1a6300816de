"""What a setting is, and what it can be."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time

from stridelog.domain.nearest import nearest

LATEST_START = time(12)
"""A day that begins later would hold more of the next one than of itself."""

BIRTH_YEARS = range(1900, 2100)
"""Years that somebody who keeps a journal may have been born in."""


@dataclass(frozen=True, slots=True)
class Free:
    """What a setting can be that is not one of a few words: said, checked, and an example."""

    allowed: str
    canonical: Callable[[object], str | None]
    example: str


@dataclass(frozen=True, slots=True)
class Key:
    """A setting: what it means, and the words that it can be, or what else.

    One whose default is "" need not be said, and is not said as "".
    """

    name: str
    meaning: str
    default: str
    choices: tuple[str, ...] = ()
    free: Free | None = None

    @property
    def allowed(self) -> str:
        """What the setting can be, as a sentence names it."""
        if self.free is not None:
            return self.free.allowed
        return f"{', '.join(self.choices[:-1])} or {self.choices[-1]}"

    def canonical(self, value: object) -> str | None:
        """Return ``value`` as it is written in the file, or None where it is not allowed."""
        if value == self.default:
            return self.default
        if self.free is not None:
            return self.free.canonical(value)
        word = value.strip().lower() if isinstance(value, str) else ""
        return word if word in self.choices else None

    def hint(self, value: object) -> str:
        """Return what helps somebody who wrote ``value``."""
        guess = nearest(str(value), self.choices)
        usual = self.default or (self.free.example if self.free else self.choices[0])
        example = f"Set it like: stride config set {self.name} {usual}"
        return f"Did you mean {guess}?" if guess else example


def _time_of_day(value: object) -> str | None:
    """Return a time to the minute, TOML's own or a text like 4:00, as ``HH:MM``."""
    text = value.isoformat().removesuffix(":00") if isinstance(value, time) else value
    if not isinstance(text, str):
        return None
    text = text.strip().zfill(len("00:00"))
    try:
        moment = time.fromisoformat(text)
    except ValueError:
        return None
    return text if text == f"{moment:%H:%M}" and moment <= LATEST_START else None


def _year(value: object) -> str | None:
    """Return a year, TOML's own number or a text, in four digits."""
    if isinstance(value, int):
        return str(value) if value in BIRTH_YEARS else None
    text = value.strip() if isinstance(value, str) else ""
    return text if text in map(str, BIRTH_YEARS) else None


day_start = Free(f"a time from 00:00 to {LATEST_START:%H:%M}", _time_of_day, "00:00")

year = Free(f"a year from {BIRTH_YEARS[0]} to {BIRTH_YEARS[-1]}", _year, "1980")
