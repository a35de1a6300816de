"""Exports of Apple Health that are damaged, or were made to do damage."""

import gc
import tracemalloc
from pathlib import Path

import pytest
from health_examples import (
    DTD_OF_IOS_16,
    RECORD,
    export,
    health_file,
    metadata,
    statistic,
    tag,
    workout,
)
from hypothesis import given
from hypothesis import strategies as st
from import_examples import only, options

from stridelog.domain.entry import Draft
from stridelog.domain.errors import StrideError
from stridelog.domain.importing import ImportFileError, ImportItem, Problem
from stridelog.importers import apple_health
from stridelog.importers.apple_health.window import CHUNK

RAN = statistic("DistanceWalkingRunning", "km", sum="10.25")
LATER = {"startDate": "2026-11-21 07:30:05 +0100", "endDate": "2026-11-21 08:25:05 +0100"}
TWO = export(
    RECORD,
    workout(RAN + metadata("HKIndoorWorkout", "1") + tag("WorkoutActivity", {}, RAN)),
    workout(totalDistance="5", totalDistanceUnit="km", **LATER),
    before=DTD_OF_IOS_16,
)

BOMB = """<?xml version="1.0"?>
<!DOCTYPE HealthData [
<!ENTITY lol "lol">
<!ENTITY lol1 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
<!ENTITY lol2 "&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;">
]>
<HealthData><Workout sourceName="&lol2;"/></HealthData>
"""
OUTSIDE = """<!DOCTYPE HealthData [<!ENTITY passwords SYSTEM "file:///etc/passwd">]>
<HealthData><Workout sourceName="&passwords;"/></HealthData>
"""


def read(path: Path) -> list[ImportItem]:
    return list(apple_health.read(path, options()))


def read_until_refused(path: Path) -> tuple[list[ImportItem], str]:
    """Read as far as possible; anything but an error that explains fails the test."""
    with path.open("rb") as file:
        apple_health.sniff(path.name, file.read(1 << 16))
    items: list[ImportItem] = []
    try:
        items.extend(apple_health.read(path, options()))
    except StrideError as error:
        return items, error.message
    assert all(isinstance(item, Draft | Problem) for item in items)
    return items, "Read to its end."


def peak(path: Path) -> tuple[list[ImportItem], int]:
    """Read a file; return what was found, and the most memory that it took."""
    tracemalloc.start()
    try:
        items, _ = read_until_refused(path)
        return items, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("text", [BOMB, OUTSIDE])
def test_entities_are_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ImportFileError, match="entities of its own"):
        read(health_file(tmp_path, text))


def test_an_entity_that_nobody_declared_spoils_its_workout_alone(tmp_path: Path) -> None:
    text = TWO.replace("Sam\u2019s Apple Watch", "&lol;", 1)
    spoilt, item = read(health_file(tmp_path, text))
    assert spoilt == Problem(1, "It is not well-formed XML.")
    assert isinstance(item, Draft)


@pytest.mark.parametrize(
    "damage",
    [
        ("</Workout>", ""),
        ("</WorkoutActivity>", ""),
        ("<WorkoutActivity>", "<WorkoutActivity></Workout>"),
        ('durationUnit="min"', 'durationUnit="min'),
        ('durationUnit="min"', "durationUnit=<min>"),
        ('durationUnit="min"', 'duration="1"'),
        ("<MetadataEntry", "<" * 20),
    ],
)
def test_what_is_damaged_spoils_its_workout_alone(tmp_path: Path, damage: tuple[str, str]) -> None:
    items = read(health_file(tmp_path, TWO.replace(*damage, 1)))
    assert [type(item) for item in items] == [Problem, Draft]
    assert items[1] == read(health_file(tmp_path, TWO))[1]


@pytest.mark.parametrize(
    "junk", ["<", "&", "</Record>", "<a b=c>", "\ufffe", "]]>", '"', "<!---->"]
)
def test_what_is_damaged_between_workouts_does_no_harm(tmp_path: Path, junk: str) -> None:
    text = TWO.replace(RECORD, RECORD[:20] + junk + RECORD[20:])
    assert read(health_file(tmp_path, text)) == read(health_file(tmp_path, TWO))


def test_control_characters_are_taken_out(tmp_path: Path) -> None:
    text = TWO.replace("Sam", "S\x0ba\x01m\x1b").replace('value="97"', 'value="\x0b97"')
    assert read(health_file(tmp_path, text)) == read(health_file(tmp_path, TWO))


def test_what_is_no_utf_8_is_replaced(tmp_path: Path) -> None:
    path = health_file(tmp_path, TWO)
    path.write_bytes(path.read_bytes().replace("\u2019".encode(), b"\x92"))
    assert len(only(Draft, read(path))) == 2


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-be"])
def test_a_copy_in_another_encoding_is_read_as_well(tmp_path: Path, encoding: str) -> None:
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    expected = read(health_file(tmp_path, TWO))
    path = health_file(tmp_path, mark + TWO, encoding)
    assert apple_health.sniff(path.name, path.read_bytes())
    assert read(path) == expected


def test_nul_bytes_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError, match="NUL"):
        read(health_file(tmp_path, TWO.replace(RECORD, "\0" * 100)))


def test_a_workout_in_a_comment_is_none(tmp_path: Path) -> None:
    text = export(f"<!-- {workout(RAN)} -->", workout(RAN, **LATER))
    assert len(read(health_file(tmp_path, text))) == 1


def test_an_export_that_is_cut_off_is_refused_wherever_that_is(tmp_path: Path) -> None:
    content = TWO.encode()
    path = tmp_path / "cut.xml"
    whole = content.index(b"</HealthData") + len(b"</HealthData")
    for end in range(1, whole):
        path.write_bytes(content[:end])
        items, why = read_until_refused(path)
        assert items == []
        assert "cut off" in why or "no <HealthData>" in why


def test_no_changed_byte_makes_reading_fail(tmp_path: Path) -> None:
    content = TWO.encode()
    path = tmp_path / "changed.xml"

    @given(st.integers(0, len(content) - 1), st.binary(max_size=3))
    def check(place: int, junk: bytes) -> None:
        path.write_bytes(content[:place] + junk + content[place + 1 :])
        assert read_until_refused(path)[1].endswith(".")

    check()


def test_no_text_of_a_workout_makes_reading_fail(tmp_path: Path) -> None:
    path = tmp_path / "any.xml"
    names = ["startDate", "endDate", "duration", "durationUnit", "totalDistance", "sourceName"]

    @given(st.sampled_from(names), st.text(), st.text())
    def check(name: str, said: str, zone: str) -> None:
        text = export(workout(metadata("HKTimeZone", zone), **{name: said}))
        path.write_text(text, "utf-8", "replace")
        assert read_until_refused(path)[1].endswith(".")

    check()


def test_what_stands_across_the_pieces_of_a_file_is_found(tmp_path: Path) -> None:
    expected = read(health_file(tmp_path, TWO))
    place = TWO.index("<Workout ")
    for shift in (*range(-12, 3), -200, -300, -500):
        space = CHUNK - place + shift
        path = health_file(tmp_path, TWO.replace(RECORD, RECORD + " " * space))
        assert read(path) == expected


@pytest.mark.parametrize("place", ["sourceName", "device", "inside"])
def test_ten_megabytes_in_one_field_are_read_like_any_other(tmp_path: Path, place: str) -> None:
    long = "xy" * 5_000_000
    inside = metadata("Notes", long) if place == "inside" else ""
    changed = {} if place == "inside" else {place: long}
    items, most = peak(health_file(tmp_path, export(workout(RAN + inside, **changed))))
    assert [type(item) for item in items] == [Draft]
    assert most < 120_000_000


@pytest.mark.parametrize(
    "hostile",
    [
        workout("<a>" * 1_000_000),
        workout(metadata("Notes", "x" * 40_000_000)),
        workout(sourceName="x" * 40_000_000),
        workout("".join(statistic(f"Distance{n}", "km", sum="1") for n in range(100_000))),
        workout("<WorkoutActivity/>" * 500_000),
        "<Workout a" * 1_000_000,
        '<Workout a="' * 1_000_000,
        f"<Workout {' a' * 5_000_000}",
        "<!--" * 1_000_000,
    ],
    ids=["deep", "long", "wide", "statistics", "parts", "tags", "quotes", "names", "comments"],
)
def test_what_was_made_to_do_damage_is_passed_over(tmp_path: Path, hostile: str) -> None:
    path = health_file(tmp_path, export(hostile, workout(RAN, **LATER)))
    items, most = peak(path)
    assert most < 150_000_000
    assert all(isinstance(item, Draft | Problem) for item in items)


def test_a_large_export_is_read_in_little_memory(tmp_path: Path) -> None:
    starts = (f"2026-11-20 07:{number % 60:02}:05 +0100" for number in range(400))
    elements = (RECORD * 400 + workout(RAN, startDate=start) for start in starts)
    path = health_file(tmp_path, export(*elements))
    items, most = peak(path)
    assert len(items) == 400
    assert path.stat().st_size > 20_000_000
    assert most < 10_000_000


def test_an_export_of_nothing_but_damage_is_given_up_on(tmp_path: Path) -> None:
    path = health_file(tmp_path, export("<Workout/>" * 1_000_000))
    items, why = read_until_refused(path)
    assert items == []
    assert why.endswith("is damaged: most of its workouts cannot be made out.")


def test_a_name_may_hold_what_ends_a_tag(tmp_path: Path) -> None:
    text = TWO.replace("Sam\u2019s Apple Watch", "/>\u2019</Workout>".replace("<", "&lt;"))
    assert len(only(Draft, read(health_file(tmp_path, text)))) == 2


def test_nothing_is_left_to_the_collector_which_stride_switches_off(tmp_path: Path) -> None:
    starts = (f"2026-11-20 07:{number % 60:02}:05 +0100" for number in range(500))
    path = health_file(tmp_path, export(*(workout(RAN, startDate=start) for start in starts)))
    read(path)
    gc.collect()
    gc.disable()
    try:
        read(path)
        assert gc.collect() < 50
    finally:
        gc.enable()
