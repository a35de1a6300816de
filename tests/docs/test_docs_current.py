"""The README and the documentation show what the program does now."""

import os
import shutil
from pathlib import Path

import pytest
from executed_pages import current
from generated_parts import GENERATED
from pages import PAGES, said
from terminal_sessions import NOW, Session

from stridelog.cli.app import run


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the demo journal once, so that no page has to tell of its making."""
    folder = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        patch.setenv("STRIDE_CONFIG", str(folder / "config.toml"))
        patch.setenv("STRIDE_NOW", NOW)
        assert run(["demo", "list", "--limit", "1"]) == 0
    return folder


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, demo_folder: Path) -> Session:
    """Sit down at a terminal."""
    # A page may look at the demo of another day, of which there is one at a time.
    cache = shutil.copytree(demo_folder, tmp_path / "cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    return Session(tmp_path, monkeypatch)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_what_the_program_does(name: str, session: Session) -> None:
    text = said(name)
    now = current(text, session, GENERATED)
    if os.environ.get("STRIDE_UPDATE_GOLDENS") == "1":
        PAGES[name].write_text(now, encoding="utf-8")
    else:
        assert text == now, f"{name}: STRIDE_UPDATE_GOLDENS=1 pytest tests/docs"
