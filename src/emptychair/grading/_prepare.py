"""The instructor's notebooks as nbgrader keeps them: headers in, solutions cut, hidden tests still there.

nbgrader takes seconds to import and changes the working directory, so it runs in a process of its own:
``python -m emptychair.grading._prepare ASSIGNMENT``, started in the course folder.
"""

from __future__ import annotations

import base64
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from emptychair._errors import EmptyChairError
from emptychair._process import environment, without_address_grammars

_PATIENCE = 600.0
_RELEASE_ONLY = ("SaveCells", "ClearHiddenTests", "ClearMarkScheme")
"""nbgrader saves the cells before it cuts the hidden tests; what it would save is what we want."""


def prepare(root: Path, assignment: str) -> Any:
    """Ask nbgrader for the notebooks and files of an assignment.

    Raises:
        EmptyChairError: The assignment is unknown, or nbgrader refused it; the message is its own last word.
    """
    command = (sys.executable, "-P", "-m", "emptychair.grading._prepare", assignment)
    try:
        done = subprocess.run(
            command, cwd=root, env=environment(), capture_output=True, encoding="utf-8", timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise EmptyChairError(f"{root}: nbgrader cannot be run there ({error}). Nothing was graded.") from None
    if done.returncode == 0:
        return json.loads(done.stdout.rsplit("\n", 2)[-2])
    said = [line.strip() for line in done.stderr.splitlines() if line.strip()]
    reason = said[-1] if said else f"exit status {done.returncode}"
    raise EmptyChairError(f"assignment {assignment} in {root} cannot be graded: {reason}")


def _notebooks(app: Any, assignment: str, folder: str) -> None:
    """Run nbgrader's own steps up to the point at which it would save the cells."""
    from nbgrader.converters import GenerateAssignment
    from nbgrader.utils import capture_log, temp_attrs

    from emptychair.grading._nbgrader import reason

    with temp_attrs(app.coursedir, assignment_id=assignment, release_directory=folder):
        converter = GenerateAssignment(coursedir=app.coursedir, parent=app)
        converter.no_database = True
        names = [getattr(step, "__name__", str(step)).rpartition(".")[2] for step in converter.preprocessors]
        end = names.index("SaveCells") if "SaveCells" in names else len(names)
        steps = list(converter.preprocessors)[:end]
        converter.preprocessors = [step for step, name in zip(steps, names, strict=False) if name not in _RELEASE_ONLY]
        result = capture_log(converter)
    if not result["success"]:
        raise SystemExit(reason(result))


def _files(app: Any, source: Path) -> dict[str, str]:
    from nbgrader.utils import find_all_files

    paths = find_all_files(str(source), [*app.coursedir.ignore, "*.ipynb"])
    # not the folder's own name in `ignore` but what lies in it, as nbgrader has it
    return {
        path.relative_to(source).as_posix(): base64.b64encode(path.read_bytes()).decode()
        for path in map(Path, sorted(paths))
        if path.is_file()
    }


def collect(app: Any, assignment: str) -> dict[str, Any]:
    """Collect the notebooks and the files of an assignment with an nbgrader application that is at hand."""
    from emptychair.grading._witness import witness

    source = Path(app.coursedir.format_path(app.coursedir.source_directory, ".", assignment))
    if not any(source.glob("*.ipynb")):
        raise SystemExit(f"{source} holds no notebook.")
    notebooks = []
    with tempfile.TemporaryDirectory() as folder:
        _notebooks(app, assignment, folder)
        made = sorted(Path(folder).rglob("*.ipynb"))
        for path in made:
            original = json.loads((source / path.name).read_text(encoding="utf-8"))
            document = json.loads(path.read_text(encoding="utf-8"))
            spec = document["metadata"].get("kernelspec", {})
            language = spec.get("language") or document["metadata"].get("language_info", {}).get("name") or "python"
            notebooks.append(
                {
                    "name": path.stem,
                    "document": json.dumps(document, ensure_ascii=False),
                    "language": str(language).lower(),
                    "witness": witness(document, original),
                }
            )
    return {"notebooks": notebooks, "files": _files(app, source)}


def main(assignment: str) -> None:
    """Print one line of JSON: the notebooks and the files of the assignment."""
    from nbgrader.apps.baseapp import NbGrader

    class App(NbGrader):  # type: ignore[misc]  # nbgrader has no types
        name = "nbgrader"
        description = "the part of nbgrader that reads an assignment"

    app = App()
    app.initialize([])
    print()
    print(json.dumps(collect(app, assignment)))


if __name__ == "__main__":
    without_address_grammars()
    main(sys.argv[1])
