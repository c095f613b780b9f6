"""WhoIsTheCustomer: payer, user, colleague, or the one who is not in the room."""

from emptychair.practice.deck import Deck
from emptychair.practice.whose import whose_need
from emptychair.widgets._deck import DeckFace


class WhoIsTheCustomer(DeckFace):
    """Eight cases in which several people want something, and one has the need that should decide.

    Example:
        >>> WhoIsTheCustomer()
        WhoIsTheCustomer: 8 cases to judge
    """

    shelf = "whose_need"

    @property
    def deck(self) -> Deck:
        return whose_need()
