"""First days are found by halving, and asked about as seldom as that takes."""

from collections.abc import Mapping
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.first_days import first_days

EVE = date(2026, 1, 1)


@given(st.dictionaries(st.integers(0, 9), st.tuples(st.integers(1, 400), st.integers(0, 400))))
def test_each_is_found_on_its_own_day(drawn: dict[int, tuple[int, int]]) -> None:
    begins = {thing: EVE + timedelta(after) for thing, (after, _) in drawn.items()}
    spans = {thing: (EVE, begins[thing] + timedelta(more)) for thing, (_, more) in drawn.items()}
    asked = 0

    def holding(days: Mapping[int, date]) -> set[int]:
        nonlocal asked
        asked += 1
        return {thing for thing, day in days.items() if day >= begins[thing]}

    assert first_days(spans, holding) == begins
    assert asked <= (800).bit_length()
