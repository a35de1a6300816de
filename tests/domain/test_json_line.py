"""One entry as a line of JSON."""

import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.activity import built_in_activities
from stridelog.domain.errors import StrideError
from stridelog.domain.logline.json_line import JsonLine, measurements_of, read_json_line
from stridelog.domain.quantity import DecimalMark, Notation

ACTIVITIES = {activity.name: activity for activity in built_in_activities()}

DOT = Notation()

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


def line(**members: object) -> JsonLine:
    return read_json_line(json.dumps({"activity": "run", **members}))


def measured(members: Mapping[str, object], notation: Notation = DOT) -> dict[str, float]:
    read = line(**members)
    return dict(measurements_of(read, ACTIVITIES[read.texts["activity"]], notation))


def test_everything_that_an_entry_has_can_be_said() -> None:
    read = read_json_line(
        '{"activity": "run", "at": "2026-11-20T07:30", "tags": ["race"], "with": "sam ann", '
        '"place": "park", "gear": "Ghost", "effort": 7, "note": "so far", "distance": "10k", '
        '"number": 3, "uid": "u", "origins": [], "measurements": {"climb": 20}, '
        '"values": {"pace": 300}}'
    )
    assert read == JsonLine(
        texts={
            "activity": "run",
            "at": "2026-11-20T07:30",
            "place": "park",
            "gear": "Ghost",
            "note": "so far",
        },
        tags=("race",),
        company=("sam", "ann"),
        effort="7",
        values={"pace": 300},
        others={"climb": 20, "distance": "10k"},
    )


def test_what_is_null_is_not_said() -> None:
    assert line(place=None, effort=None, tags=None, distance=None, values=None) == line()


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"distance": "10k", "duration": 3042}, {"distance": 10_000.0, "duration": 3042.0}),
        ({"measurements": {"distance": 1e4}}, {"distance": 10_000.0}),
        ({"values": {"distance": {"value": 10.5, "unit": "km"}}}, {"distance": 10_500.0}),
        ({"climb": {"value": 20, "unit": "m"}}, {"climb": 20.0}),
        ({"distance": "10k", "pace": "5:00/km"}, {"distance": 10_000.0, "duration": 3000.0}),
        ({"distance": "10k", "pace": 300}, {"distance": 10_000.0, "duration": 3000.0}),
        ({"values": {"distance": 1000, "pace": {"value": 1, "unit": "x"}}}, {"distance": 1000.0}),
        ({"activity": "shift", "csat": 0.94, "tickets": 0}, {"csat": 0.94, "tickets": 0.0}),
        ({"activity": "shift", "values": {"nps": 40, "tickets": 3}}, {"tickets": 3.0}),
    ],
)
def test_numbers_are_in_base_units_and_texts_are_quantities(
    members: dict[str, object], expected: dict[str, float]
) -> None:
    assert measured(members) == expected


@given(st.floats(1e-9, 4e6))
def test_a_number_is_kept_to_the_last_bit(metres: float) -> None:
    assert measured({"distance": metres}) == {"distance": metres}


def test_numbers_have_a_dot_whatever_the_setting_is() -> None:
    assert measured({"distance": 1500.5}, Notation(decimal=DecimalMark.COMMA)) == {
        "distance": 1500.5
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"activity": "run"', "This is no whole JSON object"),
        ('{"activity": "run"} x', "This is no whole JSON object"),
        ('{"activity": NaN}', "NaN is no number."),
        ('{"activity": 7}', "Its activity is no text."),
        ('{"note": ["x"]}', "Its note is no text."),
        ('{"tags": [7]}', "Its tags are no list of texts."),
        ('{"with": {}}', "Its with are no list of texts."),
        ('{"effort": 7.5}', "Its effort is no whole number."),
        ('{"distance": "a", "measurements": {"distance": "b"}}', '"distance" stands there twice.'),
        ('{"effort": 1e999}', "Its effort is no whole number."),
        ('{"effort": true}', "Its effort is no whole number."),
        ('{"measurements": []}', "Its measurements are no object."),
        ('{"note": "a", "note": "b"}', '"note" stands there twice.'),
        ('{"a": ' + "9" * 5000 + "}", "This is more than one entry can say."),
        ('{"a": ' + "[" * 100_000, "This is more than one entry can say."),
    ],
)
def test_what_is_no_entry_is_refused(text: str, message: str) -> None:
    with pytest.raises(StrideError) as refused:
        read_json_line(text)
    assert refused.value.message.startswith(message)


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ({"distnace": "10k"}, 'There is no key "distnace". Did you mean distance?'),
        ({"schema": "stride.log/1"}, 'There is no key "schema".'),
        ({"distance": True}, "The distance is no number and no text."),
        ({"distance": {"value": 5}}, "The distance is no number and no text."),
        ({"distance": {"value": 5, "unit": 7}}, "The unit of the distance is no text."),
        ({"distance": -5}, "A distance cannot be negative."),
        ({"distance": 0}, "A distance cannot be zero."),
        ({"distance": 1e999}, "Infinity is no number."),
        ({"distance": 1e300}, "1"),
        ({"distance": {"value": 5, "unit": "parsec"}}, '"parsec" is no unit'),
        ({"distance": "10k", "measurements": {"distance": 5}}, '"distance" stands there twice.'),
        ({"values": {"distance": 5}, "distance": 5}, "distance was given twice: "),
        ({"distance": "10k", "duration": 3000, "pace": 200}, "The pace of 3:20/km does not fit"),
        ({"activity": "shift", "nps": 40}, "nps is worked out from other measures."),
    ],
)
def test_a_value_that_cannot_be_is_refused(members: dict[str, object], message: str) -> None:
    with pytest.raises(StrideError) as refused:
        measured(members)
    assert refused.value.message.startswith(message)


@given(
    st.dictionaries(
        st.sampled_from(["activity", "distance", "tags", "effort", "values", "at", "x"]), ANYTHING
    )
)
def test_any_object_is_read_or_refused(members: dict[str, object]) -> None:
    try:
        read = read_json_line(json.dumps(members))
        values = measurements_of(read, ACTIVITIES["run"], DOT)
    except StrideError:
        return
    assert set(values) <= {"distance", "duration"}
