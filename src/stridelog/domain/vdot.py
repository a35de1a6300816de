"""VDOT: one number for what a race says of a runner, by the equations of Daniels and Gilbert.

Jack Daniels and Jimmy Gilbert, "Oxygen Power" (1979). Running at v metres a minute costs
-4.60 + 0.182258 v + 0.000104 v^2 ml of oxygen a minute and kilogram; over a race of t minutes the
share 0.8 + 0.1894393 e^(-0.012778 t) + 0.2989558 e^(-0.1932605 t) of what one can take up at most
is kept up. VDOT is the cost divided by the share. Races of equal VDOT are worth the same.
"""

from math import exp, sqrt

SECONDS_A_MINUTE = 60.0

FIXED, LINEAR, SQUARE = -4.60, 0.182258, 0.000104
"""The cost of a speed in metres a minute."""

FASTEST = 1_000.0
"""Metres a minute that nobody runs: where the search for a time begins."""

HALVINGS = 60
"""As often a span of speeds is halved, until it is narrower than floating point can tell."""


def vdot(metres: float, seconds: float) -> float:
    """Return the VDOT of a race; 0 or less where the pace is no running."""
    minutes = seconds / SECONDS_A_MINUTE
    return _cost(metres / minutes) / _share(minutes)


def time_at(value: float, metres: float) -> float:
    """Return the seconds that a race over a distance takes at a VDOT above 0."""
    # The slowest speed that costs anything: the equations end there.
    slow = (-LINEAR + sqrt(LINEAR * LINEAR - 4 * SQUARE * FIXED)) / (2 * SQUARE)
    fast = FASTEST
    for _ in range(HALVINGS):
        middle = (slow + fast) / 2
        if vdot(metres, SECONDS_A_MINUTE * metres / middle) < value:
            slow = middle
        else:
            fast = middle
    return SECONDS_A_MINUTE * metres / slow


def _cost(speed: float) -> float:
    return FIXED + LINEAR * speed + SQUARE * speed * speed


def _share(minutes: float) -> float:
    return 0.8 + 0.1894393 * exp(-0.012778 * minutes) + 0.2989558 * exp(-0.1932605 * minutes)
