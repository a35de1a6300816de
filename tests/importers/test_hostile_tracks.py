"""GPX and TCX files that are damaged, or were made to do damage."""

import tracemalloc
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from import_examples import options
from track_files import (
    activity,
    counted,
    evenly,
    gpx_text,
    lap,
    tcx_text,
    trackpoint,
    trk,
    trkpt,
    written,
)

from stridelog.domain.entry import Draft
from stridelog.domain.importing import ImportFileError, ImportItem, Problem, Remark
from stridelog.importers import gpx, tcx

EXAMPLES = {
    "gpx": gpx_text(
        trk(evenly(3.0, 30, every=10), before="<name>Früh</name><type>run</type>"),
        trk(evenly(3.0, 30, every=10, start=900)),
    ),
    "tcx": tcx_text(
        activity(lap(20, 60, [trackpoint(n, counted(3 * n)) for n in (0, 10, 20)])),
        activity(lap(20, 60), sport="Biking", notes="Früh"),
    ),
}
IMPORTERS = {"gpx": gpx, "tcx": tcx}


@pytest.fixture(params=sorted(IMPORTERS))
def name(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


def outcome(importer: ModuleType, path: Path) -> list[ImportItem] | str:
    """Read a file to its end; anything but items or an error that explains fails the test."""
    try:
        found = list(importer.read(path, options()))
    except ImportFileError as error:
        return error.message
    assert all(isinstance(item, Draft | Problem | Remark) for item in found)
    return found


def test_the_examples_are_good(name: str, tmp_path: Path) -> None:
    path = tmp_path / "whole"
    path.write_text(EXAMPLES[name], encoding="utf-8")
    found = outcome(IMPORTERS[name], path)
    assert [type(item) for item in found] == [Draft, Draft]


def test_a_file_is_recognised_as_one_of_the_two_at_most(name: str) -> None:
    head = EXAMPLES[name].encode()
    assert [key for key, importer in IMPORTERS.items() if importer.sniff("a", head)] == [name]


def test_no_beginning_of_a_file_is_half_an_import(name: str, tmp_path: Path) -> None:
    importer, content = IMPORTERS[name], EXAMPLES[name].encode()
    path = tmp_path / "cut"
    for end in range(len(content.rstrip())):
        path.write_bytes(content[:end])
        importer.sniff("cut", content[:end])
        assert isinstance(outcome(importer, path), str)


def test_no_changed_byte_makes_reading_fail(
    name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    importer, content = IMPORTERS[name], EXAMPLES[name].encode()
    path = tmp_path_factory.mktemp("flipped") / "changed"

    @given(st.integers(0, len(content) - 1), st.binary(max_size=3))
    def check(place: int, junk: bytes) -> None:
        changed = content[:place] + junk + content[place + 1 :]
        path.write_bytes(changed)
        importer.sniff(path.name, changed)
        outcome(importer, path)

    check()


def test_no_value_makes_reading_fail(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    importer = IMPORTERS[name]
    path = tmp_path_factory.mktemp("values") / "changed"
    texts = st.sampled_from(
        (
            *("", " ", "x", "-1", "nan", "inf", "1e999", "-1e308", "0", "91", "1e12", "٣", "1_0"),
            *("0001-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00", "1980-02-30", "2024-W01-1"),
            *("1969-12-31T23:59:59+01:00", "2026-11-20T06:30:00Z", written(20)),
        )
    )

    @given(st.lists(texts, min_size=12, max_size=12))
    def check(values: list[str]) -> None:
        a, b, c, d, e, f, *rest = values
        points = (
            f'<trkpt lat="{a}" lon="{b}"><ele>{c}</ele><time>{d}</time></trkpt>'
            f'<trkpt lat="{rest[0]}" lon="{rest[1]}"><time>{e}</time></trkpt>'
            f"{trkpt(40, 100, f'<extensions><hr>{f}</hr></extensions>')}{trkpt(60, 150)}"
        )
        lap_points = (
            f"<Trackpoint><Time>{a}</Time><DistanceMeters>{b}</DistanceMeters></Trackpoint>"
            f"<Trackpoint><Time>{c}</Time><AltitudeMeters>{d}</AltitudeMeters></Trackpoint>"
        )
        track = f"<trk><name>{rest[2]}</name><type>{rest[3]}</type><trkseg>{points}</trkseg></trk>"
        laps = lap(0, 0, [lap_points, trackpoint(40)]).replace(">0<", f">{e}<")
        laps += lap(9, 9).replace(written(0), rest[4])
        text = {"gpx": gpx_text(track), "tcx": tcx_text(activity(laps, sport=rest[5]))}[name]
        path.write_text(text, encoding="utf-8")
        outcome(importer, path)

    check()


def test_an_entity_bomb_is_refused(name: str, tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    text = EXAMPLES[name].replace("?>", "?>" + bomb, 1).replace("Früh", "&b;")
    path = tmp_path / "bomb"
    path.write_text(text, encoding="utf-8")
    assert not IMPORTERS[name].sniff("bomb", text.encode())
    assert "declares entities" in outcome(IMPORTERS[name], path)


def test_a_name_of_ten_megabytes_is_read_like_any_other(name: str, tmp_path: Path) -> None:
    path = tmp_path / "long"
    path.write_text(EXAMPLES[name].replace("Früh", "x" * 10_000_000), encoding="utf-8")
    found = outcome(IMPORTERS[name], path)
    notes = [item.note for item in found if isinstance(item, Draft)]
    assert max(map(len, notes)) == 10_000_000


def test_a_track_without_end_is_given_up_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stridelog.importers.gpx.reading.MOST_SAMPLES", 5_000)
    path = tmp_path / "endless"
    path.write_text(gpx_text(trk([(n, 3 * n) for n in range(5_001)])), encoding="utf-8")
    assert "more than 5,000 points" in outcome(gpx, path)


def test_a_long_file_of_many_tracks_is_read_in_little_memory(tmp_path: Path) -> None:
    track = trk(evenly(3.0, 1_000, every=2))
    path = tmp_path / "many"
    path.write_text(gpx_text(*[track] * 60), encoding="utf-8")
    tracemalloc.start()
    try:
        count = sum(isinstance(item, Draft) for item in gpx.read(path, options()))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 60
    assert peak < 8_000_000
