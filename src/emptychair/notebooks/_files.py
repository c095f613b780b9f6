"""Replacing folders so that half a folder is never seen."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from emptychair._files import said_plainly


def replace_folders(built: Path, target: Path, names: tuple[str, ...] | None) -> None:
    """Put freshly built folders in place of old ones, or leave everything as it was.

    Args:
        built: The folder with the new content.
        target: The folder to replace.
        names: Replace only these folders inside it; None replaces all of it.

    Raises:
        EmptyChairError: Something could not be written; the old content stands again.
    """
    with said_plainly(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        # Beside the target, not in the system's temporary folder: renaming works only within one file system.
        aside = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
        try:
            new = aside / "new"
            shutil.copytree(target if names is not None and target.exists() else built, new)
            for name in names or ():
                shutil.rmtree(new / name, ignore_errors=True)
                shutil.copytree(built / name, new / name)
            _swap(new, target, aside / "old")
        finally:
            # Without a target the old content could not be put back: then it stays where it is.
            if target.exists() or not (aside / "old").exists():
                shutil.rmtree(aside, ignore_errors=True)


def _swap(new: Path, target: Path, old: Path) -> None:
    existed = target.exists()
    if existed:
        target.replace(old)
    try:
        new.replace(target)
    except OSError:
        if existed:
            old.replace(target)
        raise
