"""Writing down what a review answered, however it was answered."""

import os
import sys
from collections.abc import Mapping, Sequence

from stridelog.cli.context import Context, say
from stridelog.domain.review import Answers, answered
from stridelog.domain.text_width import cells, folded
from stridelog.render.paper import paper_of
from stridelog.store.reading.goals import goal_numbered


def save(context: Context, answers: Mapping[int, Answers]) -> list[int]:
    """Write answers down in one change; return the numbers of the goals that they change.

    They are added to the goals as these stand by now: somebody may have changed one meanwhile.
    """
    said = {number: given for number, given in sorted(answers.items()) if given != Answers()}
    changed: list[int] = []
    if not said:
        return changed
    with context.change() as change:
        for number, given in said.items():
            goal = goal_numbered(change.raw, number)
            after = answered(goal, given, context.today) if goal else None
            if after and after != goal:
                change.set_goal(number, after)
                changed.append(number)
    return changed


def tell_saved(numbers: Sequence[int]) -> None:
    """Say what was saved, and what takes it back."""
    if not numbers:
        say("All of this was answered before: nothing changed.")
        return
    _say_in_lines(f"Saved: the review of {goals_said(numbers)}.", "To take it back: stride undo")


def _say_in_lines(*sentences: str) -> None:
    """Say sentences in one line if they fit, else each in its own: no word is broken."""
    width = paper_of(sys.stderr, os.environ, colour=False).width
    joined = " ".join(sentences)
    for line in [joined] if cells(joined) <= width else sentences:
        say("\n".join(folded(line, width)))


def goals_said(numbers: Sequence[int]) -> str:
    """Say ``goal 1``, ``goals 1 and 2``, ``goals 1, 2 and 3``."""
    *others, last = map(str, numbers)
    return f"goals {', '.join(others)} and {last}" if others else f"goal {last}"
