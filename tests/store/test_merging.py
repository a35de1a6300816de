"""One run, several sources: one entry, whichever came first."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from itertools import permutations
from random import Random
from typing import Any

from example_journals import (
    DAY,
    ZONE,
    add,
    assert_sound,
    at,
    content,
    journal_in_memory,
    run,
    stamp,
)
from hypothesis import given
from hypothesis import strategies as st
from recomputed import assert_kept_ready

from stridelog.domain.entry import Draft, Entry, Origin, Segment, as_draft
from stridelog.domain.filters import Filters
from stridelog.domain.outcome import Outcome
from stridelog.domain.quantity import Notation
from stridelog.store import history
from stridelog.store.merging import join, take_out
from stridelog.store.reading.entries import segments
from stridelog.store.reading.exported import every
from stridelog.store.reading.sources import doubtful_pairs, numbers_from, sources
from stridelog.store.room import Room
from stridelog.store.taking_in import take_in
from stridelog.store.writing import Journal

SEGMENT = Segment(1_000.0, 290.0, 12.0)

STRAVA = run(
    DAY, 10_000, 3_000, origins=(Origin("strava", "1"),), note="Turkey Trot", tags=("race",)
)
FIT = run(DAY, 10_020, 2_995, origins=(Origin("fit", "a"),), segments=(SEGMENT,))


def imported(journal: Journal, *drafts: Draft, file: str = "export.zip") -> Outcome:
    with journal.change(stamp("import")) as change:
        return take_in(change, drafts, Notation(), lambda _: None, file)


def told(journal: Journal) -> list[Any]:
    """Return the entries without what depends on the order in which they came: their numbers."""
    return sorted(
        (
            (replace(found.entry, number=0, uid=""), found.origins, found.segments)
            for found in every(journal.look(), Filters())
        ),
        key=repr,
    )


def only(journal: Journal) -> tuple[Entry, tuple[Origin, ...]]:
    """Return the one entry of a journal, and where it came from."""
    (found,) = every(journal.look(), Filters())
    return found.entry, found.origins


def test_a_run_in_two_sources_is_one_entry() -> None:
    journal = journal_in_memory()
    assert imported(journal, STRAVA).added == 1
    outcome = imported(journal, FIT)
    assert (outcome.added, outcome.merged) == (0, 1)
    entry, origins = only(journal)
    assert entry.measurements == {"distance": 10_020.0, "duration": 2_995.0}
    assert (entry.note, entry.tags) == ("Turkey Trot", ("race",))
    assert [origin.source for origin in origins] == ["fit", "strava"]
    assert segments(journal.look(), entry.number) == (SEGMENT,)
    assert_sound(journal.look())
    assert_kept_ready(journal.look())


def test_a_merge_can_be_undone_and_redone() -> None:
    journal = journal_in_memory()
    imported(journal, STRAVA)
    before = content(journal.look())
    imported(journal, FIT)
    after = content(journal.look())
    with journal.swap() as swap:
        history.undo(swap)
    assert content(journal.look()) == before
    with journal.swap() as swap:
        history.redo(swap)
    assert content(journal.look()) == after
    assert_kept_ready(journal.look())


def test_what_was_corrected_by_hand_survives_the_next_source() -> None:
    journal = journal_in_memory()
    imported(journal, STRAVA)
    with journal.change(stamp("edit")) as change:
        corrected = run(DAY, 10_500, 3_000, note="Pushed 50 lb.", tags=("race", "stroller"))
        change.replace(1, corrected)
    imported(journal, FIT)
    entry, _ = only(journal)
    assert entry.measurements == {"distance": 10_500.0, "duration": 2_995.0}
    assert (entry.note, entry.tags) == ("Pushed 50 lb.", ("race", "stroller"))


def test_a_source_that_says_something_new_is_heard() -> None:
    journal = journal_in_memory()
    imported(journal, STRAVA, FIT)
    renamed = replace(STRAVA, note="Turkey Trot with Sam")
    assert imported(journal, renamed).updated == 1
    entry, _ = only(journal)
    assert entry.note == "Turkey Trot with Sam"
    assert imported(journal, renamed).known == 1


def test_what_one_logged_by_hand_is_for_the_person_to_decide() -> None:
    journal = journal_in_memory()
    (number,) = add(journal, replace(run(DAY, 10_000, 3_001, note="By hand."), at=at(DAY, 20)))
    assert imported(journal, STRAVA).added == 1
    (pair,) = doubtful_pairs(journal.look())
    assert (pair.one_from, pair.other_from) == (("hand",), ("strava",))
    with journal.change(stamp("duplicates merge 1 2")) as change:
        join(Room(change), number, pair.other.number)
    entry, origins = only(journal)
    assert (entry.note, entry.tags, entry.at.hour) == ("By hand.", ("race",), 20)
    assert {origin.source for origin in origins} == {"hand", "strava"}
    assert doubtful_pairs(journal.look()) == []
    with journal.change(stamp("sources remove strava")) as change:
        assert not take_out(Room(change), number, "strava")
    entry, origins = only(journal)
    assert (entry.note, entry.tags) == ("By hand.", ())


def test_two_that_were_told_apart_stay_two() -> None:
    journal = journal_in_memory()
    one, other = add(journal, run(DAY, 10_000, 3_000), run(DAY, 10_000, 3_000))
    assert len(doubtful_pairs(journal.look())) == 1
    with journal.change(stamp("duplicates keep 1 2")) as change:
        change.tell_apart(other, one)
    assert doubtful_pairs(journal.look()) == []
    with journal.swap() as swap:
        history.undo(swap)
    assert len(doubtful_pairs(journal.look())) == 1


def three_that_agree_in_pairs() -> tuple[Draft, Draft, Draft]:
    """Return three accounts of a run of a mile, two of them too far apart but for the third."""
    first, between, last = (
        replace(run(DAY, 1_600, 460), at=at(DAY) + timedelta(seconds=late))
        for late in (0, 100, 200)
    )
    return (
        replace(first, origins=(Origin("strava", "1"),)),
        replace(between, origins=(Origin("fit", "a"),)),
        replace(last, origins=(Origin("garmin", "g"),)),
    )


def test_one_between_two_brings_them_together() -> None:
    orders = permutations(three_that_agree_in_pairs())
    found = []
    for order in orders:
        journal = journal_in_memory()
        for draft in order:
            imported(journal, draft)
        assert_sound(journal.look())
        assert_kept_ready(journal.look())
        found.append(told(journal))
    assert len(found[0]) == 1
    assert all(one == found[0] for one in found)


def test_what_was_brought_together_can_be_told_anew_in_the_same_file() -> None:
    first, between, last = three_that_agree_in_pairs()
    journal = journal_in_memory()
    imported(journal, first, last)
    outcome = imported(journal, between, replace(last, note="Home at last."))
    assert (outcome.merged, outcome.updated) == (1, 1)
    assert only(journal)[0].note == "Home at last."


def test_what_was_told_apart_is_not_brought_together() -> None:
    first, between, last = three_that_agree_in_pairs()
    journal = journal_in_memory()
    imported(journal, first, last)
    with journal.change(stamp("duplicates keep 1 2")) as change:
        change.tell_apart(1, 2)
    imported(journal, between)
    assert len(told(journal)) == 2


def test_of_two_that_look_alike_the_nearer_one_is_joined() -> None:
    journal = journal_in_memory()
    first = run(DAY, 1_600, 460, origins=(Origin("fit", "watch"),))
    second = replace(first, at=at(DAY) + timedelta(seconds=90), origins=(Origin("fit", "bike"),))
    imported(journal, first, second)
    imported(journal, replace(second, origins=(Origin("strava", "1"),)))
    keys = {origins for _, origins, _ in told(journal)}
    assert keys == {
        (Origin("fit", "watch"),),
        (Origin("fit", "bike"), Origin("strava", "1")),
    }


def test_a_workout_that_several_programs_wrote_down_joins_with_all_its_origins() -> None:
    twice = Origin("apple-health", "phone"), Origin("apple-health", "watch")
    journal = journal_in_memory()
    imported(journal, STRAVA)
    assert imported(journal, replace(STRAVA, origins=twice, note="")).merged == 1
    assert only(journal)[1] == (*twice, Origin("strava", "1"))
    again = replace(STRAVA, measurements={**STRAVA.measurements, "heart-rate": 150.0})
    assert imported(journal, replace(again, origins=twice[::-1], note="")).updated == 1
    assert only(journal)[0].measurements["heart-rate"] == 150
    before = content(journal.look())
    assert imported(journal, replace(again, origins=twice, note="")).known == 1
    assert content(journal.look()) == before


def test_what_was_deleted_stays_away_whoever_tells_of_it() -> None:
    journal = journal_in_memory()
    imported(journal, STRAVA)
    with journal.change(stamp("delete 1")) as change:
        change.delete([1])
    outcome = imported(journal, replace(FIT, row=7))
    assert (outcome.added, outcome.deleted) == (0, (7,))
    later = replace(FIT, at=at(DAY, 18), origins=(Origin("fit", "b"),))
    assert imported(journal, later).added == 1


def test_what_came_from_a_source_that_was_taken_out_may_come_from_another() -> None:
    journal = journal_in_memory()
    imported(journal, STRAVA)
    with journal.change(stamp("sources remove strava")) as change:
        take_out(Room(change), 1, "strava")
        change.forget_source("strava")
    assert imported(journal, FIT).added == 1


def test_a_join_keeps_what_was_changed_by_hand_in_both() -> None:
    journal = journal_in_memory()
    imported(journal, STRAVA, replace(FIT, at=at(DAY, 18)))
    with journal.change(stamp("edit")) as change:
        tagged = replace(STRAVA, tags=("race", "snow"), place="park", origins=())
        change.replace(1, tagged)
        noted = replace(FIT, at=at(DAY, 18), note="With Sam.", place="riverside", origins=())
        change.replace(2, noted)
    with journal.change(stamp("duplicates merge 1 2")) as change:
        join(Room(change), 1, 2)
    entry, _ = only(journal)
    assert (entry.note, entry.tags, entry.place) == ("With Sam.", ("race", "snow"), "park")
    assert entry.measurements["distance"] == 10_020


def test_a_join_keeps_what_an_older_journal_knew() -> None:
    journal = journal_in_memory()
    imported(journal, replace(FIT, at=at(DAY, 18)))
    # Version 2 kept no more of an origin than its key.
    with journal.change(stamp()) as change:
        change.add([replace(STRAVA, gear="Pegasus")])
    with journal.change(stamp("duplicates merge 1 2")) as change:
        join(Room(change), 1, 2)
    entry, origins = only(journal)
    assert (entry.note, entry.gear, len(origins)) == ("Turkey Trot", "Pegasus", 2)
    assert entry.measurements["distance"] == 10_020


def test_a_damaged_account_does_no_harm() -> None:
    journal = journal_in_memory()
    imported(journal, STRAVA)
    with journal.change(stamp()) as change:
        change.raw.execute("UPDATE origin SET told = 'garbage'")
    assert imported(journal, FIT).merged == 1
    assert imported(journal, STRAVA).updated == 0
    entry, _ = only(journal)
    assert entry.note == "Turkey Trot"


def test_the_last_day_of_the_calendar_can_be_compared() -> None:
    end = datetime(9999, 12, 31, 23, 50, tzinfo=UTC)
    journal = journal_in_memory()
    imported(journal, replace(STRAVA, at=end))
    assert imported(journal, replace(FIT, at=end)).merged == 1
    assert doubtful_pairs(journal.look()) == []


def test_pairs_are_found_over_midnight_and_among_many() -> None:
    journal = journal_in_memory()
    begun = datetime.combine(DAY, time(23, 59, 30), ZONE)
    many = [
        replace(
            run(DAY - timedelta(days=2), 300, 70),
            at=at(DAY - timedelta(days=2), 0) + timedelta(seconds=120 * number),
            origins=(Origin("csv", str(number)),),
        )
        for number in range(40)
    ]
    phone = replace(many[7], origins=(Origin("csv", "phone"),))
    late = replace(STRAVA, at=begun)
    too = replace(STRAVA, at=begun + timedelta(seconds=60), origins=(Origin("strava", "2"),))
    imported(journal, *many, phone, late, too)
    found = [(pair.one.number, pair.other.number) for pair in doubtful_pairs(journal.look())]
    assert found == [(8, 41), (42, 43)]


def test_each_source_is_counted() -> None:
    journal = journal_in_memory()
    later = run(DAY + timedelta(days=1), 5_000, 1_500, origins=(Origin("strava", "2"),))
    imported(journal, STRAVA, later, file="strava.zip")
    imported(journal, FIT, file="watch")
    fit, strava = sources(journal.look())
    assert (fit.name, fit.entries, fit.alone, fit.files) == ("fit", 1, 0, 1)
    assert (strava.name, strava.entries, strava.alone) == ("strava", 2, 1)
    assert (strava.first, strava.last) == (DAY, DAY + timedelta(days=1))
    assert strava.taken_at == "2026-11-21T07:12:00+00:00"


SOURCES = ("strava", "fit", "garmin", "gpx")


@st.composite
def exports(draw: st.DrawFn) -> dict[str, list[Draft]]:
    """Return what several sources tell of the same days: not all of all, nor quite the same."""
    found: dict[str, list[Draft]] = {}
    for hours in draw(st.lists(st.integers(0, 200), min_size=1, max_size=4, unique=True)):
        begun = at(DAY, 0) + timedelta(hours=3 * hours)
        metres, seconds = draw(st.integers(1_000, 20_000)), draw(st.integers(300, 7_000))
        for source in draw(st.sets(st.sampled_from(SOURCES), min_size=1)):
            late, share = draw(st.integers(-30, 30)), draw(st.floats(0.995, 1.005))
            moment = begun + timedelta(seconds=late)
            found.setdefault(source, []).append(
                Draft(
                    draw(st.sampled_from(["run", "walk"])),
                    moment.astimezone(ZONE),
                    {"distance": metres * share, "duration": seconds * share},
                    note=draw(st.sampled_from(["", "Morning Run", "Lunch"])),
                    tags=draw(st.sampled_from([(), ("race",), ("race", "snow")])),
                    origins=(Origin(source, str(hours)),),
                    segments=(SEGMENT,) if source in {"fit", "gpx"} else (),
                )
            )
    return found


def all_of(given: dict[str, list[Draft]], order: Iterable[str]) -> Sequence[Draft]:
    return [draft for source in order if source in given for draft in given[source]]


@given(exports(), st.permutations(SOURCES), st.randoms(use_true_random=False))
def test_the_order_of_imports_does_not_matter(
    given: dict[str, list[Draft]], order: list[str], random: Random
) -> None:
    journal = journal_in_memory()
    imported(journal, *all_of(given, SOURCES))
    first = told(journal)
    again = imported(journal, *all_of(given, order))
    assert (again.added, again.merged, again.updated) == (0, 0, 0)
    assert told(journal) == first
    journal = journal_in_memory()
    for source in order:
        drafts = list(given.get(source, ()))
        random.shuffle(drafts)
        imported(journal, *drafts)
    assert told(journal) == first
    assert_kept_ready(journal.look())


@given(exports(), st.permutations(SOURCES), st.sampled_from(SOURCES), st.integers(-40, 40))
def test_a_clock_on_the_wall_of_another_zone_changes_no_order(
    given: dict[str, list[Draft]], order: list[str], wall: str, quarters: int
) -> None:
    """One source has no zone, and copies another to the second but for that."""
    copied = (
        next(given[source] for source in SOURCES if source != wall and source in given)
        if (given.keys() - {wall})
        else []
    )
    given[wall] = [
        replace(
            draft,
            at=draft.at + quarters * timedelta(minutes=15),
            origins=(Origin(wall, draft.origins[0].key),),
            wall_clock=True,
        )
        for draft in copied
    ]
    found = []
    for names in (SOURCES, order):
        journal = journal_in_memory()
        for source in names:
            imported(journal, *given.get(source, ()))
        found.append(told(journal))
    assert found[0] == found[1]


@given(
    exports(),
    st.lists(st.tuples(st.sampled_from(SOURCES), st.sampled_from(["edit", "delete", ""]))),
    st.data(),
)
def test_what_was_changed_or_deleted_by_hand_outlives_every_import(
    given: dict[str, list[Draft]], steps: list[tuple[str, str]], data: st.DataObject
) -> None:
    journal = journal_in_memory()
    noted: set[str] = set()
    gone: set[Origin] = set()
    for source, then in (*steps, *((name, "") for name in SOURCES)):
        imported(journal, *given.get(source, ()))
        standing = list(every(journal.look(), Filters()))
        if not then or not standing:
            continue
        one = data.draw(st.sampled_from(standing))
        with journal.change(stamp(then)) as change:
            if then == "delete":
                change.delete([one.entry.number])
                gone |= set(one.origins)
            else:
                note = f"By hand {len(noted)}"
                noted = {*noted, note} - {one.entry.note}
                change.replace(one.entry.number, replace(as_draft(one.entry), note=note))
        if then == "delete":
            noted -= {one.entry.note}
    standing = list(every(journal.look(), Filters()))
    assert noted <= {found.entry.note for found in standing}
    assert gone.isdisjoint(origin for found in standing for origin in found.origins)
    assert_sound(journal.look())
    assert_kept_ready(journal.look())


@given(exports(), st.sampled_from(SOURCES))
def test_a_source_taken_out_leaves_what_the_others_told(
    given: dict[str, list[Draft]], source: str
) -> None:
    journal = journal_in_memory()
    imported(journal, *all_of(given, [name for name in SOURCES if name != source]))
    without = told(journal)
    journal = journal_in_memory()
    imported(journal, *all_of(given, SOURCES))
    before = content(journal.look())
    with journal.change(stamp("sources remove")) as change:
        room = Room(change)
        for number in numbers_from(change.raw, source):
            take_out(room, number, source)
        change.forget_source(source)
    assert told(journal) == without
    assert_kept_ready(journal.look())
    if source in given:
        with journal.swap() as swap:
            history.undo(swap)
        assert content(journal.look()) == before
