"""An import that is interrupted leaves nothing, and can be made again."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

import pytest
from example_journals import DAY, content, journal_in_memory, run, stamp
from recomputed import assert_kept_ready

from stridelog.domain.entry import Draft, Origin
from stridelog.domain.quantity import Notation
from stridelog.store.taking_in import BATCH, take_in
from stridelog.store.writing import Journal


def rows(count: int, source: str) -> list[Draft]:
    return [
        run(DAY - timedelta(days=n % 700), 5_000 + n, 1_500 + n, origins=(Origin(source, str(n)),))
        for n in range(count)
    ]


def until(drafts: Sequence[Draft], interrupted: int) -> Iterator[Draft]:
    yield from drafts[:interrupted]
    raise KeyboardInterrupt


def imported(journal: Journal, drafts: Sequence[Draft]) -> None:
    with journal.change(stamp("import")) as change:
        take_in(change, drafts, Notation(), lambda _: None, "export.zip")


@pytest.mark.parametrize("row", [0, 1, 7, 19, BATCH - 1, BATCH, BATCH + 1, BATCH + 20])
def test_an_import_interrupted_at_any_row_is_as_if_it_had_not_been(row: int) -> None:
    journal = journal_in_memory()
    # Some of what comes is told by another source already, and joins it.
    imported(journal, rows(30, "strava"))
    before = content(journal.look())
    with pytest.raises(KeyboardInterrupt), journal.change(stamp("import")) as change:
        take_in(change, until(rows(BATCH + 30, "fit"), row), Notation(), lambda _: None, "watch")
    assert content(journal.look()) == before
    assert_kept_ready(journal.look())


def test_what_was_interrupted_comes_in_whole_the_next_time() -> None:
    drafts = rows(40, "fit")
    journal = journal_in_memory()
    imported(journal, rows(30, "strava"))
    imported(journal, drafts)
    whole = [row[2:] for row in content(journal.look())["entry"]]
    origins = content(journal.look())["origin"]
    for row in range(0, 40, 3):
        journal = journal_in_memory()
        imported(journal, rows(30, "strava"))
        with pytest.raises(KeyboardInterrupt), journal.change(stamp("import")) as change:
            take_in(change, until(drafts, row), Notation(), lambda _: None, "export.zip")
        imported(journal, drafts)
        assert [entry[2:] for entry in content(journal.look())["entry"]] == whole
        assert content(journal.look())["origin"] == origins
