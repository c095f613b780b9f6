"""Starting JupyterLab, once for real."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError

import builders
import pytest

from emptychair import EmptyChairError
from emptychair._launch import FIRST_PAGE, address, command, learn, settings


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course folder with a first page."""
    (tmp_path / "solutions").mkdir()
    (tmp_path / "nbgrader_config.py").touch()
    builders.save(builders.notebook(builders.markdown("# Welcome")), tmp_path / FIRST_PAGE)
    return tmp_path


@pytest.fixture
def running(course: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[subprocess.Popen[str]]:
    """`emptychair learn --no-browser`, with Jupyter folders of its own."""
    home = tmp_path_factory.mktemp("home")
    own = {f"JUPYTER_{name}_DIR": str(home / name) for name in ("CONFIG", "DATA", "RUNTIME")}
    line = [sys.executable, "-m", "emptychair.cli", "learn", "--no-browser", "--ServerApp.base_url=/class/"]
    with subprocess.Popen(line, cwd=course, env={**os.environ, **own}, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C cannot be sent to another process on Windows")
@pytest.mark.timeout(120)
def test_learn_until_ctrl_c(running: subprocess.Popen[str]) -> None:
    """Is the printed address the course's first page, and does Ctrl-C end everything with 0?"""
    assert running.stdout is not None
    said = re.search(r"http://\S+", running.stdout.readline())
    assert said is not None
    # /class/ was passed through to jupyter lab, and the address knows
    assert re.fullmatch(rf"http://127\.0\.0\.1:\d+/class/lab/tree/{FIRST_PAGE}\?token=[0-9a-f]+", said[0])
    with urllib.request.urlopen(said[0], timeout=30) as answer:
        page = answer.read().decode()
    assert '"news": {"disabled": true}' in page
    assert "nbgrader:create-assignment" in page  # among the disabled extensions
    assert "nbgrader:validate-assignment" not in page
    running.send_signal(signal.SIGINT)
    assert running.wait(timeout=30) == 0
    with pytest.raises(URLError):
        urllib.request.urlopen(said[0], timeout=5)


def test_learn_when_the_first_page_is_missing(course: Path) -> None:
    """Is it said before anything is started?"""
    (course / FIRST_PAGE).unlink()
    with pytest.raises(EmptyChairError, match=f"{FIRST_PAGE} is missing; restore it"):
        learn(course, say=pytest.fail)


def test_learn_when_jupyter_refuses(course: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Is a server that ends at once an error rather than a wait?"""
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path / "runtime"))
    with pytest.raises(EmptyChairError, match=r"ended before it was ready \(exit status [1-9]"):
        learn(course, say=pytest.fail, extra=["--ServerApp.port=no-number"])


def test_command_when_run_as_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Is Jupyter told to run as root only where it must be?"""
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    assert "--allow-root" in command(Path("course"), ip="127.0.0.1", port=8888)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert "--allow-root" not in command(Path("course"), ip="127.0.0.1", port=8888)


def test_command_holds_no_token() -> None:
    """Is the token kept out of the list of processes?"""
    assert not [part for part in command(Path("course"), ip="127.0.0.1", port=8888) if "token" in part.lower()]


def test_settings_without_a_theme() -> None:
    """Are the news off, do long lines wrap, and is the theme left to JupyterLab?"""
    assert settings(None) == {
        "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
        "@jupyterlab/notebook-extension:tracker": {"codeCellConfig": {"lineNumbers": False, "lineWrap": True}},
    }


def test_address_when_the_server_listens_everywhere() -> None:
    """Is a container's own name replaced by one that a browser can open?"""
    info = {"url": "http://3f2a1c:8899/", "port": 8899, "token": "a b"}
    assert address(info, wildcard=True) == f"http://127.0.0.1:8899/lab/tree/{FIRST_PAGE}?token=a+b"
    assert address(info).startswith("http://3f2a1c:8899/")
