from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from import_examples import only, options
from track_files import (
    BEGAN,
    METRES_PER_DEGREE,
    SHARED,
    activity,
    counted,
    draft,
    evenly,
    items,
    lap,
    tcx_text,
    trackpoint,
)

from stridelog.domain.entry import Draft
from stridelog.domain.importing import ImportFileError, Remark
from stridelog.importers import tcx

SAMPLES = SHARED / "tcx"


def lap_at(speed: float, seconds: int, start: int = 0, metres: float = 0.0) -> str:
    """Return a lap that is run at an even speed, a point a second."""
    points = [trackpoint(start + n, counted(metres + speed * n)) for n in range(1, seconds + 1)]
    return lap(seconds, speed * seconds, points, start)


def read(folder: Path, *activities: str) -> Draft:
    return draft(folder, tcx_text(*activities), "a.tcx")


def refusal(folder: Path, text: str) -> str:
    with pytest.raises(ImportFileError) as caught:
        items(folder, text, "a.tcx")
    assert caught.value.message.endswith(".")
    return caught.value.message.removeprefix(f"{folder / 'a.tcx'} ")


def test_laps_add_up_to_an_activity(tmp_path: Path) -> None:
    laps = lap_at(4.0, 100), lap_at(5.0, 80, 100, 400.0), lap_at(4.0, 100, 180, 800.0)
    found = read(tmp_path, activity(*laps, notes="Intervals"))
    assert (found.activity, found.note) == ("run", "Intervals")
    assert found.at == BEGAN
    assert found.measurements == {"distance": 1_200.0, "duration": 280.0, "elapsed": 280.0}


def test_best_efforts_agree_with_the_laps(tmp_path: Path) -> None:
    laps = lap_at(4.0, 100), lap_at(5.0, 80, 100, 400.0), lap_at(4.0, 100, 180, 800.0)
    fastest, kilometre = read(tmp_path, activity(*laps)).segments
    assert (fastest.seconds, fastest.start) == pytest.approx((80.0, 100.0))
    assert kilometre.seconds == pytest.approx(80.0 + 600.0 / 4.0)


def test_the_timer_of_the_laps_leaves_pauses_out(tmp_path: Path) -> None:
    first = lap_at(4.0, 200)
    second = lap_at(4.0, 200, 500, 800.0)
    found = read(tmp_path, activity(first, second))
    assert found.measurements["duration"] == 400.0
    assert found.measurements["elapsed"] == 700.0


def test_laps_that_overlap_have_a_timer_that_is_told(tmp_path: Path) -> None:
    laps = lap_at(4.0, 200), lap(200.0, 400.0, [trackpoint(250, counted(1_200))], start=150)
    found, remark = items(tmp_path, tcx_text(activity(*laps)), "a.tcx")
    assert isinstance(found, Draft)
    assert found.measurements["duration"] == found.measurements["elapsed"] == 400.0
    assert isinstance(remark, Remark)
    assert "the device's duration is 6.67 min, its records add up to 4.17 min" in remark.text


def test_a_treadmill_knows_no_place(tmp_path: Path) -> None:
    found = read(tmp_path, activity(lap_at(3.0, 1_000)))
    assert found.measurements["distance"] == 3_000.0
    assert found.segments[1].seconds == pytest.approx(1_000.0 / 3.0)


def test_positions_do_where_no_metres_were_counted(tmp_path: Path) -> None:
    points = [
        trackpoint(
            at,
            f"<Position><LatitudeDegrees>{1 + metres / METRES_PER_DEGREE}</LatitudeDegrees>"
            "<LongitudeDegrees>5</LongitudeDegrees></Position>",
        )
        for at, metres in evenly(3.0, 600)
    ]
    found = read(tmp_path, activity(lap(600.0, 0.0, points)))
    assert found.measurements["distance"] == pytest.approx(1_800.0)


def test_laps_without_points_are_taken_alone(tmp_path: Path) -> None:
    heart_rate = "<AverageHeartRateBpm><Value>150</Value></AverageHeartRateBpm><Track>"
    one = lap(300.0, 1_000.0).replace("<Track>", heart_rate)
    two = lap(250.0, 1_000.0, start=300).replace("<Track>", heart_rate)
    found = read(tmp_path, activity(one, two))
    assert found.measurements == {
        "distance": 2_000.0,
        "duration": 550.0,
        "elapsed": 550.0,
        "heart-rate": 150.0,
    }
    assert found.segments[1].seconds == pytest.approx(250.0)


def test_heart_rate_altitude_and_power_are_read(tmp_path: Path) -> None:
    inside = (
        "<AltitudeMeters>{n}</AltitudeMeters><HeartRateBpm><Value>{n}</Value></HeartRateBpm>"
        '<Extensions><TPX xmlns="urn:x"><Speed>1</Speed><Watts>{n}</Watts></TPX></Extensions>'
    )
    points = [trackpoint(n, counted(9.0 * n) + inside.format(n=100 + n)) for n in range(101)]
    found = read(tmp_path, activity(lap(100.0, 900.0, points), sport="Biking"))
    assert found.activity == "ride"
    assert found.measurements["heart-rate"] == pytest.approx(149.5)
    assert found.measurements["power"] == pytest.approx(149.5)
    assert found.measurements["climb"] == pytest.approx(100.0, rel=0.16)
    on_foot = read(tmp_path, activity(lap(49.0, 441.0, points[:50])))
    assert "power" not in on_foot.measurements


@pytest.mark.parametrize(
    ("sport", "notes", "name"),
    [
        ("Other", "", "workout"),
        ("Other", "Evening swim", "swim"),
        ("Walking", "", "walk"),
        ("Rowing", "", "rowing"),
        ("", "", "run"),
        ("Biking", "after my run", "ride"),
    ],
)
def test_the_sport_says_what_was_done(tmp_path: Path, sport: str, notes: str, name: str) -> None:
    assert read(tmp_path, activity(lap_at(2.1, 900), sport=sport, notes=notes)).activity == name


def test_each_part_of_a_multisport_is_an_activity(tmp_path: Path) -> None:
    ride = activity(lap_at(9.0, 600, 1_000), sport="Biking")
    text = tcx_text(
        f"<MultiSportSession><Id>x</Id><FirstSport>{activity(lap_at(3.0, 600))}</FirstSport>"
        f'<NextSport><Transition StartTime="{BEGAN.isoformat()}"><DistanceMeters>9</DistanceMeters>'
        f"</Transition>{ride}</NextSport></MultiSportSession>"
    )
    run, ridden = only(Draft, items(tmp_path, text, "a.tcx"))
    assert (run.activity, run.measurements["distance"]) == ("run", 1_800.0)
    assert (ridden.activity, ridden.measurements["distance"]) == ("ride", 5_400.0)
    assert run.origins != ridden.origins


def test_the_start_is_when_the_device_was_started(tmp_path: Path) -> None:
    points = [trackpoint(n, counted(3.0 * n)) for n in range(30, 630)]
    found = read(tmp_path, activity(lap(630.0, 1_887.0, points)))
    assert found.at == BEGAN
    assert found.measurements["elapsed"] == 630.0


def test_white_space_before_the_declaration_does_no_harm(tmp_path: Path) -> None:
    text = " " * 10 + tcx_text(activity(lap_at(3.0, 600)))
    assert tcx.sniff("a.tcx", text.encode())
    assert draft(tmp_path, text, "a.tcx").measurements["distance"] == 1_800.0


def test_what_was_not_done_is_nothing_for_a_journal(tmp_path: Path) -> None:
    points = "".join(trackpoint(n, counted(n)) for n in range(9))
    course = f"<Course><Name>x</Name><Lap/><Track>{points}</Track></Course>"
    assert refusal(tmp_path, tcx_text(course)).startswith("is a course:")
    assert refusal(tmp_path, tcx_text("<Workout/>")).startswith("is a workout to be done")
    assert refusal(tmp_path, tcx_text()) == "has no activity in it."
    assert "nothing was recorded" in refusal(tmp_path, tcx_text(activity()))
    assert refusal(tmp_path, "<a/>") == "is XML, but not TCX."


# Real files


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples are not here")
def test_every_sample_is_taken_in_or_refused_with_the_right_sentence() -> None:
    for path in sorted(SAMPLES.rglob("*.tcx")):
        assert tcx.sniff(path.name, path.read_bytes()[: 1 << 16])
        if path.name == "malformed.tcx":
            with pytest.raises(ImportFileError, match="not well-formed XML: see line 4,653"):
                list(tcx.read(path, options()))
        else:
            (found,) = only(Draft, tcx.read(path, options()))
            assert found.activity == "run"


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples are not here")
def test_a_sample_agrees_with_what_its_device_says() -> None:
    (found,) = only(Draft, tcx.read(SAMPLES / "basic.tcx", options()))
    assert found.at == datetime(2012, 12, 26, 21, 29, 53, tzinfo=UTC)
    assert found.note == "Aerobics"
    # The sums of its three laps; python-tcxparser's tests expect the same, to a metre and a second.
    assert found.measurements["distance"] == pytest.approx(4_689.2, abs=3.0)
    assert found.measurements["duration"] == pytest.approx(1_992.78, abs=0.01)


NAMESPACE = {"t": "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"}


def laps_of(path: Path) -> list[tuple[float, float]]:
    """Return metres, and seconds from one lap's start to the next one's, of whole laps."""
    laps = ET.parse(path).getroot().findall(".//t:Lap", NAMESPACE)  # noqa: S314 (our sample)
    starts = [datetime.fromisoformat(lap.get("StartTime", "")) for lap in laps]
    metres = [float(lap.findtext("t:DistanceMeters", "", NAMESPACE)) for lap in laps]
    return [
        (m, (end - start).total_seconds())
        for m, (start, end) in zip(metres, pairwise(starts), strict=False)
    ]


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples are not here")
@pytest.mark.parametrize("kilometres", [1, 2, 5, 10])
def test_no_lap_of_a_sample_is_faster_than_its_best_efforts(kilometres: int) -> None:
    compared = 0
    for path in sorted(SAMPLES.rglob("*.tcx")):
        if path.name == "malformed.tcx":
            continue
        (found,) = only(Draft, tcx.read(path, options()))
        laps = laps_of(path)
        efforts = {segment.metres: segment.seconds for segment in found.segments}
        for first in range(len(laps) - kilometres + 1):
            metres = sum(m for m, _ in laps[first : first + kilometres])
            seconds = sum(s for _, s in laps[first : first + kilometres])
            for distance, effort in efforts.items():
                if distance <= metres:
                    compared += 1
                    # A lap's end is known to the second.
                    assert effort <= seconds + 1.0
    assert compared


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples are not here")
def test_the_fastest_kilometre_of_a_sample_is_little_faster_than_its_fastest_lap() -> None:
    for path in sorted((SAMPLES / "one-runner").glob("*.tcx")):
        (found,) = only(Draft, tcx.read(path, options()))
        fastest = min(1_000 * s / m for m, s in laps_of(path) if m > 990)
        kilometre = next(s.seconds for s in found.segments if s.metres == 1_000)
        assert 0.93 * fastest < kilometre <= 1.005 * fastest
