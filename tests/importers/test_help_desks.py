"""Help desks' exports of tickets, summed up to shifts by day."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path
from types import ModuleType
from zoneinfo import ZoneInfo

import pytest
from import_examples import csv_text, options, saved

from stridelog.domain.dates import DateOrder
from stridelog.domain.entry import Draft
from stridelog.domain.importing import (
    ImportFileError,
    ImportItem,
    ImportOptions,
    NothingToImportError,
    Problem,
    Remark,
)
from stridelog.importers import freshdesk, zendesk
from stridelog.importers._helpdesk.agents import WhichAgentError

ZENDESK = [
    *("Id", "Subject", "Requester", "Requester email", "Assignee", "Group", "Status"),
    *("Created at", "Solved at", "Satisfaction Score", "Reopens", "Replies"),
    *("First reply time in minutes", "First resolution time in minutes"),
    *("Full resolution time in minutes", "Requester wait time in minutes"),
]
FRESHDESK = [
    *("Ticket ID", "Subject", "Status", "Agent", "Full name", "Created time", "Resolved time"),
    *("Closed time", "Initial response time", "First response time (in hrs)"),
    *("Resolution time (in hrs)", "Agent interactions", "Customer interactions"),
    *("First response status", "Survey results"),
]
USUAL: Mapping[str, str] = {
    "Id": "1",
    "Assignee": "Sam Hill",
    "Status": "Solved",
    "Created at": "2026-11-20 09:00",
    "Solved at": "2026-11-20 11:00",
    "Ticket ID": "1",
    "Agent": "Sam Hill",
    "Created time": "2026-11-20 09:00:00",
    "Resolved time": "2026-11-20 11:00:00",
}
SUM = ("tickets", "reopened", "responses", "csat", "first-reply", "resolution")

Row = Mapping[str, str]


def table(header: Sequence[str], *rows: Row, labels: Mapping[str, str] | None = None) -> str:
    """Write rows; what a row does not say is as usual, tickets are numbered by their row."""
    named = [(labels or {}).get(label, label) for label in header]
    number = next(label for label in ("Id", "Ticket ID") if label in header)
    filled = [{**USUAL, number: str(n), **row} for n, row in enumerate(rows, start=1)]
    return csv_text([named, *([row.get(label, "") for label in header] for row in filled)])


def items(
    desk: ModuleType, folder: Path, text: str, asked: ImportOptions | None = None
) -> list[ImportItem]:
    path = saved(folder, text, name="tickets.csv")
    assert desk.sniff(path.name, path.read_bytes()[:65_536])
    return list(desk.read(path, asked or options()))


def shifts(
    desk: ModuleType, folder: Path, text: str, asked: ImportOptions | None = None
) -> list[Draft]:
    found = items(desk, folder, text, asked)
    assert not [item for item in found if isinstance(item, Problem)]
    return [item for item in found if isinstance(item, Draft)]


def remark(desk: ModuleType, folder: Path, text: str, asked: ImportOptions | None = None) -> str:
    *_, last = items(desk, folder, text, asked)
    assert isinstance(last, Remark)
    return last.text


def problems(desk: ModuleType, folder: Path, *rows: Row) -> list[tuple[int, str]]:
    header = ZENDESK if desk is zendesk else FRESHDESK
    found = items(desk, folder, table(header, *rows, {}))
    return [(item.row, item.reason) for item in found if isinstance(item, Problem)]


def test_the_tickets_that_were_solved_on_a_day_are_one_shift(tmp_path: Path) -> None:
    text = table(
        ZENDESK,
        {"Satisfaction Score": "Good", "Reopens": "2", "First reply time in minutes": "10"},
        {"Satisfaction Score": "BadWithComment", "First reply time in minutes": "40"},
        {"Satisfaction Score": "Good", "Full resolution time in minutes": "60"},
        {"Satisfaction Score": "Offered", "Reopens": "0"},
        {"Solved at": "2026-11-21 08:00", "Full resolution time in minutes": "30.5"},
    )
    first, second = shifts(zendesk, tmp_path, text)
    assert first == Draft(
        activity="shift",
        at=datetime(2026, 11, 20, 12, tzinfo=UTC),
        measurements={
            "tickets": 4.0,
            "reopened": 1.0,
            "responses": 3.0,
            "csat": 2 / 3,
            "first-reply": 1500.0,
            "resolution": (3 * 7200 + 3600) / 4,
        },
        origins=first.origins,
        row=2,
        day=datetime(2026, 11, 20, tzinfo=UTC).date(),
        wall_clock=True,
    )
    assert second.measurements == {"tickets": 1.0, "reopened": 0.0, "resolution": 1830.0}
    assert (second.at.isoformat(), second.row) == ("2026-11-21T12:00:00+00:00", 6)


def test_waiting_times_of_freshdesk_are_those_between_the_times(tmp_path: Path) -> None:
    text = table(
        FRESHDESK,
        {"Initial response time": "2026-11-20 09:12:30", "First response time (in hrs)": "99"},
        {"First response time (in hrs)": "00:07:30", "Resolution time (in hrs)": "50:00:00"},
        {"Created time": "", "Resolution time (in hrs)": "2:30"},
        {"Created time": "", "Resolution time (in hrs)": "-01:00:00"},
    )
    (shift,) = shifts(freshdesk, tmp_path, text)
    assert shift.measurements == {
        "tickets": 4.0,
        "first-reply": (750 + 450) / 2,
        "resolution": (2 * 7200 + 9000) / 3,
    }


def test_a_ticket_of_freshdesk_that_was_closed_at_once_counts(tmp_path: Path) -> None:
    text = table(FRESHDESK, {"Resolved time": "", "Closed time": "2026-11-22 10:00:00"})
    (shift,) = shifts(freshdesk, tmp_path, text)
    assert shift.at.isoformat() == "2026-11-22T12:00:00+00:00"


def test_an_answer_that_is_neither_good_nor_bad_is_an_answer(tmp_path: Path) -> None:
    answers = ("Extremely Happy", "Happy", "Neutral", "Unhappy", "", "Not Offered")
    text = table(FRESHDESK, *({"Survey results": answer} for answer in answers))
    (shift,) = shifts(freshdesk, tmp_path, text)
    assert (shift.measurements["csat"], shift.measurements["responses"]) == (0.5, 4.0)


def test_an_answer_that_is_not_understood_is_told(tmp_path: Path) -> None:
    text = table(FRESHDESK, {"Survey results": "Prima!"}, {"Survey results": "Happy"})
    (shift,) = shifts(freshdesk, tmp_path, text)
    assert shift.measurements["responses"] == 1.0
    assert 'Answers like "Prima!" are not understood.' in remark(freshdesk, tmp_path, text)


@pytest.mark.parametrize(
    ("label", "value", "seconds"),
    [
        ("FIRST REPLY TIME IN MINUTES", "15", 900.0),
        ("First reply time in minutes within business hours", "15", 900.0),
        ("first_reply_time", "15", 900.0),
        ("First reply time (in hrs)", "1.5", 5400.0),
        ("First reply time (min)", "0:45", 45.0),
        ("First reply time in seconds", "45", 45.0),
        ("First reply time in hours within business hours", "1:30", 5400.0),
    ],
)
def test_labels_vary_and_name_their_unit(
    tmp_path: Path, label: str, value: str, seconds: float
) -> None:
    header = ZENDESK[:-3]
    row = {"First reply time in minutes": value, "Created at": ""}
    text = table(header, row, labels={"First reply time in minutes": label})
    (shift,) = shifts(zendesk, tmp_path, text.replace("Solved at", "SOLVED AT"))
    assert shift.measurements["first-reply"] == seconds


def test_the_calendar_goes_before_business_hours(tmp_path: Path) -> None:
    header = [*ZENDESK, "First reply time in minutes within business hours"]
    row = {"First reply time in minutes": "100", header[-1]: "20"}
    for order in (header, [header[-1], *ZENDESK]):
        (shift,) = shifts(zendesk, tmp_path, table(order, row))
        assert shift.measurements["first-reply"] == 6000.0


def test_business_hours_are_not_filled_up_by_the_calendar(tmp_path: Path) -> None:
    label = "Full resolution time in minutes within business hours"
    text = table([*ZENDESK[:-2], label], {label: "30"}, {label: ""})
    (shift,) = shifts(zendesk, tmp_path, text)
    assert shift.measurements["resolution"] == 1800.0


def test_a_waiting_time_beyond_a_year_does_not_cost_the_day(tmp_path: Path) -> None:
    (shift,) = shifts(zendesk, tmp_path, table(ZENDESK, {"Created at": "2020-01-01 00:00"}))
    assert shift.measurements == {"tickets": 1.0, "reopened": 0.0}


def test_a_file_without_reopens_says_nothing_of_them(tmp_path: Path) -> None:
    header = [label for label in ZENDESK if label != "Reopens"]
    (shift,) = shifts(zendesk, tmp_path, table(header, {}))
    assert "reopened" not in shift.measurements


@pytest.mark.parametrize(
    "row",
    [
        {"Solved at": ""},
        {"Solved at": "-"},
        {"Status": "Open"},
        {"Status": "pending"},
        {"Status": "On-hold"},
        {"Assignee": ""},
        {"Assignee": "-"},
    ],
)
def test_a_ticket_that_is_not_solved_does_not_count(tmp_path: Path, row: Row) -> None:
    (shift,) = shifts(zendesk, tmp_path, table(ZENDESK, {}, row))
    assert shift.measurements["tickets"] == 1.0


def test_what_is_left_aside_is_told(tmp_path: Path) -> None:
    text = table(ZENDESK, {}, {"Solved at": ""}, {"Id": "1"}, {"Assignee": "Kim"})
    assert remark(zendesk, tmp_path, text, replace(options(), agent="sam HILL")) == (
        "1 ticket was solved by Sam Hill on 1 day; "
        "left aside: 1 of others, 1 not solved, 1 twice in the file."
    )


def test_a_file_of_unsolved_tickets_holds_nothing(tmp_path: Path) -> None:
    with pytest.raises(NothingToImportError, match="holds no ticket that an agent solved"):
        items(zendesk, tmp_path, table(ZENDESK, {"Solved at": ""}))


def test_with_several_agents_one_has_to_be_named(tmp_path: Path) -> None:
    rows = [{"Assignee": f"Agent {n}"} for n in range(12)] + [{"Assignee": "Sam"}] * 2
    path = tmp_path / "tickets.csv"
    with pytest.raises(WhichAgentError) as caught:
        items(zendesk, tmp_path, table(ZENDESK, *rows))
    listed = ", ".join(["Sam", *(f"Agent {n}" for n in range(9))])
    assert caught.value.message == f"{path} holds the tickets of 13 agents: {listed}, …."
    assert caught.value.hint == 'Say which one you are: --agent "Sam"'


def test_only_the_tickets_of_the_agent_who_is_named_count(tmp_path: Path) -> None:
    rows = [{"Assignee": name} for name in ("Kim", "Sam Hill", "SAM  HILL ", "Kim", "Lee")]
    asked = replace(options(), agent="sam hill")
    (shift,) = shifts(zendesk, tmp_path, table(ZENDESK, *rows), asked)
    assert shift.measurements["tickets"] == 2.0


def test_an_agent_who_is_not_there_is_refused(tmp_path: Path) -> None:
    rows = [{"Assignee": name} for name in ("Kim", "Sam Hill")]
    with pytest.raises(WhichAgentError) as caught:
        items(zendesk, tmp_path, table(ZENDESK, *rows), replace(options(), agent="Sam Hil"))
    assert caught.value.message.endswith('holds no ticket that "sam hil" solved.')
    assert caught.value.hint == '--agent "Sam Hill" is near. There are: Kim, Sam Hill.'


def test_days_are_those_of_the_persons_zone(tmp_path: Path) -> None:
    text = table(
        ZENDESK, {"Solved at": "2026-11-20T23:30:00Z"}, {"Solved at": "2026-11-20 23:30:00 -0500"}
    )
    found = shifts(zendesk, tmp_path, text, options(zone=ZoneInfo("Europe/Berlin")))
    assert [(d.at.isoformat(), d.wall_clock) for d in found] == [
        ("2026-11-21T12:00:00+01:00", False)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-20 15:30",
        "2026-11-20 03:30 PM",
        "20/11/2026 15:30:00",
        "11/20/2026 3:30 pm",
        "20 Nov, 2026 3:30 PM",
        "Fri, 20 Nov, 2026 3:30 PM",
        "Nov 20, 2026, 3:30:00 PM",
        "2026-11-20T15:30:00.000",
    ],
)
def test_times_are_read_in_many_forms(tmp_path: Path, text: str) -> None:
    row = {"Created at": "2026-11-20 15:00", "Solved at": text}
    (shift,) = shifts(zendesk, tmp_path, table(ZENDESK, row))
    assert (str(shift.day), shift.measurements["resolution"]) == ("2026-11-20", 1800.0)


@pytest.mark.parametrize("clock", ["12:30 AM", "0:30", "00:30:00", "12:30am"])
def test_half_past_midnight_is_half_past_midnight(tmp_path: Path, clock: str) -> None:
    row = {"Created at": "2026-11-20 00:00", "Solved at": f"20 Nov 2026 {clock}"}
    (shift,) = shifts(zendesk, tmp_path, table(ZENDESK, row))
    assert shift.measurements["resolution"] == 1800.0


@pytest.mark.parametrize("clock", ["24:00", "13:00 PM", "0:30 PM", "10:60", "7:5"])
def test_a_clock_that_cannot_be_is_refused(tmp_path: Path, clock: str) -> None:
    ((row, _),) = problems(zendesk, tmp_path, {"Solved at": f"20 Nov 2026 {clock}"})
    assert row == 2


def test_a_night_shift_belongs_to_the_day_on_which_it_began(tmp_path: Path) -> None:
    text = table(ZENDESK, {"Solved at": "2026-11-20 23:30"}, {"Solved at": "2026-11-21 03:59"})
    (shift,) = shifts(zendesk, tmp_path, text, replace(options(), day_starts=time(4)))
    assert (str(shift.day), shift.measurements["tickets"]) == ("2026-11-20", 2.0)


def test_a_wait_over_the_change_of_clocks_is_what_passed(tmp_path: Path) -> None:
    row = {"Created at": "2026-10-24 12:00", "Solved at": "2026-10-25 12:00"}
    (shift,) = shifts(
        zendesk, tmp_path, table(ZENDESK, row), options(zone=ZoneInfo("Europe/Berlin"))
    )
    assert shift.measurements["resolution"] == 25 * 3600.0


def test_the_order_of_day_and_month_is_found_out(tmp_path: Path) -> None:
    rows = [{"Solved at": "04/05/2026 10:00"}, {"Solved at": "13/05/2026 10:00"}]
    asked = options(order=DateOrder.MONTH_FIRST)
    found = shifts(zendesk, tmp_path, table(ZENDESK, *rows), asked)
    assert [str(draft.day) for draft in found] == ["2026-05-04", "2026-05-13"]


def test_the_order_of_the_rows_and_the_name_of_the_file_change_nothing(tmp_path: Path) -> None:
    chance = random.Random(4)  # noqa: S311 (the same rows every time)
    rows = [
        {
            "Id": str(number),
            "Solved at": f"2026-11-{chance.randint(10, 20)} {chance.randint(10, 20)}:17",
            "First reply time in minutes": f"{chance.random() * 90:.3f}",
            "Satisfaction Score": chance.choice(("Good", "Bad", "Offered")),
        }
        for number in range(200)
    ]
    before = shifts(zendesk, tmp_path, table(ZENDESK, *rows))
    chance.shuffle(rows)
    (tmp_path / "later").mkdir()
    after = shifts(zendesk, tmp_path / "later", table(ZENDESK, *rows))
    assert [replace(draft, row=0) for draft in before] == [replace(draft, row=0) for draft in after]


def test_days_weighted_by_their_tickets_give_the_mean_of_all(tmp_path: Path) -> None:
    waits = [3, 5, 100, 7, 7, 8]
    rows = [
        {"Solved at": f"2026-11-{20 + n // 4} 10:00", "First reply time in minutes": str(wait)}
        for n, wait in enumerate(waits)
    ]
    found = [draft.measurements for draft in shifts(zendesk, tmp_path, table(ZENDESK, *rows))]
    weighted = sum(m["first-reply"] * m["tickets"] for m in found) / sum(
        m["tickets"] for m in found
    )
    assert weighted == pytest.approx(sum(waits) / len(waits) * 60)


def test_a_later_export_of_a_day_has_the_same_origin(tmp_path: Path) -> None:
    (early,) = shifts(zendesk, tmp_path, table(ZENDESK, {}))
    (late,) = shifts(zendesk, tmp_path, table(ZENDESK, {}, {}))
    assert early.origins == late.origins
    assert (early.measurements["tickets"], late.measurements["tickets"]) == (1.0, 2.0)


def test_nothing_that_identifies_a_customer_is_in_a_draft(tmp_path: Path) -> None:
    secret = {
        "Subject": "MARKER",
        "Requester": "MARKER",
        "Requester email": "MARKER",
        "Full name": "MARKER",
        "Group": "MARKER",
    }
    for desk, header in ((zendesk, ZENDESK), (freshdesk, FRESHDESK)):
        number = "MARKER-4711"
        text = table(header, {**secret, "Id": number, "Ticket ID": number})
        found = repr(items(desk, tmp_path, text))
        assert "MARKER" not in found
        assert "Sam Hill" not in found.partition("Remark")[0]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"Solved at": "yesterday"}, '"yesterday" is no whole date.'),
        ({"Solved at": "1026-11-20 10:00"}, "The year 1026 is older than any journal."),
        ({"First reply time in minutes": "soon"}, 'first reply: "soon" is no quantity.'),
        ({"Reopens": "many"}, 'reopened: "many" is no quantity.'),
    ],
)
def test_a_row_that_cannot_be_read_is_named(tmp_path: Path, row: Row, reason: str) -> None:
    ((found, why),) = problems(zendesk, tmp_path, {}, row)
    assert found == 3
    assert why.startswith(reason)


@pytest.mark.parametrize(("desk", "other"), [(zendesk, FRESHDESK), (freshdesk, ZENDESK)])
def test_one_desk_does_not_take_the_tickets_of_another(
    tmp_path: Path, desk: ModuleType, other: Sequence[str]
) -> None:
    path = saved(tmp_path, table(other, {}))
    assert not desk.sniff(path.name, path.read_bytes())
    with pytest.raises(ImportFileError, match="is not an export of tickets from"):
        list(desk.read(path, options()))
