"""What jrnl exports as JSON: each entry comes in as a note."""

import json
import tracemalloc
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from import_examples import options, saved

from stridelog.domain.additions import load, names
from stridelog.domain.entry import Draft
from stridelog.domain.errors import StrideError
from stridelog.domain.importing import (
    ImportFileError,
    ImportItem,
    NewMeasures,
    NothingToImportError,
    Problem,
)
from stridelog.importers import jrnl

ENTRY = {
    "title": "Ran the old round.",
    "body": "Felt like flying,\nall the way @home.",
    "date": "2013-06-09",
    "time": "15:39",
    "tags": ["@home", "@run"],
    "starred": False,
}


def journal(*entries: object, tags: dict[str, int] | None = None) -> str:
    """Return what jrnl prints for these entries."""
    return json.dumps({"tags": tags or {"@home": 1}, "entries": entries}, indent=2)


def found(folder: Path, text: str) -> list[ImportItem]:
    """Read a file that must be known as jrnl's."""
    path = saved(folder, text, name="jrnl.json")
    assert jrnl.sniff(path.name, path.read_bytes()[: 1 << 16])
    return list(jrnl.read(path, options(zone=ZoneInfo("Europe/Berlin"))))


def draft(folder: Path, **changed: object) -> Draft:
    items = found(folder, journal(ENTRY | changed))
    assert items[0] == NewMeasures("diary", ())
    (_, item) = items
    assert isinstance(item, Draft), item
    return item


def test_an_entry_is_a_note_with_tags(tmp_path: Path) -> None:
    item = draft(tmp_path)
    assert item.note == "Ran the old round.\nFelt like flying,\nall the way @home."
    assert (item.activity, item.tags, item.row) == ("diary", ("home", "run"), 1)
    assert not item.measurements


def test_its_time_is_that_of_the_wall_where_one_lives(tmp_path: Path) -> None:
    item = draft(tmp_path)
    assert item.at == datetime(2013, 6, 9, 15, 39, tzinfo=timezone(timedelta(hours=2)))
    assert item.wall_clock


def test_a_star_becomes_a_tag(tmp_path: Path) -> None:
    assert draft(tmp_path, starred=True).tags == ("home", "run", "starred")


def test_tags_of_any_sign_are_kept_and_impossible_ones_left_in_the_words(tmp_path: Path) -> None:
    item = draft(tmp_path, tags=["#München", "+c++", "@", "@" + "x" * 100])
    assert item.tags == ("münchen", "c++")


def test_an_entry_without_a_body_is_its_title(tmp_path: Path) -> None:
    assert draft(tmp_path, body="", tags=[]).note == "Ran the old round."


def test_an_entry_is_known_by_its_time_and_words(tmp_path: Path) -> None:
    assert draft(tmp_path).origins == draft(tmp_path, body=f"{ENTRY['body']}\n").origins
    others = [draft(tmp_path, **{name: "2013-06-10"}) for name in ("title", "body", "date")]
    assert len({item.origins for item in (draft(tmp_path), *others)}) == 4


def test_an_entry_of_day_one_is_known_by_its_identity(tmp_path: Path) -> None:
    one, other = (draft(tmp_path, uuid="0AB1", title=title) for title in ("Before.", "After."))
    assert one.origins == other.origins


def test_a_file_of_one_entry_is_read_as_well(tmp_path: Path) -> None:
    (_, item) = found(tmp_path, json.dumps(ENTRY, indent=2))
    assert item == draft(tmp_path)


def test_the_order_of_members_does_not_matter(tmp_path: Path) -> None:
    text = json.dumps(json.loads(journal(ENTRY)), sort_keys=True)
    assert found(tmp_path, text)[1] == draft(tmp_path)


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"date": "soon"}, '"soon 15:39" is no time.'),
        ({"date": "1066-10-14"}, "The year 1066 is older than any journal."),
        ({"title": 5}, "Its title is no text."),
        ({"tags": "@home"}, "Its tags are no list."),
        ({"tags": [5]}, "One of its tags is no text."),
    ],
)
def test_an_entry_that_cannot_be_made_out_is_named_and_the_others_are_read(
    tmp_path: Path, wrong: dict[str, object], reason: str
) -> None:
    items = found(tmp_path, journal(ENTRY, ENTRY | wrong, ENTRY))
    assert [type(item) for item in items] == [NewMeasures, Draft, Problem, Draft]
    assert items[2] == Problem(2, reason)


def test_what_is_no_entry_is_a_problem(tmp_path: Path) -> None:
    path = saved(tmp_path, journal(None, [], ENTRY))
    reasons = [item.reason for item in jrnl.read(path, options()) if isinstance(item, Problem)]
    assert reasons == ["The entry is no JSON object."] * 2


def test_an_empty_journal_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NothingToImportError, match=r"holds no entries\.$"):
        found(tmp_path, journal())


@pytest.mark.parametrize(
    "text", ['{"schema": "stride.export/1", "entries": []}', '{"tags": [], "a": 1}', "{}", "[]"]
)
def test_other_json_is_not_taken_for_jrnls(tmp_path: Path, text: str) -> None:
    path = saved(tmp_path, text)
    assert not jrnl.sniff(path.name, text.encode())
    with pytest.raises(ImportFileError):
        list(jrnl.read(path, options()))


def test_a_journal_of_jrnl_is_nobody_elses() -> None:
    head = journal(ENTRY).encode()
    importers = {name: load("stridelog.importers", name) for name in names("stridelog.importers")}
    assert [name for name, one in importers.items() if one.sniff("jrnl.json", head)] == ["jrnl"]


def test_a_journal_of_very_many_tags_is_known_by_them(tmp_path: Path) -> None:
    tags = {f"@tag{number}": 1 for number in range(10_000)}
    assert len(found(tmp_path, journal(ENTRY, tags=tags))) == 2


def test_a_large_journal_is_read_in_little_memory(tmp_path: Path) -> None:
    path = saved(tmp_path, journal(*[ENTRY | {"body": "x" * 2000}] * 4_000))
    tracemalloc.start()
    try:
        count = sum(isinstance(item, Draft) for item in jrnl.read(path, options()))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 4_000
    assert peak < 5_000_000


def read_until_refused(path: Path) -> tuple[list[ImportItem], str]:
    """Read as far as possible; anything but an error that explains fails the test."""
    items: list[ImportItem] = []
    try:
        items.extend(jrnl.read(path, options(zone=UTC)))
    except StrideError as error:
        return items, error.message
    return items, "Read to its end."


def test_every_beginning_of_a_journal_is_read_in_part_or_refused(tmp_path: Path) -> None:
    content = journal(ENTRY, ENTRY | {"body": "é 🏃"}).encode()
    path = tmp_path / "cut.json"
    path.write_bytes(content)
    whole, _ = read_until_refused(path)
    for end in range(1, len(content)):
        path.write_bytes(content[:end])
        jrnl.sniff(path.name, content[:end])
        items, why = read_until_refused(path)
        assert items == whole[: len(items)]
        assert why.endswith(".")


def test_no_changed_byte_makes_reading_fail(tmp_path: Path) -> None:
    content = journal(ENTRY, ENTRY | {"starred": True}).encode()
    path = tmp_path / "changed.json"

    @given(st.integers(0, len(content) - 1), st.binary(max_size=3))
    def check(place: int, junk: bytes) -> None:
        changed = content[:place] + junk + content[place + 1 :]
        path.write_bytes(changed)
        jrnl.sniff(path.name, changed)
        assert read_until_refused(path)[1].endswith(".")

    check()
