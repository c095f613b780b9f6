"""What one computes on a shop: each measure a small function that says its formula, its source and its unit.

Importing this is light; the libraries that do the work are imported by the function that needs them. Everything takes lists,
arrays or columns of a table, gives named values, and raises ``ValueError`` that says what is wrong and what to do.
"""

from __future__ import annotations

from emptychair.shop.measures._bgnbd import BGNBD, purchase_summary
from emptychair.shop.measures._bgnbd_fit import fit_bgnbd
from emptychair.shop.measures._calibration import calibration_curve
from emptychair.shop.measures._experiment import ABTest, ab_test, sample_size
from emptychair.shop.measures._kano import Kano, kano, kano_class
from emptychair.shop.measures._markov import NextPurchase, next_purchase
from emptychair.shop.measures._moves import move_effects
from emptychair.shop.measures._orders import (
    contacts_per_order,
    contacts_per_order_by_week,
    defect_rate,
    pareto,
    proportion,
    repeat_rate,
)
from emptychair.shop.measures._sentiment import fit_sentiment, sentiment_pipeline
from emptychair.shop.measures._shipping import early_shipping_curve, early_shipping_table, early_shipping_threshold
from emptychair.shop.measures._stock import critical_fractile, reorder_quantity
from emptychair.shop.measures._survey import answers_needed, ces, csat, margin_of_error, nps
from emptychair.shop.measures._themes import Themes, fit_themes, theme_pipeline, theme_scores
from emptychair.shop.measures._trust import half_life, trust_half_life
from emptychair.shop.measures._values import Estimate, Interval
from emptychair.shop.measures._weighting import post_stratify, response_weights, weighted_mean

__all__ = (
    "BGNBD",
    "ABTest",
    "Estimate",
    "Interval",
    "Kano",
    "NextPurchase",
    "Themes",
    "ab_test",
    "answers_needed",
    "calibration_curve",
    "ces",
    "contacts_per_order",
    "contacts_per_order_by_week",
    "critical_fractile",
    "csat",
    "defect_rate",
    "early_shipping_curve",
    "early_shipping_table",
    "early_shipping_threshold",
    "fit_bgnbd",
    "fit_sentiment",
    "fit_themes",
    "half_life",
    "kano",
    "kano_class",
    "margin_of_error",
    "move_effects",
    "next_purchase",
    "nps",
    "pareto",
    "post_stratify",
    "proportion",
    "purchase_summary",
    "reorder_quantity",
    "repeat_rate",
    "response_weights",
    "sample_size",
    "sentiment_pipeline",
    "theme_pipeline",
    "theme_scores",
    "trust_half_life",
    "weighted_mean",
)
