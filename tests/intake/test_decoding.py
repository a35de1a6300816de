"""Tracks are decoded several at a time, and each only once."""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, timedelta, timezone
from pathlib import Path
from subprocess import PIPE, Popen, run
from time import sleep
from zoneinfo import TZPATH

import pytest

from stridelog.domain.dates import DateOrder
from stridelog.domain.entry import Draft
from stridelog.domain.importing import ImportOptions, Problem
from stridelog.domain.quantity import Notation
from stridelog.intake import decoding
from stridelog.intake.decoding import FEW, decode, decoded
from stridelog.intake.planning import items_of, planned
from stridelog.intake.recognising import Recognised
from stridelog.runtime.zones import local_zone

OPTIONS = ImportOptions(UTC, Notation(), DateOrder.DAY_FIRST, measures={})


def gpx(day: int, metres: float = 0.01) -> str:
    points = "".join(
        f'<trkpt lat="{metres * minute}" lon="7"><time>2026-11-{day:02}T07:{minute:02}:00Z</time>'
        "</trkpt>"
        for minute in range(10)
    )
    return (
        '<gpx xmlns="http://www.topografix.com/GPX/1/1"><trk><type>ride</type>'
        f"<trkseg>{points}</trkseg></trk></gpx>"
    )


@pytest.fixture
def tracks(tmp_path: Path) -> list[Recognised]:
    found = []
    for day in range(1, 3 * FEW):
        path = tmp_path / "tracks" / f"{day:02}.gpx"
        path.parent.mkdir(exist_ok=True)
        path.write_text(gpx(day) if day != 2 else "<gpx><trk>")
        found.append(Recognised(path, "gpx"))
    return found


def test_what_was_decoded_once_is_not_decoded_again(
    tracks: list[Recognised], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = decode(tracks[0], OPTIONS, tmp_path / "cache")
    assert isinstance(first.items[0], Draft)
    assert first.items[0].segments

    def nobody(*_: object) -> None:
        pytest.fail("It was decoded again.")

    monkeypatch.setattr(Recognised, "read", nobody)
    again = decode(tracks[0], OPTIONS, tmp_path / "cache")
    assert again == first
    copied = tmp_path / "the same under another name.gpx"
    copied.write_bytes(Path(str(tracks[0].file)).read_bytes())
    assert decode(Recognised(copied, "gpx"), OPTIONS, tmp_path / "cache") == first


def test_another_zone_or_another_content_is_decoded_anew(
    tracks: list[Recognised], tmp_path: Path
) -> None:
    decode(tracks[0], OPTIONS, tmp_path / "cache")
    tokyo = replace(OPTIONS, zone=timezone(timedelta(hours=9)))
    (found,) = decode(tracks[0], tokyo, tmp_path / "cache").items
    assert isinstance(found, Draft)
    assert found.at.hour == 16
    Path(str(tracks[0].file)).write_text(gpx(9))
    (found,) = decode(tracks[0], OPTIONS, tmp_path / "cache").items
    assert isinstance(found, Draft)
    assert found.at.day == 9


def test_many_are_decoded_in_the_zone_of_the_computer(
    tracks: list[Recognised], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tokyo = next(path for path in map(Path, TZPATH) if (path / "Asia/Tokyo").exists())
    monkeypatch.setenv("TZ", str(tokyo / "Asia/Tokyo"))
    here = replace(OPTIONS, zone=local_zone())
    hours = {
        item.at.hour
        for _, found in decoded(tracks, here, tmp_path / "cache")
        for item in found.items
        if isinstance(item, Draft)
    }
    assert hours == {16}


@pytest.mark.parametrize("junk", [b"", b"\xff", b"{}", b'[{"told": "{}"}]', b"[1]", b"null"])
def test_a_damaged_cache_is_passed_over(
    tracks: list[Recognised], tmp_path: Path, junk: bytes
) -> None:
    whole = decode(tracks[0], OPTIONS, tmp_path / "cache")
    (kept,) = (tmp_path / "cache").iterdir()
    kept.write_bytes(junk)
    assert decode(tracks[0], OPTIONS, tmp_path / "cache") == whole


def test_the_cache_keeps_what_was_asked_for_last(
    tracks: list[Recognised], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoding, "MOST_KEPT", 2)
    cache = tmp_path / "cache"
    kept = []
    for age, track in enumerate(tracks[2:6]):
        before = set(cache.iterdir()) if cache.exists() else set()
        decode(track, OPTIONS, cache)
        (new,) = set(cache.iterdir()) - before
        os.utime(new, (age, age))
        kept.append(new)
    decode(tracks[2], OPTIONS, cache)
    next(decoded(tracks[6:], OPTIONS, cache))
    assert [file.exists() for file in kept] == [True, False, False, True]


SLOW = """
import os, sys, time
from datetime import UTC
from pathlib import Path
from stridelog.domain.dates import DateOrder
from stridelog.domain.importing import ImportOptions
from stridelog.domain.quantity import Notation
from stridelog.intake.decoding import FEW, decoded
from stridelog.intake.recognising import Recognised

class Slow(Recognised):
    def read(self, options):
        os.write(1, b"ready\\n")  # at once: several processes say so
        time.sleep(60)

if __name__ == "__main__":
    options = ImportOptions(UTC, Notation(), DateOrder.DAY_FIRST, measures={})
    list(decoded([Slow(Path(__file__), "gpx")] * (FEW + 1), options, Path(sys.argv[1])))
"""
"""A program that decodes tracks for minutes."""


@pytest.mark.skipif(os.name != "posix", reason="asks ps for the processes of a group")
def test_no_process_is_left_where_an_import_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "decode.py"
    script.write_text(SLOW)
    command = [sys.executable, str(script), str(tmp_path / "cache")]
    with Popen(command, stdout=PIPE, start_new_session=True) as importing:
        try:
            assert importing.stdout is not None
            assert importing.stdout.readline() == b"ready\n"
            assert len(_processes_of(importing.pid)) > 1
        finally:
            importing.kill()
    assert any(not _processes_of(importing.pid) for _ in _for_ten_seconds())


def _processes_of(session: int) -> list[str]:
    found = run(["ps", "-o", "pid=", "-s", str(session)], stdout=PIPE, text=True, check=False)
    return found.stdout.split()


def _for_ten_seconds() -> Iterator[None]:
    for _ in range(100):
        yield
        sleep(0.1)


def test_a_cache_that_cannot_be_written_does_no_harm(
    tracks: list[Recognised], tmp_path: Path
) -> None:
    (tmp_path / "cache").write_text("a file, where a folder should be")
    assert len(decode(tracks[0], OPTIONS, tmp_path / "cache").items) == 1


def test_many_are_what_each_of_them_is(tracks: list[Recognised], tmp_path: Path) -> None:
    together = list(decoded(tracks, OPTIONS, tmp_path / "together"))
    assert [track for track, _ in together] == tracks
    assert [found for _, found in together] == [
        decode(track, OPTIONS, tmp_path / "alone") for track in tracks
    ]
    assert "is cut off" in together[1][1].refused


def test_what_a_file_is_refused_for_names_it_among_many(
    tracks: list[Recognised], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoding, "FEW", 100)
    plan = planned([Path(str(tracks[0].file)).parent])
    (batch,) = plan.batches
    items = [item for _, item in items_of(batch, OPTIONS, tmp_path / "cache") if item]
    (problem,) = [item for item in items if isinstance(item, Problem)]
    assert "02.gpx is cut off" in problem.reason
    files = {item.origins[0].file for item in items if isinstance(item, Draft)}
    assert "tracks/01.gpx" in files
