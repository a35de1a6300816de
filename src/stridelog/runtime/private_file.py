"""Files that only their owner can read, written as a whole or not at all."""

import os
from errno import EINVAL
from pathlib import Path


def write_private(path: Path, text: str) -> None:
    """Put ``text`` into the file at ``path``, in UTF-8, readable and writable by its owner only.

    The file is replaced in one step: whoever reads it meanwhile, or after a crash, finds the old
    text or the new one. A symbolic link stays, and what it leads to is replaced. A folder that is
    missing is made, for its owner only. What is no ordinary file, such as a device, is left alone.
    Raises ``OSError``.
    """
    from tempfile import mkstemp

    target = path.resolve()
    if target.exists() and not target.is_file():
        raise OSError(EINVAL, "it is no ordinary file", str(target))
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, name = mkstemp(dir=target.parent, prefix=f".{target.name}.")  # for the owner only
    draft = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
