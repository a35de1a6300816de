"""Whole processes of this virtual environment, measured."""

import os
import subprocess
import sys
import sysconfig
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import stridelog

PYTHON = sys.executable

STRIDE = str(Path(sys.executable).with_name("stride"))

NOW = "2026-11-21T12:00:00+00:00"

_KILOBYTE = 1 if sys.platform == "darwin" else 1024
"""Bytes in the unit of ``ru_maxrss``, which differs between systems."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a process took: seconds by the clock, seconds of a processor, and bytes at its peak."""

    seconds: float
    processor: float
    peak: int


def environ(folder: Path) -> dict[str, str]:
    """Return the environment of a person whose journal and settings lie in ``folder``."""
    left_out = {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "NO_COLOR"}
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return kept | {
        "STRIDE_JOURNAL": str(folder / "journal.db"),
        "STRIDE_CONFIG": str(folder / "config.toml"),
        "STRIDE_NOW": NOW,
        "COLUMNS": "80",
    }


def compiled() -> None:
    """Compile every package of the environment, and stride itself, to bytecode."""
    folders = (sysconfig.get_path("purelib"), str(Path(stridelog.__file__).parent))
    # In a process of its own: a child's peak counts what its parent holds when it starts.
    subprocess.run([PYTHON, "-m", "compileall", "-qq", "-j0", *folders], check=False)


def measured(command: Sequence[str], environment: Mapping[str, str]) -> Measured:
    """Run a command to its end; its output goes nowhere. Raises ``CalledProcessError``."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Measured(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _KILOBYTE)
