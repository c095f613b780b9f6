"""Random numbers by name: one root seed, a stream for every subsystem, so that a change in one never shifts another.

Tables that are drawn in one go take a NumPy generator, :func:`generator`. What happens to an order takes :func:`draws`,
numbers that depend on nothing but the seed, the customer and how many-th order it is: two runs of the same world under
different policies meet the same luck, order by order (common random numbers).
"""

from __future__ import annotations

import zlib
from functools import cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_ODD = np.uint64(0xD1342543DE82EF95)


def generator(seed: int, name: str) -> np.random.Generator:
    """Give the generator of a subsystem.

    Example:
        >>> float(generator(7, "surveys").random()) == float(generator(7, "surveys").random())
        True
    """
    return np.random.Generator(np.random.PCG64(_sequence(seed, name)))


def draws(seed: int, name: str, who: Ints, count: Ints, rows: int = 1) -> Floats:
    """Give ``rows`` uniform numbers for each pair of customer and count; shape ``(rows, len(who))``.

    The pair is hashed with the finalizer of SplitMix64 (Steele, Lea & Flood 2014, doi 10.1145/2660193.2660195), which
    passes the usual batteries of tests when fed with a counter, as it is here.

    Example:
        >>> bool((draws(7, "hits", np.arange(3), np.zeros(3, int)) == draws(7, "hits", np.arange(3), np.zeros(3, int))).all())
        True
    """
    with np.errstate(over="ignore"):
        pair = _mix(who.astype(np.uint64) * _ODD + _key(seed, name)) + count.astype(np.uint64) * _GOLDEN
        steps = (np.arange(1, rows + 1, dtype=np.uint64) * _ODD)[:, None]
        bits = _mix(_mix(pair)[None, :] + steps)
    bits >>= np.uint64(11)
    uniform: Floats = (bits.astype(np.float64) + 0.5) * 2.0**-53  # never 0 and never 1
    return uniform


@cache
def _key(seed: int, name: str) -> np.uint64:
    return np.uint64(_sequence(seed, name).generate_state(1, np.uint64)[0])


def _sequence(seed: int, name: str) -> np.random.SeedSequence:
    return np.random.SeedSequence(seed, spawn_key=(zlib.crc32(name.encode()),))


def _mix(z: NDArray[np.uint64]) -> NDArray[np.uint64]:
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: NDArray[np.uint64] = z ^ (z >> np.uint64(31))
    return mixed
