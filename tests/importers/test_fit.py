"""FIT files: what watches of all makers write, and what becomes of it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fit_files import (
    BERLIN,
    CYCLING,
    RUN,
    START,
    SUUNTO,
    SWIMMING,
    TRAINING,
    activity,
    data,
    definition,
    draft,
    drafts,
    file_id,
    fit,
    items,
    message,
    records,
    session,
    timer,
    triathlon,
)
from import_examples import only, options

from stridelog.domain.entry import Draft, Origin
from stridelog.domain.importing import (
    ImportFileError,
    NothingToImportError,
    Problem,
    Remark,
)
from stridelog.importers import fit as importer


def efforts(found: Draft) -> dict[float, float]:
    return {segment.metres: round(segment.seconds, 1) for segment in found.segments}


def test_a_run_is_read_whole(tmp_path: Path) -> None:
    end = START + timedelta(seconds=610)
    found = draft(tmp_path, file_id(), *RUN, activity(end, end + timedelta(hours=-5)))
    assert (found.activity, found.row) == ("run", 1)
    assert found.at == START
    assert found.at.utcoffset() == timedelta(hours=-5)
    assert not found.wall_clock
    assert found.measurements == {
        "distance": 1800.0,
        "duration": 600.0,
        "elapsed": 600.0,
        "climb": 12.0,
        "heart-rate": 151.0,
    }
    assert efforts(found) == {400.0: 133.3, 1000.0: 333.3, 1609.344: 536.4}
    assert found.origins == (Origin("fit", "3945849289-20261120T063000Z-1"),)


def test_only_the_letters_in_a_header_make_a_fit_file(tmp_path: Path) -> None:
    assert importer.sniff("x", fit())
    for content in (b"", b".FIT", b"\x0e\x10\xd9\x07\xff\x81.FIT", b"\x05" + fit()[1:], b"PK\3\4"):
        assert not importer.sniff("a.fit", content)
    path = tmp_path / "a.fit"
    path.write_bytes(b"<gpx/>")
    with pytest.raises(ImportFileError, match=r"is not a FIT file\.$"):
        list(importer.read(path, options()))


def test_each_leg_of_a_triathlon_is_an_entry_and_the_changes_are_none(tmp_path: Path) -> None:
    found = drafts(tmp_path, *triathlon())
    assert [d.activity for d in found] == ["swim", "ride", "run"]
    assert [d.measurements["distance"] for d in found] == [1200.0, 9600.0, 3600.0]
    assert [d.origins[0].key[-2:] for d in found] == ["-1", "-3", "-5"]
    assert [d.at - START for d in found] == [timedelta(minutes=m) for m in (0, 21, 42)]
    assert found[0].tags == ("open-water",)


def test_no_best_effort_bridges_a_change_of_sport(tmp_path: Path) -> None:
    swim, ride, run = drafts(tmp_path, *triathlon())
    assert efforts(swim) == {400.0: 400.0, 1000.0: 1000.0}
    assert efforts(ride) == {400.0: 50.0, 1000.0: 125.0, 1609.344: 201.2, 5000.0: 625.0}
    assert efforts(run) == {400.0: 133.3, 1000.0: 333.3, 1609.344: 536.4}


def test_a_distance_that_goes_on_counting_through_the_changes_counts_for_each_leg(
    tmp_path: Path,
) -> None:
    later = START + timedelta(seconds=600)
    ride, run = drafts(
        tmp_path,
        file_id(),
        records(range(600), speed=8.0),
        records(range(601), speed=3.0, start=later, begin=4800.0),
        session(sport=CYCLING),
        session(later),
    )
    assert round(ride.measurements["distance"]) == 4792
    assert round(run.measurements["distance"]) == 1800


def test_pauses_of_the_timer_count_for_the_elapsed_time_alone(tmp_path: Path) -> None:
    def at(second: int) -> datetime:
        return START + timedelta(seconds=second)

    found = draft(
        tmp_path,
        file_id(),
        timer(at(0), 0),
        records(range(301)),
        timer(at(300), 4),
        timer(at(301), 4),
        timer(at(420), 0),
        records(range(300), start=at(420), begin=900.0),
        timer(at(719), 4),
        session(total_elapsed_time=719.0, total_timer_time=0.0),
    )
    assert found.measurements["elapsed"] == 719.0
    assert found.measurements["duration"] == 599.0


def test_a_file_without_a_session_is_summed_up_from_its_records(tmp_path: Path) -> None:
    content = fit(file_id(), message("sport", sport=CYCLING), records(range(601), speed=8.0))
    found, remark = items(tmp_path, content)
    assert isinstance(found, Draft)
    assert found.activity == "ride"
    assert found.measurements["distance"] == 4800.0
    assert remark == Remark(
        "ride of 2026-11-20 07:30: The device did not sum it up; what its records tell was taken."
    )


@pytest.mark.parametrize(
    "told", [message("lap", sport=CYCLING, timestamp=START), message("sport", sport=CYCLING)]
)
def test_a_lap_or_the_settings_tell_the_sport_where_no_session_does(
    tmp_path: Path, told: bytes
) -> None:
    found, _ = items(tmp_path, fit(file_id(), told, records(range(60))))
    assert isinstance(found, Draft)
    assert found.activity == "ride"


@pytest.mark.parametrize(("speed", "sport"), [(1.3, "walk"), (3.0, "run"), (8.0, "ride")])
def test_the_speed_tells_the_sport_where_nothing_else_does(
    tmp_path: Path, speed: float, sport: str
) -> None:
    found, _ = items(tmp_path, fit(file_id(), records(range(600), speed)))
    assert isinstance(found, Draft)
    assert found.activity == sport


def test_efforts_that_nobody_ever_made_are_left_out(tmp_path: Path) -> None:
    found, remark = items(tmp_path, fit(file_id(), records(range(300), 8.0), session(seconds=300)))
    assert isinstance(found, Draft)
    assert list(efforts(found)) == [400.0]
    assert isinstance(remark, Remark)
    assert remark.text.endswith("Best efforts that are faster than any record were left out.")


def test_of_a_file_that_is_cut_off_everything_until_then_is_taken(tmp_path: Path) -> None:
    whole = fit(file_id(), *RUN, activity())
    found, remark, cut = items(tmp_path, whole[:5000])
    assert isinstance(found, Draft)
    assert isinstance(remark, Remark)
    assert 1200 < found.measurements["distance"] < 1800
    seconds = found.measurements["elapsed"]
    until = (START + timedelta(seconds=seconds)).astimezone(BERLIN)
    assert cut == Remark(
        f"The file is cut off: what was recorded until {until:%H:%M:%S} was taken."
    )


def test_what_was_recorded_after_the_last_whole_session_is_not_lost(tmp_path: Path) -> None:
    later = START + timedelta(seconds=600)
    content = fit(file_id(), *RUN, message("sport", sport=CYCLING), records(range(601), 8.0, later))
    run, ride, remark, cut = items(tmp_path, content[:-20])
    assert isinstance(run, Draft)
    assert isinstance(ride, Draft)
    assert (run.activity, ride.activity) == ("run", "ride")
    assert ride.origins[0].key.endswith("-2")
    assert 4700 < ride.measurements["distance"] < 4800
    assert isinstance(remark, Remark)
    assert isinstance(cut, Remark)


def test_a_device_that_had_no_time_to_write_the_size_is_read_to_the_end(tmp_path: Path) -> None:
    found, remark = items(tmp_path, fit(file_id(), *RUN, activity(), size=0))
    assert isinstance(found, Draft)
    assert found.measurements["distance"] == 1800.0
    assert isinstance(remark, Remark)
    assert "cut off" in remark.text


def test_a_checksum_that_does_not_match_is_reported(tmp_path: Path) -> None:
    content = fit(file_id(), *RUN)
    found, remark = items(tmp_path, content[:-2] + b"\x12\x34")
    assert isinstance(found, Draft)
    assert remark == Remark("The file does not match its checksum: something in it may be wrong.")


def test_a_checksum_of_zero_was_not_worked_out(tmp_path: Path) -> None:
    only(Draft, items(tmp_path, fit(file_id(), *RUN)[:-2] + b"\0\0"))


def test_files_that_follow_one_another_are_read_one_by_one(tmp_path: Path) -> None:
    other = fit(file_id(serial=7), *RUN)
    padding = bytes(100)
    first, second = only(Draft, items(tmp_path, fit(file_id(), *RUN) + other + padding))
    assert [d.origins[0].key[-2:] for d in (first, second)] == ["-1", "-2"]
    assert second.origins[0].key.startswith("7-")


LENGTHS = b"".join(
    message(
        "length",
        start_time=START + timedelta(seconds=40 * number),
        total_elapsed_time=40.0,
        length_type=0 if number == 10 else 1,
    )
    for number in range(21)
)


def test_a_swim_in_a_pool_is_told_by_its_lengths(tmp_path: Path) -> None:
    found = draft(
        tmp_path,
        file_id(),
        records(range(0, 841, 10), speed=0.0),
        LENGTHS,
        session(seconds=840, sport=SWIMMING, sub_sport=17, pool_length=50.0, num_active_lengths=20),
    )
    assert found.activity == "swim"
    assert found.measurements["distance"] == 1000.0
    assert found.measurements["duration"] == 840.0
    assert efforts(found) == {400.0: 320.0, 1000.0: 840.0}


def test_a_swim_without_lengths_and_records_is_what_its_session_says(tmp_path: Path) -> None:
    swim = session(sport=SWIMMING, sub_sport=17, total_distance=1500.0, avg_heart_rate=130)
    found = draft(tmp_path, file_id(), swim)
    assert found.measurements == {
        "distance": 1500.0,
        "duration": 600.0,
        "elapsed": 600.0,
        "heart-rate": 130.0,
    }
    assert found.segments == ()


def test_sets_of_weights_are_added_up(tmp_path: Path) -> None:
    sets = (
        message("set", start_time=START, set_type=1, repetitions=10, weight=60.0),
        message("set", start_time=START, set_type=0, repetitions=0, weight=0.0),
        message("set", start_time=START, set_type=1, repetitions=8, weight=62.5),
    )
    found = draft(tmp_path, file_id(), *sets, session(sport=TRAINING, sub_sport=20))
    assert found.activity == "strength"
    lifted = {name: found.measurements[name] for name in ("sets", "reps", "volume")}
    assert lifted == {"sets": 2.0, "reps": 18.0, "volume": 1100.0}


@pytest.mark.parametrize(("rpe", "effort"), [(10, 1), (70, 7), (100, 10), (0, None), (110, None)])
def test_how_hard_it_was_is_taken_over(tmp_path: Path, rpe: int, effort: int | None) -> None:
    assert draft(tmp_path, file_id(), session(workout_rpe=rpe)).effort == effort


def test_power_is_that_of_rides(tmp_path: Path) -> None:
    ride = draft(tmp_path, file_id(), session(sport=CYCLING, avg_power=210))
    run = draft(tmp_path, file_id(), session(avg_power=310))
    assert ride.measurements["power"] == 210.0
    assert "power" not in run.measurements


def test_a_distance_that_the_session_leaves_out_comes_from_the_records(tmp_path: Path) -> None:
    found = draft(tmp_path, file_id(maker=SUUNTO), records(range(601)), session())
    assert found.measurements["distance"] == 1800.0


def test_positions_tell_the_way_where_nothing_counts_it(tmp_path: Path) -> None:
    way = b"".join(
        message(
            "record",
            timestamp=START + timedelta(seconds=10 * n),
            position_lat=52.0 + n * 0.0003,
            position_long=13.0,
            altitude=30.0,
        )
        for n in range(61)
    )
    found = draft(tmp_path, file_id(), way, session())
    assert found.measurements["distance"] == pytest.approx(60 * 0.0003 * 111_195, rel=1e-3)


def test_what_was_recorded_before_the_start_of_a_session_belongs_to_it(tmp_path: Path) -> None:
    late = session(
        START + timedelta(seconds=480), 120.0, total_elapsed_time=600.0, total_timer_time=600.0
    )
    found = draft(tmp_path, file_id(), records(range(601)), late)
    assert found.at == START
    assert found.measurements["distance"] == 1800.0


def test_records_from_another_year_are_noise(tmp_path: Path) -> None:
    stray = records(range(3), start=datetime(2099, 1, 1, tzinfo=UTC))
    found = draft(tmp_path, file_id(), *RUN, stray)
    assert found.measurements["elapsed"] == 600.0
    assert efforts(found)[1000.0] == 333.3


def test_records_from_another_year_are_noise_where_no_session_tells_so(tmp_path: Path) -> None:
    stray = records(range(3), start=datetime(2016, 1, 1, tzinfo=UTC))
    found, _ = items(tmp_path, fit(file_id(), stray, RUN[0]))
    assert isinstance(found, Draft)
    assert found.at == START
    assert found.measurements["elapsed"] == 600.0


def test_a_session_that_is_written_twice_counts_once(tmp_path: Path) -> None:
    assert draft(tmp_path, file_id(), *RUN, RUN[1]).measurements["distance"] == 1800.0


def test_fields_of_developers_are_not_taken_for_those_of_the_device(tmp_path: Path) -> None:
    described = message("developer_data_id", developer_data_index=0) + message(
        "field_description",
        developer_data_index=0,
        field_definition_number=7,
        fit_base_type_id=2,
        field_name="distance",
    )
    own = definition("record", "timestamp", "distance", developer=bytes([7, 1, 0]))
    theirs = b"".join(
        data("record", timestamp=START + timedelta(seconds=s), distance=3.0 * s) + b"\x2a"
        for s in range(601)
    )
    found = draft(tmp_path, file_id(), described, own, theirs, session())
    assert found.measurements["distance"] == 1800.0


def test_an_activity_downloaded_twice_is_the_same_one(tmp_path: Path) -> None:
    first = draft(tmp_path, file_id(), *RUN)
    again = draft(tmp_path, file_id(), *RUN, activity())
    other = draft(tmp_path, file_id(created=START + timedelta(seconds=1)), *RUN)
    assert first.origins == again.origins != other.origins


def test_a_file_that_names_no_device_is_known_by_its_content(tmp_path: Path) -> None:
    first = draft(tmp_path, file_id(serial=0), *RUN)
    same = draft(tmp_path, file_id(serial=0), *RUN)
    other = draft(tmp_path, file_id(serial=0), *RUN, activity())
    assert first.origins == same.origins != other.origins


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (2, "holds the settings of a device, no activity."),
        (5, "holds a planned workout, no activity."),
        (6, "holds a course to follow, no activity."),
        (9, "holds measurements of weight, no activity."),
        (15, "holds the steps of whole days, no activity."),
        (32, "holds the steps of whole days, no activity."),
    ],
)
def test_a_file_of_another_kind_holds_nothing_for_a_journal(
    tmp_path: Path, kind: int, words: str
) -> None:
    with pytest.raises(NothingToImportError) as error:
        items(tmp_path, fit(file_id(kind), records(range(60))))
    assert error.value.message == f"{tmp_path / 'a.fit'} {words}"


def test_an_activity_with_nothing_in_it_is_nothing(tmp_path: Path) -> None:
    with pytest.raises(NothingToImportError, match=r"holds no activity\.$"):
        items(tmp_path, fit(file_id(), activity()))
    with pytest.raises(NothingToImportError, match=r"does not say when it was recorded\.$"):
        items(tmp_path, fit(file_id(), message("record", heart_rate=120)))
    with pytest.raises(ImportFileError, match=r"is cut off before the first activity in it\.$"):
        items(tmp_path, fit(file_id(), *RUN)[:60])


def test_a_session_of_nothing_is_a_problem(tmp_path: Path) -> None:
    nothing = message("session", start_time=START, timestamp=START, sport=SWIMMING)
    assert items(tmp_path, fit(file_id(), nothing)) == [
        Problem(1, "Activity 1 of the file is empty.")
    ]


@pytest.mark.parametrize(
    ("sport", "sub_sport", "name", "tags"),
    [
        (1, 0, "run", ()),
        (1, 1, "run", ("treadmill",)),
        (1, 3, "trail-run", ()),
        (1, 4, "run", ()),
        (1, 58, "virtual-run", ()),
        (2, 6, "ride", ("indoor",)),
        (2, 8, "mountain-bike-ride", ()),
        (2, 46, "gravel-ride", ()),
        (2, 48, "ride", ("commute",)),
        (2, 58, "virtual-ride", ()),
        (21, 0, "e-bike-ride", ()),
        (4, 1, "run", ("treadmill",)),
        (4, 15, "elliptical", ()),
        (10, 20, "strength", ()),
        (10, 43, "yoga", ()),
        (10, 26, "workout", ()),
        (11, 0, "walk", ()),
        (17, 0, "hike", ()),
        (12, 42, "nordic-ski", ()),
        (19, 0, "paddling", ()),
        (27, 0, "horseback-riding", ()),
        (0, 0, "workout", ()),
        (250, 250, "workout", ()),
    ],
)
def test_sports_get_the_names_that_stride_gives_them(
    tmp_path: Path, sport: int, sub_sport: int, name: str, tags: tuple[str, ...]
) -> None:
    found = draft(tmp_path, file_id(), session(sport=sport, sub_sport=sub_sport))
    assert (found.activity, found.tags) == (name, tags)
