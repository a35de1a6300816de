"""What a person has set, once and for all commands: a small TOML file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import Literal

from stridelog.domain.dates import DateOrder
from stridelog.domain.errors import StrideError, UsageError
from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import shown
from stridelog.domain.quantity import DecimalMark, Notation
from stridelog.domain.units import UnitSystem

Colour = Literal["auto", "always", "never"]

COLOURS: tuple[Colour, ...] = ("auto", "always", "never")

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

LATEST_START = time(12)
"""A day that begins later would hold more of the next one than of itself."""


class ConfigError(StrideError):
    """The configuration file cannot be read or written, or says what it cannot."""


class SettingError(UsageError):
    """There is no such setting, or it cannot be what was typed."""


@dataclass(frozen=True, slots=True)
class Config:
    """What a person has set. ``week_start`` counts from Monday, 0, to Sunday, 6."""

    units: UnitSystem = UnitSystem.METRIC
    week_start: int = 0
    day_starts: time = time(0)
    date_order: DateOrder = DateOrder.DAY_FIRST
    decimal: DecimalMark = DecimalMark.DOT
    colour: Colour = "auto"

    @property
    def notation(self) -> Notation:
        """How quantities are read and written."""
        return Notation(self.units, self.decimal)

    def as_text(self) -> dict[str, str]:
        """Return the value of each setting as it is written in the file."""
        return {
            "units": self.units.value,
            "week_start": WEEKDAYS[self.week_start],
            "day_starts": f"{self.day_starts:%H:%M}",
            "date_order": self.date_order.value,
            "decimal": self.decimal.value,
            "colour": self.colour,
        }


@dataclass(frozen=True, slots=True)
class Key:
    """A setting: what it means, and the words that it can be; without any, it is a time of day."""

    name: str
    meaning: str
    default: str
    choices: tuple[str, ...] = ()

    @property
    def allowed(self) -> str:
        """What the setting can be, as a sentence names it."""
        if not self.choices:
            return f"a time from 00:00 to {LATEST_START:%H:%M}"
        return f"{', '.join(self.choices[:-1])} or {self.choices[-1]}"

    def canonical(self, value: object) -> str | None:
        """Return ``value`` as it is written in the file, or None where it is not allowed."""
        if not self.choices:
            return _time_of_day(value)
        word = value.strip().lower() if isinstance(value, str) else ""
        return word if word in self.choices else None

    def hint(self, value: object) -> str:
        """Return what helps somebody who wrote ``value``."""
        guess = nearest(str(value), self.choices)
        example = f"Set it like: stride config set {self.name} {self.default}"
        return f"Did you mean {guess}?" if guess else example


_MEANINGS = {
    "units": ("Show distances, weights and paces in this system.", tuple(UnitSystem)),
    "week_start": ("Begin weeks on this day.", WEEKDAYS),
    "day_starts": ("Count what happened before this time for the day before.", ()),
    "date_order": (
        "Read 3/4 as 3 April (day-first) or as March 4 (month-first).",
        tuple(DateOrder),
    ),
    "decimal": ("Read and write this mark before decimals: 10.5 or 10,5.", tuple(DecimalMark)),
    "colour": ("Draw in colour; auto does where a terminal shows it.", COLOURS),
}

KEYS = {
    name: Key(name, meaning, Config().as_text()[name], tuple(map(str, choices)))
    for name, (meaning, choices) in _MEANINGS.items()
}
"""The settings by name, in the order in which they are listed."""


def load(path: Path) -> Config:
    """Return what the file at ``path`` sets; without a file, everything is as usual.

    Raises ``ConfigError``.
    """
    text = read(path)
    return config_in(text, path) if text else Config()


def read(path: Path) -> str:
    """Return the text of the file at ``path``, "" where there is none. Raises ``ConfigError``."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise ConfigError(f"{path} cannot be read: {reason(error)}.") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path} is not text in UTF-8.", "Save it again as UTF-8.") from error


def config_in(text: str, path: Path) -> Config:
    """Return what the TOML ``text`` sets; ``path`` says where it stood. Raises ``ConfigError``."""
    import tomllib

    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise not_toml(path, error) from error
    return _config({name: _checked(name, value, path) for name, value in values.items()})


def not_toml(path: Path, error: Exception) -> ConfigError:
    """Return the error that says where the file at ``path`` stops being TOML."""
    return ConfigError(
        f"{path} is not valid TOML: {error}.", 'A setting is written like: units = "imperial"'
    )


def reason(error: OSError) -> str:
    """Return why the operating system refused, as the end of a sentence."""
    return (error.strerror or "the system does not say why").lower()


def _checked(name: str, value: object, path: Path) -> str:
    key = KEYS.get(name)
    if key is None:
        raise ConfigError(f'{path} sets "{shown(name)}", which does not exist.', which_keys(name))
    text = key.canonical(value)
    if text is None:
        message = f'{path} sets {name} to "{shown(str(value))}"; it can be {key.allowed}.'
        raise ConfigError(message, key.hint(value))
    return text


def key_named(name: str) -> Key:
    """Return the setting called ``name``, with dashes or underscores. Raises ``SettingError``."""
    key = KEYS.get(name.replace("-", "_"))
    if key is None:
        raise SettingError(f'There is no setting "{shown(name)}".', which_keys(name))
    return key


def which_keys(name: str) -> str:
    """Return what helps somebody who wrote ``name`` for a setting."""
    guess = nearest(name, KEYS)
    return f"Did you mean {guess}?" if guess else f"There are {', '.join(KEYS)}."


def _config(texts: Mapping[str, str]) -> Config:
    """Return the configuration that canonical ``texts`` say; what they leave out is as usual."""
    said = {**Config().as_text(), **texts}
    return Config(
        units=UnitSystem(said["units"]),
        week_start=WEEKDAYS.index(said["week_start"]),
        day_starts=time.fromisoformat(said["day_starts"]),
        date_order=DateOrder(said["date_order"]),
        decimal=DecimalMark(said["decimal"]),
        colour=next(colour for colour in COLOURS if colour == said["colour"]),
    )


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
