"""``python -m emptychair.shop FOLDER`` writes the default world; with ``--check`` it says which files differ from it."""

from __future__ import annotations

import argparse
import filecmp
import sys
import tempfile
from pathlib import Path

from emptychair.shop._files import PACKAGE, save
from emptychair.shop._simulate import simulate


def main(arguments: list[str] | None = None) -> int:
    """Write or check; 1 when something differs."""
    parser = argparse.ArgumentParser(prog="python -m emptychair.shop", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args(arguments)
    if not given.check:
        save(simulate(), given.folder)
        return 0
    with tempfile.TemporaryDirectory() as fresh:
        save(simulate(), fresh)
        wrong = differences(Path(fresh), given.folder)
    for name in wrong:
        print(f"{given.folder / name} is not what the simulator makes; run `make data`.")
    return int(bool(wrong))


def differences(made: Path, kept: Path) -> list[str]:
    """The files that are in one folder and not, or not the same, in the other."""
    names = {
        path.relative_to(root).as_posix()
        for root in (made, kept)
        for path in (root / PACKAGE, *(root / "shop").glob("*"), *(root / "truth").glob("*"))
    }
    same, _, _ = filecmp.cmpfiles(made, kept, names, shallow=False)
    return sorted(names - set(same))


if __name__ == "__main__":
    sys.exit(main())
