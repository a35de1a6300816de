"""One entry from what several sources told of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.account import (
    BY_HAND,
    Account,
    account,
    accounts,
    measured_by,
    put_together,
    revised,
    told,
)
from stridelog.domain.entry import Draft, Origin, Segment

AT = datetime(2026, 11, 20, 7, 0, 5, tzinfo=timezone(timedelta(hours=1)))


def by(source: str, draft: Draft) -> Account:
    return Account(Origin(source, "1"), draft)


FIT = by(
    "fit",
    Draft(
        "run",
        AT,
        {"distance": 10_020.5, "duration": 3_000.0, "heart-rate": 151.0},
        segments=(Segment(5_000.0, 1_480.0, 12.0),),
    ),
)
STRAVA = by(
    "strava",
    Draft(
        "trail-run",
        AT + timedelta(seconds=2),
        {"distance": 10_000.0, "duration": 3_010.0, "climb": 240.0},
        tags=("race",),
        gear="Pegasus",
        effort=8,
        note="Turkey Trot",
    ),
)
GPX = by("gpx", Draft("run", AT, {"distance": 9_900.0, "duration": 2_950.0}, note="Morning Run"))


def test_a_device_measures_and_a_person_describes() -> None:
    one = put_together([STRAVA, GPX, FIT])
    assert one == Draft(
        "trail-run",
        AT,
        {"distance": 10_020.5, "duration": 3_000.0, "heart-rate": 151.0, "climb": 240.0},
        tags=("race",),
        gear="Pegasus",
        effort=8,
        note="Turkey Trot",
        segments=(Segment(5_000.0, 1_480.0, 12.0),),
    )
    sources = {name: origin.source for name, origin in measured_by([STRAVA, GPX, FIT]).items()}
    assert sources == {
        "distance": "fit",
        "duration": "fit",
        "heart-rate": "fit",
        "climb": "strava",
    }


def test_distance_and_time_come_from_one_account() -> None:
    half = by("fit", Draft("run", AT, {"duration": 3_000.0}))
    assert put_together([half, STRAVA]).measurements["duration"] == 3_010.0


def test_it_does_not_matter_who_told_first() -> None:
    given = [FIT, STRAVA, GPX, by("runkeeper", replace(STRAVA.draft, tags=("snow",)))]
    first = put_together(given)
    assert all(put_together(order) == first for order in permutations(given))


def test_a_time_on_the_wall_gives_way_to_one_with_a_zone() -> None:
    wall = by("fit", replace(FIT.draft, at=AT + timedelta(hours=5), wall_clock=True))
    assert put_together([wall, STRAVA]).at == STRAVA.draft.at


def test_what_the_person_changed_stays_theirs() -> None:
    before = put_together([STRAVA])
    stands = replace(
        before,
        measurements={**before.measurements, "distance": 10_500.0},
        tags=("race", "stroller"),
        note="Pushed 50 lb.",
        day=AT.date(),
    )
    after = revised(stands, before, put_together([STRAVA, FIT]))
    assert after.measurements == {
        "distance": 10_500.0,
        "duration": 3_000.0,
        "climb": 240.0,
        "heart-rate": 151.0,
    }
    assert after.note == "Pushed 50 lb."
    assert after.tags == ("race", "stroller")
    assert after.gear == "Pegasus"


def test_what_the_person_took_out_stays_out() -> None:
    before = put_together([STRAVA])
    stands = replace(before, measurements={"distance": 10_000.0, "duration": 3_010.0}, tags=())
    after = revised(stands, before, put_together([STRAVA, FIT]))
    assert "climb" not in after.measurements
    assert after.tags == ()


def test_where_nothing_is_known_of_before_only_gaps_are_filled() -> None:
    stands = Draft("run", AT, {"distance": 10_000.0}, note="By hand.")
    after = revised(stands, None, put_together([FIT, STRAVA]))
    assert after.measurements["distance"] == 10_000.0
    assert after.measurements["duration"] == 3_000.0
    assert after.note == "By hand."
    assert after.gear == "Pegasus"


def test_an_account_of_which_nothing_was_kept_says_nothing() -> None:
    assert account(Origin("strava", "1")) is None
    assert accounts([Origin("strava", "1")]) == []


@pytest.mark.parametrize(
    "damaged",
    [
        "{",
        "null",
        "[]",
        '{"activity":"run"}',
        '{"activity":5,"at":"2026-11-20T07:00:05"}',
        '{"activity":"run","at":"yesterday"}',
        '{"activity":"run","at":"2026-11-20T07:00:05","offset":999999}',
        '{"activity":"run","at":"2026-11-20T07:00:05","measurements":{"distance":"far"}}',
        '{"activity":"run","at":"2026-11-20T07:00:05","measurements":{"distance":NaN}}',
        '{"activity":"run","at":"2026-11-20T07:00:05","measurements":[1]}',
        '{"activity":"run","at":"2026-11-20T07:00:05","segments":[[1]]}',
        '{"activity":"run","at":"2026-11-20T07:00:05","tags":[5]}',
        '{"activity":"run","at":"2026-11-20T07:00:05","note":{}}',
        "[" * 100_000,
    ],
)
def test_a_damaged_account_says_nothing(damaged: str) -> None:
    assert account(Origin("strava", "1", told=damaged)) is None


def test_the_same_moment_told_in_another_zone_may_be_of_another_day() -> None:
    late = AT.replace(hour=23, minute=30)
    abroad = by("fit", replace(FIT.draft, at=late.astimezone(timezone(timedelta(hours=9)))))
    before = put_together([by("strava", replace(STRAVA.draft, at=late))])
    after = revised(replace(before, day=late.date()), before, put_together([abroad]))
    assert after.at.isoformat() == abroad.draft.at.isoformat()
    assert after.day is None


texts = st.text(max_size=20)
drafts = st.builds(
    Draft,
    activity=st.text(min_size=1, max_size=20),
    at=st.integers(0, 4_000_000_000).map(lambda at: datetime.fromtimestamp(at, UTC)),
    measurements=st.dictionaries(texts, st.floats(allow_nan=False, allow_infinity=False)),
    tags=st.lists(texts, unique=True).map(sorted).map(tuple),
    place=texts,
    gear=texts,
    effort=st.none() | st.integers(1, 10),
    note=texts,
    segments=st.lists(
        st.builds(Segment, st.floats(1, 1e5), st.floats(1, 1e5), st.floats(0, 1e5)), max_size=3
    ).map(tuple),
    wall_clock=st.booleans(),
)


@given(drafts)
def test_what_was_told_reads_back_as_it_was_said(draft: Draft) -> None:
    found = account(Origin(BY_HAND, "1", told=told(draft)))
    assert found is not None
    assert found.draft == draft


@given(st.lists(drafts, min_size=1, max_size=3), drafts)
def test_an_untouched_entry_becomes_what_is_told_of_it(more: list[Draft], last: Draft) -> None:
    given = [Account(Origin("a", str(number)), draft) for number, draft in enumerate(more)]
    before = put_together(given)
    after = put_together([*given, Account(Origin("strava", "9"), last)])
    found = revised(before, before, after)
    assert replace(found, tags=(), day=None, wall_clock=False) == replace(
        after, tags=(), wall_clock=False
    )
    assert set(found.tags) == set(after.tags)
