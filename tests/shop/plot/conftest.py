"""The samples, drawn once for all tests of a worker."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from emptychair.shop import plot

_spec = importlib.util.spec_from_file_location("shop_plot_samples", Path(__file__).with_name("samples.py"))
assert _spec is not None
assert _spec.loader is not None
_module = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_module)
SAMPLES: dict[str, plot.Figure] = _module.samples()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give every test that asks for ``figure`` each sample in turn."""
    if "figure" in metafunc.fixturenames:
        metafunc.parametrize("figure", SAMPLES.values(), ids=SAMPLES.keys())


@pytest.fixture(scope="session")
def samples() -> dict[str, plot.Figure]:
    """All of them, by name."""
    return SAMPLES
