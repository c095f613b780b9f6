"""What does not go together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clash:
    """Two places that do not go together: ``told`` in the story, ``now`` in the reply, both in the speaker's words.

    ``kind`` is ``number``, ``role`` (who did it, or as what), ``order``, or ``fact`` (anything else that the reader finds).
    """

    kind: str
    told: str
    now: str
    message: str
