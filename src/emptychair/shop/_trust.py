"""Trust: earned slowly, lost quickly; and what it does to leaving.

The chance to leave after an order is the customer's own (beta distributed, see :mod:`emptychair.shop._customers`), times a factor
that rises with the trust just lost and with the trust lost since the beginning. The factor is taken relative
to its mean over the orders of the same weeks in the recorded history: the planted distribution is that of the recorded history,
where BG/NBD finds it again, and a policy that spares customers a disappointment keeps more of them.
"""

from __future__ import annotations

import numpy as np

from emptychair.shop._orders import CARRIER, Fate
from emptychair.shop._scene import Scene
from emptychair.shop._settings import setting
from emptychair.shop._streams import Floats


def after_order(scene: Scene, trust: Floats, fate: Fate) -> Floats:
    """Trust after an order: a small gain where all was well, a share lost for each thing that went wrong."""
    form = setting("trust")
    kept = np.prod(1 - fate.hit * scene.damage, axis=0)
    slow = fate.late & ~fate.hit[scene.cause(CARRIER)]
    fine = (kept == 1) & ~slow
    gain = form["gain"] * fine + form["early"] * (fate.early & fine)
    after: Floats = trust * kept * (1 - form["late"] * slow) + gain * (1 - trust)
    return after


def urge(shock: Floats, moved: Floats) -> Floats:
    """How much likelier a customer leaves who just lost trust, or whose trust has moved since before the first order."""
    form = setting("trust")
    factor: Floats = np.exp(form["leave_shock"] * shock - form["leave_level"] * moved)
    return factor


def after_leak(trust: Floats, known: Floats) -> Floats:
    """Trust after a leak of data, of customers about whom a share ``known`` of their history was kept."""
    least, most = setting("trust")["leak"]
    left: Floats = trust * (1 - least - (most - least) * known)
    return left
