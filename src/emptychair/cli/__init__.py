"""The ``emptychair`` command. Each subcommand imports what it needs, so that ``--help`` answers at once."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from emptychair._errors import EmptyChairError
from emptychair._process import without_address_grammars
from emptychair.cli import _author, _instructor, _learner

app = typer.Typer(
    name="emptychair",
    help="A course kit for interview preparation around Customer Obsession.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


for part in (_learner, _author, _instructor):
    app.add_typer(part.app)
app.add_typer(_learner.progress, name="progress")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; what a person can mend is one line on stderr and exit status 1.

    Example:
        >>> main(["--version"])
        Traceback (most recent call last):
        ...
        SystemExit: 0
    """
    without_address_grammars()
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
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass
