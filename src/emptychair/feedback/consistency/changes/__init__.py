"""Before and after: a change that goes the other way than its word, or is not as large as its percentage.

``_direction``: fell from 12 to 19; ``_size``: from 450 to 40, a drop of 20%; ``_averages``: no average lies outside its range;
``_turned``: before and after, the other way round in another place of a document.
"""

from emptychair.feedback.consistency.changes import _averages, _direction, _size, _turned

KINDS = (_direction.find, _size.find, _averages.find)
OF_DOCUMENTS = (_turned.find,)
