"""Stride's own export: as JSON lines, and with what sources told of the entries."""

import json
from pathlib import Path
from typing import Any

import pytest
from import_examples import options, saved

from stridelog.domain.account import account
from stridelog.domain.activity import Activity
from stridelog.domain.entry import Draft, Origin, Segment
from stridelog.domain.importing import Deleted, Distinct, ImportFileError, Problem
from stridelog.importers import stride_json

FIRST: dict[str, Any] = {
    "schema": "stride.export-lines/1",
    "activities": [{"name": "chess", "area": "hobbies"}],
    "deleted_origins": [{"source": "strava", "key": "9"}],
    "distinct": [["u1", "u2"]],
}
TOLD: dict[str, Any] = {
    "activity": "chess",
    "at": "2026-11-20T20:00:00",
    "offset": 3600,
    "measurements": {"distance": 5000, "duration": 0.1},
    "tags": ["club"],
    "note": "é",
    "segments": [[400.0, 98.25, 3]],
    "wall_clock": True,
}
ORIGIN: dict[str, Any] = {
    "source": "strava",
    "key": "1",
    "told": TOLD,
    "file": "export.zip/activities.csv",
    "taken_at": "2026-11-21T08:00:00+00:00",
}
SEGMENT: dict[str, Any] = {"metres": 400.0, "seconds": 98.25, "start": 3.0}
ENTRY: dict[str, Any] = {
    "activity": "chess",
    "at": "2026-11-20T20:00:00+01:00",
    "origins": [ORIGIN],
    "segments": [SEGMENT],
}


def lines(*values: object) -> str:
    return "".join(f"{json.dumps(value)}\n" for value in values)


def read(folder: Path, text: str) -> list[object]:
    path = saved(folder, text, name="export.jsonl")
    assert stride_json.sniff(path.name, text.encode()[: 1 << 16])
    return list(stride_json.read(path, options()))


def read_entry(folder: Path, changed: dict[str, Any]) -> object:
    _, entry, *_ = read(folder, lines(FIRST, ENTRY | changed))
    return entry


def test_lines_are_read_with_the_line_that_each_entry_stands_on(tmp_path: Path) -> None:
    activity, one, other, deleted, distinct = read(tmp_path, lines(FIRST, ENTRY, {"activity": 1}))
    assert isinstance(activity, Activity)
    assert isinstance(one, Draft)
    assert (one.activity, one.row) == ("chess", 2)
    assert isinstance(other, Problem)
    assert other.row == 3
    assert deleted == Deleted(Origin("strava", "9"))
    assert distinct == Distinct("u1", "u2")


def test_lines_that_another_program_sorted_and_spaced_are_the_same(tmp_path: Path) -> None:
    expected = read(tmp_path, lines(FIRST, ENTRY))
    anew = "\n\n".join(json.dumps(value, sort_keys=True) for value in (FIRST, ENTRY))
    assert read(tmp_path, anew) == expected


def test_the_first_line_alone_is_an_export_of_no_entries(tmp_path: Path) -> None:
    assert [type(item) for item in read(tmp_path, lines(FIRST))] == [Activity, Deleted, Distinct]


def test_lines_of_a_later_version_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError, match=r"another version of stride: stride\.export-lines/2"):
        read(tmp_path, lines(FIRST | {"schema": "stride.export-lines/2"}, ENTRY))


@pytest.mark.parametrize(
    "pair", ["u1", ["u1"], ["u1", 2], ["u1", "\ud800"], ["u1", "u2", "u3"], {}]
)
def test_a_pair_that_is_none_is_refused(tmp_path: Path, pair: object) -> None:
    with pytest.raises(ImportFileError, match="does not say which two entries are two"):
        read(tmp_path, lines(FIRST | {"distinct": [pair]}, ENTRY))


def test_lines_that_are_cut_off_are_refused_wherever_it_is(tmp_path: Path) -> None:
    whole = lines(FIRST, ENTRY)
    first = whole.index("\n")
    for end in (*range(1, first, 7), *range(first + 2, len(whole) - 1)):
        path = saved(tmp_path, whole[:end], name="export.jsonl")
        with pytest.raises(ImportFileError):
            list(stride_json.read(path, options()))


def test_what_each_source_told_is_kept_to_the_letter(tmp_path: Path) -> None:
    draft = read_entry(tmp_path, {})
    assert isinstance(draft, Draft)
    (origin,) = draft.origins
    assert origin.told == json.dumps(TOLD, ensure_ascii=False, separators=(",", ":"))
    assert (origin.file, origin.taken_at) == (ORIGIN["file"], ORIGIN["taken_at"])
    assert draft.segments == (Segment(400.0, 98.25, 3.0),)
    found = account(origin)
    assert found is not None
    assert found.draft.measurements == {"distance": 5000, "duration": 0.1}


@pytest.mark.parametrize("told", [None, {"activity": "chess", "at": "2026-11-20T20:00:00"}])
def test_a_source_may_have_told_little_or_nothing(tmp_path: Path, told: object) -> None:
    draft = read_entry(tmp_path, {"origins": [{"source": "s", "key": "k", "told": told}]})
    assert isinstance(draft, Draft)
    assert bool(draft.origins[0].told) is bool(told)


@pytest.mark.parametrize(
    "told",
    [
        "text",
        [],
        {},
        {"activity": "chess"},
        TOLD | {"activity": "CHESS!"},
        TOLD | {"activity": None},
        TOLD | {"at": "yesterday"},
        TOLD | {"at": 5},
        TOLD | {"at": "0001-01-01T00:00:00"},
        TOLD | {"offset": 1.5},
        TOLD | {"offset": 86_400},
        TOLD | {"offset": 10**40},
        TOLD | {"measurements": []},
        TOLD | {"measurements": {"distance": "5"}},
        TOLD | {"measurements": {"distance": 10**400}},
        TOLD | {"measurements": {"no measure!": 5}},
        TOLD | {"tags": [1]},
        TOLD | {"tags": "club"},
        TOLD | {"note": 1},
        TOLD | {"note": "x" * 200_000},
        TOLD | {"place": "\ud800"},
        TOLD | {"x": "\ud800"},
        TOLD | {"effort": 11},
        TOLD | {"segments": [[400.0, 98.25]]},
        TOLD | {"segments": [[400.0, 98.25, "3"]]},
        TOLD | {"segments": [[400.0, 98.25, 3], [400.0, 99.0, 5]]},
        TOLD | {"segments": {"metres": 400.0}},
        TOLD | {"wall_clock": "yes"},
    ],
)
def test_what_no_source_could_have_told_leaves_the_entry_out(tmp_path: Path, told: object) -> None:
    entry = read_entry(tmp_path, {"origins": [ORIGIN | {"told": told}]})
    assert isinstance(entry, Problem)


@pytest.mark.parametrize(
    "changed",
    [
        {"origins": [ORIGIN | {"file": 1}]},
        {"origins": [ORIGIN | {"file": "\ud800"}]},
        {"origins": [ORIGIN | {"taken_at": "today"}]},
        {"origins": [ORIGIN | {"taken_at": "2026-11-21T08:00:00"}]},
        {"segments": {}},
        {"segments": [[400.0, 98.25, 3.0]]},
        {"segments": [SEGMENT, SEGMENT]},
        {"segments": [SEGMENT | {"metres": 0}]},
        {"segments": [SEGMENT | {"seconds": -1}]},
        {"segments": [SEGMENT | {"start": -1}]},
        {"segments": [SEGMENT | {"start": None}]},
    ],
)
def test_what_the_journal_could_not_keep_leaves_the_entry_out(
    tmp_path: Path, changed: dict[str, Any]
) -> None:
    assert isinstance(read_entry(tmp_path, changed), Problem)
