"""Exercises about what a test can give and show."""

from __future__ import annotations

from grading.blocks import code
from grading.equivalence.exercise import Exercise

EXERCISES = (
    Exercise(
        "partial-credit",
        "def guesses():\n    return [1, 2, 3, 4]",
        code("""
            right = sum(a == b for a, b in zip(guesses(), [1, 2, 3, 4]))
            right / 2
        """),
        {
            "half": "def guesses():\n    return [1, 9, 3, 9]",
            "none": "def guesses():\n    return []",
            "one": "def guesses():\n    return [1]",
        },
    ),
    Exercise(
        "async",
        code("""
            import asyncio
            async def later(x):
                await asyncio.sleep(0)
                return x + 1
        """),
        "assert await later(1) == 2",
        {"not-async": "def later(x):\n    return x + 1", "wrong": "async def later(x):\n    return x"},
    ),
    Exercise(
        "docstring",
        code("""
        def area_of(width: float, height: float = 1.0) -> float:
            'The area.'
            return width * height
    """),
        code("""
        import inspect
        assert area_of.__doc__, 'write a docstring'
        assert area_of.__name__ == 'area_of'
        assert list(inspect.signature(area_of).parameters) == ['width', 'height']
        assert area_of(2) == 2.0
    """),
        {
            "none": code("""
        def area_of(width, height=1.0):
            return width * height
    """),
            "renamed": code("""
        def area_of(w, h=1):
            'x'
            return w * h
    """),
        },
    ),
    Exercise(
        "types",
        code("""
        import datetime
        from decimal import Decimal
        def bill():
            return {'due': datetime.date(2024, 5, 1), 'sum': Decimal('1.10'), 'paid': None, 'tags': {'a', 'b'}, 2: (1, [True])}
    """),
        code("""
        import datetime
        from decimal import Decimal
        got = bill()
        assert got['due'] == datetime.date(2024, 5, 1)
        assert got['sum'] == Decimal('1.1')
        assert got['paid'] is None and got['tags'] == {'b', 'a'}
        assert got[2] == (1, [True])
        assert type(got[2][1][0]) is bool
    """),
        {
            "float": code("""
        import datetime
        def bill():
            return {'due': datetime.date(2024, 5, 1), 'sum': 1.1, 'paid': None, 'tags': {'a', 'b'}, 2: (1, [True])}
    """)
        },
    ),
    Exercise(
        "nothing-printed",
        "def quiet(x):\n    return x",
        "assert quiet(1) == 1",
        {
            "warns": code("""
            import warnings
            def quiet(x):
                warnings.warn('careful')
                return x
        """),
            "stderr": code("""
            import sys
            def quiet(x):
                print('careful', file=sys.stderr)
                return x
        """),
            "deprecated": code("""
            def quiet(x):
                import warnings
                warnings.warn('old', DeprecationWarning)
                return x
        """),
        },
    ),
    Exercise(
        "display",
        code("""
        def show(x):
            from IPython.display import display
            display(x)
            return x
    """),
        "assert show(3) == 3",
        {
            "html": code("""
        from IPython.display import HTML, display
        def show(x):
            display(HTML('<b>x</b>'))
            return x
    """)
        },
    ),
    Exercise(
        "own-module-names",
        code("""
            def mean(xs):
                return sum(xs) / len(xs)
        """),
        code("""
            assert mean([1, 2, 3]) == 2
            assert sum([1, 2]) == 3, 'sum is Python’s own'
        """),
        {
            "shadows": code("""
            sum_ = 0
            def mean(xs):
                s = 0
                for x in xs:
                    s += x
                return s / len(xs)
        """),
            "statistics": "from statistics import mean",
            "numpy": "mean = np.mean",
        },
    ),
)
