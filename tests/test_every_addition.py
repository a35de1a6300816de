"""What holds for every report, importer and exporter, by the names of their modules."""

import csv
import json
from collections.abc import Callable
from datetime import UTC
from inspect import getdoc, getmembers, isclass, isfunction
from io import StringIO
from pathlib import Path
from types import ModuleType

import pytest

from stridelog.cli.app import run
from stridelog.domain.additions import load, names
from stridelog.domain.dates import DateOrder
from stridelog.domain.errors import NotFoundError, StrideError
from stridelog.domain.importing import ImportOptions
from stridelog.domain.quantity import Notation

OFFERED = {
    "stridelog.reports": {"page", "document"},
    "stridelog.panels": {"compute", "block", "document"},
    "stridelog.goals": {"EXAMPLE", "takes", "made", "asks", "stands", "demand", "says"},
    "stridelog.importers": {"sniff", "read"},
    "stridelog.exporters": {"write"},
    "stridelog.milestones": {"sentence"},
}
"""The packages of additions, and the functions that each addition has."""

ADDITIONS = [(package, name) for package in OFFERED for name in names(package)]

ASKED = {
    "activities": ("activities list", 0),
    "amended": ("edit last 5k --dry-run", NotFoundError.exit_code),
    "celebrate": ("celebrate", 0),
    "compare": ("compare", 0),
    "duplicates": ("duplicates", 0),
    "entries": ("list", 0),
    "entry": ("show last", NotFoundError.exit_code),
    "equivalents": ("equivalents", 0),
    "formats": ("import --list", 0),
    "goal": ("goals show 1", NotFoundError.exit_code),
    "goals": ("goals", 0),
    "goals_share": ("goals share --privacy", 0),
    "goals_history": ("goals history", 0),
    "goals_review": ("goals review", 0),
    "imported": ("import nothing.json --yes", 0),
    "logged": ("log run 5k 25:00", 0),
    "logged_lines": ("log run 5k 25:00 --dry-run", 0),
    "nudge": ("nudge", 1),
    "records": ("records", 0),
    "onthisday": ("onthisday", 0),
    "rules": ("rest", 0),
    "settings": ("config list", 0),
    "sources": ("sources", 0),
    "streaks": ("streaks", 0),
    "today": ("", 0),
    "trends": ("trends", 0),
}
"""The words that ask for each report, and the exit code on an empty journal."""

WITHOUT_ROWS = {"today"}
"""Reports that are no table: they cannot be asked for as CSV."""

ONLY_OUT = {"ical", "markdown"}
"""Formats that journals are not read from again."""

Ran = Callable[[str, int], str]


@pytest.fixture
def printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Ran:
    """Run a command line on an empty journal, expect its exit code; return what it printed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STRIDE_JOURNAL", "journal.db")
    monkeypatch.setenv("STRIDE_CONFIG", "config.toml")
    monkeypatch.setenv("STRIDE_NOW", "2026-11-21T12:00:00+00:00")
    Path("nothing.json").write_text(
        '{"schema": "stride.export/1", "activities": [], "entries": []}'
    )

    def ran(words: str, exit_code: int) -> str:
        assert run([*words.split(), "--debug"]) == exit_code
        return capsys.readouterr().out

    return ran


@pytest.fixture(params=ADDITIONS, ids=".".join)
def addition(request: pytest.FixtureRequest) -> ModuleType:
    package, name = request.param
    return load(package, name)


def test_an_addition_says_in_one_line_what_it_is(addition: ModuleType) -> None:
    assert addition.SUMMARY.strip()
    assert addition.SUMMARY.splitlines() == [addition.SUMMARY]


def test_an_addition_documents_itself(addition: ModuleType) -> None:
    public = {
        name: value
        for name, value in getmembers(addition, lambda found: isfunction(found) or isclass(found))
        if value.__module__.startswith(addition.__name__) and not name.startswith("_")
    }
    assert [name for name, value in public.items() if not getdoc(value)] == []
    assert addition.__doc__


@pytest.mark.parametrize(("package", "name"), ADDITIONS)
def test_an_addition_offers_what_its_kind_offers(package: str, name: str) -> None:
    addition = load(package, name)
    assert {offered for offered in OFFERED[package] if hasattr(addition, offered)} == (
        OFFERED[package]
    )


def test_every_report_is_asked_for_here() -> None:
    assert tuple(sorted(ASKED)) == names("stridelog.reports")


@pytest.mark.parametrize("report", names("stridelog.reports"))
def test_a_report_of_an_empty_journal_is_a_page(report: str, printed: Ran) -> None:
    words, exit_code = ASKED[report]
    assert bool(printed(words, exit_code).strip()) is (exit_code == 0)


@pytest.mark.parametrize("report", names("stridelog.reports"))
def test_a_report_of_an_empty_journal_is_a_markdown_page(report: str, printed: Ran) -> None:
    words, exit_code = ASKED[report]
    assert bool(printed(f"{words} --markdown", exit_code).strip()) is (exit_code == 0)


@pytest.mark.parametrize("report", names("stridelog.reports"))
def test_a_report_of_an_empty_journal_is_a_json_document(report: str, printed: Ran) -> None:
    words, exit_code = ASKED[report]
    document = printed(f"{words} --json", exit_code)
    if exit_code == 0:
        schema, version = json.loads(document)["schema"].split("/")
        assert schema.startswith("stride.")
        assert version.isdigit()


@pytest.mark.parametrize("report", sorted({*names("stridelog.reports")} - WITHOUT_ROWS))
def test_a_report_of_an_empty_journal_is_a_table(report: str, printed: Ran) -> None:
    words, exit_code = ASKED[report]
    rows = list(csv.reader(StringIO(printed(f"{words} --csv", exit_code))))
    assert len({len(row) for row in rows}) <= 1


@pytest.mark.parametrize("exporter", sorted({*names("stridelog.exporters")} - ONLY_OUT))
def test_an_export_of_an_empty_journal_can_be_imported(exporter: str, printed: Ran) -> None:
    Path("export").write_text(printed(f"export --format {exporter}", 0), encoding="utf-8")
    assert '"added": 0' in printed("import export --yes --json", 0)


@pytest.mark.parametrize("importer", names("stridelog.importers"))
def test_an_importer_refuses_an_empty_file(importer: str, tmp_path: Path) -> None:
    module = load("stridelog.importers", importer)
    empty = tmp_path / "empty"
    empty.touch()
    assert module.sniff(empty.name, b"") is False
    options = ImportOptions(
        UTC, Notation(), DateOrder.DAY_FIRST, measures={}, mapping=("date=date",)
    )
    with pytest.raises(StrideError):
        list(module.read(empty, options))
