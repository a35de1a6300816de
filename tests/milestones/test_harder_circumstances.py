"""Faster than then, under harder circumstances."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from stepping import done, found, sentences

from stridelog.domain.distance import STANDARD_DISTANCES
from stridelog.domain.done import Done
from stridelog.milestones import harder_circumstances
from stridelog.milestones.harder_circumstances import HARDER


def ten(number: int, day: str, clock: str, *tags: str, counts: bool = True) -> Done:
    minutes, seconds = clock.split(":")
    values = {"distance": 10_000.0, "duration": 60.0 * int(minutes) + float(seconds)}
    return done(number, day, values, tags=tags, counts=counts)


def said(*entries: Done) -> list[str]:
    return sentences(harder_circumstances, entries)


FIRST = ten(1, "2021-05-01", "51:46")


def test_the_stroller_at_last_is_faster_than_one_was_without() -> None:
    assert said(FIRST, ten(2, "2026-11-19", "50:42", "stroller")) == [
        "2026-11-19 big: faster +stroller than your best 10k of 2021: 50:42, then 51:46"
    ]


def test_it_leads_to_the_entry_and_to_the_best_of_that_year() -> None:
    entries = [FIRST, ten(2, "2021-06-01", "51:30"), ten(3, "2026-11-19", "50:42", "stroller")]
    assert [each.numbers for each in found(harder_circumstances, entries)] == [(3, 2)]


def test_it_is_told_once_for_each_tag() -> None:
    later = [
        ten(2, "2024-11-19", "50:42", "stroller"),
        ten(3, "2024-11-20", "50:12", "stroller"),
        ten(4, "2025-01-20", "50:00", "snow", "stroller"),
    ]
    assert said(FIRST, *later) == [
        "2024-11-19 big: faster +stroller than your best 10k of 2021: 50:42, then 51:46",
        "2025-01-20 big: faster +snow +stroller than your best 10k of 2021: 50:00, then 51:46",
    ]


def test_the_best_of_a_year_is_a_year_old_inside_a_longer_one_as_well() -> None:
    def run(number: int, day: str, metres: float, seconds: float, *tags: str) -> Done:
        return done(number, day, {"distance": metres, "duration": seconds}, tags=tags)

    slow, inside = run(1, "2025-01-01", 5_000, 1800), run(2, "2025-01-02", 10_000, 3300)
    assert said(slow, inside, run(3, "2026-01-01", 5_000, 1600, "stroller")) == []
    assert len(said(slow, inside, run(3, "2026-01-02", 5_000, 1600, "stroller"))) == 1


def test_the_year_in_which_it_began_is_told_first_then_the_latest_beaten() -> None:
    plain = [FIRST, ten(2, "2022-05-01", "50:00"), ten(3, "2023-05-01", "49:00")]
    pushed = [
        ten(4, "2026-01-01", "51:00", "stroller"),
        ten(5, "2026-02-01", "48:30", "stroller"),
        ten(6, "2026-03-01", "48:00", "stroller"),
    ]
    assert said(*plain, *pushed) == [
        "2026-01-01 big: faster +stroller than your best 10k of 2021: 51:00, then 51:46",
        "2026-02-01 big: faster +stroller than your best 10k of 2023: 48:30, then 49:00",
    ]


def test_a_year_must_have_passed() -> None:
    assert said(FIRST, ten(2, "2022-04-30", "50:42", "stroller")) == []
    assert said(FIRST, ten(2, "2022-05-01", "50:42", "stroller")) != []
    leap = ten(1, "2024-02-29", "51:46")
    assert said(leap, ten(2, "2025-02-28", "50:42", "snow")) == []
    assert said(leap, ten(2, "2025-03-01", "50:42", "snow")) != []


def test_what_is_no_faster_to_be_seen_is_none() -> None:
    assert said(FIRST, ten(2, "2026-11-19", "51:46", "stroller")) == []
    assert said(FIRST, ten(2, "2026-11-19", "51:50", "stroller")) == []


def test_what_was_hard_already_then_and_what_is_no_hardship_do_not_compare() -> None:
    assert said(ten(1, "2021-05-01", "51:46", "snow"), ten(2, "2026-11-19", "50:42", "snow")) == []
    assert said(FIRST, ten(2, "2026-11-19", "50:42", "race")) == []
    assert said(FIRST, ten(2, "2026-11-19", "50:42", "stroller", counts=False)) == []


def test_a_stretch_of_a_longer_run_counts_and_the_longest_is_told() -> None:
    longer = {"distance": 12_000.0, "duration": 3700.0}
    segments = {400.0: 60.0, 5_000.0: 1480.0, 10_000.0: 3000.0}
    plain = [done(2, "2021-06-01", {"distance": 5_000.0, "duration": 1500.0})]
    pushed = [done(3, "2026-01-01", longer, tags=["stroller"], segments=segments)]
    assert said(FIRST, *plain, *pushed) == [
        "2026-01-01 big: faster +stroller than your best 10k of 2021: 50:00, then 51:46"
    ]


runs = st.lists(
    st.tuples(
        st.dates(min_value=FIRST.day, max_value=FIRST.day.replace(year=2030)),
        st.sampled_from(["5k", "10k"]),
        st.integers(0, 40),
        st.sets(st.sampled_from(["stroller", "snow", "race"])),
    ),
    max_size=40,
)


def made(drawn: Sequence[tuple[object, str, int, set[str]]]) -> list[Done]:
    return [
        done(
            number,
            str(day),
            {"distance": STANDARD_DISTANCES[name], "duration": STANDARD_DISTANCES[name] / 3 + more},
            tags=sorted(tags),
        )
        for number, (day, name, more, tags) in enumerate(drawn)
    ]


@given(runs)
def test_each_year_is_told_once_for_a_distance_and_tags_and_was_beaten(
    drawn: list[tuple[object, str, int, set[str]]],
) -> None:
    entries = made(drawn)
    told = found(harder_circumstances, entries)
    once = [(each.said["name"], each.said["with"], each.said["since"][:4]) for each in told]
    assert len(once) == len(set(once))
    for each in told:
        now, then = (entries[number] for number in each.numbers)
        assert now.distance == each.said["name"]
        assert (then.distance != now.distance) == each.said.get("within", False)
        assert HARDER.intersection(now.tags)
        assert not HARDER.intersection(then.tags)
        assert now.values["pace"][0] < then.values["pace"][0]
        assert (now.day - then.day).days >= 365
        same_year = [
            other
            for other in entries
            if other.day.year == then.day.year
            and other.distance == then.distance
            and not HARDER.intersection(other.tags)
        ]
        assert then.values["pace"][0] <= min(other.values["pace"][0] for other in same_year)


def is_inside(now: Done, other: Done) -> bool:
    """Tell whether a plain 10k before it had a 5k in it that was no slower."""
    if (now.distance, other.distance) != ("5k", "10k") or HARDER.intersection(other.tags):
        return False
    halved = other.values["duration"][0] / 2
    return other.day < now.day and not seen_faster(now.values["duration"][0], halved)


def seen_faster(now: float, then: float) -> bool:
    return then - now >= 0.5 and round(now) != round(then)


@given(runs)
def test_the_first_to_beat_a_year_under_a_tag_is_told(
    drawn: list[tuple[object, str, int, set[str]]],
) -> None:
    entries = made(drawn)
    told = {each.numbers[0] for each in found(harder_circumstances, entries)}
    beaten = set[tuple[str, str, int]]()
    for now in sorted(entries, key=lambda each: each.day):
        plain: dict[int, Done] = {}
        for then in sorted(entries, key=lambda each: each.day):
            best = plain.get(then.day.year, then)
            faster = then is best or then.values["duration"][0] < best.values["duration"][0]
            if then.distance == now.distance and not HARDER.intersection(then.tags) and faster:
                plain[then.day.year] = then
        new = {
            (now.distance, tag, year)
            for tag in HARDER.intersection(now.tags)
            for year, then in plain.items()
            if then.values["duration"][0] - now.values["duration"][0] >= 1
            and not any(is_inside(now, other) and other.day.year == year for other in entries)
            and (then.day.year + 1, then.day.month, then.day.day)
            <= (now.day.year, now.day.month, now.day.day)
        } - beaten
        assert (now.number in told) == bool(new)
        beaten |= new


def test_the_best_of_a_year_may_be_inside_a_longer_run() -> None:
    longer = done(2, "2021-06-01", {"distance": 12_000.0, "duration": 3_060.0})
    assert said(FIRST, longer, ten(3, "2026-11-19", "50:42", "stroller")) == []
    twice = done(2, "2021-06-01", {"distance": 20_000.0, "duration": 6_120.0})
    then = "then 51:00 inside a longer one"
    assert said(FIRST, twice, ten(3, "2026-11-19", "50:42", "stroller")) == [
        f"2026-11-19 big: faster +stroller than your best 10k of 2021: 50:42, {then}"
    ]
