"""One logged line: which word goes where."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.activity import Activity, built_in_activities
from stridelog.domain.circumstances import (
    WordError,
    company_tags,
    effort_value,
    gear_name,
    note_text,
    place_name,
    tag_name,
)
from stridelog.domain.errors import StrideError
from stridelog.domain.logline import LineError, LogLine, NoSuchMeasureError, read_line, value_of
from stridelog.domain.quantity import AmbiguousQuantityError, DecimalMark, Notation
from stridelog.domain.units import UnitSystem

BUILT_IN = {activity.name: activity for activity in built_in_activities()}
RUN, SHIFT = BUILT_IN["run"], BUILT_IN["shift"]
NOTATION = Notation()


def read(activity: Activity, *words: str) -> LogLine:
    return read_line(words, activity, NOTATION)


def values(activity: str, *words: str) -> dict[str, float]:
    return {n: round(v, 3) for n, v in read(BUILT_IN[activity], *words).measurements.items()}


def test_every_word_goes_to_its_place_in_any_order() -> None:
    line = read(RUN, "+race", "turkey trot", "50:42", "@riverside", "effort=7", "10k", "+snow")
    assert line == LogLine(
        {"duration": 3042.0, "distance": 10_000.0}, ("race", "snow"), "riverside", "turkey trot", 7
    )


def test_nothing_said_is_nothing_known() -> None:
    assert read(RUN) == LogLine()


@pytest.mark.parametrize(
    ("activity", "words", "expected"),
    [
        ("run", ["6.2mi"], {"distance": 9977.933}),
        ("run", ["half", "1:45:10"], {"distance": 21_097.5, "duration": 6310.0}),
        ("run", ["145bpm"], {"heart-rate": 145.0}),
        ("run", ["10", "km", "50:42"], {"distance": 10_000.0, "duration": 3042.0}),
        (
            "run",
            ["half", "marathon", "1", "h", "45", "min"],
            {"distance": 21_097.5, "duration": 6300.0},
        ),
        ("run", ["elapsed=52:10", "50:42"], {"elapsed": 3130.0, "duration": 3042.0}),
        ("run", ["climb=120m", "10k"], {"climb": 120.0, "distance": 10_000.0}),
        ("run", ["distance=14m"], {"distance": 14.0}),
        ("run", ["duration=14m"], {"duration": 840.0}),
        ("run", ["Duration=14m"], {"duration": 840.0}),
        ("run", ["10k", "5:04/km"], {"distance": 10_000.0, "duration": 3040.0}),
        ("run", ["50:40", "5:04/km"], {"duration": 3040.0, "distance": 10_000.0}),
        ("run", ["10k", "12km/h"], {"distance": 10_000.0, "duration": 3000.0}),
        ("run", ["10k", "50:42", "5:04/km"], {"distance": 10_000.0, "duration": 3042.0}),
        ("ride", ["40km", "30km/h"], {"distance": 40_000.0, "duration": 4800.0}),
        ("ride", ["40km", "2:00/km"], {"distance": 40_000.0, "duration": 4800.0}),
        ("ride", ["40km", "210W"], {"distance": 40_000.0, "power": 210.0}),
        ("swim", ["1500m", "2:00/100m"], {"distance": 1500.0, "duration": 1800.0}),
        ("strength", ["5", "volume=1200kg"], {"sets": 5.0, "volume": 1200.0}),
        ("strength", ["50lb"], {"volume": 22.68}),
        ("shift", ["29", "92%", "8h"], {"tickets": 29.0, "csat": 0.92, "duration": 28_800.0}),
        ("shift", ["csat=92", "resolution=22m"], {"csat": 0.92, "resolution": 1320.0}),
        ("shift", ["promoters=10", "31"], {"promoters": 10.0, "tickets": 31.0}),
        ("study", ["1h30"], {"duration": 5400.0}),
        ("study", ["1:30:00"], {"duration": 5400.0}),
        ("study", ["45m"], {"duration": 2700.0}),
        ("study", ["12:30"], {"duration": 750.0}),
    ],
)
def test_a_quantity_goes_to_the_measure_of_its_kind(
    activity: str, words: list[str], expected: dict[str, float]
) -> None:
    assert values(activity, *words) == expected


def test_decimals_follow_the_setting() -> None:
    line = read_line(["10,5km"], RUN, Notation(UnitSystem.METRIC, DecimalMark.COMMA))
    assert line.measurements == {"distance": 10_500.0}


@pytest.mark.parametrize(
    ("activity", "words", "message", "hint"),
    [
        ("run", ["14m"], "14m could be 14 minutes or 14 metres.", "distance=14m or duration=14m"),
        ("study", ["1:30"], "1:30 could be minutes and seconds", "Say 1m30s or 1h30."),
        ("run", ["10k", "11k"], "distance was given twice: 10k and 11k.", "Keep one of them."),
        ("run", ["50:00", "52:00"], "duration was given twice", "Name the other one: elapsed=…"),
        ("run", ["10k", "50:00", "4:00/km"], "The pace of 4:00/km does not fit", "Leave the pace"),
        ("run", ["5:00/km"], "5:00/km alone does not say how much.", "Add the duration or the"),
        ("shift", ["nps=40"], "nps is worked out", "Log those: promoters, detractors, passives."),
        ("run", ["pulse=140"], 'run has no measure "pulse".', "It has: distance, duration"),
        ("run", ["hart-rate=140"], "Did you mean heart-rate?", "It has: "),
        ("shift", ["10k"], "shift has no measure for 10k, a distance.", "Its measures: duration"),
        ("shift", ["12km/h"], "shift has no measure for 12km/h, a speed.", "Its measures: "),
        ("extra-mile", ["10k"], "extra-mile has no measure for 10k", "Add one with: stride"),
        ("run", ["easy"], 'What is "easy"?', 'A tag is +easy, a place @easy, a note --note "easy"'),
        ("run", ["distanc"], "Did you mean distance=…?", "A tag is +distanc"),
        ("run", ["*"], 'What is "*"?', "A note of one word"),
        ("run", [""], 'What is ""?', "A note of one word"),
        ("run", ["@a", "@b"], "There are two places: @a and @b.", "Keep one."),
        ("strength", ["30reps"], '"30reps" is no quantity.', "Say reps=30."),
        ("shift", ["2.5tickets"], '"2.5tickets" is no quantity.', "Say tickets=2.5."),
    ],
)
def test_what_cannot_be_taken_is_explained(
    activity: str, words: list[str], message: str, hint: str
) -> None:
    with pytest.raises(StrideError) as caught:
        read(BUILT_IN[activity], *words)
    assert message in caught.value.message
    assert hint in caught.value.hint


def test_an_ambiguous_quantity_shows_both_readings() -> None:
    with pytest.raises(AmbiguousQuantityError) as caught:
        read(RUN, "14m")
    assert {r.quantity.value for r in caught.value.readings} == {14.0, 840.0}


def test_a_retired_measure_says_how_to_bring_it_back() -> None:
    retired = replace(
        RUN, measures=tuple(replace(m, retired=m.name == "climb") for m in RUN.measures)
    )
    with pytest.raises(NoSuchMeasureError, match="climb of run is retired") as caught:
        read(retired, "climb=10m")
    assert "--restore-measure climb" in caught.value.hint


def test_several_notes_become_lines() -> None:
    assert read(RUN, "one day", "another day").note == "one day\nanother day"


def test_a_value_of_a_named_measure_needs_no_unit_where_there_is_one() -> None:
    csat = SHIFT.measure("csat")
    assert csat is not None
    assert value_of("92", csat, NOTATION) == 0.92


@given(st.lists(st.text(max_size=12), max_size=4), st.sampled_from(sorted(BUILT_IN)))
def test_whatever_is_typed_is_taken_or_explained(words: list[str], activity: str) -> None:
    with suppress(StrideError):
        line = read(BUILT_IN[activity], *words)
        assert line.measurements.keys() <= {m.name for m in BUILT_IN[activity].loggable}


class TestNames:
    """Tags, places, gear, effort and notes."""

    def test_signs_and_capitals_go(self) -> None:
        assert (tag_name("+Race"), tag_name("race"), tag_name("++Race")) == ("race",) * 3
        assert (place_name("@Home"), place_name(" home "), place_name("@@home")) == ("home",) * 3
        assert tag_name("+c++") == "c++"

    @pytest.mark.parametrize("end", [",", ";", ".", "!?", "…", "\u037e", " ,"])
    def test_the_end_of_a_sentence_is_no_part_of_a_name(self, end: str) -> None:
        assert tag_name(f"+late{end}") == "late"
        assert place_name(f"@park{end}") == "park"
        assert company_tags(f"sam{end}") == ("with-sam",)

    def test_commas_stand_between_tags(self) -> None:
        assert read(RUN, "+late,", "+tired,+wet,,").tags == ("late", "tired", "wet")

    def test_both_spellings_of_an_accent_are_one(self) -> None:
        assert tag_name("cafe\u0301") == tag_name("CAFÉ") == "café"

    @pytest.mark.parametrize("text", ["", "+", "two words", "a\tb", "x" * 61, "a\x1b", "\ud800"])
    def test_what_is_no_word_is_no_tag(self, text: str) -> None:
        with pytest.raises(WordError, match="is not a tag"):
            tag_name(text)

    @given(st.text(max_size=20))
    def test_a_name_that_is_read_again_stays_the_same(self, text: str) -> None:
        for read_name in (tag_name, place_name, gear_name):
            try:
                name = read_name(text)
            except WordError:
                continue
            assert read_name(name) == name

    def test_gear_may_have_spaces(self) -> None:
        assert gear_name(" Pegasus 41 ") == "Pegasus 41"
        for text in ("", "  ", "a\nb", "x" * 61):
            with pytest.raises(WordError, match="is not the name of any gear"):
                gear_name(text)

    @pytest.mark.parametrize("text", ["1", "7", "10", "07"])
    def test_effort_goes_from_1_to_10(self, text: str) -> None:
        assert effort_value(text) == int(text)

    @pytest.mark.parametrize("text", ["0", "11", "-1", "7.5", "", "ten", "٣", "0010", "1" * 5000])
    def test_any_other_effort_is_refused(self, text: str) -> None:
        with pytest.raises(WordError, match="Effort is a whole number from 1 to 10"):
            effort_value(text)

    def test_a_note_is_text_of_some_length(self) -> None:
        assert note_text("  Felt\nlike flying. \n") == "Felt\nlike flying."
        assert len(note_text("x" * 100_000)) == 100_000
        with pytest.raises(WordError, match="The note has 100001 characters"):
            note_text("x" * 100_001)
        with pytest.raises(WordError, match="bytes that are no text"):
            note_text("caf\udce9")

    def test_a_line_error_is_a_usage_error(self) -> None:
        assert LineError.exit_code == 2


def test_what_was_put_together_and_is_no_quantity_is_no_note() -> None:
    with pytest.raises(StrideError):
        read(RUN, "1,2,3", "km")
    with pytest.raises(AmbiguousQuantityError):
        read(RUN, "14", "m")


def test_a_comma_stands_between_words() -> None:
    assert read(RUN, "10k,", "50:42,", "effort=7,", "@park,", "+wet") == read(
        RUN, "10k", "50:42", "effort=7", "@park", "+wet"
    )
    assert read(RUN, "5k", "One, two,").note == "One, two,"
