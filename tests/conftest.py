"""What all tests share."""

import os
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("ci", max_examples=200, deadline=None, derandomize=True)
settings.register_profile(
    "long", max_examples=10_000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

Golden = Callable[[str, str], None]


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with a file of the folder ``golden`` beside the test, to the byte.

    With ``STRIDE_UPDATE_GOLDENS=1`` in the environment, the file is written instead.
    """

    def compare(name: str, text: str) -> None:
        file = request.path.parent / "golden" / name
        if os.environ.get("STRIDE_UPDATE_GOLDENS") == "1":
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(text.encode())
        assert text == file.read_bytes().decode(), f"{file} differs"

    return compare
