"""What Garmin Connect calls activities, and what stride calls them."""

from functools import cache
from pathlib import Path

from stridelog.importers._sports import sport_of


def activity_of(label: str) -> str:
    """Return the activity that ``label`` names: ``Laufbandtraining`` is a ``run``.

    What is not known keeps its own name, in kebab case; empty where there is none.
    """
    name = sport_of(label)
    return _by_label().get(name, name)


@cache
def _by_label() -> dict[str, str]:
    labels: dict[str, str] = {}
    sport = ""
    for line in Path(__file__).with_name("sports.txt").read_text(encoding="utf-8").splitlines():
        if line.endswith(":"):
            sport = line.removesuffix(":")
        elif not line.startswith("#"):
            labels.update(dict.fromkeys(line.split(), sport))
    return labels
