"""Train a small net of hinges (``Judge`` of ``_weights.py``)."""

from __future__ import annotations

import warnings
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from emptychair.feedback.star._order import FAR
from emptychair.feedback.star._weights import Judge

PACE = {"learning_rate_init": 0.002, "batch_size": 256}


class Net(NamedTuple):
    """How a small net is trained."""

    hinges: int
    decay: float
    epochs: int
    nets: int  # beside each other


def fit_net(signals: NDArray[np.float64], right: NDArray[np.bool_], weight: NDArray[np.int64], size: Net) -> Judge:
    """Train several small nets and put them beside each other, which is one net that says their mean."""
    scale = np.array([signals.mean(axis=0), signals.std(axis=0) + 1e-9])
    seen = np.clip((signals - scale[0]) / scale[1], -FAR, FAR)
    rarer = max(1, round(weight[~right].sum() / weight[right].sum()))  # as many that are right as that are not
    again = np.repeat(np.arange(len(right)), weight * np.where(right, rarer, 1))
    nets = [
        MLPClassifier(
            (size.hinges,),
            alpha=size.decay,
            max_iter=size.epochs,
            n_iter_no_change=size.epochs,
            random_state=seed,
            **PACE,
        )
        for seed in range(size.nets)
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # they are stopped early on purpose
        for net in nets:
            net.fit(seen[again], right[again])
    hidden = np.hstack([np.vstack([net.coefs_[0], net.intercepts_[0]]) for net in nets])
    out = np.hstack([*(net.coefs_[1][:, 0] for net in nets), sum(net.intercepts_[1][0] for net in nets)]) / size.nets
    return Judge(scale, hidden, out)
