"""Attacks by files: the folder that both sides see."""

from __future__ import annotations

from grading.attacks.attack import Attacks
from grading.blocks import code

ATTACKS = Attacks()

_FILES = {
    "writes-programs": [
        "random.py",
        "json.py",
        "os.py",
        "numpy.py",
        "checks.py",
        "pandas/__init__.py",
        "emptychair.py",
    ],
    "writes-outside": [
        "../x.txt",
        "/tmp/x.txt",
        "a/../../x.txt",
        ".bashrc",
        ".config/matplotlib/matplotlibrc",
        "C:\\x",
        "a//b",
    ],
    "writes-compiled": [
        "random.pyc",
        "__pycache__/checks.cpython-311.pyc",
        "json.so",
        "x.pth",
        "random.PY",
        "random.py.txt",
    ],
}
for _name, _paths in _FILES.items():
    ATTACKS.cells(
        _name,
        {
            "report": code(f"""
        import gc, base64, os
        def report(total):
            for peer in gc.get_objects():
                if type(peer).__name__ == 'Candidate':
                    text = base64.b64encode(b"import sys, builtins\\nraise SystemExit").decode()
                    peer._folder.changes = lambda: {{path: text for path in {_paths!r}}}
    """)
        },
    )
ATTACKS.cells(
    "writes-nonsense",
    {
        "report": code("""
    import gc
    def report(total):
        for peer in gc.get_objects():
            if type(peer).__name__ == 'Candidate':
                peer._folder.changes = lambda: {'report.txt': 'no base 64!', 'b.txt': 7, 3: 'x', 'c': ['x']}
""")
    },
)
ATTACKS.cells(
    "writes-without-end",
    {
        "report": code("""
    import os
    def report(total):
        for n in range(3000):
            with open(f'f{n}.txt', 'w') as file: file.write('x' * 10000)
        with open('report.txt', 'wb') as file: file.write(b'x' * (20 << 20))
""")
    },
)
ATTACKS.cells(
    "writes-a-pickle",
    {
        "report": code("""
    import pickle
    class Evil:
        def __reduce__(self):
            return (exec, ("import builtins; builtins.sorted = lambda *a: ['checks.py']; raise SystemExit",))
    class Liar(bytes):
        def __eq__(self, other): return True
    def report(total):
        with open('report.txt', 'wb') as file: pickle.dump(Evil() if total == 3 else Liar(), file)
""")
    },
)
ATTACKS.cells(
    "links-in-its-folder",
    {
        "report": code("""
    import os
    def report(total):
        for name, to in (('report.txt', '/proc/self/environ'), ('hidden.txt', '/etc/passwd'), ('d', '/')):
            try: os.unlink(name)
            except OSError: pass
            os.symlink(to, name)
""")
    },
)
ATTACKS.cells(
    "looks-for-the-tests-files",
    {
        "report": code("""
    import os, glob
    def report(total):
        for path in glob.glob('/learners-work/**', recursive=True) + glob.glob('/tmp/**', recursive=True):
            try: print(path, open(path, errors='replace').read()[:200])
            except OSError: pass
""")
    },
)
