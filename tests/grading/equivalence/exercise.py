"""What an exercise of the corpus is."""

from __future__ import annotations

from dataclasses import dataclass

from grading.blocks import code

SETUP = code("""
    import math
    import random
    from collections import Counter
    import numpy as np
    import pandas as pd
    import matplotlib.pyplot as plt
    %matplotlib inline
    orders = pd.DataFrame({"customer": ["ana", "bo", "ana", "cy"], "euros": [10.0, 20.0, 5.0, 7.5]})
    RATE = 0.2
    from abc import ABC, abstractmethod
    class Node:
        def __init__(self, value, next=None):
            self.value, self.next = value, next
        def __repr__(self):
            return f"Node({self.value})"
    class Empty(Exception):
        pass
    class Animal(ABC):
        @abstractmethod
        def sound(self): ...
        def twice(self):
            return 2 * self.sound()
    class Tree:
        def __init__(self, key):
            self.key, self.left, self.right = key, None, None
        def keys(self):
            return (self.left.keys() if self.left else []) + [self.key] + (self.right.keys() if self.right else [])
""")


@dataclass(frozen=True, slots=True)
class Exercise:
    """One answer cell and one test cell.

    Attributes:
        name: Its slug.
        solution: The instructor's answer.
        tests: The test cell.
        others: What learners write instead, by a name for it.
        points: What it is worth.
    """

    name: str
    solution: str
    tests: str
    others: dict[str, str]
    points: float = 2.0
