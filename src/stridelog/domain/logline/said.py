"""One entry as somebody said it in a line: the words, and the options beside them."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, fields, replace

from stridelog.domain.logline.line import LineError
from stridelog.domain.logline.splitting import Word, split_words
from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import shown

OPTIONS = {
    "--on": "on",
    "--note": "notes",
    "--effort": "effort",
    "--gear": "gear",
    "--with": "company",
}
"""The options that a line may have, and where their values go."""

SEVERAL = frozenset({"notes", "company"})
"""Where there is room for more than one value."""

MAY_BE_EMPTY = frozenset({"notes"})

BULLETS = frozenset("-*\N{BULLET}\N{EN DASH}\N{EM DASH}")
"""What stands before the items of a list, with a space after it."""

_DASHED = re.compile("(--|[\N{EN DASH}\N{EM DASH}]-?)(?=[A-Za-z])")
"""How an option begins; phones make one long dash of two short ones."""

LONGEST_DATE = 6
"""Words that the time before an activity may have: ``on monday of last week at 7:30``."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of one entry, as text. The first word is the activity, or a time before it."""

    words: tuple[str, ...] = ()
    on: str = ""
    notes: tuple[str, ...] = ()
    effort: str = ""
    gear: str = ""
    company: tuple[str, ...] = ()

    def or_else(self, usual: "Said") -> "Said":
        """Return this, with what is ``usual`` in the place of what it does not say."""
        missing = [f.name for f in fields(self) if not getattr(self, f.name)]
        return replace(self, **{name: getattr(usual, name) for name in missing})


def said_in(line: str) -> Said:
    """Return what a pasted line says. Raises ``LineError``."""
    words = split_words(line)
    if words and words[0].text in BULLETS:
        words = words[1:]
    plain: list[str] = []
    given: dict[str, list[str]] = {}
    left = iter(words)
    for word in left:
        option = "" if word.quoted else _option(word.text)
        if word.text == "--" and not word.quoted:
            plain += (rest.text for rest in left)
        elif option:
            _take_option(option, left, given)
        elif word.quoted and plain:
            given.setdefault("notes", []).append(word.text)
        else:
            plain.append(word.text)
    values = {name: tuple(v) if name in SEVERAL else v[-1] for name, v in given.items()}
    return replace(Said(tuple(plain)), **values)  # type: ignore[arg-type]


def time_apart(words: Sequence[str], activities: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """Return the words before the first that names an activity, and those from there on.

    Nothing stands before where no activity is named among the first words.
    """
    for place, word in enumerate(words[: LONGEST_DATE + 1]):
        if word.lower() in activities:
            return " ".join(words[:place]), tuple(words[place:])
    return "", tuple(words)


def _option(word: str) -> str:
    """Return the word with two dashes where it looks like an option, else ""."""
    return f"--{word[match.end() :]}" if (match := _DASHED.match(word)) else ""


def _take_option(option: str, left: Iterator[Word], given: dict[str, list[str]]) -> None:
    name, equals, value = option.partition("=")
    name = name.lower()
    if name not in OPTIONS:
        guess = nearest(name, OPTIONS)
        raise LineError(
            f'There is no option "{shown(option)}" in a line.'
            + (f" Did you mean {guess}?" if guess else ""),
            f"There is: {', '.join(OPTIONS)}.",
        )
    if not equals:
        following = next(left, None)
        if following is None:
            raise LineError(
                f"{name} is given without a value.", f'Say {name} "…", or leave it out.'
            )
        value = following.text
    place = OPTIONS[name]
    if not value and place not in MAY_BE_EMPTY:
        raise LineError(f"{name} is empty.", "Say something, or leave it out.")
    given.setdefault(place, []).append(value)
