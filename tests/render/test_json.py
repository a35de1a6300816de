"""Answers as JSON."""

import json
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.visible_text import is_hidden
from stridelog.render.json import draw

ANY_TEXT = st.text(st.characters())
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | ANY_TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner),
    max_leaves=10,
)  # fmt: skip


def test_an_answer_as_json(golden: Callable[[str, str], None]) -> None:
    at = datetime(2026, 11, 26, 8, 12, tzinfo=timezone(timedelta(hours=1)))
    document = {
        "schema": "stride.show/1",
        "entry": {
            "number": 1846,
            "at": at,
            "day": date(2026, 11, 26),
            "measurements": {"distance": {"value": 10000.0, "unit": "m"}},
            "tags": ["stroller", "race"],
            "place": None,
            "note": 'Zoë said "走る" ▲ [red] \x1b[31m \x9b31m \u202egnp \udc80 <script>',
        },
        "day_starts": time(4),
    }
    golden("answer.json", draw(document))


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_is_not_finite_is_a_mistake_of_the_report(number: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        draw({"value": [number]})


def test_a_value_that_json_lacks_is_a_mistake_of_the_report() -> None:
    with pytest.raises(TypeError, match="no place in a JSON document"):
        draw({"value": timedelta(hours=1)})


def test_what_an_encoding_lacks_is_escaped() -> None:
    assert draw({"note": "é 走 🏃"}, "latin-1") == '{\n  "note": "é \\u8d70 \\ud83c\\udfc3"\n}\n'


@given(st.dictionaries(ANY_TEXT, VALUES), st.sampled_from(["utf-8", "ascii", "cp1252"]))
def test_any_document_reads_back_as_it_was(document: dict[str, object], encoding: str) -> None:
    drawn = draw(document, encoding)
    # Two lone surrogates that happen to make a pair are one character to every reader of JSON.
    assert json.loads(drawn) == json.loads(json.dumps(document))
    assert drawn.encode(encoding).decode(encoding) == drawn


@given(ANY_TEXT)
def test_no_text_acts_on_a_terminal(text: str) -> None:
    drawn = draw({"note": text}).replace("\n", "").replace("\x7f", "")
    assert not any(is_hidden(character) for character in drawn)
