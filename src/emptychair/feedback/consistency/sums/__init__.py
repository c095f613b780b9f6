"""A total and its parts, a product and its factors: what is told does not come out.

``_listed``: parts of one sentence, and what is left of them; ``_products``: a rate, a count, a share times a sum; ``_totals``: the sums
of an answer, over its sentences. ``_reckoning`` knows how they are told, and when a product is right.
"""

from emptychair.feedback.consistency.sums import _listed, _products, _totals
from emptychair.feedback.consistency.sums._reckoning import chains, product_holds

__all__ = ("KINDS", "OF_DOCUMENTS", "chains", "product_holds")

KINDS = (_products.find, _listed.find)
OF_DOCUMENTS = (_totals.find,)
