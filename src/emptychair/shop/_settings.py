"""The numbers of the shop, read from the TOML files beside this module."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read(name: str) -> dict[str, Any]:
    """Read ``NAME.toml``."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def setting(section: str) -> dict[str, Any]:
    """Give one section of ``world.toml``."""
    found: dict[str, Any] = read("world")[section]
    return found


CATEGORIES = tuple(read("products"))
REGIONS: tuple[str, ...] = tuple(setting("regions")["names"])
SEGMENTS: tuple[str, ...] = tuple(setting("segments")["names"])
CHANNELS: tuple[str, ...] = tuple(setting("channels")["names"])
REASONS: tuple[str, ...] = tuple(setting("contact")["base"])
"""Contact reasons: the nine that a cause can swell come first, in no particular order, then the everyday ones."""
