"""From an entry to the draft of what it should be."""

from collections.abc import Sequence
from dataclasses import replace

from stridelog.domain.activity import Activity
from stridelog.domain.circumstances import tag_name
from stridelog.domain.entry import Draft
from stridelog.domain.errors import UsageError
from stridelog.domain.logline import LogLine
from stridelog.domain.plain_text import shown

_EMPTY = {"place": "", "gear": "", "effort": None, "note": ""}
"""What can be taken away by its name, and what is left then."""


class NothingToTakeAwayError(UsageError):
    """What should go is not there."""


def made_of(activity: Activity, draft: Draft, number: int) -> Draft:
    """Return the draft as one of ``activity``. Raises ``UsageError`` for what has no room there."""
    kept = {measure.name for measure in activity.measures if measure.ratio is None}
    lost = [name for name in draft.measurements if name not in kept]
    if lost:
        raise UsageError(
            f"{activity.name} has no measure {' or '.join(lost)}.",
            f"Take it away: stride edit {number} --activity {activity.name} "
            + " ".join(f"--without {name}" for name in lost),
        )
    return replace(draft, activity=activity.name)


def changed(draft: Draft, line: LogLine) -> Draft:
    """Return the draft with what a line says: tags are added, everything else is replaced."""
    return replace(
        draft,
        measurements={**draft.measurements, **line.measurements},
        tags=tuple(dict.fromkeys((*draft.tags, *line.tags))),
        place=line.place or draft.place,
        note=line.note or draft.note,
        effort=line.effort or draft.effort,
    )


def reduced(draft: Draft, without: Sequence[str], number: int) -> Draft:
    """Return the draft of entry ``number`` without what was named.

    Raises ``NothingToTakeAwayError``.
    """
    for what in without or ():
        left = _less(draft, what)
        if left == draft:
            raise NothingToTakeAwayError(
                f'Entry {number} has no "{shown(what)}" to take away.', f"See: stride show {number}"
            )
        draft = left
    return draft


def reduced_if_there(draft: Draft, without: Sequence[str]) -> Draft:
    """Return the draft without what was named, as far as it has that."""
    for what in without or ():
        draft = _less(draft, what)
    return draft


def _less(draft: Draft, what: str) -> Draft:
    """Return the draft without one thing; as it is where it has none."""
    if what.startswith("+"):
        return _untagged(draft, what)
    part = "place" if what.startswith("@") else what
    if part in _EMPTY:
        return replace(draft, **{part: _EMPTY[part]})  # type: ignore[arg-type]
    if what in draft.measurements:
        left = {name: value for name, value in draft.measurements.items() if name != what}
        return replace(draft, measurements=left)
    return _untagged(draft, what) if what.strip() else draft


def _untagged(draft: Draft, name: str) -> Draft:
    gone = tag_name(name)
    return replace(draft, tags=tuple(tag for tag in draft.tags if tag != gone))
