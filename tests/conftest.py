"""What all tests share."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from command_line import NOW, Program, Stride

settings.register_profile("ci", max_examples=200, deadline=None, derandomize=True)
settings.register_profile("brief", settings.get_profile("ci"), max_examples=50)
settings.register_profile(
    "long", max_examples=10_000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

Golden = Callable[[str, str], None]

Zone = Callable[[str], None]


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


@pytest.fixture
def stride(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Stride:
    """Return the command line in this process: no journal yet, 80 columns, a clock that stands."""
    for name in ("NO_COLOR", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    command_line = Stride(tmp_path, monkeypatch, capsys)
    for name, value in _variables(tmp_path).items():
        monkeypatch.setenv(name, value)
    return command_line


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Zone]:
    """Put the machine into a time zone for the length of a test."""

    def put(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield put
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """``stride`` as a program of its own, with the same journal and clock as ``stride``."""
    return Program(tmp_path, _variables(tmp_path))


def _variables(folder: Path) -> dict[str, str]:
    return {
        "STRIDE_JOURNAL": str(folder / "journal.db"),
        "STRIDE_CONFIG": str(folder / "config.toml"),
        "STRIDE_NOW": NOW,
        "XDG_CACHE_HOME": str(folder / "cache"),
        "COLUMNS": "80",
    }
