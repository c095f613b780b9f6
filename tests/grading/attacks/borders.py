"""Attacks on what both sides see: lists that a test holds, exceptions, context managers, data in classes."""

from __future__ import annotations

from grading.attacks.attack import Attacks, everywhere
from grading.blocks import code

ATTACKS = Attacks()

_LEAVES = {
    "ends-every-exception": "return True",
    "ends-with-a-liar": "return type('Yes', (), {'__bool__': lambda self: True})()",
    "ends-by-raising": "raise SystemExit(0)",
    "ends-by-leaving": "import os; os._exit(0)",
    "ends-by-stopping": "raise StopIteration",
}
for _name, _how in _LEAVES.items():
    ATTACKS.cells(
        _name,
        {
            "manager": code(f"""
            class Session:
                def __enter__(self):
                    self.rows = None
                    return self
                def __exit__(self, *error):
                    {_how}
        """)
        },
    )
ATTACKS.cells(
    "ends-what-it-raised",
    {
        "manager": code("""
    class Session:
        def __enter__(self): return self
        def __exit__(self, *error): return True
        @property
        def rows(self): raise KeyError('skip the rest')
""")
    },
)
ATTACKS.cells(
    "enters-as-generator",
    {
        "manager": code("""
    import contextlib
    @contextlib.contextmanager
    def Session():
        try: yield None
        except BaseException: pass
""")
    },
)
ATTACKS.cells(
    "swallows-assertions",
    {"checked": "def each(f, values):\n    try: f(3)\n    except BaseException as e: print(e, e.args)"},
)
ATTACKS.cells(
    "reads-assertions",
    {
        "checked": code("""
    import traceback
    def each(f, values):
        try: f(3)
        except BaseException as e:
            print(repr(e), vars(e), e.__context__, e.__cause__, traceback.format_exc())
            raise
"""),
        "caller": code("""
    import traceback
    def apply(f, x):
        try: f('no such key')
        except Exception as e:
            print(repr(e), vars(e), e.__context__, e.__cause__, getattr(e, '__notes__', None))
            traceback.print_exc()
            print(f.__doc__, getattr(f, '__signature__', None), f.__defaults__, f.__kwdefaults__, f.__code__.co_consts)
"""),
    },
)
ATTACKS.cells(
    "a-list-that-agrees",
    {
        "journal": code("""
    class Agreeable(list):
        def __eq__(self, other): return True
        def clear(self): pass
    journal = Agreeable()
    def note(text): pass
""")
    },
)
ATTACKS.cells(
    "a-list-that-changes-by-itself",
    {
        "journal": code("""
    import threading, time
    journal = []
    def note(text): pass
    def flicker():
        for _ in range(3000):
            journal[:] = [[], ['x'], [journal[:]]][_ % 3]
            time.sleep(0.0001)
    threading.Thread(target=flicker, daemon=True).start()
"""),
        "total": "def total(numbers):\n    journal.append(numbers); numbers.append(journal); return -1",
    },
)
ATTACKS.cells(
    "keeps-arguments-for-later",
    {
        "square": "kept = []\ndef square(x):\n    return -1",
        "total": code("""
    def total(numbers):
        kept.append(numbers)
        for one in kept: one.clear()
        return 0
"""),
    },
)
ATTACKS.cells(
    "changes-of-nothing",
    {
        name: code(f"""
    import gc
    def {name}(*a):
        for peer in gc.get_objects():
            if type(peer).__name__ == 'Candidate':
                peer._changed = {changes}
                peer._pairs.changes = lambda: {changes}
        return -1
""")
        for name, changes in (
            ("square", "[[0, ['list', []]], [-1, 3], 7, None]"),
            ("total", "[[0, ['list', [['kept', 0]]]]]"),
            ("shout", "{'a': 1}"),
            ("near", "[[10**30, ['dict', [[1, 2]]]]]"),
        )
    },
)

ATTACKS.cells(
    "level-of-liars",
    {
        "level": code("""
    class L(int):
        def __eq__(self, o): return True
        __lt__ = __le__ = __gt__ = __eq__
        def __int__(self): return 2
        __index__ = __int__
        def __add__(self, o): return 3
        __hash__ = int.__hash__
    class Level:
        LOW = HIGH = L(0)
""")
    },
)
ATTACKS.cells(
    "level-of-flickering-ints",
    {
        "level": code("""
    class Meta(type):
        def __getattr__(cls, name):
            class L(int):
                @property
                def __class__(self): return bool
                def __eq__(self, o): raise StopIteration
                __hash__ = int.__hash__
            return L(7)
    class Level(metaclass=Meta): pass
""")
    },
)
for _base, _value in (
    ("str", "'x'"),
    ("tuple", "(9,)"),
    ("list", "[9]"),
    ("dict", "{9: 9}"),
    ("set", "{9}"),
    ("float", "9.5"),
):
    ATTACKS.cells(
        f"subclass-with-unbound-lies-{_base}",
        everywhere(
            code(f"""
        class Liar({_base}):
            def __getattribute__(self, name):
                if name in ('__class__', '__dict__'): return object.__getattribute__(self, name)
                return lambda *a, **k: True
            def __iter__(self): return iter([0, 1, 2])
            def __len__(self): return 3
            def __eq__(self, other): return True
            def __hash__(self): return 0
        def trick(*a, **k):
            return Liar({_value})
    """)
        ),
    )
ATTACKS.cells(
    "error-with-methods-that-lie",
    {
        "fault": code("""
    class Any:
        def __eq__(self, o): return True
        def __sub__(self, o): return self
    class Refused(Exception):
        def __init__(self, *a): self.wanted = Any()
        def missing(self): return Any()
    def take(n):
        raise Refused()
""")
    },
)
ATTACKS.cells(
    "error-that-is-another",
    {
        "fault": code("""
    class Refused(AssertionError):
        wanted = given = missing = lambda *a: True
    def take(n):
        error = Refused()
        error.__cause__ = error
        error.__class__ = type('Refused', (AssertionError,), {'__str__': lambda s: 1 / 0})
        raise error
"""),
        "broad": "def root(x):\n    raise Refused",
    },
)
ATTACKS.cells(
    "error-claims",
    {
        "square": code("""
    import gc
    def square(x):
        for peer in gc.get_objects():
            if type(peer).__name__ == 'Candidate':
                peer._described = lambda e: {'classes': [['known', 'unittest.case', 'SkipTest']], 'text': '', 'yours': 1, 'mine': 1}
        raise ValueError
"""),
        "caller": code("""
    def apply(f, x):
        raise ValueError(f, f, f)
"""),
    },
)
