"""The language in which measures are defined."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.activity import Activity, built_in_activities
from stridelog.domain.definition import SUMMED, with_measures
from stridelog.domain.definition_name import RESERVED, DefinitionError, definition_name
from stridelog.domain.measure import Direction, Kind, Measure, Ratio, Term
from stridelog.domain.quantity import known_units
from stridelog.domain.units import Dimension

RUN = built_in_activities()[0]
VOTE = with_measures(
    Activity("vote", "work"), ["yes:count", "no:count", "no-show:count", "time:duration"], []
)


def measure(text: str) -> Measure:
    return with_measures(VOTE, [text], []).measures[-1]


def derived(text: str) -> Measure:
    return with_measures(VOTE, [], [text]).measures[-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("laps:count", Measure("laps", Kind.ADDITIVE, Dimension.COUNT)),
        ("laps:count:higher", Measure("laps", Kind.ADDITIVE, Dimension.COUNT, Direction.HIGHER)),
        ("weight:mass:average", Measure("weight", Kind.INTENSIVE, Dimension.MASS)),
        (
            "weight:mass:in=kg:lower:average",
            Measure("weight", Kind.INTENSIVE, Dimension.MASS, Direction.LOWER, "kg"),
        ),
        (
            "csat:fraction:higher:by=yes",
            Measure("csat", Kind.INTENSIVE, Dimension.FRACTION, Direction.HIGHER, weight="yes"),
        ),
        ("joy:score:sum", Measure("joy", Kind.ADDITIVE, Dimension.SCORE)),
        ("Deep Work:duration", Measure("deep-work", Kind.ADDITIVE, Dimension.DURATION)),
        ("été:count:neutral", Measure("été", Kind.ADDITIVE, Dimension.COUNT)),
    ],
)
def test_a_measure_is_defined_in_one_word(text: str, expected: Measure) -> None:
    assert measure(text) == expected


@pytest.mark.parametrize("dimension", Dimension)
def test_amounts_are_summed_and_everything_else_is_averaged(dimension: Dimension) -> None:
    kind = Kind.ADDITIVE if dimension in SUMMED else Kind.INTENSIVE
    assert measure(f"x:{dimension}").kind is kind


@pytest.mark.parametrize("dimension", Dimension)
def test_a_measure_is_shown_in_any_unit_of_its_dimension(dimension: Dimension) -> None:
    for unit in known_units(dimension):
        assert measure(f"x:{dimension}:in={unit}").unit == unit


YES, NO, NO_SHOW, TIME = Term("yes"), Term("no"), Term("no-show"), Term("time")


@pytest.mark.parametrize(
    ("text", "dimension", "ratio"),
    [
        ("r=yes/no", Dimension.FRACTION, Ratio((YES,), (NO,))),
        ("r=yes/time", Dimension.RATE, Ratio((YES,), (TIME,), 3600.0)),
        ("r=yes/no:x100", Dimension.SCORE, Ratio((YES,), (NO,), 100.0)),
        ("r=(yes-no)/(yes+no)", Dimension.FRACTION, Ratio((YES, Term("no", -1.0)), (YES, NO))),
        ("r=yes - no / yes + no", Dimension.FRACTION, Ratio((YES, Term("no", -1.0)), (YES, NO))),
        ("r=no-show/yes", Dimension.FRACTION, Ratio((NO_SHOW,), (YES,))),
        (
            "r=yes-no-show/yes+no-show",
            Dimension.FRACTION,
            Ratio((YES, Term("no-show", -1.0)), (YES, NO_SHOW)),
        ),
        ("r=-no+yes/yes", Dimension.FRACTION, Ratio((Term("no", -1.0), YES), (YES,))),
        ("r=time/yes", Dimension.SCORE, Ratio((TIME,), (YES,))),
    ],
)
def test_a_ratio_is_measures_over_measures(text: str, dimension: Dimension, ratio: Ratio) -> None:
    found = derived(text)
    assert (found.kind, found.dimension, found.ratio) == (Kind.DERIVED, dimension, ratio)


def test_pace_and_speed_are_what_they_are_called() -> None:
    found = with_measures(RUN, [], ["p=elapsed/distance:lower", "v=distance/elapsed"]).measures
    pace, speed = found[-2:]
    assert (pace.dimension, pace.ratio) == (
        Dimension.PACE,
        Ratio((Term("elapsed"),), (Term("distance"),), 1000.0),
    )
    assert (speed.dimension, speed.direction) == (Dimension.SPEED, Direction.NEUTRAL)


def test_a_measure_that_is_there_is_changed_in_its_place() -> None:
    changed = with_measures(RUN, ["distance:distance:neutral"], [])
    assert [m.name for m in changed.measures] == [m.name for m in RUN.measures]
    assert changed.measures[0] == replace(RUN.measures[0], direction=Direction.NEUTRAL)


def test_what_is_not_said_of_a_measure_stays_as_it_was() -> None:
    weighed = with_measures(VOTE, ["turnout:fraction:by=yes:in=%"], []).measures[-1]
    retired = replace(VOTE, measures=(*VOTE.measures, replace(weighed, retired=True)))
    (*_, changed) = with_measures(retired, ["turnout:fraction:lower"], []).measures
    assert changed == replace(weighed, retired=True, direction=Direction.LOWER)
    (*_, summed) = with_measures(retired, ["turnout:fraction:sum"], []).measures
    assert (summed.kind, summed.weight) == (Kind.ADDITIVE, "")


def test_what_is_not_said_of_a_ratio_stays_as_it_was() -> None:
    pace = RUN.measure("pace")
    assert pace is not None
    own = with_measures(RUN, [], ["pace=duration/distance:in=/mi"])
    changed = with_measures(own, [], ["pace=elapsed/distance"]).measure("pace")
    assert changed is not None
    assert (changed.direction, changed.unit) == (pace.direction, "/mi")
    assert changed.ratio == Ratio((Term("elapsed"),), (Term("distance"),), 1000.0)


def test_what_a_ratio_or_a_weight_needs_stays_summed() -> None:
    voted = with_measures(VOTE, ["turnout:fraction:by=yes"], ["ratio=no/yes"])
    with pytest.raises(DefinitionError, match="is summed, as turnout needs"):
        with_measures(voted, ["yes:count:average"], [])
    with pytest.raises(DefinitionError, match="is summed, as ratio needs"):
        with_measures(voted, ["no:count:average"], [])


@pytest.mark.parametrize(
    ("measures", "ratios", "message", "hint"),
    [
        (["x"], [], '"x" does not say what x is measured in.', "x:count:higher"),
        ([""], [], '"" cannot be the name of a measure.', "Begin with a letter"),
        (["x:"], [], '"" is not a dimension.', "One of: distance"),
        (["x:cuont"], [], "Did you mean count?", "One of: distance"),
        (["x:count:bigger"], [], '"bigger" says nothing about a measure.', "It can be higher"),
        (["x:count:"], [], '"" says nothing about a measure.', "It can be higher"),
        (["x:count:by="], [], '"by=" says nothing about a measure.', "It can be higher"),
        (["x:count:in=km"], [], "A count is not shown in km.", "Known are "),
        (["x:count:by=yes"], [], "x is summed, so nothing weighs it.", "Add :average"),
        (
            ["x:score:by=maybe"],
            [],
            '"maybe" is not a measure of vote that is summed, as x needs.',
            "yes",
        ),
        (
            ["x:score:by=x"],
            [],
            '"x" is not a measure of vote that is summed, as x needs.',
            "yes, no",
        ),
        (["at:count"], [], '"at" cannot be the name of a measure.', "Begin with a letter"),
        ([], ["x"], '"x" is not a ratio.', "pace=duration/distance"),
        ([], ["x=yes"], '"x=yes" is not a ratio.', "pace=duration/distance"),
        ([], ["x=yes/"], "A side of the ratio is empty.", "duration/distance"),
        ([], ["x=/yes"], "A side of the ratio is empty.", "duration/distance"),
        ([], ["x=yes/maybe"], '"maybe" is not a measure of vote that is summed.', "There is: "),
        ([], ["x=yes+/no"], '"" is not a measure of vote that is summed.', "There is: "),
        ([], ["x=yes/no:x0"], '"x0" is not a factor.', "Write it like x100."),
        ([], ["x=yes/no:x"], '"x" is not a factor.', "Write it like x100."),
        ([], ["x=yes/no:sum"], '"sum" says nothing about a measure.', "It can be higher"),
        ([], ["x=yes/no:by=no"], '"by=no" says nothing about a measure.', "It can be higher"),
        ([], ["x=(yes+time)/no"], "count and duration cannot be added.", "Each side"),
        (["yes:duration"], [], "measured as count and cannot be measured as duration.", "retire"),
        ([], ["yes=no/time"], "cannot be worked out from other measures.", "retire"),
    ],
)
def test_slips_are_explained(
    measures: list[str], ratios: list[str], message: str, hint: str
) -> None:
    with pytest.raises(DefinitionError) as caught:
        with_measures(VOTE, measures, ratios)
    assert message in caught.value.message
    assert hint in caught.value.hint


def test_before_there_is_a_measure_none_can_be_referred_to() -> None:
    with pytest.raises(DefinitionError) as caught:
        with_measures(Activity("x", "work"), ["c:fraction:by=n"], [])
    assert caught.value.hint == "Add it before, with --measure."


@pytest.mark.parametrize(
    "text", [*sorted(RESERVED), "", " ", "9x", "-x", "a/b", "a=b", "a:b", "x" * 41]
)
def test_some_names_are_taken_or_none(text: str) -> None:
    with pytest.raises(DefinitionError, match="cannot be the name of an activity"):
        definition_name(text, "an activity")


@pytest.mark.parametrize(
    ("text", "name"),
    [("Trail Run", "trail-run"), (" X  y ", "x-y"), ("Ü2_b-c", "ü2_b-c"), ("x" * 40, "x" * 40)],
)
def test_a_name_has_small_letters_and_dashes(text: str, name: str) -> None:
    assert definition_name(text, "a measure") == name


@given(st.text(max_size=20))
def test_a_name_that_is_read_again_stays_the_same(text: str) -> None:
    try:
        name = definition_name(text, "a measure")
    except DefinitionError:
        return
    assert definition_name(name, "a measure") == name


@given(st.text("aby:=/+-x019 .(", max_size=24))
def test_whatever_is_typed_is_a_definition_or_explained(text: str) -> None:
    for measures, ratios in (([text], []), ([], [text])):
        with suppress(DefinitionError):
            assert len(with_measures(VOTE, measures, ratios).measures) in {4, 5}
