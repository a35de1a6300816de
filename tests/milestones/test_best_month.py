"""The best month of a measure."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from stepping import RUN, SHIFT, done, found, sentences

from stridelog.domain.done import Done
from stridelog.milestones import best_month


def shifts(month: int, values: list[dict[str, float]], *, counts: bool = True) -> list[Done]:
    """Return a shift a day with these values, in a month of 2024."""
    return [
        done(100 * month + n, f"2024-{month:02}-{n:02}", value, SHIFT, counts=counts)
        for n, value in enumerate(values, 1)
    ]


def csat(month: int, value: float, count: int = 5, responses: float = 10.0) -> list[Done]:
    return shifts(month, [{"csat": value, "responses": responses}] * count)


def all_of(*months: list[Done]) -> list[Done]:
    return [each for month in months for each in month]


def test_the_best_csat_month_is_told_once_there_are_three_others() -> None:
    history = all_of(csat(1, 0.90), csat(2, 0.91), csat(3, 0.92), csat(4, 0.89), csat(5, 0.94))
    assert sentences(best_month, history, SHIFT) == [
        "2024-05-31 big: best csat month yet: 94 % in May 2024, before that 92 % in Mar 2024"
    ]
    assert sentences(best_month, history[5:15] + history[20:], SHIFT) == []


def test_a_better_month_after_three_is_told() -> None:
    history = all_of(csat(1, 0.90), csat(2, 0.91), csat(3, 0.92), csat(4, 0.93))
    assert [each.numbers for each in found(best_month, history, SHIFT)] == [(405, 305)]


def test_shifts_weigh_as_much_as_they_have_answers() -> None:
    before = all_of(csat(1, 0.89), csat(2, 0.89), csat(3, 0.90))
    few, many = {"csat": 1.0, "responses": 1.0}, {"csat": 0.9, "responses": 100.0}
    assert sentences(best_month, before + shifts(4, [few] * 4 + [many]), SHIFT) == [
        "2024-04-30 big: best csat month yet: 90.4 % in Apr 2024, before that 90 % in Mar 2024"
    ]


def test_nps_is_the_ratio_of_the_months_sums() -> None:
    plain = {"promoters": 6.0, "passives": 2.0, "detractors": 2.0}
    good, bad = {"promoters": 90.0, "passives": 10.0}, {"detractors": 5.0}
    history = all_of(*(shifts(month, [plain] * 5) for month in (1, 2, 3)))
    assert sentences(best_month, history + shifts(4, [good, bad, bad, bad, bad]), SHIFT) == [
        "2024-04-30 big: best nps month yet: +58.3 in Apr 2024, before that +40 in Jan 2024"
    ]


def test_where_less_is_better_the_lowest_month_is_a_small_one() -> None:
    history = all_of(
        *(
            shifts(month, [{"first-reply": minutes * 60.0, "tickets": 30.0}] * 5)
            for month, minutes in enumerate((14, 15, 13, 12), 1)
        )
    )
    (told,) = sentences(best_month, history, SHIFT)
    was = "before that 13 min in Mar 2024"
    assert told == f"2024-04-30 small: best first-reply month yet: 12 min in Apr 2024, {was}"


def test_a_clear_best_is_told_in_its_own_month_however_soon_after_the_last() -> None:
    history = all_of(
        *(
            shifts(month, [{"first-reply": (20.0 - month) * 60.0, "tickets": 30.0}] * 5)
            for month in range(1, 13)
        )
    )
    assert [each.day.month for each in found(best_month, history, SHIFT)] == list(range(4, 13))


def test_small_gains_are_told_when_they_sum_up() -> None:
    replies = [600.0, 590.0, 580.0, 575.0, 570.0, 560.0, 552.0, 540.0]
    history = all_of(
        *(
            shifts(month, [{"first-reply": seconds, "tickets": 30.0}] * 5)
            for month, seconds in enumerate(replies, 1)
        )
    )
    assert [each.day.month for each in found(best_month, history, SHIFT)] == [6, 8]


def test_of_a_score_a_point_is_a_gain_and_what_leads_is_always_told() -> None:
    history = all_of(
        *(
            shifts(month, [{"csat": 0.8 + month / 100, "responses": 9.0, **answers}] * 5)
            for month in range(1, 13)
            for answers in [{"promoters": 10.0 + month, "passives": 9.0}]
        )
    )
    told = [(each.said["name"], each.day.month) for each in found(best_month, history, SHIFT)]
    assert [month for name, month in told if name == "csat"] == list(range(4, 13))
    assert [month for name, month in told if name == "nps"] == list(range(4, 12))


def test_a_month_of_few_shifts_or_few_answers_is_no_month() -> None:
    before = all_of(csat(1, 0.90), csat(2, 0.90), csat(3, 0.90))
    assert sentences(best_month, before + csat(4, 1.0, count=4), SHIFT) == []
    assert sentences(best_month, before + csat(4, 1.0, responses=3.0), SHIFT) == []
    assert len(sentences(best_month, before + csat(4, 1.0, responses=4.0), SHIFT)) == 1


def test_where_nobody_counted_answers_the_shifts_are_enough() -> None:
    values = enumerate((0.9, 0.9, 0.9, 0.95), 1)
    history = all_of(*(shifts(month, [{"csat": value}] * 5) for month, value in values))
    assert len(sentences(best_month, history, SHIFT)) == 1


def test_what_cannot_be_seen_is_no_better() -> None:
    before = all_of(csat(1, 0.90), csat(2, 0.90), csat(3, 0.90))
    assert sentences(best_month, before + csat(4, 0.9004), SHIFT) == []


def test_what_does_not_count_makes_no_month() -> None:
    before = all_of(csat(1, 0.90), csat(2, 0.90), csat(3, 0.90))
    doubtful = shifts(4, [{"csat": 1.0, "responses": 10.0}] * 5, counts=False)
    assert sentences(best_month, before + doubtful, SHIFT) == []


def test_pace_over_odd_distances_and_heart_rate_have_no_best_month() -> None:
    runs = [
        done(n, f"2024-{month:02}-{n:02}", {"distance": 5e3, "duration": 1e3, "heart-rate": rate})
        for month, rate in enumerate((2.5, 2.4, 2.3, 2.2, 2.1), 1)
        for n in range(1, 7)
    ]
    assert sentences(best_month, runs, RUN) == []


@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 100), st.integers(1, 9)), min_size=1, max_size=8),
        max_size=12,
    )
)
def test_a_month_told_is_better_than_each_that_had_enough_before_it(
    months: list[list[tuple[int, int]]],
) -> None:
    history = all_of(
        *(
            shifts(at, [{"csat": value / 100, "responses": count * 1.0} for value, count in month])
            for at, month in enumerate(months, 1)
        )
    )
    told = {each.day.month for each in found(best_month, history, SHIFT)}
    before: list[float] = []
    for at, month in enumerate(months, 1):
        answers = sum(count for _, count in month)
        if len(month) < 5 or answers < 20:
            assert at not in told
            continue
        mean = sum(value * count for value, count in month) / answers
        if at in told:
            assert len(before) >= 3
            assert mean > max(before)
        elif len(before) >= 3:
            assert mean <= max(before) + 0.0011
        before.append(mean)


def test_it_is_found_on_the_last_day_of_the_month() -> None:
    history = all_of(csat(11, 0.90), csat(9, 0.91), csat(10, 0.92), csat(12, 0.94))
    assert [each.day for each in found(best_month, history, SHIFT)] == [date(2024, 12, 31)]
