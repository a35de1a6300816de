"""The options by which a review is answered without being asked."""

from dataclasses import dataclass
from typing import Annotated

import typer

from stridelog.cli.options import UNSAID

Words = list[str]


@dataclass(frozen=True, slots=True)
class AnswerOptions:
    """What is answered without being asked."""

    promise: Annotated[
        Words, typer.Option("--promise", metavar="GOAL=TEXT", help="What you will do this week.")
    ] = UNSAID
    kept: Annotated[
        Words, typer.Option("--kept", metavar="GOAL", help="Last week's promise was kept.")
    ] = UNSAID
    not_kept: Annotated[
        Words, typer.Option("--not-kept", metavar="GOAL", help="Last week's promise was not kept.")
    ] = UNSAID
    done: Annotated[
        Words, typer.Option("--done", metavar="GOAL", help="A goal of yes or no: it is done.")
    ] = UNSAID
    step: Annotated[
        Words,
        typer.Option("--step", metavar="GOAL=TEXT", help="A step on the way is done: 1=shoes."),
    ] = UNSAID
    keep: Annotated[
        Words, typer.Option("--keep", metavar="GOAL", help="Keep the goal as it is.")
    ] = UNSAID
    adjust: Annotated[
        Words,
        typer.Option(
            "--adjust", metavar="GOAL=WHAT", help="Ask for something else: 1400km by 31 jan."
        ),
    ] = UNSAID
    pause: Annotated[Words, typer.Option("--pause", metavar="GOAL", help="Pause the goal.")] = (
        UNSAID
    )
    close: Annotated[Words, typer.Option("--close", metavar="GOAL", help="Close the goal.")] = (
        UNSAID
    )
    learned: Annotated[
        Words, typer.Option("--learned", metavar="GOAL=TEXT", help="What was learned of it.")
    ] = UNSAID

    @property
    def are_given(self) -> bool:
        """Whether anything is answered."""
        return any(getattr(self, name) for name in self.__slots__)
