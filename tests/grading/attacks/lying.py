"""Answers that agree with whatever they are compared with."""

from __future__ import annotations

from grading.attacks.attack import Attacks, everywhere
from grading.blocks import code

ATTACKS = Attacks()

LIAR = code("""
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
ATTACKS.cells("equal-to-everything", everywhere(LIAR.format(base="")))
for _base in ("int", "float", "str", "list", "dict", "tuple", "set", "bytes", "Exception"):
    ATTACKS.cells(f"equal-to-everything-{_base}", everywhere(LIAR.format(base=f"({_base})")))
ATTACKS.everywhere(
    "array-subclass",
    """
    import numpy as np
    class Liar(np.ndarray):
        def __array_ufunc__(self, *a, **k): return np.True_
        def __array_function__(self, *a, **k): return True
        def __eq__(self, o): return np.array([True])
    def trick(*a, **k):
        return np.arange(3).view(Liar)
""",
)
ATTACKS.everywhere(
    "array-protocol",
    """
    import numpy as np
    class Liar:
        calls = 0
        def __array__(self, *a, **k):
            Liar.calls += 1
            return np.array([0, 1, 2, 3][:3 + Liar.calls % 2])
        def __array_ufunc__(self, *a, **k): return np.True_
    def trick(*a, **k):
        return Liar()
""",
)
ATTACKS.everywhere(
    "mock",
    """
    from unittest.mock import MagicMock
    def trick(*a, **k):
        m = MagicMock()
        m.__eq__.return_value = True
        m.__contains__.return_value = True
        m.__sub__.return_value = 0.0
        return m
""",
)
ATTACKS.everywhere(
    "unittest-any",
    """
    from unittest.mock import ANY
    def trick(*a, **k):
        return ANY
""",
)
ATTACKS.cells(
    "nested-liar",
    everywhere(
        LIAR.format(base="")
        + code("""
    def trick(*a, **k):
        return [Liar(), (Liar(), {1: Liar()})]
""")
    ),
)
ATTACKS.everywhere(
    "masked-array",
    """
    import numpy as np
    def trick(*a, **k):
        return np.ma.masked_all(3)
""",
)
ATTACKS.everywhere(
    "not-a-number",
    """
    def trick(*a, **k):
        return float('nan')
""",
)
ATTACKS.everywhere(
    "infinite",
    """
    def trick(*a, **k):
        return float('inf')
""",
)
