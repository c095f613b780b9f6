"""Exercises in which functions, tests and the outside call each other."""

from __future__ import annotations

from grading.blocks import code
from grading.equivalence.exercise import Exercise

EXERCISES = (
    Exercise(
        "higher-order",
        "def twice(f, x):\n    return f(f(x))",
        code("""
            assert twice(lambda x: x + 3, 1) == 7
            assert twice(str.upper, 'a') == 'A'
            assert twice(math.sqrt, 16) == 2
            seen = []
            def note(x):
                seen.append(x)
                return x + 1
            assert twice(note, 1) == 3
            assert seen == [1, 2]
        """),
        {
            "three-times": "def twice(f, x):\n    return f(f(f(x)))",
            "keyword": code("""
            def twice(f, x):
                for _ in range(2):
                    x = f(x)
                return x
        """),
            "swallows": code("""
            def twice(f, x):
                try:
                    return f(f(x))
                except Exception:
                    return None
        """),
        },
    ),
    Exercise(
        "callback-raises",
        code("""
        def safely(f):
            try:
                return f()
            except ZeroDivisionError:
                return 'zero'
            except KeyError as e:
                return e.args[0]
    """),
        code("""
        assert safely(lambda: 1 / 0) == 'zero'
        assert safely(lambda: {}['k']) == 'k'
        assert safely(lambda: 3) == 3
    """),
        {
            "bare": code("""
        def safely(f):
            try:
                return f()
            except:
                return 'zero'
    """)
        },
    ),
    Exercise(
        "closure",
        code("""
            def adder(n):
                def add(x):
                    return x + n
                return add
        """),
        code("""
            add3 = adder(3)
            assert add3(4) == 7
            assert callable(add3)
            assert adder(1)(1) == 2
        """),
        {"lambda": "def adder(n):\n    return lambda x: x + n", "eager": "def adder(n):\n    return n + 1"},
    ),
    Exercise(
        "decorator",
        code("""
        def shout(f):
            def inner(*a, **k):
                return f(*a, **k).upper() + '!'
            return inner
    """),
        code("""
        @shout
        def hello(name):
            return f'hello {name}'
        assert hello('ana') == 'HELLO ANA!'
        assert hello(name='bo') == 'HELLO BO!'
    """),
        {
            "no-keywords": code("""
        def shout(f):
            return lambda *a: f(*a).upper() + '!'
    """)
        },
    ),
    Exercise(
        "generator",
        code("""
        def countdown(n):
            while n:
                yield n
                n -= 1
    """),
        code("""
        assert list(countdown(3)) == [3, 2, 1]
        g = countdown(2)
        assert next(g) == 2
        assert next(g) == 1
        try:
            next(g)
        except StopIteration:
            pass
        else:
            raise AssertionError('it goes on')
        assert sum(countdown(4)) == 10
    """),
        {
            "list": code("""
        def countdown(n):
            return list(range(n, 0, -1))
    """),
            "iterator": code("""
        def countdown(n):
            return iter(range(n, 0, -1))
    """),
            "range": code("""
        def countdown(n):
            return range(n, 0, -1)
    """),
        },
    ),
    Exercise(
        "prints",
        code("""
        def greet(name):
            print(f'Hello, {name}.')
    """),
        code(r"""
        import io
        from contextlib import redirect_stdout
        out = io.StringIO()
        with redirect_stdout(out):
            greet('ana')
        assert out.getvalue() == 'Hello, ana.\n'
    """),
        {
            "returns": code("""
        def greet(name):
            return f'Hello, {name}.'
    """),
            "write": code(r"""
        import sys
        def greet(name):
            sys.stdout.write('Hello, ' + name + '.\n')
    """),
        },
    ),
    Exercise(
        "asks",
        code("""
        def ask():
            return int(input('How many? ')) + 1
    """),
        code("""
        from unittest.mock import patch
        with patch('builtins.input', return_value='4') as asked:
            assert ask() == 5
        asked.assert_called_once()
    """),
        {
            "text": code("""
        def ask():
            return input('How many? ') + '1'
    """),
            "twice": code("""
        def ask():
            input('Ready?')
            return int(input('How many? ')) + 1
    """),
        },
    ),
    Exercise(
        "mocked-random",
        code("""
        def roll():
            return random.randint(1, 6) + random.randint(1, 6)
    """),
        code("""
        from unittest.mock import patch
        with patch('random.randint', side_effect=[2, 5]):
            assert roll() == 7
        for _ in range(20):
            assert 2 <= roll() <= 12
    """),
        {
            "one": code("""
        def roll():
            return random.randint(2, 12)
    """),
            "own-import": code("""
        import random as r
        def roll():
            return r.randint(1, 6) + r.randint(1, 6)
    """),
        },
    ),
    Exercise(
        "uses-part",
        code("""
        def half(x):
            return x / 2
        def quarter(x):
            return half(half(x))
    """),
        code("""
        assert quarter(8) == 2
        keep = half
        del half
        try:
            quarter(8)
        except NameError:
            pass
        else:
            raise AssertionError('quarter does not use half')
        finally:
            half = keep
        assert quarter(4) == 1
    """),
        {
            "alone": code("""
        def half(x):
            return x / 2
        def quarter(x):
            return x / 4
    """)
        },
    ),
    Exercise(
        "reads-global",
        code("""
        TAX = 0.1
        def price(net):
            return net * (1 + TAX)
    """),
        code("""
        assert abs(price(100) - 110) < 1e-9
        old = TAX
        TAX = 0.5
        assert price(100) == 150
        TAX = old
    """),
        {
            "fixed": code("""
        TAX = 0.1
        def price(net):
            return net * 1.1
    """),
            "default": code("""
        TAX = 0.1
        def price(net, tax=TAX):
            return net * (1 + tax)
    """),
        },
    ),
    Exercise(
        "writes-global",
        code("""
        calls = 0
        def tick():
            global calls
            calls += 1
            return calls
    """),
        code("""
        before = calls
        tick()
        tick()
        assert calls == before + 2
    """),
        {
            "never": code("""
        calls = 0
        def tick():
            return calls + 1
    """)
        },
    ),
    Exercise(
        "made-up-object",
        code("""
        def notify(server, names):
            for name in names:
                server.send(name, subject='hello')
            return server.sent
    """),
        code("""
        class FakeServer:
            def __init__(self):
                self.sent = 0
                self.to = []
            def send(self, name, subject):
                self.sent += 1
                self.to.append((name, subject))
        server = FakeServer()
        assert notify(server, ['ana', 'bo']) == 2
        assert server.to == [('ana', 'hello'), ('bo', 'hello')]
        from unittest.mock import Mock
        mock = Mock(sent=5)
        assert notify(mock, ['cy']) == 5
        mock.send.assert_called_once_with('cy', subject='hello')
        import io
        assert isinstance(io.StringIO('x'), io.StringIO)
    """),
        {
            "no-subject": code("""
        def notify(server, names):
            for name in names:
                server.send(name, '')
            return server.sent
    """)
        },
    ),
    Exercise(
        "reads-file-object",
        code("""
        def count_lines(file):
            return sum(1 for line in file)
    """),
        code(r"""
        import io
        assert count_lines(io.StringIO('a\nb\nc')) == 3
        assert count_lines(io.StringIO('')) == 0
    """),
        {
            "read": code("""
        def count_lines(file):
            return len(file.read().splitlines())
    """),
            "readlines": code("""
        def count_lines(file):
            return len(file.readlines())
    """),
        },
    ),
)
