"""A goal by the letters of SMART: what is said of each, and of what is missing."""

from dataclasses import replace
from datetime import date

import pytest

from stridelog.domain.activity import built_in_activities
from stridelog.domain.comparison import FREQUENCY
from stridelog.domain.goal import Goal, Scope, Target, Version
from stridelog.domain.measure import Measure
from stridelog.domain.quantity import Notation
from stridelog.domain.smart import Letter, letters
from stridelog.domain.standing import Demand, Judged, Standing

ACTIVITIES = {activity.name: activity for activity in built_in_activities()}

MONDAY = date(2026, 11, 23)

MARATHON = Version(
    MONDAY,
    "reach",
    MONDAY,
    date(2027, 5, 15),
    Scope("run", "duration", "marathon"),
    Target(13_800.0, "at most"),
)

TOTAL = Version(
    MONDAY,
    "total",
    date(2026, 1, 1),
    date(2026, 12, 31),
    Scope("run", "distance"),
    Target(1_500_000.0),
)


def judged(version: Version, current: float | None = 1.0, **about: str) -> Judged:
    scope = version.scope
    found = ACTIVITIES[scope.activity].measure(scope.measure) if scope.measure else None
    measure: Measure = found or FREQUENCY
    goal = Goal((version,), number=1, **about)  # type: ignore[arg-type]
    return Judged(goal, version, measure, "Break 3:50", Standing(MONDAY, "open", current=current))


def said(one: Judged, demand: Demand) -> dict[str, Letter]:
    return {found.letter: found for found in letters(one, "what is asked", demand, Notation())}


def test_the_words_of_the_product_are_said_of_a_time_to_break() -> None:
    demand = Demand(174, 14_520.0, 13_800 / 14_520 - 1, -0.04)
    assert said(judged(MARATHON), demand)["A"].said == (
        "Your best is 4:02:00; that is 5 % faster in 25 weeks.",
        "In your best 25 weeks so far you gained 4 %.",
    )


@pytest.mark.parametrize(
    ("demand", "sentences"),
    [
        (
            Demand(365, 1_210_000.0, 0.24, 0.11),
            (
                "1 210 km in the 365 days before; this asks for 24 % more.",
                "Your best 365 days: 1 343 km, 11 % more than those.",
            ),
        ),
        (
            Demand(365, 1_500_000.0, 0.0),
            ("1 500 km in the 365 days before; this asks for as much.",),
        ),
        (Demand(365), ("the journal holds too little of the 365 days before to tell",)),
    ],
)
def test_a_total_is_set_beside_as_many_days_before(
    demand: Demand, sentences: tuple[str, ...]
) -> None:
    assert said(judged(TOTAL), demand)["A"].said == sentences


def test_what_was_never_gained_and_what_is_there_already_is_said() -> None:
    never = said(judged(MARATHON), Demand(174, 14_520.0, -0.05, 0.02))["A"]
    assert never.said[-1] == "In your best 25 weeks so far you gained nothing."
    there = said(judged(MARATHON), Demand(174, 13_500.0, 0.02, -0.04))["A"]
    assert there.said == ("Your best is 3:45:00, which is there already.",)


def test_what_is_out_of_reach_as_planned_lacks_its_a() -> None:
    one = judged(TOTAL)
    far = replace(one.standing, state="out of reach", needed_per_week=90_000.0)
    letter = said(replace(one, standing=far), Demand(365, 1_210_000.0, 0.24, 0.11))["A"]
    assert letter.is_missing
    assert letter.said[-1] == "Out of reach as planned: it would take 90 km a week from now on."


@pytest.mark.parametrize(
    ("one", "missing"),
    [
        (judged(MARATHON, why="Fifty."), ""),
        (judged(MARATHON, event="Rotterdam", rank="A"), ""),
        (judged(MARATHON), "R"),
        (judged(replace(MARATHON, deadline=None), why="Fifty."), "T"),
        (judged(TOTAL, None), "MR"),
        (judged(MARATHON, None, why="Fifty."), "M"),
        (judged(TOTAL, 0.0), "MR"),
        (replace(judged(Version(MONDAY, "do", MONDAY)), title="Better"), "SRT"),
        (judged(Version(MONDAY, "do", MONDAY)), "RT"),
    ],
)
def test_what_is_missing_comes_with_how_to_say_it(one: Judged, missing: str) -> None:
    found = said(one, Demand(174))
    assert "".join(letter for letter in found if found[letter].is_missing) == missing
    for letter in missing:
        assert found[letter].advice.startswith("stride ")
    assert "".join(found) == "SMART"
