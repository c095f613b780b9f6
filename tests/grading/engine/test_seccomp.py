"""The filter of system calls, tried in a process of its own."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

from emptychair.grading.engine._seccomp import _REFUSED, program

TRY = """
import ctypes, errno, sys, threading
from emptychair.grading.engine import _seccomp
libc = ctypes.CDLL(None, use_errno=True)
libc.prctl(38, 1, 0, 0, 0)
_seccomp.install()
def refused(number, *arguments):
    ctypes.set_errno(0)
    return libc.syscall(number, *arguments) == -1 and ctypes.get_errno()
column = 0 if sys.argv[1] == "x86_64" else 1
for name, numbers in _seccomp._REFUSED.items():
    assert refused(numbers[column], 0, 0, 0, 0, 0) == errno.EPERM, name
assert refused(435, 0, 0) == errno.ENOSYS
assert refused(_seccomp._CLONE[column], 0x10000000, 0, 0, 0, 0) == errno.EPERM
for family in range(50):
    made = libc.socket(family, 1, 0)
    reason = ctypes.get_errno()
    assert (made == -1 and reason == errno.EAFNOSUPPORT) or family in _seccomp._FAMILIES, family
import socket
socket.socketpair(), socket.create_server(("127.0.0.1", 0)), socket.getaddrinfo("127.0.0.1", 80)
thread = threading.Thread(target=print, args=("a thread",))
thread.start(); thread.join()
import subprocess
print(subprocess.run(["/bin/echo", "a process"], capture_output=True, text=True).stdout, end="")
"""


@pytest.mark.skipif(platform.machine() not in ("x86_64", "aarch64"), reason="no table for this processor")
@pytest.mark.skipif(sys.platform != "linux", reason="Linux's filters")
def test_install_refuses_what_is_listed_and_nothing_else() -> None:
    """Are namespaces, mounts, tracing and strange sockets refused while threads, processes and the usual sockets work?"""
    line = [sys.executable, "-c", TRY, platform.machine()]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("a thread\na process\n", "")


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_program_jumps_nowhere_outside(machine: str) -> None:
    """Is the filter one that a kernel takes: short, and with every jump inside?"""
    made = program(machine)
    assert 2 * len(_REFUSED) < len(made) < 200
    for place, (operation, true, false, _operand) in enumerate(made):
        if operation & 0x07 == 0x05:
            assert place + 1 + max(true, false) < len(made)
