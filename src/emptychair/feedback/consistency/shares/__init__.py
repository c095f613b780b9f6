"""A part and its whole, a share and its base.

``_parts``: no part is larger than its whole; ``_told_as``: a share that is told twice, as a count, a percentage or in words;
``_of_document``: the counts of one place of a document against the shares of another.
"""

from emptychair.feedback.consistency.shares import _of_document, _parts, _told_as

KINDS = (_parts.find, _told_as.find)
OF_DOCUMENTS = (_of_document.percentages, _of_document.counts)
