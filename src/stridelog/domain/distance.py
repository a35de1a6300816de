"""Standard distances, and which of them an entry belongs to."""

from stridelog.domain.units import METRES_PER_MILE

STANDARD_DISTANCES: dict[str, float] = {
    "mile": METRES_PER_MILE,
    "5k": 5_000.0,
    "10k": 10_000.0,
    "15k": 15_000.0,
    "half": 21_097.5,
    "25k": 25_000.0,
    "marathon": 42_195.0,
}
"""Name of each standard distance, and its length in metres."""

SHORTEST = 0.98
"""An entry belongs to a distance from this share of it ..."""

LONGEST = 1.05
"""... up to this share (courses are measured generously, and watches run long)."""


EXACTLY = 0.001
"""As far as a length may be from a standard distance, as a share, to be called by its name."""


def distance_class(metres: float) -> str | None:
    """Name the standard distance that ``metres`` counts as, or None."""
    for name, standard in STANDARD_DISTANCES.items():
        if SHORTEST * standard <= metres <= LONGEST * standard:
            return name
    return None


def standard_distance(metres: float) -> str | None:
    """Name the standard distance that a length *is*, as people write it (13.1 mi), or None."""
    name = distance_class(metres)
    is_exact = name is not None and abs(metres / STANDARD_DISTANCES[name] - 1) <= EXACTLY
    return name if is_exact else None
