"""The two sexes that standards of running are kept for."""

from typing import Literal

Sex = Literal["female", "male"]
"""Which of the two tables a runner is graded by."""

SEXES: tuple[Sex, ...] = ("female", "male")
