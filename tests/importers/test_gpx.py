from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from import_examples import only, options
from track_files import (
    SHARED,
    draft,
    evenly,
    gpx_text,
    items,
    trk,
    trkpt,
)

from stridelog.domain.entry import Draft
from stridelog.domain.importing import (
    ImportFileError,
    NothingToImportError,
    Problem,
    Remark,
)
from stridelog.importers import gpx

RUN = trk(evenly(3.0, 1_000, every=10))
SAMPLES = SHARED / "gpx"


def read(folder: Path, *tracks: str, creator: str = "somebody") -> Draft:
    return draft(folder, gpx_text(*tracks, creator=creator), "a.gpx")


def refusal(folder: Path, text: str) -> str:
    with pytest.raises(ImportFileError) as caught:
        items(folder, text, "a.gpx")
    assert caught.value.message.endswith(".")
    return caught.value.message.removeprefix(f"{folder / 'a.gpx'} ")


def test_a_track_is_an_activity(tmp_path: Path) -> None:
    found = read(tmp_path, RUN)
    assert found.activity == "run"
    assert found.at == datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
    assert found.measurements == pytest.approx(
        {"distance": 3_000.0, "duration": 1_000.0, "elapsed": 1_000.0}
    )
    assert [(s.metres, round(s.seconds, 1)) for s in found.segments] == [
        (400.0, 133.3),
        (1_000.0, 333.3),
        (1_609.344, 536.4),
    ]
    assert not found.wall_clock


def test_both_versions_are_read_and_so_is_a_file_without_a_namespace(tmp_path: Path) -> None:
    bare = gpx_text(RUN).replace(' xmlns="http://www.topografix.com/GPX/1/1"', "")
    prefixed = gpx_text(RUN).replace("<", "<g:").replace("<g:/", "</g:").replace("<g:?", "<?")
    for text in (gpx_text(RUN, version="1/0"), bare, prefixed.replace("xmlns=", "xmlns:g=")):
        assert gpx.sniff("a", text.encode())
        assert draft(tmp_path, text, "a.gpx").measurements == read(tmp_path, RUN).measurements


def test_times_in_utc_are_told_in_the_person_s_zone(tmp_path: Path) -> None:
    path = tmp_path / "a.gpx"
    path.write_text(gpx_text(RUN), encoding="utf-8")
    (found,) = only(Draft, gpx.read(path, options(zone=ZoneInfo("America/New_York"))))
    assert found.at.isoformat() == "2026-11-20T01:30:00-05:00"
    path.write_text(gpx_text(RUN).replace("Z</time>", "+02:00</time>"), encoding="utf-8")
    (found,) = only(Draft, gpx.read(path, options(zone=timezone(timedelta(hours=1)))))
    assert found.at.isoformat() == "2026-11-20T05:30:00+01:00"


def test_a_time_without_a_zone_is_utc_and_has_any_number_of_decimals(tmp_path: Path) -> None:
    text = gpx_text(RUN).replace("Z</time>", "</time>")
    assert draft(tmp_path, text, "a.gpx").at == datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
    text = gpx_text(RUN).replace("Z</time>", ".2073437Z</time>")
    assert draft(tmp_path, text, "a.gpx").measurements["elapsed"] == pytest.approx(1_000.0)


@pytest.mark.parametrize(
    ("kind", "sport"),
    [
        ("running", "run"),
        ("9", "run"),
        ("1", "ride"),
        ("10", "walk"),
        ("cycling", "ride"),
        ("mountain_biking", "mountain-bike-ride"),
        ("trail_running", "trail-run"),
        ("Radfahren", "ride"),
        ("open_water_swimming", "swim"),
        ("kite-surfing", "kite-surfing"),
        ("unknown", "run"),
        ("77", "run"),
        ("🤸", "run"),
    ],
)
def test_the_type_says_what_was_done(tmp_path: Path, kind: str, sport: str) -> None:
    assert read(tmp_path, trk(evenly(2.1, 900), before=f"<type>{kind}</type>")).activity == sport


@pytest.mark.parametrize(
    ("name", "sport"),
    [
        ("domingo corrida matutina", "run"),
        ("Abendliche Radfahrt", "ride"),
        ("Morning Ride", "ride"),
        ("Swim, bike, run", "walk"),
        ("Il giro del lago", "walk"),
    ],
)
def test_a_name_may_say_what_was_done(tmp_path: Path, name: str, sport: str) -> None:
    found = read(tmp_path, trk(evenly(1.2, 900), before=f"<name>{name}</name>"))
    assert (found.activity, found.note) == (sport, name)


def test_the_program_may_say_what_was_done(tmp_path: Path) -> None:
    assert read(tmp_path, trk(evenly(1.2, 900)), creator="NikePlus GPX Bridge").activity == "run"


@pytest.mark.parametrize(
    ("speed", "sport"), [(1.4, "walk"), (1.9, "walk"), (2.1, "run"), (5.5, "run"), (7.0, "ride")]
)
def test_else_the_speed_does(tmp_path: Path, speed: float, sport: str) -> None:
    assert read(tmp_path, trk(evenly(speed, 900))).activity == sport


def test_what_lies_between_segments_is_a_pause(tmp_path: Path) -> None:
    later = [(at + 600, metres + 7_000) for at, metres in evenly(3.0, 500)]
    found = read(tmp_path, trk(evenly(3.0, 500), [], later))
    assert found.measurements == pytest.approx(
        {"distance": 3_000.0, "duration": 1_000.0, "elapsed": 1_100.0}
    )


def test_a_gap_of_seconds_between_segments_is_no_pause(tmp_path: Path) -> None:
    rest = [(at, 900.0) for at in range(301, 601)]
    later = [(at, 900.0 + 3.0 * (at - 602)) for at in range(602, 903)]
    found = read(tmp_path, trk([*evenly(3.0, 300), *rest], later))
    assert found.measurements["duration"] == pytest.approx(600.0, abs=10.0)


def test_every_track_is_an_activity_of_its_own(tmp_path: Path) -> None:
    text = gpx_text(
        trk(evenly(3.0, 900), before="<name>A</name>"),
        "<trk><name>B</name></trk>",
        trk(evenly(8.0, 900, start=5_000), before="<name>C</name>"),
    )
    found = only(Draft, items(tmp_path, text, "a.gpx"))
    assert [(d.note, d.activity, d.row) for d in found] == [("A", "run", 1), ("C", "ride", 3)]
    assert len({d.origins for d in found}) == 2


def test_an_activity_is_the_same_from_wherever_it_is_read(tmp_path: Path) -> None:
    first = read(tmp_path, RUN)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert read(elsewhere, RUN) == first
    assert read(tmp_path, RUN + " ").origins != first.origins


def test_heart_rate_and_power_stand_in_extensions(tmp_path: Path) -> None:
    inside = (
        '<ele>{n}</ele><extensions><power>{n}</power><t:TrackPointExtension xmlns:t="urn:t">'
        "<t:atemp>20</t:atemp><t:hr>{n}</t:hr></t:TrackPointExtension></extensions>"
    )
    points = "".join(trkpt(n, 8.0 * n, inside.format(n=100 + n)) for n in range(101))
    found = read(tmp_path, f"<trk><type>cycling</type><trkseg>{points}</trkseg></trk>")
    assert found.measurements["heart-rate"] == pytest.approx(149.5)
    assert found.measurements["power"] == pytest.approx(149.5)
    assert found.measurements["climb"] == pytest.approx(100.0, rel=0.16)


def test_names_of_links_and_authors_are_not_the_track_s(tmp_path: Path) -> None:
    about = "<metadata><name>M</name><author><name>A</name></author></metadata>"
    link = '<name>Mine</name><link href="x"><text>L</text><type>swim</type></link>'
    found = read(tmp_path, about, trk(evenly(3.0, 900), before=link))
    assert (found.note, found.activity) == ("Mine", "run")


def test_a_name_that_is_a_time_is_no_note(tmp_path: Path) -> None:
    track = trk(evenly(3.0, 900), before="<name>2013-07-06T14:59:00Z</name>")
    assert read(tmp_path, track).note == ""


def test_efforts_that_nobody_can_have_made_are_left_out(tmp_path: Path) -> None:
    by_car = [(at + 900, 2_700 + 11.0 * at) for at in range(1, 600)]
    track = trk([*evenly(3.0, 900), *by_car], before="<type>running</type>")
    found, remark = items(tmp_path, gpx_text(track), "a.gpx")
    assert isinstance(found, Draft)
    assert isinstance(remark, Remark)
    assert remark.text == (
        "run of 2026-11-20 06:30: best efforts faster than any record were left out."
    )
    assert all(segment.metres / segment.seconds < 8.0 for segment in found.segments)


def test_a_plan_is_nothing_for_a_journal(tmp_path: Path) -> None:
    route = '<rte><rtept lat="1" lon="2"><time>2020-01-01T00:00:00Z</time></rtept></rte>'
    assert refusal(tmp_path, gpx_text(route)) == "is a route: a plan to go somewhere, not a track."
    place = '<wpt lat="1" lon="2"><time>2020-01-01T00:00:00Z</time></wpt>'
    assert refusal(tmp_path, gpx_text(place)) == "has places in it, but no track."
    assert refusal(tmp_path, gpx_text()) == "has no track in it."
    timeless = f"<trk><trkseg>{trkpt(None, 0)}{trkpt(None, 5)}</trkseg></trk>"
    assert refusal(tmp_path, gpx_text(timeless)).startswith("has a track without times:")


@pytest.mark.parametrize(
    ("places", "reason"),
    [
        ([(0.0, 0.0)], "It lasts less than a second."),
        ([(0.0, 0.0), (0.5, 3.0)], "It lasts less than a second."),
        ([(-1_700_000_000.0, 0.0), (-1_699_999_000.0, 900.0)], "no clock was set."),
    ],
)
def test_a_track_that_nothing_can_be_made_of_is_refused(
    tmp_path: Path, places: list[tuple[float, float]], reason: str
) -> None:
    message = refusal(tmp_path, gpx_text(trk(places)))
    assert message.startswith("is no recording to take in. It")
    assert message.endswith(reason)
    found, problem = items(tmp_path, gpx_text(trk(places), RUN), "a.gpx")
    assert isinstance(found, Draft)
    assert isinstance(problem, Problem)
    assert problem.row == 1


def test_other_xml_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, "<html><trk/></html>") == "is XML, but not GPX."
    assert refusal(tmp_path, "<html/>") == "is XML, but not GPX."
    assert not gpx.sniff("a.gpx", b"<html>gpx</html>")
    assert not gpx.sniff("a.gpx", b"gpx")


# Real files

SHOULD = {
    "Mojstrovka.gpx": "no clock was set.",
    "gpx1.0_with_all_fields.gpx": "It lasts less than a second.",
    "gpx1.1_with_all_fields.gpx": "It lasts less than a second.",
    "gpx_with_garmin_extension.gpx": "has places in it, but no track.",
    "route.gpx": "is a route: a plan to go somewhere, not a track.",
    "track-with-extremes.gpx": "but not when.",
    "track-with-less-sec-time.gpx": "It lasts less than a second.",
    "unicode_with_bom.gpx": "has places in it, but no track.",
}


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples are not here")
def test_every_sample_is_taken_in_or_refused_with_the_right_sentence() -> None:
    for path in sorted(SAMPLES.rglob("*.gpx")):
        assert gpx.sniff(path.name, path.read_bytes()[: 1 << 16])
        if path.name in SHOULD:
            with pytest.raises(NothingToImportError) as caught:
                list(gpx.read(path, options()))
            assert caught.value.message.endswith(SHOULD[path.name])
        else:
            assert any(isinstance(item, Draft) for item in gpx.read(path, options()))


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples are not here")
def test_all_of_one_runner_s_tracks_are_runs() -> None:
    for path in sorted((SAMPLES / "one-runner").glob("*.gpx")):
        (found,) = only(Draft, gpx.read(path, options()))
        assert found.activity == "run"
        assert 2.0 < found.measurements["distance"] / found.measurements["duration"] < 3.2
        assert 140 < found.measurements["heart-rate"] < 185
        fastest = [segment.metres / segment.seconds for segment in found.segments]
        assert fastest == sorted(fastest, reverse=True)
