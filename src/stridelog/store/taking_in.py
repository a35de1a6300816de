"""Taking in what an importer reads: all of it in one change, each entry once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice

from stridelog.domain.account import account, heard, told
from stridelog.domain.activity import Activity
from stridelog.domain.circumstances import as_kept
from stridelog.domain.entry import Draft, Origin
from stridelog.domain.errors import StrideError
from stridelog.domain.importing import (
    Aimed,
    Deleted,
    Distinct,
    ImportItem,
    NewMeasures,
    Problem,
    Remark,
    Ruled,
)
from stridelog.domain.outcome import Outcome
from stridelog.domain.plausible import check_sizes
from stridelog.domain.quantity import Notation
from stridelog.store.change import Change
from stridelog.store.goals_taken_in import take_goals
from stridelog.store.merging import (
    GivenByDay,
    deleted_accounts,
    gather,
    matching,
    tell,
    was_deleted,
)
from stridelog.store.reading.origins import Known, known, known_uids
from stridelog.store.room import Room
from stridelog.store.rules_taken_in import take_rules

BATCH = 1000
"""Entries that are written together."""


def take_in(
    change: Change,
    items: Iterable[ImportItem],
    notation: Notation,
    each: Callable[[int], None],
    file: str = "",
) -> Outcome:
    """Add every draft that the journal does not know; ``each`` is told the rows read so far.

    What another source has told of already joins its entry. ``file`` is where the items stand.

    Activities and measures that the journal lacks are made. A journal that is as it was made
    loses the activities that a whole export does not define.
    """
    untouched = frozenset(change.catalog) if change.is_first() else frozenset[str]()
    intake = _Intake(change, Room(change), notation, untouched, file)
    stream = iter(items)
    while batch := list(islice(stream, BATCH)):
        intake.take(batch)
        each(intake.read)
    intake.leave_out_undefined()
    return intake.outcome()


@dataclass
class _Intake:
    """Counts what became of each row."""

    change: Change
    room: Room
    notation: Notation
    untouched: frozenset[str]
    file: str
    read: int = 0
    added: int = 0
    merged: int = 0
    updated: int = 0
    known: int = 0
    deleted: list[int] = field(default_factory=list)
    repeated: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    new_rules: int = 0
    new_goals: int = 0
    days: set[date] = field(default_factory=set)
    pending: list[Draft] = field(default_factory=list)
    seen: set[object] = field(default_factory=set)
    again: set[Origin] = field(default_factory=set)
    defined: set[str] = field(default_factory=set)
    gone: GivenByDay | None = None

    def take(self, batch: list[ImportItem]) -> None:
        """Take a batch of items: definitions at once, drafts together."""
        self.change.remember_deleted([i.origin for i in batch if isinstance(i, Deleted)])
        for item in batch:
            self._note(item)
        if ruled := [item for item in batch if isinstance(item, Ruled)]:
            self.new_rules += take_rules(self.change, ruled)
        if aimed := [item.goal for item in batch if isinstance(item, Aimed)]:
            self.new_goals += take_goals(self.change, aimed)
        for draft in self._new([item for item in batch if isinstance(item, Draft)]):
            self.pending.append(draft)
            self.days.add(draft.at.date())
        self._add_pending()
        for item in batch:
            if isinstance(item, Distinct):
                self.change.tell_uids_apart(item.one, item.other)

    def _note(self, item: ImportItem) -> None:
        """Take a definition, and count what is a row."""
        if isinstance(item, Activity):
            self.defined.add(item.name)
            self.room.define(item)
        elif isinstance(item, NewMeasures):
            self.room.widen(item)
        elif isinstance(item, Remark):
            self.remarks.append(item.text)
        elif isinstance(item, Draft | Problem):
            self.read += 1
        if isinstance(item, Problem):
            self.problems.append(item)

    def _add_pending(self) -> None:
        """Add the drafts that are new, all at once."""
        self.change.add(self.pending)
        self.added += len(self.pending)
        self.pending.clear()

    def leave_out_undefined(self) -> None:
        """Take out what every new journal has and the journal that was exported had not.

        No activity is ever deleted, so a whole export defines as many as a new journal has.
        """
        if len(self.defined) < len(self.untouched):
            return
        for name in sorted(self.untouched - self.defined):
            listed = self.change.catalog[name]
            if not self.change.has_entries(listed):
                self.change.remove_activity(listed)

    def outcome(self) -> Outcome:
        """Return what became of everything that was taken so far."""
        return Outcome(
            read=self.read,
            added=self.added,
            merged=self.merged,
            updated=self.updated,
            known=self.known,
            deleted=tuple(self.deleted),
            repeated=tuple(self.repeated),
            problems=tuple(sorted(self.problems, key=lambda problem: problem.row)),
            remarks=tuple(self.remarks),
            new_activities=tuple(self.room.activities),
            new_measures=tuple(self.room.measures),
            new_rules=self.new_rules,
            new_goals=self.new_goals,
            first=min(self.days, default=None),
            last=max(self.days, default=None),
        )

    def _new(self, drafts: list[Draft]) -> Iterator[Draft]:
        """Give the drafts that the journal does not know, made fit for it."""
        origins = known(self.change.raw, (o for draft in drafts for o in draft.origins))
        uids = known_uids(self.change.raw, (draft.uid for draft in drafts if draft.uid))
        for draft in drafts:
            identities = {*draft.origins, *([draft.uid] if draft.uid else [])}
            if identities & self.seen:
                self.repeated.append(draft.row or 0)
                continue
            found = [origins[o] for o in draft.origins if o in origins]
            if draft.uid in uids:
                self.known += 1
            elif any(its.stands for its in found):
                self._tell_again(draft)
            elif found:
                self.deleted.append(draft.row or 0)
            else:
                self.seen |= identities
                for fit in self._fit(draft):
                    if not self._joins(fit) and not self._stays_deleted(fit):
                        yield fit

    def _tell_again(self, draft: Draft) -> None:
        """Let a source say what it says now of an entry that it told of before."""
        self.known += 1
        if not self.again.isdisjoint(draft.origins):
            return
        self.again.update(draft.origins)
        # Asked anew, since what came before in the file may have joined two entries.
        origins = known(self.change.raw, draft.origins)
        number = next(its.number for its in origins.values() if its.stands)
        for fit in self._fit(draft):
            its = [o for o in fit.origins if o not in origins or origins[o].number == number]
            said = [_told_again(o, origins.get(o), fit) for o in its]
            new = [o for o in said if o.told and (o not in origins or o.told != origins[o].told)]
            if new and tell(self.room, number, new):
                self.known -= 1
                self.updated += 1

    def _joins(self, draft: Draft) -> bool:
        """Let a draft join what another source told of the same occurrence, if one did."""
        if self.pending and _sources(self.pending[-1]) != _sources(draft):
            # What is looked for may be among those that wait to be added.
            self._add_pending()
        numbers = [] if draft.uid else matching(self.change.raw, draft)
        if not numbers:
            return False
        gather(self.room, numbers, draft.origins)
        self.merged += 1
        return True

    def _stays_deleted(self, draft: Draft) -> bool:
        """Tell whether the person deleted what another source had told of the same occurrence."""
        if self.gone is None:
            self.gone = deleted_accounts(self.change.raw)
        if draft.uid or not was_deleted(self.gone, draft):
            return False
        self.deleted.append(draft.row or 0)
        return True

    def _fit(self, draft: Draft) -> Iterator[Draft]:
        """Give the draft as the journal keeps it, or note why it cannot be kept."""
        try:
            self.room.make(draft)
            check_sizes(
                self.change.catalog[draft.activity].activity, draft.measurements, self.notation
            )
            kept = as_kept(draft)
            # An export of stride's, which gives uids, says itself what its sources told.
            yield kept if draft.uid else replace(kept, origins=self._telling(kept))
        except StrideError as error:
            self.problems.append(Problem(draft.row or 0, error.message))

    def _telling(self, draft: Draft) -> tuple[Origin, ...]:
        """Return the draft's origins with what it says, and with the file that it stood in."""
        said = told(draft)
        return tuple(
            replace(o, told=o.told or said, file=o.file or self.file) for o in draft.origins
        )


def _told_again(origin: Origin, known: Known | None, now: Draft) -> Origin:
    """Return an origin with all that it has told: now, and before, where that is known."""
    before = account(replace(origin, told=known.told)) if known else None
    if before is None or now.uid:
        return origin
    return replace(origin, told=told(heard(before.draft, now)))


def _sources(draft: Draft) -> list[str]:
    return [origin.source for origin in draft.origins]
