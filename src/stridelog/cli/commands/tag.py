"""``stride tag``: put tags on entries, or take them off, one or many."""

import re
from collections.abc import Iterable
from typing import Annotated

import typer

from stridelog.cli.context import Context
from stridelog.cli.correction.choosing import (
    are_numbers,
    chosen,
    is_activity,
    no_entries_called,
)
from stridelog.cli.correction.said import Correction, correct_each, corrected
from stridelog.cli.correction.saving import amend, amend_one
from stridelog.cli.options import Circumstances, DryRun, Output, Period, Yes, with_options
from stridelog.cli.words import command as made
from stridelog.cli.words import refuse_options
from stridelog.domain.circumstances import tag_names
from stridelog.domain.errors import UsageError
from stridelog.domain.logline.said import Said
from stridelog.domain.plain_text import shown

_LESS = re.compile(r"-[^\W\d][\w-]+")
"""A tag with a minus, as one might write it."""


@with_options
def tag(
    ctx: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar="NUMBER|last|ACTIVITY|+TAG...", show_default=False)
    ] = (),  # type: ignore[assignment]
    without: Annotated[
        list[str], typer.Option("--without", metavar="TAG", help="Take this tag off.")
    ] = (),  # type: ignore[assignment]
    dry_run: DryRun = False,
    yes: Yes = False,
    circumstances: Circumstances = Circumstances(),
    period: Period = Period(),
    output: Output = Output(),
) -> None:
    """Put tags on entries, or take them off.

    stride tag 12 14 20-25 +race --without stroller

    Entries are named by number, or by an activity and filters:

    stride tag run --place turkey-trot --since 2021-01-01 +race

    More than one asks first.
    """
    context: Context = ctx.obj
    added = _tags(word for word in words if word.startswith("+"))
    gone = _tags(without)
    named = [word for word in words if not word.startswith("+")]
    _refuse_what_names_no_entry(ctx, named)
    if not (added or gone):
        raise UsageError("No tag was named.", "stride tag last +race --without stroller")
    found = chosen(context, named, circumstances, period)
    correction = Correction(Said(added), gone)
    if len(named) == len(found) == 1 and are_numbers(named[0]) and not dry_run:
        amend_one(context, found[0], corrected(context, found[0], correction), output)
        return
    corrections = list(zip(found, correct_each(context, correction, found), strict=True))
    amend(context, corrections, output, yes=yes, dry_run=dry_run)


def _tags(words: Iterable[str]) -> tuple[str, ...]:
    """Return each tag that the words say, behind its sign."""
    return tuple(f"+{name}" for word in words for name in tag_names(word))


def _refuse_what_names_no_entry(ctx: typer.Context, words: list[str]) -> None:
    """Refuse a tag without its sign, and one with a minus: that would be an option."""
    refuse_options(ctx, [word for word in words if not _LESS.fullmatch(word)])
    for word in words:
        if _LESS.fullmatch(word):
            name = shown(word[1:])
            raise UsageError(f"{shown(word)} takes no tag off.", f"Say --without {name}.")
        if not (are_numbers(word) or is_activity(ctx.obj, word)):
            name = shown(word)
            if name[0] == "@":
                raise UsageError(f"{name} is no tag.", f"A place: stride edit 12 {name}")
            raise no_entries_called(ctx.obj, word, f"A tag is +{name}.")


command = made(tag, "tag", ignore_unknown_options=True)
