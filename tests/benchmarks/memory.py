"""Print the most memory that each command holds at 100 000 entries, and how fast an import is.

python tests/benchmarks/memory.py
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from processes import PYTHON, STRIDE, Measured, compiled, environ, measured
from ten_years import LARGE, make_journal

MEGABYTE = 1_000_000

BOUND = 64
"""Megabytes that a command of every day may hold."""

EVERY_DAY = (
    "log run 10k 50:42",
    "list",
    "show last",
    "search flying",
    "compare --years 5",
    "compare --years 5 --window 1y",
    "streaks",
    "activities",
)

WHOLE = ("list --json", "list --csv", "export", "export --format csv", "undo", "undo", "redo")
"""Commands that touch every entry; the second undo takes back the import."""


def line(what: str, of: Measured, bound: int | None = None) -> None:
    megabytes = of.peak / MEGABYTE
    limit = f"  at most {bound} MB" if bound else ""
    mark = "  ◀ too much" if bound and megabytes > bound else ""
    print(f"  {what:32} {megabytes:7.1f} MB {of.seconds:7.2f} s{limit}{mark}")


def main() -> None:
    compiled()
    with TemporaryDirectory() as name:
        folder = Path(name)
        imported = make_journal(folder, LARGE)
        line("python -c pass", measured([PYTHON, "-c", "pass"], environ(folder)))
        for words in EVERY_DAY:
            line(words, measured([STRIDE, *words.split()], environ(folder)), BOUND)
        for words in WHOLE:
            line(words, measured([STRIDE, *words.split()], environ(folder)))
        line("import", imported)
        print(f"  import: {LARGE / imported.seconds:.0f} rows a second")


if __name__ == "__main__":
    main()
