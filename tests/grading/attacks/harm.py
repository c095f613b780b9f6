"""Attempts at processes and files of others."""

from __future__ import annotations

from grading.attacks.attack import Attacks
from grading.blocks import code

ATTACKS = Attacks()

_GRADEBOOK = code("""
    import glob, sqlite3, os
    for folder in ('../../..', '../..', '..', '.', 'COURSE', *glob.glob('/*')):
        try:
            path = os.path.join(folder, 'gradebook.db')
            assert os.path.exists(path)
            db = sqlite3.connect(path)
            db.execute('update submitted_assignment set extra_credit = 100')
            db.commit()
            print('WROTE', path)
        except Exception as e: print(e)
    for path in ('COURSE', 'COURSE/source', '/usr', '/root', '/etc', '/'):
        try: open(os.path.join(path, 'mine'), 'w').write('x'); print('WROTE', path)
        except OSError as e: print(e)
""")
ATTACKS.cells("writes-gradebook", before=[_GRADEBOOK])
ATTACKS.first(
    "kills-parents",
    """
    import os, signal
    for pid in (os.getppid(), -1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30):
        try: os.kill(pid, signal.SIGKILL)
        except OSError as e: print(e)
""",
)
ATTACKS.first(
    "kills-groups",
    """
    import os, signal
    for group in (0, 1, 2, 3):
        try: os.killpg(group, signal.SIGKILL)
        except OSError as e: print(e)
""",
)
ATTACKS.first(
    "leaves-a-process",
    """
    import subprocess, sys
    subprocess.Popen(['sleep', '98765'], start_new_session=True)
    import os
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            os.execvp('sleep', ['sleep', '98764'])
        os._exit(0)
""",
)
ATTACKS.first(
    "leaves-a-thread",
    """
    import threading, time
    threading.Thread(target=lambda: time.sleep(98765)).start()
""",
)
ATTACKS.first(
    "leaves-files",
    """
    import os
    for path in ('/tmp/left', '/dev/shm/left', '/learners-work/left', 'left'):
        try: open(path, 'w').write('quince' + '-marmalade')
        except OSError as e: print(e)
""",
)
ATTACKS.first(
    "mounts",
    """
    import ctypes, os
    libc = ctypes.CDLL(None, use_errno=True)
    places = (b'/proc', b'/learners-work', b'/run', b'/tmp')
    print([libc.umount2(place, 2) for place in places], libc.unshare(0x10000000 | 0x20000))
    print([libc.umount2(place, 2) for place in places], libc.mount(b'proc', b'/proc', b'proc', 0, None), os.listdir('/proc'))
    print(libc.mount(b'/', b'/learners-work', None, 4096, None))
""",
)
ATTACKS.first(
    "becomes-root",
    """
    import os
    for call, *args in ((os.setuid, 0), (os.setresuid, 0, 0, 0), (os.chroot, '/'), (os.setgroups, [0]), (os.nice, -10)):
        try: print('DID', call(*args))
        except OSError as e: print(e)
    print(os.getuid())
""",
)
ATTACKS.cells("half-a-million-empty-lines", before=["x = 1" + "\n" * 500_000 + "x"])
