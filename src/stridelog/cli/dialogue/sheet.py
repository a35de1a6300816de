"""The sheet that the dialogue about an entry fills in."""

from datetime import date, time

from stridelog.cli.dialogue.question import EFFORT, NOTE, Question
from stridelog.cli.dialogue.questionnaire import Questionnaire
from stridelog.cli.dialogue.questions import Facts, activity_in, questions
from stridelog.domain.activity import Activity
from stridelog.domain.dates import format_day
from stridelog.domain.description import description
from stridelog.domain.entry import Draft, Entry, day_of
from stridelog.domain.plain_text import shown


class Sheet(Questionnaire[Draft]):
    """The questions about an entry: its activity, then what it is measured by and the rest."""

    offers_more = True

    def __init__(self, facts: Facts, begun: Draft) -> None:
        self._facts = facts
        self._every = False
        super().__init__(begun, {NOTE: begun.note, EFFORT: str(begun.effort or "")})

    @property
    def activity(self) -> Activity | None:
        """What is logged, as far as it is known."""
        return activity_in(self._facts, self._texts)

    @property
    def has_more(self) -> bool:
        """Whether there are measures that are not asked."""
        if self._every or self.activity is None:
            return False
        return not {m.name for m in self.activity.loggable} <= {q.name for q in self.questions}

    def more(self, text: str) -> None:
        """Ask every measure from now on: at once where the usual ones are all behind."""
        self._keep(text)
        before = {question.name for question in self.questions}
        self._every = True
        self.questions = self._questions()
        added = next((i for i, q in enumerate(self.questions) if q.name not in before), self.place)
        self.reached += len(self.questions) - len(before) if self.reached > added else 0
        if self.place >= added:
            self._ask(added)

    def understood(self, today: date, day_starts: time) -> str:
        """Return what the answers say in a line."""
        draft, activity = self.draft(), self.activity
        assert activity is not None  # noqa: S101 (the end comes after the activity)
        day = day_of(draft.at, day_starts)
        # After midnight the calendar's today is not yet that of who has their days start later.
        seen_from = today if day == draft.at.date() else None
        when = f"{format_day(draft.at.date(), seen_from)}, {draft.at.hour}:{draft.at.minute:02}"
        said = (
            activity.name,
            when,
            f"counts for {format_day(day)}" if day != draft.at.date() else "",
            description(_entry(draft, activity, day), activity, self._facts.notation),
            " ".join(f"+{tag}" for tag in draft.tags),
            f"@{draft.place}" if draft.place else "",
            f"with {draft.gear}" if draft.gear else "",
            f"effort {draft.effort} of 10" if draft.effort else "",
            f'"{shown(draft.note)}"' if draft.note else "",
        )
        return " · ".join(filter(None, said))

    def _questions(self) -> list[Question[Draft]]:
        return questions(self._facts, self._texts, every=self._every)


def _entry(draft: Draft, activity: Activity, day: date) -> Entry:
    """Return the entry that a draft will be, with its derived values; it has no number yet."""
    ratios = {m.name: m.ratio.of(draft.measurements) for m in activity.measures if m.ratio}
    return Entry(
        number=0,
        uid="",
        activity=activity.name,
        at=draft.at,
        day=day,
        measurements=draft.measurements,
        derived={name: value for name, value in ratios.items() if value is not None},
    )
