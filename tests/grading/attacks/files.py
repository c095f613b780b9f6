"""Files that are no notebooks."""

from __future__ import annotations

import os
from pathlib import Path

import builders
from grading.attacks.attack import Attack, Attacks
from grading.attacks.target import NOTEBOOK, notebook

ATTACKS = Attacks()

ATTACKS.raw("empty-file", b"")
ATTACKS.raw("no-json", b"<html>log in</html>")
ATTACKS.raw("brackets", b"[" * 200_000)
ATTACKS.raw("braces", b'{"a":' * 100_000)
ATTACKS.raw("binary", bytes(range(256)) * 100)
ATTACKS.raw("cells-a-string", b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": "none"}')
ATTACKS.raw("cells-null", b'{"nbformat": 4, "nbformat_minor": 5, "metadata": null, "cells": [null]}')
ATTACKS.raw("version-none", b'{"nbformat": "4", "cells": []}')
ATTACKS.raw("big-number", b'{"nbformat": 4, "cells": [], "x": ' + b"9" * 100_000 + b"}")
ATTACKS.raw("surrogate", b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": "\\ud800", "metadata": {}}]}')
ATTACKS.raw("no-cells", b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}')


def _pipe(folder: Path) -> None:
    os.mkfifo(folder / f"{NOTEBOOK}.ipynb")


def _link_to(place: str) -> Attack:
    return lambda folder: (folder / f"{NOTEBOOK}.ipynb").symlink_to(folder / place)


def _links_beside(folder: Path) -> None:
    look = "import os\nprint([(n, open(n).read()) for n in os.listdir('.') if os.path.isfile(n)])"
    builders.save(notebook(before=[look]), folder / f"{NOTEBOOK}.ipynb")
    (folder / "book.db").symlink_to(folder.parents[2] / "gradebook.db")
    (folder / "all").symlink_to(folder.parents[2])


def _other_students_folder(folder: Path) -> None:
    folder.rmdir()
    folder.symlink_to(folder.parents[1] / "honest-first" / "ps1")


ATTACKS.add("pipe", _pipe)
ATTACKS.add("link-to-source", _link_to(f"../../../source/ps1/{NOTEBOOK}.ipynb"))
ATTACKS.add("link-to-device", _link_to("/dev/zero"))
ATTACKS.add("link-to-itself", _link_to(f"{NOTEBOOK}.ipynb"))
ATTACKS.add("folder-instead", lambda folder: (folder / f"{NOTEBOOK}.ipynb").mkdir())
ATTACKS.add("links-beside", _links_beside)
ATTACKS.add("other-students-folder", _other_students_folder)
