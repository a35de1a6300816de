"""The messages of a FIT file, decoded by fitdecode: the one place that knows it, and its errors."""

import struct
from collections.abc import Iterable, Iterator, Mapping
from math import isfinite
from typing import Any

from stridelog.domain.errors import StrideError

Message = Mapping[str, object]
"""What a message says, by the names of the FIT profile; what is not set is left out."""

WANTED = frozenset(
    {"file_id", "activity", "session", "lap", "sport", "event", "length", "set", "record"}
)

MOST_WORK = 10_000_000
"""Values that are decoded of one file, where a message by itself counts as four.

That is more than a watch writes in a week, and keeps a file that was made to take long to a minute.
"""

_A_MESSAGE = 4

_MALFORMED = (
    ArithmeticError, AttributeError, LookupError, TypeError, ValueError, struct.error
)  # fmt: skip
"""What fitdecode raises, besides its own errors, where bytes are not what they should be."""


CUT_OFF, DAMAGED, TOO_LONG = "cut off", "damaged", "longer than any recording"
"""What a file can be whose rest is not read."""


class DamageError(StrideError):
    """The rest of the file cannot be read; the message says what the file is."""


def messages(data: bytes) -> Iterator[tuple[str, Message]]:
    """Yield the kind and the values of each wanted message of one FIT file.

    The values are as the profile scales them, moments in seconds since the end of 1989. What
    developers of apps added is left out: it may have any name. Raises ``DamageError`` where the
    file stops, or makes no sense any more.
    """
    from fitdecode import (
        FIT_FRAME_DATA,
        CrcCheck,
        ErrorHandling,
        FitEOFError,
        FitError,
        FitReader,
    )

    # Checking the CRC and processing units would take as long again as all the rest.
    reader = FitReader(
        data, processor=None, check_crc=CrcCheck.DISABLED, error_handling=ErrorHandling.IGNORE
    )
    try:
        work = 0
        for frame in reader:
            if frame.frame_type != FIT_FRAME_DATA:
                continue
            work += _A_MESSAGE + len(frame.fields)
            if work > MOST_WORK:
                raise DamageError(TOO_LONG)
            if frame.name in WANTED:
                yield frame.name, _values(frame.fields)
    except (FitEOFError, AssertionError) as error:
        raise DamageError(CUT_OFF) from error
    except (FitError, *_MALFORMED) as error:
        raise DamageError(DAMAGED) from error


def number(message: Message, *names: str) -> float | None:
    """Return the first of the fields that is a number; None where none is."""
    for name in names:
        value = message.get(name)
        if isinstance(value, int | float) and isfinite(value):
            return float(value)
    return None


def word(message: Message, name: str) -> str:
    """Return a field that the profile has words for; empty where it is not there, or unknown."""
    value = message.get(name)
    return value if isinstance(value, str) else ""


def _values(fields: Iterable[Any]) -> Message:
    values: dict[str, object] = {}
    for data in fields:
        own = data.field_def is None or not data.field_def.is_dev
        if data.value is not None and data.field is not None and own:
            values.setdefault(data.field.name, data.value)
    return values
