"""What can go wrong, as the person is told: a sentence, a hint, an exit code."""


class StrideError(Exception):
    """The command could not be done; nothing was changed. Exit code 1."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(StrideError):
    """What was typed makes no sense to the program. Exit code 2."""

    exit_code = 2


class NotFoundError(StrideError):
    """What was named does not exist. Exit code 3."""

    exit_code = 3


class JournalError(StrideError):
    """The journal is locked, damaged, not a journal, or newer than the program. Exit code 4."""

    exit_code = 4
