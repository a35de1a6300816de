"""``stride import``: history in."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import tzinfo
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from stridelog.cli.celebrating import every, tell_new
from stridelog.cli.context import Context
from stridelog.cli.goals.kinds import KINDS
from stridelog.cli.mappings import Mappings, previews
from stridelog.cli.options import Output, Yes, with_options
from stridelog.cli.words import command as made
from stridelog.domain.additions import names
from stridelog.domain.errors import UsageError
from stridelog.domain.importing import ImportFileError, ImportItem, ImportOptions
from stridelog.domain.outcome import Outcome
from stridelog.intake.planning import Batch, Plan, items_of, planned
from stridelog.intake.recognising import summaries
from stridelog.reports import formats
from stridelog.reports import imported as report
from stridelog.store.catalog import activities

UNITS = {"km": "km", "metric": "km", "mi": "mi", "miles": "mi", "imperial": "mi"}
"""What ``--units`` takes, and what it means."""


Progressing = Callable[[str, int | None, int], None]
"""Shows how far an import is: what is read, how many there are if that is known, how many now."""


@with_options
def import_(
    ctx: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", show_default=False)] = (),  # type: ignore[assignment]
    list_: Annotated[bool, typer.Option("--list", help="List the formats that are known.")] = False,
    timezone: Annotated[
        str,
        typer.Option(
            "--timezone", metavar="ZONE", help="Where you were: Europe/Berlin, UTC, +02:00."
        ),
    ] = "",
    units: Annotated[
        str, typer.Option("--units", metavar="UNITS", help="km or mi, where a file does not say.")
    ] = "",
    map_: Annotated[
        list[str],
        typer.Option(
            "--map", metavar="FIELD=COLUMN[:UNIT]", help="What a column of any table is; repeat it."
        ),
    ] = (),  # type: ignore[assignment]
    mapping: Annotated[
        str, typer.Option("--mapping", metavar="NAME|FILE", help="A mapping that was saved.")
    ] = "",
    save_mapping: Annotated[
        str, typer.Option("--save-mapping", metavar="NAME", help="Save what --map says.")
    ] = "",
    agent: Annotated[
        str, typer.Option("--agent", metavar="NAME", help="Who you are on the help desk.")
    ] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Read everything, change nothing.")
    ] = False,
    yes: Yes = False,
    output: Output = Output(),
) -> None:
    """Bring history in: files, folders or zips; what is there already is not added twice.

    Formats are recognised by what is in a file: stride import --list. Any other table, CSV or
    JSON lines, is read by --map: a FIELD is date, activity, note, tags, place, gear, effort or a
    measure.

    stride import my.csv --map date=day --map activity:=run --map distance=km:km
    """
    context: Context = ctx.obj
    if list_:
        context.show(formats, formats.Answer(summaries()), output)
        return
    if not paths:
        raise UsageError("import needs PATH.", "stride import strava-export.zip")
    named = Mappings(context.config_path, tuple(map_ or ()), mapping, save_mapping)
    plan = planned([Path(path).expanduser() for path in paths], named.importer, named.saved)
    options = ImportOptions(
        zone=_zone(timezone),
        notation=context.config.notation,
        date_order=context.config.date_order,
        measures={m.name: m for a in activities(context.reading).values() for m in a.measures},
        mapping=named.words,
        units=_units(units),
        agent=agent,
        day_starts=context.config.day_starts,
        goal_kinds=frozenset(names(KINDS)),
    )
    intake = _Intake(context, plan, options)
    if not (yes or dry_run):
        tried = intake.run(keep=False)
        if not any(map(report.changes, tried.files.values())):
            context.show(report, tried, output)
            return
        if not output.is_data:
            asked = replace(
                tried,
                state=report.State.ASKED,
                understood=previews(plan, options),
                measures=options.measures,
            )
            context.show(report, asked, output)
        context.confirm(report.question(tried), yes)
    known = every(context)
    answer = intake.run(keep=not dry_run)
    if dry_run:
        answer = replace(
            answer,
            state=report.State.TRIED,
            understood=previews(plan, options),
            measures=options.measures,
        )
    context.show(report, answer, output)
    if not dry_run:
        named.save(plan, options)
        if not output.is_data:
            tell_new(context, known)


@dataclass
class _Intake:
    """Reads what is planned, tracks once, and takes it in, once to try and once to keep."""

    context: Context
    plan: Plan
    options: ImportOptions
    tracks: dict[str, list[ImportItem]] = field(default_factory=dict)
    aside: dict[str, str] = field(default_factory=dict)

    def run(self, *, keep: bool) -> report.Answer:
        """Take everything in, and tell what became of it."""
        from stridelog.store.taking_in import take_in

        outcomes: dict[str, Outcome] = {}
        with _progress() as progress:
            for batch in self.plan.batches:
                if batch.tracks and batch.name not in self.tracks:
                    self.tracks[batch.name] = self._decoded(batch, progress)
            with self.context.change(trial=not keep) as change:
                for batch in self.plan.batches:
                    items = self.tracks[batch.name] if batch.tracks else self._read(batch)
                    outcomes[batch.name] = take_in(
                        change,
                        items,
                        self.context.config.notation,
                        partial(progress, batch.name, None),
                        batch.files[0].where,
                    )
        aside = {str(one.file): one.reason for one in self.plan.left_aside} | self.aside
        read = {name: outcome for name, outcome in outcomes.items() if name not in self.aside}
        return report.Answer(read, tuple(aside.items()))

    def _read(self, batch: Batch) -> Iterator[ImportItem]:
        """Give what is in a table; one of many that cannot be read at all is left aside."""
        begun = batch.alone
        for file in batch.files:
            try:
                for item in file.read(self.options):
                    begun = True
                    yield item
            except ImportFileError as error:
                if begun:
                    raise
                self.aside[str(file.file)] = " ".join(filter(None, (error.message, error.hint)))

    def _decoded(
        self, batch: Batch, progress: Callable[[str, int | None, int], None]
    ) -> list[ImportItem]:
        from stridelog.runtime.paths import tracks_folder

        items: list[ImportItem] = []
        done = 0
        for _, item in items_of(batch, self.options, tracks_folder()):
            if item is not None:
                items.append(item)
                continue
            done += 1
            progress(batch.name, len(batch.files), done)
        return items


def _zone(name: str) -> tzinfo:
    from stridelog.runtime.zones import local_zone, zone

    return zone(name) if name else local_zone()


def _units(text: str) -> str:
    if text and text not in UNITS:
        raise UsageError(f'"{text}" is no unit of distance.', "Say --units km or --units mi.")
    return UNITS.get(text, "")


@contextmanager
def _progress() -> Iterator[Progressing]:
    """Give what shows how far an import is: on a terminal, and nowhere else."""
    if not sys.stderr.isatty():
        yield lambda _name, _total, _done: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=None)

        def show(name: str, total: int | None, done: int) -> None:
            count = f"{done} of {total}" if total else f"{done} rows"
            progress.update(task, description=f"{name[-40:]}  {count}", total=total, completed=done)

        yield show


command = made(import_, "import")
