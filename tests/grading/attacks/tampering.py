"""Attacks on what tests are run by and what they use."""

from __future__ import annotations

from grading.attacks.attack import Attacks, everywhere
from grading.blocks import code

ATTACKS = Attacks()

ATTACKS.cells(
    "strips-asserts",
    before=[
        code("""
    import ast
    class Strip(ast.NodeTransformer):
        def visit_Assert(self, node): return ast.Pass()
    get_ipython().ast_transformers.append(Strip())
""")
    ],
)
ATTACKS.cells("rewrites-cells", before=["get_ipython().input_transformers_cleanup.append(lambda lines: ['pass\\n'])"])
ATTACKS.cells("rewrites-cells-later", after=["get_ipython().input_transformers_post.append(lambda lines: ['2.0\\n'])"])
ATTACKS.cells(
    "replaces-kernel",
    before=[
        code("""
    try:
        get_ipython().kernel.do_execute = None
    except AttributeError:
        print('no kernel')
""")
    ],
)
ATTACKS.cells(
    "replaces-run-cell",
    before=[
        code("""
    from IPython.core.interactiveshell import InteractiveShell, ExecutionResult
    InteractiveShell.run_cell = lambda self, *a, **k: ExecutionResult(None)
    type(get_ipython()).run = lambda self, source: None
""")
    ],
)
ATTACKS.cells(
    "replaces-traceback",
    before=[
        code("""
    get_ipython().showtraceback = lambda *a, **k: None
    get_ipython()._showtraceback = lambda *a, **k: None
""")
    ],
)
ATTACKS.cells(
    "display-hook",
    before=[
        code("""
    import sys
    sys.displayhook = lambda value: None
    from IPython.core.displayhook import DisplayHook
    DisplayHook.__call__ = lambda *a: None
""")
    ],
)
ATTACKS.cells(
    "result-on-screen",
    everywhere(
        code("""
    def trick(*a, **k):
        print(2.0)
        from IPython.display import display
        display(2.0)
        get_ipython().displayhook(2.0)
        return None
""")
    ),
)
ATTACKS.cells(
    "publishes-result",
    before=[
        code("""
    shell = get_ipython()
    shell.kept.result({'text/plain': '2.0'}, 1)
    shell.results.append(2.0)
""")
    ],
)
ATTACKS.cells(
    "formatter",
    before=["get_ipython().display_formatter.formatters['text/plain'].for_type(float, lambda o, p, c: p.text('2.0'))"],
)
ATTACKS.cells(
    "patches-unittest",
    before=[
        code("""
    import unittest
    for name in dir(unittest.TestCase):
        if name.startswith('assert'):
            setattr(unittest.TestCase, name, lambda *a, **k: None)
    unittest.TestResult.wasSuccessful = lambda self: True
""")
    ],
)
ATTACKS.cells(
    "patches-numpy",
    before=[
        code("""
    import numpy as np
    np.testing.assert_allclose = np.testing.assert_array_equal = lambda *a, **k: None
    np.array_equal = np.allclose = lambda *a, **k: True
""")
    ],
)
ATTACKS.cells(
    "patches-math",
    before=[
        code("""
    import math
    math.isclose = lambda *a, **k: True
""")
    ],
)
ATTACKS.cells(
    "patches-builtins",
    before=[
        code("""
    import builtins
    builtins.abs = lambda x: 0
    builtins.sorted = lambda *a, **k: [2, 3, 5, 7]
    builtins.len = lambda x: 4
    builtins.AssertionError = type('E', (Exception,), {})
    builtins.isinstance = lambda *a: True
""")
    ],
)
ATTACKS.cells(
    "own-names-for-builtins",
    before=[
        code("""
    abs = lambda x: 0
    sum = lambda *a: -5
    len = lambda x: 4
    all = any = isinstance = lambda *a: True
    sorted = lambda x: [2, 3, 5, 7]
    float = lambda x: 2.0
""")
    ],
)
ATTACKS.cells(
    "rebinds-helper",
    {
        "square": code("""
    def square(x):
        return -1
    close = check = lambda *a: True
    class np:
        class testing:
            assert_allclose = lambda *a: None
        array_equal = lambda *a: True
    class math:
        isclose = lambda *a: True
    LIMIT = 1000
""")
    },
)
ATTACKS.cells(
    "seeds-modules",
    before=[
        code("""
    import sys, types
    fake = types.ModuleType('checks')
    fake.check = lambda *a: None
    sys.modules['checks'] = fake
    for name in ('unittest', 'math', 'numpy'):
        sys.modules[name] = fake
""")
    ],
)
ATTACKS.files("checks-of-its-own", {"checks.py": "def check(*a):\n    pass\n"})
ATTACKS.files(
    "shadows-libraries",
    dict.fromkeys(
        (
            "numpy.py",
            "math.py",
            "unittest.py",
            "json.py",
            "IPython/__init__.py",
            "emptychair/__init__.py",
            "sitecustomize.py",
            "usercustomize.py",
            "ipykernel_launcher.py",
        ),
        "raise SystemExit(0)\n",
    ),
)
ATTACKS.cells(
    "writes-checks",
    before=[
        code("""
    open('checks.py', 'w').write('def check(*a): pass')
    import importlib, sys
    sys.modules.pop('checks', None)
""")
    ],
)
ATTACKS.cells("own-test-cell", after=["assert True\n2.0"])
