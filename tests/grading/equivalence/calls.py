"""Exercises in which functions and tests call each other."""

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
)
