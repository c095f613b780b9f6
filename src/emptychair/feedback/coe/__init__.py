"""The correction of errors: impact, timeline, five whys, the input metric that would have caught it, and actions.

The parts follow what AWS says in public about the practice. The levels and their thresholds are ours.
"""

from emptychair.feedback.coe._metric import Metric, metric
from emptychair.feedback.coe._parse import PARTS, CorrectionOfErrors, Item, Section, parse
from emptychair.feedback.coe._review import review

__all__ = ("PARTS", "CorrectionOfErrors", "Item", "Metric", "Section", "metric", "parse", "review")
