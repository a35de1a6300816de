"""Age grades, against what the tables' author and others published."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.age_grade import AgeTable, Runner, read_table
from stridelog.domain.sex import SEXES, Sex
from stridelog.runtime.age_tables import ROAD

TABLES = {sex: read_table(ROAD.read_text(encoding="utf-8"), sex) for sex in SEXES}

SHEETS = Path(__file__).parents[3] / "shared" / "data" / "age_grade"
"""The author's own sheets, where they lie beside the checkout."""

needs_sheets = pytest.mark.skipif(not SHEETS.exists(), reason="the sheets are not here")

MILE, FIVE, TEN, TEN_MILES, HALF, MARATHON, HUNDRED = (
    1_609.344,
    5_000.0,
    10_000.0,
    16_093.44,
    21_097.5,
    42_195.0,
    100_000.0,
)

STANDARDS: tuple[tuple[Sex, int, float, int], ...] = (
    ("female", 6, MILE, 337),
    ("female", 12, FIVE, 945),
    ("female", 25, MARATHON, 7805),
    ("female", 35, TEN, 1751),
    ("female", 50, HALF, 4309),
    ("female", 50, FIVE, 971),
    ("female", 60, TEN_MILES, 3650),
    ("female", 70, MARATHON, 11366),
    ("female", 80, TEN, 3004),
    ("female", 90, HALF, 10110),
    ("female", 100, FIVE, 4929),
    ("male", 6, TEN, 2790),
    ("male", 12, HALF, 4005),
    ("male", 25, FIVE, 769),
    ("male", 35, TEN, 1599),
    ("male", 50, MARATHON, 8072),
    ("male", 60, TEN_MILES, 3203),
    ("male", 70, HALF, 4725),
    ("male", 80, MILE, 376),
    ("male", 90, MARATHON, 16372),
    ("male", 100, HUNDRED, 111308),
)
"""Standards in seconds, by age: the sheets "AgeStdSec" and "AgeStanSec" of MaleRoadStd2025.xlsx and
FemaleRoadStd2025.xlsx, https://github.com/AlanLyttonJones/Age-Grade-Tables, "2025 Files".
"""

GRADES: tuple[tuple[Sex, int, float, int, float], ...] = (
    ("male", 55, FIVE, 18 * 60 + 53, 0.8065),
    ("male", 79, FIVE, 27 * 60 + 14, 0.7430),
    ("female", 81, FIVE, 31 * 60 + 25, 0.8022),
)
"""Times and grades of the calculator at runningagegrading.com, as StrideIQ quotes them in its
"Age-Grading Calculator Accuracy Documentation". The first is of the men's factors before July 2025:
since then it is 0.8056.
"""

SLIPS = {("male", 80, 12_000.0)}
"""Factors that lie beside the line of their neighbours, in the published sheet as well."""


@pytest.mark.parametrize(("sex", "age", "metres", "seconds"), STANDARDS)
def test_a_standard_is_the_published_one(sex: Sex, age: int, metres: float, seconds: int) -> None:
    # The sheet rounds seconds; a factor of four decimals leaves as much open at great ages.
    found = TABLES[sex].standard(age, metres)
    assert found == pytest.approx(seconds, rel=2e-4, abs=0.51)


@pytest.mark.parametrize(("sex", "age", "metres", "seconds", "grade"), GRADES)
def test_a_grade_is_that_of_the_published_calculator(
    sex: Sex, age: int, metres: float, seconds: int, grade: float
) -> None:
    runner = Runner(2026 - age, TABLES[sex])
    assert runner.grade(date(2026, 6, 1), metres, seconds) == pytest.approx(grade, abs=0.001)


def published(sex: Sex) -> Iterator[tuple[int, float, int]]:
    """Give age, metres and seconds of the author's whole sheet, without what errs in it.

    The row of five-year-old boys is another one's, and so is one cell of women of a hundred.
    """
    name = {"female": "Female_AgeStanSec.csv", "male": "Male_AgeStdSec.csv"}[sex]
    rows = list(csv.reader((SHEETS / name).read_text(encoding="utf-8-sig").splitlines()))
    kilometres = [float(cell) for cell in rows[2][1:] if cell]
    for age, *cells in rows[5:]:
        if age.isdigit() and (sex, age) != ("male", "5"):
            for km, seconds in zip(kilometres, filter(None, cells), strict=True):
                if (sex, age, km) != ("female", "100", 10):
                    yield int(age), round(km * 1000, 3), int(seconds)


@needs_sheets
@pytest.mark.parametrize("sex", SEXES)
def test_every_standard_is_the_published_one(sex: Sex) -> None:
    rows = list(published(sex))
    assert len(rows) > 2000
    for age, metres, seconds in rows:
        assert TABLES[sex].standard(age, metres) == pytest.approx(seconds, abs=1.01), (age, metres)


@pytest.mark.parametrize("sex", SEXES)
def test_factors_between_distances_are_filled_in_as_their_author_does(sex: Sex) -> None:
    whole = TABLES[sex]
    ends = [whole.metres.index(metres) for metres in (FIVE, TEN, HALF, MARATHON)]
    metres = tuple(whole.metres[at] for at in ends)
    level = tuple(map(float, metres))
    for age, factors in whole.factors.items():
        few = AgeTable(metres, level, {age: tuple(factors[at] for at in ends)})
        for at in range(ends[0], ends[-1]):
            if (sex, age, whole.metres[at]) not in SLIPS:
                standard = few.standard(age, whole.metres[at])
                assert standard
                found = whole.metres[at] / standard
                assert found == pytest.approx(factors[at], abs=1.01e-4), (age, whole.metres[at])


@pytest.mark.parametrize("sex", SEXES)
def test_open_standards_between_distances_come_near_the_published_ones(sex: Sex) -> None:
    whole = TABLES[sex]
    for left_out in range(2, whole.metres.index(MARATHON)):
        kept = [at for at in range(len(whole.metres)) if at != left_out]
        fewer = AgeTable(
            tuple(whole.metres[at] for at in kept),
            tuple(whole.open_seconds[at] for at in kept),
            {25: (1.0,) * len(kept)},
        )
        standard = fewer.standard(25, whole.metres[left_out])
        assert standard == pytest.approx(whole.open_seconds[left_out], rel=0.01)


@pytest.mark.parametrize(("age", "metres"), [(4, FIVE), (101, FIVE), (40, 1_600.0), (40, 200_001)])
def test_beyond_the_table_there_is_no_grade(age: int, metres: float) -> None:
    assert Runner(2026 - age, TABLES["male"]).grade(date(2026, 6, 1), metres, 1_500) is None


def test_the_age_is_the_one_reached_in_the_year() -> None:
    runner = Runner(1980, TABLES["female"])
    assert (runner.age(date(2026, 1, 1)), runner.age(date(2026, 12, 31))) == (46, 46)


def test_the_same_time_is_worth_more_years_later() -> None:
    runner = Runner(1980, TABLES["male"])
    then = runner.grade(date(2021, 5, 1), TEN, 3_000)
    now = runner.grade(date(2026, 5, 1), TEN, 3_000)
    assert then
    assert now
    assert then < now


@given(
    st.sampled_from(SEXES),
    st.integers(5, 100),
    st.floats(MILE, 199_000.0),
    st.floats(1.001, 1.004),
)
def test_whoever_runs_farther_has_more_time(
    sex: Sex, age: int, metres: float, farther: float
) -> None:
    shorter = TABLES[sex].standard(age, metres)
    longer = TABLES[sex].standard(age, metres * farther)
    assert shorter
    assert longer
    assert shorter < longer


def test_source_and_licence_stand_above_the_factors() -> None:
    remarks = [line for line in ROAD.read_text(encoding="utf-8").splitlines() if line[0] == "#"]
    said = " ".join(remarks)
    assert "https://github.com/AlanLyttonJones/Age-Grade-Tables" in said
    assert "CC0 1.0" in said
