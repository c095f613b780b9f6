"""Exercises that ask for functions of plain values."""

from __future__ import annotations

from grading.blocks import code
from grading.equivalence.exercise import Exercise

EXERCISES = (
    Exercise(
        "double",
        "def double(x):\n    return 2 * x",
        code('''
            """Numbers are doubled."""
            assert double(2) == 4, "double(2) is 4"
            assert double(-1.5) == -3.0
        '''),
        {
            "lambda": "double = lambda x: x + x",
            "prints": code("""
                def double(x):
                    print('doubling', x)
                    return x * 2
            """),
            "wrong": "def double(x):\n    return x ** 2 + x",
            "returns-nothing": "def double(x):\n    print(2 * x)",
            "no-such-name": "def dubble(x):\n    return 2 * x",
            "syntax": "def double(x)\n    return 2 * x",
            "type-error": "def double(x):\n    return x + 'x'",
            "star": code("""
                def double(*xs):
                    return sum(xs) + sum(xs)
            """),
            "partial": code("""
                from functools import partial
                import operator
                double = partial(operator.mul, 2)
            """),
            "class": code("""
                class Doubler:
                    def __call__(self, x):
                        return 2 * x
                double = Doubler()
            """),
        },
    ),
    Exercise(
        "reference",
        "area = math.pi * 3 ** 2",
        code("""
            assert math.isclose(area, 28.274333882308138), f'got {area}'
            assert isinstance(area, float)
        """),
        {
            "rounded": "area = 28.274",
            "numpy": "area = np.pi * 9",
            "string": "area = '28.27'",
            "fraction": code("""
                from fractions import Fraction
                area = Fraction(28274333882308138, 10 ** 15)
            """),
            "missing": "# I did not get this one",
        },
    ),
    Exercise(
        "in-place",
        code("""
        def sort_down(numbers):
            numbers.sort(reverse=True)
    """),
        code("""
        numbers = [3, 1, 2]
        assert sort_down(numbers) is None
        assert numbers == [3, 2, 1]
        rows = [[2, 1], [4, 3]]
        row = rows[0]
        sort_down(rows)
        assert rows[1] is row
    """),
        {
            "slices": code("""
        def sort_down(numbers):
            numbers[:] = sorted(numbers, reverse=True)
    """),
            "returns": code("""
        def sort_down(numbers):
            return sorted(numbers, reverse=True)
    """),
            "bubble": code("""
        def sort_down(a):
            for i in range(len(a)):
                for j in range(len(a) - 1):
                    if a[j] < a[j + 1]:
                        a[j], a[j + 1] = a[j + 1], a[j]
    """),
        },
    ),
    Exercise(
        "untouched-argument",
        code("""
        def largest(numbers):
            return sorted(numbers)[-1]
    """),
        code("""
        numbers = [3, 1, 2]
        assert largest(numbers) == 3
        assert numbers == [3, 1, 2], 'the list is changed'
    """),
        {
            "changes": code("""
        def largest(numbers):
            numbers.sort()
            return numbers[-1]
    """),
            "pops": code("""
        def largest(numbers):
            return max(list(numbers))
    """),
        },
    ),
    Exercise(
        "sum-all",
        code("""
        def total(numbers):
            return sum(numbers)
    """),
        code("""
        assert total([1, 2, 3]) == 6
        assert total([]) == 0
        assert total(range(4)) == 6
        assert total((1.5, 2)) == 3.5
    """),
        {
            "changes": code("""
        def total(numbers):
            numbers = list(numbers)
            numbers.sort()
            return sum(numbers)
    """),
            "empties": code("""
        def total(numbers):
            t = 0
            rest = list(numbers)
            while rest:
                t += rest.pop()
            return t
    """),
            "lists-only": code("""
        def total(numbers):
            t = 0
            for i in range(len(numbers)):
                t += numbers[i]
            return t
    """),
        },
    ),
    Exercise(
        "changes-unasked",
        code("""
        def middle(numbers):
            return sorted(numbers)[len(numbers) // 2]
    """),
        code("""
        assert middle([3, 1, 2]) == 2
        assert middle([5, 9, 7, 8, 6]) == 7
    """),
        {
            "sorts": code("""
        def middle(numbers):
            numbers.sort()
            return numbers[len(numbers) // 2]
    """)
        },
    ),
    Exercise(
        "recursion",
        code("""
        def fib(n):
            return n if n < 2 else fib(n - 1) + fib(n - 2)
    """),
        code("""
        assert [fib(n) for n in range(8)] == [0, 1, 1, 2, 3, 5, 8, 13]
        assert fib(15) == 610
    """),
        {
            "endless": code("""
        def fib(n):
            return fib(n - 1) + fib(n - 2)
    """),
            "cached": code("""
        from functools import lru_cache
        @lru_cache
        def fib(n):
            return n if n < 2 else fib(n - 1) + fib(n - 2)
    """),
        },
    ),
    Exercise(
        "same-list",
        code("""
        def copied(xs):
            return list(xs)
        def extended(xs, x):
            xs.append(x)
            return xs
    """),
        code("""
        a = [1, 2]
        b = copied(a)
        assert b == a and b is not a
        assert extended(a, 3) is a
        assert a == [1, 2, 3] and b == [1, 2]
    """),
        {
            "no-copy": code("""
        def copied(xs):
            return xs
        def extended(xs, x):
            xs += [x]
            return xs
    """),
            "new-list": code("""
        def copied(xs):
            return xs[:]
        def extended(xs, x):
            return xs + [x]
    """),
        },
    ),
    Exercise(
        "big-numbers",
        "def power(n):\n    return 2 ** n",
        code("""
            assert power(10) == 1024
            assert power(200) == 2 ** 200
            assert power(-1) == 0.5
        """),
        {"float": "def power(n):\n    return 2.0 ** n", "shift": "def power(n):\n    return 1 << n"},
    ),
)
