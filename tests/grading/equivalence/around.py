"""What people leave in their notebooks around their answers."""

from __future__ import annotations

from grading.blocks import code

AROUND: dict[str, tuple[tuple[str, ...], str, tuple[str, ...]]] = {
    "prints-a-lot": (
        (
            code("""
        for i in range(300):
            print('line', i)
    """),
        ),
        "double",
        ("print('x' * 5000)",),
    ),
    "own-helper": (("def helper(x):\n    return x + 1",), "double", ("helper(double(3))",)),
    "imports-again": (
        (
            code("""
        import numpy as np
        import pandas as pd
        from math import *
    """),
        ),
        "",
        (),
    ),
    "imports-others": (
        (
            code("""
        import json, os, sys, re, itertools
        from pathlib import Path
        Path('notes.txt').write_text('x')
    """),
        ),
        "",
        (),
    ),
    "plot": ((), "figure", ("draw_orders(orders)\nplt.show()", "plt.plot([1, 2, 3]); plt.title('mine')")),
    "many-plots": ((), "current-axes", tuple("plt.hist(np.arange(10));" for _ in range(2))),
    "frame-shown": ((), "frame", ("orders.head()", "orders.describe()", "by_customer(orders)")),
    "widget": (
        (
            code("""
        import ipywidgets as widgets
        widgets.IntSlider(value=3)
    """),
        ),
        "double",
        ("widgets.interact(lambda x: double(x), x=3);",),
    ),
    "warning-in-own-cell": (("import warnings\nwarnings.warn('mine')",), "", ()),
    "stderr-in-own-cell": (
        (
            code("""
        import sys
        print('mine', file=sys.stderr)
    """),
        ),
        "",
        (),
    ),
    "error-in-own-cell": (("1 / 0", "undefined_name", "def broken(:"), "double", ("raise RuntimeError('mine')",)),
    "magics": (("%time x = 1", "%%time\ny = 2", "%who", "!echo hello", "%timeit -n 2 -r 1 1 + 1"), "", ()),
    "bash-cell": (("%%bash\necho hello\nls",), "", ()),
    "writes-files": (
        (
            code("""
        open('mine.txt', 'w').write('x')
        import os
        os.makedirs('d', exist_ok=True)
        os.listdir('.')
    """),
        ),
        "",
        (),
    ),
    "writes-module": (
        (
            code("""
        %%writefile mymodule.py
        def f():
            return 5
    """),
            "import mymodule\nmymodule.f()",
        ),
        "",
        (),
    ),
    "async-cell": (
        (
            code("""
        import asyncio
        await asyncio.sleep(0.01)
        print('done')
    """),
        ),
        "",
        (),
    ),
    "threads": (
        (
            code("""
        import threading
        t = threading.Thread(target=lambda: print('thread'))
        t.start()
        t.join()
    """),
        ),
        "",
        (),
    ),
    "subprocess": (
        (
            code("""
        import subprocess
        subprocess.run(['echo', 'hello'], capture_output=True).stdout
    """),
        ),
        "",
        (),
    ),
    "display-everything": (
        (
            code("""
        from IPython.display import *
        display(Markdown('**b**'), HTML('<i>i</i>'), Latex('$x$'))
        JSON({'a': 1})
    """),
        ),
        "",
        (),
    ),
    "clear-output": (
        (
            code("""
        from IPython.display import clear_output
        print('a')
        clear_output()
        print('b')
    """),
        ),
        "",
        (),
    ),
    "unicode": (
        (
            code("""
        ünïcode = 'naïve ☃ 漢字'
        print(ünïcode)
        ünïcode
    """),
        ),
        "",
        (),
    ),
    "big-data": (
        (
            code("""
        big = np.arange(1_000_000)
        table = pd.DataFrame({'a': big})
        table.shape
    """),
        ),
        "",
        (),
    ),
    "own-tests": (
        (),
        "double",
        (
            "assert double(3) == 6",
            code("""
        import unittest
        class T(unittest.TestCase):
            def test_a(self):
                self.assertEqual(double(1), 2)
        unittest.main(argv=[''], exit=False)
    """),
        ),
    ),
    "changes-plain-names": (
        ("helper_of_ours = 4\nRATE_OF_MINE = 0.3",),
        "sum-all",
        ("total([1])", "numbers = [9, 9, 9]"),
    ),
    "uses-underscore": (("3 + 4", "_ * 2", "In[1], Out"), "", ()),
    "input-outside": (
        (
            code("""
        name = 'no one'
        try:
            name = input('name')
        except Exception:
            pass
    """),
        ),
        "",
        (),
    ),
    "exits": (
        (),
        "double",
        (
            code("""
        import sys
        try:
            sys.exit(1)
        except SystemExit:
            print('stayed')
    """),
        ),
    ),
    "seeds": (
        (
            code("""
        np.random.seed(3)
        random.seed(3)
        rng = np.random.default_rng(3)
        rng.random(2)
    """),
        ),
        "",
        (),
    ),
    "logging": (
        (
            code("""
        import logging
        logging.basicConfig(level=logging.INFO)
        logging.warning('mine')
    """),
        ),
        "",
        (),
    ),
    "tqdm-like": (
        (
            code(r"""
        import time
        for i in range(5):
            print(f'\r{i}', end='')
            time.sleep(0.01)
    """),
        ),
        "",
        (),
    ),
    "filters-warnings": (
        (
            code("""
        import warnings
        warnings.filterwarnings('ignore')
    """),
        ),
        "",
        (),
    ),
    "pandas-options": (
        (
            code("""
        pd.set_option('display.max_rows', 5)
        np.set_printoptions(precision=2)
    """),
        ),
        "",
        (),
    ),
    "style": (
        (
            code("""
        plt.style.use('ggplot')
        plt.rcParams['figure.figsize'] = (3, 2)
    """),
        ),
        "figure",
        ("draw_orders(orders);",),
    ),
    "config-magic": (
        (
            code("""
        %config InlineBackend.figure_format = 'svg'
        %matplotlib inline
    """),
        ),
        "figure",
        ("draw_orders(orders);",),
    ),
    "last-value": ((), "double", ("double(2);", "double(2)")),
}
"""Cells before everything, below which exercise more are, and those, by a name for it."""
