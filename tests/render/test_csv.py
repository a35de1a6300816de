"""Answers as CSV."""

import csv
import io
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.visible_text import visible
from stridelog.render.csv import FORMULA_STARTS, draw

ANY_TEXT = st.text(st.characters())


def read(drawn: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(drawn, newline="")))


def test_an_answer_as_csv(golden: Callable[[str, str], None]) -> None:
    rows: list[dict[str, object]] = [
        {
            "activity": "run",
            "group": None,
            "day": date(2026, 11, 26),
            "then": None,
            "now": {"n": 9, "typical": 304.0},
            "change": -7.5,
            "exact": True,
            "tags": ["race", "stroller"],
            "note": '=HYPERLINK("https://example.org"), he said\nand ran',
        },
        {
            "activity": "shift",
            "group": "10k",
            "then": {"n": 41, "typical": 0.862, "best": {"value": 0.98}},
            "now": {"n": 52, "typical": 0.931},
            "note": "走る \x1b[31mred",
            "measures": [{"name": "csat"}],
        },
    ]
    golden("answer.csv", draw(rows))


def test_a_key_that_only_some_rows_have_keeps_its_place() -> None:
    rows: list[dict[str, object]] = [{"then": None, "now": 1}, {"then": {"n": 2}, "now": 3}]
    assert draw(rows) == "then_n,now\n,1\n2,3\n"


def test_without_rows_there_is_still_a_header() -> None:
    assert draw([], ["activity", "then_n"]) == "activity,then_n\n"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1+1"]
)
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert read(draw([{"note": text}])) == [["note"], ["'" + visible(text, "\n\t")]]


def test_lines_of_a_note_from_windows_are_lines() -> None:
    assert draw([{"note": "two\r\nlines"}]) == 'note\n"two\nlines"\n'


def test_a_tag_that_looks_like_a_formula_gets_an_apostrophe() -> None:
    assert draw([{"tags": ["=1", "race"]}]) == "tags\n'=1 race\n"


@pytest.mark.parametrize(("number", "cell"), [(-7.5, "-7.5"), (-1, "-1"), (1e300, "1e+300")])
def test_numbers_are_written_as_they_are(number: float, cell: str) -> None:
    assert draw([{"change": number}]) == f"change\n{cell}\n"


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_that_is_not_finite_is_a_mistake_of_the_report(number: float) -> None:
    with pytest.raises(ValueError, match="no place in a CSV file"):
        draw([{"change": number}])


@given(st.lists(st.tuples(ANY_TEXT, ANY_TEXT), min_size=1))
def test_any_text_reads_back_harmless_and_whole(texts: list[tuple[str, str]]) -> None:
    drawn = draw([{"note": note, "inner": {"place": place}} for note, place in texts])
    header, *rows = read(drawn)
    assert header == ["note", "inner_place"]
    for row, written in zip(rows, texts, strict=True):
        assert not any(cell.startswith(FORMULA_STARTS) for cell in row)
        assert [cell.removeprefix("'") for cell in row] == [
            visible(text.replace("\r\n", "\n"), "\n\t").removeprefix("'") for text in written
        ]
