"""What the commands share that show and set what holds for streaks."""

from collections.abc import Callable, Collection, Iterable, Sequence

from stridelog.cli.asking import activity_named
from stridelog.cli.context import Context, say
from stridelog.cli.correction.choosing import is_activity
from stridelog.cli.options import Output
from stridelog.domain.cadence import NO_RULES, Rules
from stridelog.domain.rule_words import WHOLE_JOURNAL
from stridelog.reports import rules as report
from stridelog.store.reading.rules import said


def subject(context: Context, word: str) -> str | None:
    """Return the activity that a word names, None for ``everything``.

    Raises ``UnknownActivityError``.
    """
    if word.strip().lower() == WHOLE_JOURNAL:
        return None
    return activity_named(context, word).activity.name


def apart(
    context: Context, words: Sequence[str], are_meant: Callable[[Sequence[str]], bool]
) -> tuple[str, list[str]]:
    """Return the word for an activity, and the words after it.

    Where the first word is no activity and the words ``are_meant`` without one, that is said of
    everything.
    """
    first = words[0] if words else ""
    if words and not is_activity(context, first) and are_meant(words):
        return WHOLE_JOURNAL, list(words)
    return first, list(words[1:])


def rules_of(context: Context, activity: str | None) -> Rules:
    """Return what was set for an activity, or for the whole journal."""
    return said(context.reading).get(activity, NO_RULES)


def set_rules(context: Context, activity: str | None, was: Rules, rules: Rules) -> bool:
    """Set the rules of an activity; tell whether they are not like that already."""
    if rules == was:
        say(f"{activity or WHOLE_JOURNAL} is like that already. Nothing was changed.")
        return False
    with context.change() as change:
        change.set_rules(activity, rules, was)
    return True


def show(
    context: Context,
    aspect: report.Aspect,
    output: Output,
    only: Collection[str | None] | None = None,
) -> None:
    """Show what was set: all of it, or ``only`` for some activities (None is the whole journal)."""
    found = said(context.reading)
    if only is not None:
        found = {activity: rules for activity, rules in found.items() if activity in only}
    context.show(report, report.Answer(context.today, found, aspect), output)


def tell(
    context: Context,
    sentences: Iterable[str],
    aspect: report.Aspect,
    output: Output,
    only: Collection[str | None],
) -> None:
    """Say what was set; show it, in the form that was asked for, where one was."""
    for sentence in sentences:
        say(sentence)
    if output.form != "terminal":
        show(context, aspect, output, only)
