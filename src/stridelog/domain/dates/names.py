"""The English names of months and weekdays: our own, so that no locale changes them."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""As in `date.weekday`: Monday is 0."""

NUMBERS = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
"""The first is 1."""

_SHORT = 3
_OTHER_WEEKDAYS = {"weds": 2}


def month_number(word: str) -> int | None:
    """Return 1 to 12 for a month's name or its beginning (``nov``, ``sept``), in lower case."""
    at = _index_of(word, MONTHS)
    return None if at is None else at + 1


def weekday_number(word: str) -> int | None:
    """Return 0 to 6 for a weekday's name or its beginning (``thu``, ``thurs``), in lower case."""
    return _OTHER_WEEKDAYS.get(word, _index_of(word, WEEKDAYS))


def _index_of(word: str, names: tuple[str, ...]) -> int | None:
    if len(word) < _SHORT:
        return None
    return next((at for at, name in enumerate(names) if name.lower().startswith(word)), None)
