"""Tags, places, gear, effort and notes: what may be written, and how it is kept."""

from dataclasses import replace

from stridelog.domain.entry import Draft
from stridelog.domain.errors import UsageError
from stridelog.domain.plain_text import shown

LONGEST_NAME = 60
"""Characters that a tag, a place or a piece of gear may have."""

COMPANY = "with-"
"""What the tag of somebody who was there begins with."""

LONGEST_NOTE = 100_000
"""Characters that a note may have."""

HARDEST = 10
"""The highest effort (session RPE, Foster's 1 to 10)."""


SENTENCE_ENDS = ",;:.!?\N{HORIZONTAL ELLIPSIS}"
"""What a tag or a place does not end with: it belongs to the sentence around it."""


class WordError(UsageError):
    """A tag, a place, a piece of gear, an effort or a note cannot be kept as it was written."""


def tag_name(text: str) -> str:
    """Return a tag as it is kept: lower case, without its sign. Raises ``WordError``."""
    return _name(text, "+", "tag", "+stroller")


def tag_names(text: str) -> tuple[str, ...]:
    """Return the tags that a word says, as they are kept: ``+late,tired`` says two.

    Raises ``WordError``.
    """
    names = [name for name in text.split(",") if name.strip("+ ")]
    return tuple(tag_name(name) for name in names or [text])


def company_tags(text: str) -> tuple[str, ...]:
    """Return the tags that tell with whom something was done: ``sam, Ann Lee`` says two.

    Who was there is a circumstance like any other: ``+with-sam``. Raises ``WordError``.
    """
    words = ("-".join(name.split()) for name in text.split(",") if name.strip())
    names = [word.removeprefix("+").removeprefix(COMPANY) for word in words]
    if not all(names) or not names:
        raise WordError(f'"{shown(text)}" is nobody\'s name.', "--with sam")
    return tuple(tag_name(f"{COMPANY}{name}") for name in names)


def place_name(text: str) -> str:
    """Return a place as it is kept: lower case, without its sign. Raises ``WordError``."""
    return _name(text, "@", "place", "@riverside")


def gear_name(text: str) -> str:
    """Return a piece of gear as it is kept; it may have spaces. Raises ``WordError``."""
    if len(text) > LONGEST_NAME or not text.strip() or not text.isprintable():
        raise WordError(f'"{shown(text)}" is not the name of any gear.', "--gear 'Pegasus 41'")
    return text.strip()


def note_text(text: str) -> str:
    """Return a note as it is kept. Raises ``WordError`` where it is a book."""
    if len(text) > LONGEST_NOTE:
        raise WordError(f"The note has {len(text)} characters; {LONGEST_NOTE} are the most.")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise WordError("The note holds bytes that are no text.", "Save it as UTF-8.") from None
    return text.strip()


def effort_value(text: str) -> int:
    """Return an effort from 1 to 10. Raises ``WordError``."""
    if text.isascii() and text.isdigit() and len(text) <= len("10") and 1 <= int(text) <= HARDEST:
        return int(text)
    raise WordError(f'Effort is a whole number from 1 to 10, not "{shown(text)}".', "effort=7")


def _name(text: str, sign: str, what: str, example: str) -> str:
    # However often it is read back, a name stays the same: no sign is left in front of it.
    name = _composed(text.strip().lstrip(f"{sign} ").lower()).rstrip(f"{SENTENCE_ENDS} ")
    if not name or len(name) > LONGEST_NAME or not name.isprintable() or len(name.split()) > 1:
        raise WordError(
            f'"{shown(text)}" is not a {what}: it is one word of up to {LONGEST_NAME} letters.',
            f"Write it like {example}.",
        )
    return name


def _composed(text: str) -> str:
    """Return ``text`` with each accent in one character with its letter (NFC).

    Keyboards and files spell é in two ways that look the same and should be the same.
    """
    if text.isascii():
        return text
    from unicodedata import normalize

    return normalize("NFC", text)


def as_kept(draft: Draft) -> Draft:
    """Return a draft from a file with its words as a journal keeps them. Raises ``StrideError``."""
    return replace(
        draft,
        tags=tuple(dict.fromkeys(tag_name(_joined(tag)) for tag in draft.tags)),
        place=place_name(_joined(draft.place)) if draft.place.strip() else "",
        gear=gear_name(draft.gear[:LONGEST_NAME]) if draft.gear.strip() else "",
        effort=None if draft.effort is None else effort_value(str(draft.effort)),
        note=note_text(draft.note),
    )


def _joined(name: str) -> str:
    return "-".join(name.split())
