"""Scenes: made-up entries, each with what it was like, so that a fitting note can be found."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from stridelog.domain.entry import Draft


@dataclass(frozen=True, slots=True)
class Scene:
    """An entry, and what it was about; scenes about the same thing share a pool of notes."""

    about: str
    draft: Draft


def with_notes(scenes: Sequence[Scene], notes: Mapping[str, Sequence[str]]) -> Iterator[Draft]:
    """Give the drafts in the order of the scenes, with the notes of each pool spread over them.

    Each note is used once, and those of one pool follow each other in their order, so that they
    can tell a story. An entry that has a note of its own keeps it.
    """
    silent: dict[str, list[int]] = {}
    for position, scene in enumerate(scenes):
        if not scene.draft.note:
            silent.setdefault(scene.about, []).append(position)
    said: dict[int, str] = {}
    for about, positions in silent.items():
        said.update(_spread(notes.get(about, ()), positions))
    for position, scene in enumerate(scenes):
        note = said.get(position)
        yield replace(scene.draft, note=note) if note else scene.draft


def _spread(notes: Sequence[str], positions: Sequence[int]) -> Iterable[tuple[int, str]]:
    """Give each note a position of its own, at equal steps from the first to the last."""
    told = notes[: len(positions)]
    steps, way = max(1, len(told) - 1), len(positions) - 1
    return ((positions[place * way // steps], note) for place, note in enumerate(told))
