"""What is said and taken back, with hardly a number in it.

``_forms``: one sentence that cannot be, a declaration each in ``forms.toml``; ``_pairs``: two that exclude each other, wherever they
stand, in ``pairs.toml``; ``_leaders``: one post with two people.
"""

from emptychair.feedback.consistency.statements import _forms, _leaders, _pairs

KINDS = (_forms.find, _pairs.find)
OF_DOCUMENTS = (_leaders.find,)
