"""``stride export``: everything out."""

import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Annotated, TextIO

import typer

from stridelog.cli.asking import filters
from stridelog.cli.context import Context, say
from stridelog.cli.options import Circumstances, Period, Yes, with_options
from stridelog.cli.words import command as made
from stridelog.domain.additions import load, names
from stridelog.domain.errors import StrideError, UsageError
from stridelog.domain.filters import Filters
from stridelog.domain.importing import Export
from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import shown
from stridelog.store.catalog import activities
from stridelog.store.reading import exported
from stridelog.store.reading.rules import said

EXPORTERS = "stridelog.exporters"

USUAL = "json"
"""The format that holds everything."""

SQLITE = b"SQLite format 3\0"
"""How every database of SQLite begins."""


class UnknownFormatError(UsageError):
    """No exporter writes that format."""


class OutputFileError(StrideError):
    """The file cannot be written."""


@with_options
def export(
    ctx: typer.Context,
    activity: Annotated[str, typer.Argument(metavar="[ACTIVITY]", show_default=False)] = "",
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="json (usual: everything), jsonl, csv, markdown, ical.",
        ),
    ] = "",
    to: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write here, not to stdout; the ending tells the format.",
        ),
    ] = "",
    period: Period = Period(),
    circumstances: Circumstances = Circumstances(),
    yes: Yes = False,
) -> None:
    """Write everything out; stride import reads it back.

    stride export --output journal.json
    """
    context: Context = ctx.obj
    file = Path(to).expanduser() if to else None
    exporter = _exporter(format_, file)
    asked = filters(context, activity, circumstances, period)
    # What was deleted, what was said of pairs and what holds for streaks belong to the whole alone.
    whole = asked == Filters()
    export = Export(
        activities(context.reading),
        exported.every(context.reading, asked, exporter.ORDER),
        exported.deleted_origins(context.reading) if whole else (),
        exported.distinct(context.reading) if whole else (),
        said(context.reading) if whole else {},
        context.config.notation,
    )
    if file is None:
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        exporter.write(export, sys.stdout)
        return
    if file.exists():
        _refuse_what_is_no_export(file)
        context.confirm(f"{file} is there already. Replace it?", yes)
    _write(exporter, export, file)
    say(f"Written: {file}")


def _exporter(format_: str, file: Path | None) -> ModuleType:
    """Return what writes a format; that of the file's ending, else JSON, where none is named."""
    known = {name: load(EXPORTERS, name) for name in names(EXPORTERS)}
    by_ending = {exporter.ENDING: exporter for exporter in known.values()}
    if not format_:
        return by_ending.get(file.suffix.lower() if file else "", known[USUAL])
    exporter = known.get(format_.lower()) or by_ending.get(f".{format_.lower()}")
    if exporter is None:
        meant = nearest(format_, known)
        raise UnknownFormatError(
            f'There is no format "{shown(format_)}".'
            + (f" Did you mean {meant}?" if meant else ""),
            f"Formats: {', '.join(known)}.",
        )
    return exporter


def _write(exporter: ModuleType, export: Export, file: Path) -> None:
    """Write the export into a file, which is there whole or not at all."""
    target = file.resolve()  # a symbolic link stays, and what it leads to is replaced
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with _private(unfinished) as out:
            exporter.write(export, out)
        unfinished.replace(target)
    except OSError as error:
        raise OutputFileError(
            f"{file} cannot be written: {(error.strerror or str(error)).lower()}.",
            "Name another place with --output.",
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)


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
