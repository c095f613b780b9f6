"""What customers get for what: free against a price, included against extra, one price against another.

``_price``: the price of the release, of the answer to what it costs, and what the team reckons with; ``_things``: a thing with two
prices; ``_free``: what has a price and has none; ``_included``: what belongs to the price, or is needed, and is not.
"""

from emptychair.feedback.consistency.offers import _free, _included, _price, _things

OF_DOCUMENTS = (_price.find, _price.reckoned_with, _things.find, _free.find, _included.find, _included.needs)
