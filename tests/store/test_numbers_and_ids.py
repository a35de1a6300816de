"""The numbers that people type, and the unique id behind each."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from changed_journals import found, from_strava, numbers, take, undo
from example_journals import DAY, NOW, add, journal_in_memory, run, stamp
from hypothesis import given
from hypothesis import strategies as st
from recomputed import assert_kept_ready

from stridelog.domain.filters import Filters
from stridelog.store.identity import new_uid
from stridelog.store.reading.entries import search
from stridelog.store.writing import Journal


@pytest.fixture
def journal() -> Journal:
    return journal_in_memory()


def test_entries_are_numbered_from_1(journal: Journal) -> None:
    assert add(journal, run(DAY), run(DAY)) == [1, 2]
    assert add(journal, run(DAY)) == [3]


def test_the_number_of_a_deleted_entry_is_not_given_again(journal: Journal) -> None:
    add(journal, run(DAY), run(DAY))
    with journal.change(stamp("delete 2")) as change:
        change.delete([2])
    assert add(journal, run(DAY)) == [3]


def test_the_number_of_an_entry_that_was_undone_is_not_given_again(journal: Journal) -> None:
    add(journal, run(DAY))
    undo(journal)
    assert add(journal, run(DAY)) == [2]


def test_an_entry_that_comes_with_a_number_keeps_it_where_it_is_free(journal: Journal) -> None:
    wished = [replace(run(DAY), number=number) for number in (5, 3, None, 9)]
    assert add(journal, *wished) == [5, 6, 7, 9]
    assert add(journal, run(DAY)) == [10]


@pytest.mark.parametrize("wished", [2**30, 2**40, 2**63 - 1])
def test_an_entry_that_comes_with_a_number_that_nobody_can_type_gets_another(
    journal: Journal, wished: int
) -> None:
    take(journal, from_strava("1", number=wished, note="Felt like flying."), from_strava("2"))
    assert numbers(journal) == [1, 2]
    assert [hit.number for hit in search(journal.look(), "flying", Filters(), 5)[0]] == [1]
    assert_kept_ready(journal.look())


@given(st.integers(0, 250_000_000_000_000))
def test_a_unique_id_is_a_uuid_of_version_7_with_its_time(milliseconds: int) -> None:
    now = datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=milliseconds)
    text = new_uid(now)
    uid = UUID(text)
    assert str(uid) == text
    assert (uid.version, uid.variant) == (7, "specified in RFC 4122")
    assert abs((uid.int >> 80) - milliseconds) <= 1  # a float holds the time


def test_unique_ids_are_in_the_order_of_time_and_never_the_same() -> None:
    times = [NOW + timedelta(milliseconds=n) for n in range(100)]
    uids = [new_uid(now) for now in times]
    assert all(earlier < later for earlier, later in pairwise(uids))
    assert len({new_uid(NOW) for _ in range(1000)}) == 1000


def test_an_entry_keeps_its_unique_id_when_it_is_corrected(journal: Journal) -> None:
    add(journal, run(DAY))
    before = found(journal, 1)
    with journal.change(stamp("edit 1 +race")) as change:
        change.replace(1, replace(run(DAY), tags=("race",)))
    assert found(journal, 1).uid == before.uid
    assert found(journal, 1).tags == ("race",)


def test_an_entry_that_comes_with_a_unique_id_keeps_it(journal: Journal) -> None:
    add(journal, replace(run(DAY), uid="0199-abc"))
    assert found(journal, 1).uid == "0199-abc"


def test_a_clock_that_stands_before_1970_stops_nobody() -> None:
    assert UUID(new_uid(datetime(1960, 1, 1, tzinfo=UTC))).int >> 80 == 0
