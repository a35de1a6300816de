"""The form of an entry: readable, and the same entry when it comes back."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.activity import Activity, built_in_activities
from stridelog.domain.circumstances import LONGEST_NOTE, WordError, gear_name, note_text, tag_name
from stridelog.domain.entry import Draft, Entry
from stridelog.domain.entry_form import FormError, read_form, write_form
from stridelog.domain.errors import UsageError
from stridelog.domain.plausible import LARGEST, SMALLEST
from stridelog.domain.quantity import DecimalMark, Notation
from stridelog.domain.units import UnitSystem

ACTIVITIES = {activity.name: activity for activity in built_in_activities()}
RUN = ACTIVITIES["run"]
NOTATION = Notation()

ENTRY = Entry(
    number=12,
    uid="uid",
    activity="run",
    at=datetime(2026, 11, 26, 8, 12, tzinfo=timezone(timedelta(hours=1))),
    day=date(2026, 11, 26),
    measurements={"distance": 10_000.0, "duration": 3042.0},
    derived={"pace": 304.2},
    tags=("race", "snow"),
    place="riverside",
    gear="Pegasus 41",
    effort=7,
    note="Felt\n\nlike flying.",
)

FORM = """\
# Entry 12. Change what you like, save, and close the editor.
# An empty value takes the thing away; an empty file leaves the entry as it was.
activity: run
at: 2026-11-26 08:12:00+01:00
distance: 10km
duration: 50:42
elapsed:
climb:
heart-rate:
tags: +race +snow
place: riverside
gear: Pegasus 41
effort: 7
note:
Felt

like flying.
"""


def as_draft(entry: Entry) -> Draft:
    return Draft(
        activity=entry.activity,
        at=entry.at,
        measurements=dict(entry.measurements),
        tags=entry.tags,
        place=entry.place,
        gear=entry.gear,
        effort=entry.effort,
        note=entry.note,
    )


def test_the_form_is_what_one_would_write_by_hand() -> None:
    assert write_form(ENTRY, RUN, NOTATION) == FORM


def test_it_comes_back_as_it_went() -> None:
    assert read_form(FORM, ACTIVITIES, NOTATION) == as_draft(ENTRY)


def test_everything_may_be_taken_away_and_lines_may_be_missing() -> None:
    draft = read_form("activity: run\nat: 2026-11-26T08:12+01:00\n", ACTIVITIES, NOTATION)
    assert draft == Draft("run", ENTRY.at)
    emptied = FORM.replace("+race +snow", "").replace("riverside", "").replace("10km", "")
    draft = read_form(emptied, ACTIVITIES, NOTATION)
    assert draft is not None
    assert (draft.tags, draft.place, draft.measurements) == ((), "", {"duration": 3042.0})


@pytest.mark.parametrize("text", ["", "\n\n", "# only\n# comments\n", "   \n"])
def test_an_empty_form_is_none(text: str) -> None:
    assert read_form(text, ACTIVITIES, NOTATION) is None


def test_a_note_may_stand_beside_its_name_and_say_anything() -> None:
    form = "activity: run\nat: 2026-11-26 08:12+01:00\nnote: one\n# two\nactivity: three\n"
    draft = read_form(form, ACTIVITIES, NOTATION)
    assert draft is not None
    assert draft.note == "one\n# two\nactivity: three"


def test_a_retired_measure_keeps_its_value() -> None:
    retired = replace(
        RUN, measures=tuple(replace(m, retired=m.name == "climb") for m in RUN.measures)
    )
    entry = replace(ENTRY, measurements={"climb": 20.0})
    form = write_form(entry, retired, NOTATION)
    draft = read_form(form, {"run": retired}, NOTATION)
    assert draft is not None
    assert draft.measurements == {"climb": 20.0}
    assert "climb" not in write_form(ENTRY, retired, NOTATION)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("activity: run", "activity: rnu", "The form names no known activity."),
        ("activity: run\n", "", "The form names no known activity."),
        ("at: 2026", "at: 2026-13", "is not a time with its offset from UTC."),
        ("at: 2026-11-26 08:12:00+01:00\n", "", "is not a time with its offset from UTC."),
        ("+01:00", "", "is not a time with its offset from UTC."),
        ("climb:", "distance: 5k", "distance stands there twice."),
        ("climb:", "pulse: 140", 'run has no measure "pulse".'),
        ("climb:", "pace: 5:00/km", 'run has no measure "pace".'),
        ("climb:", "what a day", '"what a day" is not a line of the form.'),
        ("climb:", "climb: high", '"high" is no quantity.'),
        ("distance: 10km", "distance: -5k", "A distance cannot be negative."),
        ("effort: 7", "effort: 11", "Effort is a whole number from 1 to 10"),
        ("+race +snow", "+race +", "is not a tag"),
        ("place: riverside", "place: by the river", "is not a place"),
    ],
)
def test_each_slip_is_named(old: str, new: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_form(FORM.replace(old, new), ACTIVITIES, NOTATION)
    assert message in caught.value.message


def test_a_misspelt_measure_is_guessed() -> None:
    with pytest.raises(FormError) as caught:
        read_form(FORM.replace("heart-rate:", "hart-rate: 140"), ACTIVITIES, NOTATION)
    assert caught.value.hint == "Did you mean heart-rate?"


def kept(text: str) -> str:
    """Return a text as a tag, "" where it cannot be one."""
    try:
        return tag_name(text)
    except WordError:
        return ""


def as_gear(text: str) -> str:
    try:
        return gear_name(text)
    except WordError:
        return ""


@st.composite
def entries(draw: st.DrawFn) -> tuple[Entry, Activity]:
    activity = draw(st.sampled_from(built_in_activities()))
    amounts = {
        measure.name: draw(
            st.floats(SMALLEST.get(measure.dimension, 0.0), LARGEST[measure.dimension])
        )
        for measure in activity.loggable
        if draw(st.booleans())
    }
    at = draw(st.datetimes(timezones=st.just(timezone(timedelta(hours=-3, minutes=-30)))))
    words = draw(st.lists(st.text(max_size=8).map(kept), max_size=3))
    entry = replace(
        ENTRY,
        activity=activity.name,
        at=at.replace(microsecond=0),
        measurements=amounts,
        tags=tuple(dict.fromkeys(word for word in words if word)),
        place="",
        gear=as_gear(draw(st.text(max_size=8))),
        effort=draw(st.none() | st.integers(1, 10)),
        note=note_text(draw(st.text(st.characters(codec="utf-8"), max_size=30))),
    )
    return entry, activity


NOTATIONS = st.builds(Notation, st.sampled_from(UnitSystem), st.sampled_from(DecimalMark))


@given(entries(), NOTATIONS)
def test_any_entry_survives_its_form(made: tuple[Entry, Activity], notation: Notation) -> None:
    entry, activity = made
    form = write_form(entry, activity, notation)
    assert read_form(form, ACTIVITIES, notation) == as_draft(entry)


@given(st.text(max_size=60))
def test_whatever_comes_back_is_read_or_explained(text: str) -> None:
    for form in (text, f"activity: run\nat: 2026-11-26 08:12+01:00\n{text}"):
        with suppress(UsageError):
            draft = read_form(form, ACTIVITIES, NOTATION)
            assert draft is None or len(draft.note) <= LONGEST_NOTE
