"""Exercises whose tests look at the code itself: its text, its parameters, its annotations."""

from __future__ import annotations

from grading.blocks import code
from grading.equivalence.exercise import Exercise

EXERCISES = (
    Exercise(
        "source",
        code("""
            import functools
            def total_of(xs):
                return functools.reduce(lambda a, b: a + b, xs, 0)
        """),
        code("""
            import inspect
            assert total_of([1,2,3]) == 6
            src = inspect.getsource(total_of)
            assert 'for ' not in src, 'no loops'
            assert 'sum(' not in src
        """),
        {
            "loop": code("""
            def total_of(xs):
                t = 0
                for x in xs:
                    t += x
                return t
        """),
            "sum": code("""
            def total_of(xs):
                return sum(xs)
        """),
        },
    ),
    Exercise(
        "signature",
        code(r"""
            def mix(a: int, /, b: float = 2.0, *args: str, c, d=None, **kw) -> 'list[int]':
                "Mix things.\n\nMore."
                return [a, b, args, c, d, kw]
        """),
        code("""
            import inspect, typing
            s = inspect.signature(mix)
            assert str(list(s.parameters)) == "['a', 'b', 'args', 'c', 'd', 'kw']"
            assert s.parameters['b'].default == 2.0
            assert s.parameters['c'].kind is inspect.Parameter.KEYWORD_ONLY
            assert s.parameters['a'].annotation is int
            assert mix.__annotations__['b'] is float
            assert mix.__doc__.splitlines()[0] == 'Mix things.'
            assert inspect.getdoc(mix).endswith('More.')
            assert mix.__defaults__ == (2.0,)
            assert mix.__kwdefaults__ == {'d': None}
            assert mix.__name__ == mix.__qualname__ == 'mix'
            assert mix(1, c=2) == [1, 2.0, (), 2, None, {}]
            assert mix(1, 2, 'x', c=2, z=9)[-1] == {'z': 9}
            assert mix.__code__.co_argcount == 2
            assert callable(mix) and inspect.isfunction(mix)
            assert s.return_annotation == 'list[int]'
        """),
        {
            "plain": code("""
            def mix(a, b=2.0, *args, c, d=None, **kw):
                'Mix things.'
                return [a, b, args, c, d, kw]
        """),
        },
    ),
    Exercise(
        "hints",
        code("""
            from typing import Optional
            def find_in(xs: list[int], x: int) -> Optional[int]:
                return xs.index(x) if x in xs else None
        """),
        code("""
            import typing
            h = typing.get_type_hints(find_in)
            assert h['xs'] == list[int]
            assert h['return'] == typing.Optional[int]
            assert find_in([1,2],2) == 1
            assert find_in([], 1) is None
        """),
        {
            "bar": code("""
            def find_in(xs: list[int], x: int) -> int | None:
                return next((i for i, y in enumerate(xs) if y == x), None)
        """),
            "none": code("""
            def find_in(xs, x):
                return xs.index(x) if x in xs else None
        """),
        },
    ),
    Exercise(
        "wraps",
        code("""
            import functools
            def counted(f):
                @functools.wraps(f)
                def inner(*a, **k):
                    inner.calls += 1
                    return f(*a, **k)
                inner.calls = 0
                return inner
        """),
        code("""
            @counted
            def cube(x):
                "Cubes."
                return x**3
            assert cube(2) == 8 and cube(3) == 27
            assert cube.calls == 2
            assert cube.__name__ == 'cube'
            assert cube.__doc__ == 'Cubes.'
            assert cube.__wrapped__(2) == 8
            cube.calls = 0
            cube(1)
            assert cube.calls == 1
        """),
        {
            "nowraps": code("""
            def counted(f):
                def inner(*a, **k):
                    inner.calls += 1
                    return f(*a, **k)
                inner.calls = 0
                return inner
        """),
            "class": code("""
            import functools
            class counted:
                def __init__(self, f):
                    functools.update_wrapper(self, f)
                    self.f = f
                    self.calls = 0
                def __call__(self, *a, **k):
                    self.calls += 1
                    return self.f(*a, **k)
        """),
        },
    ),
)
