"""Garmin Connect's Activities.csv, in its languages and units."""

import csv
import tracemalloc
from collections.abc import Sequence
from dataclasses import replace
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
    Remark,
)
from stridelog.importers import garmin


def labels(*lines: str) -> list[str]:
    return "".join(lines).split(",")


ENGLISH = labels(
    "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Aerobic TE,",
    "Avg Run Cadence,Max Run Cadence,Avg Pace,Best Pace,Total Ascent,Total Descent,",
    "Avg Stride Length,Avg Power,Max Power,Decompression,Min Temp,Max Temp,Moving Time,",
    "Elapsed Time,Min Elevation,Max Elevation",
)
GERMAN = labels(
    "Aktivitätstyp,Datum,Favorit,Titel,Distanz,Kalorien,Zeit,Ø HF,Max. HF,Aerober TE,",
    "Ø Schrittfrequenz (Laufen),Max. Schrittfrequenz (Laufen),Ø Geschwindigkeit,",
    "Maximale Geschwindigkeit,Positiver Höhenunterschied,Negativer Höhenunterschied,",
    "Ø Schrittlänge,Training Stress Score®,Grundzeit,Min. Temp.,Max. Temp.",
)
DANISH = labels(
    "Aktivitetstype,Dato,Favorit,Titel,Distance,Kalorier,Tid,Gennemsnitlig puls,Maks. puls,",
    "Aerob TE,Gennemsnit kadence løb,Maksimum kadence løb,Samlet stigning,Samlet nedstigning,",
    "Gennemsnitlig skridtlængde,Gennemsnitlig effekt,Tid i bevægelse,Tidsforbrug",
)
FINNISH = labels("Harjoitustyyppi,Päivä,Suosikki,Otsikko,Matka,Kalorit,Aika,Keskisyke")

Row = dict[str, str]

RUN: Row = {
    "Activity Type": "Running",
    "Date": "2025-02-06 17:06:03",
    "Favorite": "false",
    "Title": "Wellington Running",
    "Distance": "5.48",
    "Calories": "447",
    "Time": "00:31:24",
    "Avg HR": "153",
    "Avg Run Cadence": "153",
    "Avg Pace": "5:44",
    "Total Ascent": "215",
    "Avg Stride Length": "1.14",
    "Avg Power": "343",
    "Moving Time": "00:31:08",
    "Elapsed Time": "00:32:57",
}
RIDE: Row = {
    "Activity Type": "Cycling",
    "Date": "2025-02-07 08:00:00",
    "Favorite": "true",
    "Title": "Commute",
    "Distance": "20.10",
    "Time": "01:00:00",
    "Avg Pace": "20.1",
    "Total Ascent": "1,079",
    "Avg Stride Length": "0.00",
    "Avg Power": "180",
}


def cells(header: Sequence[str], row: Row) -> list[str]:
    assert set(row) <= set(header)
    return [row.get(label, "--") for label in header]


def table(*rows: Row, header: Sequence[str] = ENGLISH) -> str:
    return csv_text([header, *(cells(header, row) for row in rows)])


def items(folder: Path, text: str, units: str = "") -> list[ImportItem]:
    """Read a file that must be known as Garmin's."""
    path = saved(folder, text, name="Activities.csv")
    assert garmin.sniff(path.name, path.read_bytes()[: 1 << 16])
    return list(garmin.read(path, replace(options(zone=ZoneInfo("Europe/Berlin")), units=units)))


def drafts(folder: Path, text: str, units: str = "") -> list[Draft]:
    found = items(folder, text, units)
    assert not [item for item in found if isinstance(item, Problem)], found
    return [item for item in found if isinstance(item, Draft)]


def draft(folder: Path, row: Row, *others: Row, units: str = "") -> Draft:
    return drafts(folder, table(row, *others), units)[0]


def remark(folder: Path, text: str, units: str = "") -> str:
    first = items(folder, text, units)[0]
    assert isinstance(first, Remark), first
    return first.text


def test_a_run_is_read_as_garmin_shows_it(tmp_path: Path) -> None:
    found = draft(tmp_path, RUN)
    assert found.measurements == {
        "distance": 5480.0,
        "duration": 1868.0,
        "elapsed": 1977.0,
        "climb": 215.0,
        "heart-rate": 153.0,
    }
    assert found.at.isoformat() == "2025-02-06T17:06:03+01:00"
    assert found.wall_clock
    assert (found.activity, found.note, found.tags) == ("run", "Wellington Running", ())
    assert found.origins == (Origin("garmin", "2025-02-06T17:06:03/run/1884/5.48"),)
    assert found.row == 2


def test_power_is_kept_for_rides_and_stars_become_a_tag(tmp_path: Path) -> None:
    found = draft(tmp_path, RIDE)
    assert (found.activity, found.tags) == ("ride", ("favorite",))
    assert found.measurements == {
        "distance": 20_100.0,
        "duration": 3600.0,
        "climb": 1079.0,
        "power": 180.0,
    }


def test_dashes_say_that_nothing_was_measured(tmp_path: Path) -> None:
    yoga = {"Activity Type": "Yoga", "Date": RUN["Date"], "Time": "00:45:00.5"}
    blank = {"Distance": "0.00", "Avg HR": "--", "Moving Time": "00:03:00", "Elapsed Time": "--:--"}
    found = draft(tmp_path, yoga | blank)
    assert found.measurements == {"duration": 2700.5}
    assert (found.note, found.tags) == ("", ())
    assert draft(tmp_path, yoga | {"Time": "--:--:--"}).measurements == {}


def test_steps_tell_miles_from_kilometres(tmp_path: Path) -> None:
    miles = RUN | {"Distance": "3.40", "Avg Pace": "9:14", "Total Ascent": "705"}
    text = table(RIDE, miles)
    ride, run = drafts(tmp_path, text)
    assert run.measurements["distance"] == pytest.approx(3.40 * 1609.344)
    assert run.measurements["climb"] == pytest.approx(705 * 0.3048)
    assert ride.measurements["distance"] == pytest.approx(20.10 * 1609.344)
    assert remark(tmp_path, text) == (
        "Distances are read as miles, since stride length and cadence agree with that; "
        "--units km reads them as kilometres."
    )
    assert remark(tmp_path, table(RUN, RIDE)).startswith("Distances are read as kilometres, since")


def test_a_file_that_tells_nothing_is_in_kilometres(tmp_path: Path) -> None:
    assert remark(tmp_path, table(RIDE)) == (
        "Distances are read as kilometres, as nothing in the file says otherwise; "
        "--units mi reads them as miles."
    )


def test_fahrenheit_tells_miles_where_no_steps_do(tmp_path: Path) -> None:
    text = table(RIDE | {"Min Temp": "80.6"})
    assert drafts(tmp_path, text)[0].measurements["distance"] == pytest.approx(20.1 * 1609.344)
    assert "since temperatures are in Fahrenheit" in remark(tmp_path, text)
    steps = table(RIDE | {"Min Temp": "80.6"}, RUN)
    assert drafts(tmp_path, steps)[0].measurements["distance"] == 20_100.0


def test_the_units_that_were_asked_for_overrule_the_file(tmp_path: Path) -> None:
    found = draft(tmp_path, RUN, units="mi")
    assert found.measurements["distance"] == pytest.approx(5.48 * 1609.344)
    assert found.measurements["climb"] == pytest.approx(215 * 0.3048)
    assert remark(tmp_path, table(RUN), "mi") == "Distances are read as miles, as --units says."
    assert found.origins == draft(tmp_path, RUN).origins


def test_a_file_without_distances_needs_no_word_on_them(tmp_path: Path) -> None:
    (found,) = items(tmp_path, table(RUN | {"Distance": "0.00"}))
    assert isinstance(found, Draft)


@pytest.mark.parametrize(
    ("sport", "shown", "units", "metres"),
    [
        ("Open Water Swimming", "1,500", "", 1500.0),
        ("Pool Swim", "750", "km", 750.0),
        ("Lap Swimming", "1,650", "mi", 1508.76),
        ("Open Water Swimming", "1.90", "", 1900.0),
        ("Track Running", "5,000", "km", 5000.0),
        ("Track Running", "5,000", "mi", 5000.0),
        ("Running", "42.20", "km", 42_200.0),
        ("Hiking", "0.01", "km", 10.0),
    ],
)
def test_swims_and_laps_of_a_track_are_in_metres(
    tmp_path: Path, sport: str, shown: str, units: str, metres: float
) -> None:
    row = {"Activity Type": sport, "Date": RUN["Date"], "Distance": shown, "Time": "00:30:00"}
    assert draft(tmp_path, row, units=units).measurements["distance"] == pytest.approx(metres)


@pytest.mark.parametrize(
    ("shown", "others", "metres"),
    [
        ("5,02", "12,10", 5020.0),
        ("1.079,50", "12,10", 1_079_500.0),
        ("1,079.50", "12.10", 1_079_500.0),
        ("5.123", "12.10", 5123.0),
        ("5,123", "12,10", 5123.0),
        ("12", "12.10", 12_000.0),
    ],
)
def test_the_files_other_numbers_tell_the_decimal_mark(
    tmp_path: Path, shown: str, others: str, metres: float
) -> None:
    rows = (RIDE | {"Distance": shown, "Time": "20:00:00"}, RIDE | {"Distance": others})
    assert draft(tmp_path, *rows).measurements["distance"] == pytest.approx(metres)


@pytest.mark.parametrize(
    ("time", "seconds"),
    [
        ("00:31:24", 1884.0),
        ("00:31:24.5", 1884.5),
        ("00:31:24,5", 1884.5),
        ("31:24.5", 1884.5),
        ("0:31:24", 1884.0),
        ("27:00:00", 97_200.0),
    ],
)
def test_times_are_read_in_every_form(tmp_path: Path, time: str, seconds: float) -> None:
    row = RUN | {"Time": time, "Moving Time": "--", "Elapsed Time": "--"}
    assert draft(tmp_path, row).measurements["duration"] == seconds


@pytest.mark.parametrize(
    ("row", "spent"),
    [
        (RUN | {"Distance": "20.00", "Avg Pace": "5:00", "Time": "40:03.5"}, 6003.5),
        (RUN | {"Distance": "45.00", "Avg Pace": "6:00", "Time": "30:10.0"}, 16_210.0),
        (RUN | {"Distance": "8.00", "Avg Pace": "5:00", "Time": "40:03.5"}, 2403.5),
        (RUN | {"Distance": "20.00", "Avg Pace": "--", "Time": "40:03.5"}, 2403.5),
        (RUN | {"Distance": "20.00", "Avg Pace": "7:00", "Time": "40:03.5"}, 2403.5),
        (RIDE | {"Distance": "60.00", "Avg Pace": "24.5", "Time": "27:00.1"}, 8820.1),
        (
            RUN
            | {
                "Activity Type": "Pool Swim",
                "Distance": "4,000",
                "Avg Pace": "1:45",
                "Time": "10:00.0",
            },
            4200.0,
        ),
    ],
)
def test_hours_that_a_spreadsheet_lost_are_found_by_the_pace(
    tmp_path: Path, row: Row, spent: float
) -> None:
    found = draft(tmp_path, row | {"Moving Time": "--", "Elapsed Time": "--"})
    assert found.measurements["duration"] == pytest.approx(spent)


def test_moving_and_elapsed_time_get_their_hours_back_as_well(tmp_path: Path) -> None:
    lost = {"Distance": "20.00", "Avg Pace": "5:00", "Time": "40:03.5"}
    found = draft(tmp_path, RUN | lost | {"Moving Time": "39:50.1", "Elapsed Time": "05:10.9"})
    assert found.measurements["duration"] == pytest.approx(5990.1)
    assert found.measurements["elapsed"] == pytest.approx(7510.9)
    short = {"Time": "31:24.5", "Moving Time": "31:25.0", "Elapsed Time": "31:24.0"}
    kept = draft(tmp_path, RUN | short).measurements
    assert (kept["duration"], kept["elapsed"]) == (1885.0, 1884.0)


def test_german_and_danish_files_are_read(tmp_path: Path) -> None:
    text = table(
        {
            "Aktivitätstyp": "Radfahren",
            "Datum": "2017-04-22 13:12:32",
            "Favorit": "false",
            "Titel": "Monschau Radfahren",
            "Distanz": "42.02",
            "Kalorien": "2,336",
            "Zeit": "03:51:46",
            "Ø HF": "139",
            "Ø Geschwindigkeit": "10.9",
            "Positiver Höhenunterschied": "933",
        },
        header=GERMAN,
    )
    (found,) = drafts(tmp_path, text)
    assert (found.activity, found.measurements) == (
        "ride",
        {"distance": 42_020.0, "duration": 13_906.0, "climb": 933.0, "heart-rate": 139.0},
    )
    text = table(
        {
            "Aktivitetstype": "Løbebånd",
            "Dato": "2024-01-05 06:00:00",
            "Favorit": "true",
            "Titel": "Løbebånd",
            "Distance": "8,02",
            "Kalorier": "1.021",
            "Tid": "00:40:06",
            "Gennemsnitlig puls": "150",
            "Gennemsnit kadence løb": "170",
            "Samlet stigning": "1.201",
            "Gennemsnitlig skridtlængde": "1,18",
            "Tid i bevægelse": "00:40:00",
            "Tidsforbrug": "00:41:00",
        },
        header=DANISH,
    )
    (found,) = drafts(tmp_path, text)
    assert (found.activity, found.tags) == ("run", ("favorite",))
    assert found.measurements == {
        "distance": pytest.approx(8020.0),
        "duration": 2400.0,
        "elapsed": 2460.0,
        "climb": 1201.0,
        "heart-rate": 150.0,
    }
    assert "since stride length and cadence agree" in remark(tmp_path, text)


def test_a_language_that_nobody_knows_is_read_by_its_first_columns(tmp_path: Path) -> None:
    row = ["Juoksu", "2024-01-05 06:00:00", "false", "Lenkki", "8.02", "521", "00:40:06", "150"]
    (found,) = drafts(tmp_path, csv_text([FINNISH, row]))
    assert (found.activity, found.note) == ("run", "Lenkki")
    assert found.measurements == {"distance": pytest.approx(8020.0), "duration": 2406.0}


def test_two_tables_in_one_file_are_both_read(tmp_path: Path) -> None:
    german = dict(zip(ENGLISH[:7], GERMAN[:7], strict=True))
    ride = cells(GERMAN, {german.get(k, k): v for k, v in RIDE.items() if k in german})
    run = cells(ENGLISH, RUN)
    text = csv_text([GERMAN, ride, ride, ENGLISH, run, [], GERMAN, ride])
    found = drafts(tmp_path, text)
    assert [(draft.activity, draft.row) for draft in found] == [
        ("ride", 2),
        ("ride", 3),
        ("run", 5),
        ("ride", 8),
    ]
    assert found[2].measurements["heart-rate"] == 153.0


def test_a_second_table_in_an_unknown_language_has_its_header_again(tmp_path: Path) -> None:
    row = ["Juoksu", "2024-01-05 06:00:00", "false", "Lenkki", "8.02", "521", "00:40:06", "150"]
    text = csv_text([FINNISH, row, [*FINNISH, "Avg HR"], [*row, "151"]])
    assert [draft.measurements.get("heart-rate") for draft in drafts(tmp_path, text)] == [None, 151]


def test_rows_of_a_table_without_its_header_are_read_by_the_first_columns(tmp_path: Path) -> None:
    short = cells(ENGLISH, RUN)[:20]
    text = csv_text([ENGLISH, cells(ENGLISH, RIDE), short, short])
    ride, run, _ = drafts(tmp_path, text)
    assert ride.measurements["power"] == 180.0
    assert run.measurements == {"distance": 5480.0, "duration": 1884.0}


def test_a_spreadsheet_that_fills_up_rows_does_no_harm(tmp_path: Path) -> None:
    rows = [ENGLISH, cells(ENGLISH, RUN)]
    expected = drafts(tmp_path, csv_text(rows))
    padded = [[*ENGLISH, "", ""], [*rows[1], "", "", ""], rows[1]]
    assert [replace(d, row=2) for d in drafts(tmp_path, csv_text(padded))] == expected * 2
    assert drafts(tmp_path, csv_text(rows, ";")) == expected
    path = saved(tmp_path, csv_text(rows, "\t"), "utf-16")
    found = list(garmin.read(path, options(zone=ZoneInfo("Europe/Berlin"))))
    assert found[1:] == expected


def test_dates_that_a_spreadsheet_rewrote_are_read_in_their_order(tmp_path: Path) -> None:
    days = ("7/4/2020 15:36", "7/14/2020 15:36")
    found = drafts(tmp_path, table(*(RUN | {"Date": day} for day in days)))
    assert [draft.at.date().isoformat() for draft in found] == ["2020-07-04", "2020-07-14"]


def test_an_activity_is_known_again_whatever_else_is_in_the_file(tmp_path: Path) -> None:
    first = draft(tmp_path, RUN)
    moved, *_ = drafts(tmp_path, table(RUN | {"Title": "x", "Favorite": "true"}, RIDE))
    german = dict(zip(ENGLISH[:7], GERMAN[:7], strict=True))
    row = {german[k]: v for k, v in RUN.items() if k in german} | {"Aktivitätstyp": "Laufen"}
    (translated,) = drafts(tmp_path, table(row, header=GERMAN))
    assert first.origins == moved.origins == translated.origins


def test_two_activities_of_the_same_second_are_told_apart(tmp_path: Path) -> None:
    other = RUN | {"Distance": "3.00", "Time": "00:15:00"}
    walk = RUN | {"Activity Type": "Walking"}
    found = drafts(tmp_path, table(RUN, other, walk, RUN))
    assert len({draft.origins for draft in found}) == 3
    assert found[0].origins == found[3].origins


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"Activity Type": ""}, "It does not say what kind of activity it is."),
        ({"Date": "--"}, "It has no date."),
        ({"Date": "soon"}, '"soon" is no date.'),
        ({"Date": "1066-10-14 09:00:00"}, "The year 1066 is older than any journal."),
        ({"Distance": "far"}, '"far" is no number.'),
        ({"Distance": "-3"}, '"-3" is no number.'),
        ({"Distance": "9" * 400}, "is too large a number."),
        ({"Time": "long"}, '"long" is no duration.'),
        ({"Time": "00:00:75"}, '"00:00:75" is no duration.'),
        ({"Avg HR": "high"}, '"high" is no number.'),
    ],
)
def test_a_row_that_cannot_be_made_out_is_named_and_the_others_are_read(
    tmp_path: Path, wrong: Row, reason: str
) -> None:
    found = items(tmp_path, table(RUN, RUN | wrong, RUN))
    assert [type(item) for item in found] == [Remark, Draft, Problem, Draft]
    problem = found[2]
    assert isinstance(problem, Problem)
    assert (problem.row, reason in problem.reason) == (3, True), problem


def test_a_row_that_the_end_of_the_file_cuts_off_is_a_problem(tmp_path: Path) -> None:
    text = table(RUN, RUN)
    found = items(tmp_path, text[: text.rindex("343")])
    assert found[-1] == Problem(3, "It has 18 columns, where the header has 26.")


def test_a_list_without_activities_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NothingToImportError, match="holds no activities"):
        items(tmp_path, table())


def test_other_tables_are_not_taken_for_garmins(tmp_path: Path) -> None:
    for header in ("date,type,distance", "Activity ID,Activity Date,Activity Type", "id,date,name"):
        path = saved(tmp_path, f"{header}\n2026-11-20 07:30:00,Run,5\n")
        assert not garmin.sniff("Activities.csv", path.read_bytes())
        with pytest.raises(ImportFileError, match="is not a list of activities from Garmin"):
            list(garmin.read(path, options()))


@pytest.mark.parametrize("header", [ENGLISH, GERMAN, DANISH])
def test_no_other_format_claims_a_file_of_garmins(header: Sequence[str]) -> None:
    head = csv_text([header]).encode()
    claimed = [
        name
        for name in names("stridelog.importers")
        if load("stridelog.importers", name).sniff("Activities.csv", head)
    ]
    assert claimed == ["garmin"]


def outcome(path: Path) -> list[Draft]:
    """Read a file to its end; anything but items or a refusal fails the test."""
    limit = csv.field_size_limit()
    try:
        found = list(garmin.read(path, options()))
    except ImportFileError:
        return []
    finally:
        assert csv.field_size_limit() == limit
    return [item for item in found if isinstance(item, Draft)]


def test_every_beginning_of_a_file_is_read_in_part_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "Activities.csv"
    content = table(RUN | {"Title": 'Über\r\n"Brücken"'}, RIDE).encode()
    path.write_bytes(content)
    whole = outcome(path)
    for end in range(len(content)):
        path.write_bytes(content[:end])
        garmin.sniff(path.name, content[:end])
        found = outcome(path)
        sure = [draft.origins for draft in found[:-1]]
        assert sure == [draft.origins for draft in whole[: len(sure)]]
        assert len(found) <= len(whole)


def test_no_changed_byte_makes_reading_fail(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("flipped") / "Activities.csv"
    content = csv_text([ENGLISH, cells(ENGLISH, RUN), GERMAN, cells(GERMAN, {})]).encode()

    @given(st.integers(0, len(content) - 1), st.binary(max_size=3))
    def check(place: int, junk: bytes) -> None:
        path.write_bytes(content[:place] + junk + content[place + 1 :])
        garmin.sniff(path.name, path.read_bytes())
        outcome(path)

    check()


def test_no_cell_makes_reading_fail(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("cells")
    numbers = st.from_regex(r"[0-9.,:-]{1,12}|[0-9]{300}|0[.]0{300}1", fullmatch=True)
    words = st.sampled_from(sorted({*RUN.values(), *RIDE.values(), "\N{EM DASH}", "nan", "1e9"}))

    @given(st.sampled_from(ENGLISH), numbers | words, st.sampled_from(ENGLISH), numbers | words)
    def check(one: str, text: str, other: str, more: str) -> None:
        for draft in outcome(saved(folder, table(RUN | {one: text, other: more}))):
            assert all(0 < value < 1e20 for value in draft.measurements.values())

    check()


def test_a_title_of_ten_megabytes_is_read_like_any_other(tmp_path: Path) -> None:
    found = draft(tmp_path, RUN | {"Title": "x" * 10_000_000})
    assert len(found.note) == 10_000_000


@pytest.mark.parametrize("label", ["Activity Type", "Date", "Distance", "Time", "Avg HR"])
@pytest.mark.parametrize("filling", ["9", "x", "-", "1,", " 1"])
def test_ten_megabytes_in_a_cell_do_no_harm(tmp_path: Path, label: str, filling: str) -> None:
    long = filling * (5_000_000 // len(filling))
    assert len(outcome(saved(tmp_path, table(RUN | {label: long}, RUN)))) in {1, 2}


def test_a_large_file_is_read_in_little_memory(tmp_path: Path) -> None:
    row = csv_text([cells(ENGLISH, RUN | {"Title": "x" * 2000})])
    path = saved(tmp_path, table() + row * 5000)
    tracemalloc.start()
    try:
        count = sum(isinstance(item, Draft) for item in garmin.read(path, options()))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (count, peak < 8_000_000) == (5000, True), peak
