"""Firsts."""

from stepping import RIDE, done, sentences

from stridelog.milestones import first_ever


def test_the_first_entry_is_one_and_the_first_over_each_distance() -> None:
    entries = [
        done(1, "2024-01-01", {"distance": 5_000.0, "duration": 1_500.0}),
        done(2, "2024-01-02", {"distance": 5_000.0, "duration": 1_500.0}),
        done(3, "2024-02-03", {"distance": 10_000.0, "duration": 3_100.0}),
        done(4, "2024-03-04", {"distance": 21_100.0, "duration": 7_000.0}),
        done(5, "2024-03-05", {"distance": 21_100.0, "duration": 7_000.0}),
    ]
    assert sentences(first_ever, entries) == [
        "2024-01-01 big: your first run: a 5k",
        "2024-02-03 small: your first 10k",
        "2024-03-04 big: your first half",
    ]


def test_what_is_doubtful_is_not_the_first_over_a_distance() -> None:
    entries = [
        done(1, "2024-01-01", {"distance": 5_000.0, "duration": 900.0}, counts=False),
        done(2, "2024-01-02", {"distance": 5_000.0, "duration": 1_500.0}),
    ]
    assert sentences(first_ever, entries) == [
        "2024-01-01 big: your first run",
        "2024-01-02 small: your first 5k",
    ]


def test_nobody_rides_a_marathon() -> None:
    entries = [done(1, "2024-01-01", {"distance": 42_195.0, "duration": 6_000.0}, RIDE)]
    assert sentences(first_ever, entries, RIDE) == ["2024-01-01 big: your first ride"]


def test_the_first_of_an_activity_says_so_however_far_it_was() -> None:
    entries = [done(1, "2024-01-01", {"distance": 42_195.0, "duration": 15_000.0})]
    assert sentences(first_ever, entries) == ["2024-01-01 big: your first run: a marathon"]
