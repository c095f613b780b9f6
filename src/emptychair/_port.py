"""A port that the server will get."""

from __future__ import annotations

import errno
import os
import socket

from emptychair._errors import EmptyChairError

DEFAULT_PORT = 8888
WILDCARDS = ("", "*", "0.0.0.0", "::")
_IN_USE = (errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", errno.EADDRINUSE))


def choose_port(port: int | None, *, ip: str) -> int:
    """Take the port that was asked for, or the first free one from 8888.

    Raises:
        EmptyChairError: It is taken, or cannot be had.

    Example:
        >>> choose_port(None, ip="127.0.0.1") >= 8888
        True
    """
    for candidate in [port] if port is not None else range(DEFAULT_PORT, DEFAULT_PORT + 50):
        fault = _fault(candidate, ip)
        if not fault:
            return candidate
        if port is not None:
            raise EmptyChairError(f"port {port} {fault}; name another one with --port, or leave --port out.")
    raise EmptyChairError(f"ports {DEFAULT_PORT} to {DEFAULT_PORT + 49} are all in use; name a free one with --port.")


def _fault(port: int, ip: str) -> str:
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(
            None if ip in WILDCARDS else ip, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except socket.gaierror:
        raise EmptyChairError(f"{ip} is not an address of this machine; leave --ip out, or say 127.0.0.1.") from None
    with socket.socket(family, kind, protocol) as probe:
        if os.name == "posix":
            # as the server will: connections that are only fading away do not count
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(where)
        except PermissionError:
            return "may not be used by this account"
        except OSError as error:
            return "is in use" if error.errno in _IN_USE else f"cannot be had at {ip} ({error.strerror})"
    return ""
