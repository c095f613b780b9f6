"""PR/FAQs: the press release of a product that does not exist yet, and the questions it has to survive."""

from emptychair.feedback.prfaq._model import SECTIONS, PressReleaseFAQ, Question, Section
from emptychair.feedback.prfaq._parse import parse
from emptychair.feedback.prfaq._review import review

__all__ = ("SECTIONS", "PressReleaseFAQ", "Question", "Section", "parse", "review")
