"""The faces: one module per widget. What they show is worked out in the packages below them."""

from emptychair.widgets.diagnostic import Diagnostic
from emptychair.widgets.planner import Planner
from emptychair.widgets.predict import Predict, Recap
from emptychair.widgets.recall import Recall
from emptychair.widgets.star_studio import StarStudio

__all__ = ("Diagnostic", "Planner", "Predict", "Recall", "Recap", "StarStudio")
