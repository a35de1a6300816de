"""Numbers as people write them: decimal marks, and digits in groups of three."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple

from stridelog.domain.plain_text import plain, shown
from stridelog.domain.quantity.reading import QuantityError
from stridelog.domain.units import UnitSystem

_GROUP = 3
_POWERS_OF_TEN = {1000.0: 3, 100.0: 2, 1.0: 0, 0.01: -2, 0.001: -3}


class DecimalMark(StrEnum):
    """What stands between whole and part: 10.5 or 10,5."""

    DOT = "dot"
    COMMA = "comma"

    @property
    def character(self) -> str:
        """The mark itself."""
        return "." if self is DecimalMark.DOT else ","

    @property
    def other(self) -> "DecimalMark":
        """The mark that this one is confused with."""
        return DecimalMark.COMMA if self is DecimalMark.DOT else DecimalMark.DOT


@dataclass(frozen=True, slots=True)
class Notation:
    """How the person writes and reads quantities."""

    system: UnitSystem = UnitSystem.METRIC
    decimal: DecimalMark = DecimalMark.DOT


class Number(NamedTuple):
    """A number that a text could be: ASCII digits with at most one dot, and a power of ten.

    ``doubt`` says why it might be meant otherwise: its mark was taken to group thousands
    although it is the person's decimal mark (``grouped``), or to be a decimal mark although it
    is not theirs (``foreign``).
    """

    digits: str
    exponent: int = 0
    doubt: Literal["", "grouped", "foreign"] = ""

    def times(self, factor: float) -> float:
        """Return the number times ``factor``, correctly rounded where that is a power of ten.

        So 1.005 km is 1005 m, and not 1004.9999999999999.
        """
        power = _POWERS_OF_TEN.get(factor)
        return self._shifted(0) * factor if power is None else self._shifted(power)

    def _shifted(self, power: int) -> float:
        return float(f"{self.digits}e{self.exponent + power}")

    def over(self, factor: float) -> float:
        """Return the number divided by ``factor``, as carefully."""
        power = _POWERS_OF_TEN.get(factor)
        return self.times(1.0) / factor if power is None else self._shifted(-power)

    def spelled(self, decimal: DecimalMark) -> str:
        """Write the number so that its mark cannot be taken for one that groups thousands."""
        digits = self.digits
        whole, dot, part = digits.partition(".")
        if dot and len(part) == _GROUP and 0 < len(whole) <= _GROUP and whole[0] != "0":
            digits = f"{whole}.{part.rstrip('0')}".rstrip(".")
            digits += "0" if digits == self.digits else ""
        power = f"e{self.exponent}" if self.exponent else ""
        return digits.replace(".", decimal.character) + power


class WrongMarkError(QuantityError):
    """A number was written with the decimal mark that is not the person's."""

    def __init__(self, number: str, decimal: DecimalMark, typed: str = "") -> None:
        typed, other = typed or number, decimal.other
        right = number.replace(decimal.character, "").replace(other.character, decimal.character)
        super().__init__(
            f"{shown(typed)} has a decimal {other}, but yours is the {decimal}.",
            f"Say {shown(typed.replace(number, right))}, or change that with: "
            f"stride config set decimal {other}",
        )
        self._number, self._decimal = number, decimal

    def within(self, typed: str) -> "WrongMarkError":
        """Return the same error about the whole of what was typed."""
        return WrongMarkError(self._number, self._decimal, plain(typed))


def plain_number(value: float) -> Number:
    """Return the shortest number that reads back as ``value``, which is not negative."""
    digits, _, power = repr(value).partition("e")
    return Number(digits.removesuffix(".0"), int(power or 0))


def written_numbers(text: str, decimal: DecimalMark) -> tuple[Number, ...]:
    """Return all that ``text`` could be as a number without a sign; nothing if it is none.

    A mark before exactly three digits may be the decimal one or group thousands: then there are
    two. Raises `QuantityError` where it is certain that the other decimal mark was used.
    """
    mantissa, e, power = text.partition("e")
    digits_of_power = power[1:] if power[:1] in "+-" else power
    if e and not digits_of_power.isdecimal():
        return ()
    numbers = _ungrouped(mantissa.strip(), decimal)
    return tuple(n._replace(exponent=int(power or 0)) for n in numbers)


def decimal_number(text: str, decimal: DecimalMark) -> Number | None:
    """Return the number that ``text`` is when its marks follow ``decimal`` to the letter."""
    numbers = written_numbers(text, decimal)
    if numbers and any(n.doubt == "foreign" for n in numbers):
        raise WrongMarkError(text, decimal)
    return numbers[0] if numbers else None


def machine_numbers(text: str, decimal: DecimalMark) -> tuple[Number, ...]:
    """Do as `written_numbers`, for what a program wrote: its decimal mark never groups."""
    return tuple(n for n in written_numbers(text, decimal) if n.doubt != "grouped")


def _ungrouped(text: str, decimal: DecimalMark) -> tuple[Number, ...]:
    if text.isdecimal():
        return (Number(text),)
    if " " in text:
        return _with_spaces(text, decimal)
    at = max(text.rfind("."), text.rfind(","))
    whole, mark, part = text[:at], text[at : at + 1], text[at + 1 :]
    if at < 0 or not part.isdecimal():
        return ()
    if not whole or whole.isdecimal():
        return _with_one_mark(whole, mark, part, decimal)
    if mark in whole:
        joined = _joined((whole + mark + part).split(mark))
        return (Number(joined),) if joined else ()
    joined = _joined(whole.split("," if mark == "." else "."))
    if joined and mark != decimal.character:
        raise WrongMarkError(text, decimal)
    return (Number(f"{joined}.{part}"),) if joined else ()


def _with_one_mark(whole: str, mark: str, part: str, decimal: DecimalMark) -> tuple[Number, ...]:
    as_decimal, as_thousands = Number(f"{whole or 0}.{part}"), Number(whole + part)
    either = len(part) == _GROUP and 0 < len(whole) <= _GROUP and whole[0] != "0"
    if mark == decimal.character:
        return (as_decimal, as_thousands._replace(doubt="grouped")) if either else (as_decimal,)
    if not either:
        raise WrongMarkError(whole + mark + part, decimal)
    return (as_thousands, as_decimal._replace(doubt="foreign"))


def _with_spaces(text: str, decimal: DecimalMark) -> tuple[Number, ...]:
    whole, mark, part = text.partition(decimal.character)
    joined = _joined(whole.split(" "))
    if not joined or (mark and not part.isdecimal()):
        return ()
    return (Number(joined + (f".{part}" if part else "")),)


def _joined(groups: list[str]) -> str:
    """Join the groups of a number in thousands; nothing if they are not all of three digits."""
    first, *others = groups
    if not (first.isdecimal() and len(first) <= _GROUP):
        return ""
    if any(len(group) != _GROUP or not group.isdecimal() for group in others):
        return ""
    return first + "".join(others)
