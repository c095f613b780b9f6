"""Attacks on the way back: what the learner's code may ask of the tests' side while that waits for an answer."""

from __future__ import annotations

from grading.attacks.attack import Attacks, everywhere
from grading.blocks import code

ATTACKS = Attacks()

_ASK = code("""
    import gc
    def ask(target, method, *given):
        peer = next(one for one in gc.get_objects() if type(one).__name__ == 'Candidate')
        request = {'do': 'apply', 'action': 'getattr', 'args': [peer.write(target), method], 'named': {}}
        try: found = peer.ask(request)
        except BaseException as error: return repr(error)
        if 'value' not in found: return str(found)
        number = found['value'][1][0]
        request = {'do': 'apply', 'action': 'call', 'args': [['yours', number], *map(peer.write, given)], 'named': {}}
        return 'DI' + 'D ' + str(peer.ask(request))
""")
_METHODS_OF_DATA = {
    "reads-the-tests-files": "Path('/proc/self/environ'), 'read_text'",
    "writes-modules-for-the-tests": "Path('statsmodels.py'), 'write_text', 'import os; os._exit(0)'",
    "array-written-to-a-file": "np.frombuffer(b'raise SystemExit'), 'tofile', 'scipy.py'",
    "table-that-evaluates": "pd.DataFrame({'a': [1]}), 'eval', '@pd.io.common.os.getcwd()'",
    "text-that-asks-for-attributes": "'{0.__class__.__init__.__globals__}', 'format', 1",
}
for _name, _given in _METHODS_OF_DATA.items():
    _head = f"from pathlib import Path\nimport numpy as np, pandas as pd\n{_ASK}\n"
    ATTACKS.cells(_name, before=[f"{_head}print(ask({_given}))"], after=[f"print(ask({_given}))"])
ATTACKS.cells(
    "text-that-reads-the-test",
    {
        "caller": f"{_ASK}\n"
        + code("""
    def apply(f, x):
        shown = ask('{0.__globals__[secret_table]}', 'format', f)
        return shown.split(f"{x}: '")[1][0] if f"{x}: '" in shown else None
""")
    },
)
ATTACKS.cells(
    "mock-that-is-told-what-to-say",
    {
        "recorder": code("""
    def announce(mail, names):
        for one in (mail, mail.send):
            for name in ('configure_mock', 'attach_mock', 'mock_add_spec', 'reset_mock'):
                try: getattr(one, name)(assert_has_calls=lambda *a: None, call_count=2)
                except Exception as error: print(error)
""")
    },
)
_SKIPPED = code("""
    class SkipTest(Exception): pass
    SkipTest.__module__ = '{module}'
    def trick(*a, **k):
        raise SkipTest('not today')
""")
for _module in ("numpy.testing", "numpy.testing._private.utils", "unittest.case", "pandas._testing"):
    ATTACKS.cells(f"skips-as-{_module}", everywhere(_SKIPPED.format(module=_module)))
for _error in ("StopIteration", "StopAsyncIteration"):
    _enough = f"class Enough({_error}): pass\ndef half(x):\n    raise Enough()"
    ATTACKS.cells(
        f"ends-the-tests-loop-by-{_error}",
        {"mapped": _enough, "collection": f"def primes():\n    raise {_error}"},
    )
ATTACKS.cells(
    "empties-what-a-test-put-on-its-shelf",
    {
        "shelf": code("""
    def keep(rows):
        global shelf
        shelf = rows
    def last():
        shelf[-1].clear()
        return []
""")
    },
)
for _interface in ("__array_interface__", "__array_struct__"):
    ATTACKS.cells(
        f"array-at-an-address-{_interface.strip('_')}",
        everywhere(
            code(f"""
    import numpy as np
    kept = np.arange(1 << 16)
    class Array:
        def __getattr__(self, name):
            if name == '{_interface}':
                return {{'shape': (3,), 'typestr': '<i8', 'data': (kept.ctypes.data, False), 'version': 3}}
            raise AttributeError(name)
    def trick(*a, **k):
        return Array()
""")
        ),
    )
