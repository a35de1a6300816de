"""Runkeeper's cardioActivities.csv, of every year."""

import csv
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from import_examples import csv_text, options, saved

from stridelog.domain.additions import load, names
from stridelog.domain.entry import Draft, Origin
from stridelog.domain.importing import (
    ImportFileError,
    ImportItem,
    NothingToImportError,
    Problem,
)
from stridelog.importers import runkeeper

OLD = [
    *("Date", "Type", "Route Name", "Distance (km)", "Duration", "Average Pace"),
    *("Average Speed (km/h)", "Calories Burned", "Climb (m)", "Average Heart Rate (bpm)"),
    *("Notes", "GPX File"),
]
NEW = ["Activity Id", *OLD[:-2], "Friend's Tagged", *OLD[-2:]]
IMPERIAL = [
    label.replace("km/h", "mph").replace("(km)", "(mi)").replace("(m)", "(ft)") for label in NEW
]
RUN = {
    "Date": "2015-05-30 16:11:56",
    "Type": "Running",
    "Distance (km)": "5.00",
    "Duration": "27:37",
    "Average Pace": "5:31",
    "Climb (m)": "20",
    "Average Heart Rate (bpm)": "150",
    "GPX File": "2015-05-30-161156.gpx",
}
UUID = "abababab-abab-abab-abab-abababababab"

Row = dict[str, str]


def table(*rows: Row, header: list[str] = OLD) -> str:
    assert all(set(row) <= set(header) for row in rows)
    return csv_text([header, *([row.get(label, "") for label in header] for row in rows)])


def items(folder: Path, text: str) -> list[ImportItem]:
    """Read a file that must be known as Runkeeper's."""
    path = saved(folder, text, name="cardioActivities.csv")
    assert runkeeper.sniff(path.name, path.read_bytes()[: 1 << 16])
    return list(runkeeper.read(path, options(zone=ZoneInfo("Europe/Berlin"))))


def drafts(folder: Path, text: str) -> list[Draft]:
    found = items(folder, text)
    assert all(isinstance(item, Draft) for item in found), found
    return [item for item in found if isinstance(item, Draft)]


def draft(folder: Path, row: Row, header: list[str] = OLD) -> Draft:
    (found,) = drafts(folder, table(row, header=header))
    return found


def test_a_run_is_read(tmp_path: Path) -> None:
    found = draft(tmp_path, RUN)
    assert found.measurements == {
        "distance": 5000.0,
        "duration": 1657.0,
        "climb": 20.0,
        "heart-rate": 150.0,
    }
    assert (found.activity, found.note, found.place, found.row) == ("run", "", "", 2)
    assert found.at.isoformat() == "2015-05-30T16:11:56+02:00"
    assert found.wall_clock
    assert found.origins == (Origin("runkeeper", "2015-05-30T16:11:56/run"),)


def test_miles_and_feet_are_named_by_the_labels(tmp_path: Path) -> None:
    row = {"Activity Id": UUID, "Date": RUN["Date"], "Type": "Mountain Biking"}
    measured = {"Distance (mi)": "1,000.50", "Climb (ft)": "100", "Duration": "1:02:03"}
    found = draft(tmp_path, row | measured, IMPERIAL)
    assert found.activity == "mountain-bike-ride"
    assert found.measurements == {
        "distance": pytest.approx(1000.5 * 1609.344),
        "duration": 3723.0,
        "climb": pytest.approx(30.48),
    }
    assert found.origins == (Origin("runkeeper", UUID),)


def test_what_is_zero_or_empty_was_not_measured(tmp_path: Path) -> None:
    row = {"Date": RUN["Date"], "Type": "Strength Training", "Distance (km)": "0.00"}
    found = draft(tmp_path, row | {"Duration": "45:00", "Climb (m)": "0"})
    assert (found.activity, found.measurements) == ("strength", {"duration": 2700.0})
    assert draft(tmp_path, row).measurements == {}


def test_a_course_is_a_place_and_notes_are_the_note(tmp_path: Path) -> None:
    row = RUN | {"Route Name": "River Loop (short)", "Notes": ' Easy, with "strides"\r\nRain '}
    found = draft(tmp_path, row)
    assert (found.place, found.note) == ("river-loop-short", 'Easy, with "strides"\nRain')
    long = draft(tmp_path, row | {"Route Name": "Over the hills " * 9})
    assert long.place == ""
    assert long.note.splitlines()[0] == ("Over the hills " * 9).strip()


def test_an_activity_is_known_by_its_number_or_by_when_it_was(tmp_path: Path) -> None:
    walk = RUN | {"Type": "Walking"}
    assert len({d.origins for d in drafts(tmp_path, table(RUN, walk, RUN))}) == 2
    changed = draft(tmp_path, RUN | {"Notes": "x", "Distance (km)": "5.10"})
    assert changed.origins == draft(tmp_path, RUN).origins
    numbered = draft(tmp_path, RUN | {"Activity Id": UUID}, NEW)
    assert numbered.origins == (Origin("runkeeper", UUID),)
    unnumbered = draft(tmp_path, RUN | {"Activity Id": ""}, NEW)
    assert unnumbered.origins == draft(tmp_path, RUN).origins


def test_a_spreadsheets_copy_is_read_as_well(tmp_path: Path) -> None:
    rows = [RUN | {"Date": day} for day in ("5/4/2015 16:11", "5/30/2015 16:11")]
    found = drafts(tmp_path, table(*rows).replace(",", ";"))
    assert [d.at.date().isoformat() for d in found] == ["2015-05-04", "2015-05-30"]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"Type": " "}, "It does not say what kind of activity it is."),
        ({"Date": ""}, "It has no date."),
        ({"Date": "soon"}, '"soon" is no date.'),
        ({"Distance (km)": "far"}, '"far" is no number.'),
        ({"Distance (km)": "-1"}, '"-1" is no number.'),
        ({"Duration": "27"}, '"27" is no duration.'),
        ({"Climb (m)": "9" * 400}, "is too large a number."),
    ],
)
def test_a_row_that_cannot_be_made_out_is_named_and_the_others_are_read(
    tmp_path: Path, wrong: Row, reason: str
) -> None:
    found = items(tmp_path, table(RUN, RUN | wrong, RUN))
    assert [type(item) for item in found] == [Draft, Problem, Draft]
    problem = found[1]
    assert isinstance(problem, Problem)
    assert (problem.row, reason in problem.reason) == (3, True), problem


def test_a_list_without_activities_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NothingToImportError, match="holds no activities"):
        items(tmp_path, table())


def test_other_tables_are_not_taken_for_runkeepers(tmp_path: Path) -> None:
    path = saved(tmp_path, "date,type,distance (km),duration\n2026-11-20 07:30:00,Run,5,20:00\n")
    assert not runkeeper.sniff("cardioActivities.csv", path.read_bytes())
    with pytest.raises(ImportFileError, match=r"is not a cardioActivities\.csv"):
        list(runkeeper.read(path, options()))


@pytest.mark.parametrize("header", [OLD, NEW, IMPERIAL])
def test_no_other_format_claims_a_file_of_runkeepers(header: list[str]) -> None:
    head = table({"Date": RUN["Date"], "Type": "Running"}, header=header).encode()
    claimed = [
        name
        for name in names("stridelog.importers")
        if load("stridelog.importers", name).sniff("cardioActivities.csv", head)
    ]
    assert claimed == ["runkeeper"]


def outcome(path: Path) -> list[Draft]:
    """Read a file to its end; anything but items or a refusal fails the test."""
    limit = csv.field_size_limit()
    try:
        found = list(runkeeper.read(path, options()))
    except ImportFileError:
        return []
    finally:
        assert csv.field_size_limit() == limit
    return [item for item in found if isinstance(item, Draft)]


def test_every_beginning_of_a_file_is_read_in_part_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "cardioActivities.csv"
    content = table(RUN | {"Notes": 'Über\r\n"Brücken"'}, RUN).encode()
    path.write_bytes(content)
    whole = outcome(path)
    for end in range(len(content)):
        path.write_bytes(content[:end])
        runkeeper.sniff(path.name, content[:end])
        found = outcome(path)
        sure = found[:-1]
        assert sure == whole[: len(sure)]
        assert len(found) <= len(whole)


def test_no_changed_byte_makes_reading_fail(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("flipped") / "cardioActivities.csv"
    content = table(RUN | {"Route Name": "River"}, RUN).encode()

    @given(st.integers(0, len(content) - 1), st.binary(max_size=3))
    def check(place: int, junk: bytes) -> None:
        path.write_bytes(content[:place] + junk + content[place + 1 :])
        runkeeper.sniff(path.name, path.read_bytes())
        outcome(path)

    check()


@pytest.mark.parametrize("label", OLD)
def test_ten_megabytes_in_a_cell_do_no_harm(tmp_path: Path, label: str) -> None:
    row = RUN | {label: "9x. " * 2_500_000}
    assert len(outcome(saved(tmp_path, table(row, RUN)))) in {1, 2}
