"""The facts that goals are judged by: what counts for each scope, up to a day."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from example_journals import NOW, add, at, run

from stridelog.domain.entry import Draft
from stridelog.domain.goal import Scope
from stridelog.domain.standing import Asked
from stridelog.store.catalog import read_catalog
from stridelog.store.connect import open_reading
from stridelog.store.reading.goal_facts import facts
from stridelog.store.writing import Journal, open_journal

FIRST, SECOND, LAST = date(2026, 1, 5), date(2026, 3, 2), date(2026, 11, 20)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    journal = open_journal(tmp_path / "journal.db", NOW)
    add(
        journal,
        run(FIRST, 10_000, 3_000, tags=("race",), place="riverside"),
        run(SECOND, 5_000, 1_400, tags=("injury",)),
        run(LAST, 10_100, 2_900),
        Draft("ride", at(LAST, 18), {"distance": 40_000.0}, tags=("injury",)),
    )
    return journal


@pytest.mark.parametrize(
    ("scope", "values"),
    [
        (Scope("run", "distance"), [10_000.0, 5_000.0, 10_100.0]),
        (Scope("run", "duration", distance="10k"), [3_000.0, 2_900.0]),
        (Scope("run"), [1.0, 1.0, 1.0]),
        (Scope("run", distance="10k"), [1.0, 1.0]),
        (Scope("run", "distance", tags=("race",), place="riverside"), [10_000.0]),
        (Scope("run", "distance", not_tags=("race",)), [5_000.0, 10_100.0]),
        (Scope(tags=("injury",)), [1.0, 1.0]),
        (Scope("run", "watts"), []),
        (Scope("sail"), []),
    ],
)
def test_a_scope_says_what_counts(journal: Journal, scope: Scope, values: list[float]) -> None:
    with closing(open_reading(journal.path)) as connection:
        found = facts(connection, read_catalog(connection), [Asked((scope,))], LAST)
    assert list(found.of(scope).values) == pytest.approx(values)


def test_a_best_time_is_that_of_the_standard_distance_as_in_records(journal: Journal) -> None:
    scope = Scope("run", "duration", distance="10k")
    with closing(open_reading(journal.path)) as connection:
        asked = [Asked((scope,), bests=True)]
        found = facts(connection, read_catalog(connection), asked, LAST)
    assert list(found.bests[scope].values) == [3_000.0, round(2_900 / 1.01, 3)]


def test_what_came_later_is_as_if_it_had_not_been(journal: Journal) -> None:
    asked = [Asked((Scope("run", "distance"), Scope("run")), races=date(2025, 1, 1))]
    with closing(open_reading(journal.path)) as connection:
        catalog = read_catalog(connection)
        then, now = (facts(connection, catalog, asked, day) for day in (SECOND, LAST))
    for scope in asked[0].scopes:
        assert list(now.until(SECOND).of(scope).days) == list(then.of(scope).days)
    assert then.races["run"].days == (FIRST.toordinal(), SECOND.toordinal())
    assert now.until(SECOND).races["run"] == then.races["run"]
    assert [race.day for race in then.tagged["run"]] == [FIRST]
