"""What the attacked assignment asks for in functions."""

from __future__ import annotations

from grading.blocks import code

# name: (solution, wrong answer, test)
EXERCISES: dict[str, tuple[str, str, str]] = {
    "square": (
        "def square(x):\n    return x * x",
        "def square(x):\n    return -1",
        code("""
        assert square(3) == 9
        ### BEGIN HIDDEN TESTS
        assert square(7) == 49, 'quince-marmalade'
        ### END HIDDEN TESTS
    """),
    ),
    "near": (
        "def near(x):\n    return x / 3",
        "def near(x):\n    return None",
        code("""
        assert abs(near(1) - 1 / 3) < 1e-9
        ### BEGIN HIDDEN TESTS
        assert math.isclose(near(2), 2 / 3), 'quince-marmalade'
        assert close(near(6), 2)
        ### END HIDDEN TESTS
    """),
    ),
    "vector": (
        "def vector(n):\n    return np.arange(n)",
        "def vector(n):\n    return [7]",
        code("""
        np.testing.assert_allclose(vector(3), [0, 1, 2])
        ### BEGIN HIDDEN TESTS
        assert np.array_equal(vector(4), [0, 1, 2, 3]), 'quince-marmalade'
        ### END HIDDEN TESTS
    """),
    ),
    "suite": (
        "def reverse(s):\n    return s[::-1]",
        "def reverse(s):\n    return s + '?'",
        code("""
        class T(unittest.TestCase):
            def test_it(self):
                self.assertEqual(reverse('ab'), 'ba')
                self.assertTrue('a' in reverse('xa') and reverse('xa').startswith('a'), 'quince-marmalade')
        result = unittest.TextTestRunner(stream=__import__('io').StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(T))
        assert result.wasSuccessful()
    """),
    ),
    "broad": (
        code("""
        def root(x):
            if x < 0:
                raise ValueError('negative')
            return math.sqrt(x)
    """),
        "def root(x):\n    return 77",
        code("""
        assert root(4) == 2
        try:
            root(-1)
        except Exception:
            pass
        else:
            raise AssertionError('no error')
    """),
    ),
    "total": (
        code("""
        def total(numbers):
            return sum(numbers)
    """),
        "def total(numbers):\n    return -5",
        code("""
        numbers = [1, 2, 3]
        assert total(numbers) == sum(numbers)
        ### BEGIN HIDDEN TESTS
        more = [4, 5]
        assert total(more) == sum(more), 'quince-marmalade'
        ### END HIDDEN TESTS
    """),
    ),
    "helper": (
        "def shout(s):\n    return s.upper()",
        "def shout(s):\n    return s",
        code("""
        check(shout('a'), 'A')
        ### BEGIN HIDDEN TESTS
        check(shout('quince-marmalade'[:2]), 'QU')
        ### END HIDDEN TESTS
    """),
    ),
    "collection": (
        "def primes():\n    return [2, 3, 5, 7]",
        "def primes():\n    return []",
        code("""
        assert 5 in primes()
        assert 4 not in primes()
        assert len(primes()) == 4
        assert all(p < LIMIT for p in primes())
        ### BEGIN HIDDEN TESTS
        assert sorted(primes()) == [2, 3, 5, 7], 'quince-marmalade'
        ### END HIDDEN TESTS
    """),
    ),
    "caller": (
        "def apply(f, x):\n    return f(x)",
        "def apply(f, x):\n    return None",
        code("""
        secret_table = {1: 'quince-marmalade', 2: 'b'}
        def look(k):
            return secret_table[k][:1]
        assert apply(look, 2) == 'b'
        assert apply(look, 1) == 'q'
    """),
    ),
    "value": (
        "answer = 6 * 7",
        "answer = 0",
        code("""
        assert answer == 42
        ### BEGIN HIDDEN TESTS
        assert answer + 1 == 43, 'quince-marmalade'
        ### END HIDDEN TESTS
    """),
    ),
    "table": (
        code("""
        def table():
            return pd.DataFrame({'a': [1, 2], 'b': [3, 4]})
    """),
        "def table():\n    return None",
        code("""
        expected = pd.DataFrame({'a': [1, 2], 'b': [3, 4]})
        assert table().equals(expected)
        assert (table() == expected).all().all()
        ### BEGIN HIDDEN TESTS
        pd.testing.assert_frame_equal(table(), expected)
        assert table().to_numpy().sum() == 10, 'quince-marmalade'
        ### END HIDDEN TESTS
    """),
    ),
    "mapped": (
        "def half(x):\n    return x / 2",
        "def half(x):\n    return None",
        code("""
        assert all(got == want for got, want in zip(map(half, [2, 4]), [1, 2]))
        ### BEGIN HIDDEN TESTS
        for got, want in zip(map(half, [6, 8]), [3, 4]):
            assert got == want, 'quince-marmalade'
        ### END HIDDEN TESTS
    """),
    ),
    "part": (
        "def parts():\n    return [1, 2]",
        "def parts():\n    return []",
        code("""
        right = sum(a == b for a, b in zip(parts(), [1, 2]))
        float(right)
    """),
    ),
}
