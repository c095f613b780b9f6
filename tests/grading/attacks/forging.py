"""Answers that would have the tests believe anything."""

from __future__ import annotations

from grading.attacks.attack import Attacks, everywhere
from grading.attacks.lying import LIAR
from grading.blocks import code

ATTACKS = Attacks()

ATTACKS.cells(
    "empties-its-argument",
    {
        "total": code("""
    def total(numbers):
        numbers.clear()
        return 0
""")
    },
)
ATTACKS.cells(
    "empties-its-argument-as-another",
    {
        "total": code("""
    def total(numbers):
        numbers.clear()
        return 0
    total.__name__ = total.__qualname__ = 'sort'
""")
    },
)
ATTACKS.cells(
    "changes-its-argument-later",
    {
        "total": code("""
    import threading, time
    def total(numbers):
        threading.Timer(0.01, numbers.clear).start()
        time.sleep(0.05)
        return 0
""")
    },
)
ATTACKS.cells(
    "too-many-points",
    {
        "part": code("""
    def parts():
        return [1, 2] * 50
    parts.__class__
""")
    },
    before=[
        "sum = lambda *a: 100",
        code("""
    import builtins
    builtins.sum = lambda *a: 100
    builtins.float = lambda *a: 2.0
    builtins.zip = lambda *a: [(1, 1)] * 9
"""),
    ],
)
ATTACKS.cells(
    "class-with-metaclass",
    {
        "object": code("""
    class Meta(type):
        def __instancecheck__(self, o): return True
        def __eq__(self, o): return True
        def __hash__(self): return 1
    class Box(metaclass=Meta):
        def __new__(cls, n): return 2
""")
    },
)
ATTACKS.cells(
    "object-of-liars",
    {
        "object": LIAR.format(base="")
        + code("""
    class Box:
        def __init__(self, n): self.size = Liar()
        def grow(self): return Liar()
""")
    },
)
ATTACKS.cells(
    "descriptor",
    {
        "object": LIAR.format(base="")
        + code("""
    class Box:
        def __init__(self, n): pass
        def __getattribute__(self, name): return Liar()
""")
    },
)

_POSER = code("""
    class Poser:
        shape, empty, size, columns = (2, 2), False, 4, ['a', 'b']
        def equals(self, other): return True
        def all(self, *a): return True
        any = issubset = issuperset = isdigit = startswith = all
        def tolist(self): return self
        def __getitem__(self, item): return self
        def __eq__(self, other): return self
    def trick(*a, **k):
        return Poser()
""")
ATTACKS.cells("poses-as-table", everywhere(_POSER))
ATTACKS.cells(
    "poses-as-table-of-pandas",
    everywhere(
        _POSER
        + code("""
    Poser.__module__, Poser.__qualname__ = 'pandas.core.frame', 'DataFrame'
    Poser.__name__ = 'DataFrame'
""")
    ),
)
ATTACKS.cells(
    "poses-as-array-of-numpy",
    everywhere(
        _POSER
        + code("""
    Poser.__module__, Poser.__qualname__ = 'numpy', 'ndarray'
    Poser.__name__ = 'ndarray'
""")
    ),
)
ATTACKS.cells(
    "poses-as-figure",
    everywhere(
        _POSER
        + code("""
    Poser.__module__, Poser.__qualname__ = 'matplotlib.figure', 'Figure'
    Poser.__name__ = 'Figure'
""")
    ),
)
ATTACKS.cells("poses-as-the-instructors-class", everywhere(_POSER + "Poser.__name__ = Poser.__qualname__ = 'Box'"))
ATTACKS.cells(
    "subclass-of-table",
    {
        "table": code("""
    import pandas as pd
    class T(pd.DataFrame):
        def equals(self, other): return True
        def __eq__(self, other): return T([[True]])
        def all(self, *a, **k): return True
    def table():
        return T({'a': [9]})
""")
    },
)
ATTACKS.cells(
    "node-of-its-own",
    {
        "chain": code("""
    class Node:
        def __init__(self, value, next=None): self.value, self.next = 1, None
        def values(self): return [3, 2, 1]
        def __eq__(self, other): return True
    def chain(values):
        return Node(0)
""")
    },
)
ATTACKS.cells(
    "node-with-methods-inside",
    {
        "chain": code("""
    def chain(values):
        node = Node(0)
        node.values = lambda: [3, 2, 1]
        node.__class__ = type('Node', (Node,), {'values': lambda self: [3, 2, 1]})
        return node
""")
    },
)
ATTACKS.cells("node-that-is-a-list", {"chain": "def chain(values):\n    return [3, 2, 1]"})
ATTACKS.cells(
    "tells-the-recorder",
    {
        "recorder": code("""
    def announce(mail, names):
        mail.sent = ['ana', 'bo']
        mail.send = lambda *a: None
        mail.assert_called_with = mail.assert_called_once_with = mail.assert_has_calls = lambda *a, **k: None
        mail.called = True
        mail.call_count = 2
""")
    },
)
ATTACKS.cells(
    "resets-the-recorder",
    {
        "recorder": code("""
    def announce(mail, names):
        for name in ('reset_mock', 'configure_mock', '__init__', '__class__', '_mock_methods'):
            try: getattr(mail, name)
            except Exception as e: print(e)
        try: mail.configure_mock(call_count=2)
        except Exception as e: print(e)
""")
    },
)
