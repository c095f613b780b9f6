"""Attempts to use up the machine."""

from __future__ import annotations

from grading.attacks.attack import Attacks
from grading.blocks import code

ATTACKS = Attacks()

ATTACKS.cells("exits", before=["import os\nos._exit(0)"])
ATTACKS.cells("crashes", before=["import ctypes\nctypes.string_at(0)"])
ATTACKS.cells("aborts", before=["import os\nos.abort()"])
ATTACKS.cells("closes-everything", before=["import os\nos.closerange(0, 1000)"])
ATTACKS.cells("loops", before=["while True: pass"])
ATTACKS.first(
    "loops-and-holds-on",
    """
    while True:
        try:
            while True: pass
        except BaseException: pass
""",
)
ATTACKS.first(
    "ignores-signals",
    """
    import signal, time
    for n in range(1, 32):
        try: signal.signal(n, signal.SIG_IGN)
        except (OSError, ValueError): pass
    time.sleep(1000)
""",
)
ATTACKS.cells("sleeps", before=["import time\ntime.sleep(10 ** 6)"])
ATTACKS.first(
    "waits-for-input",
    """
    import sys, os
    sys.stdin.read()
    os.read(0, 1)
    input()
""",
)
ATTACKS.first(
    "fork-bomb",
    """
    import os, time
    end = time.time() + 1
    while time.time() < end:
        try: os.fork()
        except OSError: pass
""",
)
ATTACKS.first(
    "thread-bomb",
    """
    import threading, time
    try:
        while True: threading.Thread(target=time.sleep, args=(100,), daemon=True).start()
    except RuntimeError as e: print(e)
""",
)
ATTACKS.first(
    "memory-bomb",
    """
    hog = []
    try:
        while True: hog.append(bytearray(64 << 20))
    except MemoryError: print('no more')
""",
)
ATTACKS.first(
    "memory-bomb-in-children",
    """
    import os
    for _ in range(8):
        if os.fork() == 0:
            hog = bytearray(200 << 20)
            for i in range(0, len(hog), 4096): hog[i] = 1
            os._exit(0)
""",
)
ATTACKS.first(
    "fills-disk",
    """
    try:
        with open('big', 'wb') as f:
            while True: f.write(b'x' * (1 << 20))
    except OSError as e: print(e)
    n = 0
    try:
        while True:
            open(f'f{n}', 'w').close(); n += 1
    except OSError as e: print(n, e)
""",
)
ATTACKS.first(
    "opens-files",
    """
    hold = []
    try:
        while True: hold.append(open('/dev/null'))
    except OSError as e: print(len(hold), e)
""",
)
ATTACKS.cells("prints-without-end", before=["while True: print('x' * 1000)"])
ATTACKS.cells("prints-one-long-line", before=["print('x' * 50_000_000)"])
ATTACKS.first(
    "displays-without-end",
    """
    from IPython.display import display, HTML, Image
    for _ in range(5000): display(HTML('<script>alert(1)</script>' + 'x' * 1000))
""",
)
ATTACKS.everywhere(
    "returns-too-much",
    """
    def trick(*a, **k):
        return [0] * 40_000_000
""",
)
ATTACKS.everywhere(
    "deep-data",
    """
    def trick(*a, **k):
        x = []
        for _ in range(100_000): x = [x]
        return x
""",
)
ATTACKS.everywhere(
    "round-data",
    """
    def trick(*a, **k):
        x = []
        x.append(x)
        return x
""",
)
ATTACKS.cells(
    "endless-iterator",
    {
        "collection": code("""
    import itertools
    def primes():
        return itertools.count()
""")
    },
)
ATTACKS.cells("calls-back-without-end", {"caller": "def apply(f, x):\n    while True: f(x)"})
ATTACKS.cells(
    "calls-itself-through-tests",
    {
        "caller": code("""
    def apply(f, x):
        return apply(lambda y: apply(f, y), x)
""")
    },
)
ATTACKS.cells(
    "colliding-keys",
    {
        "part": code("""
    def parts():
        return {i * (2 ** 61 - 1): 0 for i in range(30_000)}
""")
    },
)
ATTACKS.first(
    "slow-pattern",
    """
    import re
    re.match('(a+)+$', 'a' * 60 + 'b')
""",
)
ATTACKS.cells("big-integer", before=["x = 10 ** (10 ** 9)"])
ATTACKS.cells(
    "null-byte", {"square": "def square(x):\n    return '\x00'"}, before=["x = '\x00'", "print('\x00\x1b[31m\ud7ff')"]
)
ATTACKS.cells(
    "huge-error",
    {
        "square": code("""
    def square(x):
        raise ValueError('x' * 10_000_000)
""")
    },
    before=["raise ValueError('y' * 10_000_000)"],
)
ATTACKS.cells("recursion", {"square": "def square(x):\n    return square(x)"}, before=["def f(): return f()\nf()"])
ATTACKS.cells(
    "redirects-output",
    before=[
        code("""
    import sys, os
    sys.stdout = sys.stderr = None
    os.dup2(os.open('/dev/null', os.O_WRONLY), 1)
"""),
        "print('x')",
    ],
)
ATTACKS.cells("long-cell", before=["x = 1\n" * 100_000])
ATTACKS.cells("many-cells", before=["1"] * 1500)
