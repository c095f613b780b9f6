"""A process of its own world: namespaces, a fresh working folder, limits, and no privileges left at the end.

Called in a fork of the zygote, which lives inside bubblewrap and may still make namespaces there. Linux only.
"""

from __future__ import annotations

import ctypes
import os
import resource
import shutil
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from emptychair.grading._limits import Limits
from emptychair.grading.engine import _seccomp

_NEWNS, _NEWUTS, _NEWIPC, _NEWUSER, _NEWPID, _NEWNET = 0x20000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000
_NOSUID, _NODEV, _NOEXEC, _READONLY = 2, 4, 8, 1
_SET_PDEATHSIG, _SET_DUMPABLE, _SET_NO_NEW_PRIVS, _CAP_AMBIENT, _CLEAR_ALL = 1, 4, 38, 47, 4
_CAPABILITY_VERSION = 0x20080522
_NOBODY = 65533
"""Where the zygote is root: an account that owns nothing and that nothing else runs as."""
WORK = "/learners-work"
"""The working folder of graded code. It covers whatever has this name outside, so nobody's libraries may lie in it."""


@dataclass(frozen=True, slots=True)
class Confinement:
    """What to take away.

    Attributes:
        limits: How much may be used.
        processes: Also the sight of any process, in a fork of `own_processes`; for the learner's code.
    """

    limits: Limits
    processes: bool


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _call(name: str, *arguments: object) -> None:
    if getattr(_libc(), name)(*arguments) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")


def _mount(kind: str, place: str, flags: int, options: str) -> None:
    _call("mount", kind.encode(), place.encode(), kind.encode(), ctypes.c_ulong(flags), options.encode())


@contextmanager
def own_processes() -> Iterator[None]:
    """Let the one fork that is made meanwhile be the first process of a namespace.

    The end of the first process is the end of all of them, and it is not over before they are.
    """
    ours = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
    _call("unshare", _NEWPID)
    try:
        yield
    finally:
        _call("setns", ours, _NEWPID)
        os.close(ours)


def confine(confinement: Confinement, main: Callable[[], None]) -> None:
    """Confine this process, and run ``main``."""
    _call("unshare", _NEWNS | _NEWIPC | _NEWUTS | _NEWNET)
    _enter(confinement)
    main()


def _enter(confinement: Confinement) -> None:
    limits = confinement.limits
    owner = f"uid={_NOBODY},gid={_NOBODY}," if os.geteuid() == 0 else ""
    proc = os.open("/proc", os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)  # the way to our own id maps, once it is closed
    in_use = _address_space()
    _mount("tmpfs", WORK, _NOSUID | _NODEV, f"{owner}mode=700,size={limits.disk},nr_inodes=20000")
    _mount("tmpfs", "/dev/shm", _NOSUID | _NODEV, f"{owner}mode=700,size={limits.disk // 4}")
    if not any(folder.startswith("/tmp/") for folder in (sys.prefix, *sys.path)):  # else it is read-only, and stays
        _mount("tmpfs", "/tmp", _NOSUID | _NODEV, f"{owner}mode=700,size={limits.disk // 4},nr_inodes=20000")
    if confinement.processes:
        for place in ("/proc", "/run"):
            _mount("tmpfs", place, _NOSUID | _NODEV | _NOEXEC | _READONLY, "size=4k,mode=555")
        _own_terminals()
    _drop(proc)
    os.close(proc)
    os.chdir(WORK)
    restrain(limits, in_use)
    _seccomp.install()


def _own_terminals() -> None:
    """Terminals of its own: the sandbox's can be opened by every other submission in it."""
    try:
        _mount("devpts", "/dev/pts", _NOSUID | _NOEXEC, "newinstance,ptmxmode=666")
    except OSError:  # older kernels want an account 0 in the namespace; then there are none
        _mount("tmpfs", "/dev/pts", _NOSUID | _NODEV | _NOEXEC | _READONLY, "size=4k,mode=555")


def _drop(proc: int) -> None:
    """Become nobody, in a user namespace of its own, without a single capability."""
    os.setsid()
    if os.geteuid() == 0:
        os.setgroups([])
        os.setresgid(_NOBODY, _NOBODY, _NOBODY)
        os.setresuid(_NOBODY, _NOBODY, _NOBODY)
        _call("prctl", _SET_DUMPABLE, 1, 0, 0, 0)  # else the next files belong to root
    user, group = os.geteuid(), os.getegid()
    _call("unshare", _NEWUSER)
    for name, text in (("uid_map", f"1000 {user} 1"), ("setgroups", "deny"), ("gid_map", f"1000 {group} 1")):
        handle = os.open(f"self/{name}", os.O_WRONLY, dir_fd=proc)
        os.write(handle, text.encode())
        os.close(handle)
    _call("prctl", _SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    _call("prctl", _CAP_AMBIENT, _CLEAR_ALL, 0, 0, 0)
    _call("capset", (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION, 0), (ctypes.c_uint32 * 6)())
    die_with_parent()  # last: a change of account would undo it


def die_with_parent() -> None:
    """End this process when the one that made it ends."""
    _call("prctl", _SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def loosely(
    confinement: Confinement, main: Callable[[], None], born: Callable[[int], None] = lambda _pid: None
) -> None:
    """Run ``main`` in a working folder of its own and with limits, and with nothing to hold it: no sandbox at all."""
    folder = tempfile.mkdtemp(prefix="emptychair-")
    pid = os.fork()
    if pid == 0:
        try:
            os.setsid()
            if sys.platform == "linux":
                die_with_parent()
            os.chdir(folder)
            restrain(confinement.limits, _address_space())
            main()
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(0)
    signal.signal(signal.SIGTERM, lambda _number, _frame: _kill(pid))
    born(pid)
    try:
        os.waitpid(pid, 0)
    finally:
        with suppress(OSError):
            os.killpg(pid, signal.SIGKILL)
        shutil.rmtree(folder, ignore_errors=True)


def _kill(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def _address_space() -> int:
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[0]) * resource.getpagesize() if statm.exists() else 0


def restrain(limits: Limits, in_use: int) -> None:
    """Set the limits that the system itself keeps; ``in_use`` is the address space that was there before us."""
    wanted = {
        resource.RLIMIT_CPU: int(limits.total_seconds) + 10,
        resource.RLIMIT_AS: in_use + limits.memory,
        resource.RLIMIT_FSIZE: limits.disk,
        resource.RLIMIT_NOFILE: limits.open_files,
        resource.RLIMIT_NPROC: limits.processes,
        resource.RLIMIT_CORE: 0,
    }
    for kind, value in wanted.items():
        _soft, hard = resource.getrlimit(kind)
        most = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (most, most))


def probe() -> None:
    """Try everything that `confine` needs.

    Raises:
        OSError: The system does not let us.
    """
    reading, writing = os.pipe()
    with own_processes():
        pid = os.fork()
        if pid == 0:
            try:
                confine(Confinement(Limits(), processes=True), lambda: _succeed(writing))
            except BaseException:
                traceback.print_exc()
            finally:
                os._exit(0)
    os.waitpid(pid, 0)
    os.close(writing)
    if os.read(reading, 1) != b"!":
        raise OSError("namespaces inside of bubblewrap are not allowed")


def _succeed(writing: int) -> None:
    Path("written").write_text("and read")
    os.write(writing, b"!")
