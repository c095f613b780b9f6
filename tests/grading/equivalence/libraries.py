"""Exercises around libraries: arrays, tables, figures and random numbers."""

from __future__ import annotations

from grading.blocks import code
from grading.equivalence.exercise import Exercise

EXERCISES = (
    Exercise(
        "counter",
        code("""
        def letters(text):
            return Counter(text)
    """),
        code("""
        assert letters('aab') == {'a': 2, 'b': 1}
        assert letters('')  == {}
    """),
        {
            "dict": code("""
        def letters(text):
            d = {}
            for c in text:
                d[c] = d.get(c, 0) + 1
            return d
    """),
            "default": code("""
        from collections import defaultdict
        def letters(text):
            d = defaultdict(int)
            for c in text:
                d[c] += 1
            return d
    """),
            "pairs": code("""
        def letters(text):
            return [(c, text.count(c)) for c in set(text)]
    """),
        },
    ),
    Exercise(
        "seeded",
        "def draw():\n    return np.random.rand(2)",
        code("""
            np.random.seed(7)
            first = draw()
            np.random.seed(7)
            assert (first == draw()).all()
            np.random.seed(7)
            assert np.allclose(first, np.random.rand(2))
        """),
        {
            "own-seed": code("""
            def draw():
                np.random.seed(0)
                return np.random.rand(2)
        """),
            "python": code("""
            def draw():
                return np.array([random.random(), random.random()])
        """),
        },
    ),
    Exercise(
        "array",
        code("""
        def scale(a):
            return (a - a.mean()) / a.std()
    """),
        code("""
        a = np.array([1.0, 2.0, 3.0])
        b = scale(a)
        assert isinstance(b, np.ndarray)
        assert b.shape == (3,)
        assert np.allclose(b.mean(), 0)
        np.testing.assert_allclose(b, [-1.2247449, 0, 1.2247449], rtol=1e-6)
        assert a[0] == 1.0
    """),
        {
            "changes": code("""
        def scale(a):
            a -= a.mean()
            a /= a.std()
            return a
    """),
            "list": code("""
        def scale(a):
            m = sum(a) / len(a)
            return [x - m for x in a]
    """),
            "sample": code("""
        def scale(a):
            return (a - a.mean()) / a.std(ddof=1)
    """),
        },
    ),
    Exercise(
        "frame",
        code("""
        def by_customer(table):
            return table.groupby('customer')['euros'].sum()
    """),
        code("""
        got = by_customer(orders)
        assert isinstance(got, pd.Series)
        assert got['ana'] == 15.0
        assert list(got.index) == ['ana', 'bo', 'cy']
        pd.testing.assert_series_equal(got, orders.groupby('customer')['euros'].sum())
    """),
        {
            "dict": code("""
        def by_customer(table):
            return {c: table[table.customer == c].euros.sum() for c in table.customer}
    """),
            "frame": code("""
        def by_customer(table):
            return table.groupby('customer').sum()
    """),
            "global": code("""
        def by_customer(_):
            return orders.groupby('customer').euros.sum()
    """),
        },
    ),
    Exercise(
        "new-column",
        "orders['gross'] = orders['euros'] * (1 + RATE)",
        code("""
            assert 'gross' in orders.columns
            assert orders['gross'].tolist() == [12.0, 24.0, 6.0, 9.0]
            assert orders.shape == (4, 3)
        """),
        {
            "assign": "orders = orders.assign(gross=orders.euros * 1.2)",
            "wrong-rate": "orders['gross'] = orders['euros'] * 1.1",
            "two": code("""
                orders['rate'] = RATE
                orders['gross'] = orders.euros * 1.2
            """),
        },
    ),
    Exercise(
        "figure",
        code("""
        def draw_orders(table):
            fig, ax = plt.subplots()
            ax.bar(table['customer'], table['euros'])
            ax.set_title('Orders')
            ax.set_xlabel('customer')
            return ax
    """),
        code("""
        ax = draw_orders(orders)
        assert ax.get_title() == 'Orders'
        assert ax.get_xlabel() == 'customer'
        assert len(ax.patches) == 4
        heights = [patch.get_height() for patch in ax.patches]
        assert heights == [10.0, 20.0, 5.0, 7.5], heights
    """),
        {
            "pyplot": code("""
        def draw_orders(table):
            plt.figure()
            plt.bar(range(len(table)), table.euros)
            plt.title('Orders')
            plt.xlabel('customer')
            return plt.gca()
    """),
            "no-label": code("""
        def draw_orders(table):
            ax = table.plot.bar(x='customer', y='euros')
            ax.set_title('Orders')
            ax.set_xlabel('')
            return ax
    """),
            "nothing": code("""
        def draw_orders(table):
            plt.bar(table.customer, table.euros)
            plt.title('Orders')
    """),
        },
    ),
    Exercise(
        "current-axes",
        code("""
        def plot_line():
            plt.plot([1, 2, 3], [1, 4, 9])
            plt.ylabel('squares')
    """),
        code("""
        plt.close('all')
        plot_line()
        ax = plt.gca()
        assert ax.get_ylabel() == 'squares'
        assert ax.lines[0].get_ydata().tolist() == [1, 4, 9]
    """),
        {
            "no-label": code("""
        def plot_line():
            plt.plot([1, 2, 3], [1, 4, 9])
    """),
            "scatter": code("""
        def plot_line():
            plt.scatter([1, 2, 3], [1, 4, 9])
            plt.ylabel('squares')
    """),
        },
    ),
    Exercise(
        "generator-of-random",
        code("""
        def sample_mean(rng, n):
            return rng.normal(size=n).mean()
    """),
        code("""
        rng = np.random.default_rng(5)
        expected = np.random.default_rng(5).normal(size=10).mean()
        assert abs(sample_mean(rng, 10) - expected) < 1e-12
    """),
        {
            "other": code("""
        def sample_mean(rng, n):
            return np.mean([rng.normal() for _ in range(n)])
    """),
            "own": code("""
        def sample_mean(rng, n):
            return np.random.default_rng(0).normal(size=n).mean()
    """),
        },
    ),
)
