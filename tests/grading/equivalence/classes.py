"""Exercises that ask for classes of Python's own kinds."""

from __future__ import annotations

from grading.blocks import code
from grading.equivalence.exercise import Exercise

EXERCISES = (
    Exercise(
        "dataclass",
        code("""
        from dataclasses import dataclass, field
        @dataclass
        class Basket:
            items: list = field(default_factory=list)
            def add(self, item):
                self.items.append(item)
    """),
        code("""
        b = Basket()
        b.add('pear')
        assert b.items == ['pear']
        assert Basket(['a']) == Basket(['a'])
        assert Basket().items == []
    """),
        {
            "shared": code("""
        class Basket:
            def __init__(self, items=[]):
                self.items = items
            def add(self, item):
                self.items.append(item)
            def __eq__(self, other):
                return self.items == other.items
    """)
        },
    ),
    Exercise(
        "enum",
        code("""
        from enum import Enum
        class Light(Enum):
            RED = 1
            GREEN = 2
        def after(light):
            return Light.GREEN if light is Light.RED else Light.RED
    """),
        code("""
        assert after(Light.RED) is Light.GREEN
        assert after(Light.GREEN) == Light.RED
        assert Light.RED.name == 'RED' and Light.GREEN.value == 2
        assert [light.name for light in Light] == ['RED', 'GREEN']
        assert Light(1) is Light.RED
        assert Light['GREEN'] is Light.GREEN
    """),
        {
            "strings": code("""
        class Light:
            RED, GREEN = 'RED', 'GREEN'
        def after(light):
            return Light.GREEN if light == Light.RED else Light.RED
    """)
        },
    ),
    Exercise(
        "stack",
        code("""
        class Stack(list):
            def push(self, x):
                self.append(x)
            def peek(self):
                return self[-1]
    """),
        code("""
        s = Stack()
        s.push(1)
        s.push(2)
        assert s.peek() == 2
        assert s.pop() == 2
        assert len(s) == 1
        assert s[0] == 1
        assert 1 in s
        assert list(s) == [1]
    """),
        {
            "own": code("""
        class Stack:
            def __init__(self):
                self.items = []
            def push(self, x):
                self.items.append(x)
            def pop(self):
                return self.items.pop()
            def peek(self):
                return self.items[-1]
            def __len__(self):
                return len(self.items)
            def __getitem__(self, i):
                return self.items[i]
    """),
            "not-iterable": code("""
        class Stack:
            def __init__(self):
                self.items = []
            def push(self, x):
                self.items.append(x)
            def peek(self):
                return self.items[-1]
    """),
        },
    ),
)
