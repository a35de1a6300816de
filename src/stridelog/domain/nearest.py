"""Guessing what a misspelt word was meant to be."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the one of the ``known`` words that ``word`` was probably meant to be, or ""."""
    from difflib import get_close_matches

    by_folded = {name.casefold(): name for name in known}
    close = get_close_matches(word.casefold(), by_folded, n=1)
    return by_folded[close[0]] if close else ""
