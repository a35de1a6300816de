"""Whatever is changed, in whatever order: what is kept ready follows, and undo leads back."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from any_entries import OWN_ACTIVITIES, RULES, drafts, redefinitions
from example_journals import Content, assert_sound, content, journal_in_memory, stamp
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from recomputed import assert_kept_ready

from stridelog.domain.activity import Activity, built_in_activities
from stridelog.domain.cadence import Rules
from stridelog.domain.entry import Draft, Origin
from stridelog.domain.quantity import Notation
from stridelog.store import history
from stridelog.store.catalog import activities
from stridelog.store.change import Change
from stridelog.store.history import NothingToUndoError
from stridelog.store.merging import join, take_out
from stridelog.store.reading.entries import numbered
from stridelog.store.reading.rules import said
from stridelog.store.reading.sources import numbers_from
from stridelog.store.room import Room
from stridelog.store.taking_in import take_in

IMPORTED = (*built_in_activities(), *OWN_ACTIVITIES)

SOURCES = ("strava", "fit")

ORIGINS = [Origin(source, key) for source in SOURCES for key in "abc"]


@st.composite
def files(draw: st.DrawFn) -> list[Draft | Activity]:
    """Make up a file to import: what it defines, then entries with keys, perhaps twice."""
    items: list[Draft | Activity] = list(OWN_ACTIVITIES) if draw(st.booleans()) else []
    known = IMPORTED if items else built_in_activities()
    for origin in draw(st.lists(st.sampled_from(ORIGINS), min_size=1, max_size=4)):
        number = draw(st.sampled_from([None, 3, 40]))
        entry = drafts(draw(st.sampled_from(known)), origins=(origin,), number=number)
        items.append(draw(entry))
    return items


class AnyChanges(RuleBasedStateMachine):
    """Logs, corrects, deletes, imports, joins, defines, sets rules, undoes, redoes as it likes."""

    def __init__(self) -> None:
        super().__init__()
        self.journal = journal_in_memory()
        self.look = self.journal.look()
        self.before: list[Content] = []
        """What the journal held before each change that can be undone."""
        self.after: list[Content] = []
        """What it will hold after each change that can be redone, the next one last."""
        self.given: set[int] = set()
        """Every number that an entry ever had."""

    def teardown(self) -> None:
        assert_sound(self.look)

    @property
    def numbers(self) -> list[int]:
        return [number for (number,) in self.look.execute("SELECT id FROM entry ORDER BY id")]

    @property
    def activities(self) -> dict[str, Activity]:
        return activities(self.look)

    def change(self, do: Callable[[Change], object]) -> None:
        """Do one change, as one command does."""
        before, numbers = content(self.look), set(self.numbers)
        with self.journal.change(stamp()) as change:
            do(change)
        new = set(self.numbers) - numbers
        assert all(number > max(self.given, default=0) for number in new)
        self.given |= new
        self.before.append(before)
        self.after.clear()

    @rule(data=st.data())
    def log(self, data: st.DataObject) -> None:
        activity = data.draw(st.sampled_from(sorted(self.activities)))
        entries = data.draw(st.lists(drafts(self.activities[activity]), min_size=1, max_size=3))
        self.change(lambda change: change.add(entries))

    @precondition(lambda self: self.numbers)
    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        activity = data.draw(st.sampled_from(sorted(self.activities)))
        number = data.draw(st.sampled_from(self.numbers))
        entry = data.draw(drafts(self.activities[activity]))
        self.change(lambda change: change.replace(number, entry))

    @precondition(lambda self: self.numbers)
    @rule(data=st.data())
    def edit_several(self, data: st.DataObject) -> None:
        numbers = data.draw(st.lists(st.sampled_from(self.numbers), min_size=1, unique=True))
        activity = data.draw(st.sampled_from(sorted(self.activities)))
        new = [
            (was, data.draw(drafts(self.activities[activity])))
            for was in numbered(self.look, numbers)
        ]
        self.change(lambda change: change.replace_many(new))

    @precondition(lambda self: self.numbers)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        numbers = data.draw(st.lists(st.sampled_from(self.numbers), min_size=1, unique=True))
        self.change(lambda change: change.delete(numbers))

    @rule(data=st.data())
    def define(self, data: st.DataObject) -> None:
        new = [activity for activity in OWN_ACTIVITIES if activity.name not in self.activities]
        if new:
            activity = data.draw(st.sampled_from(new))
            self.change(lambda change: change.add_activity(activity))

    @rule(data=st.data())
    def redefine(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.activities)))
        new, renamed = data.draw(redefinitions(self.activities[name]))
        if new.name == name or new.name not in self.activities:
            self.change(lambda change: change.replace_activity(name, new, renamed))

    @rule(data=st.data(), rules=RULES)
    def set_rules(self, data: st.DataObject, rules: Rules) -> None:
        activity = data.draw(st.none() | st.sampled_from(sorted(self.activities)))
        stand = said(self.look).get(activity, Rules())
        kept = data.draw(st.booleans())
        new = replace(stand, protections=(*stand.protections, *rules.protections))
        if (new if kept else rules) != stand:
            self.change(lambda change: change.set_rules(activity, new if kept else rules))

    @rule(items=files())
    def import_(self, items: Sequence[Draft | Activity]) -> None:
        keys = [item.origins[0] for item in items if isinstance(item, Draft)]
        known = {
            Origin(source, key): entry in self.numbers
            for source, key, entry in self.look.execute("SELECT source, key, entry_id FROM origin")
        }
        before = content(self.look)
        with self.journal.change(stamp("import")) as change:
            outcome = take_in(change, items, Notation(), lambda _: None)
        self.given.update(self.numbers)
        assert outcome.problems == ()
        assert outcome.known + outcome.updated == sum(known.get(key, False) for key in keys)
        stayed_away = sum(not known.get(key, True) for key in keys)
        new = len(set(keys) - set(known))
        # What is new may also be what another source told of, and was deleted.
        assert outcome.added + outcome.merged + len(outcome.deleted) == new + stayed_away
        assert len(outcome.deleted) >= stayed_away
        if content(self.look) != before:
            self.before.append(before)
            self.after.clear()

    @rule(source=st.sampled_from(SOURCES))
    def take_source_out(self, source: str) -> None:
        def do(change: Change) -> None:
            for number in numbers_from(change.raw, source):
                take_out(Room(change), number, source)
            change.forget_source(source)

        if self.look.execute("SELECT 1 FROM origin WHERE source = ?", (source,)).fetchone():
            self.change(do)
            assert source not in {s for (s,) in self.look.execute("SELECT source FROM origin")}

    @precondition(lambda self: len(self.numbers) > 1)
    @rule(data=st.data())
    def join_two(self, data: st.DataObject) -> None:
        two = st.lists(st.sampled_from(self.numbers), min_size=2, max_size=2, unique=True)
        one, other = data.draw(two)
        self.change(lambda change: join(Room(change), one, other))

    @rule()
    def undo(self) -> None:
        now = content(self.look)
        if not self.before:
            with pytest.raises(NothingToUndoError), self.journal.swap() as swap:
                history.undo(swap)
            return
        with self.journal.swap() as swap:
            history.undo(swap)
        assert content(self.look) == self.before.pop()
        self.after.append(now)

    @rule()
    def redo(self) -> None:
        now = content(self.look)
        if not self.after:
            with pytest.raises(NothingToUndoError), self.journal.swap() as swap:
                history.redo(swap)
            return
        with self.journal.swap() as swap:
            history.redo(swap)
        assert content(self.look) == self.after.pop()
        self.before.append(now)

    @invariant()
    def what_is_kept_ready_is_what_the_entries_say(self) -> None:
        assert_kept_ready(self.look)


AnyChanges.TestCase.settings = settings(stateful_step_count=10)

TestAnyChanges = AnyChanges.TestCase
