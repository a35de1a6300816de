"""What a command imports: a fresh interpreter for each, for start-up is a feature.

A command that is not among ``CALLS`` fails the first test, so every new one is thought of.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from stridelog.cli.app import COMMANDS

RUN = """
import sys
from pathlib import Path
from stridelog.cli.app import run
code = run(sys.argv[2:])
Path(sys.argv[1]).write_text(" ".join((str(code), *sys.modules)))
"""
"""Runs a command line and writes down its exit code and what it imported."""

TOLD = ("typer",)
"""What a command needs that draws no page and changes nothing."""

DRAWN = ("typer", "rich")
CHANGED = ("typer", "sqlmodel")
BOTH = ("typer", "rich", "sqlmodel")


@dataclass(frozen=True, slots=True)
class Call:
    """A command line, the libraries that it needs and no others, and its exit code."""

    words: tuple[str, ...]
    libraries: tuple[str, ...]
    exit_code: int = 0


def call(words: str, libraries: tuple[str, ...], exit_code: int = 0) -> Call:
    return Call(tuple(words.split()), libraries, exit_code)


CALLS = {
    "": (
        call("", DRAWN),
        call("--json", TOLD),
        call("--markdown", TOLD),
        call("--help", TOLD),
        call("--version", TOLD),
        call("--nope", TOLD, 2),
        call("lsit", TOLD, 2),
    ),
    "log": (
        call("log run 5k 25:00 +race @riverside", CHANGED),
        call("log run 5k 25:00 --json", CHANGED),
        call("log run five", TOLD, 2),
        call("log rnu 5k", TOLD, 3),
        call("log --like last 24:00", CHANGED),
        call("log -", TOLD),
        call("log", TOLD, 2),
    ),
    "list": (
        call("list", DRAWN),
        call("list --color always", DRAWN),
        call("list --json", TOLD),
        call("list --csv", TOLD),
        call("list --markdown", TOLD),
        call("list rnu", TOLD, 3),
        call("list --nope", TOLD, 2),
    ),
    "show": (call("show last", DRAWN), call("show 1 --json", TOLD), call("show 99", TOLD, 3)),
    "edit": (call("edit 1 +race", CHANGED), call("edit 1", TOLD, 2), call("edit 99", TOLD, 3)),
    "tag": (
        call("tag 1 +race", CHANGED),
        call("tag run +race --yes", BOTH),
        call("tag run +race --yes --json", CHANGED),
        call("tag +race", TOLD, 2),
    ),
    "delete": (call("delete 1", CHANGED), call("delete 99", TOLD, 3)),
    "undo": (call("undo", CHANGED),),
    "redo": (call("redo", CHANGED, 3),),
    "search": (call("search flying", DRAWN), call("search flying --json", TOLD)),
    "compare": (
        call("compare", DRAWN),
        call("compare run --years 5 --json", TOLD),
        call("compare --by shoe", TOLD, 2),
        call("compare --age-graded", TOLD, 1),
    ),
    "equivalents": (
        call("equivalents", TOLD),
        call("equivalents 10k 50:42", DRAWN),
        call("equivalents 10k 50:42 --json", TOLD),
        call("equivalents 10k", TOLD, 2),
    ),
    "celebrate": (
        call("celebrate", DRAWN),
        call("celebrate run --year --json", TOLD),
        call("celebrate --year --month", TOLD, 2),
    ),
    "trends": (
        call("trends", DRAWN),
        call("trends run --why --json", TOLD),
        call("trends --months few", TOLD, 2),
    ),
    "onthisday": (
        call("onthisday", TOLD),
        call("onthisday 25 nov --json", TOLD),
        call("onthisday someday", TOLD, 2),
    ),
    "streaks": (call("streaks", DRAWN), call("streaks run --csv", TOLD)),
    "records": (
        call("records", DRAWN),
        call("records run --json", TOLD),
        call("records --by shoe", TOLD, 2),
    ),
    "rest": (
        call("rest", DRAWN),
        call("rest run --json", TOLD),
        call("rest run mon fri", CHANGED),
        call("rest run monn", TOLD, 2),
    ),
    "pause": (
        call("pause", DRAWN),
        call("pause --csv", TOLD),
        call("pause run --reason injured", CHANGED),
        call("pause run --to yesterday", TOLD, 2),
    ),
    "cadence": (
        call("cadence", DRAWN),
        call("cadence --json", TOLD),
        call("cadence run 3/week", CHANGED),
        call("cadence run 1/week", TOLD),
        call("cadence run often", TOLD, 2),
    ),
    "activities": (
        call("activities", DRAWN),
        call("activities show run --json", TOLD),
        call("activities add climbing", BOTH),
    ),
    "goals": (
        call("goals", DRAWN),
        call("goals --json", TOLD),
        call("goals show 1", TOLD, 3),
        call("goals review", DRAWN),
        call("goals review --json", TOLD),
        call("goals review --keep 1", TOLD, 3),
        call("goals history", DRAWN),
        call("goals add run 1500km --this-year", BOTH),
        call("goals add run", TOLD, 2),
        call("goals add", TOLD, 2),
        call("goals edit 1 1400km", TOLD, 3),
        call("goals pause 1", TOLD, 3),
        call("goals resume 1", TOLD, 3),
        call("goals close 1 --learned Enough.", TOLD, 3),
        call("goals share --privacy", DRAWN),
        call("goals share --html", TOLD, 1),
        call("goals note 1 Done.", TOLD, 3),
    ),
    "import": (
        call("import nothing.csv", TOLD, 3),
        call("import runs.csv --map date=day --map activity:=run --yes", BOTH),
        call("import --list", DRAWN),
        call("import --list --json", TOLD),
    ),
    "sources": (
        call("sources", TOLD),
        call("sources --json", TOLD),
        call("sources remove strava", TOLD, 3),
    ),
    "duplicates": (
        call("duplicates", TOLD),
        call("duplicates --json", TOLD),
        call("duplicates keep 1 last", TOLD, 2),
        call("duplicates merge 1 99", TOLD, 3),
    ),
    "export": (call("export", TOLD), call("export --format csv --output runs.csv --yes", TOLD)),
    "config": (
        call("config", DRAWN),
        call("config list --json", TOLD),
        call("config get units", TOLD),
        call("config set units imperial", ("typer", "tomlkit")),
        call("config unset units", ("typer", "tomlkit")),
    ),
    "nudge": (call("nudge", TOLD, 1), call("nudge --json", TOLD, 1)),
    "completion": (call("completion bash", TOLD), call("completion tcsh", TOLD, 2)),
    "demo": (call("demo config", TOLD, 2), call("demo --help", TOLD)),
}


def _python(program: str, *words: str, **environ: str) -> str:
    """Run a program in a fresh interpreter; return what it printed."""
    command = [sys.executable, "-X", "utf8", "-c", program, *words]
    settings = {"STRIDE_NOW": "2026-11-21T12:00:00+00:00", **environ}
    return subprocess.run(
        command,
        env={**os.environ, **settings},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


@cache
def _brought_by(libraries: tuple[str, ...]) -> frozenset[str]:
    """Return the packages outside the standard library that importing the libraries imports."""
    return _packages(_python(f"import sys, {', '.join(libraries)}; print(*sys.modules)").split())


def _packages(modules: list[str]) -> frozenset[str]:
    names = {module.partition(".")[0] for module in modules}
    ours = {"stridelog"}
    return frozenset(name for name in names - sys.stdlib_module_names - ours if name[0] != "_")


@pytest.fixture(scope="session")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a journal with one entry."""
    file = tmp_path_factory.mktemp("start-up") / "journal.db"
    _python(RUN, os.devnull, "--journal", str(file), "log", "run", "10k", "felt like flying")
    return file


@pytest.fixture
def modules_of(
    journal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Call], list[str]]:
    """Run a call on a copy of the journal; return the modules that it imported."""
    (tmp_path / "journal.db").write_bytes(journal.read_bytes())
    (tmp_path / "runs.csv").write_text("day,km\n2026-11-20,7\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STRIDE_JOURNAL", "journal.db")
    monkeypatch.setenv("STRIDE_CONFIG", "config.toml")

    def modules(asked: Call) -> list[str]:
        _python(RUN, "imported", *asked.words)
        exit_code, *imported = Path("imported").read_text().split()
        assert int(exit_code) == asked.exit_code
        return imported

    return modules


def test_every_command_is_called_here() -> None:
    assert set(CALLS) - {""} == set(COMMANDS)


@pytest.mark.parametrize(
    "asked",
    [pytest.param(asked, id=" ".join(asked.words)) for calls in CALLS.values() for asked in calls],
)
def test_a_command_imports_the_libraries_it_needs_and_no_others(
    asked: Call, modules_of: Callable[[Call], list[str]]
) -> None:
    assert _packages(modules_of(asked)) == _brought_by(asked.libraries)


def test_the_usual_places_are_found_by_platformdirs(
    modules_of: Callable[[Call], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("STRIDE_CONFIG")
    assert _packages(modules_of(call("list", DRAWN))) == _brought_by((*DRAWN, "platformdirs"))
