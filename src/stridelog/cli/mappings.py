"""The mapping that ``stride import`` reads a table by: given word by word, or saved."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from stridelog.cli.context import say
from stridelog.domain.errors import UsageError
from stridelog.domain.importing import ImportOptions
from stridelog.domain.understood import Understood
from stridelog.intake.planning import Plan
from stridelog.intake.recognising import MAPPED
from stridelog.runtime.mappings import SavedMapping, load, mappings_folder, place_for, save, saved


@dataclass(frozen=True, slots=True)
class Mappings:
    """What was said of mappings: the words of ``--map``, a saved one, a name to save them under.

    ``config`` is the configuration file, beside which saved mappings lie.
    """

    config: Path
    given: tuple[str, ...]
    named: str
    save_as: str

    def __post_init__(self) -> None:
        """Refuse what contradicts itself, and a name that is taken. Raises ``StrideError``."""
        if self.given and self.named:
            raise UsageError("--map and --mapping exclude one another.", "Leave one of them out.")
        if self.save_as and not self.given:
            raise UsageError(
                "There is nothing to save.", "Say what columns are: --map date=Day --save-mapping x"
            )
        if self.save_as:
            place_for(SavedMapping(self.save_as, self.given), self._folder)

    @property
    def words(self) -> tuple[str, ...]:
        """What columns mean, if that was said. Raises ``NotFoundError``, ``StrideError``."""
        return load(self.named, self._folder).words if self.named else self.given

    @property
    def importer(self) -> str:
        """The importer, where a mapping says which."""
        return MAPPED if self.given or self.named else ""

    @property
    def saved(self) -> tuple[SavedMapping, ...]:
        """The saved mappings, by which files may be known."""
        return saved(self._folder)

    def save(self, plan: Plan, options: ImportOptions) -> None:
        """Save the words under the name that was given, if one was."""
        if not self.save_as:
            return
        first = next(iter(previews(plan, options).values()))
        path = save(SavedMapping(self.save_as, self.given, header=first.header), self._folder)
        say(f"Saved: {path}")

    @property
    def _folder(self) -> Path:
        return mappings_folder(self.config)


def previews(plan: Plan, options: ImportOptions) -> Mapping[str, Understood]:
    """Return how the first rows of each mapped table are understood, by the table's name."""
    from dataclasses import replace

    found = {}
    for batch in plan.batches:
        piece = batch.files[0]
        if piece.importer == MAPPED:
            own = replace(options, mapping=piece.mapping or options.mapping)
            found[batch.name] = piece.module.preview(piece.file, own)
    return found
