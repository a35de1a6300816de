"""What a command works with: clock, configuration, the journal, and where its answer goes."""

import os
import sqlite3
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from stridelog.cli.options import Output
from stridelog.domain.entry import day_of
from stridelog.domain.errors import StrideError, UsageError
from stridelog.domain.quantity import Notation
from stridelog.page import Page
from stridelog.runtime import config, paths
from stridelog.runtime.clock import Clock

if TYPE_CHECKING:
    from stridelog.store.change import Change, Stamp
    from stridelog.store.writing import Journal


class NotConfirmedError(StrideError):
    """The person said no, or could not be asked."""


class Report(Protocol):
    """A module of ``reports``: an answer laid out as a page and as a JSON document.

    ``ROWS`` is the key of the document under which the rows of its CSV stand.
    """

    ROWS: str

    def page(self, answer: Any, notation: Notation) -> Page:  # noqa: ANN401 (each report's own)
        """Lay the answer out."""

    def document(self, answer: Any) -> Mapping[str, object]:  # noqa: ANN401 (each report's own)
        """Return the answer as a JSON document."""


@runtime_checkable
class Tabled(Report, Protocol):
    """A report with fewer columns in its CSV than its document has."""

    def rows(self, answer: Any) -> Sequence[Mapping[str, object]]:  # noqa: ANN401 (each report's own)
        """Return the rows of its CSV."""


@dataclass
class Context:
    """One run of the program. Everything is read or opened when it is first asked for."""

    journal_given: str | None
    colour_given: str
    words: Sequence[str]

    @cached_property
    def now(self) -> datetime:
        """The local time, read once."""
        return Clock.from_environment(os.environ).now()

    @cached_property
    def today(self) -> date:
        """The day that an entry made now counts for."""
        return day_of(self.now, self.config.day_starts)

    @cached_property
    def config(self) -> config.Config:
        """What the person has set."""
        return config.load(self.config_path)

    @cached_property
    def config_path(self) -> Path:
        """Where the configuration lies."""
        return paths.config_path(os.environ)

    @cached_property
    def journal_path(self) -> Path:
        """Where the journal lies."""
        return paths.journal_path(self.journal_given, os.environ)

    @cached_property
    def reading(self) -> sqlite3.Connection:
        """The journal, to look only; an empty one in memory where none was begun."""
        from stridelog.store import connect

        if connect.exists(self.journal_path):
            return connect.open_reading(self.journal_path)
        from stridelog.store.writing import empty_journal

        return empty_journal(self.now).look()

    @cached_property
    def journal(self) -> "Journal":
        """The journal, to change; made where there is none."""
        from stridelog.store.writing import open_journal

        return open_journal(self.journal_path, self.now)

    @property
    def trial_journal(self) -> "Journal":
        """The journal, or an empty one in memory where there is none."""
        from stridelog.store import connect
        from stridelog.store.writing import empty_journal

        there = connect.exists(self.journal_path)
        return self.journal if there else empty_journal(self.now)

    @contextmanager
    def change(self, *, trial: bool = False) -> Iterator["Change"]:
        """Give one transaction on the journal, recorded under the words of this command.

        A trial changes nothing, and makes no journal where there is none.
        """
        journal = self.trial_journal if trial else self.journal
        with journal.change(self.stamp, self.config.day_starts, trial=trial) as change:
            yield change
        # What was looked at before may have been an empty journal in memory.
        self.close()
        self.__dict__.pop("reading", None)

    @property
    def stamp(self) -> "Stamp":
        """Who changes the journal now."""
        import platform
        import shlex

        from stridelog.store.change import Stamp

        words = shlex.join(self.words).encode(errors="backslashreplace").decode()
        return Stamp(words, self.now, platform.node())

    def explained(self, error: Exception) -> StrideError | None:
        """Return what an error of SQLite means for the person, None for any other error."""
        if not isinstance(error, sqlite3.Error):
            return None
        from stridelog.store.connect import explained

        return explained(error, self.journal_path)

    def close(self) -> None:
        """Close what was opened to look; the last to close a journal tidies up after WAL."""
        if "reading" in self.__dict__:
            self.reading.close()

    @property
    def colour(self) -> bool:
        """Whether the answer is drawn in colour."""
        wanted = self.colour_given or self.config.colour
        if wanted not in config.COLOURS:
            raise UsageError(
                f'--color takes always, never or auto, not "{wanted}".', "stride --color never …"
            )
        if wanted != "auto":
            return wanted == "always"
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        return sys.stdout.isatty() and not plain

    def show(self, report: Report, answer: Any, output: Output) -> None:  # noqa: ANN401 (each report's own)
        """Write a report's answer to stdout in the form that was asked for."""
        from stridelog.render.paper import paper_of, write

        encoding = sys.stdout.encoding or "utf-8"
        form = output.form
        if form == "json":
            from stridelog.render import json

            write(json.draw(report.document(answer), encoding), sys.stdout)
        elif form == "csv":
            from stridelog.render import csv

            if isinstance(report, Tabled):
                rows: Any = report.rows(answer)
            else:
                rows = report.document(answer)[report.ROWS]
            write(csv.draw(rows), sys.stdout)
        elif form == "markdown":
            from stridelog.render import markdown

            write(markdown.draw(report.page(answer, self.config.notation)), sys.stdout)
        else:
            from stridelog.render.text import drawn

            paper = paper_of(sys.stdout, os.environ, colour=self.colour)
            sys.stdout.write(drawn(report.page(answer, self.config.notation), paper))

    def confirm(self, question: str, yes: bool) -> None:  # noqa: FBT001 (--yes as it was typed)
        """Ask before something large; ``--yes`` answers. Raises ``NotConfirmedError``."""
        if yes:
            return
        if not sys.stdin.isatty():
            raise NotConfirmedError(
                f"{question} Nobody is there to answer, so nothing was changed.",
                "Add --yes where no terminal is.",
            )
        say(f"{question} [y/N] ", end="")
        if sys.stdin.readline().strip().lower() not in {"y", "yes"}:
            raise NotConfirmedError("Nothing was changed.")


def say(text: str, end: str = "\n") -> None:
    """Write narration to stderr, harmless whatever stands in it."""
    from stridelog.domain.visible_text import visible
    from stridelog.render.paper import write

    write(visible(text, "\n") + end, sys.stderr)
    sys.stderr.flush()
