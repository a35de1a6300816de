"""What the arguments and the values of options can be: fixed words, and the journal's own names.

A metavar tells: alternatives stand between bars, and those in small letters are the words
themselves (``NUMBER|last``).
"""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from stridelog.cli.completion.grammar import Grammar, Word
from stridelog.domain.errors import StrideError
from stridelog.runtime import paths
from stridelog.store.reading import names

NEWEST = "10"
"""Entries whose numbers are offered."""

CADENCES = ("daily", "weekly", "monthly", "2/week", "3/week", "4/week", "5/week")

EFFORTS = tuple(map(str, range(1, 11)))


class FilesWantedError(Exception):
    """The word is the name of a file, which the shell completes better."""


@dataclass(frozen=True, slots=True)
class Values:
    """What is known where a value is typed: the command, its arguments, and the journal."""

    grammar: Grammar
    arguments: Sequence[str]
    journal: str | None
    demo: bool

    def called(self, metavar: str, typed: str) -> list[Word]:
        """Return what the metavar stands for. Raises ``FilesWantedError``."""
        found: list[Word] = []
        for name in metavar.strip("[].").split("|"):
            if name in {"FILE", "PATH"}:
                raise FilesWantedError
            if name in _VALUES:
                found += _VALUES[name](self, typed)
            elif name.islower():
                found.append(Word(name))
        return found

    def ask(self, query: Callable[..., list[names.Known]], *words: str) -> list[Word]:
        """Return what the journal knows."""
        try:
            path = self._path()
        except StrideError:
            return []
        return [Word(*known) for known in names.ask(path, query, *words)] if path else []

    def activities(self) -> list[Word]:
        """Return what can be logged: in a journal not begun, what each one begins with."""
        return self.ask(names.activities) or list(_built_in())

    def measures(self) -> list[Word]:
        """Return the measures of the activity at hand."""
        if not self.arguments:
            return []
        activity = self.arguments[0]
        if self.grammar.arguments[:1] == ("GOAL",):
            activity = next((word.text for word in self.ask(names.activity_of_goal, activity)), "")
        if self.grammar.arguments[:1] == ("NUMBER|last|ACTIVITY",):
            activity = next((word.text for word in self.ask(names.activity_of, activity)), "")
        built_in = {word.text: measures for word, measures in _built_in().items()}
        return self.ask(names.measures, activity) or built_in.get(activity, [])

    def _path(self) -> Path | None:
        if not self.demo:
            return paths.journal_path(self.journal, os.environ)
        return max(paths.demo_folder().glob("journal-*.db"), default=None)


def _built_in() -> dict[Word, list[Word]]:
    """Return the activities of a new journal, each with the measures that take a value."""
    from stridelog.domain.activity import built_in_activities

    return {
        Word(activity.name, activity.area): [
            Word(measure.name, measure.dimension.value) for measure in activity.loggable
        ]
        for activity in built_in_activities()
    }


def _settings(values: Values, typed: str) -> list[Word]:  # noqa: ARG001 (the values' common form)
    from stridelog.runtime.config import KEYS

    return [Word(key.name, key.meaning) for key in KEYS.values()]


def _setting_values(values: Values, typed: str) -> list[Word]:  # noqa: ARG001 (the values' common form)
    from stridelog.runtime.config import KEYS

    key = KEYS.get(values.arguments[0].replace("-", "_"))
    return [Word(choice) for choice in key.choices] if key else []


def _distances(values: Values, typed: str) -> list[Word]:  # noqa: ARG001 (the values' common form)
    from stridelog.domain.distance import STANDARD_DISTANCES

    return [Word(name) for name in STANDARD_DISTANCES]


def _weekdays(values: Values, typed: str) -> list[Word]:  # noqa: ARG001 (the values' common form)
    from stridelog.domain.dates.names import WEEKDAYS

    return [Word(name.lower()) for name in WEEKDAYS]


def _signed(sign: str, query: Callable[..., list[names.Known]]) -> "_Giving":
    """Return what gives the names behind a sign, where no other word is begun."""

    def words(values: Values, typed: str) -> list[Word]:
        if typed[:1] not in {"", sign}:
            return []
        found = values.ask(query, typed[1:].lower())
        return [Word(f"{sign}{word.text}", word.help) for word in found]

    return words


def _named(sign: str, query: Callable[..., list[names.Known]]) -> "_Giving":
    """Return what gives names that may stand without their sign."""

    def words(values: Values, typed: str) -> Iterable[Word]:
        if typed.startswith(sign):
            return _signed(sign, query)(values, typed)
        return values.ask(query, typed.lower())

    return words


def _goals(values: Values, typed: str) -> list[Word]:
    """Return the numbers of goals; once letters are typed, their titles."""
    start = typed.lower()
    query = names.goal_titles if start and not start.isdigit() else names.goals
    return values.ask(query)


def _named_values(values: Values, typed: str) -> list[Word]:
    if typed.lower().startswith("effort="):
        return [Word(f"effort={effort}") for effort in EFFORTS]
    if "=" in typed:
        return []
    return [Word(f"{w.text}=", w.help) for w in [*values.measures(), Word("effort", "1 to 10")]]


_Giving = Callable[[Values, str], Iterable[Word]]

_VALUES: Mapping[str, _Giving] = {
    "1-10": lambda *_: map(Word, EFFORTS),
    "+TAG": _signed("+", names.tags),
    "@PLACE": _signed("@", names.places),
    "ACTIVITY": lambda values, _: values.activities(),
    "AREA": lambda values, _: values.ask(names.areas),
    "CADENCE": lambda *_: map(Word, CADENCES),
    "DISTANCE": _distances,
    "GEAR": lambda values, _: values.ask(names.gear),
    "GOAL": _goals,
    "MEASURE": lambda values, _: values.measures(),
    "NAME=VALUE": _named_values,
    "NUMBER": lambda values, _: values.ask(names.newest_entries, NEWEST),
    "PLACE": _named("@", names.places),
    "RANK": lambda *_: map(Word, "ABC"),
    "SETTING": _settings,
    "TAG": _named("+", names.tags),
    "VALUE": _setting_values,
    "WEEKDAY": _weekdays,
}
"""What gives the words that each metavar stands for."""
