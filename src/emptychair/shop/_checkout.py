"""A batch of customers whose next order is due: what they pick, whether they get it, and what they make of it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from emptychair.shop import _orders, _trust
from emptychair.shop._early import Early
from emptychair.shop._listening import Listener
from emptychair.shop._scene import Scene
from emptychair.shop._season import weekday
from emptychair.shop._settings import setting
from emptychair.shop._state import State
from emptychair.shop._stock import Stock
from emptychair.shop._streams import Flags, Floats, Ints

Columns = dict[str, np.ndarray]


class Batch(NamedTuple):
    """Columns of the orders, in order of the customers' numbers, and of the contacts they lead to."""

    orders: Columns
    contacts: Columns


class Basket(NamedTuple):
    """What goes to the till: orders without their fate, their luck."""

    orders: Columns
    luck: dict[str, Floats]


def fill(scene: Scene, state: State, stock: Stock, week: int, due: Ints, answered: Flags) -> Basket:
    """Let customers pick; some are lured away by a competitor, some find the shelf empty, the others go to the till.

    In categories that are ``answered`` the prices are as low as the competitor's.
    """
    people = scene.people
    tries, time = state.tries[due], state.next[due]
    luck = _orders.luck_of(scene.seed, due, tries)
    state.tries[due] += 1
    state.gap[due] = -np.log(luck["gap"]) / (people.need[due] * setting("buying")["tries"])
    state.next[due] = time + state.gap[due]
    product = scene.range.pick(week, people.segment[due], luck["product"])
    new = state.orders[due] == 0
    category = scene.range.category[product]
    lured = luck["competitor"] < scene.taken[week][category] * people.price_sensitivity[due]
    stays = new | ~lured | answered[category]
    lost = due[~stays & (luck["leave"] < setting("competitors")["keep"])]
    state.left_week[lost], state.next[lost], state.leave_odds[lost] = week, np.inf, 0.0
    wish = np.flatnonzero(stays)
    who, quantity = due[wish], _orders.pieces(luck["pieces"][wish])
    other = (new | (luck["substitute"] < setting("order")["substitute"]))[wish]
    served = stock.serve(week, product[wish], people.region[who], quantity, other)
    state.trust[who[served.gone]] *= 1 - setting("trust")["out_of_stock"]
    got = np.flatnonzero(~served.gone)
    wish, who = wish[got], who[got]
    category = scene.range.category[served.product[got]]
    orders: Columns = {
        "customer": who,
        "tries": tries[wish],
        "time": time[wish],
        "product": served.product[got],
        "warehouse": served.warehouse[got],
        "quantity": quantity[got],
        "category": category,
        "low": answered[category],
        "region": people.region[who],
        "channel": people.channel[who],
        "used_code": (luck["code"][wish] < setting("order")["code"]).astype(np.int64),
    }
    return Basket(orders, {name: values[wish] for name, values in luck.items()})


def settle(
    scene: Scene, state: State, listener: Listener, early: Early | None, week: int, basket: Basket, usual_urge: float
) -> Batch:
    """Deliver, let things go wrong, let customers draw their conclusions and get in touch."""
    orders, luck = basket
    who, people = orders["customer"], scene.people
    ahead = early.arrive(week, who, orders["category"]) if early else np.zeros(len(who), bool)
    slower = scene.slower[week][orders["region"]]
    slower = slower + setting("delivery")["far_warehouse"] * (orders["warehouse"] != orders["region"])
    chance = listener.chances(week, scene.rates[week], who)
    fate = _orders.befall(scene.seed, scene.causes, chance, orders, luck, slower, ahead)
    before, first = state.trust[who], people.first_trust[who]
    after = _trust.after_order(scene, before, fate)
    state.trust[who], state.shock[who] = after, np.maximum(before - after, 0.0)
    state.hurt[:, who] += fate.hit * before * scene.damage
    urge = _trust.urge(state.shock[who], after - first)
    state.leave_odds[who] = luck["leave"] / people.leaves[who] * usual_urge
    gone = (state.leave_odds[who] < urge) & (state.orders[who] > 0)
    state.orders[who] += 1
    state.left_week[who[gone]] = week
    state.next[who[gone]] = np.inf
    day = 7 * week + weekday((orders["time"] - scene.clock[week]) / scene.season[week])
    asked = _orders.ask(scene.seed, scene.causes, orders, luck, fate)
    contact_day = day[asked.place] + asked.after
    listener.hear(contact_day, asked.reason)
    listed = scene.range.price[orders["product"]] * (1 - setting("order")["answer"] * orders["low"])
    ignored = fate.hit[scene.cause(_orders.CODE)]
    return Batch(
        {name: column for name, column in orders.items() if name != "tries"}
        | {
            "week": np.full(len(who), week),
            "day": day,
            "price": _orders.price(listed, orders["used_code"] == 1, ignored),
            "days": fate.days,
            "scanned": luck["scanned"] >= setting("delivery")["unscanned"],
            "returned": fate.returned.astype(np.int64),
            "hit": (fate.hit * (1 << np.arange(len(fate.hit)))[:, None]).sum(axis=0),
            "trust": after,
            "count": state.orders[who],
            "early": ahead,
            "urge": urge,
        },
        {"place": asked.place, "cause": asked.cause, "reason": asked.reason, "day": contact_day},
    )
