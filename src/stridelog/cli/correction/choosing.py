"""Which entries a change is for: by their numbers, or by what is known of them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import date, datetime

from stridelog.cli.asking import NoSuchEntryError, entry_number, entry_numbered, filters
from stridelog.cli.context import Context
from stridelog.cli.options import Circumstances, Period
from stridelog.domain.entry import Entry
from stridelog.domain.errors import NotFoundError, UsageError
from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import shown
from stridelog.store.catalog import read_catalog
from stridelog.store.reading import entries, exported

_ONE = r"(?:last|#?[0-9]+)"

_NUMBERS = re.compile(rf"{_ONE}(?:-{_ONE})?(?:,{_ONE}(?:-{_ONE})?)*,?")


_NOTHING = "Nothing says which entries are meant."
_NAME_THEM = "Name their numbers, or --tag, --since, …"


class NoneChosenError(NotFoundError):
    """No entry is like that."""


class NothingChosenError(UsageError):
    """Neither a number nor a filter says which entries are meant: never are all of them."""


def are_numbers(word: str) -> bool:
    """Tell whether a word means entries by number: ``12``, ``last``, ``14,20-25``."""
    return _NUMBERS.fullmatch(word) is not None


def are_several(context: Context, word: str) -> bool:
    """Tell whether a word can mean more than one entry: a list, a range, an activity."""
    return (are_numbers(word) and ("," in word or "-" in word)) or is_activity(context, word)


def is_filtered(circumstances: Circumstances, period: Period) -> bool:
    """Tell whether any option says which entries are meant."""
    return any(
        getattr(options, each.name)
        for options in (circumstances, period)
        for each in fields(options)
    )


def is_activity(context: Context, word: str) -> bool:
    """Tell whether a word is the name of an activity."""
    return "-".join(word.lower().split()) in read_catalog(context.reading)


def chosen(
    context: Context, words: Sequence[str], circumstances: Circumstances, period: Period
) -> list[Entry]:
    """Return the entries that the words (numbers, or an activity) and the filters mean.

    By filters the latest comes first, by numbers they stand as they were named. Raises
    ``NothingChosenError``, ``NoneChosenError`` and ``NoSuchEntryError``.
    """
    by_activity = len(words) == 1 and not are_numbers(words[0]) and is_activity(context, words[0])
    filtered = is_filtered(circumstances, period)
    if not (words or filtered):
        raise NothingChosenError(_NOTHING, _NAME_THEM)
    if not filtered and not by_activity:
        for word in words:
            if not (are_numbers(word) or word[:1].isdigit() or is_activity(context, word)):
                raise no_entries_called(context, word, "See: stride list")
        return entries_numbered(context, words)
    if words and not by_activity:
        raise UsageError(
            f"Entries are named by number ({words[0]}) and by filters.",
            "Keep one of them. What they should have is said with +TAG and @PLACE.",
        )
    asked = filters(context, words[0] if words else "", circumstances, period)
    found = [one.entry for one in exported.every(context.reading, asked)]
    if not found:
        raise NoneChosenError("No entry is like that.", "See: stride list")
    return sorted(found, key=_order, reverse=True)


def no_entries_called(context: Context, word: str, hint: str) -> UsageError:
    """Return the error of a word that names no entries: neither by number nor as an activity."""
    if word[:1] in {"+", "@"}:
        return NothingChosenError(_NOTHING, _NAME_THEM)
    guess = nearest(word, read_catalog(context.reading))
    return UsageError(
        f'"{shown(word)}" is no number of an entry and no activity.'
        + (f" Did you mean {guess}?" if guess else ""),
        hint,
    )


def entries_numbered(context: Context, texts: Iterable[str]) -> list[Entry]:
    """Return the entries that numbers, lists of them and ranges mean: ``12``, ``14,20-25``.

    Each is there once; in a range, numbers that no entry has are passed over. Raises
    ``NoSuchEntryError``.
    """
    found: dict[int, Entry] = {}
    parts = (list(filter(None, words.split(","))) or [words] for words in texts)
    for text in (part for several in parts for part in several):
        first, _, last = text.partition("-")
        if first and last:
            inside = _range_of_entries(context, first, last)
        else:
            inside = [entry_numbered(context, text)]
        found.update((entry.number, entry) for entry in inside)
    return list(found.values())


def _range_of_entries(context: Context, first: str, last: str) -> list[Entry]:
    lowest, highest = (entry_number(context, text) for text in (first, last))
    if lowest > highest:
        raise UsageError(f"{highest} stands before {lowest}.", f"Say {highest}-{lowest}.")
    found = entries.between(context.reading, lowest, highest)
    if not found:
        raise NoSuchEntryError(
            f"There is no entry from {lowest} to {highest}.", "List them with: stride list"
        )
    return found


def _order(entry: Entry) -> tuple[date, datetime, int]:
    return entry.day, entry.at.replace(tzinfo=None), entry.number
