"""Activities: those of a new journal, and those that an import brings."""

from dataclasses import replace

import pytest

from stridelog.domain.activity import (
    AREAS,
    Activity,
    built_in_activities,
    leading_measure,
    new_activity,
)
from stridelog.domain.measure import Direction, Kind, Measure, Ratio, Term
from stridelog.domain.units import Dimension

BUILT_IN = {activity.name: activity for activity in built_in_activities()}
MEASURES = {m.name: m for activity in built_in_activities() for m in activity.measures}

ADDITIVE = {
    "run": ("distance", "duration", "elapsed", "climb"),
    "walk": ("distance", "duration", "elapsed", "climb"),
    "ride": ("distance", "duration", "elapsed", "climb"),
    "swim": ("distance", "duration"),
    "strength": ("duration", "sets", "reps", "volume"),
    "shift": (
        *("duration", "tickets", "responses", "promoters", "passives", "detractors"),
        "reopened",
    ),
    "study": ("duration",),
    "practice": ("duration",),
    "extra-mile": (),
}
"""The product's table of built-in activities."""

INTENSIVE = {
    **dict.fromkeys(("run", "walk", "swim"), ("heart-rate",)),
    "ride": ("heart-rate", "power"),
    "shift": ("csat", "first-reply", "resolution"),
}

DERIVED = {
    **dict.fromkeys(("run", "walk", "swim"), ("pace",)),
    "ride": ("speed",),
    "shift": ("nps", "tickets-per-hour", "reopen-rate"),
}


def names(activity: Activity, kind: Kind) -> tuple[str, ...]:
    return tuple(m.name for m in activity.measures if m.kind is kind)


@pytest.mark.parametrize("name", ADDITIVE)
def test_a_new_journal_has_the_activities_of_the_product(name: str) -> None:
    activity = BUILT_IN[name]
    assert names(activity, Kind.ADDITIVE) == ADDITIVE[name]
    assert names(activity, Kind.INTENSIVE) == INTENSIVE.get(name, ())
    assert names(activity, Kind.DERIVED) == DERIVED.get(name, ())
    assert activity.area in AREAS
    assert not activity.retired


def test_there_are_no_other_activities() -> None:
    assert list(BUILT_IN) == list(ADDITIVE)


@pytest.mark.parametrize("activity", BUILT_IN.values(), ids=lambda a: a.name)
def test_measures_refer_to_measures_that_are_summed(activity: Activity) -> None:
    for measure in activity.measures:
        ratio = measure.ratio
        terms = (*ratio.numerator, *ratio.denominator) if ratio else ()
        for name in (*(term.measure for term in terms), *([measure.weight] * bool(measure.weight))):
            other = activity.measure(name)
            assert other is not None
            assert other.kind is Kind.ADDITIVE


def test_lower_is_better_for_pace_waits_and_reopened_tickets() -> None:
    lower = {name for name, m in MEASURES.items() if m.direction is Direction.LOWER}
    assert lower == {
        *("pace", "detractors", "reopened", "first-reply", "resolution", "reopen-rate"),
    }


def test_csat_is_weighted_by_responses_and_heart_rate_by_time() -> None:
    assert MEASURES["csat"].weight == "responses"
    assert MEASURES["heart-rate"].weight == "duration"


def test_a_measure_is_found_by_its_name() -> None:
    pace = BUILT_IN["run"].measure("pace")
    assert pace in BUILT_IN["run"].measures
    assert BUILT_IN["run"].measure("tickets") is None


def test_neither_derived_nor_retired_measures_are_logged() -> None:
    run = BUILT_IN["run"]
    first, *rest = run.measures
    retired = replace(run, measures=(replace(first, retired=True), *rest))
    assert [m.name for m in run.loggable] == [*ADDITIVE["run"], "heart-rate"]
    assert [m.name for m in retired.loggable] == [*ADDITIVE["run"][1:], "heart-rate"]


@pytest.mark.parametrize(
    ("activity", "measure"),
    [
        ("run", "pace"),
        ("ride", "speed"),
        ("swim", "pace"),
        ("shift", "csat"),
        ("strength", "sets"),
        ("study", "duration"),
    ],
)
def test_the_leading_measure_says_most_about_an_entry(activity: str, measure: str) -> None:
    found = leading_measure(BUILT_IN[activity])
    assert found is not None
    assert found.name == measure


def test_without_a_better_direction_there_is_no_leading_measure() -> None:
    assert leading_measure(BUILT_IN["extra-mile"]) is None
    plain = Activity("x", "hobbies", (Measure("a", Kind.ADDITIVE, Dimension.COUNT),))
    assert leading_measure(plain) is None


def test_a_retired_measure_does_not_lead() -> None:
    shift = BUILT_IN["shift"]
    measures = tuple(replace(m, retired=m.name == "csat") for m in shift.measures)
    found = leading_measure(replace(shift, measures=measures))
    assert found is not None
    assert found.name == "first-reply"


def test_an_imported_activity_that_moves_gets_pace_on_foot_and_speed_otherwise() -> None:
    hike = new_activity("hike", ["distance", "duration", "climb"], MEASURES)
    sail = new_activity("sail", ["distance", "elapsed"], MEASURES)
    virtual = new_activity("virtual-ride", ["distance", "power"], MEASURES)
    assert (hike.area, sail.area) == ("fitness", "fitness")
    assert names(hike, Kind.DERIVED) == ("pace",)
    assert names(sail, Kind.DERIVED) == ("speed",)
    assert "power" in names(virtual, Kind.INTENSIVE)


def test_an_imported_activity_of_another_kind_gets_what_it_uses() -> None:
    chat = new_activity("chat", ["tickets", "csat"], MEASURES)
    assert [m.name for m in chat.measures] == ["tickets", "csat"]
    assert all(m.weight == "" for m in chat.measures)
    assert chat.area == "hobbies"


def test_terms_and_ratios_scale_as_their_units_want() -> None:
    assert MEASURES["nps"].ratio == Ratio(
        (Term("promoters"), Term("detractors", -1.0)),
        (Term("promoters"), Term("passives"), Term("detractors")),
        100.0,
    )
    assert MEASURES["tickets-per-hour"].ratio == Ratio(
        (Term("tickets"),), (Term("duration"),), 3600.0
    )
