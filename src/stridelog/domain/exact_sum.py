"""Sums in whole billionths of a unit, so that they come out the same in any order.

Floats drift: ten times 0.1 is not 1, and 1 000 km logged in small steps would be reached an entry
late. Any quantity that people type has at most eight decimals in its base unit (a pound is
0.45359237 kg, a hundredth of a mile 16.09344 m), so nothing that was typed is lost.
"""

WHOLE = 1_000_000_000
"""As many billionths are one."""


def billionths(value: float) -> int:
    """Return a value in billionths of its unit, to the nearest; what is summed are integers."""
    return round(value * WHOLE)
