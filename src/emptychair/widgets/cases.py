"""Cases: organizations, what is on record about them, and what it shows."""

from emptychair.practice.cases import company_deck
from emptychair.practice.deck import Deck
from emptychair.widgets._deck import DeckFace


class Cases(DeckFace):
    """Ten cases to judge from facts with sources, for and against.

    Example:
        >>> Cases()
        Cases: 10 cases to judge
    """

    shelf = "cases"

    @property
    def deck(self) -> Deck:
        return company_deck()
