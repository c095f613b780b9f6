"""Exercises in which the answer talks with the outside: prints, asks, draws lots, uses what a test made up."""

from __future__ import annotations

from grading.blocks import code
from grading.equivalence.exercise import Exercise

EXERCISES = (
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
