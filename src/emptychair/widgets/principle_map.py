"""PrincipleMap: which leadership principles does this short story show?"""

from emptychair.practice.deck import Deck
from emptychair.practice.principles import principle_stories
from emptychair.widgets._deck import DeckFace


class PrincipleMap(DeckFace):
    """Eight stories, several principles each, in no order.

    Example:
        >>> PrincipleMap()
        PrincipleMap: 8 cases to judge
    """

    shelf = "principle_map"

    @property
    def deck(self) -> Deck:
        return principle_stories()
