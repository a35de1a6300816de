"""Taking in what an importer reads: all of it in one change, each entry once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice

from stridelog.domain.activity import Activity, new_activity
from stridelog.domain.cadence import AnyRule
from stridelog.domain.circumstances import (
    LONGEST_NAME,
    effort_value,
    gear_name,
    note_text,
    place_name,
    tag_name,
)
from stridelog.domain.entry import Draft
from stridelog.domain.errors import StrideError
from stridelog.domain.importing import Deleted, ImportItem, NewMeasures, Problem, Ruled
from stridelog.domain.measure import Measure
from stridelog.domain.outcome import Outcome
from stridelog.domain.plain_text import shown
from stridelog.domain.plausible import check_sizes
from stridelog.domain.quantity import Notation
from stridelog.domain.rules import with_rules
from stridelog.store.change import Change

BATCH = 1000
"""Entries that are written together."""


class UnknownMeasureError(StrideError):
    """A row has a value of a measure that nobody defined."""


def take_in(
    change: Change,
    items: Iterable[ImportItem],
    notation: Notation,
    each: Callable[[int], None],
) -> Outcome:
    """Add every draft that the journal does not know; ``each`` is told the rows read so far.

    Activities and measures that the journal lacks are made. A journal that is as it was made
    loses the activities that a whole export does not define.
    """
    untouched = frozenset(change.catalog) if change.is_first() else frozenset[str]()
    intake = _Intake(change, notation, untouched)
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
    notation: Notation
    untouched: frozenset[str]
    read: int = 0
    added: int = 0
    known: int = 0
    deleted: list[int] = field(default_factory=list)
    repeated: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    new_activities: list[str] = field(default_factory=list)
    new_measures: list[str] = field(default_factory=list)
    new_rules: int = 0
    days: set[date] = field(default_factory=set)
    seen: set[object] = field(default_factory=set)
    defined: set[str] = field(default_factory=set)

    def take(self, batch: list[ImportItem]) -> None:
        """Take a batch of items: definitions at once, drafts together."""
        self.change.remember_deleted([i.origin for i in batch if isinstance(i, Deleted)])
        for item in batch:
            if isinstance(item, Activity):
                self._take_definition(item)
            elif isinstance(item, NewMeasures):
                self._take_measures(item)
            elif not isinstance(item, Ruled | Deleted):
                self.read += 1
            if isinstance(item, Problem):
                self.problems.append(item)
        if ruled := [item for item in batch if isinstance(item, Ruled)]:
            self._take_rules(ruled)
        drafts = list(self._new([item for item in batch if isinstance(item, Draft)]))
        self.change.add(drafts)
        self.added += len(drafts)
        self.days.update(draft.at.date() for draft in drafts)

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
            known=self.known,
            deleted=tuple(self.deleted),
            repeated=tuple(self.repeated),
            problems=tuple(sorted(self.problems, key=lambda problem: problem.row)),
            new_activities=tuple(self.new_activities),
            new_measures=tuple(self.new_measures),
            new_rules=self.new_rules,
            first=min(self.days, default=None),
            last=max(self.days, default=None),
        )

    def _new(self, drafts: list[Draft]) -> Iterator[Draft]:
        """Give the drafts that the journal does not know, made fit for it."""
        origins = self.change.known(o for draft in drafts for o in draft.origins)
        uids = self.change.known_uids(draft.uid for draft in drafts if draft.uid)
        for draft in drafts:
            identities = {*draft.origins, *([draft.uid] if draft.uid else [])}
            if identities & self.seen:
                self.repeated.append(draft.row or 0)
            elif any(origins.get(origin) for origin in draft.origins) or draft.uid in uids:
                self.known += 1
            elif any(origin in origins for origin in draft.origins):
                self.deleted.append(draft.row or 0)
            else:
                self.seen |= identities
                yield from self._fit(draft)

    def _fit(self, draft: Draft) -> Iterator[Draft]:
        """Give the draft as the journal keeps it, or note why it cannot be kept."""
        try:
            self._make_room(draft)
            check_sizes(
                self.change.catalog[draft.activity].activity, draft.measurements, self.notation
            )
            yield replace(
                draft,
                tags=tuple(dict.fromkeys(tag_name(_joined(tag)) for tag in draft.tags)),
                place=place_name(_joined(draft.place)) if draft.place.strip() else "",
                gear=gear_name(draft.gear[:LONGEST_NAME]) if draft.gear.strip() else "",
                effort=None if draft.effort is None else effort_value(str(draft.effort)),
                note=note_text(draft.note),
            )
        except StrideError as error:
            self.problems.append(Problem(draft.row or 0, error.message))

    def _make_room(self, draft: Draft) -> None:
        """See to it that the draft's activity and measures are there."""
        listed = self.change.catalog.get(draft.activity)
        if listed is None:
            known = self._measures()
            self._check_known(draft.measurements, known)
            activity = new_activity(draft.activity, draft.measurements, known)
            self.change.add_activity(activity)
            self.new_activities.append(activity.name)
            return
        lacking = [name for name in draft.measurements if name not in listed.measure_ids]
        if lacking:
            known = self._measures()
            self._check_known(lacking, known)
            self._extend(listed.activity, [replace(known[name], weight="") for name in lacking])

    def _check_known(self, names: Iterable[str], known: Mapping[str, Measure]) -> None:
        for name in names:
            if name not in known:
                raise UnknownMeasureError(f'No activity has a measure "{shown(name)}".')

    def _take_definition(self, activity: Activity) -> None:
        """Make an activity what a file defines; where ours has entries, add what it lacks."""
        self.defined.add(activity.name)
        listed = self.change.catalog.get(activity.name)
        if listed is None:
            self.change.add_activity(activity)
            self.new_activities.append(activity.name)
            return
        lacking = [m for m in activity.measures if m.name not in listed.measure_ids]
        if not self.change.has_entries(listed):
            # What is the same already is no change, so that there is nothing to undo.
            if activity != listed.activity:
                self.change.replace_activity(activity.name, activity, {})
        elif lacking:
            self._extend(listed.activity, lacking)

    def _take_rules(self, ruled: Iterable[Ruled]) -> None:
        """Add rules, but for those that are there, were changed since, or whose day is taken."""
        known = self.change.rule_uids()
        by_activity: dict[str | None, list[AnyRule]] = {}
        for item in ruled:
            if not item.rule.uid or item.rule.uid not in known:
                known.add(item.rule.uid)
                by_activity.setdefault(item.activity, []).append(item.rule)
        for activity, added in by_activity.items():
            stand = self.change.rules(activity)
            rules = with_rules(stand, added)
            self.change.set_rules(activity, rules)
            self.new_rules += len(rules.each) - len(stand.each)

    def _take_measures(self, new: NewMeasures) -> None:
        listed = self.change.catalog.get(new.activity)
        if listed is None:
            listed = self.change.add_activity(Activity(new.activity, "hobbies"))
            self.new_activities.append(new.activity)
        lacking = [m for m in new.measures if m.name not in listed.measure_ids]
        if lacking:
            self._extend(listed.activity, lacking)

    def _extend(self, activity: Activity, measures: list[Measure]) -> None:
        wider = replace(activity, measures=(*activity.measures, *measures))
        self.change.replace_activity(activity.name, wider, {})
        self.new_measures += [f"{activity.name} {measure.name}" for measure in measures]

    def _measures(self) -> dict[str, Measure]:
        return {
            measure.name: measure
            for listed in reversed(self.change.catalog.values())
            for measure in listed.activity.measures
        }


def _joined(name: str) -> str:
    return "-".join(name.split())
