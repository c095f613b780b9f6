"""The public face."""

from __future__ import annotations

import json
import subprocess
import sys

from emptychair.shop import measures


def test_import_when_nothing_is_measured_yet() -> None:
    """Is the import light: NumPy and nothing heavier?"""
    code = "import sys, json, emptychair.shop.measures; print(json.dumps(sorted(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    loaded = {name.split(".")[0] for name in json.loads(run.stdout)}
    assert loaded & {"pandas", "scipy", "sklearn", "statsmodels", "matplotlib"} == set()


def test_names_when_listed() -> None:
    """Does every public name exist, and does every function have an example?"""
    for name in measures.__all__:
        found = getattr(measures, name)
        assert found.__doc__, name
        if not isinstance(found, type):
            assert ">>>" in found.__doc__, name
            assert "Raises:" in found.__doc__ or name.endswith("_pipeline"), name
