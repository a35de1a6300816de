"""``stride export``: everything out."""

import sys
from pathlib import Path
from types import ModuleType
from typing import Annotated

import typer

from stridelog.cli.asking import filters
from stridelog.cli.context import Context
from stridelog.cli.options import Circumstances, Period, Yes, with_options
from stridelog.cli.output_file import write_file
from stridelog.cli.words import command as made
from stridelog.domain.additions import load, names
from stridelog.domain.errors import UsageError
from stridelog.domain.filters import Filters
from stridelog.domain.importing import Export
from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import shown
from stridelog.store.catalog import activities
from stridelog.store.reading import exported
from stridelog.store.reading.goals import goals
from stridelog.store.reading.rules import said

EXPORTERS = "stridelog.exporters"

USUAL = "json"
"""The format that holds everything."""


class UnknownFormatError(UsageError):
    """No exporter writes that format."""


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
    # What was deleted, said of pairs, set for streaks, and aimed at belongs to the whole alone.
    whole = asked == Filters()
    export = Export(
        activities(context.reading),
        exported.every(context.reading, asked, exporter.ORDER),
        exported.deleted_origins(context.reading) if whole else (),
        exported.distinct(context.reading) if whole else (),
        said(context.reading) if whole else {},
        goals(context.reading) if whole else (),
        context.config.notation,
    )
    if file is None:
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        exporter.write(export, sys.stdout)
        return
    write_file(context, file, lambda out: exporter.write(export, out), "journal.json", yes=yes)


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


command = made(export, "export")
