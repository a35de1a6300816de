"""Help desks' exports that are damaged, or were made to do damage."""

import tracemalloc
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from import_examples import csv_text, options, saved

from stridelog.domain.entry import Draft
from stridelog.domain.errors import StrideError
from stridelog.domain.importing import ImportFileError, ImportItem, Problem, Remark
from stridelog.importers import freshdesk, zendesk
from stridelog.importers._helpdesk.agents import WhichAgentError
from stridelog.importers._helpdesk.shifts import MOST_DAYS, TooManyDaysError

ZENDESK = (
    "Id,Subject,Assignee,Status,Solved at,Satisfaction Score,Reopens,First reply time in minutes\n"
    '1,"Help,\nplease",Sam Hill,Solved,2026-11-20 11:00,Good,0,12\n'
    "2,Danke schön,Sam Hill,Closed,2026-11-21 11:30,Bad,1,7\n"
)
FRESHDESK = (
    "Ticket ID,Subject,Agent,Created time,Resolved time,Initial response time,Survey results\n"
    '1,"Help,\nplease",Sam Hill,2026-11-20 09:00:00,2026-11-20 11:00:00,2026-11-20 09:30:00,Happy\n'
    "2,Danke schön,Sam Hill,2026-11-20 09:00:00,2026-11-21 11:00:00,2026-11-20 09:10:00,\n"
)
EXAMPLES = {zendesk: ZENDESK, freshdesk: FRESHDESK}


@pytest.fixture(params=EXAMPLES, ids=lambda desk: desk.__name__.rpartition(".")[2])
def desk(request: pytest.FixtureRequest) -> ModuleType:
    found: ModuleType = request.param
    return found


def outcome(desk: ModuleType, path: Path) -> list[ImportItem] | StrideError:
    """Read a file to its end; anything but items or an error that explains fails the test."""
    try:
        items = list(desk.read(path, options()))
    except ImportFileError as error:
        return error
    assert all(isinstance(item, Draft | Problem | Remark) for item in items)
    return items


def drafts(found: list[ImportItem] | StrideError) -> list[Draft]:
    return [item for item in found if isinstance(item, Draft)] if isinstance(found, list) else []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_every_beginning_of_a_file_is_read_in_part_or_refused(
    desk: ModuleType, encoding: str, tmp_path: Path
) -> None:
    content = EXAMPLES[desk].encode(encoding)
    path = tmp_path / "cut"
    path.write_bytes(content)
    whole = drafts(outcome(desk, path))
    assert len(whole) == 2
    for end in range(1, len(content)):
        path.write_bytes(content[:end])
        desk.sniff(path.name, content[:end])
        found = drafts(outcome(desk, path))
        assert len(found) <= len(whole)
        # Nothing tells that the last cell of the file is cut.
        assert found[:-1] == whole[: len(found[:-1])]


def test_no_changed_byte_makes_reading_fail(
    desk: ModuleType, tmp_path_factory: pytest.TempPathFactory
) -> None:
    content = EXAMPLES[desk].encode()
    path = tmp_path_factory.mktemp("flipped") / "changed"

    @given(st.integers(0, len(content) - 1), st.binary(max_size=3))
    def check(place: int, junk: bytes) -> None:
        changed = content[:place] + junk + content[place + 1 :]
        path.write_bytes(changed)
        desk.sniff(path.name, changed)
        outcome(desk, path)

    check()


def test_no_cells_make_reading_fail(
    desk: ModuleType, tmp_path_factory: pytest.TempPathFactory
) -> None:
    header = EXAMPLES[desk].partition("\n")[0].split(",")
    path = tmp_path_factory.mktemp("cells") / "any"
    likely = st.sampled_from(["", "-", "Sam Hill", "2026-11-20 11:00", "0", "12:30", "1e9", "Good"])
    cell = likely | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))

    @given(st.lists(st.lists(cell, min_size=len(header), max_size=len(header))))
    def check(rows: list[list[str]]) -> None:
        path.write_bytes(csv_text([header, *rows]).encode())
        outcome(desk, path)

    check()


@given(st.binary())
def test_no_bytes_are_taken_for_an_export_or_make_a_look_fail(content: bytes) -> None:
    assert not any(desk.sniff("tickets.csv", content) for desk in EXAMPLES)


def test_a_nul_spoils_the_file(desk: ModuleType, tmp_path: Path) -> None:
    error = outcome(desk, saved(tmp_path, EXAMPLES[desk] + "\0"))
    assert isinstance(error, StrideError)
    assert "NUL" in error.message


def test_formulas_do_nothing(tmp_path: Path) -> None:
    formula = "=HYPERLINK(1)"
    rows = ZENDESK.replace("Sam Hill", formula).replace("Good", "=1+1")
    *found, remark = list(zendesk.read(saved(tmp_path, rows), options()))
    assert isinstance(remark, Remark)
    assert f"solved by {formula} on 2 days" in remark.text
    first = found[0]
    assert isinstance(first, Draft)
    assert "=" not in first.origins[0].key


def test_a_field_of_ten_megabytes_is_passed_over(desk: ModuleType, tmp_path: Path) -> None:
    text = EXAMPLES[desk].replace("Danke", "x" * 10_000_000)
    assert len(drafts(outcome(desk, saved(tmp_path, text)))) == 2


@pytest.mark.parametrize("cell", ["Sam Hill", "2026-11-21 11:30", "Bad", "7"])
def test_ten_megabytes_where_little_is_expected_do_no_harm(cell: str, tmp_path: Path) -> None:
    before, found, after = ZENDESK.rpartition(cell)
    text = before + found + "9" * 10_000_000 + after
    assert len(drafts(outcome(zendesk, saved(tmp_path, text)))) in {0, 1, 2}


def test_a_hundred_thousand_columns_do_no_harm(tmp_path: Path) -> None:
    header, row = ZENDESK.splitlines()[0], ZENDESK.splitlines()[-1]
    more = ",".join(f"Field {n}" for n in range(100_000))
    text = f"{header},{more}\n{row}{',' * 100_000}\n"
    assert len(drafts(outcome(zendesk, saved(tmp_path, text)))) == 1


def test_a_life_has_fewer_days(tmp_path: Path) -> None:
    first = date(1900, 1, 1).toordinal()
    days = (date.fromordinal(first + n) for n in range(MOST_DAYS + 1))
    rows = "".join(f"{n},x,Sam,Solved,{day},,,\n" for n, day in enumerate(days))
    text = f"{ZENDESK.partition(chr(10))[0]}\n{rows}"
    with pytest.raises(TooManyDaysError):
        list(zendesk.read(saved(tmp_path, text), options()))


def test_thousands_of_agents_are_counted_in_little_memory(tmp_path: Path) -> None:
    header = ZENDESK.partition("\n")[0]
    rows = "".join(f"{n},x,{n}{'y' * 5_000},Solved,2026-11-20,,,\n" for n in range(5_000))
    path = saved(tmp_path, f"{header}\n{rows}")
    tracemalloc.start()
    try:
        with pytest.raises(WhichAgentError, match="of more than 999 agents"):
            list(zendesk.read(path, options()))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 10_000_000


def test_memory_does_not_grow_with_the_tickets_of_a_day(tmp_path: Path) -> None:
    header = ZENDESK.partition("\n")[0]
    rows = "".join(
        f"{n},{'x' * 1_000},Sam,Solved,2026-11-20 10:00,Good,0,5\n" for n in range(9_000)
    )
    path = saved(tmp_path, f"{header}\n{rows}")
    tracemalloc.start()
    try:
        (shift, _) = zendesk.read(path, options())
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert isinstance(shift, Draft)
    assert shift.measurements["tickets"] == 9_000
    assert peak < 8_000_000
