"""What a learner types: open the course, take one's progress along, erase it."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from emptychair._course import course_root

app = typer.Typer()


class Theme(StrEnum):
    """JupyterLab's looks."""

    light = "light"
    dark = "dark"


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def learn(
    context: typer.Context,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only print the address.")] = False,
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, help="This port or none; else the first free one from 8888.")
    ] = None,
    ip: Annotated[str, typer.Option(help="Where to listen; 0.0.0.0 in a container.")] = "127.0.0.1",
    theme: Annotated[Theme | None, typer.Option(help="Used unless you chose one in JupyterLab.")] = None,
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


progress = typer.Typer(help="What lessons keep about you on this machine: export it or erase it.", no_args_is_help=True)


@progress.command()
def export(
    file: Annotated[Path | None, typer.Argument(help="Where to write it; the terminal when it is not given.")] = None,
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
