"""The kinds of goal by name, and the one that the words of a line make."""

from typing import cast

from stridelog.domain.additions import load, names
from stridelog.domain.goal import Version
from stridelog.domain.goal_line.line import GoalError, GoalLine
from stridelog.domain.goal_words import days_said
from stridelog.domain.measure import Measure
from stridelog.domain.plain_text import shown
from stridelog.domain.quantity import Notation
from stridelog.domain.standing import GoalKind

KINDS = "stridelog.goals"


def kind_named(name: str) -> GoalKind:
    """Return the kind of a goal. Raises ``UnknownAdditionError``."""
    return cast("GoalKind", load(KINDS, name))


def asked_by(version: Version, measure: Measure, notation: Notation) -> str:
    """Say what a version asks for and until when; so a goal without a title is called."""
    says = kind_named(version.kind).says(version, measure, notation)
    return f"{says} {days_said(version)}".strip(" ,")


def kind_of(line: GoalLine) -> GoalKind:
    """Return the kind that takes the words. Raises ``GoalError`` where none does."""
    kinds = [kind_named(name) for name in names(KINDS)]
    taking = next((kind for kind in kinds if kind.takes(line)), None)
    if taking is None:
        said = " ".join(shown(word) for word in line.words)
        examples = "".join(f"\n    stride goals add {kind.EXAMPLE}" for kind in kinds)
        raise GoalError(
            f'"{said}" makes no goal.' if said else "What is to be reached was not said.",
            f"Goals are said like this:{examples}",
        )
    return taking
