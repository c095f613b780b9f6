"""Answers that would have the tests believe anything."""

from __future__ import annotations

from grading.attacks.attack import Attacks, everywhere
from grading.blocks import code

ATTACKS = Attacks()

_LIAR = code("""
    class Liar{base}:
        def __eq__(self, other): return True
        def __ne__(self, other): return False
        def __hash__(self): return 1
        __lt__ = __le__ = __gt__ = __ge__ = __eq__
        def __bool__(self): return True
        def __contains__(self, item): return True
        def __len__(self): return 4
        def __iter__(self): return iter([self] * 4)
        def __getitem__(self, item): return self
        def __sub__(self, other): return self
        __add__ = __radd__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __sub__
        def __abs__(self): return self
        def __float__(self): return 0.0
        def __int__(self): return 0
        def __index__(self): return 0
        def __getattr__(self, name): return self if not name.startswith('__') else object.__getattribute__(self, name)
        def __call__(self, *a, **k): return self
        def startswith(self, *a): return True
    def trick(*a, **k):
        return Liar()
""")
ATTACKS.cells("equal-to-everything", everywhere(_LIAR.format(base="")))
for _base in ("int", "float", "str", "list", "dict", "tuple", "set", "bytes", "Exception"):
    ATTACKS.cells(f"equal-to-everything-{_base}", everywhere(_LIAR.format(base=f"({_base})")))
ATTACKS.cells(
    "array-subclass",
    everywhere(
        code("""
    import numpy as np
    class Liar(np.ndarray):
        def __array_ufunc__(self, *a, **k): return np.True_
        def __array_function__(self, *a, **k): return True
        def __eq__(self, o): return np.array([True])
    def trick(*a, **k):
        return np.arange(3).view(Liar)
""")
    ),
)
ATTACKS.cells(
    "array-protocol",
    everywhere(
        code("""
    import numpy as np
    class Liar:
        calls = 0
        def __array__(self, *a, **k):
            Liar.calls += 1
            return np.array([0, 1, 2, 3][:3 + Liar.calls % 2])
        def __array_ufunc__(self, *a, **k): return np.True_
    def trick(*a, **k):
        return Liar()
""")
    ),
)
ATTACKS.cells(
    "mock",
    everywhere(
        code("""
    from unittest.mock import MagicMock
    def trick(*a, **k):
        m = MagicMock()
        m.__eq__.return_value = True
        m.__contains__.return_value = True
        m.__sub__.return_value = 0.0
        return m
""")
    ),
)
ATTACKS.cells(
    "unittest-any",
    everywhere(
        code("""
    from unittest.mock import ANY
    def trick(*a, **k):
        return ANY
""")
    ),
)
ATTACKS.cells(
    "nested-liar",
    everywhere(
        _LIAR.format(base="")
        + code("""
    def trick(*a, **k):
        return [Liar(), (Liar(), {1: Liar()})]
""")
    ),
)
ATTACKS.cells(
    "masked-array",
    everywhere(
        code("""
    import numpy as np
    def trick(*a, **k):
        return np.ma.masked_all(3)
""")
    ),
)
ATTACKS.cells(
    "not-a-number",
    everywhere(
        code("""
    def trick(*a, **k):
        return float('nan')
""")
    ),
)
ATTACKS.cells(
    "infinite",
    everywhere(
        code("""
    def trick(*a, **k):
        return float('inf')
""")
    ),
)
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
        "object": _LIAR.format(base="")
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
        "object": _LIAR.format(base="")
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
