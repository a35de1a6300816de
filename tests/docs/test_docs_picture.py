"""The picture of the README is what a terminal shows."""

import os
from runpy import run_path

from pages import DOCS


def test_the_picture_is_current() -> None:
    drawing = run_path(str(DOCS / "picture.py"))
    file, picture = drawing["FILE"], drawing["picture"]()
    if os.environ.get("STRIDE_UPDATE_GOLDENS") == "1":
        file.write_text(picture, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == picture, "python docs/picture.py"
