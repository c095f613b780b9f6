"""A date, a year or a length of time against another.

``_lengths``: for six weeks, from May 1 to May 8; ``_years``: in the job since 2019, and in the first year there in 2014; ``_launch``: the
day of the dateline and that of the answers; ``_terms``: held for 90 minutes here, for 45 there.
"""

from emptychair.feedback.consistency.times import _launch, _lengths, _terms, _years

KINDS = (_lengths.find, _years.find)
OF_DOCUMENTS = (_launch.find, _terms.find)
