"""Whose tickets are meant, where an export holds those of several agents."""

from collections import Counter

from stridelog.domain.importing import ImportFileError, SourceFile
from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import plain, shown
from stridelog.importers._helpdesk.cells import NOBODY

MOST_LISTED = 10
"""Agents that are named when one has to be chosen."""

_MOST_COUNTED = 1_000
_LONGEST_NAME = 200


class WhichAgentError(ImportFileError):
    """A file holds the tickets of several agents, or none of the one who is meant."""


class Agents:
    """Who solved the tickets of a file, and which of them is meant."""

    def __init__(self, wanted: str) -> None:
        self._wanted = plain(wanted)
        self._tickets: Counter[str] = Counter()
        self._names: dict[str, str] = {}
        self._latest = ("", "")
        self.others = 0

    @property
    def meant(self) -> str:
        """The agent who is meant, as the file writes the name; empty while nobody was found."""
        key = self._wanted or next(iter(self._names), "")
        return self._names.get(key, "")

    def takes(self, name: str) -> bool:
        """Note who solved a ticket; tell whether it is the one who is meant.

        Without a name on the command line, that is the first one whom the file names.
        """
        name = name[:_LONGEST_NAME]
        if name != self._latest[0]:  # rows of one agent often follow each other
            self._latest = (name, plain(name))
        key = self._latest[1]
        if key in NOBODY:
            self.others += 1
            return False
        if key in self._names or len(self._names) < _MOST_COUNTED or key == self._wanted:
            self._names.setdefault(key, " ".join(name.split()))
            self._tickets[key] += 1
        taken = key == (self._wanted or next(iter(self._names)))
        self.others += not taken
        return taken

    def check(self, file: SourceFile) -> None:
        """Raise ``WhichAgentError`` unless it is plain who is meant."""
        if self._wanted and self._wanted not in self._names and self._names:
            guess = nearest(self._wanted, self._names)
            first = f'--agent "{shown(self._names[guess])}" is near. ' if guess else ""
            raise WhichAgentError(
                f'{file} holds no ticket that "{shown(self._wanted)}" solved.',
                f"{first}There are: {self._listed()}.",
            )
        if not self._wanted and len(self._names) > 1:
            most = self._names[self._tickets.most_common(1)[0][0]]
            count = len(self._names)
            many = f"more than {count - 1}" if count == _MOST_COUNTED else f"{count}"
            raise WhichAgentError(
                f"{file} holds the tickets of {many} agents: {self._listed()}.",
                f'Say which one you are: --agent "{shown(most)}"',
            )

    def _listed(self) -> str:
        """Name the agents with the most tickets."""
        first = [shown(self._names[key]) for key, _ in self._tickets.most_common(MOST_LISTED)]
        return f"{', '.join(first)}{', …' if len(self._names) > MOST_LISTED else ''}"
