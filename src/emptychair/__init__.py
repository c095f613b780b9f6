"""Empty Chair: a course kit for interview preparation around Customer Obsession."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emptychair._errors import EmptyChairError

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

__all__ = ("EmptyChairError", "__version__", "load_ipython_extension")

__version__ = "0.1.0"


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Give the notebook the ``%%answer`` cell magic (``%load_ext emptychair``)."""
    from emptychair.answers import register

    register(shell)
