"""Making room in a journal for what comes in: activities and measures that it lacks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from stridelog.domain.activity import Activity, new_activity
from stridelog.domain.entry import Draft
from stridelog.domain.errors import StrideError
from stridelog.domain.importing import NewMeasures
from stridelog.domain.measure import Measure
from stridelog.domain.plain_text import shown
from stridelog.store.change import Change


class UnknownMeasureError(StrideError):
    """A row has a value of a measure that nobody defined."""


@dataclass
class Room:
    """Makes what is lacking, and keeps the names of what it made."""

    change: Change
    activities: list[str] = field(default_factory=list)
    measures: list[str] = field(default_factory=list)

    def make(self, draft: Draft) -> None:
        """See to it that the draft's activity and measures are there.

        Raises ``UnknownMeasureError``.
        """
        listed = self.change.catalog.get(draft.activity)
        if listed is None:
            known = self._known_measures()
            _check_known(draft.measurements, known)
            self.add(new_activity(draft.activity, draft.measurements, known))
            return
        lacking = [name for name in draft.measurements if name not in listed.measure_ids]
        if lacking:
            known = self._known_measures()
            _check_known(lacking, known)
            self.extend(listed.activity, [replace(known[name], weight="") for name in lacking])

    def add(self, activity: Activity) -> None:
        """Add an activity."""
        self.change.add_activity(activity)
        self.activities.append(activity.name)

    def extend(self, activity: Activity, measures: Sequence[Measure]) -> None:
        """Give an activity more measures."""
        wider = replace(activity, measures=(*activity.measures, *measures))
        self.change.replace_activity(activity.name, wider, {})
        self.measures += [f"{activity.name} {measure.name}" for measure in measures]

    def define(self, activity: Activity) -> None:
        """Make an activity what a file defines; add what it lacks where ours is in use."""
        listed = self.change.catalog.get(activity.name)
        if listed is None:
            self.add(activity)
            return
        lacking = [m for m in activity.measures if m.name not in listed.measure_ids]
        if not (self.change.has_entries(listed) or self.change.has_goals(listed.id)):
            # What is the same already is no change, so that there is nothing to undo.
            if activity != listed.activity:
                self.change.replace_activity(activity.name, activity, {})
        elif lacking:
            self.extend(listed.activity, lacking)

    def widen(self, new: NewMeasures) -> None:
        """Give an activity the measures that a file brings along; make it where it is new."""
        if new.activity not in self.change.catalog:
            self.add(Activity(new.activity, "hobbies"))
        listed = self.change.catalog[new.activity]
        lacking = [m for m in new.measures if m.name not in listed.measure_ids]
        if lacking:
            self.extend(listed.activity, lacking)

    def _known_measures(self) -> dict[str, Measure]:
        return {
            measure.name: measure
            for listed in reversed(self.change.catalog.values())
            for measure in listed.activity.measures
        }


def _check_known(names: Iterable[str], known: Mapping[str, Measure]) -> None:
    for name in names:
        if name not in known:
            raise UnknownMeasureError(f'No activity has a measure "{shown(name)}".')
