"""``stride import``: history in."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import tzinfo
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Annotated

import typer

from stridelog.cli.context import Context
from stridelog.cli.options import Output, Yes, with_options
from stridelog.cli.words import command as made
from stridelog.domain import additions
from stridelog.domain.errors import NotFoundError
from stridelog.domain.importing import ImportFileError, ImportOptions
from stridelog.domain.outcome import Outcome
from stridelog.reports import imported as report
from stridelog.store.catalog import activities

IMPORTERS = "stridelog.importers"

HEAD = 65_536
"""Bytes of a file that tell its format."""


@with_options
def import_(
    ctx: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", show_default=False)],
    timezone: Annotated[
        str,
        typer.Option(
            "--timezone", metavar="ZONE", help="Where you were: Europe/Berlin, UTC, +02:00."
        ),
    ] = "",
    map_: Annotated[
        list[str],
        typer.Option(
            "--map", metavar="FIELD=COLUMN[:UNIT]", help="What a column of any CSV is; repeat it."
        ),
    ] = (),  # type: ignore[assignment]
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Read everything, change nothing.")
    ] = False,
    yes: Yes = False,
    output: Output = Output(),
) -> None:
    """Bring history in; what is there already is not added twice.

    Strava's activities.csv and stride's own exports are recognised. Any other CSV is read by
    --map: a FIELD is date, activity, note, tags, place, gear, effort or a measure.

    stride import my.csv --map date=day --map activity:=run --map distance=km:km
    """
    context: Context = ctx.obj
    files = [Path(path).expanduser() for path in paths]
    importers = {file: _importer(file, map_) for file in files}
    options = ImportOptions(
        zone=_zone(timezone),
        notation=context.config.notation,
        date_order=context.config.date_order,
        measures={m.name: m for a in activities(context.reading).values() for m in a.measures},
        mapping=tuple(map_ or ()),
    )
    if not (yes or dry_run):
        tried = _run(context, importers, options, keep=False)
        added = sum(outcome.added for outcome in tried.values())
        rules = sum(outcome.new_rules for outcome in tried.values())
        if not (added or rules):
            context.show(report, report.Answer(tried), output)
            return
        if not output.is_data:
            context.show(report, report.Answer(tried, report.State.ASKED), output)
        entries = "this entry" if added == 1 else f"these {added} entries"
        context.confirm(f"Add {entries if added else 'what holds for streaks'}?", yes)
    outcome = _run(context, importers, options, keep=not dry_run)
    state = report.State.TRIED if dry_run else report.State.DONE
    context.show(report, report.Answer(outcome, state), output)


def _run(
    context: Context,
    importers: Mapping[Path, ModuleType],
    options: ImportOptions,
    *,
    keep: bool,
) -> dict[str, Outcome]:
    from stridelog.store.taking_in import take_in

    outcomes: dict[str, Outcome] = {}
    with context.change(trial=not keep) as change, _progress() as progress:
        for file, importer in importers.items():
            items = importer.read(file, options)
            each = partial(progress, file.name)
            outcomes[str(file)] = take_in(change, items, context.config.notation, each)
    return outcomes


class NoSuchFileError(NotFoundError):
    """Nothing lies at the path that was named."""


def _importer(file: Path, mapping: list[str]) -> ModuleType:
    """Return the importer that knows the file's format. Raises ``ImportFileError``."""
    head = _head(file)
    if mapping:
        return additions.load(IMPORTERS, "mapped_csv")
    for name in additions.names(IMPORTERS):
        importer = additions.load(IMPORTERS, name)
        if importer.sniff(file.name, head):
            return importer
    raise ImportFileError(
        f"{file} is in no format that stride knows.",
        "Any table can be read with --map FIELD=COLUMN, for example --map date=Day.",
    )


def _head(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            head = opened.read(HEAD)
    except FileNotFoundError:
        raise NoSuchFileError(f"There is no file {file}.", "Check the path.") from None
    except IsADirectoryError:
        raise ImportFileError(
            f"{file} is a folder.", f"Name the file in it: {file / 'activities.csv'}"
        ) from None
    except OSError as error:
        raise ImportFileError(f"{file} cannot be read: {error.strerror}.") from error
    if not head:
        raise ImportFileError(f"{file} is empty.", "Export it once more.")
    return head


def _zone(name: str) -> tzinfo:
    from stridelog.runtime.zones import local_zone, zone

    return zone(name) if name else local_zone()


@contextmanager
def _progress() -> Iterator[Callable[[str, int], None]]:
    """Give what shows the rows read so far: on a terminal, and nowhere else."""
    if not sys.stderr.isatty():
        yield lambda _name, _rows: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=None)
        yield lambda name, rows: progress.update(task, description=f"{name}: {rows} rows")


command = made(import_, "import")
