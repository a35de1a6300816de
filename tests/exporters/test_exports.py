"""What the exports look like, to the letter. That importing takes them back is tested there."""

import csv as table
import io
import json as document
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from exported import CHESS, GAME, RUN, TROT, written
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.activity import Activity
from stridelog.domain.additions import load, names
from stridelog.domain.cadence import Cadence, CadenceChange, Protection, Rules, SkipChange
from stridelog.domain.entry import Entry, Origin
from stridelog.domain.goal import Goal, Scope, Target, Version
from stridelog.domain.importing import Distinct, Export, ExportedEntry, Order
from stridelog.domain.measure import Kind, Measure
from stridelog.domain.period import Span
from stridelog.domain.units import Dimension
from stridelog.exporters import csv

ANY_TEXT = st.text(st.characters())
"""Any text, with controls and lone surrogates."""

FRIDAY = date(2026, 11, 27)

RULES = {
    None: Rules(
        protections=(
            Protection(
                Span(date(2026, 12, 24), date(2027, 1, 2)), reason="über den See", uid="0301"
            ),
        )
    ),
    "chess": Rules(
        (CadenceChange(FRIDAY, Cadence(3, "week"), "0302"),),
        (Protection(Span(FRIDAY, date.max), frozenset({4, 0}), uid="0303"),),
        (SkipChange(FRIDAY, 2, "0304"),),
    ),
}

HOUR = Version(
    FRIDAY,
    "total",
    FRIDAY,
    scope=Scope("chess", "duration", tags=("club",)),
    target=Target(3600.0),
    uid="0402",
)

PLAY = Goal((HOUR,), "Play", area="hobbies", number=2, uid="0401")

JSON = """\
{"schema": "stride.export/1",
"activities": [
{"name": "chess", "area": "hobbies", "retired": true, "measures": [{"name": "duration", "kind": \
"additive", "dimension": "duration", "direction": "neutral", "unit": "", "weight": "", \
"ratio": null, "retired": false}]}
],
"rules": [
{"activity": null, "uid": "0301", "rule": "pause", "from": "2026-12-24", "to": "2027-01-02", \
"reason": "über den See"},
{"activity": "chess", "uid": "0302", "rule": "cadence", "since": "2026-11-27", "times": 3, \
"unit": "week"},
{"activity": "chess", "uid": "0303", "rule": "rest", "from": "2026-11-27", "to": null, \
"weekdays": ["monday", "friday"]},
{"activity": "chess", "uid": "0304", "rule": "skips", "since": "2026-11-27", "skips": 2}
],
"goals": [
{"uid": "0401", "number": 2, "title": "Play", "why": "", "area": "hobbies", "event": "", \
"rank": "", "shared": false, "learned": "", "versions": [{"uid": "0402", "since": "2026-11-27", \
"kind": "total", "first": "2026-11-27", "deadline": null, "status": "open", "activity": "chess", \
"measure": "duration", "distance": "", "tags": ["club"], "not_tags": [], "place": "", "target": \
{"value": 3600.0, "unit": "s", "way": "at least", "per": ""}, "against": null, "steps": []}], \
"reviews": [], "notes": []}
],
"entries": [
{"number": 13, "uid": "0200", "activity": "chess", "at": "2026-11-27T20:00:00+00:00", \
"day": "2026-11-27", "measurements": {}, "tags": [], "place": "", "gear": "", "effort": null, \
"note": "=HYPERLINK(1)", "origins": [], "segments": []}
],
"deleted_origins": [
{"source": "strava", "key": "9"}
],
"distinct": [
["0200", "0199"]
]}
"""

CSV = """\
number,uid,activity,at,day,place,tags,gear,effort,note,origins,distance (m),duration (s),\
heart-rate (bpm)
12,0199,run,2026-11-26T00:12:00-05:00,2026-11-25,turkey-trot,race 50%0020%0025,Pegasus,7,\
"\""Easy"",
she said.",strava:123 a%003ab:c%0020d,10012.400390625,3042.0,
13,0200,chess,2026-11-27T20:00:00+00:00,2026-11-27,,,,,'=HYPERLINK(1),,,,
"""


LINES = """\
{"schema": "stride.export-lines/1", "activities": [{"name": "chess", "area": "hobbies", "retired": \
true, "measures": [{"name": "duration", "kind": "additive", "dimension": "duration", "direction": \
"neutral", "unit": "", "weight": "", "ratio": null, "retired": false}]}], "rules": [{"activity": \
null, "uid": "0301", "rule": "pause", "from": "2026-12-24", "to": "2027-01-02", "reason": \
"über den See"}, {"activity": "chess", "uid": "0302", "rule": "cadence", "since": "2026-11-27", \
"times": 3, "unit": "week"}, {"activity": "chess", "uid": "0303", "rule": "rest", "from": \
"2026-11-27", "to": null, "weekdays": ["monday", "friday"]}, {"activity": "chess", "uid": "0304", \
"rule": "skips", "since": "2026-11-27", "skips": 2}], "goals": [{"uid": "0401", "number": 2, \
"title": "Play", "why": "", "area": "hobbies", "event": "", "rank": "", "shared": false, \
"learned": "", "versions": [{"uid": "0402", "since": "2026-11-27", "kind": "total", "first": \
"2026-11-27", "deadline": null, "status": "open", "activity": "chess", "measure": "duration", \
"distance": "", "tags": ["club"], "not_tags": [], "place": "", "target": {"value": 3600.0, \
"unit": "s", "way": "at least", "per": ""}, "against": null, "steps": []}], "reviews": [], \
"notes": []}], "deleted_origins": \
[{"source": "strava", "key": "9"}], "distinct": [["0200", "0199"]]}
{"number": 13, "uid": "0200", "activity": "chess", "at": "2026-11-27T20:00:00+00:00", \
"day": "2026-11-27", "measurements": {}, "tags": [], "place": "", "gear": "", "effort": null, \
"note": "=HYPERLINK(1)", "origins": [], "segments": []}
"""


def of_chess(form: str) -> str:
    """Return an export with one game, and one deleted entry that came from Strava."""
    out = io.StringIO(newline="")
    deleted = [Origin("strava", "9", told="{}", file="private.zip")]
    export = Export({"chess": CHESS}, [GAME], deleted, [Distinct("0200", "0199")], RULES, [PLAY])
    load("stridelog.exporters", form).write(export, out)
    return out.getvalue()


def noted(text: str) -> ExportedEntry:
    return ExportedEntry(replace(GAME.entry, note=text))


def as_csv(note: str) -> str:
    (_, row) = table.reader(io.StringIO(written("csv", [noted(note)]), newline=""))
    return row[csv.COLUMNS.index("note")]


@pytest.mark.parametrize("name", names("stridelog.exporters"))
def test_each_exporter_says_what_it_writes_and_writes_an_empty_journal(name: str) -> None:
    exporter = load("stridelog.exporters", name)
    out = io.StringIO()
    exporter.write(Export({}, []), out)
    assert exporter.SUMMARY
    assert out.getvalue().endswith("\n")
    assert isinstance(exporter.ORDER, Order)


def test_the_ending_of_a_file_tells_its_format() -> None:
    endings = [load("stridelog.exporters", n).ENDING for n in names("stridelog.exporters")]
    assert sorted(endings) == [".csv", ".ics", ".json", ".jsonl", ".md"]


@pytest.mark.parametrize("name", names("stridelog.exporters"))
def test_entries_are_written_as_they_come(name: str) -> None:
    """What was written before each entry was asked for grows with every one."""
    out = io.StringIO()
    lengths: list[int] = []

    def entries() -> Iterator[ExportedEntry]:
        for _ in range(3):
            lengths.append(len(out.getvalue()))
            yield TROT

    load("stridelog.exporters", name).write(Export({"run": RUN}, entries()), out)
    assert all(before < after for before, after in pairwise([*lengths[1:], len(out.getvalue())]))


def test_json_has_the_definitions_the_rules_the_goals_and_the_entries() -> None:
    assert of_chess("json") == JSON


def test_json_lines_have_all_that_is_no_entry_on_the_first_line() -> None:
    assert of_chess("jsonl") == LINES


def test_json_lines_have_the_entries_of_json() -> None:
    _, *lines = written("jsonl", [TROT, GAME]).splitlines()
    whole = document.loads(written("json", [TROT, GAME]))
    assert [document.loads(line) for line in lines] == whole["entries"]


def test_json_has_a_unit_beside_each_value_and_the_origins() -> None:
    whole = document.loads(written("json", [TROT, GAME]))
    assert [activity["name"] for activity in whole["activities"]] == ["run", "chess"]
    assert whole["entries"][0] == {
        "number": 12,
        "uid": "0199",
        "activity": "run",
        "at": "2026-11-26T00:12:00-05:00",
        "day": "2026-11-25",
        "measurements": {
            "distance": {"value": 10012.400390625, "unit": "m"},
            "duration": {"value": 3042.0, "unit": "s"},
        },
        "tags": ["race", "50 %"],
        "place": "turkey-trot",
        "gear": "Pegasus",
        "effort": 7,
        "note": '"Easy",\nshe said.',
        "origins": [
            {
                "source": "strava",
                "key": "123",
                "told": {"activity": "run", "at": "2026-11-26T00:12:00", "offset": -18000},
                "file": "export.zip/activities.csv",
                "taken_at": "2026-11-27T08:00:00+00:00",
            },
            {"source": "a:b", "key": "c d", "told": None, "file": "", "taken_at": ""},
        ],
        "segments": [{"metres": 400.0, "seconds": 98.25, "start": 1204.0}],
    }
    assert whole["activities"][0]["measures"][3] == {
        "name": "pace",
        "kind": "derived",
        "dimension": "pace",
        "direction": "lower",
        "unit": "/km",
        "weight": "",
        "ratio": {
            "numerator": [{"measure": "duration", "coefficient": 1.0}],
            "denominator": [{"measure": "distance", "coefficient": 1.0}],
            "scale": 1000.0,
        },
        "retired": False,
    }


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_leaves_letters_readable_and_controls_harmless(form: str) -> None:
    export = written(form, [noted("é 🏃 \x1b[2J\x9b \ud800")])
    assert '"note": "é 🏃 \\u001b[2J\\u009b \\ud800"' in export


def test_csv_has_a_row_an_entry_and_a_column_a_measure() -> None:
    assert written("csv", [TROT, GAME]) == CSV


STARTS = [*"=+-@\t\n'\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212"]
"""How a formula may begin: as typed on a keyboard, in full width, in small forms, as a minus."""


@pytest.mark.parametrize("start", STARTS)
def test_a_spreadsheet_runs_no_note(start: str) -> None:
    assert as_csv(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize("note", ["1=1", " =1", "a'b", "", "#1", "\\"])
def test_harmless_notes_stand_in_csv_as_they_are(note: str) -> None:
    assert as_csv(note) == note


def test_what_no_table_can_hold_is_escaped() -> None:
    assert as_csv("a\0b") == "'\\a\\u0000b"
    assert as_csv('\ud800"\n') == "'\\\\ud800\\\"\\n"
    assert as_csv("\r=1") == "'\\\\r=1"


def test_one_name_with_two_units_gets_two_columns() -> None:
    other = Activity("row", "fitness", (Measure("duration", Kind.ADDITIVE, Dimension.COUNT),))
    out = io.StringIO()
    csv.write(Export({"chess": CHESS, "row": other}, []), out)
    assert out.getvalue().endswith("origins,duration (s),duration (count)\n")


@given(ANY_TEXT | st.builds("".join, st.tuples(st.sampled_from(STARTS), ANY_TEXT)))
def test_a_spreadsheet_runs_no_cell_whatever_stands_in_it(text: str) -> None:
    measure = Measure(text, Kind.ADDITIVE, Dimension.SCORE)
    entry = Entry(
        1, text, text, GAME.entry.at, GAME.entry.day, {text: -5.0}, {}, (text, "x"), text, text, 9
    )
    exported = ExportedEntry(replace(entry, note=text), (Origin(text, text),))
    out = io.StringIO(newline="")
    csv.write(Export({text: Activity(text, "hobbies", (measure,))}, [exported]), out)
    header, row = table.reader(io.StringIO(out.getvalue(), newline=""))
    assert row[-1] == "-5.0"
    for cell in (*header, *row[:-1]):
        assert re.match("[-=+@\t\r\n\uff1d\uff0b\uff0d\uff20\ufe62-\ufe6b\u2212]", cell) is None
