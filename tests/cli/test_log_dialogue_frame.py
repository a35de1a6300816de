"""What is on the screen during the dialogue, at any size of it."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.formatted_text import fragment_list_to_text
from prompt_toolkit.utils import get_cwidth

from stridelog.cli.dialogue.drawing import Drawing, Fragments, columns
from stridelog.cli.dialogue.field import Field
from stridelog.cli.dialogue.frame import END, MOST_OPTIONS, Frame
from stridelog.cli.dialogue.questions import Facts
from stridelog.cli.dialogue.sheet import Sheet
from stridelog.domain.activity import built_in_activities
from stridelog.domain.entry import Draft
from stridelog.domain.likely import Guess
from stridelog.domain.quantity import Notation
from stridelog.render.paper import Paper

ACTIVITIES = {activity.name: activity for activity in built_in_activities()}
GUESSES = [Guess(name, "most Wednesdays about now") for name in ACTIVITIES]


def sheet(*answers: str) -> Sheet:
    """Return a sheet after the first questions were answered."""
    facts = Facts(ACTIVITIES, GUESSES, lambda _: (), Notation())
    filled = Sheet(facts, Draft("", datetime(2026, 11, 21, 23, 4, tzinfo=UTC)))
    for answer in answers:
        filled.answer(answer)
    return filled


def frame(filled: Sheet, paper: Paper, height: int = 24, typed: str = "") -> Frame:
    asked = filled.asked or END
    understood = "" if filled.asked else "run · 10.00 km in 50:42"
    return Frame(filled, Field(asked, typed), paper, height, understood)


def lines(fragments: Fragments) -> list[str]:
    return fragment_list_to_text(fragments).splitlines()


def drawn(shown: Frame) -> list[str]:
    parts = (shown.above(), shown.answer_begins(), shown.below(), shown.after(), shown.footer())
    return [line for part in parts for line in lines(part)]


@given(
    st.integers(20, 120),
    st.sampled_from(["utf-8", "ascii", "latin-1"]),
    st.text(max_size=80),
    st.lists(st.sampled_from(["shift", "run", "10k", "1h", "5", ""]), max_size=6),
)
def test_every_line_fits_the_width(
    width: int, encoding: str, typed: str, answers: list[str]
) -> None:
    filled = sheet(*answers)
    filled.finish(typed)
    for line in drawn(frame(filled, Paper(width, encoding=encoding), typed=typed)):
        assert get_cwidth(line) <= width
        line.encode(encoding)


@pytest.mark.parametrize("height", range(4, 30))
def test_as_many_answers_are_shown_as_there_is_room_for(height: int) -> None:
    filled = sheet("shift", "7h45", "29", "92", "late", "6", "Worked.")
    assert len(drawn(frame(filled, Paper(), height))) == min(height, 10)
    filled.back("")
    assert len(drawn(frame(filled, Paper(), height))) <= height
    filled.correct()
    assert len(drawn(frame(filled, Paper(), height))) <= height


def test_at_most_six_options_are_shown_around_the_mark() -> None:
    shown = frame(sheet(), Paper())
    assert len(lines(shown.below())) == MOST_OPTIONS + 1
    assert lines(shown.below())[-1].strip() == "3 more below"
    for _ in ACTIVITIES:
        shown.field.move(1)
    assert len(lines(shown.below())) == MOST_OPTIONS
    assert lines(shown.below())[-1].strip().startswith("❯ extra-mile")


def test_afterwards_the_answers_stay() -> None:
    filled = sheet("shift", "", "29", "", "", "", "Worked.")
    assert [line.split() for line in lines(frame(filled, Paper()).left())] == [
        ["What", "was", "it?", "›", "shift"],
        ["tickets", "like", "31", "›", "29"],
        ["note", "›", "Worked."],
    ]


def test_long_answers_are_cut_with_dots() -> None:
    filled = sheet("shift", "", "29", "", "", "", "wordy " * 20)
    assert lines(frame(filled, Paper(40)).left())[-1].endswith("wor...")


def test_what_a_person_wrote_is_shown_and_does_nothing() -> None:
    filled = sheet("shift", "", "29", "", "", "", "\x1b[2Jred")
    assert "\x1b" not in fragment_list_to_text(frame(filled, Paper()).left())


def test_keys_that_do_not_fit_are_left_out_of_the_footer() -> None:
    keys = ("Enter skip", "↑ back", "^D done")
    drawing = Drawing(Paper(22), columns([END], 22))
    assert fragment_list_to_text(drawing.footer(keys)) == "Enter skip · ↑ back"
    drawing = Drawing(Paper(24, encoding="ascii"), columns([END], 24))
    assert fragment_list_to_text(drawing.footer(keys)) == "Enter skip . Up back"
