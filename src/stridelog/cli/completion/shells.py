"""What each shell tells about the line that is typed, and how it wants its answer.

zsh and fish give the words, and put quotes where a completed word needs them. bash and PowerShell
give the line, and insert what they get as it is: it must come quoted, or a name out of an imported
file could be a command. bash moreover replaces only what stands after the last ``=`` or ``:``
(its ``COMP_WORDBREAKS``), which it tells beside the line.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from stridelog.cli.completion.grammar import Word

LINE_VARIABLE = "STRIDE_COMPLETE"
"""Where PowerShell puts the line: old ones lose quotes in the arguments of programs."""

_HARMLESS = frozenset("+-_./:=,@%")
"""Signs that mean nothing to a shell inside of a word."""

_GAP = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """The words after the command's name, the last one being typed.

    ``quote`` is the quotation mark that is still open in it, ``before`` what stands before that
    mark, and ``kept`` how many characters of the word as it is typed the shell will leave alone.
    """

    words: Sequence[str]
    quote: str = ""
    before: str = ""
    kept: int = 0

    @classmethod
    def by(cls, shell: str, words: Sequence[str], environ: Mapping[str, str]) -> Self:
        """Return what a shell asks."""
        if shell == "bash":
            line, replaced = words
            return cls._in_line(line, "\\", replaced)
        if shell == "powershell":
            return cls._in_line(environ.get(LINE_VARIABLE, ""), "`", None)
        *typed, last = words
        return cls([*typed, *cls._in_line(f"stride {last}", "\\", None).words])

    @classmethod
    def _in_line(cls, line: str, escape: str, replaced: str | None) -> Self:
        words, word, start, quote, before = list[str](), "", None, "", ""
        signs = enumerate(line)
        for at, sign in signs:
            if not quote and sign.isspace():
                if start is not None:
                    words.append(word)
                word, start = "", None
                continue
            start = at if start is None else start
            if sign == quote:
                quote = ""
            elif sign == escape and quote != "'":
                word += next(signs, (0, ""))[1]
            elif sign in "'\"" and not quote:
                quote, before = sign, word
            else:
                word += sign
        raw = line[start:] if start is not None else ""
        kept = len(raw) - len(replaced) if replaced and raw.endswith(replaced) else 0
        return cls([*words, word][1:], quote, before if quote else "", kept if not quote else 0)


def for_bash(asked: Asked, found: Iterable[Word]) -> Iterable[str]:
    """Give words, quoted."""
    for word in found:
        if asked.quote:
            rest = word.text[len(asked.before) :]
            special = '\\"$`' if asked.quote == '"' else ""
            yield "".join(f"\\{sign}" if sign in special else sign for sign in rest)
        else:
            quoted = "".join(s if _harmless(s) else f"\\{s}" for s in word.text)
            yield quoted[asked.kept :]


def for_zsh(asked: Asked, found: Iterable[Word]) -> Iterable[str]:  # noqa: ARG001 (the shells' common form)
    """Give words, and after a tab the lines that show them."""
    words = list(found)
    width = max((len(word.text) for word in words if word.help), default=0) + _GAP
    for word in words:
        shown = f"{word.text:{width}}{word.help}" if word.help else word.text
        yield f"{word.text}\t{shown}"


def for_fish(asked: Asked, found: Iterable[Word]) -> Iterable[str]:  # noqa: ARG001 (the shells' common form)
    """Give words, and after a tab what to say about them."""
    return (f"{word.text}\t{word.help}" for word in found)


def for_powershell(asked: Asked, found: Iterable[Word]) -> Iterable[str]:  # noqa: ARG001 (the shells' common form)
    """Give words, quoted, and after a tab what to say about them, which may not be nothing."""
    for word in found:
        # An @ at the start of a word is PowerShell's own.
        plain = word.text[:1] != "@" and all(map(_harmless, word.text))
        text = word.text if plain else "'" + word.text.replace("'", "''") + "'"
        yield f"{text}\t{word.help or word.text}"


ANSWERS = {"bash": for_bash, "zsh": for_zsh, "fish": for_fish, "powershell": for_powershell}
"""The shells, and how each wants its answer."""


def _harmless(sign: str) -> bool:
    return sign.isalnum() or sign in _HARMLESS
