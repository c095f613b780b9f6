"""Attacks that act later than they are written: when something is collected, traced, imported, or read again."""

from __future__ import annotations

import json
from typing import Any

from grading.attacks.attack import Attacks, everywhere
from grading.attacks.target import NOTEBOOK, notebook
from grading.blocks import code

ATTACKS = Attacks()

_REWRITE = code("""
    import builtins, sys
    def strike(*a, **k):
        builtins.abs = lambda *a: 0
        builtins.len = lambda *a: 4
        builtins.sorted = lambda *a, **k: [2, 3, 5, 7]
        import math, numpy as np
        math.isclose = np.array_equal = np.testing.assert_allclose = lambda *a, **k: True
        return strike
""")
_LATER = {
    "when-collected": "import gc\nclass D:\n    def __del__(self): strike()\ndef square(x):\n    D(); gc.collect(); return -1",
    "gc-callback": "import gc\ngc.callbacks.append(strike)",
    "trace": "sys.settrace(strike)\nimport threading\nthreading.settrace(strike)",
    "profile": "sys.setprofile(strike)",
    "audit-hook": "sys.addaudithook(lambda *a: strike())",
    "at-exit": "import atexit\natexit.register(strike)",
    "weak-reference": "import weakref\nclass W: pass\nw = W()\nweakref.finalize(w, strike)\ndel w",
    "timer-signal": "import signal\nsignal.signal(signal.SIGALRM, strike)\nsignal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)",
    "profile-signal": "import signal\nsignal.signal(signal.SIGPROF, strike)\nsignal.setitimer(signal.ITIMER_PROF, 0.001, 0.001)",
    "thread-timer": "import threading\nt = threading.Timer(0.01, strike)\nt.daemon = True\nt.start()",
    "import-hook": "class F:\n    def find_spec(self, *a): strike()\nsys.meta_path.insert(0, F())\nsys.path_hooks.insert(0, strike)",
    "display-events": "for e in ('pre_execute', 'pre_run_cell', 'post_run_cell'):\n    get_ipython().events.register(e, strike)",
    "pretty-printer": (
        "ip = get_ipython()\nf = ip.display_formatter\nf.formatters['text/plain'].for_type(int, lambda *a: '2.0')"
    ),
    "accessor": (
        "import pandas as pd\n@pd.api.extensions.register_dataframe_accessor('equals')\n"
        "class A:\n    def __init__(self, f): pass\n    def __call__(self, *a): return True"
    ),
    "backend": "import matplotlib\nmatplotlib.rcParams['backend'] = 'module://evil'\nmatplotlib.use = strike",
    "warnings-as-errors": "import warnings\nwarnings.simplefilter('error')\nwarnings.showwarning = strike",
    "log-handler": "import logging\nlogging.raiseExceptions = True\nlogging.Handler.handle = strike",
    "json-hook": "import json\njson.JSONEncoder.encode = lambda *a: '{\"value\": 77}'\njson.decoder.scanstring = strike",
    "codec": "import codecs\ncodecs.register(strike)",
    "excepthook": "sys.excepthook = sys.unraisablehook = sys.breakpointhook = strike",
    "modules-emptied": "for name in list(sys.modules):\n    if name not in ('sys', 'builtins', '__main__'): sys.modules[name] = None",
    "recursion-limit": "sys.setrecursionlimit(10**9)\ndef square(x): return square(x)",
    "switch-interval": "sys.setswitchinterval(1e9)",
    "nice": "import os\nos.nice(19)\nos.umask(0o777)\nos.chdir('/')",
    "limits-lowered": (
        "import resource\n"
        "for n in (resource.RLIMIT_CPU, resource.RLIMIT_NOFILE, resource.RLIMIT_DATA):\n    resource.setrlimit(n, (1, 1))"
    ),
    "hostname": "import socket, os\ntry:\n    socket.sethostname('x')\n    print('DI' + 'D')\nexcept OSError: pass",
    "keyring": "import ctypes\nif ctypes.CDLL(None).syscall(248, b'user', b'x', b'y', 1, -3) >= 0: print('DI' + 'D')",
    "queue-over-processes": (
        "import multiprocessing as m\ntry:\n"
        "    q = m.Queue(); p = m.Process(target=strike, daemon=True); p.start()\nexcept Exception: pass"
    ),
}
for _name, _what in _LATER.items():
    ATTACKS.cells(f"later-{_name}", before=[f"{_REWRITE}\n{_what}"])

ATTACKS.cells(
    "screen-full-of-escapes",
    before=[
        r"print('\x1b]0;owned\x07\x1b[2J\x1b[8m' + '\u202e\u0000\x9b')",
        "from IPython.display import HTML\nHTML('<img src=x onerror=alert(1)>')",
    ],
)
ATTACKS.cells(
    "fails-in-letters-that-no-file-takes",
    everywhere(
        r"E = type('Evil\x1b[31m\u202e', (Exception,), {})"
        "\n"
        r"def trick(*a, **k): raise E('\ud800 \x1b]0;owned\x07 \x00 \u202e ]]> <script>')"
    ),
)
ATTACKS.cells(
    "names-of-strange-letters",
    before=[
        "globals()['\\u202eanswer'] = 42",
        "ａｎｓｗｅｒ = 42",
        "globals()['answer\\x00'] = 42",
        "type('\\ud800', (), {})()",
    ],
)
ATTACKS.cells("deletes-itself", before=["for name in list(globals()):\n    del globals()[name]", "del __builtins__"])
ATTACKS.cells(
    "names-that-answer",
    before=[
        "import sys\nclass M(type(sys)):\n    def __getattr__(self, name): return lambda *a: 9\nsys.modules['__main__'].__class__ = M"
    ],
)


def _twice(key: str) -> Any:
    """A notebook in which the second of two equal keys says something else."""
    text = json.dumps(json.loads(json.dumps(notebook())))
    return text.replace(f'"{key}":', f'"{key}": 1, "{key}":').encode()


for _key in ("cells", "metadata", "source", "grade_id"):
    ATTACKS.raw(f"key-twice-{_key}", _twice(_key))
ATTACKS.edit("numbers-that-are-none", lambda nb: nb["metadata"].update(a=float("nan"), b=float("inf")))
ATTACKS.edit("same-ids-everywhere", lambda nb: [cell.update(id="square-tests") for cell in nb["cells"]])
ATTACKS.edit(
    "same-grade-ids-everywhere",
    lambda nb: [c["metadata"].setdefault("nbgrader", {}).update(grade_id="square-tests") for c in nb["cells"]],
)
ATTACKS.edit(
    "answers-of-others",
    lambda nb: nb["cells"].insert(1, {**nb["cells"][2], "source": "assert True\n2.0", "id": "near-tests"}),
)
ATTACKS.edit(
    "attachments-everywhere",
    lambda nb: [c.update(attachments={"x.svg": {"image/svg+xml": "<script>"}}) for c in nb["cells"]],
)
ATTACKS.files(
    "a-folder-of-modules",
    {
        f"{name}.py": "print('FOUND')\nraise SystemExit\n"
        for name in ("numpy", "pandas", "random", "emptychair", "sitecustomize", "usercustomize", "IPython", NOTEBOOK)
    },
)
