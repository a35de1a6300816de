"""What lies in the repository."""

import shutil
import subprocess

import pytest
from pages import REPOSITORY

AT_THE_TOP = {"LICENSE", "README.md", "docs", "pyproject.toml", "src", "tests"}


def test_nothing_else_stands_at_the_top_level() -> None:
    git = shutil.which("git")
    if git is None or not (REPOSITORY / ".git").exists():
        pytest.skip("not a checkout")
    listed = subprocess.run(
        [git, "-C", str(REPOSITORY), "ls-files", "-z"], check=True, capture_output=True, text=True
    ).stdout
    top = {path.partition("/")[0] for path in listed.split("\0") if path}
    assert {name for name in top if not name.startswith(".")} <= AT_THE_TOP
