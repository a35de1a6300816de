"""When it was: what devices write about zones, and clocks that were never set."""

from datetime import UTC, timedelta, timezone
from pathlib import Path

import pytest
from fit_files import (
    COROS,
    RUN,
    RUNNING,
    START,
    ZWIFT,
    activity,
    draft,
    file_id,
    fit,
    items,
    message,
)

from stridelog.domain.entry import Draft
from stridelog.domain.importing import Problem


def offset(found: Draft) -> timedelta | None:
    return found.at.utcoffset()


def test_zwift_says_that_it_is_1989_and_the_zone_is_the_persons(tmp_path: Path) -> None:
    found = draft(tmp_path, file_id(maker=ZWIFT), *RUN, activity(START, 0))
    assert (found.at, offset(found)) == (START, timedelta(hours=1))


def test_coros_writes_what_is_on_the_wall(tmp_path: Path) -> None:
    found = draft(tmp_path, file_id(maker=COROS), *RUN, activity())
    assert found.wall_clock
    assert found.at == START.replace(tzinfo=timezone(timedelta(hours=1)))


def test_a_coros_that_knows_its_offset_writes_utc(tmp_path: Path) -> None:
    found = draft(
        tmp_path, file_id(maker=COROS), *RUN, activity(START, START + timedelta(hours=-5))
    )
    assert not found.wall_clock
    assert (found.at, offset(found)) == (START, timedelta(hours=-5))


@pytest.mark.parametrize(("maker", "hours"), [(1, 0), (32, 0), (255, 1), (ZWIFT, 1)])
def test_an_offset_of_zero_is_believed_of_devices_that_know_where_they_are(
    tmp_path: Path, maker: int, hours: int
) -> None:
    found = draft(tmp_path, file_id(maker=maker), *RUN, activity())
    assert (found.at, offset(found)) == (START, timedelta(hours=hours))


@pytest.mark.parametrize(
    ("ahead", "expected"),
    [
        (timedelta(hours=5, minutes=45), timedelta(hours=5, minutes=45)),
        (timedelta(hours=2, seconds=1), timedelta(hours=2)),
        (timedelta(hours=15), timedelta(hours=1)),
        (timedelta(minutes=37), timedelta(hours=1)),
    ],
)
def test_an_offset_is_a_number_of_quarters_of_an_hour(
    tmp_path: Path, ahead: timedelta, expected: timedelta
) -> None:
    assert offset(draft(tmp_path, file_id(), *RUN, activity(START, START + ahead))) == expected


def relative(*rest: bytes, created: float = 16_000_000) -> tuple[bytes, ...]:
    """Return a run by a clock that was never set: 16 000 000 s after the device was switched on."""
    beats = b"".join(
        message("record", timestamp=16_000_000 + n, heart_rate=120, distance=3.0 * n)
        for n in range(601)
    )
    run = message(
        "session",
        start_time=16_000_000,
        timestamp=16_000_600,
        sport=RUNNING,
        total_elapsed_time=600.0,
        total_timer_time=600.0,
    )
    return file_id(created=created), beats, run, *rest


def test_a_clock_that_was_never_set_is_set_by_the_one_on_the_wall(tmp_path: Path) -> None:
    found = draft(tmp_path, *relative(activity(16_000_600, START)))
    assert found.wall_clock
    assert found.at.replace(tzinfo=UTC) == START - timedelta(seconds=600)
    assert found.measurements["distance"] == 1800.0


def test_a_clock_that_was_never_set_is_set_by_when_the_file_was_begun(tmp_path: Path) -> None:
    file, *rest = relative()
    assert file != file_id()
    found = draft(tmp_path, file_id(), *rest)
    assert (found.at, found.wall_clock) == (START, False)


def test_a_file_by_a_clock_that_nothing_sets_is_a_problem(tmp_path: Path) -> None:
    assert items(tmp_path, fit(*relative())) == [
        Problem(1, "It was recorded with a clock that was never set.")
    ]


def test_records_from_before_the_clock_was_set_are_left_out(tmp_path: Path) -> None:
    early = message("record", timestamp=16_000_000, heart_rate=120, distance=0.0)
    found = draft(tmp_path, file_id(), early, *RUN)
    assert found.measurements["elapsed"] == 600.0
