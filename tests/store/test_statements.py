"""The cost of a command: its statements do not grow with the journal, and they use indexes."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from example_journals import DAY, NOW, add, at, run
from traced_statements import traced

from command_line import Stride
from stridelog.domain.filters import Filters
from stridelog.store.connect import open_reading
from stridelog.store.reading.exported import every
from stridelog.store.writing import open_journal

FEW, MANY = 10, 1000

FILTERS: tuple[list[str], ...] = (
    [],
    ["run"],
    ["--tag", "race"],
    ["--not-tag", "race"],
    ["--place", "riverside"],
    ["--gear", "Pegasus"],
    ["--area", "fitness"],
    ["--distance", "5k"],
)

PERIODS = (
    ["--period", "2026"],
    ["--since", "2026-11-01", "--until", "2026-11-15"],
    ["--this-week"],
)

COMMANDS = (
    *(["list", *words] for words in (*FILTERS, *PERIODS, ["run", "--tag", "race"])),
    *(["compare", "--weeks", "1", "--window", "1w", *words] for words in FILTERS),
    *(["compare", "--weeks", "1", "--window", "1w", "--by", by] for by in ("tag", "place")),
    ["compare", "run", "--first"],
    ["equivalents"],
    ["celebrate", "--year"],
    ["streaks"],
    ["streaks", "run"],
    ["records"],
    ["records", "run"],
    ["records", "--tag", "race"],
    *(["records", "--by", by] for by in ("tag", "place")),
    ["show", "last"],
    ["show", "3"],
    ["search", "flying"],
    ["search", "flying", "--activity", "run"],
    ["search", "flying", "--tag", "race"],
    ["activities"],
    ["log", "run", "5k", "25:00", "+race", "@riverside", "once more"],
    ["edit", "1", "6k"],
    ["delete", "1"],
    ["undo"],
)


OF_THE_FIRST = (["edit", "1", "6k"], ["delete", "1"])
"""What changes the first entry of all, after which milestones are found again, month by month."""

A_MONTH = 25
"""Statements that this takes for each month, however many entries it has."""

MONTHS = MANY // 30 + 2

PAST_YEARS = 8
"""Statements that ask what was done on the same days of past years, where there are any."""


@pytest.fixture(scope="module")
def journals(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """Make a journal with few runs and one with many, a run a day."""
    folder = tmp_path_factory.mktemp("journals")
    return {count: _journal(folder / f"{count}.db", count) for count in (FEW, MANY)}


def _journal(path: Path, count: int) -> Path:
    like = run(DAY, note="Felt like flying.", tags=("race",), place="riverside", gear="Pegasus")
    days = [DAY - timedelta(days=n) for n in range(count)]
    *earlier, last = (replace(like, at=at(day)) for day in reversed(days))
    journal = open_journal(path, NOW)
    add(journal, *earlier)
    add(journal, last)
    return path


def statements_of(stride: Stride, journal: Path, words: list[str]) -> list[str]:
    """Return what a command asks of a journal."""
    shutil.copy(journal, stride.journal)
    with traced() as statements:
        ran = stride(*words)
    assert ran.code == 0, ran.err
    assert statements
    return statements


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_the_statements_of_a_command_do_not_grow_with_the_journal(
    stride: Stride, journals: dict[int, Path], words: list[str]
) -> None:
    few, many = (statements_of(stride, journals[count], words) for count in (FEW, MANY))
    assert len(many) <= len(few) + PAST_YEARS + (A_MONTH * MONTHS if words in OF_THE_FIRST else 0)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_command_finds_what_it_needs_by_indexes(
    stride: Stride, journals: dict[int, Path], words: list[str]
) -> None:
    statements = statements_of(stride, journals[MANY], words)
    with closing(sqlite3.connect(journals[MANY])) as connection:
        for statement in statements:
            if statement.split()[0] in {"SELECT", "WITH", "INSERT", "UPDATE", "DELETE"}:
                plan = connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
                for *_, step in plan:
                    assert not _goes_through_everything(step), (statement, plan)


def _goes_through_everything(step: str) -> bool:
    """Tell whether a step of a plan reads a whole table that grows with the journal."""
    first, table, *rest = *step.split(), ""
    growing = {"entry", "measurement", "entry_tag", "fact", "own", "part", "chosen"}
    return first == "SCAN" and table in growing and "USING" not in rest


def test_an_export_asks_the_same_again_for_each_500_entries(journals: dict[int, Path]) -> None:
    asked = {}
    for count, path in journals.items():
        with traced() as statements, closing(open_reading(path)) as connection:
            assert sum(1 for _ in every(connection, Filters())) == count
        asked[count] = len(statements)
    assert asked[MANY] - asked[FEW] == 5
