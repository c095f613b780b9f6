"""The faces: one module per widget. What they show is worked out in the packages below them."""

from emptychair.widgets.anticipatory_shipping import AnticipatoryShipping
from emptychair.widgets.contact_centre import ContactCentre
from emptychair.widgets.diagnostic import Diagnostic
from emptychair.widgets.next_purchase import NextPurchase
from emptychair.widgets.planner import Planner
from emptychair.widgets.predict import Predict, Recap
from emptychair.widgets.recall import Recall
from emptychair.widgets.star_studio import StarStudio
from emptychair.widgets.stockroom import Stockroom

__all__ = (
    "AnticipatoryShipping",
    "ContactCentre",
    "Diagnostic",
    "NextPurchase",
    "Planner",
    "Predict",
    "Recall",
    "Recap",
    "StarStudio",
    "Stockroom",
)
