"""An entry as a form in the person's own editor."""

import sys
from collections.abc import Callable
from dataclasses import replace

from stridelog.cli.context import Context, NotConfirmedError, say
from stridelog.domain.activity import Activity
from stridelog.domain.entry import Draft, Entry
from stridelog.domain.entry_form import read_form, write_form
from stridelog.domain.errors import UsageError
from stridelog.store.catalog import activities


class NothingToEditError(UsageError):
    """Neither fields nor an editor."""


def edit_in_editor(
    context: Context, entry: Entry, known: Activity, save: Callable[[Draft], None]
) -> None:
    """Save what the person makes of the entry's form; where that fails, keep what they wrote."""
    if not sys.stdin.isatty():
        raise NothingToEditError(
            "Nothing to change was named.", f"stride edit {entry.number} distance=10.2km"
        )
    from stridelog.cli.editor import edited, kept

    form = text = write_form(entry, known, context.config.notation)
    try:
        while True:
            text = edited(text)
            try:
                return save(_read(context, entry, form, text))
            except UsageError as error:
                say(f"stride: {error.message}\n  {error.hint}")
                context.confirm("Edit the form again, as you left it?", yes=False)
    except BaseException:  # Ctrl-C is no reason to lose it either
        if text != form and text.strip():
            say(f"What you wrote is kept in {kept(text.encode())}")
        raise


def _read(context: Context, entry: Entry, form: str, text: str) -> Draft:
    """Return what became of the form. Raises ``UsageError``, ``NotConfirmedError`` if nothing."""
    if text == form:
        raise NotConfirmedError("The form came back as it was. Nothing was changed.")
    draft = read_form(text, activities(context.reading), context.config.notation)
    if draft is None:
        raise NotConfirmedError("The form came back empty. Nothing was changed.")
    return replace(draft, day=entry.day if draft.at == entry.at else None)
