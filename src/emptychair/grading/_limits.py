"""How much of the machine one submission may use."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one submission. Time is processor time or time asleep, so that a busy machine changes no mark.

    Attributes:
        cell_seconds: One cell, or one call of a test into the learner's code: computing, or asleep.
        total_seconds: All of them together.
        wall_seconds: The end of all patience by the clock on the wall; only a machine in trouble gets here.
        memory: Bytes a process may have.
        disk: Bytes of the working folder; they count as memory.
        processes: Processes and threads at a time.
        open_files: Files a process may have open.
        output: Characters of output that are kept of one cell.
        picture: Characters of one encoded picture; a larger one is left out.
        message: Bytes of one message between learner and tests.

    Example:
        >>> Limits(cell_seconds=5).cell_seconds
        5
    """

    cell_seconds: float = 30.0
    total_seconds: float = 180.0
    wall_seconds: float = 1800.0
    memory: int = 2 << 30
    disk: int = 256 << 20
    processes: int = 128
    open_files: int = 256
    output: int = 100_000
    picture: int = 2_000_000
    message: int = 64 << 20
