"""The list of activities in Garmin's export of a whole account."""

import json
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from import_examples import options, saved

from stridelog.domain.additions import load, names
from stridelog.domain.entry import Draft, Origin
from stridelog.domain.importing import (
    ImportFileError,
    ImportItem,
    NothingToImportError,
    Problem,
    Remark,
)
from stridelog.importers import garmin_account

BEGAN = datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
UTC_MS = BEGAN.timestamp() * 1000
RUN: dict[str, object] = {
    "activityId": 12345678901,
    "name": "Morning Run",
    "activityType": "running",
    "sportType": "RUNNING",
    "beginTimestamp": int(UTC_MS),
    "eventTypeId": 9,
    "startTimeGmt": UTC_MS,
    "startTimeLocal": UTC_MS + 19_800_000,
    "duration": 1_884_000.0,
    "elapsedDuration": 1_977_000.0,
    "movingDuration": 1_868_000.0,
    "distance": 548_012.5,
    "elevationGain": 21_500.0,
    "avgHr": 153.0,
    "avgPower": 343.0,
    "favorite": False,
    "splits": [{"measurements": [{"value": 1.0}]}],
}


def export(*activities: object) -> str:
    return json.dumps([{"summarizedActivitiesExport": activities}], ensure_ascii=False)


def items(folder: Path, text: str) -> list[ImportItem]:
    """Read a file that must be known as Garmin's account export."""
    path = saved(folder, text, name="somebody_0_summarizedActivities.json")
    assert garmin_account.sniff(path.name, path.read_bytes()[: 1 << 16])
    return list(garmin_account.read(path, options(zone=ZoneInfo("Europe/Berlin"))))


def draft(folder: Path, **changed: object) -> Draft:
    (found,) = items(folder, export(RUN | changed))
    assert isinstance(found, Draft), found
    return found


def test_centimetres_and_milliseconds_become_metres_and_seconds(tmp_path: Path) -> None:
    found = draft(tmp_path)
    assert found.measurements == pytest.approx(
        {
            "distance": 5480.125,
            "duration": 1868.0,
            "elapsed": 1977.0,
            "climb": 215.0,
            "heart-rate": 153.0,
        }
    )
    assert (found.activity, found.note, found.tags) == ("run", "Morning Run", ())
    assert found.origins == (Origin("garmin-account", "12345678901"),)


def test_the_wall_clock_of_the_place_is_kept(tmp_path: Path) -> None:
    found = draft(tmp_path)
    assert found.at.isoformat() == "2023-11-15T03:43:20+05:30"
    assert not found.wall_clock
    for unknown in (None, 0, UTC_MS + 1234, UTC_MS + 90_000_000):
        assert draft(tmp_path, startTimeLocal=unknown).at.isoformat() == "2023-11-14T23:13:20+01:00"
    assert draft(tmp_path, startTimeGmt=None).at == BEGAN


def test_sports_are_named_as_everywhere(tmp_path: Path) -> None:
    kinds = {
        "lap_swimming": "swim",
        "treadmill_running": "run",
        "indoor_cycling": "ride",
        "resort_skiing_snowboarding_ws": "alpine-ski",
        "multi_sport": "multisport",
        "kiteboarding_v2": "kiteboarding-v2",
    }
    found = {kind: draft(tmp_path, activityType=kind).activity for kind in kinds}
    assert found == kinds
    assert draft(tmp_path, activityType={"typeKey": "cycling"}).measurements["power"] == 343.0


def test_stars_and_races_become_tags_and_descriptions_are_noted(tmp_path: Path) -> None:
    found = draft(tmp_path, favorite=True, eventTypeId=1, description="Cold.\r\nFast.")
    assert found.tags == ("favorite", "race")
    assert found.note == "Morning Run\nCold.\nFast."


def test_what_was_not_measured_is_left_out(tmp_path: Path) -> None:
    nothing = dict.fromkeys(("avgHr", "elevationGain", "elapsedDuration", "name"))
    found = draft(tmp_path, activityType="yoga", distance=0.0, **nothing)
    assert (found.note, found.measurements) == ("", {"duration": 1884.0})


def test_legs_count_and_not_their_sum(tmp_path: Path) -> None:
    whole = RUN | {"activityId": 1, "activityType": "multi_sport", "parent": True}
    legs = [
        RUN | {"activityId": 2 + n, "activityType": kind, "parentId": 1}
        for n, kind in enumerate(("swimming", "swimToBikeTransition_v2", "cycling", "transition"))
    ]
    *found, remark = items(tmp_path, export(whole, *legs))
    assert [d.activity for d in found if isinstance(d, Draft)] == ["swim", "ride"]
    assert remark == Remark("Sums of several sports, and transitions between them, left aside: 3.")
    (alone,) = items(tmp_path, export(whole))
    assert isinstance(alone, Draft)


@pytest.mark.parametrize(
    ("activity", "reason"),
    [
        (None, "The activity is no JSON object."),
        (RUN | {"activityType": None}, "It does not say what kind of activity it is."),
        (RUN | {"startTimeGmt": "x", "beginTimestamp": None}, "It does not say when it was."),
        (RUN | {"startTimeGmt": 9e14}, "Its time is out of the calendar."),
        (RUN | {"startTimeGmt": 1e99, "beginTimestamp": 0}, "It does not say when it was."),
    ],
)
def test_an_activity_that_cannot_be_made_out_is_named(
    tmp_path: Path, activity: object, reason: str
) -> None:
    found = items(tmp_path, export(RUN, activity, RUN))
    assert [type(item) for item in found] == [Draft, Problem, Draft]
    assert found[1] == Problem(2, reason)


def test_the_list_around_it_may_be_missing(tmp_path: Path) -> None:
    (found,) = items(tmp_path, " " + export(RUN)[1:-1])
    assert found == draft(tmp_path)
    path = saved(tmp_path, export(RUN), "utf-8-sig")
    assert len(list(garmin_account.read(path, options()))) == 1


def test_other_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NothingToImportError, match="holds no activities"):
        items(tmp_path, export())
    for text in ("[]", "{}", "x", '[{"other": []}]', '{"tags": {}, "entries": []}'):
        path = saved(tmp_path, text)
        assert not garmin_account.sniff(path.name, path.read_bytes())
        with pytest.raises(ImportFileError, match="is not a list of activities"):
            list(garmin_account.read(path, options()))


def test_no_other_format_claims_it() -> None:
    claimed = [
        name
        for name in names("stridelog.importers")
        if load("stridelog.importers", name).sniff("a.json", export(RUN).encode())
    ]
    assert claimed == ["garmin_account"]


def outcome(path: Path) -> list[Draft]:
    """Read as much as there is; anything but items or a refusal fails the test."""
    found: list[ImportItem] = []
    try:
        found.extend(garmin_account.read(path, options()))
    except ImportFileError as error:
        return [] if error.message.endswith(".") else pytest.fail(error.message)
    return [item for item in found if isinstance(item, Draft)]


def test_a_file_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cut.json"
    content = export(RUN | {"name": "Über 🏃"}, RUN).encode()
    for end in range(len(content) - 2):
        path.write_bytes(content[:end])
        garmin_account.sniff(path.name, content[:end])
        with pytest.raises(ImportFileError):
            list(garmin_account.read(path, options()))


def test_no_changed_byte_makes_reading_fail(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("flipped") / "changed.json"
    content = export(RUN).encode()

    @given(st.integers(0, len(content) - 1), st.binary(max_size=3))
    def check(place: int, junk: bytes) -> None:
        path.write_bytes(content[:place] + junk + content[place + 1 :])
        garmin_account.sniff(path.name, path.read_bytes())
        outcome(path)

    check()


def test_no_value_makes_reading_fail(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("values")
    values = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()

    @given(st.sampled_from(sorted(RUN)), values | st.lists(values, max_size=1))
    def check(member: str, value: object) -> None:
        text = json.dumps([{"summarizedActivitiesExport": [RUN | {member: value}]}])
        outcome(saved(folder, text))

    check()


def test_deep_nesting_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path, f'[{{"summarizedActivitiesExport": [{"[" * 100_000}')
    assert outcome(path) == []


def test_a_large_file_is_read_in_little_memory(tmp_path: Path) -> None:
    activity = json.dumps(RUN | {"description": "x" * 5000})
    path = saved(tmp_path, f'[{{"summarizedActivitiesExport": [{",".join([activity] * 4000)}]}}]')
    tracemalloc.start()
    try:
        count = sum(isinstance(i, Draft) for i in garmin_account.read(path, options()))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (count, peak < 8_000_000) == (4000, True), peak
