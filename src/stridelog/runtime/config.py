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
from stridelog.domain.sex import SEXES, Sex
from stridelog.domain.units import UnitSystem
from stridelog.runtime.setting import Free, Key, day_start, year

Colour = Literal["auto", "always", "never"]

COLOURS: tuple[Colour, ...] = ("auto", "always", "never")

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class ConfigError(StrideError):
    """The configuration file cannot be read or written, or says what it cannot."""


class SettingError(UsageError):
    """There is no such setting, or it cannot be what was typed."""


@dataclass(frozen=True, slots=True)
class Config:
    """What a person has set. ``week_start`` counts from Monday, 0, to Sunday, 6.

    ``birth_year`` and ``sex`` are None where they are not said; only age grading asks for them.
    """

    units: UnitSystem = UnitSystem.METRIC
    week_start: int = 0
    day_starts: time = time(0)
    date_order: DateOrder = DateOrder.DAY_FIRST
    decimal: DecimalMark = DecimalMark.DOT
    colour: Colour = "auto"
    birth_year: int | None = None
    sex: Sex | None = None

    @property
    def notation(self) -> Notation:
        """How quantities are read and written."""
        return Notation(self.units, self.decimal)

    def as_text(self) -> dict[str, str]:
        """Return the value of each setting as it is written in the file; "" where not said."""
        return {
            "units": self.units.value,
            "week_start": WEEKDAYS[self.week_start],
            "day_starts": f"{self.day_starts:%H:%M}",
            "date_order": self.date_order.value,
            "decimal": self.decimal.value,
            "colour": self.colour,
            "birth_year": "" if self.birth_year is None else str(self.birth_year),
            "sex": self.sex or "",
        }


_MEANINGS: dict[str, tuple[str, tuple[str, ...] | Free]] = {
    "units": ("Show distances, weights and paces in this system.", tuple(UnitSystem)),
    "week_start": ("Begin weeks on this day.", WEEKDAYS),
    "day_starts": ("Count what happened before this time for the day before.", day_start),
    "date_order": (
        "Read 3/4 as 3 April (day-first) or as March 4 (month-first).",
        tuple(DateOrder),
    ),
    "decimal": ("Read and write this mark before decimals: 10.5 or 10,5.", tuple(DecimalMark)),
    "colour": ("Draw in colour; auto does where a terminal shows it.", COLOURS),
    "birth_year": ("Grade times by age: the year you were born in.", year),
    "sex": ("Grade times by age: the table that you are graded by.", SEXES),
}


def _key(name: str, meaning: str, can_be: tuple[str, ...] | Free) -> Key:
    default = Config().as_text()[name]
    if isinstance(can_be, Free):
        return Key(name, meaning, default, free=can_be)
    return Key(name, meaning, default, tuple(map(str, can_be)))


KEYS = {name: _key(name, meaning, can_be) for name, (meaning, can_be) in _MEANINGS.items()}
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
        checked = {name: _checked(name, value, path) for name, value in values.items()}
    except (ValueError, RecursionError) as error:  # of a number that no message can hold, too
        raise not_toml(path, error) from error
    return _config(checked)


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
        birth_year=int(said["birth_year"]) if said["birth_year"] else None,
        sex=next((sex for sex in SEXES if sex == said["sex"]), None),
    )
