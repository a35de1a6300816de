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
from stridelog.domain.importing import ExportedEntry
from stridelog.store.catalog import activities
from stridelog.store.reading import entries

EXPORTERS = "stridelog.exporters"


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
    if not to:
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        exporter.write(known, found, sys.stdout)
        return
    file = Path(to).expanduser()
    if file.is_dir():
        raise OutputFileError(f"{file} is a folder.", f"Name a file: {file / 'journal.json'}")
    if file.exists():
        context.confirm(f"{file} is there already. Replace it?", yes)
    unfinished = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        with _private(unfinished) as out:
            exporter.write(known, found, out)
        unfinished.replace(file)
    except OSError as error:
        raise OutputFileError(
            f"{file} cannot be written: {(error.strerror or str(error)).lower()}.",
            "Name another place with --output.",
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)
    say(f"Written: {file}")


def _private(file: Path) -> TextIO:
    """Open a new file that only its owner can read."""
    descriptor = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    return os.fdopen(descriptor, "w", encoding="utf-8", newline="")


command = made(export, "export")
