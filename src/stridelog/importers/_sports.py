"""What other programs call activities, in many languages, and what stride calls them."""

from functools import cache
from pathlib import Path

from stridelog.importers._names import kebab

RIDES = ("ride", "velomobile", "handcycle")
"""Activities on wheels: those called so, and those whose names end so (``gravel-ride``)."""

NAMED_IN_PASSING = frozenset({"run", "ride", "swim", "walk", "hike"})
"""Sports that the name of a track may tell."""

AMBIGUOUS = frozenset({"gang", "gange", "giro", "marche", "rit", "rower", "treadmill"})
"""Labels that mean something else in another language, or in a name."""

MOST_WORDS, LONGEST_LABEL = 20, 4
"""Words of a name that are looked at, and words that a label has."""


def sport_of(label: str) -> str:
    """Return the activity that ``label`` names: ``Course à pied`` is ``run``.

    What is not known keeps its own name, in kebab case (``Kitesurf``: ``kitesurf``); empty where
    the label has neither letters nor digits.
    """
    name = kebab(label)
    return _by_label().get(name, name)


def on_wheels(sport: str) -> bool:
    """Tell whether the activity is a ride, which is where power is measured."""
    return sport in RIDES or sport.endswith("-ride")


def sport_in(words: str) -> str:
    """Return the sport that somebody names in passing: ``Sunday corrida matutina`` is a ``run``.

    Empty where none is named, or several are. Only what a track is mostly of is looked for.
    """
    parts = kebab(words).split("-")[:MOST_WORDS]
    named = {
        sport
        for first in range(len(parts))
        for last in range(first + 1, min(first + LONGEST_LABEL, len(parts)) + 1)
        if (sport := _named("-".join(parts[first:last]))) in NAMED_IN_PASSING
    }
    return named.pop() if len(named) == 1 else ""


def _named(label: str) -> str:
    return "" if label in AMBIGUOUS else _by_label().get(label, label)


@cache
def _by_label() -> dict[str, str]:
    labels = {}
    sport = ""
    for line in Path(__file__).with_name("_sports.txt").read_text(encoding="utf-8").splitlines():
        if line.endswith(":"):
            sport = line.removesuffix(":")
        elif not line.startswith("#"):
            labels.update(dict.fromkeys(line.split(), sport))
    return labels
