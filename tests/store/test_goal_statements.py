"""What goals ask of a journal: as many statements however many entries, all by indexes."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from example_journals import DAY, NOW, add, at, run
from traced_statements import traced

from stridelog.domain.entry import Draft, Segment
from stridelog.domain.goal import Scope
from stridelog.domain.record import EXCLUDED
from stridelog.domain.standing import Asked, Facts
from stridelog.store.catalog import read_catalog
from stridelog.store.connect import open_reading
from stridelog.store.reading.goal_facts import facts
from stridelog.store.writing import open_journal

FEW, MANY = 10, 1000

MARATHON = Scope("run", "duration", distance="marathon")

ASKED = [
    Asked((MARATHON,), races=date(2025, 1, 1), bests=True),
    Asked((Scope("run", "duration", distance="5k", tags=("race",)),), bests=True),
    Asked((Scope("run", "distance"),)),
    Asked((Scope("run", "distance"),), bests=True),
    Asked((Scope("run"),), since=DAY - timedelta(7)),
    Asked((Scope("run", "distance", place="riverside"),)),
    Asked((Scope("run", "distance", not_tags=("race",)),)),
    Asked((Scope("run", "heart-rate"),)),
    Asked((Scope(tags=("injury",)),)),
    Asked((Scope(tags=("race",), not_tags=("injury",)),)),
]


@pytest.fixture(scope="module")
def journals(tmp_path_factory: pytest.TempPathFactory) -> Mapping[int, Path]:
    """Make a journal with few runs and one with many, a run a day."""
    folder = tmp_path_factory.mktemp("goals")
    return {count: _journal(folder / f"{count}.db", count) for count in (FEW, MANY)}


def _journal(path: Path, count: int) -> Path:
    like = run(DAY, tags=("race",), place="riverside")
    drafts = [replace(like, at=at(DAY - timedelta(days=n))) for n in range(count)]
    add(open_journal(path, NOW), *drafts)
    return path


def asked_of(path: Path) -> list[str]:
    with traced() as statements, closing(open_reading(path)) as connection:
        catalog = read_catalog(connection)
        before = len(statements)
        facts(connection, catalog, ASKED, DAY)
        return statements[before:]


def test_they_do_not_grow_with_the_journal(journals: Mapping[int, Path]) -> None:
    few, many = (asked_of(journals[count]) for count in (FEW, MANY))
    assert len(few) == len(many) <= 2 * len(ASKED)


def test_they_find_what_they_need_by_indexes(journals: Mapping[int, Path]) -> None:
    statements = asked_of(journals[MANY])
    with closing(sqlite3.connect(journals[MANY])) as connection:
        for statement in statements:
            for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {statement}"):
                first, table, *rest = step.split()
                growing = table in {"entry", "named", "fact", "measurement", "entry_tag", "segment"}
                assert not (first == "SCAN" and growing and "USING" not in rest), (statement, step)


def told(path: Path, asked: Asked, until: date = DAY) -> Facts:
    with closing(open_reading(path)) as connection:
        return facts(connection, read_catalog(connection), [asked], until)


def test_what_holds_no_record_is_no_best_but_counts(tmp_path: Path) -> None:
    journal = open_journal(tmp_path / "journal.db", NOW)
    scope = Scope("run", "duration", distance="5k")
    add(
        journal,
        run(DAY, 5_000, 1_500),
        run(DAY, 5_000, 1_500, tags=(EXCLUDED,)),
        run(DAY, 5_000, 1_200, tags=(EXCLUDED,)),
    )
    found = told(journal.path, Asked((scope,), races=DAY, bests=True))
    assert sorted(found.of(scope).values) == [1_200.0, 1_500.0, 1_500.0]
    assert list(found.bests[scope].values) == [1_500.0]
    assert list(found.races["run"].values) == pytest.approx([1_500.0])


def test_a_pace_that_nobody_believes_is_no_best(tmp_path: Path) -> None:
    journal = open_journal(tmp_path / "journal.db", NOW)
    scope = Scope("run", "duration", distance="5k")
    honest = [run(DAY - timedelta(day), 5_000, 1_500 + day) for day in range(10)]
    add(journal, *honest, run(DAY, 5_000, 900))
    found = told(journal.path, Asked((scope,), races=DAY, bests=True))
    assert min(found.bests[scope].values) == min(found.races["run"].values) == 1_500.0


def test_the_fastest_stretch_of_a_longer_run_is_a_best(tmp_path: Path) -> None:
    journal = open_journal(tmp_path / "journal.db", NOW)
    scope, tagged = (Scope("run", "duration", "5k", tags) for tags in ((), ("race",)))
    longer = Draft(
        "run",
        at(DAY),
        {"distance": 8_000.0, "duration": 2_600.0},
        segments=(Segment(5_000.0, 1_450.0, 60.0),),
    )
    add(journal, longer, run(DAY - timedelta(1), 5_000, 1_500))
    found = told(journal.path, Asked((scope,), bests=True))
    assert list(found.bests[scope].values) == [1_500.0, 1_450.0]
    assert not told(journal.path, Asked((tagged,), bests=True)).bests[tagged].days
    assert not told(journal.path, Asked((scope,), bests=True), DAY - timedelta(2)).bests[scope].days


def test_a_distance_that_a_watch_measured_long_is_no_more_than_the_course(tmp_path: Path) -> None:
    journal = open_journal(tmp_path / "journal.db", NOW)
    add(journal, run(DAY, 10_300, 3_000), run(DAY, 9_900, 3_300))
    runs = told(journal.path, Asked((MARATHON,), races=DAY)).races["run"]
    assert list(runs.values) == pytest.approx([3_000.0])
    assert list(runs.weights) == [10_000.0]
