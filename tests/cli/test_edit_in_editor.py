"""``stride edit`` in ``$EDITOR``: a readable form, in a real terminal, and nothing is ever lost."""

import re
import sys
from pathlib import Path

import pytest

from command_line import Program, Stride

pexpect = pytest.importorskip("pexpect", reason="pseudo-terminals are a matter of Unix")

EDITOR = """\
#!/bin/sh
# Keeps what it was given, and applies the next of the prepared changes (scripts for sed).
cat "$1" >> '{here}/seen'
next=$(ls '{here}/changes' | head -n 1)
[ -n "$next" ] || exit 0
sed -f "{here}/changes/$next" "$1" > '{here}/changed' && mv '{here}/changed' "$1"
rm "{here}/changes/$next"
"""


class Person:
    """Somebody at a terminal with an editor."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.here = program.here
        (self.here / "changes").mkdir()
        (self.here / "tmp").mkdir()
        editor = self.here / "my editor"
        editor.write_text(EDITOR.format(here=self.here))
        editor.chmod(0o700)
        self.editor = f"'{editor}'"

    def will(self, *changes: str) -> None:
        """Prepare what the editor does to the form, one script for sed each time it opens."""
        for number, change in enumerate(changes):
            (self.here / "changes" / str(number)).write_text(f"{change}\n")

    def edit(self, *answers: str) -> tuple[int, str]:
        """Run ``stride edit 1``, answer its questions; return exit code and what was shown."""
        variables = {"EDITOR": self.editor, "TMPDIR": str(self.here / "tmp"), "TERM": "dumb"}
        child = pexpect.spawn(
            sys.executable,
            ["-m", "stridelog", "edit", "1"],
            env={**self.program.environment, **variables},
            encoding="utf-8",
            dimensions=(24, 80),
            timeout=30,
        )
        shown = ""
        for answer in answers:
            child.expect_exact("[y/N] ")
            shown += child.before + child.after
            child.sendline(answer)
        child.expect(pexpect.EOF)
        child.close()
        return child.exitstatus, (shown + child.before).replace("\r\n", "\n")

    def seen(self) -> str:
        """Return the forms that the editor was given."""
        return (self.here / "seen").read_text()


@pytest.fixture
def person(stride: Stride, program: Program) -> Person:
    """Somebody who ran yesterday."""
    stride.begin(
        "log run 10k 50:42 +race +snow @riverside 'turkey trot' --gear Pegasus "
        "--on '2026-11-25 7:30'"
    )
    return Person(program)


def kept(person: Person) -> list[Path]:
    """Return the files that were left in the folder for temporary ones."""
    return list((person.here / "tmp").iterdir())


def test_the_form_is_readable(person: Person) -> None:
    person.edit()
    form = re.sub(r"[+-]\d\d:\d\d$", "+00:00", person.seen(), flags=re.MULTILINE)
    assert form == (
        "# Entry 1. Change what you like, save, and close the editor.\n"
        "# An empty value takes the thing away; an empty file leaves the entry as it was.\n"
        "activity: run\n"
        "at: 2026-11-25 07:30:00+00:00\n"
        "distance: 10km\n"
        "duration: 50:42\n"
        "elapsed:\n"
        "climb:\n"
        "heart-rate:\n"
        "tags: +race +snow\n"
        "place: riverside\n"
        "gear: Pegasus\n"
        "effort:\n"
        "note:\n"
        "turkey trot\n"
    )


def test_what_was_changed_is_saved(person: Person, stride: Stride) -> None:
    person.will("s/^distance:.*/distance: 10.2km/; s/^effort:/effort: 7/; s/^tags.*/tags: +sun/")
    code, shown = person.edit()
    assert (code, shown.splitlines()[0]) == (
        0,
        "✓ 1  run · Wed 25 Nov 2026, 7:30 · 10.20 km in 50:42 · 4:58/km",
    )
    (entry,) = stride.json("show", "1")["entries"]
    assert (entry["tags"], entry["effort"], entry["place"]) == (["sun"], 7, "riverside")
    assert stride("undo").err == "Undone: stride edit 1  (1 entry)\n"


def test_the_note_may_have_many_lines(person: Person, stride: Stride) -> None:
    person.will("s/^turkey trot/one\\\n\\\nnote: two\\\n# three/")
    assert person.edit()[0] == 0
    assert stride.json("show", "1")["entries"][0]["note"] == "one\n\nnote: two\n# three"


def test_a_form_that_comes_back_unchanged_changes_nothing(person: Person, stride: Stride) -> None:
    before = stride.kept()
    code, shown = person.edit()
    assert (code, shown) == (
        1,
        "stride: The form came back as it was. Nothing was changed.\n",
    )
    assert stride.kept() == before


def test_an_emptied_form_changes_nothing(person: Person, stride: Stride) -> None:
    before = stride.kept()
    person.will("d")
    code, shown = person.edit()
    assert (code, shown) == (1, "stride: The form came back empty. Nothing was changed.\n")
    assert stride.kept() == before


def test_a_broken_form_can_be_repaired(person: Person, stride: Stride) -> None:
    person.will(
        "s/^distance:.*/distance: ten/; s/turkey/chicken/", "s/^distance: ten/distance: 9k/"
    )
    code, shown = person.edit("y")
    assert code == 0
    assert shown.startswith('stride: "ten" is no quantity.')
    (entry,) = stride.json("show", "1")["entries"]
    assert (entry["values"]["distance"]["value"], entry["note"]) == (9000.0, "chicken trot")
    assert kept(person) == []


def test_a_broken_form_that_is_given_up_loses_nothing(person: Person, stride: Stride) -> None:
    before = stride.kept()
    person.will("s/^duration:.*/duration: 2:00/; s/turkey trot/a long story/")
    code, shown = person.edit("n")
    assert code == 1
    assert "faster than anyone ran" in shown
    assert stride.kept() == before
    (file,) = kept(person)
    assert f"What you wrote is kept in {file}\n" in shown
    assert "a long story" in file.read_text()
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("s/^activity.*/activity: rnu/", "The form names no known activity."),
        ("/^activity/d", "The form names no known activity."),
        ("s/^at:.*/at: yesterday/", '"yesterday" is not a time with its offset from UTC.'),
        ("s/^at:.*/at: 2026-11-25 07:30/", "is not a time with its offset from UTC."),
        ("s/^climb:/pulse: 140/", 'run has no measure "pulse".'),
        ("s/^climb:/distance: 5k/", "distance stands there twice."),
        ("s/^climb:/what a day/", '"what a day" is not a line of the form.'),
        ("s/^effort:/effort: 12/", 'Effort is a whole number from 1 to 10, not "12".'),
        ("s/^place.*/place: two words/", '"two words" is not a place'),
        ("s/^climb:/pace: 5:00\\/km/", 'run has no measure "pace".'),
    ],
)
def test_each_slip_in_a_form_is_named(person: Person, change: str, reason: str) -> None:
    person.will(change)
    code, shown = person.edit("n")
    assert code == 1
    assert reason in shown


@pytest.mark.parametrize(
    ("editor", "reason"),
    [
        ("no-such-editor-anywhere", 'The editor "no-such-editor-anywhere" cannot be started.'),
        ("false", "The editor gave up. Nothing was changed."),
        ("'unfinished", "cannot be started."),
    ],
)
def test_an_editor_that_fails_changes_nothing(
    person: Person, stride: Stride, editor: str, reason: str
) -> None:
    before = stride.kept()
    person.editor = editor
    code, shown = person.edit()
    assert code == 1
    assert reason in shown
    assert stride.kept() == before
