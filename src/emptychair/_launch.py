"""Starting JupyterLab on the course: one port, one address, no telephone calls."""

from __future__ import annotations

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any
from urllib.parse import urlencode, urlsplit, urlunsplit

from emptychair._errors import EmptyChairError
from emptychair._port import WILDCARDS, choose_port
from emptychair._process import environment

FIRST_PAGE = "lessons/00_start_here.ipynb"
THEMES = {"light": "JupyterLab Light", "dark": "JupyterLab Dark"}
_STARTUP = 120.0
# nbgrader's tools that a learner cannot use, and with which one click takes the points out of an exercise; Validate stays.
_FOR_INSTRUCTORS = ("create-assignment", "formgrader", "assignment-list", "course-list", "menu")


def learn(
    root: Path,
    *,
    say: Callable[[str], None],
    ip: str = "127.0.0.1",
    port: int | None = None,
    theme: str | None = None,
    extra: Sequence[str] = (),
) -> int:
    """Run JupyterLab until it ends or is interrupted.

    Args:
        root: The course; it becomes JupyterLab's root folder.
        say: Called once with the address of the first lesson, token included, as soon as it can be opened.
        ip: Where to listen.
        port: This port or none; the first free one from 8888 when not given.
        theme: ``light`` or ``dark``, for those who have not chosen one in JupyterLab.
        extra: More arguments for ``jupyter lab``.

    Returns:
        The exit status: 0 after Ctrl-C, else JupyterLab's own.

    Raises:
        EmptyChairError: The first lesson is missing, the port is taken, or JupyterLab does not start.
    """
    if not (root / FIRST_PAGE).is_file():
        raise EmptyChairError(f"{root / FIRST_PAGE} is missing; restore it, or run this in the folder of the kit.")
    port = choose_port(port, ip=ip)
    token = os.environ.get("JUPYTER_TOKEN") or secrets.token_hex(24)
    with tempfile.TemporaryDirectory(prefix="emptychair-") as settings, _interruptible():
        _write_settings(Path(settings), theme)
        path = os.pathsep.join(filter(None, (settings, os.environ.get("JUPYTER_CONFIG_PATH"))))
        process = subprocess.Popen(
            command(root, ip=ip, port=port, extra=extra),
            # the token goes by the environment: anybody may read a command line
            env=environment(JUPYTER_TOKEN=token, JUPYTER_CONFIG_PATH=path),
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # else Ctrl-C reaches JupyterLab first, which then asks whether we mean it
        )
        try:
            say(address(_server_info(process, token), wildcard=ip in WILDCARDS))
            return process.wait()
        except KeyboardInterrupt:
            return 0
        finally:
            _end(process)


def command(root: Path, *, ip: str, port: int, extra: Sequence[str] = ()) -> list[str]:
    """Write the command line for JupyterLab.

    Example:
        >>> command(Path("course"), ip="127.0.0.1", port=8888, extra=["--debug"])[-1]
        '--debug'
    """
    line = [
        sys.executable,
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={root}",
        f"--ServerApp.ip={ip}",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        "--ServerApp.open_browser=False",  # we do it ourselves, once the server answers
        f"--LabApp.default_url=/lab/tree/{FIRST_PAGE}",
        "--Application.log_level=WARN",
        # the kit makes no network calls: no news, no update check, no catalog of extensions
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.extension_manager=readonly",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        line.append("--allow-root")  # containers; Jupyter refuses otherwise
    return [*line, *extra]


def settings(theme: str | None) -> dict[str, dict[str, Any]]:
    """Write defaults for JupyterLab's settings; what a person has set themselves goes first.

    Example:
        >>> settings("dark")["@jupyterlab/apputils-extension:themes"]
        {'theme': 'JupyterLab Dark'}
    """
    chosen: dict[str, dict[str, Any]] = {
        "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
        # answers are prose: a paragraph must not run out of its cell
        "@jupyterlab/notebook-extension:tracker": {"codeCellConfig": {"lineNumbers": False, "lineWrap": True}},
    }
    if theme:
        chosen["@jupyterlab/apputils-extension:themes"] = {"theme": THEMES[theme]}
    return chosen


def address(info: dict[str, Any], *, wildcard: bool = False) -> str:
    """Write the address of the first lesson from what the server says about itself.

    Example:
        >>> address({"url": "http://127.0.0.1:8888/", "port": 8888, "token": "t"})
        'http://127.0.0.1:8888/lab/tree/lessons/00_start_here.ipynb?token=t'
    """
    scheme, place, base, _, _ = urlsplit(str(info["url"]))
    if wildcard:
        # its own name for itself is seldom one that a browser outside the container knows
        place = f"127.0.0.1:{info['port']}"
    query = urlencode({"token": info["token"]}) if info["token"] else ""
    return urlunsplit((scheme, place, f"{base}lab/tree/{FIRST_PAGE}", query, ""))


def _write_settings(folder: Path, theme: str | None) -> None:
    # a configuration folder of this run alone: neither the person's own settings nor the installation is touched
    (folder / "labconfig").mkdir()
    overrides = folder / "labconfig" / "default_setting_overrides.json"
    overrides.write_text(json.dumps(settings(theme)), encoding="utf-8")
    page = {"disabledExtensions": {f"@jupyter/nbgrader:{tool}": True for tool in _FOR_INSTRUCTORS}}
    (folder / "labconfig" / "page_config.json").write_text(json.dumps(page), encoding="utf-8")


def _server_info(process: subprocess.Popen[bytes], token: str) -> dict[str, Any]:
    """Wait until the server has written down where it listens, and does."""
    from jupyter_core.paths import jupyter_runtime_dir

    folder = Path(jupyter_runtime_dir())
    started, deadline = time.time(), time.monotonic() + _STARTUP
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise EmptyChairError(
                f"JupyterLab ended before it was ready (exit status {process.returncode}); its own message is above."
            )
        for path in folder.glob("jpserver-*.json"):
            try:
                info: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            except (OSError, ValueError):
                continue  # being written, or just gone
            # The pid alone is not enough: on Windows a venv's interpreter is a process in between, and a server that
            # crashed leaves its file. Nor is the token: the arguments passed through may set another.
            fresh = path.stat().st_mtime > started - 5
            ours = info.get("token") == token or (fresh and info.get("pid") == process.pid)
            if ours and _answers(info):
                return info
        time.sleep(0.1)
    raise EmptyChairError(f"JupyterLab did not start within {_STARTUP:.0f} seconds; run `jupyter lab` to see why.")


def _answers(info: dict[str, Any]) -> bool:
    hostname = "127.0.0.1" if info["hostname"] in WILDCARDS else info["hostname"]
    try:
        socket.create_connection((hostname, info["port"]), timeout=1).close()
    except OSError:
        return False
    return True


@contextmanager
def _interruptible() -> Iterator[None]:
    """Treat the end of the terminal, or of us, as Ctrl-C: the server must not outlive us."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    names = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {name: signal.signal(name, interrupt) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    process.terminate()  # JupyterLab then shuts its kernels down
    try:
        process.wait(timeout=15)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        process.kill()
        process.wait()
