"""The bubblewrap sandbox that graded processes are born in: Python and its libraries to read, and nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from emptychair._errors import EmptyChairError
from emptychair.grading.engine._confine import WORK
from emptychair.grading.engine._insistence import again_and_again, was_killed

_SYSTEM = ("/usr", "/lib", "/lib32", "/lib64", "/bin", "/sbin", "/opt")
_ETC = ("ld.so.cache", "ld.so.conf", "ld.so.conf.d", "localtime", "fonts", "alternatives", "ssl/certs", "mime.types")
# Of the capabilities of a root in a cage: to make namespaces and mounts for each fork, to give up its account there,
# and to end what runs under the other account. Each fork drops all of them before anything of a learner's runs.
_CAPABILITIES = ("CAP_SYS_ADMIN", "CAP_SETUID", "CAP_SETGID", "CAP_KILL")
_HOME = "/run/home"
_PATIENCE = 30.0  # seconds, with a first try that is killed again and again
REMEDY = "Install bubblewrap (the command bwrap), or grade with --unsandboxed what you trust as if it were your own."


def command(program: Sequence[str], hide: Sequence[Path], show: Sequence[Path] = ()) -> list[str]:
    """Write the command line that runs a program inside.

    Args:
        program: The program and its arguments.
        hide: Folders that must not be seen even where they lie in one that is.
        show: More folders that may be read.
    """
    bwrap = shutil.which("bwrap")
    if bwrap is None:
        raise EmptyChairError(
            f"bwrap is not installed, and without it there is no sandbox. Nothing was graded. {REMEDY}"
        )
    line = [bwrap, "--die-with-parent", "--new-session", "--clearenv"]
    line += ["--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"]
    if os.geteuid() != 0:
        line += ["--unshare-user"]
    line += ["--cap-drop", "ALL"]
    for capability in _CAPABILITIES:
        line += ["--cap-add", capability]
    line += ["--hostname", "emptychair", "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--tmpfs", "/run"]
    for path in (*_visible(), *show):
        line += _bind(path)
    for path in _covered(hide):
        line += ["--tmpfs", str(path), "--remount-ro", str(path)]
    for name, value in environment().items():
        line += ["--setenv", name, value]
    line += [
        "--dir",
        WORK,
        "--perms",
        "0755",
        "--dir",
        _HOME,
        *_fonts(),
        "--remount-ro",
        "/tmp",
        "--remount-ro",
        "/",
    ]
    line += ["--chdir", WORK, "--", *program]
    return line


def environment() -> dict[str, str]:
    """The environment of graded processes: nothing of ours but where Python finds its libraries.

    One thread of arithmetic for each process: grading is parallel already, and forks do not like threads.
    """
    wanted = {
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), "/usr/local/bin", "/usr/bin", "/bin")),
        "HOME": _HOME,
        "MPLCONFIGDIR": f"{_HOME}/matplotlib",
        "LANG": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "NBGRADER_EXECUTION": "autograde",
        **{f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "NUMEXPR")},
    }
    if "PYTHONPATH" in os.environ:
        wanted["PYTHONPATH"] = os.environ["PYTHONPATH"]
    return wanted


def _bind(path: Path) -> list[str]:
    if path.is_symlink():
        return ["--symlink", str(path.readlink()), str(path)]
    # bubblewrap would make the folders above for root alone, and the forks are nobody
    above = [word for parent in reversed(path.parents[:-1]) for word in ("--perms", "0755", "--dir", str(parent))]
    return [*above, "--ro-bind-try", str(path), str(path)]


def _visible() -> Iterator[Path]:
    """What graded code may read: the system's libraries and this Python, whole folders before their parts."""
    import emptychair._data

    yield from (Path(name) for name in _SYSTEM if Path(name).exists())
    yield from (Path("/etc", name) for name in _ETC if Path("/etc", name).exists())
    folders = {Path(sys.prefix), Path(sys.base_prefix), Path(sys.executable).resolve().parents[1]}
    folders |= {Path(entry) for entry in sys.path if entry and Path(entry).exists()}
    folders.add(emptychair._data.data_path("questions.toml").parent)
    seen = [Path(name) for name in _SYSTEM]
    for folder in sorted(path.absolute() for path in folders):
        if folder != Path("/") and not any(folder.is_relative_to(other) for other in seen):
            seen.append(folder)
            yield folder


def _covered(hide: Sequence[Path]) -> Iterator[Path]:
    """Folders inside of what is visible that must not be: the course, and the solutions in our own package."""
    from emptychair._course import PACKAGED

    visible = list(_visible())
    for path in (*hide, PACKAGED / "solutions"):
        path = path.resolve()
        inside = any(path.is_relative_to(folder) for folder in visible)
        holds = any(folder.is_relative_to(path) for folder in visible)
        if inside and not holds and path.is_dir():
            yield path


def _fonts() -> Iterator[str]:
    """matplotlib's list of fonts, which takes it seconds to make."""
    cache_home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "matplotlib"
    yield from ("--perms", "0755", "--dir", f"{_HOME}/matplotlib")
    for path in cache_home.glob("fontlist-*.json") if cache_home.is_dir() else ():
        yield from ("--ro-bind-try", str(path), f"{_HOME}/matplotlib/{path.name}")


@cache
def require() -> None:
    """Make sure that a sandbox can be had.

    Raises:
        EmptyChairError: It cannot; the message says why and what to do.
    """
    if sys.platform != "linux":
        raise EmptyChairError(f"there is no sandbox on {sys.platform}. Nothing was graded. {REMEDY}")
    probe = "from emptychair.grading.engine._confine import probe; probe()"
    line = command([sys.executable, "-P", "-c", probe], ())
    for pause in again_and_again(_PATIENCE):
        done = subprocess.run(line, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120, check=False)
        if not was_killed(done.returncode):
            break
        time.sleep(pause)
    if done.returncode != 0:
        said = [one.strip() for one in done.stderr.splitlines() if one.strip()] or [f"exit status {done.returncode}"]
        raise EmptyChairError(f"the sandbox does not work here ({said[-1]}). Nothing was graded. {REMEDY}")
