"""Which saved mapping a table is read by, where nobody says which."""

from stridelog.intake.mappings import mapping_for
from stridelog.runtime.mappings import SavedMapping

HEAD = b"Start;Distance;Time\n2026-11-20;5;25:00\n"


def mapping(name: str, *header: str) -> SavedMapping:
    return SavedMapping(name, ("date=Start", "activity:=run"), header=header)


def test_a_table_is_read_by_the_mapping_that_knows_its_columns() -> None:
    watch = mapping("watch", "start", "Distance", "TIME")
    assert mapping_for(HEAD, [mapping("other", "Day"), watch]) == watch


def test_the_mapping_that_knows_the_most_columns_goes_before() -> None:
    much = mapping("much", "Start", "Distance", "Time")
    little = mapping("little", "Start", "Time")
    assert mapping_for(HEAD, [little, much]) == much
    assert mapping_for(HEAD, [mapping("b", "Start"), mapping("a", "Start")]) == mapping(
        "a", "Start"
    )


def test_a_mapping_that_says_no_columns_knows_no_table() -> None:
    assert mapping_for(HEAD, [mapping("any")]) is None


def test_what_is_no_table_is_known_by_no_mapping() -> None:
    assert mapping_for(b"\x00\x01\xff", [mapping("watch", "Start")]) is None
