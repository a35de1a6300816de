"""What another program did to a journal between looking at it and changing it."""

from dataclasses import replace

import pytest
from example_journals import DAY, add, content, journal_in_memory, run, stamp

from stridelog.domain.entry import Draft
from stridelog.domain.errors import StrideError
from stridelog.store.history import undo
from stridelog.store.reading.entries import entry
from stridelog.store.recorded import ChangedMeanwhileError, GoneMeanwhileError
from stridelog.store.writing import Journal


def save(journal: Journal, number: int, draft: Draft) -> None:
    """Look at an entry, let another program change it to ``draft``, then save over it."""
    was = entry(journal.look(), number)
    with journal.change(stamp()) as change:
        change.replace(number, draft)
    with journal.change(stamp()) as change:
        change.replace(number, run(DAY, 7_000), was)


def test_what_changed_since_one_looked_is_not_written_over() -> None:
    journal = journal_in_memory()
    add(journal, run(DAY))
    for other in (run(DAY, 6_000), replace(run(DAY), tags=("race",)), replace(run(DAY), note="a")):
        with pytest.raises(ChangedMeanwhileError):
            save(journal, 1, other)
    save(journal, 1, replace(run(DAY), note="a"))


def test_an_entry_that_is_gone_is_not_brought_back() -> None:
    journal = journal_in_memory()
    add(journal, run(DAY))
    was = entry(journal.look(), 1)
    with journal.change(stamp()) as change:
        change.delete([1])
    with pytest.raises(GoneMeanwhileError), journal.change(stamp()) as change:
        change.replace(1, run(DAY, 7_000), was)


def test_of_several_none_is_changed_where_one_changed_meanwhile() -> None:
    journal = journal_in_memory()
    add(journal, run(DAY), run(DAY))
    looked_at = [entry(journal.look(), number) for number in (1, 2)]
    corrections = [(was, run(DAY, 7_000)) for was in looked_at if was]
    with journal.change(stamp()) as change:
        change.replace(2, run(DAY, 6_000))
    before = content(journal.look())
    with pytest.raises(ChangedMeanwhileError), journal.change(stamp()) as change:
        change.replace_many(corrections)
    with journal.change(stamp()) as change:
        change.delete([2])
    with pytest.raises(GoneMeanwhileError), journal.change(stamp()) as change:
        change.replace_many(corrections)
    with journal.swap() as swap:
        undo(swap)
    assert content(journal.look()) == before


def test_an_activity_that_was_renamed_can_have_no_entry() -> None:
    journal = journal_in_memory()
    before = content(journal.look())
    with pytest.raises(StrideError), journal.change(stamp()) as change:
        change.add([replace(run(DAY), activity="jog")])
    assert content(journal.look()) == before
