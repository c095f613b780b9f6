"""What an attack is: something that fills the folder which one student hands in."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import builders
from grading.attacks.target import NOTEBOOK, notebook
from grading.blocks import code

Attack = Callable[[Path], None]


class Attacks(dict[str, Attack]):
    """Attacks by name; each way of making one is a method."""

    def add(self, name: str, attack: Attack) -> None:
        """Add one that is like no other."""
        assert name not in self, name
        self[name] = attack

    def cells(self, name: str, answers: Mapping[str, str] | None = None, **cells: Any) -> None:
        """A notebook with these answers and cells of the learner's own (see `notebook`)."""
        self.add(name, lambda folder: _save(notebook(answers, **cells), folder))

    def everywhere(self, name: str, answer: str) -> None:
        """The same trick as the answer to every exercise that asks for a function."""
        self.cells(name, everywhere(code(answer)))

    def first(self, name: str, source: str) -> None:
        """A notebook of wrong answers with a cell of the learner's own above everything else."""
        self.cells(name, before=[code(source)])

    def edit(self, name: str, edit: Callable[[Any], object]) -> None:
        """A notebook whose JSON is changed."""

        def attack(folder: Path) -> None:
            _save(notebook(), folder)
            path = folder / f"{NOTEBOOK}.ipynb"
            content = json.loads(path.read_text())
            edit(content)
            path.write_text(json.dumps(content))

        self.add(name, attack)

    def files(self, name: str, files: Mapping[str, str]) -> None:
        """A notebook with files beside it."""

        def attack(folder: Path) -> None:
            _save(notebook(), folder)
            for path, content in files.items():
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_text(content)

        self.add(name, attack)

    def raw(self, name: str, content: bytes) -> None:
        """A file with this content in the notebook's place."""
        self.add(name, lambda folder: _write(folder, content))


def _save(made: Any, folder: Path) -> None:
    builders.save(made, folder / f"{NOTEBOOK}.ipynb")


def _write(folder: Path, content: bytes) -> None:
    (folder / f"{NOTEBOOK}.ipynb").write_bytes(content)


def everywhere(answer: str) -> dict[str, str]:
    """The same trick as the answer to every exercise that asks for a function."""
    names = {"square": "square", "near": "near", "vector": "vector", "suite": "reverse", "total": "total"}
    names |= {"helper": "shout", "collection": "primes", "caller": "apply", "part": "parts", "table": "table"}
    answers = {exercise: f"{answer}\n{name} = trick" for exercise, name in names.items()}
    return answers | {"value": f"{answer}\nanswer = trick()"}
