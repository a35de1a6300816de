from collections import Counter
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from import_examples import (
    ELEVEN,
    HEADERS,
    OLDEST,
    TEN,
    WIDTHS,
    csv_text,
    in_2021,
    modern,
    only,
    options,
    saved,
    strava_row,
)

from stridelog.domain.dates import DateOrder
from stridelog.domain.entry import Draft, Origin
from stridelog.domain.importing import ImportFileError, Problem
from stridelog.importers import strava

SHARED = Path(__file__).parents[3] / "shared" / "data" / "strava"
SAMPLE = SHARED / "activities-99-columns.csv"

RUN = {
    "Activity ID": "123456789",
    "Activity Date": "Nov 20, 2026, 7:30:05 AM",
    "Activity Name": "Turkey Trot",
    "Activity Type": "Run",
    "Elapsed Time": "3100",
    "Distance": "10.01",
    "Commute": "false",
    "Activity Gear": "Pegasus 40",
}
EXACT = {
    "Elapsed Time": "3100.0",
    "Moving Time": "3042.0",
    "Distance": "10012.400390625",
    "Elevation Gain": "73.5",
    "Average Heart Rate": "151.25",
    "Average Watts": "201.5",
    "Perceived Exertion": "7.0",
}


def drafts(path: Path) -> list[Draft]:
    assert strava.sniff(path.name, path.read_bytes()[: 1 << 16])
    return only(Draft, strava.read(path, options()))


def draft(
    folder: Path, header: list[str], display: dict[str, str], machine: dict[str, str]
) -> Draft:
    row = strava_row(header, display, machine)
    (found,) = drafts(saved(folder, csv_text([header, row])))
    return found


@pytest.mark.parametrize("width", WIDTHS)
def test_a_run_is_read_from_each_of_the_recent_eras(tmp_path: Path, width: int) -> None:
    assert draft(tmp_path, modern(width), RUN, EXACT) == Draft(
        activity="run",
        at=datetime(2026, 11, 20, 7, 30, 5, tzinfo=UTC),
        measurements={
            "distance": 10012.400390625,
            "duration": 3042.0,
            "elapsed": 3100.0,
            "climb": 73.5,
            "heart-rate": 151.25,
        },
        gear="Pegasus 40",
        effort=7,
        note="Turkey Trot",
        origins=(Origin("strava", "123456789"),),
        row=2,
    )


@pytest.mark.parametrize("width", [77, 80])
def test_the_machine_block_of_2021_is_found_two_columns_earlier(tmp_path: Path, width: int) -> None:
    found = draft(tmp_path, in_2021(width), RUN, EXACT)
    assert found.measurements["distance"] == 10012.400390625
    assert found.measurements["climb"] == 73.5
    assert (found.effort, found.gear) == (7, "Pegasus 40")


@pytest.mark.parametrize("header", [TEN, ELEVEN])
def test_kilometres_were_all_there_was_in_2019(tmp_path: Path, header: list[str]) -> None:
    found = draft(tmp_path, header, RUN, {})
    assert found.measurements == {"distance": 10010.0, "duration": 3100.0, "elapsed": 3100.0}
    assert found.gear == "Pegasus 40"


def test_before_july_2019_distances_were_in_metres(tmp_path: Path) -> None:
    row = [
        "7",
        "2014-09-12 16:54:28",
        "Home",
        "Ride",
        "Rain",
        "1468",
        "6075.0",
        "true",
        "1x8",
        "a.gpx",
    ]
    (found,) = drafts(saved(tmp_path, csv_text([OLDEST, row])))
    assert found.measurements == {"distance": 6075.0, "duration": 1468.0, "elapsed": 1468.0}
    assert (found.tags, found.gear, found.note) == (("commute",), "1x8", "Home\nRain")
    assert found.at == datetime(2014, 9, 12, 16, 54, 28, tzinfo=UTC)


LANGUAGES = {
    "de": ("20.11.2026, 07:30:05", "Lauf"),
    "fr": ("20 nov. 2026, 07:30:05", "Course à pied"),
    "cs": ("20. 11. 2026 7:30:05", "Běh"),
    "nl": ("20 nov 2026, 07:30:05", "Hardloopsessie"),
    "es": ("20 de nov. de 2026, 7:30:05", "Carrera"),
    "ja": ("2026/11/20 7:30:05", "ランニング"),
}


def translated(language: str, english: list[str]) -> list[str]:
    """Return the labels of a language, and made-up ones after those that are known."""
    known = HEADERS[language]
    return known + [f"({label})" for label in english[len(known) :]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_language_of_the_export_changes_nothing(
    tmp_path: Path, language: str, width: int
) -> None:
    day, sport = LANGUAGES[language]
    english = modern(width)
    header = translated(language, english)
    display = RUN | {"Activity Date": day, "Activity Type": sport, "Distance": "10,01"}
    row = strava_row(english, display, EXACT)
    (found,) = drafts(saved(tmp_path, csv_text([header, row])))
    assert found == draft(tmp_path, english, RUN, EXACT)


def test_a_short_table_in_another_language_is_known_by_its_rows(tmp_path: Path) -> None:
    header = [
        "Kennung",
        "Datum",
        "Name",
        "Art",
        "Text",
        "Zeit",
        "Distanz",
        "Pendeln",
        "Rad",
        "Datei",
    ]
    row = [
        "12345",
        "09.12.2022, 15:24:49",
        "Zur Arbeit",
        "Radfahrt",
        "",
        "1390",
        "9,44",
        "true",
        "",
        "",
    ]
    (found,) = drafts(saved(tmp_path, csv_text([header, row])))
    assert found.measurements == {"distance": 9440.0, "duration": 1390.0, "elapsed": 1390.0}
    assert (found.activity, found.tags) == ("ride", ("commute",))


def test_a_long_table_without_repeated_labels_is_known_by_its_rows(tmp_path: Path) -> None:
    english = modern(94)
    row = strava_row(english, RUN, EXACT)
    header = [f"column {number}" for number in range(94)]
    (found,) = drafts(saved(tmp_path, csv_text([header, row])))
    assert found.measurements["distance"] == 10012.400390625


@pytest.mark.parametrize(
    ("sport", "shown", "metres"),
    [
        ("Run", "13.61", 13_610.0),
        ("Run", "9,44", 9_440.0),
        ("Ride", "1,079.51", 1_079_510.0),
        ("Ride", "1.079,51", 1_079_510.0),
        ("Ride", "1\N{NARROW NO-BREAK SPACE}079,51", 1_079_510.0),
        ("Ride", "1'079.5", 1_079_500.0),
        ("Swim", "1,500", 1_500.0),
        ("Swim", "1.500", 1_500.0),
        ("Swim", "750", 750.0),
        ("Swim", "1.5", 1_500.0),
        ("Sail", "15.9", 29_446.8),
    ],
)
def test_displayed_distances_are_in_the_units_of_the_sport(
    tmp_path: Path, sport: str, shown: str, metres: float
) -> None:
    found = draft(tmp_path, TEN, RUN | {"Activity Type": sport, "Distance": shown}, {})
    assert found.measurements["distance"] == pytest.approx(metres, abs=1e-9)


def test_the_machine_has_the_last_word_on_distances(tmp_path: Path) -> None:
    found = draft(tmp_path, modern(99), RUN | {"Distance": "3.80"}, EXACT)
    assert found.measurements["distance"] == 10012.400390625


def test_without_the_machine_the_display_is_believed(tmp_path: Path) -> None:
    found = draft(tmp_path, modern(99), RUN, {})
    assert found.measurements == {"distance": 10010.0, "duration": 3100.0, "elapsed": 3100.0}


def test_what_is_zero_or_empty_was_not_measured(tmp_path: Path) -> None:
    nothing = {
        "Distance": "0.0",
        "Elevation Gain": "0.0",
        "Average Heart Rate": "",
        "Moving Time": "0.0",
    }
    display = RUN | {"Activity Type": "Yoga", "Distance": "0.00"}
    found = draft(tmp_path, modern(99), display, nothing | {"Elapsed Time": "3600.0"})
    assert (found.activity, found.measurements) == ("yoga", {"duration": 3600.0, "elapsed": 3600.0})


def test_power_is_kept_for_rides_alone(tmp_path: Path) -> None:
    ride = draft(tmp_path, modern(99), RUN | {"Activity Type": "Virtual Ride"}, EXACT)
    assert ride.measurements["power"] == 201.5
    assert "power" not in draft(tmp_path, modern(99), RUN, EXACT).measurements


def test_sets_and_weights_come_along_with_strength_training(tmp_path: Path) -> None:
    lifted = {"Total Weight Lifted": "2400.0", "Total Sets": "12.0", "Total Reps": "96.0"}
    found = draft(tmp_path, modern(103), RUN | {"Activity Type": "Weight Training"}, EXACT | lifted)
    assert found.activity == "strength"
    assert {name: found.measurements[name] for name in ("volume", "sets", "reps")} == {
        "volume": 2400.0,
        "sets": 12.0,
        "reps": 96.0,
    }


def test_commutes_and_races_become_tags(tmp_path: Path) -> None:
    assert draft(tmp_path, modern(99), RUN | {"Commute": "true"}, EXACT).tags == ("commute",)
    assert draft(tmp_path, modern(99), RUN, EXACT | {"Commute": "1.0"}).tags == ("commute",)
    assert draft(tmp_path, modern(103), RUN, EXACT | {"Competition": "1.0"}).tags == ("race",)
    assert draft(tmp_path, modern(99), RUN, EXACT | {"Media": "1.0"}).tags == ()


def test_races_are_marked_in_any_language(tmp_path: Path) -> None:
    english = modern(99)
    row = strava_row(english, RUN, EXACT | {"Competition": "1.0"})
    (found,) = drafts(saved(tmp_path, csv_text([translated("de", english), row])))
    assert found.tags == ("race",)


def test_media_are_not_mistaken_for_newer_columns(tmp_path: Path) -> None:
    english = modern(96)
    row = strava_row(english, RUN, EXACT | {"Media": "1"})
    (found,) = drafts(saved(tmp_path, csv_text([translated("de", english), row])))
    assert found.tags == ()


def test_name_description_and_private_note_make_the_note(tmp_path: Path) -> None:
    words = {
        "Activity Name": 'The "long"\none',
        "Activity Description": "First line,\r\nsecond line",
        "Activity Private Note": "Left knee.",
    }
    found = draft(tmp_path, modern(99), RUN | words, EXACT)
    assert found.note == 'The "long" one\nFirst line,\nsecond line\nLeft knee.'


@pytest.mark.parametrize("exertion", ["", "0.0", "6.5", "11.0"])
def test_an_exertion_that_is_no_effort_is_left_out(tmp_path: Path, exertion: str) -> None:
    found = draft(tmp_path, modern(99), RUN, EXACT | {"Perceived Exertion": exertion})
    assert found.effort is None


def test_times_in_utc_land_on_the_persons_own_day(tmp_path: Path) -> None:
    display = RUN | {"Activity Date": "Nov 20, 2026, 11:30:05 PM"}
    path = saved(tmp_path, csv_text([modern(99), strava_row(modern(99), display, EXACT)]))
    (tokyo,) = only(Draft, strava.read(path, options(zone=ZoneInfo("Asia/Tokyo"))))
    assert tokyo.at.isoformat() == "2026-11-21T08:30:05+09:00"
    assert tokyo.at.tzinfo == timezone(timedelta(hours=9))


def test_summer_time_is_that_of_the_day(tmp_path: Path) -> None:
    days = ["Jul 1, 2026, 10:00:00 AM", "Dec 1, 2026, 10:00:00 AM"]
    rows = [strava_row(TEN, RUN | {"Activity Date": day}, {}) for day in days]
    path = saved(tmp_path, csv_text([TEN, *rows]))
    berlin = only(Draft, strava.read(path, options(zone=ZoneInfo("Europe/Berlin"))))
    assert [draft.at.hour for draft in berlin] == [12, 11]


def test_one_telling_date_settles_the_order_of_all(tmp_path: Path) -> None:
    days = ["10/5/2014 16:15", "10/13/2014 16:15"]
    rows = [strava_row(TEN, RUN | {"Activity Date": day}, {}) for day in days]
    path = saved(tmp_path, csv_text([TEN, *rows]))
    found = only(Draft, strava.read(path, options(order=DateOrder.DAY_FIRST)))
    assert [draft.at.date() for draft in found] == [date(2014, 10, 5), date(2014, 10, 13)]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"Activity ID": "1.20706E+10"}, "1.20706E+10 is no activity's number."),
        ({"Activity ID": ""}, "Nothing is no activity's number."),
        ({"Activity Date": "soon"}, '"soon" is no date that stride can read.'),
        ({"Activity Date": "Jan 1, 1066, 1:00:00 PM"}, "The year 1066 is older than any journal."),
        ({"Activity Type": " "}, "It does not say what kind of activity it is."),
        ({"Distance": "far"}, '"far" is no number.'),
        ({"Distance": "-3"}, '"-3" is no number.'),
        ({"Distance": "1e9"}, '"1e9" is no number.'),
        ({"Elapsed Time": "9" * 400}, f"{'9' * 39}… is too large a number."),
    ],
)
def test_a_row_that_cannot_be_made_out_is_named_and_the_others_are_read(
    tmp_path: Path, wrong: dict[str, str], reason: str
) -> None:
    rows = [strava_row(TEN, RUN, {}), strava_row(TEN, RUN | wrong, {}), strava_row(TEN, RUN, {})]
    items = list(strava.read(saved(tmp_path, csv_text([TEN, *rows])), options()))
    assert [type(item) for item in items] == [Draft, Problem, Draft]
    assert items[1] == Problem(3, reason)


def test_a_row_without_an_end_is_a_problem(tmp_path: Path) -> None:
    text = csv_text([modern(99), *[strava_row(modern(99), RUN, EXACT)] * 2])
    items = list(strava.read(saved(tmp_path, text[:-60]), options()))
    assert isinstance(items[0], Draft)
    assert items[1] == Problem(3, "It has 44 columns, where the header has 99.")


OTHERS = {
    "some table": "date,type,distance\n2026-01-01,Run,5\n",
    "garmin": "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Avg Pace\n",
    "runkeeper": (
        "Activity Id,Date,Type,Route Name,Distance (km),Duration,Average Pace,"
        "Average Speed (km/h),Calories Burned,Climb (m),Average Heart Rate (bpm),Notes,GPX File\n"
        "1,2015-05-30 16:11:56,Running,,5.00,27:37,5:31,10.8,300,20,150,,a.gpx\n"
    ),
    "stride": "number,uid,activity,at,day,place,tags,gear,effort,note,origins\n",
    "nothing": "\n",
    "json": "{}",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_other_tables_are_not_taken_for_stravas(tmp_path: Path, text: str) -> None:
    path = saved(tmp_path, text)
    assert not strava.sniff(path.name, text.encode())
    with pytest.raises(ImportFileError):
        list(strava.read(path, options()))


def test_an_export_without_activities_is_read(tmp_path: Path) -> None:
    assert drafts(saved(tmp_path, csv_text([modern(99)]))) == []
    assert drafts(saved(tmp_path, csv_text([TEN]))) == []


def test_a_spreadsheets_copy_is_read_as_well(tmp_path: Path) -> None:
    rows = [modern(99), strava_row(modern(99), RUN, EXACT)]
    expected = drafts(saved(tmp_path, csv_text(rows)))
    for encoding in ("utf-8-sig", "utf-16"):
        assert drafts(saved(tmp_path, csv_text(rows, ";"), encoding)) == expected


def test_all_blocks_are_laid_out_as_the_examples_are() -> None:
    assert len(modern(103)) == 103
    assert modern(103)[31] == "Average Heart Rate"
    assert modern(103)[43] == "Perceived Exertion"


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample is not part of the project")
def test_ten_years_of_real_activities_are_read() -> None:
    found = drafts(SAMPLE)
    assert len(found) == 1845
    assert Counter(draft.activity for draft in found) == {
        "ride": 947,
        "run": 643,
        "hike": 110,
        "nordic-ski": 58,
        "alpine-ski": 57,
        "sail": 20,
        "snowshoe": 5,
        "walk": 3,
        "canoe": 1,
        "velomobile": 1,
    }
    summer = [
        draft.measurements["distance"]
        for draft in found
        if draft.activity == "run" and date(2025, 5, 27) <= draft.at.date() <= date(2025, 8, 25)
    ]
    assert (len(summer), round(sum(summer), 1)) == (24, 185_089.3)


@pytest.mark.skipif(not SHARED.exists(), reason="the sample is not part of the project")
def test_a_real_export_of_one_activity_is_read() -> None:
    (found,) = drafts(SHARED / "full-export" / "activities.csv")
    assert found.measurements["distance"] == 3322.949951171875
