"""FIT files that are damaged, or were made to do damage: read in part, or refused in a sentence."""

import struct
import time
import tracemalloc
from datetime import timedelta
from pathlib import Path

import pytest
from fit_files import START, activity, data, definition, file_id, fit, message, records, session
from hypothesis import given
from hypothesis import strategies as st
from import_examples import options

from stridelog.domain.entry import Draft
from stridelog.domain.errors import StrideError
from stridelog.domain.importing import ImportFileError, ImportItem, Problem, Remark
from stridelog.importers import fit as importer
from stridelog.importers.fit import content, messages, recording

SMALL = fit(
    file_id(),
    records(range(0, 301, 10)),
    message("event", timestamp=START, event=0, event_type=0),
    message("length", start_time=START, total_elapsed_time=40.0, length_type=1),
    session(seconds=300, total_distance=900.0),
    activity(START + timedelta(seconds=300), START + timedelta(hours=2, seconds=300)),
)

RUN = (file_id(), records(range(0, 301, 10)), session(seconds=300, total_distance=900.0))


def outcome(path: Path, content: bytes) -> list[ImportItem]:
    """Read a file to its end; anything but items, or an error that explains, fails the test."""
    path.write_bytes(content)
    importer.sniff(path.name, content)
    try:
        items = list(importer.read(path, options()))
    except StrideError:
        return []
    for item in items:
        assert isinstance(item, Draft | Problem | Remark)
        if isinstance(item, Draft):
            assert item.measurements.keys() & {"distance", "duration"}
            assert all(0 < value < float("inf") for value in item.measurements.values())
    return items


def drafts(items: list[ImportItem]) -> list[Draft]:
    return [item for item in items if isinstance(item, Draft)]


def test_every_beginning_of_a_file_is_read_in_part_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "cut.fit"
    (whole,) = drafts(outcome(path, SMALL))
    for end in range(len(SMALL)):
        found = drafts(outcome(path, SMALL[:end]))
        assert len(found) <= 1
        for draft in found:
            assert draft.origins == whole.origins
            assert draft.measurements.get("distance", 0.0) <= whole.measurements["distance"]


def test_a_file_that_is_cut_says_so(tmp_path: Path) -> None:
    path = tmp_path / "cut.fit"
    for end in range(300, len(SMALL) - 2):
        items = outcome(path, SMALL[:end])
        remarks = [item.text for item in items if isinstance(item, Remark)]
        assert sum(text.startswith("The file is cut off") for text in remarks) == 1
        assert not any(isinstance(item, Problem) for item in items)


def test_no_changed_byte_makes_reading_fail(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("flipped") / "changed.fit"

    @given(st.integers(0, len(SMALL) - 1), st.binary(max_size=3))
    def check(place: int, junk: bytes) -> None:
        outcome(path, SMALL[:place] + junk + SMALL[place + 1 :])

    check()


def test_no_bytes_make_reading_fail(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("any") / "any.fit"

    @given(st.binary())
    def check(body: bytes) -> None:
        outcome(path, fit(body))
        outcome(path, fit(file_id(), definition("record", "timestamp", "distance"), body))
        outcome(path, body)

    check()


@pytest.mark.parametrize("base", [*range(17), 0x83, 0x86, 0x88, 0x89, 0x8C, 0x8F, 0x90, 255])
@pytest.mark.parametrize("size", [0, 1, 3, 8, 255])
@pytest.mark.parametrize("field", [2, 253])
def test_a_definition_of_any_size_and_type_does_no_harm(
    tmp_path: Path, base: int, size: int, field: int
) -> None:
    path = tmp_path / "odd.fit"
    for number in (0, 18, 20, 21, 34, 101, 206, 207, 225, 0xFFFF):
        odd = b"\x40\0\0" + struct.pack("<HB", number, 2)
        odd += bytes([field, size, base, 5, 4, 0x86])
        for filling in (b"\0", b"\xff", b"\x7f"):
            items = outcome(path, fit(*RUN, odd, b"\0" + filling * (size + 4)))
            assert len(drafts(items)) <= 2


def test_fields_without_end_are_skipped(tmp_path: Path) -> None:
    wide = b"\x40\0\0" + struct.pack("<HB", 20, 255) + bytes([7, 255, 0x0D]) * 255
    body = wide + (b"\0" + bytes(255 * 255)) * 20
    (found,) = drafts(outcome(tmp_path / "wide.fit", fit(*RUN, body)))
    assert found.measurements["distance"] == 900.0


def test_the_fields_of_a_developer_that_nobody_described_are_skipped(tmp_path: Path) -> None:
    own = definition("record", "timestamp", "distance", developer=bytes([9, 2, 7]))
    theirs = data("record", timestamp=START + timedelta(seconds=300), distance=900.0) + b"\1\2"
    (found,) = drafts(outcome(tmp_path / "odd.fit", fit(file_id(), *RUN[1:], own, theirs)))
    assert found.measurements["distance"] == 900.0


def test_headers_without_end_are_given_up_on(tmp_path: Path) -> None:
    started = time.perf_counter()
    path = tmp_path / "chained.fit"
    path.write_bytes(fit() * 200_000)
    with pytest.raises(ImportFileError, match=r"holds no activity\.$"):
        list(importer.read(path, options()))
    assert time.perf_counter() - started < 10
    path.write_bytes(fit(*RUN) + fit() * 200_000)
    found, remark = importer.read(path, options())
    assert isinstance(found, Draft)
    assert remark == Remark("Only the first 100 parts of it were read.")


def test_a_header_that_promises_too_much_is_a_file_that_is_cut_off(tmp_path: Path) -> None:
    items = outcome(tmp_path / "a.fit", fit(*RUN, size=0xFFFFFFFF))
    assert drafts(items)
    assert isinstance(items[-1], Remark)


def test_a_file_beyond_all_sizes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.fit"
    with path.open("wb") as file:
        file.write(SMALL)
        file.truncate(10_000_000_000)
    tracemalloc.start()
    try:
        with pytest.raises(ImportFileError, match=r"is larger than 64 MiB"):
            list(importer.read(path, options()))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 3 * content.LARGEST


def test_messages_beyond_all_numbers_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "MOST_WORK", 200)
    items = outcome(tmp_path / "a.fit", SMALL)
    assert len(drafts(items)) == 1
    assert isinstance(items[-1], Remark)
    assert items[-1].text.startswith("The file is longer than any recording: what was recorded")


def test_records_beyond_all_numbers_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recording, "MOST_SAMPLES", 20)
    items = outcome(tmp_path / "a.fit", SMALL)
    (found,) = drafts(items)
    assert found.measurements["elapsed"] == 190.0
    assert isinstance(items[-1], Remark)


def test_a_long_recording_is_read_in_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "day.fit"
    path.write_bytes(fit(file_id(), records(range(4_000))))
    tracemalloc.start()
    try:
        list(importer.read(path, options()))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak / 4_000 < 1_000


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("no.fit", "There is no file"),
        (".", r"is a folder\."),
        ("a\0b", r"is no path\."),
        ("/dev/null", r"is not a regular file\."),
    ],
)
def test_what_is_no_file_is_refused(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(ImportFileError, match=words):
        list(importer.read(tmp_path / name, options()))
