"""The sheet that the dialogue about a goal fills in, without any terminal."""

import shlex
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.cli.dialogue.goal_answers import Calendar, how_much, options_of, until_when
from stridelog.cli.dialogue.goal_questions import GoalFacts
from stridelog.cli.dialogue.goal_sheet import GoalSheet
from stridelog.cli.goals.making import new_goal
from stridelog.domain.activity import AREAS, built_in_activities
from stridelog.domain.dates import DateOrder
from stridelog.domain.errors import UsageError
from stridelog.domain.goal import Goal, Version
from stridelog.domain.likely import Guess
from stridelog.domain.quantity import Notation

MONDAY = date(2026, 11, 23)

CALENDAR = Calendar(MONDAY, DateOrder.DAY_FIRST, 0)

ACTIVITIES = {activity.name: activity for activity in built_in_activities()}


def sheet(*answers: str) -> GoalSheet:
    """Return a sheet after the first questions were answered."""
    facts = GoalFacts(
        activities=ACTIVITIES,
        guesses=[Guess(name) for name in ACTIVITIES],
        calendar=CALENDAR,
        notation=Notation(),
        areas=AREAS,
        made=new_goal,
        lately=lambda _: "34 km a week",
        attainable=lambda _: "Your best is 4:02:00.",
        named=lambda goal: goal.latest.kind,
    )
    filled = GoalSheet(facts, Goal((Version(MONDAY, "do", MONDAY),)))
    for answer in answers:
        filled.answer(answer)
    return filled


def asked(filled: GoalSheet) -> str:
    return filled.asked.name if filled.asked else "Right?"


@pytest.mark.parametrize(
    ("activity", "like"),
    [
        ("shift", "like csat=95%, tickets=200, 3/week"),
        ("practice", "like 100h, 3/week"),
        ("run", "like 1500km, 3/week, half 1:45"),
        ("extra-mile", "like 3/week"),
    ],
)
def test_amounts_are_hinted_at_that_fit_the_activity(activity: str, like: str) -> None:
    question = sheet(activity).asked
    assert question is not None
    assert question.hint.endswith(like)
    for amount in like.removeprefix("like ").split(", "):
        assert asked(sheet(activity, amount)) == "until when"


def test_what_was_understood_is_told_whole() -> None:
    why = "Because stairs\nshould not be a mountain, and " * 3
    filled = sheet("run", "100km", "this year", why.replace("\n", " "))
    filled.finish("")
    assert f'"{" ".join(why.split())}"' in filled.understood()


TYPED = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            *("run", "shift", "something to do", "something to avoid", "extra-mile", "study"),
            *("1500km", "3/week", "half 1:45", "csat 95% average", "-10%", "no +injury", "+race"),
            *("at most 2 times a week", "at least", "once", "10k once", "resolution -10%", "100x"),
            *("this year", "next week", "15 may", "2027-Q1", "in 12 weeks", "yesterday", "-"),
            *("A", "Rotterdam", "Why not?", ""),
        ]
    ),
)


@given(st.lists(st.tuples(st.sampled_from("aaaabdc"), TYPED), max_size=12))
def test_whatever_is_typed_the_sheet_asks_on_or_is_a_goal(keys: list[tuple[str, str]]) -> None:
    filled = sheet()
    for key, text in keys:
        if filled.asked is None:
            filled.back("") if key == "b" else filled.correct()
        elif key == "b":
            filled.back(text)
        elif key == "d":
            filled.finish(text)
        else:
            filled.answer(text)
    filled.as_line()
    if filled.asked is None:
        goal = filled.draft().goal
        assert filled.understood()
        assert goal.latest.since == MONDAY
        assert filled.as_line().startswith("stride goals add ")


@pytest.mark.parametrize(
    ("answers", "line"),
    [
        (("run",), ""),
        (("run", "1500km"), "run 1500km"),
        (("run", "at most 2 times a week", "this quarter"), None),
        (
            ("run", "half 1:50", "15 may", "Fifty.", "Rotterdam", "b", "Fast"),
            "run half 1:50 --by 2027-05-15 --title Fast --why Fifty. --event Rotterdam --rank B",
        ),
        (("shift", "csat 95% on average", "2027-Q1"), "shift csat 95% --average --period 2027-Q1"),
        (("something to avoid", "injury", "2027"), "+injury --avoid --period 2027"),
        (("something to do", "Run it all", "next month"), "'Run it all' --do --period 2026-12"),
    ],
)
def test_what_was_answered_can_be_said_in_one_line(
    answers: tuple[str, ...], line: str | None
) -> None:
    said = sheet(*answers).as_line()
    if line is None:
        assert shlex.split(said)[-3:] == ["--at-most", "--period", "2026-Q4"]
    else:
        assert said.removeprefix("stride goals add ") == line


def test_the_rank_is_asked_where_there_is_an_event_and_the_area_where_no_activity_tells() -> None:
    names = [question.name for question in sheet("run", "500km", "", "", "Rotterdam").questions]
    assert "its rank" in names
    assert "area" not in names
    names = [question.name for question in sheet("something to do", "Run it all").questions]
    assert "its rank" not in names
    assert "area" in names


def test_nobody_gets_past_what_makes_the_goal() -> None:
    filled = sheet("run")
    filled.finish("")
    assert (asked(filled), filled.problem[:12]) == ("how much", "Say how much")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("this week", MONDAY, date(2026, 11, 29)),
        ("next month", date(2026, 12, 1), date(2026, 12, 31)),
        ("this quarter", date(2026, 10, 1), date(2026, 12, 31)),
        ("next year", date(2027, 1, 1), date(2027, 12, 31)),
        ("in 2027", date(2027, 1, 1), date(2027, 12, 31)),
        ("2027-q1", date(2027, 1, 1), date(2027, 3, 31)),
        ("by 15 may", MONDAY, date(2027, 5, 15)),
        ("until friday", MONDAY, date(2026, 11, 27)),
        ("in 12 weeks", MONDAY, date(2027, 2, 15)),
        ("today", MONDAY, MONDAY),
    ],
)
def test_until_when_is_said_as_people_say_it(text: str, first: date, last: date) -> None:
    found = until_when(text, CALENDAR)
    assert (found.first, found.deadline) == (first, last)
    assert options_of(found)


@pytest.mark.parametrize("text", ["2025", "15 may 2025", "last friday", "someday", "the end"])
def test_what_is_over_or_no_day_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        until_when(text, CALENDAR)


def test_how_much_is_taken_apart_from_what_options_say() -> None:
    assert how_much("at most 2/week").options == ("--at-most",)
    assert how_much("30km once").options == ("--once",)
    assert how_much("no +injury").options == ("--avoid",)
    assert how_much("1 500 km").options == ()
