"""Exercises that ask for errors, contexts and structures of nodes."""

from __future__ import annotations

from grading.blocks import code
from grading.equivalence.exercise import Exercise

EXERCISES = (
    Exercise(
        "raises",
        code("""
            def root(x):
                if x < 0:
                    raise ValueError('negative')
                return x ** 0.5
        """),
        code("""
            assert root(9) == 3
            try:
                root(-1)
            except ValueError as error:
                assert 'negative' in str(error)
            else:
                raise AssertionError('no error')
        """),
        {
            "other-error": code("""
                def root(x):
                    assert x >= 0, 'negative'
                    return x ** 0.5
            """),
            "other-text": code("""
                def root(x):
                    if x < 0:
                        raise ValueError
                    return x ** 0.5
            """),
            "math": "def root(x):\n    return math.sqrt(x)",
            "subclass": code("""
                class Negative(ValueError):
                    pass
                def root(x):
                    if x < 0:
                        raise Negative('negative!')
                    return math.sqrt(x)
            """),
        },
    ),
    Exercise(
        "own-error",
        code("""
        class TooMuch(Exception):
            def __init__(self, wanted):
                super().__init__(f'{wanted} is too much')
                self.wanted = wanted
        def take(n):
            if n > 5:
                raise TooMuch(n)
            return n
    """),
        code("""
        assert issubclass(TooMuch, Exception)
        try:
            take(7)
        except TooMuch as error:
            assert error.wanted == 7
            assert str(error) == '7 is too much'
        else:
            raise AssertionError('no error')
        assert take(2) == 2
    """),
        {
            "no-attribute": code("""
        class TooMuch(Exception):
            pass
        def take(n):
            if n > 5:
                raise TooMuch(f'{n} is too much')
            return n
    """),
            "value-error": code("""
        class TooMuch(ValueError):
            def __init__(self, wanted):
                self.wanted = wanted
            def __str__(self):
                return f'{self.wanted} is too much'
        def take(n):
            if n > 5:
                raise TooMuch(n)
            return n
    """),
        },
    ),
    Exercise(
        "context",
        code("""
        from contextlib import contextmanager
        log = []
        @contextmanager
        def noted(name):
            log.append('in ' + name)
            try:
                yield name.upper()
            finally:
                log.append('out ' + name)
    """),
        code("""
        log.clear()
        with noted('a') as upper:
            assert upper == 'A'
        assert log == ['in a', 'out a'], log
    """),
        {
            "class": code("""
        log = []
        class noted:
            def __init__(self, name):
                self.name = name
            def __enter__(self):
                log.append('in ' + self.name)
                return self.name.upper()
            def __exit__(self, *error):
                log.append('out ' + self.name)
    """),
            "no-exit": code("""
        from contextlib import contextmanager
        log = []
        @contextmanager
        def noted(name):
            log.append('in ' + name)
            yield name.upper()
    """),
        },
    ),
    Exercise(
        "named-tuple",
        code("""
        from collections import namedtuple
        Point = namedtuple('Point', 'x y')
        def mirror(p):
            return Point(p.y, p.x)
    """),
        code("""
        p = mirror(Point(1, 2))
        assert p == (2, 1)
        assert p.x == 2 and isinstance(p, tuple)
    """),
        {
            "typing": code("""
        from typing import NamedTuple
        class Point(NamedTuple):
            x: int
            y: int
        def mirror(p):
            return Point(p.y, p.x)
    """),
            "tuple": code("""
        from collections import namedtuple
        Point = namedtuple('Point', 'x y')
        def mirror(p):
            return p[1], p[0]
    """),
        },
    ),
    Exercise(
        "linked-list",
        code("""
        def push(head, value):
            return Node(value, head)
        def length(head):
            n = 0
            while head:
                n, head = n + 1, head.next
            return n
        def pop(head):
            if head is None:
                raise Empty('nothing there')
            return head.next
    """),
        code("""
        head = push(push(None, 1), 2)
        assert isinstance(head, Node)
        assert (head.value, head.next.value, head.next.next) == (2, 1, None)
        assert length(head) == 2 and length(None) == 0
        assert repr(pop(head)) == 'Node(1)'
        try:
            pop(None)
        except Empty as error:
            assert 'nothing' in str(error)
        else:
            raise AssertionError('no error')
    """),
        {
            "appends": code("""
        def push(head, value):
            if head is None:
                return Node(value)
            last = head
            while last.next:
                last = last.next
            last.next = Node(value)
            return head
        def length(head):
            return 0 if head is None else 1 + length(head.next)
        def pop(head):
            return head.next
    """),
            "value-error": code("""
        def push(head, value):
            node = Node(value)
            node.next = head
            return node
        def length(head):
            return 0 if not head else 1 + length(head.next)
        def pop(head):
            if not head:
                raise ValueError('nothing')
            return head.next
    """),
        },
    ),
    Exercise(
        "reverse-list",
        code("""
        def reverse_list(head):
            before = None
            while head:
                head.next, before, head = before, head, head.next
            return before
    """),
        code("""
        third = Node(3)
        first = Node(1, Node(2, third))
        back = reverse_list(first)
        assert back is third
        assert (back.value, back.next.value, back.next.next.value) == (3, 2, 1)
        assert first.next is None
    """),
        {
            "copies": code("""
        def reverse_list(head):
            before = None
            while head:
                before, head = Node(head.value, before), head.next
            return before
    """),
            "recursive": code("""
        def reverse_list(head, before=None):
            if head is None:
                return before
            rest, head.next = head.next, before
            return reverse_list(rest, head)
    """),
        },
    ),
    Exercise(
        "tree",
        code("""
        def insert(tree, key):
            if tree is None:
                return Tree(key)
            if key < tree.key:
                tree.left = insert(tree.left, key)
            else:
                tree.right = insert(tree.right, key)
            return tree
    """),
        code("""
        root = Tree(5)
        for key in (3, 8, 1):
            assert insert(root, key) is root
        assert root.keys() == [1, 3, 5, 8]
        assert root.left.left.key == 1
    """),
        {
            "wrong-side": code("""
        def insert(tree, key):
            if tree is None:
                return Tree(key)
            if key > tree.key:
                tree.left = insert(tree.left, key)
            else:
                tree.right = insert(tree.right, key)
            return tree
    """),
            "loses": code("""
        def insert(tree, key):
            if tree is None:
                return Tree(key)
            insert(tree.left if key < tree.key else tree.right, key)
            return tree
    """),
        },
    ),
)
