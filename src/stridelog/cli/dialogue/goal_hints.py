"""What a question about a goal hints at: amounts that somebody may aim at."""

from stridelog.domain.activity import Activity
from stridelog.domain.commitment_line import amount_measure, better_side
from stridelog.domain.goal_line.refusal import EXAMPLES
from stridelog.domain.goal_saying import amount
from stridelog.domain.quantity import Notation
from stridelog.domain.units import Dimension


def examples(activity: Activity, notation: Notation) -> list[str]:
    """Return amounts that somebody may aim at: what tells how much was done, and how often."""
    much, often = amount_measure(activity), ["3/week"]
    averages = (m for m in activity.loggable if better_side(m))
    percent = next((m for m in averages if m.dimension is Dimension.FRACTION), None)
    rated = [f"{percent.name}=95%"] if percent else []
    if much is None:
        return [*rated, *often]
    example = amount(much, EXAMPLES[much.dimension], notation).replace(" ", "")
    if much.dimension not in {Dimension.DISTANCE, Dimension.DURATION}:
        example = f"{much.name}={example}"
    timed = ["half 1:45"] if activity.name == "run" else []
    return [*rated, example, *often, *timed]
