"""Exercises that ask for classes."""

from __future__ import annotations

from grading.blocks import code
from grading.equivalence.exercise import Exercise

EXERCISES = (
    Exercise(
        "class",
        code("""
        class Account:
            'An account.'
            bank = 'ours'
            def __init__(self, owner, balance=0):
                self.owner, self.balance = owner, balance
            def deposit(self, amount):
                if amount <= 0:
                    raise ValueError('nothing')
                self.balance += amount
                return self
            def __repr__(self):
                return f'Account({self.owner})'
    """),
        code("""
        account = Account('ana')
        assert account.balance == 0
        account.deposit(5).deposit(2)
        assert account.balance == 7
        assert isinstance(account, Account)
        assert type(account) is Account
        assert repr(account) == 'Account(ana)'
        assert Account.bank == 'ours'
        account.balance = 1
        assert account.balance == 1
        assert hasattr(account, 'owner')
        assert not hasattr(account, 'pin')
        try:
            account.deposit(0)
        except ValueError:
            pass
        else:
            raise AssertionError('nothing is accepted')
        assert Account('bo', balance=3).balance == 3
    """),
        {
            "property": code("""
        class Account:
            bank = 'ours'
            def __init__(self, owner, balance=0):
                self.owner = owner
                self._b = balance
            @property
            def balance(self):
                return self._b
            @balance.setter
            def balance(self, value):
                self._b = value
            def deposit(self, amount):
                if amount <= 0:
                    raise ValueError(amount)
                self._b += amount
                return self
            def __repr__(self):
                return 'Account(' + self.owner + ')'
    """),
            "no-check": code("""
        class Account:
            bank = 'ours'
            def __init__(self, owner, balance=0):
                self.owner = owner
                self.balance = balance
            def deposit(self, amount):
                self.balance += amount
                return self
    """),
            "no-chain": code("""
        class Account:
            def __init__(self, owner, balance=0):
                self.owner = owner
                self.balance = balance
            def deposit(self, amount):
                self.balance += amount
    """),
        },
        points=3,
    ),
    Exercise(
        "operators",
        code("""
        class V:
            def __init__(self, x, y):
                self.x, self.y = x, y
            def __add__(self, o):
                return V(self.x + o.x, self.y + o.y)
            def __eq__(self, o):
                return (self.x, self.y) == (o.x, o.y)
            def __hash__(self):
                return hash((self.x, self.y))
            def __mul__(self, k):
                return V(self.x * k, self.y * k)
            def __len__(self):
                return 2
            def __getitem__(self, i):
                return (self.x, self.y)[i]
            def __lt__(self, o):
                return self.x < o.x
    """),
        code("""
        v = V(1, 2) + V(3, 4)
        assert (v.x, v.y) == (4, 6)
        assert V(1, 2) == V(1, 2)
        assert V(1, 2) != V(2, 1)
        assert (V(1, 2) * 3).y == 6
        assert len(v) == 2 and v[1] == 6
        assert len({V(1, 1), V(1, 1)}) == 1
        assert sorted([V(2, 0), V(1, 0)])[0].x == 1
        assert list(V(7, 8)) == [7, 8]
    """),
        {
            "no-equality": code("""
        class V:
            def __init__(self, x, y):
                self.x, self.y = x, y
            def __add__(self, o):
                return V(self.x + o.x, self.y + o.y)
    """),
            "dataclass": code("""
        from dataclasses import dataclass
        @dataclass(frozen=True, order=True)
        class V:
            x: int
            y: int
            def __add__(self, o):
                return V(self.x + o.x, self.y + o.y)
            def __mul__(self, k):
                return V(k * self.x, k * self.y)
            def __len__(self):
                return 2
            def __getitem__(self, i):
                return [self.x, self.y][i]
    """),
        },
        points=3,
    ),
    Exercise(
        "inherit",
        code("""
        class Shape:
            def area(self):
                raise NotImplementedError
        class Square(Shape):
            def __init__(self, side):
                self.side = side
            def area(self):
                return self.side ** 2
    """),
        code("""
        assert Square(3).area() == 9
        assert issubclass(Square, Shape)
        assert isinstance(Square(1), Shape)
        try:
            Shape().area()
        except NotImplementedError:
            pass
        else:
            raise AssertionError('a shape has no area')
    """),
        {
            "alone": code("""
        class Shape:
            pass
        class Square:
            def __init__(self, side):
                self.side = side
            def area(self):
                return self.side ** 2
    """)
        },
    ),
    Exercise(
        "derive",
        code("""
        class Dog(Animal):
            def sound(self):
                return 'wuff'
    """),
        code("""
        dog = Dog()
        assert isinstance(dog, Animal)
        assert dog.sound() == 'wuff'
        assert dog.twice() == 'wuffwuff'
    """),
        {
            "alone": code("""
        class Dog:
            def sound(self):
                return 'wuff'
            def twice(self):
                return 'wuffwuff'
    """),
            "abstract": code("""
        class Dog(Animal):
            def bark(self):
                return 'wuff'
    """),
        },
    ),
)
