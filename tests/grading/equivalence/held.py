"""Exercises in which a test and the answer hold the same list, or write and read the same file."""

from __future__ import annotations

from grading.blocks import code
from grading.equivalence.exercise import Exercise

EXERCISES = (
    Exercise(
        "stock-book",
        code("""
            stock_book = {}
            stock_log = []
            def put_in_stock(item, n=1):
                stock_book[item] = stock_book.get(item, 0) + n
                stock_log.append(item)
        """),
        code("""
            stock_book.clear(); stock_log.clear()
            put_in_stock('pen'); put_in_stock('pen', 2)
            assert stock_book == {'pen': 3}
            assert stock_log == ['pen', 'pen']
            stock_book['cup'] = 1
            put_in_stock('cup')
            assert stock_book['cup'] == 2
        """),
        {
            "global": code("""
            stock_book = {}
            stock_log = []
            def put_in_stock(item, n=1):
                global stock_book, stock_log
                stock_book = {**stock_book, item: stock_book.get(item, 0) + n}
                stock_log = stock_log + [item]
        """),
            "wrong": code("""
            stock_book = {}
            stock_log = []
            def put_in_stock(item, n=1):
                stock_book[item] = n
        """),
        },
    ),
    Exercise(
        "memo",
        code("""
            known = {}
            def fibo(n):
                if n in known:
                    return known[n]
                r = n if n < 2 else fibo(n-1) + fibo(n-2)
                known[n] = r
                return r
        """),
        code("""
            assert fibo(90) == 2880067194370816120
            assert 90 in known
            assert known[10] == 55
            known.clear()
            assert fibo(10) == 55
            assert len(known) == 11
        """),
        {
            "lru": code("""
            import functools
            known = {}
            @functools.lru_cache(None)
            def fibo(n):
                return n if n < 2 else fibo(n-1)+fibo(n-2)
        """),
            "loop": code("""
            known={}
            def fibo(n):
                a,b=0,1
                for i in range(n+1):
                    known[i]=a
                    a,b=b,a+b
                return known[n]
        """),
        },
    ),
    Exercise(
        "managers",
        code("""
            import contextlib
            class Timer:
                def __enter__(self):
                    self.entered = True
                    self.log = []
                    return self
                def __exit__(self, t, v, tb):
                    self.exited = True
                    self.error = t
                    return t is KeyError
            @contextlib.contextmanager
            def tag(name, out):
                out.append(f'<{name}>')
                try:
                    yield name.upper()
                finally:
                    out.append(f'</{name}>')
        """),
        code("""
            with Timer() as t:
                t.log.append(1)
                assert t.entered
            assert t.exited and t.error is None
            with Timer() as t2:
                raise KeyError('x')
            assert t2.exited
            out = []
            with tag('b', out) as n:
                out.append('x')
                assert n == 'B'
            assert out == ['<b>', 'x', '</b>']
            try:
                with tag('i', out):
                    raise ValueError('boo')
            except ValueError:
                pass
            assert out[-1] == '</i>'
        """),
        {
            "noswallow": code("""
            class Timer:
                def __enter__(self):
                    self.entered = True
                    self.log = []
                    return self
                def __exit__(self, *a):
                    self.exited = True
                    self.error = a[0]
        """),
        },
    ),
    Exercise(
        "writes-report",
        code(r"""
            def write_report(path):
                with open(path, 'w') as f:
                    f.write('total: 3\n')
        """),
        code("""
            import os
            write_report('report.txt')
            assert os.path.exists('report.txt')
            with open('report.txt') as f:
                assert f.read().strip() == 'total: 3'
            os.remove('report.txt')
        """),
        {
            "pathlib": code("""
            from pathlib import Path
            def write_report(path):
                Path(path).write_text('total: 3')
        """),
            "none": code("""
            def write_report(path):
                pass
        """),
        },
    ),
    Exercise(
        "counts-lines",
        code("""
            def count_lines(path):
                with open(path) as f:
                    return sum(1 for _ in f)
        """),
        code(r"""
            import tempfile, os
            with open('three.txt', 'w') as f:
                f.write('a\nb\nc\n')
            assert count_lines('three.txt') == 3
            with tempfile.TemporaryDirectory() as d:
                p = os.path.join(d, 'x.txt')
                with open(p, 'w') as f:
                    f.write('1\n')
                assert count_lines(p) == 1
            try:
                count_lines('missing.txt')
            except FileNotFoundError:
                pass
            else:
                assert False
        """),
        {
            "readlines": code("""
            def count_lines(path):
                return len(open(path).readlines())
        """),
            "pl": code("""
            from pathlib import Path
            def count_lines(path):
                return len(Path(path).read_text().splitlines())
        """),
        },
    ),
)
