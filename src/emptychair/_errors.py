"""The one error that the kit raises on purpose."""

from __future__ import annotations


class EmptyChairError(Exception):
    """Something the person at the keyboard can mend; the message says where, what and what to do."""
