"""What was read from a text, and what can be wrong with it."""

from dataclasses import dataclass

from stridelog.domain.errors import UsageError
from stridelog.domain.units import Dimension


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something: ``value`` is in the base unit of ``dimension``."""

    value: float
    dimension: Dimension


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that a text could be.

    ``spelling`` means just this in the notation that the text was read in (``14min``);
    ``words`` say it in a sentence (``14 minutes``).
    """

    quantity: Quantity
    spelling: str
    words: str = ""


class QuantityError(UsageError):
    """The text is not a quantity that can be taken here."""


class NotAQuantityError(QuantityError):
    """The text is no quantity at all."""


class AmbiguousQuantityError(QuantityError):
    """The text could be several things; ``readings`` says which."""

    def __init__(self, message: str, hint: str, readings: tuple[Reading, ...]) -> None:
        super().__init__(message, hint)
        self.readings = readings


class QuantityRangeError(QuantityError):
    """The quantity is zero, negative, infinite or absurd where it cannot be."""
