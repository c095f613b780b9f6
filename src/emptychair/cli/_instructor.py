"""What an instructor types: make a course folder, grade, send back, report."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from emptychair._course import course_root
from emptychair.cli._bar import progress_bar

app = typer.Typer()


class EngineName(StrEnum):
    """What runs the cells."""

    fork = "fork"
    kernel = "kernel"


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(help="A new folder, or an empty one.")],
    course_id: Annotated[str, typer.Option(help="nbgrader's name for the course.")] = "emptychair",
) -> None:
    """Make a course folder to collect and grade in."""
    from emptychair import grading

    made = grading.init(folder, course_id=course_id)
    typer.echo(f"Made {made}. Hand out exercises/, put what comes back into submitted/STUDENT/NN_slug/, then:")
    typer.echo(f"  cd {made} && emptychair grade NN_slug")


Course = Annotated[Path | None, typer.Option(help="The course folder; else the one you are in.")]
Assignment = Annotated[str, typer.Argument(help="The name of an assignment, such as 06_star_answers.")]


@app.command()
def grade(
    assignment: Assignment,
    course: Course = None,
    student: Annotated[list[str] | None, typer.Option(help="Grade only this student; may be repeated.")] = None,
    json: Annotated[Path | None, typer.Option(help="Write the results here as JSON.")] = None,
    junit: Annotated[Path | None, typer.Option(help="Write the results here as JUnit XML.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Grade again even what has not changed.")] = False,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes on this machine; else one for each core.")
    ] = None,
    scheduler: Annotated[str | None, typer.Option(help="Grade on a Dask cluster, such as tcp://host:8786.")] = None,
    worker_patience: Annotated[
        float, typer.Option(min=0, help="Seconds to wait for a worker when the cluster has none.")
    ] = 300,
    unsandboxed: Annotated[
        bool, typer.Option("--unsandboxed", help="No sandbox: run learners' code with your rights. The results say so.")
    ] = False,
    engine: Annotated[
        EngineName, typer.Option(help="kernel: a real Jupyter kernel, which also runs the tests and so is no boundary.")
    ] = EngineName.fork,
    trust_timestamps: Annotated[
        bool, typer.Option("--trust-timestamps", help="Believe timestamp.txt: your tools wrote it, not learners.")
    ] = False,
) -> None:
    """Grade what was handed in for an assignment. What is graded already and has not changed is left alone."""
    from emptychair import grading
    from emptychair.grading import _output

    for path in (json, junit):
        _output.require_writable(path)
    if unsandboxed:
        typer.echo("emptychair: no sandbox: learners' code runs with your rights, and can do what you can.", err=True)
    how = grading.How(workers, scheduler, unsandboxed, engine is EngineName.kernel, worker_patience)
    folder = course or _course_folder()
    with progress_bar("Grading") as tell, _resumable():
        report = grading.grade(
            folder,
            assignment,
            students=student,
            force=force,
            how=how,
            trust_claims=trust_timestamps,
            on_progress=tell,
            on_notice=lambda text: typer.echo(f"emptychair: {text}", err=True),
        )
    _output.write(json, grading.to_json(report))
    _output.write(junit, grading.to_junit(report))
    from rich.console import Console

    Console().print(grading.table(report))
    for submission in report.submissions:
        if submission.reason:
            typer.echo(f"emptychair: {submission.reason}", err=True)
    if not report.complete:
        raise typer.Exit(1)


@app.command()
def feedback(assignment: Assignment, course: Course = None) -> None:
    """Make the pages that go back to learners: nbgrader's, without scripts and hidden tests."""
    from emptychair import grading

    for path in grading.feedback(course or _course_folder(), assignment):
        typer.echo(f"wrote {path}")


@app.command()
def report(
    assignment: Assignment,
    course: Course = None,
    out: Annotated[Path | None, typer.Option(help="A folder; else reports/ASSIGNMENT in the course.")] = None,
) -> None:
    """Write a page about a graded assignment: scores, hard exercises, findings, time-outs, look-alikes."""
    from emptychair import grading

    typer.echo(f"wrote {grading.report(course or _course_folder(), assignment, out)}")


def _course_folder() -> Path:
    """The course one is in: the nearest folder, from here up, that is one; else the kit's own, which complains."""
    from emptychair.grading import is_course

    here = Path.cwd()
    return next(filter(is_course, (here, *here.parents)), None) or course_root()


@contextmanager
def _resumable() -> Iterator[None]:
    """Let Ctrl-C end a batch with a word on how to go on."""
    try:
        yield
    except KeyboardInterrupt:
        typer.echo("emptychair: stopped. What is graded is kept; the same command goes on from there.", err=True)
        raise typer.Exit(130) from None
