"""What the exports look like, to the letter. That importing takes them back is tested there."""

import csv as table
import io
import json as document
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from stridelog.domain.activity import Activity, pace
from stridelog.domain.additions import load, names
from stridelog.domain.cadence import Cadence, CadenceChange, Protection, Rules, SkipChange
from stridelog.domain.entry import Entry, Origin
from stridelog.domain.importing import ExportedEntry
from stridelog.domain.measure import Direction, Kind, Measure
from stridelog.domain.period import Span
from stridelog.domain.units import Dimension
from stridelog.exporters import csv, json

RUN = Activity(
    "run",
    "fitness",
    (
        Measure("distance", Kind.ADDITIVE, Dimension.DISTANCE, Direction.HIGHER),
        Measure("duration", Kind.ADDITIVE, Dimension.DURATION),
        Measure("heart-rate", Kind.INTENSIVE, Dimension.HEART_RATE, weight="duration"),
        pace("/km"),
    ),
)
CHESS = Activity(
    "chess", "hobbies", (Measure("duration", Kind.ADDITIVE, Dimension.DURATION),), retired=True
)
TROT = ExportedEntry(
    Entry(
        number=12,
        uid="0199",
        activity="run",
        at=datetime(2026, 11, 26, 0, 12, tzinfo=timezone(timedelta(hours=-5))),
        day=date(2026, 11, 25),
        measurements={"distance": 10_012.400390625, "duration": 3042.0},
        derived={"pace": 303.8},
        tags=("race", "50 %"),
        place="turkey-trot",
        gear="Pegasus",
        effort=7,
        note='"Easy",\nshe said.',
    ),
    (Origin("strava", "123"), Origin("a:b", "c d")),
)
GAME = ExportedEntry(
    Entry(
        number=13,
        uid="0200",
        activity="chess",
        at=datetime(2026, 11, 27, 20, tzinfo=UTC),
        day=date(2026, 11, 27),
        measurements={},
        derived={},
        note="=HYPERLINK(1)",
    )
)

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
"entries": [
{"number": 13, "uid": "0200", "activity": "chess", "at": "2026-11-27T20:00:00+00:00", \
"day": "2026-11-27", "measurements": {}, "tags": [], "place": "", "gear": "", "effort": null, \
"note": "=HYPERLINK(1)", "origins": []}
],
"deleted_origins": [
{"source": "strava", "key": "9"}
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


def as_csv(note: str) -> str:
    out = io.StringIO()
    entry = GAME.entry
    changed = Entry(entry.number, entry.uid, entry.activity, entry.at, entry.day, {}, {}, note=note)
    csv.write([CHESS], [ExportedEntry(changed)], out)
    (_, row) = table.reader(io.StringIO(out.getvalue(), newline=""))
    return row[csv.COLUMNS.index("note")]


@pytest.mark.parametrize("name", names("stridelog.exporters"))
def test_each_exporter_says_what_it_writes_and_writes_an_empty_journal(name: str) -> None:
    exporter = load("stridelog.exporters", name)
    out = io.StringIO()
    exporter.write([], [], out)
    assert exporter.SUMMARY
    assert out.getvalue().endswith("\n")


def test_json_has_the_definitions_the_rules_and_the_entries() -> None:
    out = io.StringIO()
    json.write([CHESS], [GAME], out, [Origin("strava", "9")], RULES)
    assert out.getvalue() == JSON


def test_json_has_a_unit_beside_each_value_and_the_origins() -> None:
    out = io.StringIO()
    json.write([RUN, CHESS], [TROT, GAME], out)
    whole = document.loads(out.getvalue())
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
        "origins": [{"source": "strava", "key": "123"}, {"source": "a:b", "key": "c d"}],
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


def test_json_leaves_letters_readable_and_controls_harmless() -> None:
    out = io.StringIO()
    entry = Entry(
        1, "u", "chess", GAME.entry.at, GAME.entry.day, {}, {}, note="é 🏃 \x1b[2J\x9b \ud800"
    )
    json.write([CHESS], [ExportedEntry(entry)], out)
    assert '"note": "é 🏃 \\u001b[2J\\u009b \\ud800"' in out.getvalue()


def test_csv_has_a_row_an_entry_and_a_column_a_measure() -> None:
    out = io.StringIO()
    csv.write([RUN, CHESS], [TROT, GAME], out)
    assert out.getvalue() == CSV


@pytest.mark.parametrize("start", [*"=+-@\t\n'\uff1d\uff0b\uff0d\uff20"])
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
    csv.write([CHESS, other], [], out)
    assert out.getvalue().endswith("origins,duration (s),duration (count)\n")
