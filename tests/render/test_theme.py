"""What a meaning looks like in a terminal."""

from typing import get_args

from stridelog.page import Style
from stridelog.render.theme import THEME


def test_every_style_that_a_page_can_name_has_a_look() -> None:
    assert set(get_args(Style)) - {""} <= THEME.styles.keys()
