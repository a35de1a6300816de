"""What is done on the Mondays of a year: goals are added, reviewed, adjusted and closed."""

from collections.abc import Callable, Mapping
from datetime import date

from dialogue_terminal import CTRL_C
from monday_terminal import Year

PLAN, DONE, KEPT = "What will you do this week?", "Is it done?", "Kept "
REACHED, OVER = "It is reached! What now?", "Its days are over. What now?"
MISSED = "It cannot be reached any more. What now?"
LEARNED, ADJUSTED = "What did you learn?", "What is it to be?"


def january_5(year: Year) -> None:
    year.types(
        'goals add run 1500km --this-year --why "To be out every other day." '
        '--step "750km by 30 june"',
        "goals add run 3/week --this-quarter",
        'goals add "No injury before the race" run +injury --avoid --by 2026-06-14 '
        '--event "City run"',
    )
    year.is_asked("goals review", (PLAN, "3 runs"), (PLAN, ""), (PLAN, "stretch after every run"))


def january_12(year: Year) -> None:
    year.is_asked(
        "goals review",
        (PLAN, "40 km"),
        (PLAN, "paus"),
        ("Did you mean pause?", "keep"),
        (f'{KEPT}"stretch after every run"?', "perhaps"),
        ("Say y for yes or n for no.", "n"),
        (PLAN, "stretch after every run"),
    )


def january_19(year: Year) -> None:
    year.fills_in(
        "goals add",
        ("What for?", "run"),
        ("how much", "10k 50:00"),
        ("until when", "30 june"),
        ("why", "The number."),
        ("event", "City run"),
        ("its rank", "A"),
        ("called", "Under 50 minutes"),
    )
    year.fills_in(
        "goals add",
        ("What for?", "something to do"),
        ("what", "Run all of it, no walking"),
        ("until when", "14 june"),
        ("why", ""),
        ("event", "City run"),
        ("its rank", "C"),
        ("area", ""),
    )
    year.types(
        'goals edit 5 --step "Enter the race by 2026-02-28"',
        "goals review --kept 3 --keep 1 --keep 2 --keep 4 --keep 5",
        "goals",
    )


def february_9(year: Year) -> None:
    year.is_asked(
        "goals review",
        (PLAN, ""),
        (PLAN, ""),
        (PLAN, "a parkrun"),
        (DONE, ""),
        ("Done: Enter the race, by Sat 28 Feb 2026?", "y"),
        (PLAN, ""),
        (PLAN, "sleep eight hours"),
    )


def march_16(year: Year) -> None:
    year.is_asked(
        "goals review",
        (PLAN, "pause"),
        (PLAN, ""),
        (PLAN, "pause"),
        (DONE, ""),
        (PLAN, "see the physiotherapist"),
        (MISSED, "close"),
        (LEARNED, "A week of 29 km is no place for a sprint."),
    )


def march_23(year: Year) -> None:
    year.is_asked(
        "goals review",
        (PLAN, "a walk every day"),
        (f'{KEPT}"see the physiotherapist"?', "y"),
        (DONE, CTRL_C),
        ends=130,
    )


def march_30(year: Year) -> None:
    year.types("list run --period 2026-03")
    year.is_asked(
        "goals review",
        (f'{KEPT}"a walk every day"?', "y"),
        (PLAN, ""),
        (DONE, ""),
        (PLAN, ""),
    )


def april_6(year: Year) -> None:
    year.types("goals resume 1", "goals resume 4", "goals add shift csat=94% --this-quarter")
    year.is_asked(
        "goals review",
        (PLAN, "2 runs"),
        (OVER, "close"),
        (LEARNED, ""),
        (PLAN, "ask before I answer"),
        (PLAN, ""),
        (DONE, ""),
        (PLAN, ""),
    )


def april_13(year: Year) -> None:
    year.types(
        'goals review --not-kept 6 --close 6 --learned "6=Nothing yet." --promise "1=2 runs"',
        "undo",
        'goals review --not-kept 6 --promise "1=2 runs" --keep 4 --keep 5',
    )


def may_18(year: Year) -> None:
    year.is_asked(
        "goals review",
        (PLAN, "adjust"),
        (ADJUSTED, "1200kg"),
        (ADJUSTED, "1200km"),
        (PLAN, "25 km"),
        (PLAN, ""),
        (PLAN, "a 5k, fast"),
        (DONE, ""),
        (PLAN, ""),
    )
    year.types('goals edit 1 --drop-step "30 june"')


def june_15(year: Year) -> None:
    year.is_asked(
        "goals review",
        (PLAN, ""),
        (PLAN, ""),
        (REACHED, "close"),
        (LEARNED, "A parkrun two weeks before tells it."),
        (DONE, "y"),
        (REACHED, "close"),
        (LEARNED, ""),
    )
    year.types("goals list --all")


def july_6(year: Year) -> None:
    year.types("goals add shift resolution -10% --from-last-quarter --this-quarter")
    year.is_asked("goals review", (PLAN, "90 km"), (OVER, "close"), (LEARNED, ""), (PLAN, ""))


def july_27(year: Year) -> None:
    year.types('goals review --promise "1=2 runs" --promise "7=write the tenth template"')


def august_17(year: Year) -> None:
    year.is_asked(
        "goals review",
        (PLAN, "3 runs"),
        (f'{KEPT}"write the tenth template"?', "y"),
        (PLAN, ""),
    )


def october_5(year: Year) -> None:
    year.is_asked(
        "goals review", (PLAN, ""), (REACHED, "close"), (LEARNED, "Templates for the ten usual.")
    )


def october_26(year: Year) -> None:
    year.is_asked("goals review", (PLAN, "3 runs"))


def december_7(year: Year) -> None:
    year.is_asked("goals review", (REACHED, "close"), (LEARNED, "After a break, ask for less."))


def december_14(year: Year) -> None:
    year.is_asked("goals review")
    year.types("goals add run 1300km --period 2027", "goals review --keep 8")


def december_28(year: Year) -> None:
    year.is_asked("goals review", (PLAN, "buy shoes"))
    year.types("goals history --weeks 53")


def by_options(year: Year) -> None:
    """Keep every goal, and say that every promise in words was kept."""
    words = ["goals", "review"]
    for goal in year.stride.json("goals", "review")["goals"]:
        words += ["--keep", str(goal["id"])]
        if goal["commitment"] and goal["commitment"]["kept"] is None:
            words += ["--kept", str(goal["id"])]
    year.stride.ok(*words)


PLAYED: Mapping[date, Callable[[Year], None]] = {
    date(2026, 1, 5): january_5,
    date(2026, 1, 12): january_12,
    date(2026, 1, 19): january_19,
    date(2026, 2, 9): february_9,
    date(2026, 3, 16): march_16,
    date(2026, 3, 23): march_23,
    date(2026, 3, 30): march_30,
    date(2026, 4, 6): april_6,
    date(2026, 4, 13): april_13,
    date(2026, 5, 18): may_18,
    date(2026, 6, 15): june_15,
    date(2026, 7, 6): july_6,
    date(2026, 7, 27): july_27,
    date(2026, 8, 17): august_17,
    date(2026, 10, 5): october_5,
    date(2026, 10, 26): october_26,
    date(2026, 12, 7): december_7,
    date(2026, 12, 14): december_14,
    date(2026, 12, 28): december_28,
}
