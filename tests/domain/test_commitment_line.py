"""Promises for a week: what the journal can measure, and what is asked."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.activity import Activity, built_in_activities
from stridelog.domain.commitment_line import (
    LONGEST,
    PromiseError,
    counted_as,
    plural,
    promised_way,
    read_commitment,
)
from stridelog.domain.errors import StrideError
from stridelog.domain.goal import Commitment, Scope, Target, Version
from stridelog.domain.goal_units import scope_measure
from stridelog.domain.quantity import DecimalMark, Notation
from stridelog.domain.review_words import counted_said
from stridelog.domain.units import UnitSystem

ACTIVITIES = {activity.name: activity for activity in built_in_activities()}

RUN, SHIFT = ACTIVITIES["run"], ACTIVITIES["shift"]


METRIC = Notation()

FIRST = date(2026, 6, 1)


def read(text: str, own: Activity | None = RUN, notation: Notation = METRIC) -> Commitment:
    return read_commitment(text, own, ACTIVITIES, notation)


@pytest.mark.parametrize(
    ("text", "scope", "value"),
    [
        ("3 runs", Scope("run"), 3.0),
        ("Three runs", Scope("run"), 3.0),
        ("a run", Scope("run"), 1.0),
        ("run 3x", Scope("run"), 3.0),
        ("3/week", Scope("run"), 3.0),
        ("3 runs this week", Scope("run"), 3.0),
        ("twice", Scope("run"), 2.0),
        ("3", Scope("run"), 3.0),
        ("2 swims", Scope("swim"), 2.0),
        ("2 extra miles", Scope("extra-mile"), 2.0),
        ("2 runs +hills +Snow", Scope("run", tags=("hills", "snow")), 2.0),
        ("1 run of 10k", Scope("run", distance="10k"), 1.0),
        ("one run of half", Scope("run", distance="half"), 1.0),
        ("40km", Scope("run", "distance"), 40_000.0),
        ("40 km of running", Scope("run", "distance"), 40_000.0),
        ("run 40km", Scope("run", "distance"), 40_000.0),
        ("5 hours of practice", Scope("practice", "duration"), 18_000.0),
        ("shift 100 tickets", Scope("shift", "tickets"), 100.0),
        ("shift tickets=100", Scope("shift", "tickets"), 100.0),
        ("3 runs.", Scope("run"), 3.0),
        ("at least 3 runs", Scope("run"), 3.0),
        ("2 runs @park", Scope("run", place="park"), 2.0),
        ("shift csat 93%", Scope("shift", "csat"), 0.93),
        ("shift csat=93%", Scope("shift", "csat"), 0.93),
        ("shift 93 % csat on average", Scope("shift", "csat"), 0.93),
        ("shift csat at least 93%", Scope("shift", "csat"), 0.93),
        ("shift resolution=20m", Scope("shift", "resolution"), 1200.0),
        ("shift first reply at most 10 min", Scope("shift", "first-reply"), 600.0),
        ("shift nps 40", Scope("shift", "nps"), 40.0),
        ("0 runs", Scope("run"), 0.0),
        ("no runs", Scope("run"), 0.0),
        ("no running +hills", Scope("run", tags=("hills",)), 0.0),
        ("at most 3 runs", Scope("run"), 3.0),
        ("no more than 3 runs", Scope("run"), 3.0),
        ("at most 40km", Scope("run", "distance"), 40_000.0),
        ("shift 0 reopened", Scope("shift", "reopened"), 0.0),
    ],
)
def test_what_can_mean_nothing_else_is_measured(text: str, scope: Scope, value: float) -> None:
    assert read(text) == Commitment(text, scope, value)


@pytest.mark.parametrize(
    "text",
    [
        "long run of 26 km on Saturday",
        "one run at goal pace",
        "a 26 km run",
        "26 km run",
        "run",
        "run every day",
        "no beer",
        "14m",
        "1 run of 7k",
        "-3 runs",
        "3 runs +",
        "1e3",
        "book the hotel",
        "40km and 3 runs",
        "2 runs @park @home",
        "shift csat at most 93%",
        "shift csat",
        "shift csat 20m",
        "heart-rate 150",
    ],
)
def test_all_else_is_a_promise_in_ones_own_words(text: str) -> None:
    assert read(text) == Commitment(text)


def test_without_an_activity_a_number_counts_nothing() -> None:
    assert read("3", own=None) == Commitment("3")
    assert read("3 runs", own=None) == Commitment("3 runs", Scope("run"), 3.0)


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("3 runs", "at least"),
        ("at most 3 runs", "at most"),
        ("no runs", "at most"),
        ("shift 10 reopened", "at most"),
        ("shift at least 10 reopened", "at least"),
        ("shift 100 tickets", "at least"),
        ("no more than 3 shifts", "at most"),
        ("shift csat 93%", "at least"),
        ("shift resolution 20m", "at most"),
    ],
)
def test_where_less_is_better_or_said_a_promise_is_at_most_so_much(text: str, way: str) -> None:
    said = read(text)
    assert said.scope is not None
    assert promised_way(said, scope_measure(said.scope, ACTIVITIES)) == way


@pytest.mark.parametrize(
    ("text", "way"),
    [("24km", "at most"), ("at least 24km", "at least"), ("3 runs", "at least")],
)
def test_a_promise_of_what_a_goal_limits_is_a_limit(text: str, way: str) -> None:
    target = Target(24_000.0, "at most", "week")
    limit = Version(FIRST, "rate", FIRST, scope=Scope("run", "distance"), target=target)
    said = read(text)
    assert said.scope is not None
    assert promised_way(said, scope_measure(said.scope, ACTIVITIES), limit) == way


def test_a_count_of_tickets_needs_their_name() -> None:
    assert read("100 tickets", own=SHIFT).scope == Scope("shift", "tickets")
    assert read("100", own=SHIFT) == Commitment("100", Scope("shift"), 100.0)


def test_amounts_are_read_in_the_persons_notation() -> None:
    german = Notation(UnitSystem.METRIC, DecimalMark.COMMA)
    assert read("42,5 km", notation=german).value == 42_500.0


@pytest.mark.parametrize("text", ["", "  ", "x" * (LONGEST + 1)])
def test_a_promise_is_one_line(text: str) -> None:
    with pytest.raises(PromiseError, match="one line"):
        read(text)


def test_the_words_are_kept_as_they_were_said() -> None:
    assert read(' 3   runs,\x1b[31m "easy" ').text == '3 runs,\x1b[31m "easy"'


@pytest.mark.parametrize(
    ("activity", "count", "said"),
    [
        ("run", 3, "3 runs"),
        ("run", 1, "1 run"),
        ("trail-run", 0, "no trail-runs"),
        ("yoga", 3, "yoga 3 times"),
        ("yoga", 1, "yoga once"),
        ("yoga", 0, "no yoga"),
        ("", 2, "2 entries"),
        ("", 1, "1 entry"),
    ],
)
def test_what_is_no_thing_to_count_is_done_so_many_times(
    activity: str, count: int, said: str
) -> None:
    assert counted_as(activity, count) == said


def test_plurals_are_those_of_english() -> None:
    assert list(map(plural, ("run", "study", "class", "play"))) == [
        "runs",
        "studies",
        "classes",
        "plays",
    ]


MEASURED = st.one_of(
    st.builds(
        lambda times, activity, tags: f"{counted_as(activity, times)} {' '.join(tags)}",
        st.integers(1, 100),
        st.sampled_from(sorted(ACTIVITIES)),
        st.lists(st.sampled_from(["+hills", "+snow", "+with-sam"]), max_size=2),
    ),
    st.builds("run {}km".format, st.integers(1, 500)),
    st.builds("run at most {}km".format, st.integers(1, 500)),
    st.builds("shift {} reopened".format, st.integers(0, 500)),
    st.builds("no more than {} runs +hills".format, st.integers(0, 100)),
    st.builds("practice at most {}x".format, st.integers(0, 100)),
    st.builds("{} runs of 10k".format, st.integers(2, 9)),
    st.builds("{} runs @park".format, st.integers(2, 9)),
    st.builds("shift csat {}%".format, st.integers(1, 100)),
    st.builds("shift resolution={}m".format, st.integers(1, 59)),
)


@given(MEASURED)
def test_what_is_said_of_a_measured_promise_is_the_same_promise_again(text: str) -> None:
    once = read(text)
    assert once.scope is not None
    again = read(counted_said(once, ACTIVITIES, METRIC))
    assert (again.scope, again.value) == (once.scope, once.value)
    measure = scope_measure(once.scope, ACTIVITIES)
    assert promised_way(again, measure) == promised_way(once, measure)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_promise_or_refused(text: str) -> None:
    with suppress(StrideError):
        said = read(text)
        assert said.text == " ".join(text.split())
        assert said.scope is None or said.value >= 0
