"""Exercises of the kinds that courses set, each with right, wrong and unusual answers.

Every answer is what an honest learner might write. What stock nbgrader gives for it is in ``golden.json``.
"""

from __future__ import annotations

from dataclasses import dataclass

SETUP = """
import math
import random
from collections import Counter
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
%matplotlib inline
orders = pd.DataFrame({"customer": ["ana", "bo", "ana", "cy"], "euros": [10.0, 20.0, 5.0, 7.5]})
RATE = 0.2
from abc import ABC, abstractmethod
class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next
    def __repr__(self):
        return f"Node({self.value})"
class Empty(Exception):
    pass
class Animal(ABC):
    @abstractmethod
    def sound(self): ...
    def twice(self):
        return 2 * self.sound()
class Tree:
    def __init__(self, key):
        self.key, self.left, self.right = key, None, None
    def keys(self):
        return (self.left.keys() if self.left else []) + [self.key] + (self.right.keys() if self.right else [])
"""


@dataclass(frozen=True, slots=True)
class Exercise:
    """One answer cell and one test cell.

    Attributes:
        name: Its slug.
        solution: The instructor's answer.
        tests: The test cell.
        others: What learners write instead, by a name for it.
        points: What it is worth.
    """

    name: str
    solution: str
    tests: str
    others: dict[str, str]
    points: float = 2.0


EXERCISES = (
    Exercise(
        "double",
        "def double(x):\n    return 2 * x",
        '"""Numbers are doubled."""\nassert double(2) == 4, "double(2) is 4"\nassert double(-1.5) == -3.0',
        {
            "lambda": "double = lambda x: x + x",
            "prints": "def double(x):\n    print('doubling', x)\n    return x * 2",
            "wrong": "def double(x):\n    return x ** 2 + x",
            "returns-nothing": "def double(x):\n    print(2 * x)",
            "no-such-name": "def dubble(x):\n    return 2 * x",
            "syntax": "def double(x)\n    return 2 * x",
            "type-error": "def double(x):\n    return x + 'x'",
            "star": "def double(*xs):\n    return sum(xs) + sum(xs)",
            "partial": "from functools import partial\nimport operator\ndouble = partial(operator.mul, 2)",
            "class": "class Doubler:\n    def __call__(self, x):\n        return 2 * x\ndouble = Doubler()",
        },
    ),
    Exercise(
        "reference",
        "area = math.pi * 3 ** 2",
        "assert math.isclose(area, 28.274333882308138), f'got {area}'\nassert isinstance(area, float)",
        {
            "rounded": "area = 28.274",
            "numpy": "area = np.pi * 9",
            "string": "area = '28.27'",
            "fraction": "from fractions import Fraction\narea = Fraction(28274333882308138, 10 ** 15)",
            "missing": "# I did not get this one",
        },
    ),
    Exercise(
        "in-place",
        "def sort_down(numbers):\n    numbers.sort(reverse=True)",
        "numbers = [3, 1, 2]\nassert sort_down(numbers) is None\nassert numbers == [3, 2, 1]\n"
        "rows = [[2, 1], [4, 3]]\nrow = rows[0]\nsort_down(rows)\nassert rows[1] is row",
        {
            "slices": "def sort_down(numbers):\n    numbers[:] = sorted(numbers, reverse=True)",
            "returns": "def sort_down(numbers):\n    return sorted(numbers, reverse=True)",
            "bubble": "def sort_down(a):\n    for i in range(len(a)):\n        for j in range(len(a) - 1):\n"
            "            if a[j] < a[j + 1]:\n                a[j], a[j + 1] = a[j + 1], a[j]",
        },
    ),
    Exercise(
        "untouched-argument",
        "def largest(numbers):\n    return sorted(numbers)[-1]",
        "numbers = [3, 1, 2]\nassert largest(numbers) == 3\nassert numbers == [3, 1, 2], 'the list is changed'",
        {
            "changes": "def largest(numbers):\n    numbers.sort()\n    return numbers[-1]",
            "pops": "def largest(numbers):\n    return max(list(numbers))",
        },
    ),
    Exercise(
        "sum-all",
        "def total(numbers):\n    return sum(numbers)",
        "assert total([1, 2, 3]) == 6\nassert total([]) == 0\nassert total(range(4)) == 6\nassert total((1.5, 2)) == 3.5",
        {
            "changes": "def total(numbers):\n    numbers = list(numbers)\n    numbers.sort()\n    return sum(numbers)",
            "empties": "def total(numbers):\n    t = 0\n    rest = list(numbers)\n    while rest:\n        t += rest.pop()\n"
            "    return t",
            "lists-only": "def total(numbers):\n    t = 0\n    for i in range(len(numbers)):\n        t += numbers[i]\n    return t",
        },
    ),
    Exercise(
        "changes-unasked",
        "def middle(numbers):\n    return sorted(numbers)[len(numbers) // 2]",
        "assert middle([3, 1, 2]) == 2\nassert middle([5, 9, 7, 8, 6]) == 7",
        {"sorts": "def middle(numbers):\n    numbers.sort()\n    return numbers[len(numbers) // 2]"},
    ),
    Exercise(
        "higher-order",
        "def twice(f, x):\n    return f(f(x))",
        "assert twice(lambda x: x + 3, 1) == 7\nassert twice(str.upper, 'a') == 'A'\nassert twice(math.sqrt, 16) == 2\n"
        "seen = []\ndef note(x):\n    seen.append(x)\n    return x + 1\nassert twice(note, 1) == 3\nassert seen == [1, 2]",
        {
            "three-times": "def twice(f, x):\n    return f(f(f(x)))",
            "keyword": "def twice(f, x):\n    for _ in range(2):\n        x = f(x)\n    return x",
            "swallows": "def twice(f, x):\n    try:\n        return f(f(x))\n    except Exception:\n        return None",
        },
    ),
    Exercise(
        "callback-raises",
        "def safely(f):\n    try:\n        return f()\n    except ZeroDivisionError:\n        return 'zero'\n    except KeyError as e:\n"
        "        return e.args[0]",
        "assert safely(lambda: 1 / 0) == 'zero'\nassert safely(lambda: {}['k']) == 'k'\nassert safely(lambda: 3) == 3",
        {"bare": "def safely(f):\n    try:\n        return f()\n    except:\n        return 'zero'"},
    ),
    Exercise(
        "closure",
        "def adder(n):\n    def add(x):\n        return x + n\n    return add",
        "add3 = adder(3)\nassert add3(4) == 7\nassert callable(add3)\nassert adder(1)(1) == 2",
        {"lambda": "def adder(n):\n    return lambda x: x + n", "eager": "def adder(n):\n    return n + 1"},
    ),
    Exercise(
        "decorator",
        "def shout(f):\n    def inner(*a, **k):\n        return f(*a, **k).upper() + '!'\n    return inner",
        "@shout\ndef hello(name):\n    return f'hello {name}'\nassert hello('ana') == 'HELLO ANA!'\n"
        "assert hello(name='bo') == 'HELLO BO!'",
        {"no-keywords": "def shout(f):\n    return lambda *a: f(*a).upper() + '!'"},
    ),
    Exercise(
        "generator",
        "def countdown(n):\n    while n:\n        yield n\n        n -= 1",
        "assert list(countdown(3)) == [3, 2, 1]\ng = countdown(2)\nassert next(g) == 2\nassert next(g) == 1\n"
        "try:\n    next(g)\nexcept StopIteration:\n    pass\nelse:\n    raise AssertionError('it goes on')\n"
        "assert sum(countdown(4)) == 10",
        {
            "list": "def countdown(n):\n    return list(range(n, 0, -1))",
            "iterator": "def countdown(n):\n    return iter(range(n, 0, -1))",
            "range": "def countdown(n):\n    return range(n, 0, -1)",
        },
    ),
    Exercise(
        "raises",
        "def root(x):\n    if x < 0:\n        raise ValueError('negative')\n    return x ** 0.5",
        "assert root(9) == 3\ntry:\n    root(-1)\nexcept ValueError as error:\n    assert 'negative' in str(error)\n"
        "else:\n    raise AssertionError('no error')",
        {
            "other-error": "def root(x):\n    assert x >= 0, 'negative'\n    return x ** 0.5",
            "other-text": "def root(x):\n    if x < 0:\n        raise ValueError\n    return x ** 0.5",
            "math": "def root(x):\n    return math.sqrt(x)",
            "subclass": "class Negative(ValueError):\n    pass\ndef root(x):\n    if x < 0:\n        raise Negative('negative!')\n"
            "    return math.sqrt(x)",
        },
    ),
    Exercise(
        "own-error",
        "class TooMuch(Exception):\n    def __init__(self, wanted):\n        super().__init__(f'{wanted} is too much')\n"
        "        self.wanted = wanted\ndef take(n):\n    if n > 5:\n        raise TooMuch(n)\n    return n",
        "assert issubclass(TooMuch, Exception)\ntry:\n    take(7)\nexcept TooMuch as error:\n    assert error.wanted == 7\n"
        "    assert str(error) == '7 is too much'\nelse:\n    raise AssertionError('no error')\nassert take(2) == 2",
        {
            "no-attribute": "class TooMuch(Exception):\n    pass\ndef take(n):\n    if n > 5:\n"
            "        raise TooMuch(f'{n} is too much')\n    return n",
            "value-error": "class TooMuch(ValueError):\n    def __init__(self, wanted):\n        self.wanted = wanted\n"
            "    def __str__(self):\n        return f'{self.wanted} is too much'\ndef take(n):\n    if n > 5:\n"
            "        raise TooMuch(n)\n    return n",
        },
    ),
    Exercise(
        "class",
        "class Account:\n    'An account.'\n    bank = 'ours'\n    def __init__(self, owner, balance=0):\n"
        "        self.owner, self.balance = owner, balance\n    def deposit(self, amount):\n"
        "        if amount <= 0:\n            raise ValueError('nothing')\n        self.balance += amount\n        return self\n"
        "    def __repr__(self):\n        return f'Account({self.owner})'",
        "account = Account('ana')\nassert account.balance == 0\naccount.deposit(5).deposit(2)\nassert account.balance == 7\n"
        "assert isinstance(account, Account)\nassert type(account) is Account\nassert repr(account) == 'Account(ana)'\n"
        "assert Account.bank == 'ours'\naccount.balance = 1\nassert account.balance == 1\nassert hasattr(account, 'owner')\n"
        "assert not hasattr(account, 'pin')\ntry:\n    account.deposit(0)\nexcept ValueError:\n    pass\nelse:\n"
        "    raise AssertionError('nothing is accepted')\nassert Account('bo', balance=3).balance == 3",
        {
            "property": "class Account:\n    bank = 'ours'\n    def __init__(self, owner, balance=0):\n        self.owner = owner\n"
            "        self._b = balance\n    @property\n    def balance(self):\n        return self._b\n    @balance.setter\n"
            "    def balance(self, value):\n        self._b = value\n    def deposit(self, amount):\n        if amount <= 0:\n"
            "            raise ValueError(amount)\n        self._b += amount\n        return self\n    def __repr__(self):\n"
            "        return 'Account(' + self.owner + ')'",
            "no-check": "class Account:\n    bank = 'ours'\n    def __init__(self, owner, balance=0):\n        self.owner = owner\n"
            "        self.balance = balance\n    def deposit(self, amount):\n        self.balance += amount\n        return self",
            "no-chain": "class Account:\n    def __init__(self, owner, balance=0):\n        self.owner = owner\n"
            "        self.balance = balance\n    def deposit(self, amount):\n        self.balance += amount",
        },
        points=3,
    ),
    Exercise(
        "operators",
        "class V:\n    def __init__(self, x, y):\n        self.x, self.y = x, y\n    def __add__(self, o):\n"
        "        return V(self.x + o.x, self.y + o.y)\n    def __eq__(self, o):\n        return (self.x, self.y) == (o.x, o.y)\n"
        "    def __hash__(self):\n        return hash((self.x, self.y))\n    def __mul__(self, k):\n        return V(self.x * k, self.y * k)\n"
        "    def __len__(self):\n        return 2\n    def __getitem__(self, i):\n        return (self.x, self.y)[i]\n"
        "    def __lt__(self, o):\n        return self.x < o.x",
        "v = V(1, 2) + V(3, 4)\nassert (v.x, v.y) == (4, 6)\nassert V(1, 2) == V(1, 2)\nassert V(1, 2) != V(2, 1)\n"
        "assert (V(1, 2) * 3).y == 6\nassert len(v) == 2 and v[1] == 6\nassert len({V(1, 1), V(1, 1)}) == 1\n"
        "assert sorted([V(2, 0), V(1, 0)])[0].x == 1\nassert list(V(7, 8)) == [7, 8]",
        {
            "no-equality": "class V:\n    def __init__(self, x, y):\n        self.x, self.y = x, y\n    def __add__(self, o):\n"
            "        return V(self.x + o.x, self.y + o.y)",
            "dataclass": "from dataclasses import dataclass\n@dataclass(frozen=True, order=True)\nclass V:\n    x: int\n    y: int\n"
            "    def __add__(self, o):\n        return V(self.x + o.x, self.y + o.y)\n    def __mul__(self, k):\n"
            "        return V(k * self.x, k * self.y)\n    def __len__(self):\n        return 2\n    def __getitem__(self, i):\n"
            "        return [self.x, self.y][i]",
        },
        points=3,
    ),
    Exercise(
        "dataclass",
        "from dataclasses import dataclass, field\n@dataclass\nclass Basket:\n    items: list = field(default_factory=list)\n"
        "    def add(self, item):\n        self.items.append(item)",
        "b = Basket()\nb.add('pear')\nassert b.items == ['pear']\nassert Basket(['a']) == Basket(['a'])\nassert Basket().items == []",
        {
            "shared": "class Basket:\n    def __init__(self, items=[]):\n        self.items = items\n    def add(self, item):\n"
            "        self.items.append(item)\n    def __eq__(self, other):\n        return self.items == other.items",
        },
    ),
    Exercise(
        "inherit",
        "class Shape:\n    def area(self):\n        raise NotImplementedError\nclass Square(Shape):\n    def __init__(self, side):\n"
        "        self.side = side\n    def area(self):\n        return self.side ** 2",
        "assert Square(3).area() == 9\nassert issubclass(Square, Shape)\nassert isinstance(Square(1), Shape)\ntry:\n"
        "    Shape().area()\nexcept NotImplementedError:\n    pass\nelse:\n    raise AssertionError('a shape has no area')",
        {
            "alone": "class Shape:\n    pass\nclass Square:\n    def __init__(self, side):\n        self.side = side\n"
            "    def area(self):\n        return self.side ** 2",
        },
    ),
    Exercise(
        "context",
        "from contextlib import contextmanager\nlog = []\n@contextmanager\ndef noted(name):\n    log.append('in ' + name)\n    try:\n"
        "        yield name.upper()\n    finally:\n        log.append('out ' + name)",
        "log.clear()\nwith noted('a') as upper:\n    assert upper == 'A'\nassert log == ['in a', 'out a'], log",
        {
            "class": "log = []\nclass noted:\n    def __init__(self, name):\n        self.name = name\n    def __enter__(self):\n"
            "        log.append('in ' + self.name)\n        return self.name.upper()\n    def __exit__(self, *error):\n"
            "        log.append('out ' + self.name)",
            "no-exit": "from contextlib import contextmanager\nlog = []\n@contextmanager\ndef noted(name):\n    log.append('in ' + name)\n"
            "    yield name.upper()",
        },
    ),
    Exercise(
        "counter",
        "def letters(text):\n    return Counter(text)",
        "assert letters('aab') == {'a': 2, 'b': 1}\nassert letters('')  == {}",
        {
            "dict": "def letters(text):\n    d = {}\n    for c in text:\n        d[c] = d.get(c, 0) + 1\n    return d",
            "default": "from collections import defaultdict\ndef letters(text):\n    d = defaultdict(int)\n    for c in text:\n"
            "        d[c] += 1\n    return d",
            "pairs": "def letters(text):\n    return [(c, text.count(c)) for c in set(text)]",
        },
    ),
    Exercise(
        "named-tuple",
        "from collections import namedtuple\nPoint = namedtuple('Point', 'x y')\ndef mirror(p):\n    return Point(p.y, p.x)",
        "p = mirror(Point(1, 2))\nassert p == (2, 1)\nassert p.x == 2 and isinstance(p, tuple)",
        {
            "typing": "from typing import NamedTuple\nclass Point(NamedTuple):\n    x: int\n    y: int\ndef mirror(p):\n"
            "    return Point(p.y, p.x)",
            "tuple": "from collections import namedtuple\nPoint = namedtuple('Point', 'x y')\ndef mirror(p):\n    return p[1], p[0]",
        },
    ),
    Exercise(
        "prints",
        "def greet(name):\n    print(f'Hello, {name}.')",
        "import io\nfrom contextlib import redirect_stdout\nout = io.StringIO()\nwith redirect_stdout(out):\n    greet('ana')\n"
        "assert out.getvalue() == 'Hello, ana.\\n'",
        {
            "returns": "def greet(name):\n    return f'Hello, {name}.'",
            "write": "import sys\ndef greet(name):\n    sys.stdout.write('Hello, ' + name + '.\\n')",
        },
    ),
    Exercise(
        "asks",
        "def ask():\n    return int(input('How many? ')) + 1",
        "from unittest.mock import patch\nwith patch('builtins.input', return_value='4') as asked:\n    assert ask() == 5\n"
        "asked.assert_called_once()",
        {
            "text": "def ask():\n    return input('How many? ') + '1'",
            "twice": "def ask():\n    input('Ready?')\n    return int(input('How many? ')) + 1",
        },
    ),
    Exercise(
        "mocked-random",
        "def roll():\n    return random.randint(1, 6) + random.randint(1, 6)",
        "from unittest.mock import patch\nwith patch('random.randint', side_effect=[2, 5]):\n    assert roll() == 7\n"
        "for _ in range(20):\n    assert 2 <= roll() <= 12",
        {
            "one": "def roll():\n    return random.randint(2, 12)",
            "own-import": "import random as r\ndef roll():\n    return r.randint(1, 6) + r.randint(1, 6)",
        },
    ),
    Exercise(
        "seeded",
        "def draw():\n    return np.random.rand(2)",
        "np.random.seed(7)\nfirst = draw()\nnp.random.seed(7)\nassert (first == draw()).all()\nnp.random.seed(7)\n"
        "assert np.allclose(first, np.random.rand(2))",
        {
            "own-seed": "def draw():\n    np.random.seed(0)\n    return np.random.rand(2)",
            "python": "def draw():\n    return np.array([random.random(), random.random()])",
        },
    ),
    Exercise(
        "uses-part",
        "def half(x):\n    return x / 2\ndef quarter(x):\n    return half(half(x))",
        "assert quarter(8) == 2\nkeep = half\ndel half\ntry:\n    quarter(8)\nexcept NameError:\n    pass\nelse:\n"
        "    raise AssertionError('quarter does not use half')\nfinally:\n    half = keep\nassert quarter(4) == 1",
        {"alone": "def half(x):\n    return x / 2\ndef quarter(x):\n    return x / 4"},
    ),
    Exercise(
        "reads-global",
        "TAX = 0.1\ndef price(net):\n    return net * (1 + TAX)",
        "assert abs(price(100) - 110) < 1e-9\nold = TAX\nTAX = 0.5\nassert price(100) == 150\nTAX = old",
        {
            "fixed": "TAX = 0.1\ndef price(net):\n    return net * 1.1",
            "default": "TAX = 0.1\ndef price(net, tax=TAX):\n    return net * (1 + tax)",
        },
    ),
    Exercise(
        "writes-global",
        "calls = 0\ndef tick():\n    global calls\n    calls += 1\n    return calls",
        "before = calls\ntick()\ntick()\nassert calls == before + 2",
        {"never": "calls = 0\ndef tick():\n    return calls + 1"},
    ),
    Exercise(
        "array",
        "def scale(a):\n    return (a - a.mean()) / a.std()",
        "a = np.array([1.0, 2.0, 3.0])\nb = scale(a)\nassert isinstance(b, np.ndarray)\nassert b.shape == (3,)\n"
        "assert np.allclose(b.mean(), 0)\nnp.testing.assert_allclose(b, [-1.2247449, 0, 1.2247449], rtol=1e-6)\n"
        "assert a[0] == 1.0",
        {
            "changes": "def scale(a):\n    a -= a.mean()\n    a /= a.std()\n    return a",
            "list": "def scale(a):\n    m = sum(a) / len(a)\n    return [x - m for x in a]",
            "sample": "def scale(a):\n    return (a - a.mean()) / a.std(ddof=1)",
        },
    ),
    Exercise(
        "frame",
        "def by_customer(table):\n    return table.groupby('customer')['euros'].sum()",
        "got = by_customer(orders)\nassert isinstance(got, pd.Series)\nassert got['ana'] == 15.0\nassert list(got.index) == ['ana', 'bo', 'cy']\n"
        "pd.testing.assert_series_equal(got, orders.groupby('customer')['euros'].sum())",
        {
            "dict": "def by_customer(table):\n    return {c: table[table.customer == c].euros.sum() for c in table.customer}",
            "frame": "def by_customer(table):\n    return table.groupby('customer').sum()",
            "global": "def by_customer(_):\n    return orders.groupby('customer').euros.sum()",
        },
    ),
    Exercise(
        "new-column",
        "orders['gross'] = orders['euros'] * (1 + RATE)",
        "assert 'gross' in orders.columns\nassert orders['gross'].tolist() == [12.0, 24.0, 6.0, 9.0]\nassert orders.shape == (4, 3)",
        {
            "assign": "orders = orders.assign(gross=orders.euros * 1.2)",
            "wrong-rate": "orders['gross'] = orders['euros'] * 1.1",
            "two": "orders['rate'] = RATE\norders['gross'] = orders.euros * 1.2",
        },
    ),
    Exercise(
        "figure",
        "def draw_orders(table):\n    fig, ax = plt.subplots()\n    ax.bar(table['customer'], table['euros'])\n    ax.set_title('Orders')\n"
        "    ax.set_xlabel('customer')\n    return ax",
        "ax = draw_orders(orders)\nassert ax.get_title() == 'Orders'\nassert ax.get_xlabel() == 'customer'\nassert len(ax.patches) == 4\n"
        "heights = [patch.get_height() for patch in ax.patches]\nassert heights == [10.0, 20.0, 5.0, 7.5], heights",
        {
            "pyplot": "def draw_orders(table):\n    plt.figure()\n    plt.bar(range(len(table)), table.euros)\n    plt.title('Orders')\n"
            "    plt.xlabel('customer')\n    return plt.gca()",
            "no-label": "def draw_orders(table):\n    ax = table.plot.bar(x='customer', y='euros')\n    ax.set_title('Orders')\n    ax.set_xlabel('')\n    return ax",
            "nothing": "def draw_orders(table):\n    plt.bar(table.customer, table.euros)\n    plt.title('Orders')",
        },
    ),
    Exercise(
        "current-axes",
        "def plot_line():\n    plt.plot([1, 2, 3], [1, 4, 9])\n    plt.ylabel('squares')",
        "plt.close('all')\nplot_line()\nax = plt.gca()\nassert ax.get_ylabel() == 'squares'\n"
        "assert ax.lines[0].get_ydata().tolist() == [1, 4, 9]",
        {
            "no-label": "def plot_line():\n    plt.plot([1, 2, 3], [1, 4, 9])",
            "scatter": "def plot_line():\n    plt.scatter([1, 2, 3], [1, 4, 9])\n    plt.ylabel('squares')",
        },
    ),
    Exercise(
        "partial-credit",
        "def guesses():\n    return [1, 2, 3, 4]",
        "right = sum(a == b for a, b in zip(guesses(), [1, 2, 3, 4]))\nright / 2",
        {
            "half": "def guesses():\n    return [1, 9, 3, 9]",
            "none": "def guesses():\n    return []",
            "one": "def guesses():\n    return [1]",
        },
    ),
    Exercise(
        "async",
        "import asyncio\nasync def later(x):\n    await asyncio.sleep(0)\n    return x + 1",
        "assert await later(1) == 2",
        {"not-async": "def later(x):\n    return x + 1", "wrong": "async def later(x):\n    return x"},
    ),
    Exercise(
        "docstring",
        "def area_of(width: float, height: float = 1.0) -> float:\n    'The area.'\n    return width * height",
        "import inspect\nassert area_of.__doc__, 'write a docstring'\nassert area_of.__name__ == 'area_of'\n"
        "assert list(inspect.signature(area_of).parameters) == ['width', 'height']\nassert area_of(2) == 2.0",
        {
            "none": "def area_of(width, height=1.0):\n    return width * height",
            "renamed": "def area_of(w, h=1):\n    'x'\n    return w * h",
        },
    ),
    Exercise(
        "recursion",
        "def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)",
        "assert [fib(n) for n in range(8)] == [0, 1, 1, 2, 3, 5, 8, 13]\nassert fib(15) == 610",
        {
            "endless": "def fib(n):\n    return fib(n - 1) + fib(n - 2)",
            "cached": "from functools import lru_cache\n@lru_cache\ndef fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)",
        },
    ),
    Exercise(
        "big-numbers",
        "def power(n):\n    return 2 ** n",
        "assert power(10) == 1024\nassert power(200) == 2 ** 200\nassert power(-1) == 0.5",
        {"float": "def power(n):\n    return 2.0 ** n", "shift": "def power(n):\n    return 1 << n"},
    ),
    Exercise(
        "types",
        "import datetime\nfrom decimal import Decimal\ndef bill():\n    return {'due': datetime.date(2024, 5, 1), 'sum': Decimal('1.10'), 'paid': None, 'tags': {'a', 'b'}, 2: (1, [True])}",
        "import datetime\nfrom decimal import Decimal\ngot = bill()\nassert got['due'] == datetime.date(2024, 5, 1)\nassert got['sum'] == Decimal('1.1')\n"
        "assert got['paid'] is None and got['tags'] == {'b', 'a'}\nassert got[2] == (1, [True])\nassert type(got[2][1][0]) is bool",
        {
            "float": "import datetime\ndef bill():\n    return {'due': datetime.date(2024, 5, 1), 'sum': 1.1, 'paid': None, 'tags': {'a', 'b'}, 2: (1, [True])}"
        },
    ),
    Exercise(
        "nothing-printed",
        "def quiet(x):\n    return x",
        "assert quiet(1) == 1",
        {
            "warns": "import warnings\ndef quiet(x):\n    warnings.warn('careful')\n    return x",
            "stderr": "import sys\ndef quiet(x):\n    print('careful', file=sys.stderr)\n    return x",
            "deprecated": "def quiet(x):\n    import warnings\n    warnings.warn('old', DeprecationWarning)\n    return x",
        },
    ),
    Exercise(
        "display",
        "def show(x):\n    from IPython.display import display\n    display(x)\n    return x",
        "assert show(3) == 3",
        {
            "html": "from IPython.display import HTML, display\ndef show(x):\n    display(HTML('<b>x</b>'))\n    return x"
        },
    ),
    Exercise(
        "own-module-names",
        "def mean(xs):\n    return sum(xs) / len(xs)",
        "assert mean([1, 2, 3]) == 2\nassert sum([1, 2]) == 3, 'sum is Python’s own'",
        {
            "shadows": "sum_ = 0\ndef mean(xs):\n    s = 0\n    for x in xs:\n        s += x\n    return s / len(xs)",
            "statistics": "from statistics import mean",
            "numpy": "mean = np.mean",
        },
    ),
    Exercise(
        "linked-list",
        "def push(head, value):\n    return Node(value, head)\ndef length(head):\n    n = 0\n    while head:\n        n, head = n + 1, head.next\n"
        "    return n\ndef pop(head):\n    if head is None:\n        raise Empty('nothing there')\n    return head.next",
        "head = push(push(None, 1), 2)\nassert isinstance(head, Node)\nassert (head.value, head.next.value, head.next.next) == (2, 1, None)\n"
        "assert length(head) == 2 and length(None) == 0\nassert repr(pop(head)) == 'Node(1)'\ntry:\n    pop(None)\nexcept Empty as error:\n"
        "    assert 'nothing' in str(error)\nelse:\n    raise AssertionError('no error')",
        {
            "appends": "def push(head, value):\n    if head is None:\n        return Node(value)\n    last = head\n    while last.next:\n"
            "        last = last.next\n    last.next = Node(value)\n    return head\ndef length(head):\n    return 0 if head is None else 1 + length(head.next)\n"
            "def pop(head):\n    return head.next",
            "value-error": "def push(head, value):\n    node = Node(value)\n    node.next = head\n    return node\n"
            "def length(head):\n    return 0 if not head else 1 + length(head.next)\ndef pop(head):\n    if not head:\n        raise ValueError('nothing')\n    return head.next",
        },
    ),
    Exercise(
        "reverse-list",
        "def reverse_list(head):\n    before = None\n    while head:\n        head.next, before, head = before, head, head.next\n    return before",
        "third = Node(3)\nfirst = Node(1, Node(2, third))\nback = reverse_list(first)\nassert back is third\n"
        "assert (back.value, back.next.value, back.next.next.value) == (3, 2, 1)\nassert first.next is None",
        {
            "copies": "def reverse_list(head):\n    before = None\n    while head:\n        before, head = Node(head.value, before), head.next\n    return before",
            "recursive": "def reverse_list(head, before=None):\n    if head is None:\n        return before\n    rest, head.next = head.next, before\n"
            "    return reverse_list(rest, head)",
        },
    ),
    Exercise(
        "tree",
        "def insert(tree, key):\n    if tree is None:\n        return Tree(key)\n    if key < tree.key:\n        tree.left = insert(tree.left, key)\n"
        "    else:\n        tree.right = insert(tree.right, key)\n    return tree",
        "root = Tree(5)\nfor key in (3, 8, 1):\n    assert insert(root, key) is root\nassert root.keys() == [1, 3, 5, 8]\nassert root.left.left.key == 1",
        {
            "wrong-side": "def insert(tree, key):\n    if tree is None:\n        return Tree(key)\n    if key > tree.key:\n        tree.left = insert(tree.left, key)\n"
            "    else:\n        tree.right = insert(tree.right, key)\n    return tree",
            "loses": "def insert(tree, key):\n    if tree is None:\n        return Tree(key)\n    insert(tree.left if key < tree.key else tree.right, key)\n    return tree",
        },
    ),
    Exercise(
        "derive",
        "class Dog(Animal):\n    def sound(self):\n        return 'wuff'",
        "dog = Dog()\nassert isinstance(dog, Animal)\nassert dog.sound() == 'wuff'\nassert dog.twice() == 'wuffwuff'",
        {"alone": "class Dog:\n    def sound(self):\n        return 'wuff'\n    def twice(self):\n        return 'wuffwuff'", "abstract": "class Dog(Animal):\n    def bark(self):\n        return 'wuff'"},
    ),
    Exercise(
        "enum",
        "from enum import Enum\nclass Light(Enum):\n    RED = 1\n    GREEN = 2\ndef after(light):\n    return Light.GREEN if light is Light.RED else Light.RED",
        "assert after(Light.RED) is Light.GREEN\nassert after(Light.GREEN) == Light.RED\nassert Light.RED.name == 'RED' and Light.GREEN.value == 2\n"
        "assert [light.name for light in Light] == ['RED', 'GREEN']\nassert Light(1) is Light.RED\nassert Light['GREEN'] is Light.GREEN",
        {"strings": "class Light:\n    RED, GREEN = 'RED', 'GREEN'\ndef after(light):\n    return Light.GREEN if light == Light.RED else Light.RED"},
    ),
    Exercise(
        "same-list",
        "def copied(xs):\n    return list(xs)\ndef extended(xs, x):\n    xs.append(x)\n    return xs",
        "a = [1, 2]\nb = copied(a)\nassert b == a and b is not a\nassert extended(a, 3) is a\nassert a == [1, 2, 3] and b == [1, 2]",
        {
            "no-copy": "def copied(xs):\n    return xs\ndef extended(xs, x):\n    xs += [x]\n    return xs",
            "new-list": "def copied(xs):\n    return xs[:]\ndef extended(xs, x):\n    return xs + [x]",
        },
    ),
    Exercise(
        "stack",
        "class Stack(list):\n    def push(self, x):\n        self.append(x)\n    def peek(self):\n        return self[-1]",
        "s = Stack()\ns.push(1)\ns.push(2)\nassert s.peek() == 2\nassert s.pop() == 2\nassert len(s) == 1\nassert s[0] == 1\nassert 1 in s\nassert list(s) == [1]",
        {
            "own": "class Stack:\n    def __init__(self):\n        self.items = []\n    def push(self, x):\n        self.items.append(x)\n    def pop(self):\n"
            "        return self.items.pop()\n    def peek(self):\n        return self.items[-1]\n    def __len__(self):\n        return len(self.items)\n"
            "    def __getitem__(self, i):\n        return self.items[i]",
            "not-iterable": "class Stack:\n    def __init__(self):\n        self.items = []\n    def push(self, x):\n        self.items.append(x)\n    def peek(self):\n        return self.items[-1]",
        },
    ),
    Exercise(
        "made-up-object",
        "def notify(server, names):\n    for name in names:\n        server.send(name, subject='hello')\n    return server.sent",
        "class FakeServer:\n    def __init__(self):\n        self.sent = 0\n        self.to = []\n    def send(self, name, subject):\n        self.sent += 1\n"
        "        self.to.append((name, subject))\nserver = FakeServer()\nassert notify(server, ['ana', 'bo']) == 2\nassert server.to == [('ana', 'hello'), ('bo', 'hello')]\n"
        "from unittest.mock import Mock\nmock = Mock(sent=5)\nassert notify(mock, ['cy']) == 5\nmock.send.assert_called_once_with('cy', subject='hello')\n"
        "import io\nassert isinstance(io.StringIO('x'), io.StringIO)",
        {"no-subject": "def notify(server, names):\n    for name in names:\n        server.send(name, '')\n    return server.sent"},
    ),
    Exercise(
        "reads-file-object",
        "def count_lines(file):\n    return sum(1 for line in file)",
        "import io\nassert count_lines(io.StringIO('a\\nb\\nc')) == 3\nassert count_lines(io.StringIO('')) == 0",
        {"read": "def count_lines(file):\n    return len(file.read().splitlines())", "readlines": "def count_lines(file):\n    return len(file.readlines())"},
    ),
    Exercise(
        "generator-of-random",
        "def sample_mean(rng, n):\n    return rng.normal(size=n).mean()",
        "rng = np.random.default_rng(5)\nexpected = np.random.default_rng(5).normal(size=10).mean()\nassert abs(sample_mean(rng, 10) - expected) < 1e-12",
        {"other": "def sample_mean(rng, n):\n    return np.mean([rng.normal() for _ in range(n)])", "own": "def sample_mean(rng, n):\n    return np.random.default_rng(0).normal(size=n).mean()"},
    ),
)
