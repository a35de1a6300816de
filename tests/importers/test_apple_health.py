"""Apple Health's export: its workouts, of every year."""

from datetime import datetime, timedelta, timezone, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from health_examples import (
    DTD_OF_IOS_16,
    QUANTITY,
    RECORD,
    export,
    health_file,
    metadata,
    statistic,
    tag,
    workout,
)
from import_examples import only, options

from stridelog.domain.entry import Draft
from stridelog.domain.importing import ImportFileError, ImportItem, NothingToImportError, Problem
from stridelog.importers import apple_health

SHARED = Path(__file__).parents[3] / "shared" / "data" / "apple_health"

BERLIN, TOKYO = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Tokyo")

RAN = statistic("DistanceWalkingRunning", "km", sum="10.25")
HEART = statistic("HeartRate", "count/min", average="151.5", minimum="90", maximum="180")


def read(path: Path, zone: tzinfo = BERLIN) -> list[ImportItem]:
    assert apple_health.sniff(path.name, path.read_bytes()[: 1 << 16])
    return list(apple_health.read(path, options(zone=zone)))


def drafts(folder: Path, *elements: str, zone: tzinfo = BERLIN) -> list[Draft]:
    return only(Draft, read(health_file(folder, export(*elements)), zone))


def draft(folder: Path, inside: str = "", /, **changed: str) -> Draft:
    (found,) = drafts(folder, RECORD, workout(inside, **changed), RECORD)
    return found


def test_a_workout_before_ios_16_has_its_distance_in_an_attribute(tmp_path: Path) -> None:
    found = draft(tmp_path, totalDistance="6.2", totalDistanceUnit="mi")
    assert found.measurements == {
        "distance": pytest.approx(9977.9328),
        "duration": 3030.0,
        "elapsed": 3300.0,
    }
    assert (found.activity, found.row, found.tags) == ("run", 1, ())
    assert found.at == datetime(2026, 11, 20, 7, 30, 5, tzinfo=timezone(timedelta(hours=1)))


def test_a_workout_since_ios_16_has_statistics(tmp_path: Path) -> None:
    found = draft(tmp_path, HEART + RAN + metadata("HKElevationAscended", "12345 cm"))
    assert found.measurements == {
        "distance": 10_250.0,
        "duration": 3030.0,
        "elapsed": 3300.0,
        "climb": pytest.approx(123.45),
        "heart-rate": 151.5,
    }


def test_what_its_activities_repeat_does_not_count_twice(tmp_path: Path) -> None:
    climb = metadata("HKElevationAscended", "5000 cm")
    nested = tag("WorkoutActivity", {"duration": "50.5"}, climb + RAN + HEART)
    found = draft(tmp_path, nested + RAN + HEART + climb)
    assert found.measurements == draft(tmp_path, RAN + HEART + climb).measurements


def test_what_its_activities_alone_say_is_added_up(tmp_path: Path) -> None:
    climb = metadata("HKElevationAscended", "5000 cm")
    nested = tag("WorkoutActivity", {}, climb + RAN)
    found = draft(tmp_path, nested * 2 + HEART)
    assert (found.measurements["distance"], found.measurements["climb"]) == (20_500.0, 100.0)


@pytest.mark.parametrize(
    ("unit", "metres"),
    [("km", 1000.0), ("m", 1.0), ("mi", 1609.344), ("yd", 0.9144), ("ft", 0.3048)],
)
def test_distances_are_in_any_unit_that_phones_show(
    tmp_path: Path, unit: str, metres: float
) -> None:
    new = draft(tmp_path, statistic("DistanceWalkingRunning", unit, sum="5"))
    old = draft(tmp_path, totalDistance="5", totalDistanceUnit=unit)
    assert new.measurements == old.measurements
    assert new.measurements["distance"] == pytest.approx(5 * metres)


@pytest.mark.parametrize(
    ("kind", "activity"),
    [
        ("Running", "run"),
        ("Walking", "walk"),
        ("Cycling", "ride"),
        ("Swimming", "swim"),
        ("Hiking", "hike"),
        ("FunctionalStrengthTraining", "strength"),
        ("TraditionalStrengthTraining", "strength"),
        ("HighIntensityIntervalTraining", "high-intensity-interval-training"),
        ("CrossCountrySkiing", "nordic-ski"),
        ("Yoga", "yoga"),
        ("Other", "workout"),
        ("(rawValue: 3000)", "workout"),
        ("3000", "workout"),
    ],
)
def test_types_have_the_names_that_stride_gives_activities(
    tmp_path: Path, kind: str, activity: str
) -> None:
    found = draft(tmp_path, workoutActivityType=f"HKWorkoutActivityType{kind}")
    assert found.activity == activity


def test_a_ride_has_the_distance_by_wheel_and_power(tmp_path: Path) -> None:
    ridden = statistic("DistanceCycling", "km", sum="3") + statistic(
        "CyclingPower", "W", average="201"
    )
    found = draft(tmp_path, RAN + ridden, workoutActivityType="HKWorkoutActivityTypeCycling")
    assert (found.measurements["distance"], found.measurements["power"]) == (3000.0, 201.0)


def test_a_triathlon_is_as_long_as_all_of_it(tmp_path: Path) -> None:
    swum = statistic("DistanceSwimming", "m", sum="750")
    ridden = statistic("DistanceCycling", "km", sum="20")
    kind = "HKWorkoutActivityTypeSwimBikeRun"
    found = draft(tmp_path, swum + ridden + RAN, workoutActivityType=kind)
    assert (found.activity, found.measurements["distance"]) == ("swim-bike-run", 31_000.0)


def test_steps_between_the_weights_are_no_distance(tmp_path: Path) -> None:
    kind = "HKWorkoutActivityTypeTraditionalStrengthTraining"
    assert "distance" not in draft(tmp_path, RAN, workoutActivityType=kind).measurements


def test_what_is_zero_or_missing_was_not_measured(tmp_path: Path) -> None:
    found = draft(tmp_path, totalDistance="0", totalDistanceUnit="km", duration="", durationUnit="")
    assert found.measurements == {"duration": 3300.0, "elapsed": 3300.0}


def test_an_indoor_workout_is_tagged_so(tmp_path: Path) -> None:
    assert draft(tmp_path, metadata("HKIndoorWorkout", "1")).tags == ("indoor",)
    assert draft(tmp_path, metadata("HKIndoorWorkout", "0")).tags == ()


def test_how_hard_it_was_comes_along_where_the_person_said_it(tmp_path: Path) -> None:
    said = tag("Record", {"type": f"{QUANTITY}WorkoutEffortScore", "value": "7"})
    guessed = tag("Record", {"type": f"{QUANTITY}EstimatedWorkoutEffortScore", "value": "4"})
    assert draft(tmp_path, said + guessed).effort == 7
    assert draft(tmp_path, guessed).effort is None


def test_a_workout_was_where_its_own_zone_says(tmp_path: Path) -> None:
    found = draft(tmp_path, metadata("HKTimeZone", "Asia/Tokyo"))
    assert found.at.isoformat() == "2026-11-20T15:30:05+09:00"


def test_an_export_made_in_summer_gives_winters_runs_their_own_time(tmp_path: Path) -> None:
    times = {"startDate": "2026-01-20 08:30:05 +0200", "endDate": "2026-01-20 09:20:05 +0200"}
    text = export(workout(**times), made="2026-07-01 12:00:00 +0200")
    (at_home,) = only(Draft, read(health_file(tmp_path, text)))
    assert at_home.at.isoformat() == "2026-01-20T07:30:05+01:00"
    (elsewhere,) = only(Draft, read(health_file(tmp_path, text), TOKYO))
    assert elsewhere.at.isoformat() == "2026-01-20T08:30:05+02:00"


@pytest.mark.parametrize("zone", ["", "Nowhere/Land", "../../etc/passwd", "Europe", "\u0000", "é"])
def test_an_offset_is_kept_where_no_zone_is_known(tmp_path: Path, zone: str) -> None:
    inside = metadata("HKTimeZone", zone.replace("\0", ""))
    path = health_file(tmp_path, export(workout(inside, startDate="2016-03-04 08:12:00 -0330")))
    (found,) = only(Draft, read(path, TOKYO))
    assert found.at.isoformat() == "2016-03-04T08:12:00-03:30"


def test_times_may_have_twelve_hours(tmp_path: Path) -> None:
    found = draft(
        tmp_path,
        startDate="2026-11-20 7:30:05\N{NARROW NO-BREAK SPACE}PM +0100",
        endDate="2026-11-20 8:25:05 p.m. +0100",
    )
    assert (found.at.hour, found.measurements["elapsed"]) == (19, 3300.0)


def test_a_workout_is_known_again_wherever_it_is_exported(tmp_path: Path) -> None:
    home = draft(tmp_path)
    assert home.origins == draft(tmp_path, sourceName="Alex\u2019s Watch").origins
    away = draft(
        tmp_path,
        metadata("HKTimeZone", "Asia/Tokyo"),
        startDate="2026-11-20 01:30:05 -0500",
        endDate="2026-11-20 02:25:05 -0500",
    )
    assert home.origins == away.origins
    for name, other in (
        ("startDate", "2026-11-20 07:30:06 +0100"),
        ("endDate", "2026-11-20 08:25:06 +0100"),
        ("workoutActivityType", "HKWorkoutActivityTypeWalking"),
    ):
        assert draft(tmp_path, **{name: other}).origins != home.origins


COPY = {
    "sourceName": "Strava",
    "startDate": "2026-11-20 07:30:09 +0100",
    "endDate": "2026-11-20 08:24:59 +0100",
}


@pytest.mark.parametrize("watch_first", [True, False])
def test_of_a_workout_that_several_programs_tell_of_the_fullest_is_taken(
    tmp_path: Path, *, watch_first: bool
) -> None:
    watch, copy = workout(RAN + HEART), workout(RAN, **COPY)
    elements = (watch, copy) if watch_first else (copy, watch)
    taken, repeated = drafts(tmp_path, *elements)
    assert taken.measurements["heart-rate"] == 151.5
    assert repeated.origins == taken.origins
    assert len(taken.origins) == 2
    assert {taken.row, repeated.row} == {1, 2}


def test_two_of_one_program_and_two_at_other_times_are_two(tmp_path: Path) -> None:
    later = {"startDate": "2026-11-20 08:20:00 +0100", "endDate": "2026-11-20 08:50:00 +0100"}
    walk = {"workoutActivityType": "HKWorkoutActivityTypeWalking"}
    found = drafts(
        tmp_path,
        workout(RAN),
        workout(RAN, **COPY | {"sourceName": "Sam\u2019s Apple Watch"}),
        workout(RAN, **COPY | later),
        workout(RAN, **COPY | walk),
    )
    assert [len(item.origins) for item in found] == [1, 1, 1, 1]
    assert len({item.origins for item in found}) == 4


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"startDate": "soon"}, '"soon" is no time that stride can read.'),
        ({"startDate": "2026-02-30 10:00:00 +0100"}, "is no time that stride can read."),
        ({"startDate": "1066-10-14 10:00:00 +0100"}, "The year 1066 is older than any journal."),
        ({"startDate": "2026-11-20 07:30:05"}, "only one says its offset from UTC."),
        ({"workoutActivityType": ""}, "It does not say what kind of workout it is."),
        ({"totalDistance": "far"}, '"far" is no number.'),
        ({"totalDistance": "1e999"}, "1e999 is too large a number."),
        ({"totalDistance": "5", "totalDistanceUnit": "parsec"}, '"parsec" is no unit'),
    ],
)
def test_a_workout_that_cannot_be_made_out_is_named_and_the_others_are_read(
    tmp_path: Path, wrong: dict[str, str], reason: str
) -> None:
    text = export(workout(), workout(**wrong), workout(startDate="2026-11-20 07:31:00 +0100"))
    items = read(health_file(tmp_path, text))
    assert [type(item) for item in items] == [Draft, Problem, Draft]
    assert isinstance(items[1], Problem)
    assert items[1].row == 2
    assert reason in items[1].reason


def test_the_broken_document_type_of_ios_16_is_skipped(tmp_path: Path) -> None:
    path = health_file(tmp_path, export(workout(RAN), before=DTD_OF_IOS_16))
    assert only(Draft, read(path)) == [draft(tmp_path, RAN)]


def test_records_alone_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NothingToImportError, match=r"holds no workouts\.$"):
        read(health_file(tmp_path, export(RECORD)))


def test_medical_records_are_refused(tmp_path: Path) -> None:
    text = '<?xml version="1.0"?>\n<ClinicalDocument xmlns="urn:hl7-org:v3"></ClinicalDocument>'
    with pytest.raises(NothingToImportError, match=r"medical records, and no workouts\.$") as error:
        read(health_file(tmp_path, text))
    assert "export.xml" in error.value.hint


@pytest.mark.parametrize(
    "text",
    ["<gpx/>", "<p>In HealthData</p>", '{"a": "<HealthData>"}', "see <HealthData>", "", "<!-- -->"],
)
def test_other_files_are_not_taken_for_apples(tmp_path: Path, text: str) -> None:
    path = health_file(tmp_path, text)
    assert not apple_health.sniff("export.xml", text.encode())
    with pytest.raises(ImportFileError):
        list(apple_health.read(path, options()))


@pytest.mark.skipif(not SHARED.exists(), reason="the sample is not part of the project")
def test_real_exports_are_read_or_refused() -> None:
    older = SHARED / "older-than-ios16"
    for path in (older / "export.xml", older / "apple_health_export" / "export.xml"):
        (run,) = only(Draft, read(path))
        assert run.measurements["distance"] == pytest.approx(800.1255)
        assert run.at.isoformat() == "2016-11-14T06:25:41-08:00"
    (other,) = only(Draft, read(SHARED / "export6s3sample.xml"))
    assert (other.activity, round(other.measurements["duration"])) == ("workout", 1904)
    with pytest.raises(NothingToImportError):
        read(SHARED / "records" / "export.xml")
