"""The same number of the same thing, told twice with different values.

``_values``: claims whose words agree and whose numbers do not; ``_sizes``: a group that grows while it is told of; ``_studies``: how
many were in the pilot; ``_definite``: "our six shops", of nine; ``_again``: a sentence of the release with another number in it;
``_reach``: in all nine shops, and for now in five.
"""

from emptychair.feedback.consistency.amounts import _again, _definite, _reach, _sizes, _studies, _values

KINDS = (_sizes.find, _values.find)
OF_DOCUMENTS = (
    _reach.find,
    _studies.find,
    _definite.find,
    _again.swapped,
    _again.ranges,
    _again.find,
)
