"""What the attacked assignment asks for in objects, files, and things that both sides hold."""

from __future__ import annotations

from grading.blocks import code

# name: (solution, wrong answer, test)
EXERCISES: dict[str, tuple[str, str, str]] = {
    "object": (
        code("""
        class Box:
            def __init__(self, size):
                self.size = size
            def grow(self):
                self.size += 1
                return self.size
    """),
        code("""
        class Box:
            def __init__(self, size):
                self.size = None
            def grow(self):
                return None
    """),
        code("""
        box = Box(2)
        assert box.size == 2
        assert box.grow() == 3
        assert isinstance(box, Box) and box.size == 3
        ### BEGIN HIDDEN TESTS
        assert Box(7).grow() == 8, 'quince-marmalade'
        ### END HIDDEN TESTS
    """),
    ),
    "chain": (
        code("""
        def chain(values):
            head = None
            for value in values:
                head = Node(value, head)
            return head
    """),
        "def chain(values):\n    return None",
        code("""
        head = chain([1, 2, 3])
        assert isinstance(head, Node)
        assert head.values() == [3, 2, 1]
        ### BEGIN HIDDEN TESTS
        assert chain([5]).values() == [5], 'quince-marmalade'
        ### END HIDDEN TESTS
    """),
    ),
    "recorder": (
        code("""
        def announce(mail, names):
            for name in names:
                mail.send(name)
    """),
        "def announce(mail, names):\n    pass",
        code("""
        from unittest.mock import Mock, call
        mail = Mock()
        announce(mail, ['ana', 'bo'])
        assert mail.send.call_count == 2
        mail.send.assert_has_calls([call('ana'), call('bo')])
    """),
    ),
    "manager": (
        code("""
        class Session:
            def __enter__(self):
                self.rows = 2
                return self
            def __exit__(self, *error):
                return False
    """),
        "class Session:\n    pass",
        code("""
        with Session() as session:
            assert session.rows == 2, 'quince-marmalade'
    """),
    ),
    "checked": (
        "def each(f, values):\n    for value in values:\n        f(value)",
        "def each(f, values):\n    raise LookupError('wrong')",
        code("""
        seen = []
        def look(value):
            seen.append(value)
            assert value % 2 == 0 and len(seen) < 3, 'quince-marmalade'
        each(look, [2, 4])
        assert seen == [2, 4]
    """),
    ),
    "journal": (
        "journal = []\ndef note(text):\n    journal.append(text)",
        "journal = None\ndef note(text):\n    pass",
        code("""
        journal.clear()
        note('a')
        assert journal == ['a']
        ### BEGIN HIDDEN TESTS
        note('quince-marmalade'[:1])
        assert journal == ['a', 'q']
        ### END HIDDEN TESTS
    """),
    ),
    "shelf": (
        code("""
        shelf = None
        def keep(rows):
            global shelf
            shelf = rows
        def last():
            return [len(shelf), 4]
    """),
        "shelf = None\ndef keep(rows):\n    pass\ndef last():\n    return []",
        code("""
        rows = [[1]]
        keep(rows)
        wanted = [2, 4]
        rows.append(wanted)
        assert last() == wanted, 'quince-marmalade'
    """),
    ),
    "report": (
        "def report(total):\n    with open('report.txt', 'w') as file:\n        file.write(f'total {total}')",
        "def report(total):\n    pass",
        code("""
        import json, os, pickle, random
        report(3)
        with open('report.txt', 'rb') as file:
            written = file.read()
        if written[:1] == b'\\x80':
            written = pickle.loads(written)
        assert written == b'total 3'
        ### BEGIN HIDDEN TESTS
        with open('hidden.txt', 'w') as file:
            file.write('quince-marmalade')
        report(5)
        assert open('report.txt').read() == 'total 5'
        assert open('hidden.txt').read() == 'quince-marmalade'
        assert sorted(name for name in os.listdir('.') if name.endswith('.py')) == ['checks.py']
        ### END HIDDEN TESTS
    """),
    ),
    "level": (
        "from enum import IntEnum\nclass Level(IntEnum):\n    LOW = 1\n    HIGH = 2",
        "class Level:\n    LOW = HIGH = None",
        code("""
        assert Level.HIGH == 2
        assert Level.LOW < Level.HIGH
        assert Level.HIGH + 1 == 3, 'quince-marmalade'
    """),
    ),
    "fault": (
        code("""
        class Refused(Exception):
            def __init__(self, wanted, given):
                super().__init__(f'{wanted} is wanted')
                self.wanted, self.given = wanted, given
            def missing(self):
                return self.wanted - self.given
        def take(n):
            raise Refused(n, 1)
    """),
        "class Refused(Exception):\n    pass\ndef take(n):\n    return n",
        code("""
        try:
            take(5)
        except Refused as error:
            assert error.missing() == 4 and error.wanted == 5, 'quince-marmalade'
        else:
            raise AssertionError('nothing was refused')
    """),
    ),
}
