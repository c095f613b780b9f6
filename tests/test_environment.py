"""Do the files that set the kit up agree with one another?"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _name(requirement: str) -> str:
    return re.split(r"[<>=!~ \[;]", requirement)[0].lower().replace("_", "-")


def test_lock_pins_every_dependency_with_hashes() -> None:
    """Is each dependency of pyproject.toml in the lock, pinned, hashed, and named without a host?"""
    pinned = set(re.findall(r"^([\w.-]+)==", LOCK, re.M))
    extras = [each for extra in PROJECT["optional-dependencies"].values() for each in extra]
    wanted = [each for each in [*PROJECT["dependencies"], *extras] if not each.startswith("emptychair[")]
    assert {_name(each) for each in wanted} <= {name.lower() for name in pinned}
    blocks = re.split(r"\n(?=\S)", LOCK.strip())
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert not re.search(r"://|--index|--find-links|@ ", LOCK)


def test_conda_file_installs_the_project_itself() -> None:
    """Does environment.yml leave the list of dependencies to pyproject.toml?"""
    *conda, pip = CONDA["dependencies"]
    assert conda == [f"python{PROJECT['requires-python']}", "pip"]
    assert pip == {"pip": ["-e ."]}


def test_readme_names_what_the_files_say() -> None:
    """Does the README ask for the same Python and use the same environment name and command?"""
    lowest = PROJECT["requires-python"].removeprefix(">=")
    assert f"Python {lowest} or newer" in README
    assert f"conda activate {CONDA['name']}" in README
    assert set(PROJECT["scripts"]) == {"emptychair"}
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    assert set(re.findall(r"make ([a-z]+)", README)) - {"check"} <= targets
    assert "check" in targets


@pytest.mark.timeout(600)
def test_pip_part_installs_in_a_clean_environment(tmp_path: Path) -> None:
    """Does ``pip install -e .`` give a working command where nothing else is installed?

    Done by uv, which fetches what it has not seen before; versions are held to the lock, so that the test cannot rot overnight.
    """
    python = tmp_path / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    uv = [sys.executable, "-m", "uv"]
    subprocess.run([*uv, "venv", "--quiet", "--python", sys.executable, str(tmp_path / "venv")], check=True)
    what = CONDA["dependencies"][-1]["pip"][0].split()
    subprocess.run(
        [*uv, "pip", "install", "--quiet", "--python", str(python), "--constraint", "requirements.lock", *what],
        check=True,
        cwd=ROOT,
    )
    line = [str(python.with_name("emptychair")), "--version"]
    found = subprocess.run(line, check=True, capture_output=True, text=True)
    assert found.stdout == f"emptychair {PROJECT['version']}\n"
