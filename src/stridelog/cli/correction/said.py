"""What a correction says, and what an entry becomes by it: one, or each of several."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo

from stridelog.cli.asking import activity_named
from stridelog.cli.context import Context, say
from stridelog.cli.correction.drafts import (
    NothingToTakeAwayError,
    changed,
    made_of,
    reduced,
    reduced_if_there,
)
from stridelog.cli.drafting import when
from stridelog.domain.activity import Activity
from stridelog.domain.amendment import ARROW
from stridelog.domain.circumstances import company_tags, effort_value, gear_name, note_text
from stridelog.domain.entry import Draft, Entry, as_draft
from stridelog.domain.errors import UsageError
from stridelog.domain.logline import LogLine, read_line
from stridelog.domain.logline.said import Said
from stridelog.domain.phrasing import value
from stridelog.domain.plain_text import shown
from stridelog.domain.plausible import check_plausible
from stridelog.store.catalog import activities

_OF_MANY = ("+", "@", "effort=")
"""What words begin with that can be said of several entries at once."""


class OneAtATimeError(UsageError):
    """What is one entry's own cannot be said of several."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What was said: words and options, what should go, and what the entry really was, if said.

    What should go must be there; ``if_there`` may not.
    """

    said: Said
    without: tuple[str, ...] = ()
    activity: Activity | None = None
    if_there: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was said."""
        return self == Correction(Said())


def corrected(context: Context, entry: Entry, correction: Correction) -> Draft:
    """Return what an entry becomes. Raises ``StrideError``; says what follows from a pace."""
    said = correction.said
    activity = correction.activity or activity_named(context, entry.activity).activity
    kept = reduced_if_there(as_draft(entry), correction.if_there)
    draft = made_of(activity, reduced(kept, correction.without, entry.number), entry.number)
    line = read_line(said.words, activity, context.config.notation, draft.measurements)
    _say_what_follows(context, activity, draft, line)
    draft = _with_options(changed(draft, line), said)
    if said.on:
        at = when(context, said.on, entry.at.time(), _zone_of(entry))
        draft = replace(draft, at=at, day=None)
    if said.notes:
        draft = replace(draft, note=note_text("\n".join(filter(None, (line.note, *said.notes)))))
    return believed(context, entry, draft, activity)


def correct_each(context: Context, correction: Correction, chosen: Sequence[Entry]) -> list[Draft]:
    """Return what each of several entries becomes.

    Only what may be the same for several can be said. What should go need not be there in each,
    but in one. Raises ``OneAtATimeError``, and ``StrideError`` with the number of the entry.
    """
    said = correction.said
    _refuse_what_is_ones_own(said)
    for what in correction.without:
        if all(reduced_if_there(as_draft(e), [what]) == as_draft(e) for e in chosen):
            raise NothingToTakeAwayError(
                f'None of the entries has "{shown(what)}" to take away.', "See: stride list"
            )
    line = read_line(said.words, Activity("", ""), context.config.notation)
    _with_options(as_draft(chosen[0]), said)  # what is wrong with an option is of no one entry
    known = activities(context.reading)
    return [
        _corrected_with_others(
            context, entry, correction, line, correction.activity or known[entry.activity]
        )
        for entry in chosen
    ]


def believed(context: Context, entry: Entry, draft: Draft, activity: Activity) -> Draft:
    """Return the draft, its values checked where they are new. Raises ``ImplausibleError``.

    What the entry held before was believed when it came in.
    """
    if (draft.activity, draft.measurements) != (entry.activity, entry.measurements):
        check_plausible(activity, draft.measurements, context.config.notation)
    return draft


def _corrected_with_others(
    context: Context, entry: Entry, correction: Correction, line: LogLine, activity: Activity
) -> Draft:
    try:
        gone = (*correction.without, *correction.if_there)
        draft = reduced_if_there(as_draft(entry), gone)
        if activity.name != entry.activity:
            draft = made_of(activity, draft, entry.number)
        draft = _with_options(changed(draft, line), correction.said)
        return believed(context, entry, draft, activity)
    except UsageError as error:
        error.message = f"Entry {entry.number}: {error.message}"
        raise


def _with_options(draft: Draft, said: Said) -> Draft:
    company = (tag for names in said.company for tag in company_tags(names))
    return replace(
        draft,
        tags=tuple(dict.fromkeys((*draft.tags, *company))),
        effort=effort_value(said.effort) if said.effort else draft.effort,
        gear=gear_name(said.gear) if said.gear else draft.gear,
    )


def _refuse_what_is_ones_own(said: Said) -> None:
    own = next((word for word in said.words if not word.startswith(_OF_MANY)), "")
    what = "--on" if said.on else "--note" if said.notes else f'"{shown(own)}"' if own else ""
    if what:
        raise OneAtATimeError(
            f"{what} is one entry's own: it is not said of several.",
            "Of several can be said: +TAG, @PLACE, --gear, --effort, --activity, --without.",
        )


def _say_what_follows(context: Context, activity: Activity, draft: Draft, line: LogLine) -> None:
    """Say which value a pace has changed that nobody typed."""
    for name in line.follows:
        measure = activity.measure(name)
        before = draft.measurements.get(name)
        if measure is not None and before is not None:
            old, new = (
                value(measure, amount, context.config.notation)
                for amount in (before, line.measurements[name])
            )
            say(f"{name}: {old} {ARROW} {new}")


def _zone_of(entry: Entry) -> tzinfo | None:
    """Return where an entry was made, if clocks here did not show its time; None for here."""
    from stridelog.runtime.zones import in_zone, local_zone

    here = in_zone(entry.at, local_zone())
    return None if here.utcoffset() == entry.at.utcoffset() else entry.at.tzinfo
