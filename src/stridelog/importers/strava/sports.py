"""What Strava calls activities, in its languages, and what stride calls them."""

from functools import cache
from pathlib import Path

from stridelog.importers._names import kebab

RIDES = ("ride", "velomobile", "handcycle")
"""Activities on wheels: those called so, and those whose names end so (``gravel-ride``)."""


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


@cache
def _by_label() -> dict[str, str]:
    labels = {}
    sport = ""
    for line in Path(__file__).with_name("sports.txt").read_text(encoding="utf-8").splitlines():
        if line.endswith(":"):
            sport = line.removesuffix(":")
        elif not line.startswith("#"):
            labels.update(dict.fromkeys(line.split(), sport))
    return labels
