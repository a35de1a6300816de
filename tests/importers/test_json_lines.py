"""JSON lines under a mapping: an object on each line, its members are the columns."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from import_examples import only, options, saved

from stridelog.domain.entry import Draft, Origin
from stridelog.domain.importing import ImportFileError, Problem
from stridelog.domain.quantity import DecimalMark
from stridelog.importers import mapped
from stridelog.importers._table import LONGEST_RECORD
from stridelog.importers.mapped.json_lines import FIRST, MOST_LABELS, MOST_VALUES
from stridelog.importers.mapped.mapping import MappingError

MAP = ("date=when", "activity:=run", "distance=km:km")


def lines(*objects: object) -> str:
    return "".join(f"{json.dumps(one)}\n" for one in objects)


def drafts(folder: Path, text: str, *mapping: str) -> list[Draft]:
    return only(Draft, mapped.read(saved(folder, text, name="runs.jsonl"), options(*mapping)))


def test_a_line_becomes_an_entry(tmp_path: Path) -> None:
    text = lines(
        {
            "when": "2026-11-20T07:30:05Z",
            "what": "Trail Run",
            "km": 10.5,
            "took": {"moving": {"s": 3150}, "all": "1:00:00"},
            "felt": 7,
            "words": "Two\nlines",
            "marks": ["snow", "race"],
        }
    )
    (draft,) = drafts(
        tmp_path,
        text,
        *("date=when", "activity=what", "distance=km:km", "duration=took.moving.s"),
        *("elapsed=took.all", "effort=felt", "note=words", "tags=marks"),
    )
    assert draft == Draft(
        activity="trail-run",
        at=datetime(2026, 11, 20, 7, 30, 5, tzinfo=UTC),
        measurements={"distance": 10_500.0, "duration": 3150.0, "elapsed": 3600.0},
        tags=("snow", "race"),
        effort=7,
        note="Two\nlines",
        origins=(Origin("jsonl", "trail-run 2026-11-20T07:30:05Z 10500m"),),
        row=1,
    )


def test_members_may_have_dots_in_their_names(tmp_path: Path) -> None:
    text = lines(
        {"when": "2026-11-20", "a.b": 1, "c": {"d.e": 2}},
        {"when": "2026-11-21", "a": {"b": 3}, "c.d": {"e": 4}},
    )
    found = drafts(tmp_path, text, *MAP[:2], "distance=a.b:km", "duration=c.d.e")
    assert [dict(draft.measurements) for draft in found] == [
        {"distance": 1000.0, "duration": 2.0},
        {"distance": 3000.0, "duration": 4.0},
    ]


def test_lines_need_not_have_the_same_members(tmp_path: Path) -> None:
    text = lines(*[{"when": "2026-11-20", "n": n} for n in range(FIRST + 5)], {"km": 5})
    text += lines({"when": "2026-11-21", "km": 7})
    items = list(mapped.read(saved(tmp_path, text), options(*MAP)))
    *_, strange, last = items
    assert strange == Problem(FIRST + 6, "It has no date.")
    assert isinstance(last, Draft)
    assert last.measurements == {"distance": 7000.0}
    assert len(items) == FIRST + 7


@pytest.mark.parametrize("value", ["null", '""', '"n/a"', "NaN", "0", "{}", '[{"a": 1}]'])
def test_what_is_missing_is_left_out(tmp_path: Path, value: str) -> None:
    text = lines({"when": "2026-11-19", "km": 1}) + f'{{"when": "2026-11-20", "km": {value}}}\n'
    assert drafts(tmp_path, text, *MAP)[1].measurements == {}


@pytest.mark.parametrize("mark", list(DecimalMark))
@pytest.mark.parametrize(("number", "metres"), [("10.5", 10_500), ("1.05e1", 10_500), ("7", 7_000)])
def test_a_dot_is_a_decimal_mark_whatever_the_setting(
    tmp_path: Path, mark: DecimalMark, number: str, metres: float
) -> None:
    path = saved(tmp_path, f'{{"when": "2026-11-20", "km": {number}}}\n')
    (draft,) = only(Draft, mapped.read(path, options(*MAP, decimal=mark)))
    assert draft.measurements["distance"] == metres


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n"])
def test_encodings_and_ends_of_lines_are_found_out(tmp_path: Path, encoding: str, end: str) -> None:
    text = f'{{"when": "2026-11-20", "n": "é"}}{end}{{"when": "2026-11-21", "n": "日"}}'
    path = saved(tmp_path, text, encoding)
    found = only(Draft, mapped.read(path, options(*MAP[:2], "note=n")))
    assert [draft.note for draft in found] == ["é", "日"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("[1]", "It is no whole JSON object."),
        ('{"when": "2026-11-20"', "It is no whole JSON object."),
        ('{"when": ' + "[" * 100_000, "It is no whole JSON object."),
        ('{"km": 5}', "It has no date."),
        ('{"when": 1700000000}', "1700000000 is a number, not a date."),
        ('{"when": "2026-11-20", "km": -1}', "distance: A distance cannot be negative."),
        ('{"when": "2026-11-20", "km": 1e999}', "distance:"),
        ('{"when": "2026-11-20", "km": 1' + "0" * 5_000 + "}", "distance:"),
        ('{"a": [' + "1," * MOST_VALUES + "1]}", "It has more than 250,000 values."),
        ('{"a": "' + "x" * LONGEST_RECORD + '"}', "It is longer than 16,777,216 characters."),
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: str, reason: str) -> None:
    good = '{"when": "2026-11-19", "km": 5}\n'
    path = saved(tmp_path, f"{good}\n{line}\n{good}")
    first, problem, last = mapped.read(path, options(*MAP))
    assert isinstance(problem, Problem)
    assert problem.row == 3
    assert problem.reason.startswith(reason)
    assert isinstance(first, Draft)
    assert isinstance(last, Draft)


def test_a_list_is_refused_with_what_makes_lines_of_it(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError) as caught:
        drafts(tmp_path, '[{"when": "2026-11-20"}]', *MAP)
    assert caught.value.hint.endswith("jq -c '.[]' runs.jsonl")


def test_one_object_over_several_lines_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError, match="no JSON object on a line of its own"):
        drafts(tmp_path, json.dumps({"when": "2026-11-20"}, indent=2), *MAP)


def test_a_member_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MappingError) as caught:
        drafts(tmp_path, lines({"when": "2026-11-20", "start": {"km": 1}}), *MAP)
    assert caught.value.message == 'There is no column "km".'
    assert caught.value.hint.endswith("There are: when, start.km.")


def test_a_hundred_thousand_members_do_no_harm(tmp_path: Path) -> None:
    text = lines({"when": "2026-11-20", "km": 5} | {f"m{n}": n for n in range(100_000)})
    assert drafts(tmp_path, text, *MAP)[0].measurements == {"distance": 5000.0}
    with pytest.raises(MappingError):
        drafts(tmp_path, text, *MAP[:2], f"distance=m{MOST_LABELS + 1}")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=4,
)
NAMES = st.sampled_from(["when", "km", "n", "a", "a.b"]) | st.text()


@given(st.lists(st.dictionaries(NAMES, JSON, max_size=4), max_size=3))
def test_no_json_makes_reading_fail(
    tmp_path_factory: pytest.TempPathFactory, objects: list[dict[str, object]]
) -> None:
    text = lines({"when": "2026-11-20", "km": 1, "n": "", "a": {"b": 1}}, *objects)
    path = saved(tmp_path_factory.getbasetemp(), text, name="any.jsonl")
    asked = options(*MAP, "note=n", "duration=a.b")
    assert all(isinstance(item, Draft | Problem) for item in mapped.read(path, asked))


def test_the_first_rows_are_shown_as_they_are_understood(tmp_path: Path) -> None:
    text = lines({"when": "2026-11-20", "km": 5}, {"when": "soon", "km": 6}, {"when": "x"}, {})
    found = mapped.preview(saved(tmp_path, text), options(*MAP), 2)
    assert dict(found.columns) == {"date": "when", "distance": "km"}
    assert found.header == ("when", "km")
    good, bad = found.rows
    assert dict(good.cells) == {"date": "2026-11-20", "distance": "5"}
    assert isinstance(good.found, Draft)
    assert isinstance(bad.found, Problem)
    assert bad.found.row == 2


@pytest.mark.parametrize(
    "text",
    [
        "When;Km;x\n1;2;3\n",
        '{"when": 1, "KM": 2}\n{"x": 1}',
        "\ufeffwhen,km\n",
        '{"when":1,"km":2}',
    ],
)
def test_a_table_is_known_by_its_columns(text: str) -> None:
    assert mapped.has_columns(text.encode(), ("when", "km"))
    assert not mapped.has_columns(text.encode(), ("when", "miles"))
    assert not mapped.has_columns(text.encode(), ())


@given(st.binary())
def test_no_bytes_make_a_look_at_the_columns_fail(content: bytes) -> None:
    assert not mapped.has_columns(content, ("when", "kilometres run"))
