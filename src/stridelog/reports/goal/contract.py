"""One goal as a JSON document."""

from collections.abc import Mapping

from stridelog.domain.goal_documents import change_of, goal_document, plain_number
from stridelog.domain.smart import Letter
from stridelog.reports.goal.answer import Answer, Asked, Met

ROWS = "goals"


def document(answer: Answer) -> Mapping[str, object]:
    """Return the goal as ``stride.goal/1``, as the one row of its goals."""
    one = answer.goal
    whole = {
        **goal_document(one),
        "why": one.goal.why,
        "area": one.goal.area or None,
        "event": one.goal.event or None,
        "rank": one.goal.rank or None,
        "shared": one.goal.shared,
        "learned": one.goal.learned or None,
        "smart": [_letter_document(letter) for letter in answer.letters],
        "steps": [_step_document(met) for met in answer.steps],
        "versions": [_version_document(asked) for asked in answer.versions],
        "notes": [
            {"day": note.day.isoformat(), "author": note.author or None, "text": note.text}
            for note in one.goal.notes
        ],
    }
    return {"schema": "stride.goal/1", "day": one.standing.at.isoformat(), ROWS: [whole]}


def _letter_document(letter: Letter) -> dict[str, object]:
    return {
        "letter": letter.letter,
        "word": letter.word,
        "said": " ".join(letter.said),
        "missing": letter.is_missing,
    }


def _version_document(asked: Asked) -> dict[str, object]:
    version = asked.version
    return {
        "since": version.since.isoformat(),
        "kind": version.kind,
        "status": version.status,
        "asked": asked.words,
        "first": version.first.isoformat(),
        "deadline": version.deadline.isoformat() if version.deadline else None,
        "target": plain_number(asked.target),
        "change": change_of(version),
    }


def _step_document(met: Met) -> dict[str, object]:
    step = met.step
    return {
        "by": step.by.isoformat(),
        "text": step.text or None,
        "value": step.value,
        "done": step.done.isoformat() if step.done else None,
        "current": plain_number(met.value),
        "met": met.met,
    }
