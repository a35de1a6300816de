"""The age tables that come with the program, read when somebody asks for a grade."""

from pathlib import Path

from stridelog.domain.age_grade import Runner, read_table
from stridelog.domain.errors import StrideError
from stridelog.domain.sex import SEXES
from stridelog.runtime.config import Config

ROAD = Path(__file__).with_name("road_factors_2025.tsv")
"""The factors and open standards of 2025, with their source and licence above them."""


class UnknownRunnerError(StrideError):
    """The settings do not say who is graded: the birth year or the sex is missing."""


def runner(config: Config) -> Runner | None:
    """Return the person of the settings, or None where birth year or sex are not said."""
    if config.birth_year is None or config.sex is None:
        return None
    return Runner(config.birth_year, read_table(ROAD.read_text(encoding="utf-8"), config.sex))


def known_runner(config: Config) -> Runner:
    """Return the person of the settings. Raises ``UnknownRunnerError``."""
    known = runner(config)
    if known is not None:
        return known
    examples = {"birth_year": "1980", "sex": SEXES[0]}
    missing = [name for name in examples if getattr(config, name) is None]
    raise UnknownRunnerError(
        f"Age grading needs to know {_named(missing)}.",
        "; ".join(f"stride config set {name} {examples[name]}" for name in missing),
    )


def _named(missing: list[str]) -> str:
    words = {"birth_year": "your birth year", "sex": "your sex"}
    return " and ".join(words[name] for name in missing)
