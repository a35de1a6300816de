"""The examples of code on the page about the architecture do what they say."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType

from pages import said

from stridelog.domain.dates import DateOrder
from stridelog.domain.entry import Draft
from stridelog.domain.importing import ImportOptions, Problem
from stridelog.domain.quantity import Notation
from stridelog.render.markdown import draw

OPTIONS = ImportOptions(UTC, Notation(), DateOrder.DAY_FIRST, measures={})


def example(title: str) -> ModuleType:
    """Return the code below a heading as a module."""
    section = said("architecture.md").partition(f"### {title}\n")[2]
    code = re.search(r"```python\n(.*?)```", section, re.DOTALL)
    assert code is not None
    module = ModuleType("example")
    exec(compile(code[1], "architecture.md", "exec", dont_inherit=True), module.__dict__)  # noqa: S102 (ours)
    return module


def test_the_example_of_an_importer_reads_its_format(tmp_path: Path) -> None:
    importer = example("An importer")
    table = tmp_path / "walks.csv"
    table.write_text("Day,Metres,Minutes\n2026-11-20,4200,45\n2026-11-31,4200,45\nnever,1,2\n")
    assert importer.sniff("walks.csv", table.read_bytes())
    walk, *others = importer.read(table, OPTIONS)
    assert isinstance(walk, Draft)
    assert walk.at == datetime(2026, 11, 20, 12, tzinfo=UTC)
    assert walk.measurements == {"distance": 4200.0, "duration": 2700.0}
    assert [problem.row for problem in others if isinstance(problem, Problem)] == [3, 4]


def test_the_example_of_a_report_answers_its_question() -> None:
    report = example("A report")
    answer = report.compute({date(2026, 11, 21).toordinal(): 2, date(2026, 11, 22).toordinal(): 1})
    assert answer.entries == (0, 0, 0, 0, 0, 2, 1)
    assert report.document(answer)["weekdays"][5] == {"weekday": "Saturday", "entries": 2}
    assert "| Saturday | 2 |" in draw(report.page(answer, Notation()))
