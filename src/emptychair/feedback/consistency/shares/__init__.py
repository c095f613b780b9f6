"""A part and its whole, a share and its base.

``_parts``: no part is larger than its whole; ``_counted``: a share that is told as a count and as a percentage; ``_fractions``: shares
and multiples in words.
"""

from emptychair.feedback.consistency.shares import _counted, _fractions, _of_document, _parts

KINDS = (_fractions.find, _parts.find, _counted.find)
OF_DOCUMENTS = (_of_document.percentages, _of_document.counts)
