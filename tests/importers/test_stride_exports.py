"""Stride's own exports as people and other programs change them."""

import json
from pathlib import Path
from typing import Any

import pytest
from import_examples import options, saved

from stridelog.domain.activity import Activity
from stridelog.domain.entry import Draft
from stridelog.domain.importing import ImportFileError, NewMeasures, Problem
from stridelog.domain.measure import Kind, Measure
from stridelog.domain.units import Dimension
from stridelog.importers import stride_csv, stride_json

MEASURE = {
    "name": "duration",
    "kind": "additive",
    "dimension": "duration",
    "direction": "neutral",
    "unit": "",
    "weight": "",
    "ratio": None,
    "retired": False,
}
TERM = {"measure": "duration", "coefficient": 1}
RATIO = {"numerator": [TERM], "denominator": [TERM], "scale": None}
CHESS = {"name": "chess", "area": "hobbies", "retired": False, "measures": [MEASURE]}
ENTRY: dict[str, Any] = {
    "number": 3,
    "uid": "0199",
    "activity": "chess",
    "at": "2026-11-20T20:00:00+01:00",
    "day": "2026-11-20",
    "measurements": {"duration": {"value": 3600.0, "unit": "s"}},
    "tags": ["club"],
    "place": "",
    "gear": "",
    "effort": None,
    "note": "",
    "origins": [],
}
TABLE = (
    "number,uid,activity,at,day,place,tags,gear,effort,note,origins,duration (s)\n"
    "3,0199,chess,2026-11-20T20:00:00+01:00,2026-11-20,,club,,,,,3600.0\n"
)


def export(
    *entries: object, activities: object = (CHESS,), schema: object = "stride.export/1"
) -> str:
    return json.dumps({"schema": schema, "activities": activities, "entries": entries})


def from_json(folder: Path, text: str) -> list[object]:
    path = saved(folder, text, name="export.json")
    assert stride_json.sniff(path.name, text.encode()[: 1 << 16])
    return list(stride_json.read(path, options()))


def from_csv(folder: Path, text: str) -> list[object]:
    path = saved(folder, text, name="export.csv")
    assert stride_csv.sniff(path.name, text.encode())
    return list(stride_csv.read(path, options()))


def refused(folder: Path, text: str) -> ImportFileError:
    with pytest.raises(ImportFileError) as caught:
        list(stride_json.read(saved(folder, text, name="export.json"), options()))
    return caught.value


def test_definitions_come_before_the_entries(tmp_path: Path) -> None:
    activity, draft = from_json(tmp_path, export(ENTRY))
    assert isinstance(activity, Activity)
    assert isinstance(draft, Draft)
    assert (activity.name, draft.number, draft.row) == ("chess", 3, 1)


@pytest.mark.parametrize("indent", [None, 2, "\t"])
def test_a_file_that_another_program_laid_out_anew_is_the_same(
    tmp_path: Path, indent: int | str | None
) -> None:
    whole = json.loads(export(ENTRY, ENTRY))
    backwards = dict(reversed(whole.items()))
    expected = from_json(tmp_path, export(ENTRY, ENTRY))
    for changed in (json.dumps(whole, indent=indent, sort_keys=True), json.dumps(backwards)):
        path = saved(tmp_path, changed, name="export.json")
        assert list(stride_json.read(path, options())) == expected


def test_a_file_with_a_mark_at_its_beginning_is_read(tmp_path: Path) -> None:
    for encoding in ("utf-8-sig", "utf-16"):
        path = saved(tmp_path, export(ENTRY), encoding, name="export.json")
        assert stride_json.sniff(path.name, path.read_bytes())
        assert len(list(stride_json.read(path, options()))) == 2


def test_what_a_later_version_added_is_passed_over(tmp_path: Path) -> None:
    whole = json.loads(export(ENTRY | {"mood": "good"})) | {"plans": [{"title": "more"}], "x": 1}
    assert from_json(tmp_path, json.dumps(whole)) == from_json(tmp_path, export(ENTRY))


def test_an_entry_larger_than_what_is_looked_at_at_once_is_read(tmp_path: Path) -> None:
    note = "long " * 100_000
    items = from_json(tmp_path, export(ENTRY | {"note": note}, ENTRY))
    assert isinstance(items[1], Draft)
    assert items[1].note == note
    assert len(items) == 3


def test_another_version_is_refused_with_what_to_do(tmp_path: Path) -> None:
    error = refused(tmp_path, export(ENTRY, schema="stride.export/2"))
    assert error.message.endswith("is an export of another version of stride: stride.export/2.")
    assert error.hint.startswith("This one reads stride.export/1. Update stride:")


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        '{"schema": 1}',
        '{"schema": "jrnl"}',
        '{"entries": []}',
        '{"schema": ["stride.export/1"',
    ],
)
def test_other_json_is_refused(tmp_path: Path, text: str) -> None:
    refused(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "nothing",
        "{",
        '{"schema"',
        '{"schema": "stride.export/1", "activities": [}',
        '{"schema": "stride.export/1", "entries": [1 2]}',
        '{"schema": "stride.export/1", "entries": [NaN]}',
        '{"schema": "stride.export/1" "entries": []}',
        '{"a": ' + "[" * 100_000,
        '{"a": ' + '{"a":' * 100_000,
        '{"a": ' + "9" * 5000 + "}",
    ],
)
def test_broken_json_is_refused(tmp_path: Path, text: str) -> None:
    assert refused(tmp_path, text).message.endswith("is cut off, or is no JSON.")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"activity": ""}, "Its activity is missing."),
        ({"activity": None}, "Its activity is missing."),
        ({"activity": "Chess"}, '"Chess" is not how stride writes a name: chess would be.'),
        ({"activity": "a\nb"}, '"a b" is not how stride writes a name: a-b would be.'),
        ({"activity": "note"}, '"note" cannot be the name of an activity.'),
        ({"uid": "\ud800"}, '"\ufffd" is not as stride writes it.'),
        ({"uid": "x" * 501}, '"xxxx'),
        ({"activity": 5}, "Its activity is no text."),
        ({"at": "soon"}, '"soon" is no time.'),
        ({"at": "2026-11-20T20:00:00"}, "The time 2026-11-20T20:00:00 does not say its offset"),
        ({"at": "1066-10-14T09:00:00+00:00"}, "The year 1066 is older than any journal."),
        ({"day": "someday"}, '"someday" is no day.'),
        ({"day": "2026-11-25"}, "An entry of 2026-11-20 cannot count for 2026-11-25."),
        ({"effort": 11}, "11 is no effort: it goes from 1 to 10."),
        ({"effort": 6.5}, "6.5 is no whole number."),
        ({"effort": True}, "True is no whole number."),
        ({"number": 0}, "0 is no entry's number."),
        ({"number": 2**63}, "9223372036854775808 is no entry's number."),
        ({"tags": "club"}, "Its tags are no list."),
        ({"tags": [1]}, "One of its tags is no text."),
        ({"note": ["x"]}, "Its note is no text."),
        ({"origins": [{"source": "strava"}]}, "Its key is missing."),
        ({"origins": [{"source": "strava", "key": "\0"}]}, '"\ufffd" is not as stride writes it.'),
        ({"origins": ["strava"]}, "Where it came from is no JSON object."),
        ({"measurements": []}, "What was measured is no JSON object."),
        ({"measurements": {"duration": 5}}, 'The measurement "duration" is no JSON object.'),
        ({"measurements": {"duration": {"value": 5, "unit": "min"}}}, '"min" is not the base unit'),
        ({"measurements": {"distance": {"value": 5, "unit": "m"}}}, "Its activity has no measure"),
        ({"measurements": {"pace": {"value": 5, "unit": "s/km"}}}, "Its activity has no measure"),
        ({"measurements": {"duration": {"value": "5", "unit": "s"}}}, "Its value is no number."),
        ({"measurements": {"duration": {"value": True, "unit": "s"}}}, "Its value is no number."),
        ({"measurements": {"duration": {"value": 10**400, "unit": "s"}}}, "Its value is too large"),
    ],
)
def test_an_entry_that_cannot_be_read_is_named(
    tmp_path: Path, change: dict[str, object], reason: str
) -> None:
    _, problem, draft = from_json(tmp_path, export(ENTRY | change, ENTRY))
    assert isinstance(problem, Problem)
    assert problem.row == 1
    assert problem.reason.startswith(reason)
    assert isinstance(draft, Draft)


def test_an_entry_that_is_no_object_is_named(tmp_path: Path) -> None:
    assert from_json(tmp_path, export([1]))[1] == Problem(1, "The entry is no JSON object.")


def test_an_entry_needs_no_more_than_what_was_done_and_when(tmp_path: Path) -> None:
    _, draft = from_json(tmp_path, export({"activity": "chess", "at": ENTRY["at"]}))
    assert isinstance(draft, Draft)
    assert (draft.number, draft.uid, draft.day) == (None, "", None)


@pytest.mark.parametrize(
    ("activity", "reason"),
    [
        (1, "An activity is no JSON object."),
        ({}, "Its name is missing."),
        (CHESS | {"name": "A B"}, '"A B" is not how stride writes a name'),
        (CHESS | {"area": "\x1b"}, '"\ufffd" is not as stride writes it.'),
        (CHESS | {"measures": [MEASURE, MEASURE]}, "chess has two measures of the same name."),
        (
            CHESS | {"measures": [MEASURE | {"weight": "x"}]},
            '"x" is not a measure of chess that is summed',
        ),
        (CHESS | {"measures": [MEASURE | {"unit": "mi"}]}, '"mi" is no unit of a duration.'),
        (
            CHESS | {"measures": [MEASURE | {"kind": "derived", "ratio": {"numerator": []}}]},
            "A ratio has measures on both sides, each of them once.",
        ),
        (CHESS | {"retired": "no"}, "Its retired is neither true nor false."),
        (CHESS | {"measures": 1}, "Its measures are no list."),
        (CHESS | {"measures": [MEASURE | {"kind": "odd"}]}, '"odd" is no kind that stride knows.'),
        (CHESS | {"measures": [MEASURE | {"kind": "derived"}]}, "A measure must have a ratio"),
        (CHESS | {"measures": [MEASURE | {"ratio": {}}]}, "A measure must have a ratio if"),
        (
            CHESS | {"measures": [MEASURE | {"kind": "derived", "ratio": RATIO}]},
            "Its scale is no number.",
        ),
    ],
)
def test_a_definition_that_cannot_be_read_spoils_the_file(
    tmp_path: Path, activity: object, reason: str
) -> None:
    error = refused(tmp_path, export(ENTRY, activities=[activity]))
    assert f"defines an activity that stride cannot read. {reason}" in error.message


def test_a_row_is_an_entry_again(tmp_path: Path) -> None:
    (draft,) = from_csv(tmp_path, TABLE)
    _, same = from_json(tmp_path, export(ENTRY))
    assert isinstance(draft, Draft)
    assert isinstance(same, Draft)
    assert (draft.measurements, draft.tags, draft.at) == (same.measurements, same.tags, same.at)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("chess", "", '"" cannot be the name of an activity.'),
        ("0199", "'\\\\ud800", '"\ufffd" is not as stride writes it.'),
        ("3600.0", "1:00:00", '"1:00:00" is no number.'),
        ("3600.0", "nan", '"nan" is no number.'),
        ("3600.0", "inf", '"inf" is no number.'),
        ("T20:00:00+01:00", " 20:00", "The time 2026-11-20T20:00:00 does not say"),
        ("\n3,", "\nthree,", '"three" is no whole number.'),
        ("\n3,", f"\n{'9' * 5000},", f'"{"9" * 39}…" is no whole number.'),
        ("\n3,", "\n0,", "0 is no entry's number."),
        ("club,,,,", "club,,12,,", "12 is no effort: it goes from 1 to 10."),
        ("club,,,,,", "club,,,,strava,", '"strava" does not say where the entry came from.'),
        ("2026-11-20,,", "2027-01-01,,", "An entry of 2026-11-20 cannot count for 2027-01-01."),
    ],
)
def test_a_row_that_cannot_be_read_is_named(
    tmp_path: Path, old: str, new: str, reason: str
) -> None:
    (problem,) = from_csv(tmp_path, TABLE.replace(old, new))
    assert isinstance(problem, Problem)
    assert problem.row == 2
    assert problem.reason.startswith(reason)


def test_columns_that_a_person_took_out_are_not_missed(tmp_path: Path) -> None:
    (draft,) = from_csv(tmp_path, "activity,at,uid,day\nchess,2026-11-20T20:00:00+01:00,,\n")
    assert isinstance(draft, Draft)
    assert (draft.uid, draft.day, draft.number) == ("", None, None)


def test_a_column_that_stride_does_not_write_is_not_dropped_in_silence(tmp_path: Path) -> None:
    path = saved(tmp_path, TABLE.replace("gear", "mood"), name="export.csv")
    with pytest.raises(ImportFileError, match='It is called "mood"'):
        list(stride_csv.read(path, options()))


def test_an_apostrophe_and_a_backslash_by_hand_stay_what_they_are(tmp_path: Path) -> None:
    (draft,) = from_csv(tmp_path, TABLE.replace("club,,,,", "club,,,'\\o/,"))
    assert isinstance(draft, Draft)
    assert draft.note == "\\o/"


def test_a_table_whose_last_line_has_no_end_is_cut_off(tmp_path: Path) -> None:
    (problem,) = from_csv(tmp_path, TABLE.removesuffix("00.0\n"))
    assert problem == Problem(2, "The file is cut off in this row.")


def test_a_measure_that_the_journal_lacks_comes_with_its_activity(tmp_path: Path) -> None:
    table = TABLE.replace("duration (s)", "laps (count),distance (m)").replace(
        "3600.0", "5.0,400.0"
    )
    new, first, second = from_csv(tmp_path, table + table.splitlines()[1] + "\n")
    assert new == NewMeasures("chess", (Measure("laps", Kind.ADDITIVE, Dimension.COUNT),))
    assert isinstance(first, Draft)
    assert first.measurements == {"laps": 5.0, "distance": 400.0}
    assert isinstance(second, Draft)


@pytest.mark.parametrize("label", ["Laps (count)", "at (count)", "(count)", "laps (furlong)"])
def test_a_column_that_can_be_no_measure_is_refused(tmp_path: Path, label: str) -> None:
    path = saved(tmp_path, TABLE.replace("duration (s)", label), name="export.csv")
    with pytest.raises(ImportFileError, match="has a column that stride does not write"):
        list(stride_csv.read(path, options()))


def test_a_derived_measure_has_no_value_of_its_own(tmp_path: Path) -> None:
    (problem,) = from_csv(tmp_path, TABLE.replace("duration (s)", "pace (s/km)"))
    assert problem == Problem(2, "pace is worked out from other measures, and has no value itself.")


def test_an_entry_whose_activity_is_not_defined_may_have_what_the_journal_measures(
    tmp_path: Path,
) -> None:
    (draft,) = from_json(tmp_path, export(ENTRY, activities=[]))
    assert isinstance(draft, Draft)
    laps = ENTRY | {"measurements": {"laps": {"value": 5, "unit": "count"}}}
    (problem,) = from_json(tmp_path, export(laps, activities=[]))
    assert problem == Problem(1, 'Its activity has no measure "laps" that is logged.')
