"""``stride log -``: many entries through a pipe, all of them or none."""

import json
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from command_line import Program, Ran, Stride
from conftest import Golden
from stridelog.cli.lines.log_lines import MANY
from stridelog.cli.lines.standard_input import LONGEST_LINE

Piped = Callable[..., Ran]


@pytest.fixture
def piped(stride: Stride, monkeypatch: pytest.MonkeyPatch) -> Piped:
    """Run ``stride log -`` with these lines coming through a pipe."""

    def ran(lines: str | bytes, *words: str) -> Ran:
        data = lines.encode() if isinstance(lines, str) else lines
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(data), encoding="utf-8"))
        return stride("log", "-", *words)

    return ran


def entries(stride: Stride) -> list[dict[str, object]]:
    return list(reversed(stride.json("list")["entries"]))


NOTES = """\ufeff# from my phone

2026-11-20 7:30 run 10k 50:42 +race @riverside "don't stop"\r
- last thursday 6am run 5k 24:59 —note “felt like flying”
• 20 nov shift 8h 31 csat=94 --effort 7 --with sam,Ann --gear 'Head set'
   RUN 3k
"""


def test_a_phone_s_notes_are_logged_line_by_line(
    stride: Stride, piped: Piped, golden: Golden
) -> None:
    ran = piped(NOTES, "--on", "yesterday")
    assert ran.code == 0
    golden("log-lines.txt", f"{ran.text}\n{stride.ok('show', '3')}\n{stride.ok('list')}")


def test_all_lines_are_one_change(stride: Stride, piped: Piped) -> None:
    stride.ok("log", "run", "1k")
    before = stride.kept()
    piped(NOTES)
    assert len(entries(stride)) == 5
    assert stride("undo").err == "Undone: stride log -  (4 entries)\n"
    assert stride.kept() == before


def test_what_is_bad_is_told_line_by_line_and_nothing_is_saved(
    stride: Stride, piped: Piped, golden: Golden
) -> None:
    ran = piped(
        b"run 10k\n"
        b"rnu 5k\n"
        b"2026-11-20 rnu 5k\n"
        b"rnu run 5k\n"
        b"# a remark\n"
        b"run 14m\n"
        b"run 10k 2:10\n"
        b"next thursday run 5k\n"
        b"tomorrow run 5k\n"
        b'run "never closed\n'
        b"run --onn x\n"
        b"7:30 run 5k --on 6am\n"
        b"run caf\xe9\n"
        b"run\0\n"
        b"run \x1b[31m\n"
        b'{"activity": "run", "foo": 1}\n'
        b'{"activity": "run"\n'
        b'{"distance": 5}\n'
        b"--on yesterday\n"
    )
    assert (ran.code, ran.out) == (2, "")
    golden("log-lines-refused.txt", ran.err)
    assert not stride.journal.exists()


def test_of_many_bad_lines_only_the_first_are_told(stride: Stride, piped: Piped) -> None:
    err = piped("run 1k\n" + "rnu 1k\n" * 32).err.splitlines()
    assert err[0] == "stride: 32 of 33 lines cannot be taken. Nothing was saved."
    assert err[1].startswith("  line 2: ")
    assert err[20].startswith("  line 21: ")
    assert err[21:] == ["  and 12 more"]
    assert not stride.journal.exists()


def test_what_is_no_list_at_all_is_not_read_to_its_end(piped: Piped) -> None:
    first, *_ = piped("nonsense\n" * (MANY + 500)).err.splitlines()
    assert first == f"stride: {MANY} of the first {MANY} lines cannot be taken. Nothing was saved."


def test_one_bad_line_among_thousands_is_found(stride: Stride, piped: Piped) -> None:
    lines = [f"run {1 + n % 40}k" for n in range(10_000)]
    lines[6_543] = "run 10x"
    ran = piped("\n".join(lines))
    assert ran.code == 2
    assert ran.err.splitlines()[1].startswith("  line 6544: ")
    assert not stride.journal.exists()


def test_many_lines_are_told_by_their_number_and_days(stride: Stride, piped: Piped) -> None:
    ran = piped("".join(f"2026-11-{day:02} run 5k\n" for day in range(1, 15)))
    assert len(ran.out.splitlines()) == 13
    assert ran.out.splitlines()[-2:] == [
        "and 4 more: 14 entries, 1 – 14 Nov 2026",
        "Take them all back with: stride undo",
    ]
    assert len(entries(stride)) == 14


def test_a_dry_run_shows_what_was_understood_and_saves_nothing(
    stride: Stride, piped: Piped
) -> None:
    ran = piped("run 5k\n", "--dry-run")
    assert ran.out.splitlines() == [
        "1  Thu 26 Nov 2026, 8:12  run  5.00 km",
        "",
        "1 entry, 26 Nov 2026",
        "Nothing was saved. This was a dry run.",
    ]
    assert not stride.journal.exists()


def test_the_document_has_every_entry(piped: Piped) -> None:
    document = json.loads(piped("run 5k\n" * 30, "--json").out)
    assert document["schema"] == "stride.log/1"
    assert document["dry_run"] is False
    assert [entry["number"] for entry in document["entries"]] == list(range(1, 31))
    assert document["entries"][0]["values"] == {"distance": {"value": 5000.0, "unit": "m"}}


def test_what_the_options_say_holds_for_lines_that_do_not(stride: Stride, piped: Piped) -> None:
    piped(
        "run 1k\nrun 2k --gear Old --on 2026-11-01\n7:30 run 3k --effort 2\n"
        '{"activity": "run"}\n{"activity": "run", "day": "2026-11-02", "gear": "J"}\n',
        *("--on", "yesterday", "--gear", "New", "--effort", "9", "--with", "sam", "--note", "x"),
    )
    found = [(e["at"][:16], e["gear"], e["effort"]) for e in entries(stride)]  # type: ignore[index]
    assert sorted(found) == [
        ("2026-11-01T12:00", "Old", 9),
        ("2026-11-02T12:00", "J", 9),
        ("2026-11-25T07:30", "New", 2),
        ("2026-11-25T12:00", "New", 9),
        ("2026-11-25T12:00", "New", 9),
    ]
    assert all((e["tags"], e["note"]) == (["with-sam"], "x") for e in entries(stride))


def test_a_date_that_could_be_two_is_said_back(piped: Piped) -> None:
    ran = piped("3/4 run 5k\n" * 3)
    assert ran.err == "3/4: taken for Fri 3 Apr 2026, 12:00\n"


def test_what_was_exported_can_be_piped_back(stride: Stride, piped: Piped) -> None:
    piped(NOTES)
    exported = json.loads(stride.ok("export"))["entries"]
    shown = stride.json("list")["entries"]
    for found in (exported, list(reversed(shown))):
        assert piped("".join(json.dumps(entry) + "\n" for entry in found)).code == 0

    def essence(entry: dict[str, object]) -> str:
        return json.dumps({k: v for k, v in entry.items() if k not in {"number", "uid"}})

    every = [essence(entry) for entry in entries(stride)]
    assert len(every) == 12
    assert all(every.count(entry) == 3 for entry in every)


@pytest.mark.parametrize(
    ("line", "at", "day"),
    [
        ('"at": "2026-11-20T07:30:15.5+05:30"', "2026-11-20T07:30:15+05:30", "2026-11-20"),
        ('"at": "2026-11-20T01:30:00+00:00", "day": "2026-11-19"', None, "2026-11-19"),
        ('"at": "2026-11-20 07:30"', None, "2026-11-20"),
        ('"day": "2026-11-20"', None, "2026-11-20"),
        ('"at": "2026-11-20"', None, "2026-11-20"),
        ('"on": "last friday 7:30"', None, "2026-11-20"),
    ],
)
def test_json_says_when_in_several_ways(
    stride: Stride, piped: Piped, line: str, at: str | None, day: str
) -> None:
    piped(f'{{"activity": "run", {line}}}')
    (entry,) = entries(stride)
    assert entry["day"] == day
    assert at is None or entry["at"] == at


@pytest.mark.parametrize(
    "members",
    [
        '"at": "yesterday"',
        '"at": "1066-10-14T09:00"',
        '"at": "2030-01-01T00:00:00+00:00"',
        '"at": "9999-12-31T23:59:59-14:00"',
        '"day": "2030-01-01"',
        '"day": "20 nov"',
        '"at": "2026-11-20T07:30", "day": "2026-11-01"',
        '"on": "yesterday", "day": "2026-11-01"',
        '"tags": ["two words"]',
        '"tags": ["\\ud800"]',
        '"note": "\\ud800"',
        '"place": "a b"',
        '"gear": "\\u0007"',
        '"effort": 11',
    ],
)
def test_json_that_cannot_be_is_refused(stride: Stride, piped: Piped, members: str) -> None:
    ran = piped(f'{{"activity": "run", {members}}}')
    assert ran.code == 2
    assert ran.err.startswith("stride: 1 line cannot be taken. Nothing was saved.\n  line 1: ")
    assert not stride.journal.exists()


@pytest.mark.parametrize(
    "words", [("--effort", "11"), ("--on", "tomorrow"), ("--gear", " "), ("--with", "a\x07")]
)
def test_what_is_wrong_beside_the_lines_is_told_once(piped: Piped, words: str) -> None:
    ran = piped("run 5k\n" * 5, *words)
    assert ran.code == 2
    assert "line" not in ran.err


def test_a_note_may_hold_anything(stride: Stride, piped: Piped) -> None:
    note = "a\0b\x1b[31m\n\u2028=1+1\u202e"
    assert piped(json.dumps({"activity": "run", "note": note})).code == 0
    assert entries(stride)[0]["note"] == note
    stride.ok("undo")
    stride.ok("redo")
    assert entries(stride)[0]["note"] == note
    assert "\x1b" not in stride.ok("show", "1")


@pytest.mark.parametrize("form", ["--csv", "--markdown"])
def test_other_forms_tell_the_entries_too(piped: Piped, form: str) -> None:
    assert "2026-11-25" in piped("yesterday run 5k\n", form).out.replace(
        "25 Nov 2026", "2026-11-25"
    )


@pytest.mark.parametrize("lines", ["", "\n\n", "# only a remark\n", "\ufeff", " \r\n"])
def test_no_line_is_no_entry_and_no_error(stride: Stride, piped: Piped, lines: str) -> None:
    ran = piped(lines)
    assert (ran.code, ran.out) == (0, "No line says anything.\nNothing was saved.\n")
    assert json.loads(piped(lines, "--json").out)["entries"] == []
    assert not stride.journal.exists()


@pytest.mark.parametrize("words", [("run",), ("--like", "last"), ("+race",)])
def test_beside_the_lines_no_entry_can_be_said(stride: Stride, piped: Piped, words: str) -> None:
    stride.ok("log", "run", "1k")
    assert "cannot stand beside -" in piped("run 5k", *words).err
    assert len(entries(stride)) == 1


def test_a_line_of_any_length_is_kept_or_refused(stride: Stride, piped: Piped) -> None:
    long = "x" * (LONGEST_LINE + 7)
    ran = piped(f'run 1k\nrun {long}\nrun 2k\nrun "{"y" * 200_000}"\nrnu\n')
    assert [line[:40] for line in ran.err.splitlines()] == [
        "stride: 3 of 5 lines cannot be taken. No",
        "  line 2: The line is too long for one e",
        "  line 4: The note has 200000 characters",
        '  line 5: There is no activity "rnu". Di',
    ]
    piped(f'run "{"z" * 100_000}"')
    assert entries(stride)[0]["note"] == "z" * 100_000


def test_what_is_written_in_a_line_does_nothing(stride: Stride, piped: Piped) -> None:
    ran = piped('run "\x1b[31m[red]\x07" +[red] --gear [bold]')
    assert ran.code == 0
    assert "\x1b" not in ran.out
    assert entries(stride)[0]["note"] == "\x1b[31m[red]\x07"


def test_a_closed_standard_input_is_told(stride: Stride, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert stride.refused(2, "log", "-").startswith("stride: Standard input is closed.")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(line=st.text() | st.binary())
def test_any_line_is_an_entry_or_refused_with_its_number(
    stride: Stride, piped: Piped, line: str | bytes
) -> None:
    stride.begin("log run 1k")
    data = line.encode(errors="surrogatepass") if isinstance(line, str) else line
    ran = piped(b"run 5k\n\nrun " + data.replace(b"\n", b" ") + b"\n", "--dry-run")
    if ran.code:
        first, problem, *rest = ran.err.splitlines()
        assert ran.code == 2
        assert first == "stride: 1 of 2 lines cannot be taken. Nothing was saved."
        assert problem.startswith("  line 3: ")
        assert rest == []
    else:
        assert "2 entries, " in ran.out


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(line=st.text(st.sampled_from("run10k:+@=-—\"'“”# {}[],.7/ \\")))
def test_any_mix_of_signs_is_an_entry_or_refused(stride: Stride, piped: Piped, line: str) -> None:
    stride.begin("log run 1k")
    ran = piped(line, "--dry-run")
    assert ran.code in {0, 2}
    assert bool(ran.code) == ran.err.startswith("stride: 1 line cannot be taken. Nothing was")


def test_an_activity_with_the_longest_name_fits_in_80_columns(stride: Stride, piped: Piped) -> None:
    name = "playing-the-accordion-with-my-brothers-x"
    stride.begin(f"activities add {name}")
    lines = f'{name} @park +loud "one more time, with feeling"\nrun 10k 50:42\n'
    shown = piped(lines, "--dry-run").out.splitlines()
    assert max(map(len, shown)) <= 80
    assert "  run  " in shown[1]
    assert "10.00 km in 50:42" in shown[1]
    assert piped(lines).code == 0
    shown = stride.ok("edit", "1-2", "+tired", "@home", "--dry-run").splitlines()
    assert max(map(len, shown)) <= 80


def at_a_terminal(program: Program) -> Any:  # noqa: ANN401 (pexpect has no types)
    """Return a process that reads lines from a terminal."""
    pexpect = pytest.importorskip("pexpect")
    return pexpect.spawn(
        sys.executable,
        ["-m", "stridelog", "log", "-"],
        env=program.environment,
        encoding="utf-8",
        timeout=30,
    )


def test_on_a_terminal_it_is_said_what_is_expected(stride: Stride, program: Program) -> None:
    child = at_a_terminal(program)
    child.expect_exact("Ctrl-D on a line of its own saves them all")
    child.sendline("run 5k 25:00")
    child.sendline("yesterday run 6k")
    child.sendeof()
    child.expect_exact("2 entries, 25 – 26 Nov 2026")
    child.read()
    child.close()
    assert child.exitstatus == 0
    assert len(entries(stride)) == 2


def test_ctrl_c_at_the_terminal_drops_all_lines(stride: Stride, program: Program) -> None:
    child = at_a_terminal(program)
    child.expect_exact("drops them")
    child.sendline("run 5k 25:00")
    child.sendintr()
    child.expect_exact("interrupted. Nothing was saved.")
    child.read()
    child.close()
    assert child.exitstatus == 130
    assert not stride.journal.exists()
