"""The sheet that the dialogue fills in, without any terminal."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.cli.dialogue.field import TYPING, Field
from stridelog.cli.dialogue.question import choices
from stridelog.cli.dialogue.questions import Facts
from stridelog.cli.dialogue.sheet import Sheet
from stridelog.domain.activity import built_in_activities
from stridelog.domain.entry import Draft, Entry
from stridelog.domain.likely import Guess
from stridelog.domain.quantity import DecimalMark, Notation
from stridelog.domain.units import UnitSystem

AT = datetime(2026, 11, 21, 1, 30, tzinfo=timezone(timedelta(hours=1)))
TODAY = AT.date()

METRIC = Notation()

RETIRED = {"walk"}
ACTIVITIES = {
    activity.name: replace(activity, retired=activity.name in RETIRED)
    for activity in built_in_activities()
}


def run(metres: float, seconds: float, effort: int | None = None) -> Entry:
    values = {"distance": metres, "duration": seconds}
    return Entry(1, "", "run", AT, TODAY, values, {}, ("stroller",), "canal", effort=effort)


RUNS = (
    run(10_000.0, 3_042.0, 7),
    run(5_000.0, 1_400.0),
    run(10_100.0, 3_100.0),
    run(9_900.0, 2_990.0),
    run(10_000.0, 3_200.0),
)


def facts(entries: Sequence[Entry] = (), notation: Notation = METRIC) -> Facts:
    guesses = [Guess(name) for name in ACTIVITIES if name not in RETIRED]
    return Facts(ACTIVITIES, guesses, lambda name: entries if name == "run" else (), notation)


def sheet(*answers: str, entries: Sequence[Entry] = (), notation: Notation = METRIC) -> Sheet:
    """Return a sheet after the first questions were answered."""
    filled = Sheet(facts(entries, notation), Draft("", AT))
    for answer in answers:
        filled.answer(answer)
    return filled


def name(filled: Sheet) -> str:
    return filled.asked.name if filled.asked else ""


def hint(filled: Sheet) -> str:
    assert filled.asked is not None
    return filled.asked.hint


def test_the_questions_follow_from_the_activity() -> None:
    assert [q.name for q in sheet("run").questions] == [
        "activity", "distance", "duration", "tags", "effort", "note",
    ]  # fmt: skip
    assert [q.name for q in sheet("extra-mile").questions] == ["activity", "tags", "effort", "note"]


def test_hints_tell_the_last_value_and_the_usual_ones() -> None:
    filled = sheet("run", entries=RUNS)
    assert hint(filled) == "last 10.00 km, usually 9.90–10.00 km"
    filled.answer("5k")
    assert hint(filled) == "this far: last 23:20"
    filled.back("")
    filled.answer("10k")
    assert hint(filled) == "this far: last 50:42, usually 50:42–51:40"
    filled.back("")
    filled.answer("marathon")
    assert hint(filled) == "last 50:42, usually 49:50–51:40"


def test_hints_are_in_the_units_and_marks_of_the_person() -> None:
    notation = Notation(UnitSystem.IMPERIAL, DecimalMark.COMMA)
    filled = sheet("run", entries=RUNS, notation=notation)
    assert hint(filled) == "last 6,21 mi, usually 6,15–6,21 mi"
    assert filled.asked is not None
    assert filled.asked.last == "10km"


def test_without_a_last_value_the_hint_says_how_to_say_one() -> None:
    assert hint(sheet("run")) == "like 10k"
    assert hint(sheet("shift", "", "")) == "like 92%"


def test_what_never_changes_is_as_usual() -> None:
    filled = sheet("run", entries=[run(5_000.0, 1_500.0)] * 4)
    assert hint(filled) == "last 5.00 km, as usual"


def test_an_answer_that_cannot_be_is_kept_and_explained() -> None:
    filled = sheet("run", "10")
    assert name(filled) == "distance"
    assert filled.asked is not None
    assert filled.text(filled.asked) == "10"
    assert filled.problem == "10 what? Say 10km or 10mi."
    filled.answer("10k")
    assert (name(filled), filled.problem) == ("duration", "")


@pytest.mark.parametrize(
    ("answers", "asked", "problem"),
    [
        (["2nd job"], "activity", '"2nd-job" cannot be the name of an activity.'),
        (["walk"], "activity", "walk is retired. Bring it back with: stride activities edit walk"),
        (["study", "1:30"], "duration", "Say 1m30s or 1h30."),
        (["run", "600km"], "duration", ""),
        (["run", "6000km"], "distance", "The distance is more than any entry can hold."),
        (["run", "", "", "@home @canal"], "tags", "There are two places: @home and @canal."),
        (["run", "", "", "", "11"], "effort", 'from 1 to 10, not "11".'),
    ],
)
def test_every_answer_is_read_with_care(answers: list[str], asked: str, problem: str) -> None:
    filled = sheet(*answers)
    assert name(filled) == asked
    assert problem in filled.problem


def test_a_problem_that_was_left_behind_comes_up_again() -> None:
    filled = sheet("run")
    filled.back("ten")
    filled.answer("run")
    assert (name(filled), filled.problem) == ("distance", "")
    filled.finish("ten")
    assert name(filled) == "distance"
    assert filled.problem.startswith('"ten" is no quantity.')


def test_a_pace_is_checked_where_the_later_half_of_it_is_answered() -> None:
    filled = sheet("run", "5k", "20:00")
    filled.back("")
    filled.back("20:00")
    filled.answer("15k")
    assert (name(filled), filled.problem) == ("duration", "")
    filled.answer("20:00")
    assert "15.00 km in 20:00 is 1:20/km, faster than anyone ran." in filled.problem


def test_a_sheet_is_finished_at_any_question() -> None:
    filled = sheet("run", "10k")
    filled.finish("50:42")
    assert filled.asked is None
    assert filled.draft() == Draft("run", AT, {"distance": 10_000.0, "duration": 3_042.0})


def test_a_new_activity_cannot_be_finished_before_it_is_measured() -> None:
    filled = sheet()
    filled.finish("climbing")
    assert name(filled) == "measured by"
    filled.finish("time")
    assert filled.asked is None
    assert filled.activity is not None
    assert [m.name for m in filled.activity.measures] == ["duration"]


@pytest.mark.parametrize(
    ("measured_by", "measures"),
    [
        ("time", ["duration"]),
        ("distance and time", ["distance", "duration"]),
        ("a count", ["times"]),
        ("nothing", []),
    ],
)
def test_a_new_activity_has_the_measures_that_were_chosen(
    measured_by: str, measures: list[str]
) -> None:
    asked = [q.name for q in sheet("Nordic Walking", measured_by).questions]
    assert asked == ["activity", "measured by", *measures, "tags", "effort", "note"]


def test_what_nothing_is_measured_by_is_refused() -> None:
    filled = sheet("climbing", "mood")
    assert name(filled) == "measured by"
    assert filled.problem.endswith("One of: time, distance and time, a count, nothing.")


def test_every_measure_is_asked_on_demand_after_the_usual_ones() -> None:
    filled = sheet("run", "10k")
    assert filled.has_more
    filled.more("50:42")
    assert (name(filled), filled.has_more) == ("duration", False)
    assert [q.name for q in filled.questions][1:6] == [
        "distance", "duration", "elapsed", "climb", "heart-rate",
    ]  # fmt: skip
    filled = sheet("run", "10k", "50:42", "race", "7")
    filled.more("Fine.")
    assert name(filled) == "elapsed"
    filled.finish("")
    assert filled.draft().note == "Fine."


def test_the_rest_of_a_draft_is_what_was_known_before() -> None:
    begun = Draft("", AT, gear="Pegasus 41", effort=7, note="Late.")
    filled = Sheet(facts(), begun)
    filled.answer("run")
    filled.finish("5k")
    assert filled.draft() == replace(begun, activity="run", measurements={"distance": 5_000.0})


def test_what_was_understood_stands_in_one_line() -> None:
    filled = sheet("run", "10k", "50:42", "+race @riverside", "7", "Felt like flying.")
    assert filled.understood(TODAY, time(0)) == (
        "run · today, 1:30 · 10.00 km in 50:42 · 5:04/km · +race · @riverside · effort 7 of 10 · "
        '"Felt like flying."'
    )
    # Their today may still be the 20th then.
    for today in (date(2026, 11, 20), date(2026, 11, 22)):
        assert sheet("study", "1h", "", "", "").understood(today, time(4)) == (
            "study · Sat 21 Nov 2026, 1:30 · counts for Fri 20 Nov 2026 · 1:00:00"
        )


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["run", "ride", "swim", "strength", "shift", "study", "practice", "extra-mile"]),
        ("s", ["swim", "strength", "shift", "study", "s"]),
        ("RUN", ["run"]),
        ("mile", ["extra-mile", "mile"]),
        ("extra mi", ["extra-mile", "extra-mi"]),
        ("shfit", ["shift", "shfit"]),
        ("walk", []),
        ("chess", ["chess"]),
    ],
)
def test_an_activity_is_found_by_what_is_typed(typed: str, found: list[str]) -> None:
    assert [option.text for option in choices(sheet().questions[0], typed)[0]] == found


def test_a_field_begins_with_the_answer_that_was_given() -> None:
    tags = sheet("run", "", "", entries=RUNS).asked
    assert tags is not None
    field = Field(tags, "snow @canal")
    assert (field.typed, field.ticked, field.answer) == ("snow", {"@canal"}, "@canal snow")
    field.tick()
    assert field.answer == "+stroller @canal snow"
    field.type("")
    assert (field.mark, field.answer) == (TYPING, "+stroller @canal")
    activity = Field(sheet().questions[0], "shift")
    assert (activity.typed, activity.answer) == ("", "shift")


typed = st.text(max_size=12) | st.sampled_from(
    [
        "run",
        "shift",
        "10k",
        "50:42",
        "2:10",
        "14",
        "1:30",
        "race @canal",
        "time",
        "7",
        "-",
        "+",
        "@",
    ]
)
moves = st.tuples(st.sampled_from(["answer", "back", "finish", "more", "correct"]), typed)


@given(st.lists(moves, max_size=12))
def test_whatever_is_typed_the_sheet_goes_on(moves: list[tuple[str, str]]) -> None:
    filled = Sheet(facts(RUNS), Draft("", AT))
    for move, text in moves:
        if move == "correct":
            if filled.asked is None:
                filled.correct()
        else:
            getattr(filled, move)(text)
        assert 0 <= filled.place <= len(filled.questions)
        if filled.asked is None:
            assert filled.activity is not None
            assert filled.understood(TODAY, time(4)).startswith(filled.activity.name)
        else:
            field = Field(filled.asked, filled.text(filled.asked))
            assert field.mark == TYPING or field.mark < len(field.options)


@given(typed, st.lists(st.sampled_from(["type", "up", "down", "tick"]), max_size=8))
def test_whatever_keys_are_pressed_the_mark_stands_on_an_option(text: str, keys: list[str]) -> None:
    for question in sheet("run", entries=RUNS).questions:
        field = Field(question, text)
        for key in keys:
            if key == "tick":
                field.tick()
            elif key == "type":
                field.type(field.typed[:-1])
            else:
                field.move(1 if key == "down" else -1)
            assert field.mark == TYPING or 0 <= field.mark < len(field.options)
            assert isinstance(field.answer, str)
