"""The language of a goal: what each word goes to, and what is no word of it."""

import shlex
from datetime import date

import pytest

from stridelog.domain.activity import built_in_activities
from stridelog.domain.errors import UsageError
from stridelog.domain.goal_line.line import GoalLine, GoalTime
from stridelog.domain.goal_line.reading import apart, read_goal_line
from stridelog.domain.quantity import Notation

ACTIVITIES = {activity.name: activity for activity in built_in_activities()}

TIME = GoalTime(date(2026, 1, 1), date(2026, 12, 31))


def read(text: str) -> GoalLine:
    _, name, words = apart(shlex.split(text), ACTIVITIES)
    return read_goal_line(words, ACTIVITIES.get(name), TIME, Notation())


def amounts(line: GoalLine) -> dict[str, float]:
    return {amount.measure.name: amount.value for amount in line.amounts}


def test_a_title_stands_first_in_quotes() -> None:
    words = ["Break 3:50", "run", "marathon", "3:50"]
    assert apart(words, ACTIVITIES) == ("Break 3:50", "run", ("marathon", "3:50"))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Faster run 10k 45:00", "Faster"),
        ("Run more run 3/week", ""),
        ("More of it all run 3/week", "More of it all"),
        ("run 3/week", ""),
        ("half run 1:45", ""),
        ("500km run", ""),
        ("rnu 500km", ""),
    ],
)
def test_words_before_the_activity_are_a_title_as_well(text: str, title: str) -> None:
    assert apart(text.split(), ACTIVITIES)[0] == title


def test_on_which_side_is_said_in_words() -> None:
    assert (read("run at most 3/week").way, read("run 400km at least").way) == (
        "at most",
        "at least",
    )


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("run marathon 3:50", 13_800), ("run half 1:45:00", 6_300), ("run mile 5:30", 330)],
)
def test_a_time_beside_a_standard_distance_is_one_that_can_be_run(
    text: str, seconds: float
) -> None:
    line = read(text)
    assert (line.distance, amounts(line)) == (text.split()[1], {"duration": seconds})


def test_a_signed_share_is_a_change_and_no_tag() -> None:
    assert (read("shift resolution -10%").change, read("shift tickets +10%").change) == (-0.1, 0.1)
    assert read("run +injury").tags == ("injury",)


def test_how_often_and_how_much_in_each_period() -> None:
    assert (read("run 3/week").times, read("run 3/week").per) == (3, "week")
    assert (amounts(read("run 40km/week")), read("run 40km/week").per) == (
        {"distance": 40_000.0},
        "week",
    )
    assert (read("run 100x").times, read("run 100x").per) == (100, "")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("run 12km 50:00", "The nearest is 10k"),
        ("run marathon 1:50:00", "Check the distance and the time"),
        ("run csat=95%", "It has: distance"),
        ("shift csat=50km", "Say it like csat="),
        ("1500km", "stride goals add run 1500km"),
        ("run 3/week 4/week", "Keep one of them"),
        ("run frobnicate", "A title is the first word"),
    ],
)
def test_what_is_no_word_of_a_goal_is_refused_with_the_nearest(text: str, hint: str) -> None:
    with pytest.raises(UsageError) as refused:
        read(text)
    assert hint in refused.value.hint
