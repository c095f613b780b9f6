"""What an author and CI type: notebooks in one form, exercises from solutions, proof that both are sound."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from emptychair._course import course_root
from emptychair.cli._bar import progress_bar

if TYPE_CHECKING:
    from emptychair.grading._check import Kind

app = typer.Typer()


class Only(StrEnum):
    """What `check` looks at."""

    solutions = "solutions"
    untouched = "untouched"


Check = Annotated[
    bool, typer.Option("--check", help="Write nothing; say what is wrong, and exit with 1 if anything is.")
]
Chosen = Annotated[list[str] | None, typer.Argument(metavar="[ASSIGNMENT]...", help="All when none is named.")]


@app.command()
def clean(
    paths: Annotated[list[Path] | None, typer.Argument(help="Notebooks or folders; all when none is named.")] = None,
    check: Check = False,
) -> None:
    """Rewrite notebooks in the one form the course keeps them in."""
    from emptychair.notebooks import check_tree, clean_tree

    root = course_root()
    # what one types is meant from where one is
    chosen = [path.absolute() for path in paths] if paths else None
    if check:
        _complain(check_tree(root, chosen))
        return
    for path in clean_tree(root, chosen):
        typer.echo(f"cleaned {path.as_posix()}")


@app.command()
def release(assignments: Chosen = None, check: Check = False) -> None:
    """Make exercises/ from solutions/."""
    from emptychair._course import require_some
    from emptychair.notebooks import check_release
    from emptychair.notebooks import release as make

    root = course_root()
    chosen = require_some(root, tuple(assignments)) if assignments else None
    if check:
        found = check_release(root)
        _complain([each for each in found if chosen is None or each.path.parts[1] in chosen])
        return
    for path in make(root, assignments=chosen):
        typer.echo(f"released {path.relative_to(root).as_posix()}")


@app.command()
def check(
    assignments: Chosen = None,
    only: Annotated[Only | None, typer.Option(help="Check only this half; else both.")] = None,
) -> None:
    """Prove that solutions earn every point and untouched exercises none."""
    from emptychair import grading

    half: Kind | None = None
    if only:
        half = "solutions" if only is Only.solutions else "untouched"
    with progress_bar("Checking") as tell:
        found = grading.check(course_root(), assignments=assignments, only=half, on_progress=tell)
    _complain(found)


def _complain(found: Sequence[object]) -> None:
    for each in found:
        typer.echo(str(each))
    if found:
        raise typer.Exit(1)
