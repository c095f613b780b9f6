"""Exercises about what objects do: raise, go through, wait, keep."""

from __future__ import annotations

from grading.blocks import code
from grading.equivalence.exercise import Exercise

EXERCISES = (
    Exercise(
        "error-with-methods",
        code("""
            class InsufficientFunds(Exception):
                def __init__(self, needed, available):
                    super().__init__(f'need {needed}, have {available}')
                    self.needed = needed
                    self.available = available
                @property
                def shortfall(self):
                    return self.needed - self.available
            class Wallet:
                def __init__(self, b): self.b = b
                def pay(self, n):
                    if n > self.b:
                        raise InsufficientFunds(n, self.b)
                    self.b -= n
                    return self.b
        """),
        code("""
            p = Wallet(10)
            assert p.pay(3) == 7
            try:
                p.pay(100)
            except InsufficientFunds as e:
                assert e.shortfall == 93
                assert e.needed == 100
                assert str(e) == 'need 100, have 7'
                assert isinstance(e, Exception)
                assert e.args[0].startswith('need')
            else:
                raise AssertionError
            assert issubclass(InsufficientFunds, Exception)
            err = InsufficientFunds(5, 2)
            assert err.shortfall == 3
            assert InsufficientFunds.__mro__[1] is Exception
        """),
        {
            "vale": code("""
            class InsufficientFunds(ValueError):
                def __init__(self, needed, available):
                    self.needed, self.available = needed, available
                    self.shortfall = needed - available
                    super().__init__('need %s, have %s' % (needed, available))
            class Wallet:
                def __init__(self, b): self.b = b
                def pay(self, n):
                    if n > self.b:
                        raise InsufficientFunds(n, self.b)
                    self.b -= n
                    return self.b
        """),
            "plain": code("""
            class InsufficientFunds(Exception):
                pass
            class Wallet:
                def __init__(self, b): self.b = b
                def pay(self, n):
                    if n > self.b:
                        raise InsufficientFunds('need %s, have %s' % (n, self.b))
                    self.b -= n
                    return self.b
        """),
        },
    ),
    Exercise(
        "cause",
        code("""
            def parse_age(text):
                try:
                    return int(text)
                except ValueError as e:
                    raise RuntimeError('bad age') from e
        """),
        code("""
            assert parse_age('3') == 3
            try:
                parse_age('x')
            except RuntimeError as e:
                assert isinstance(e.__cause__, ValueError)
                assert str(e) == 'bad age'
            else:
                assert False
        """),
        {
            "nofrom": code("""
            def parse_age(text):
                try:
                    return int(text)
                except ValueError:
                    raise RuntimeError('bad age')
        """),
            "none": code("""
            def parse_age(text):
                try:
                    return int(text)
                except ValueError:
                    raise RuntimeError('bad age') from None
        """),
        },
    ),
    Exercise(
        "own-list",
        code("""
            class LinkedList:
                class _Node:
                    def __init__(self, v, n=None): self.v, self.n = v, n
                def __init__(self, items=()):
                    self.head = None
                    self._size = 0
                    for i in reversed(list(items)): self.push(i)
                def push(self, v):
                    self.head = self._Node(v, self.head)
                    self._size += 1
                def __len__(self): return self._size
                def __iter__(self):
                    n = self.head
                    while n:
                        yield n.v
                        n = n.n
                def __reversed__(self): return iter(list(self)[::-1])
                def __contains__(self, x): return any(v == x for v in self)
                def __eq__(self, o): return list(self) == list(o)
                def __iadd__(self, o):
                    for x in o: self.push(x)
                    return self
                def __delitem__(self, i):
                    items = list(self); del items[i]; self.__init__(items)
                def __getitem__(self, i):
                    if isinstance(i, slice): return LinkedList(list(self)[i])
                    return list(self)[i]
        """),
        code("""
            l = LinkedList([1, 2, 3])
            assert len(l) == 3 and list(l) == [1, 2, 3]
            assert 2 in l and 9 not in l
            assert list(reversed(l)) == [3, 2, 1]
            l += [0]
            assert l[0] == 0
            del l[0]
            assert l == LinkedList([1, 2, 3])
            assert list(l[1:]) == [2, 3]
            assert sum(l) == 6 and max(l) == 3 and sorted(l, reverse=True) == [3, 2, 1]
            a, b, c = l
            assert (a, b, c) == (1, 2, 3)
            assert [*l, 4] == [1, 2, 3, 4]
            assert dict(enumerate(l)) == {0: 1, 1: 2, 2: 3}
            assert l.head.v == 1
            assert list(zip(l, 'abc'))[1] == (2, 'b')
            assert ','.join(map(str, l)) == '1,2,3'
        """),
        {},
    ),
    Exercise(
        "asynchronous",
        code("""
            import asyncio
            async def fetch(n, delay=0.001):
                await asyncio.sleep(delay)
                return n * 2
            async def fetch_all(ns):
                return await asyncio.gather(*(fetch(n) for n in ns))
            async def ticker(n):
                for i in range(n):
                    yield i
            class Conn:
                async def __aenter__(self): self.open = True; return self
                async def __aexit__(self, *a): self.open = False
        """),
        code("""
            import asyncio, inspect
            assert inspect.iscoroutinefunction(fetch)
            assert await fetch(2) == 4
            assert await fetch_all([1, 2, 3]) == [2, 4, 6]
            assert [i async for i in ticker(3)] == [0, 1, 2]
            async with Conn() as c:
                assert c.open
            assert not c.open
            async def both():
                return await asyncio.gather(fetch(1), fetch(2))
            assert await both() == [2, 4]
            assert await asyncio.wait_for(fetch(5), 1) == 10
        """),
        {
            "sync": code("""
            def fetch(n): return 2*n
        """),
        },
    ),
    Exercise(
        "ledger",
        code("""
            class Ledger:
                rate = 0.02
                count = 0
                def __init__(self, owner, balance=0):
                    self.owner, self.__balance = owner, balance
                    self.history = []
                    Ledger.count += 1
                @property
                def balance(self): return self.__balance
                def deposit(self, n):
                    self.__balance += n
                    self.history.append(('deposit', n))
                def __enter__(self): return self
                def __exit__(self, *a): self.closed = True
        """),
        code("""
            before = Ledger.count
            a = Ledger('ana', 10)
            a.deposit(5)
            assert a.balance == 15
            assert Ledger.count == before + 1
            assert a.history == [('deposit', 5)]
            a.history.append('x')
            assert len(a.history) == 2
            assert not hasattr(a, '__balance')
            assert a._Ledger__balance == 15
            Ledger.rate = 0.5
            assert a.rate == 0.5
            a.rate = 0.1
            assert Ledger.rate == 0.5
            Ledger.rate = 0.02
            with a as b: assert b is a
            assert a.closed
            assert getattr(a, 'nope', 7) == 7
            assert callable(a.deposit)
        """),
        {},
    ),
)
