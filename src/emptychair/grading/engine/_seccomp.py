"""System calls that no notebook needs and that have let processes out of cages before: refused by a filter.

The namespaces hold without it; this is the second fence. On processors that are not in the table there is none.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
from collections.abc import Iterator

# For each call its number on x86-64 and on 64-bit ARM; None where the processor has no such call.
_REFUSED: dict[str, tuple[int | None, int | None]] = {
    "acct": (163, 89),
    "add_key": (248, 217),
    "bpf": (321, 280),
    "chroot": (161, 51),
    "clock_settime": (227, 112),
    "delete_module": (176, 106),
    "finit_module": (313, 273),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fsopen": (430, 430),
    "fspick": (433, 433),
    "init_module": (175, 105),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "io_uring_setup": (425, 425),
    "kexec_file_load": (320, 294),
    "kexec_load": (246, 104),
    "keyctl": (250, 219),
    "mount": (165, 40),
    "mount_setattr": (442, 442),
    "move_mount": (429, 429),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    "open_tree": (428, 428),
    "perf_event_open": (298, 241),
    "pidfd_getfd": (438, 438),
    "pivot_root": (155, 41),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "ptrace": (101, 117),
    "quotactl": (179, 60),
    "reboot": (169, 142),
    "request_key": (249, 218),
    "setdomainname": (171, 162),
    "sethostname": (170, 161),
    "setns": (308, 268),
    "settimeofday": (164, 170),
    "swapoff": (168, 225),
    "swapon": (167, 224),
    "syslog": (103, 116),
    "umount2": (166, 39),
    "unshare": (272, 97),
    "userfaultfd": (323, 282),
}
_CLONE, _CLONE3 = (56, 220), 435
_SOCKET = (41, 198)
_FAMILIES = (1, 2, 10, 16)
"""Local ones, those of the network namespace (where nobody is), and the kernel's own, which a look at addresses asks.

No other: what talks to the host of a virtual machine, for one, knows no namespaces."""
_MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
_NEW_NAMESPACES = 0x7E020000
_OTHER_ABI = 0x40000000  # x32, whose calls have numbers of their own

_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16
_ALLOW, _REFUSE, _UNKNOWN = 0x7FFF0000, 0x00050000 | errno.EPERM, 0x00050000 | errno.ENOSYS
_NO_FAMILY = 0x00050000 | errno.EAFNOSUPPORT
_SET_SECCOMP, _FILTER = 22, 2

Instruction = tuple[int, int, int, int]


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def program(machine: str) -> list[Instruction]:
    """The filter for a processor: operation, jump when true, jump when false, operand. Empty for one without a table.

    >>> len(program("pdp11")), program("x86_64")[-1] == (_RETURN, 0, 0, _ALLOW)
    (0, True)
    """
    if machine not in _MACHINES:
        return []
    column, architecture = _MACHINES[machine]
    return [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _REFUSE),
        (_LOAD, 0, 0, _NUMBER),
        *_when(_AT_LEAST, _OTHER_ABI, _REFUSE),
        *_when(_EQUAL, _CLONE3, _UNKNOWN),  # its flags lie where a filter cannot see; libraries then use the older one
        *(one for name in _REFUSED if (number := _REFUSED[name][column]) for one in _when(_EQUAL, number, _REFUSE)),
        (_EQUAL, 0, len(_FAMILIES) + 3, _SOCKET[column]),
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        *((_EQUAL, len(_FAMILIES) - place, 0, family) for place, family in enumerate(_FAMILIES)),
        (_RETURN, 0, 0, _NO_FAMILY),
        (_RETURN, 0, 0, _ALLOW),
        (_EQUAL, 0, 3, _CLONE[column]),
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        *_when(_ANY_BIT, _NEW_NAMESPACES, _REFUSE),
        (_RETURN, 0, 0, _ALLOW),
    ]


def _when(operation: int, operand: int, verdict: int) -> Iterator[Instruction]:
    yield operation, 0, 1, operand
    yield _RETURN, 0, 0, verdict


def install() -> None:
    """Put the filter in place, for this process and all that come from it.

    Raises:
        OSError: The system does not take it.
    """
    code = b"".join(struct.pack("HBBI", *one) for one in program(platform.machine()))
    if not code:
        return
    content = ctypes.create_string_buffer(code, len(code))
    whole = _Program(len(code) // 8, ctypes.cast(content, ctypes.c_void_p))
    if ctypes.CDLL(None, use_errno=True).prctl(_SET_SECCOMP, _FILTER, ctypes.byref(whole), 0, 0) != 0:
        number = ctypes.get_errno()
        if number != errno.EINVAL:  # a kernel without filters
            raise OSError(number, "the filter of system calls was not accepted")
