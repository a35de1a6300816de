"""Help desks' tickets, imported: shifts in the journal, and nothing of a customer."""

import json
from pathlib import Path

from command_line import Stride

HEADER = (
    "Id,Subject,Requester,Requester email,Assignee,Status,Created at,Solved at,"
    "Satisfaction Score,Reopens,First reply time in minutes\n"
)
EARLY = (
    "5101,MARKER-subject,MARKER-name,MARKER@example.org,Sam Hill,Solved,"
    "2026-11-18 09:02,2026-11-18 10:32,Good,0,12\n"
    "5102,MARKER-subject,MARKER-name,MARKER@example.org,Sam Hill,Solved,"
    "2026-11-18 09:40,2026-11-19 16:10,Bad,2,45\n"
)
LATE = (
    "5103,MARKER-subject,MARKER-name,MARKER@example.org,Sam Hill,Closed,"
    "2026-11-18 15:20,2026-11-19 16:30,Good,0,15\n"
)


def saved(folder: Path, name: str, rows: str) -> Path:
    path = folder / name
    path.write_text(HEADER + rows, encoding="utf-8")
    return path


def shifts(stride: Stride) -> list[dict[str, object]]:
    document = json.loads(stride.ok("list", "shift", "--json"))
    return [
        {"day": entry["day"]} | {name: m["value"] for name, m in entry["values"].items()}
        for entry in document["entries"]
    ]


def test_tickets_are_shifts_by_day(stride: Stride, tmp_path: Path) -> None:
    stride.ok("import", saved(tmp_path, "tickets.csv", EARLY), "--yes")
    late, early = shifts(stride)
    assert early["day"] == "2026-11-18"
    assert (early["tickets"], early["csat"], early["first-reply"]) == (1, 1, 720)
    assert (late["tickets"], late["csat"], late["reopened"]) == (1, 0, 1)


def test_the_same_export_again_adds_nothing(stride: Stride, tmp_path: Path) -> None:
    stride.ok("import", saved(tmp_path, "tickets.csv", EARLY), "--yes")
    before = shifts(stride)
    again = stride.ok("import", saved(tmp_path, "again.csv", EARLY), "--yes", "--json")
    assert json.loads(again)["files"][0]["known"] == 2
    assert shifts(stride) == before


def test_a_fuller_export_brings_its_days_up_to_date(stride: Stride, tmp_path: Path) -> None:
    stride.ok("import", saved(tmp_path, "tickets.csv", EARLY), "--yes")
    stride.ok("import", saved(tmp_path, "later.csv", EARLY + LATE), "--yes")
    late, early = shifts(stride)
    assert (early["tickets"], late["tickets"], late["csat"]) == (1, 2, 0.5)


def test_the_journal_holds_nothing_of_a_customer(stride: Stride, tmp_path: Path) -> None:
    stride.ok("import", saved(tmp_path, "tickets.csv", EARLY + LATE), "--yes")
    stride.ok("import", saved(tmp_path, "tickets.csv", EARLY + LATE + "5104,MARKER\n"), "--yes")
    files = list(tmp_path.glob("journal.db*"))
    assert files
    held = b"".join(file.read_bytes() for file in files)
    assert b"tickets" in held
    for secret in (b"MARKER", b"5101", b"5103", b"Sam Hill"):
        assert secret not in held
