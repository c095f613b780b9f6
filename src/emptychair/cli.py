"""The ``emptychair`` command. Each subcommand imports what it needs, so that ``--help`` answers at once."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from emptychair._course import course_root
from emptychair._errors import EmptyChairError

if TYPE_CHECKING:
    from emptychair.grading import Progress, SubmissionResult
    from emptychair.grading._check import Kind

app = typer.Typer(
    name="emptychair",
    help="A course kit for interview preparation around Customer Obsession.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


class Theme(StrEnum):
    """JupyterLab's looks."""

    light = "light"
    dark = "dark"


class EngineName(StrEnum):
    """What runs the cells."""

    fork = "fork"
    kernel = "kernel"


class Only(StrEnum):
    """What `check` looks at."""

    solutions = "solutions"
    untouched = "untouched"


Check = Annotated[bool, typer.Option("--check", help="Write nothing; say what is wrong and exit with 1.")]
Chosen = Annotated[list[str] | None, typer.Argument(metavar="[ASSIGNMENT]...", help="All when none is named.")]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; what a person can mend is one line on stderr and exit status 1.

    Example:
        >>> main(["--version"])
        Traceback (most recent call last):
        ...
        SystemExit: 0
    """
    try:
        app(list(arguments) if arguments is not None else None)
    except EmptyChairError as error:
        typer.echo(f"emptychair: {error}", err=True)
        sys.exit(1)


def _version(asked: bool) -> None:
    if asked:
        from emptychair import __version__

        typer.echo(f"emptychair {__version__}")
        raise typer.Exit


@app.callback()
def _all(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which.")] = False,
) -> None:
    pass


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def learn(
    context: typer.Context,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only print the address.")] = False,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="This port or none. [default: from 8888]")] = None,
    ip: Annotated[str, typer.Option(help="Where to listen; 0.0.0.0 in a container.")] = "127.0.0.1",
    theme: Annotated[Theme | None, typer.Option(help="Unless you chose one in JupyterLab.")] = None,
) -> None:
    """Open the course in JupyterLab. Other options go to `jupyter lab`."""
    from emptychair import _launch

    def say(address: str) -> None:
        typer.echo(f"Empty Chair is open at {address} (Ctrl-C ends it)")
        sys.stdout.flush()
        if not no_browser:
            import webbrowser

            webbrowser.open(address)

    look = theme.value if theme else None
    raise typer.Exit(_launch.learn(course_root(), say=say, ip=ip, port=port, theme=look, extra=context.args))


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
    only: Annotated[Only | None, typer.Option(help="One half. [default: both]")] = None,
) -> None:
    """Prove that solutions earn every point and untouched exercises none."""
    from emptychair import grading

    half: Kind | None = None
    if only:
        half = "solutions" if only is Only.solutions else "untouched"
    with _progress("Checking") as tell:
        found = grading.check(course_root(), assignments=assignments, only=half, on_progress=tell)
    _complain(found)


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


Course = Annotated[Path | None, typer.Option(help="The course folder. [default: the one you are in]")]
Assignment = Annotated[str, typer.Argument(help="Its name, such as 06_star_answers.")]


@app.command()
def grade(
    assignment: Assignment,
    course: Course = None,
    student: Annotated[list[str] | None, typer.Option(help="Only this one; may be repeated.")] = None,
    json: Annotated[Path | None, typer.Option(help="Write the results here as JSON.")] = None,
    junit: Annotated[Path | None, typer.Option(help="Write the results here as JUnit XML.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Grade again what has not changed.")] = False,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes here. [default: one for each core]")] = None,
    scheduler: Annotated[str | None, typer.Option(help="A Dask cluster, such as tcp://host:8786.")] = None,
    unsandboxed: Annotated[
        bool, typer.Option("--unsandboxed", help="Run learners' code with your rights; the results say so.")
    ] = False,
    engine: Annotated[
        EngineName, typer.Option(help="kernel: a real one, tests and all in it, which is no boundary.")
    ] = EngineName.fork,
    trust_timestamps: Annotated[
        bool, typer.Option("--trust-timestamps", help="timestamp.txt was written by your tools, not by learners.")
    ] = False,
) -> None:
    """Grade what was handed in for an assignment; what is graded already and has not changed is left alone."""
    from emptychair import grading
    from emptychair.grading import _output

    for path in (json, junit):
        _output.require_writable(path)
    if unsandboxed:
        typer.echo("emptychair: no sandbox: learners' code runs with your rights, and can do what you can.", err=True)
    how = grading.How(workers, scheduler, unsandboxed, engine is EngineName.kernel)
    folder = course or _course_folder()
    with _progress("Grading") as tell, _resumable():
        report = grading.grade(
            folder,
            assignment,
            students=student,
            force=force,
            how=how,
            trust_claims=trust_timestamps,
            on_progress=tell,
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
    out: Annotated[Path | None, typer.Option(help="A folder. [default: reports/ASSIGNMENT in the course]")] = None,
) -> None:
    """Write a page about a graded assignment: scores, hard exercises, findings, time-outs, look-alikes."""
    from emptychair import grading

    typer.echo(f"wrote {grading.report(course or _course_folder(), assignment, out)}")


def _course_folder() -> Path:
    """The course one is in: the nearest folder above with nbgrader's settings; else the kit's own, which complains."""
    here = Path.cwd()
    return next((up for up in (here, *here.parents) if (up / "nbgrader_config.py").is_file()), None) or course_root()


@contextmanager
def _resumable() -> Iterator[None]:
    """Let Ctrl-C end a batch with a word on how to go on."""
    try:
        yield
    except KeyboardInterrupt:
        typer.echo("emptychair: stopped. What is graded is kept; the same command goes on from there.", err=True)
        raise typer.Exit(130) from None


progress = typer.Typer(help="What you committed to in lessons: export it or erase it.", no_args_is_help=True)
app.add_typer(progress, name="progress")


@progress.command()
def export(
    file: Annotated[Path | None, typer.Argument(help="Where to; the terminal when it is not given.")] = None,
) -> None:
    """Write everything that is kept about you as JSON."""
    from emptychair import _progress
    from emptychair._files import write_text

    if file is None:
        typer.echo(_progress.exported(), nl=False)
    else:
        write_text(file, _progress.exported())


@progress.command()
def erase(yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False) -> None:
    """Forget everything that is kept about you."""
    from emptychair import _progress

    if not yes:
        typer.confirm(f"Erase {_progress.progress_path()}? It cannot be undone", abort=True)
    typer.echo("Erased." if _progress.erase() else "There was nothing to erase.")


def _complain(found: Sequence[object]) -> None:
    for each in found:
        typer.echo(str(each))
    if found:
        raise typer.Exit(1)


@contextmanager
def _progress(what: str) -> Iterator[Progress | None]:
    """Show a bar while something is graded; on stderr, and gone at the end, for stdout is for results."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    rate = TextColumn("{task.fields[rate]}")
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task(what, total=None, rate="")

        def tell(done: int, total: int, _latest: SubmissionResult | None) -> None:
            speed = bar.tasks[task].speed
            bar.update(task, completed=done, total=total, rate=f"{60 * speed:.0f}/min" if speed else "")

        yield tell


if __name__ == "__main__":
    main()
