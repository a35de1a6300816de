"""Firsts."""

from stepping import ACTIVITIES, RIDE, done, sentences

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


def test_whoever_has_gone_farther_has_no_first_5k() -> None:
    entries = [
        done(1, "2016-10-01", {"distance": 6_600.0, "duration": 2_400.0}),
        done(2, "2019-02-15", {"distance": 5_000.0, "duration": 1_500.0}),
        done(3, "2019-02-16", {"distance": 10_000.0, "duration": 3_100.0}),
    ]
    assert sentences(first_ever, entries) == [
        "2016-10-01 big: your first run",
        "2019-02-16 small: your first 10k",
    ]


def test_nobody_rides_a_marathon() -> None:
    entries = [done(1, "2024-01-01", {"distance": 42_195.0, "duration": 6_000.0}, RIDE)]
    assert sentences(first_ever, entries, RIDE) == ["2024-01-01 big: your first ride"]


def test_the_first_of_an_activity_says_so_however_far_it_was() -> None:
    entries = [done(1, "2024-01-01", {"distance": 42_195.0, "duration": 15_000.0})]
    assert sentences(first_ever, entries) == ["2024-01-01 big: your first run: a marathon"]


def test_of_a_walk_or_a_swim_it_says_what_it_was_since_no_race_is_meant() -> None:
    walk, swim = ACTIVITIES["walk"], ACTIVITIES["swim"]
    walks = [
        done(1, "2024-01-01", {"distance": 3_000.0, "duration": 1_800.0}, walk),
        done(2, "2024-01-02", {"distance": 10_000.0, "duration": 6_000.0}, walk),
        done(3, "2024-01-03", {"distance": 21_300.0, "duration": 14_000.0}, walk),
    ]
    assert sentences(first_ever, walks, walk) == [
        "2024-01-01 big: your first walk",
        "2024-01-02 small: your first 10k walk",
        "2024-01-03 big: your first half-marathon walk",
    ]
    swims = [
        done(1, "2024-01-01", {"distance": 1_000.0, "duration": 1_500.0}, swim),
        done(2, "2024-01-02", {"distance": 1_620.0, "duration": 2_400.0}, swim),
    ]
    assert sentences(first_ever, swims, swim)[1:] == ["2024-01-02 small: your first mile swim"]
    assert sentences(first_ever, walks[2:], walk) == [
        "2024-01-03 big: your first walk: a half-marathon"
    ]
