"""An import adds each entry once, and says what became of every row."""

from dataclasses import replace
from datetime import timedelta

import pytest
from changed_journals import delete, found, from_strava, numbers, take, undo
from example_journals import DAY, add, at, journal_in_memory, run
from recomputed import assert_kept_ready

from stridelog.domain.activity import Activity
from stridelog.domain.entry import Draft, Origin
from stridelog.domain.filters import Filters
from stridelog.domain.importing import Problem
from stridelog.domain.measure import Kind, Measure
from stridelog.domain.units import Dimension
from stridelog.store.catalog import activities
from stridelog.store.history import NothingToUndoError
from stridelog.store.reading.exported import every
from stridelog.store.taking_in import BATCH
from stridelog.store.writing import Journal

ROUTES = Measure("routes", Kind.ADDITIVE, Dimension.COUNT)

CLIMBING = Activity("climbing", "fitness", (ROUTES,))


@pytest.fixture
def journal() -> Journal:
    return journal_in_memory()


def test_a_second_import_adds_nothing(journal: Journal) -> None:
    file = [from_strava(str(row), row=row) for row in range(2, 5)]
    first, second = take(journal, *file), take(journal, *file)
    assert (first.read, first.added, first.known) == (3, 3, 0)
    assert (second.read, second.added, second.known) == (3, 0, 3)
    assert (first.first, first.last) == (DAY, DAY)
    assert (second.first, second.last) == (None, None)


def test_a_row_that_stands_in_a_file_twice_is_taken_once(journal: Journal) -> None:
    outcome = take(journal, from_strava("1", row=2), from_strava("1", row=3))
    assert (outcome.added, outcome.repeated) == (1, (3,))


def test_a_row_is_taken_once_however_long_the_file_is(journal: Journal) -> None:
    many = [from_strava(str(n), row=n + 2) for n in range(BATCH)]
    outcome = take(journal, *many, from_strava("0", row=BATCH + 2))
    assert (outcome.added, outcome.repeated) == (BATCH, (BATCH + 2,))


def test_an_entry_that_was_exported_is_known_by_its_unique_id(journal: Journal) -> None:
    add(journal, run(DAY))
    exported = replace(run(DAY), uid=found(journal, 1).uid, row=1)
    assert take(journal, exported).known == 1


def test_rows_that_cannot_be_kept_are_named_and_the_others_added(journal: Journal) -> None:
    heavy = replace(from_strava("1", row=2), measurements={"distance": 1e9})
    nameless = replace(from_strava("2", row=3), measurements={"moons": 3.0})
    outcome = take(journal, heavy, nameless, Problem(4, "It has no date."), from_strava("3", row=5))
    assert (outcome.read, outcome.added) == (4, 1)
    assert [problem.row for problem in outcome.problems] == [2, 3, 4]
    assert all(problem.reason.endswith(".") for problem in outcome.problems)


def test_an_activity_that_the_journal_lacks_is_made(journal: Journal) -> None:
    outcome = take(journal, replace(from_strava("1"), activity="trail-run"))
    assert outcome.new_activities == ("trail-run",)
    made = activities(journal.look())["trail-run"]
    assert made.area == "fitness"
    assert [m.name for m in made.measures if m.kind is Kind.DERIVED] == ["pace"]
    assert found(journal, 1).derived == {"pace": 300.0}


def test_a_measure_that_an_activity_lacks_is_added_to_it(journal: Journal) -> None:
    walk = Draft("walk", at(DAY), {"distance": 5e3}, origins=(Origin("strava", "1"),))
    lifted = replace(walk, measurements={"reps": 20.0}, origins=(Origin("strava", "2"),))
    outcome = take(journal, walk, lifted)
    assert outcome.new_measures == ("walk reps",)
    assert found(journal, 2).measurements == {"reps": 20.0}
    assert_kept_ready(journal.look())


def test_a_definition_is_taken_over_where_nothing_was_logged_yet(journal: Journal) -> None:
    take(journal, CLIMBING)
    wider = replace(CLIMBING, area="hobbies", measures=())
    take(journal, wider)
    assert activities(journal.look())["climbing"] == wider


def test_a_definition_only_adds_to_an_activity_that_has_entries(journal: Journal) -> None:
    take(journal, CLIMBING, Draft("climbing", at(DAY), {"routes": 8.0}))
    falls = Measure("falls", Kind.ADDITIVE, Dimension.COUNT)
    outcome = take(journal, Activity("climbing", "hobbies", (falls,)))
    assert outcome.new_measures == ("climbing falls",)
    assert activities(journal.look())["climbing"] == replace(CLIMBING, measures=(ROUTES, falls))


def test_a_definition_that_is_the_same_already_is_no_change(journal: Journal) -> None:
    take(journal, *activities(journal.look()).values())
    with pytest.raises(NothingToUndoError):
        undo(journal)


def test_words_are_made_fit_for_the_journal(journal: Journal) -> None:
    take(
        journal,
        from_strava(
            "1",
            tags=("Long Run", "long-run", "RACE"),
            place=" Green  Park ",
            gear=" Pegasus 41 ",
            note="  Felt like flying.\n",
        ),
    )
    entry = found(journal, 1)
    assert entry.tags == ("long-run", "race")
    assert (entry.place, entry.gear) == ("green-park", "Pegasus 41")
    assert entry.note == "Felt like flying."


def test_what_is_exported_and_imported_elsewhere_is_the_same_journal(journal: Journal) -> None:
    take(journal, CLIMBING, from_strava("1", number=7, tags=("race",), gear="Pegasus 41"))
    add(journal, Draft("climbing", at(DAY), {"routes": 8.0}, effort=7, note="Chalk."))
    add(journal, run(DAY - timedelta(1)))
    delete(journal, 9)
    known = activities(journal.look())
    whole = list(every(journal.look(), Filters()))
    exported = [
        Draft(
            activity=entry.activity,
            at=entry.at,
            measurements=entry.measurements,
            tags=entry.tags,
            place=entry.place,
            gear=entry.gear,
            effort=entry.effort,
            note=entry.note,
            origins=found.origins,
            uid=entry.uid,
            number=entry.number,
            day=entry.day,
            segments=found.segments,
        )
        for found in whole
        for entry in (found.entry,)
    ]
    other = journal_in_memory()
    take(other, *known.values(), *exported)
    assert numbers(other) == [7, 8]
    assert list(every(other.look(), Filters())) == whole
    assert activities(other.look()) == known
    assert_kept_ready(other.look())
