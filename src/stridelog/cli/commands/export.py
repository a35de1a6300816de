"""``stride export``: everything out."""

import os
import sys
from pathlib import Path
from typing import Annotated, TextIO

import typer

from stridelog.cli.asking import filters
from stridelog.cli.context import Context, say
from stridelog.cli.options import Circumstances, Period, Yes, with_options
from stridelog.cli.words import command as made
from stridelog.domain import additions
from stridelog.domain.errors import StrideError
from stridelog.domain.filters import Filters
from stridelog.domain.importing import ExportedEntry
from stridelog.store.catalog import activities
from stridelog.store.reading import entries
from stridelog.store.reading.rules import said

EXPORTERS = "stridelog.exporters"


SQLITE = b"SQLite format 3\0"
"""How every database of SQLite begins."""


class OutputFileError(StrideError):
    """The file cannot be written."""


@with_options
def export(
    ctx: typer.Context,
    activity: Annotated[str, typer.Argument(metavar="[ACTIVITY]", show_default=False)] = "",
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="json (everything) or csv.")
    ] = "json",
    to: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Write here, not to stdout.")
    ] = "",
    period: Period = Period(),
    circumstances: Circumstances = Circumstances(),
    yes: Yes = False,
) -> None:
    """Write everything out; stride import reads it back.

    stride export --output journal.json
    """
    context: Context = ctx.obj
    exporter = additions.load(EXPORTERS, format_)
    asked = filters(context, activity, circumstances, period)
    known = activities(context.reading).values()
    found = (ExportedEntry(*pair) for pair in entries.every(context.reading, asked))
    # What was deleted belongs to no part of the journal, only to the whole; so do pauses.
    whole = asked == Filters()
    deleted = entries.deleted_origins(context.reading) if whole else []
    rules = said(context.reading) if whole else {}
    if not to:
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        exporter.write(known, found, sys.stdout, deleted, rules)
        return
    file = Path(to).expanduser()
    if file.exists():
        _refuse_what_is_no_export(file)
        context.confirm(f"{file} is there already. Replace it?", yes)
    target = file.resolve()  # a symbolic link stays, and what it leads to is replaced
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with _private(unfinished) as out:
            exporter.write(known, found, out, deleted, rules)
        unfinished.replace(target)
    except OSError as error:
        raise OutputFileError(
            f"{file} cannot be written: {(error.strerror or str(error)).lower()}.",
            "Name another place with --output.",
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)
    say(f"Written: {file}")


def _refuse_what_is_no_export(file: Path) -> None:
    """Refuse to put a file in the place of a folder, a device, or a journal."""
    if file.is_dir():
        raise OutputFileError(f"{file} is a folder.", f"Name a file: {file / 'journal.json'}")
    if not file.is_file() or file.absolute().is_relative_to("/dev"):
        raise OutputFileError(
            f"{file} is not a regular file.", "Without --output, everything goes to stdout."
        )
    with file.open("rb") as there:
        if there.read(len(SQLITE)) == SQLITE:
            raise OutputFileError(
                f"{file} is a journal or another database.",
                f"Name another file: {file.with_suffix('.json')}",
            )


def _private(file: Path) -> TextIO:
    """Open a new file that only its owner can read."""
    descriptor = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    return os.fdopen(descriptor, "w", encoding="utf-8", newline="")


command = made(export, "export")
