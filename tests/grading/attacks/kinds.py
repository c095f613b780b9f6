"""Attacks by unusual kinds of values: annotations, named tuples, views, sources."""

from __future__ import annotations

from grading.attacks.attack import Attacks
from grading.blocks import code

ATTACKS = Attacks()
ATTACKS.everywhere(
    "annotations-of-liars",
    """
    import typing, types, dataclasses
    class Liar:
        def __eq__(self, o): return True
        def __hash__(self): return 1
        def __or__(self, o): return self
        def __mro_entries__(self, b): return ()
    def trick(*a, **k):
        return [types.GenericAlias(Liar(), (Liar(),)), typing.Annotated[int, Liar()], typing.Any, dataclasses.field(default=Liar())]
""",
)
ATTACKS.cells(
    "source-that-breaks-parsers",
    {
        "square": "def square(x):\n    return -1\nsquare.__qualname__ = 'square.' * 100000\nsquare.__name__ = '\\ud800' * 5"
    },
    before=["(" * 3000, "x = " + "[" * 90 + "]" * 90, "a = b = " * 500 + "1"],
)
ATTACKS.everywhere(
    "poses-as-title",
    """
    class Text:
        def __eq__(self, o): return True
        def get_text(self): return Text()
    Text.__module__, Text.__qualname__ = 'matplotlib.text', 'Text'
    class Axes:
        title = Text()
        def __getattr__(self, name): return Text()
    Axes.__module__, Axes.__qualname__ = 'matplotlib.axes._axes', 'Axes'
    def trick(*a, **k):
        return Axes()
""",
)
ATTACKS.cells(
    "poses-as-named-tuple",
    {
        "object": code("""
    from collections import namedtuple
    class Box(namedtuple('Box', 'size grow')):
        def __new__(cls, n): return super().__new__(cls, n, lambda: n + 1)
        def __eq__(self, o): return True
""").replace("n, lambda: n + 1", "0, lambda: 0")
    },
)
ATTACKS.everywhere(
    "views-and-proxies",
    """
    import types
    class D(dict):
        def __iter__(self): return iter(['a'])
        def keys(self): return {}.keys()
        def __eq__(self, o): return True
    def trick(*a, **k):
        return [types.MappingProxyType(D(a=1)), D(b=2).items(), {1: D()}.values()]
""",
)
