"""Attacks by the way in which a call ends, and on the line between the processes."""

from __future__ import annotations

import json

from grading.attacks.attack import Attacks
from grading.blocks import code

ATTACKS = Attacks()

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
    ATTACKS.cells(
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
ATTACKS.cells(
    "dies-in-call",
    {
        "broad": code("""
    import os
    def root(x):
        if x == 4: return 2
        os._exit(0)
""")
    },
)
ATTACKS.cells(
    "crashes-in-call",
    {
        "broad": code("""
    import ctypes
    def root(x):
        if x == 4: return 2
        ctypes.string_at(0)
""")
    },
)
ATTACKS.cells(
    "sleeps-in-call",
    {
        "broad": code("""
    import time
    def root(x):
        if x == 4: return 2
        time.sleep(1000)
""")
    },
)
ATTACKS.cells(
    "returns-no-data",
    {
        "broad": code("""
    def root(x):
        if x == 4: return 2
        import _thread
        return _thread.allocate_lock()
""")
    },
)
ATTACKS.cells(
    "error-of-liars",
    {
        "broad": code("""
    class E(Exception):
        def __str__(self): raise SystemExit
        def __eq__(self, o): return True
    def root(x):
        return E()
""")
    },
)
ATTACKS.cells(
    "talks-nonsense-on-the-line",
    {
        "square": code("""
    import os, struct, json
    def square(x):
        body = json.dumps({'value': 9}).encode()
        for fd in range(3, 64):
            try: os.write(fd, struct.pack('!I', len(body)) + body)
            except OSError: pass
        return -1
""")
    },
)
ATTACKS.first(
    "answers-in-advance",
    """
    import os, struct, json
    for value in (9, 49, 42, 2.0):
        body = json.dumps({'value': value, 'outputs': []}).encode()
        for fd in range(3, 64):
            try: os.write(fd, struct.pack('!I', len(body)) + body)
            except OSError: pass
""",
)
_ON_THE_LINE = code("""
    import os, struct
    line = {shown}.encode()
    def {function}(*a):
        for fd in range(3, 64):
            try: os.write(fd, struct.pack('!I', len(line)) + line)
            except OSError: pass
        return None
""")
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
    ATTACKS.cells(
        f"wire-{_name}",
        {
            name: _ON_THE_LINE.format(shown=_shown, function=function)
            for name, function in (("square", "square"), ("broad", "root"))
        },
    )
ATTACKS.cells(
    "message-without-end",
    {
        "square": code("""
    import os, struct
    def square(x):
        for fd in range(3, 64):
            try: os.write(fd, struct.pack('!I', 2 ** 32 - 1))
            except OSError: pass
""")
    },
)
ATTACKS.cells(
    "half-a-message",
    {
        "square": code("""
    import os, struct, time
    def square(x):
        for fd in range(3, 64):
            try: os.write(fd, struct.pack('!I', 100) + b'{')
            except OSError: pass
        time.sleep(100)
""")
    },
)
ATTACKS.first(
    "replaces-json",
    """
    import json
    json.dumps = lambda *a, **k: '{"value": 9}'
    import emptychair.grading.engine._wire as w, emptychair.grading.engine._candidate as c, emptychair.grading.engine._peer as p
    w.encode = p.encode = lambda value, other, *a, **k: value
    c.Candidate.write = lambda self, value: ['yours', 1]
""",
)
