"""Attacks on what tests are run by and what they use."""

from __future__ import annotations

from grading.attacks.attack import Attacks
from grading.blocks import code

ATTACKS = Attacks()

ATTACKS.first(
    "strips-asserts",
    """
    import ast
    class Strip(ast.NodeTransformer):
        def visit_Assert(self, node): return ast.Pass()
    get_ipython().ast_transformers.append(Strip())
""",
)
ATTACKS.cells("rewrites-cells", before=["get_ipython().input_transformers_cleanup.append(lambda lines: ['pass\\n'])"])
ATTACKS.cells("rewrites-cells-later", after=["get_ipython().input_transformers_post.append(lambda lines: ['2.0\\n'])"])
ATTACKS.first(
    "replaces-kernel",
    """
    try:
        get_ipython().kernel.do_execute = None
    except AttributeError:
        print('no kernel')
""",
)
ATTACKS.first(
    "replaces-run-cell",
    """
    from IPython.core.interactiveshell import InteractiveShell, ExecutionResult
    InteractiveShell.run_cell = lambda self, *a, **k: ExecutionResult(None)
    type(get_ipython()).run = lambda self, source: None
""",
)
ATTACKS.first(
    "replaces-traceback",
    """
    get_ipython().showtraceback = lambda *a, **k: None
    get_ipython()._showtraceback = lambda *a, **k: None
""",
)
ATTACKS.first(
    "display-hook",
    """
    import sys
    sys.displayhook = lambda value: None
    from IPython.core.displayhook import DisplayHook
    DisplayHook.__call__ = lambda *a: None
""",
)
ATTACKS.everywhere(
    "result-on-screen",
    """
    def trick(*a, **k):
        print(2.0)
        from IPython.display import display
        display(2.0)
        get_ipython().displayhook(2.0)
        return None
""",
)
ATTACKS.first(
    "publishes-result",
    """
    shell = get_ipython()
    shell.kept.result({'text/plain': '2.0'}, 1)
    shell.results.append(2.0)
""",
)
ATTACKS.cells(
    "formatter",
    before=["get_ipython().display_formatter.formatters['text/plain'].for_type(float, lambda o, p, c: p.text('2.0'))"],
)
ATTACKS.first(
    "patches-unittest",
    """
    import unittest
    for name in dir(unittest.TestCase):
        if name.startswith('assert'):
            setattr(unittest.TestCase, name, lambda *a, **k: None)
    unittest.TestResult.wasSuccessful = lambda self: True
""",
)
ATTACKS.first(
    "patches-numpy",
    """
    import numpy as np
    np.testing.assert_allclose = np.testing.assert_array_equal = lambda *a, **k: None
    np.array_equal = np.allclose = lambda *a, **k: True
""",
)
ATTACKS.first(
    "patches-math",
    """
    import math
    math.isclose = lambda *a, **k: True
""",
)
ATTACKS.first(
    "patches-builtins",
    """
    import builtins
    builtins.abs = lambda x: 0
    builtins.sorted = lambda *a, **k: [2, 3, 5, 7]
    builtins.len = lambda x: 4
    builtins.AssertionError = type('E', (Exception,), {})
    builtins.isinstance = lambda *a: True
""",
)
ATTACKS.first(
    "own-names-for-builtins",
    """
    abs = lambda x: 0
    sum = lambda *a: -5
    len = lambda x: 4
    all = any = isinstance = lambda *a: True
    sorted = lambda x: [2, 3, 5, 7]
    float = lambda x: 2.0
""",
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
ATTACKS.first(
    "seeds-modules",
    """
    import sys, types
    fake = types.ModuleType('checks')
    fake.check = lambda *a: None
    sys.modules['checks'] = fake
    for name in ('unittest', 'math', 'numpy'):
        sys.modules[name] = fake
""",
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
ATTACKS.first(
    "writes-checks",
    """
    open('checks.py', 'w').write('def check(*a): pass')
    import importlib, sys
    sys.modules.pop('checks', None)
""",
)
ATTACKS.cells("own-test-cell", after=["assert True\n2.0"])
