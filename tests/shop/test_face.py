"""The public names of the shop."""

from __future__ import annotations

import subprocess
import sys

import pytest

from emptychair import shop


def test_names_when_listed() -> None:
    """Can every public name be had, and does dir() show them all?"""
    assert all(getattr(shop, name) is not None for name in shop.__all__)
    assert set(shop.__all__) <= set(dir(shop))


def test_names_when_mistyped() -> None:
    """Is an unknown name the usual error?"""
    with pytest.raises(AttributeError, match="no attribute 'simulator'"):
        shop.simulator  # type: ignore[attr-defined] # noqa: B018


def test_import_is_light() -> None:
    """Does importing the shop load none of the heavy libraries?"""
    code = "import sys, emptychair.shop; print({'pandas', 'scipy', 'sklearn', 'matplotlib'} & set(sys.modules))"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
        == "set()"
    )
