"""The whole corpus of attacks."""

from __future__ import annotations

from grading.attacks import (
    backwards,
    borders,
    calls,
    files,
    folder,
    forging,
    harm,
    kinds,
    late,
    lying,
    machine,
    spying,
    structure,
    tampering,
)
from grading.attacks.attack import Attacks

ATTACKS = Attacks()
for _module in (
    lying,
    forging,
    borders,
    kinds,
    folder,
    late,
    tampering,
    calls,
    structure,
    spying,
    harm,
    machine,
    files,
    backwards,
):
    for _name, _attack in _module.ATTACKS.items():
        ATTACKS.add(_name, _attack)
