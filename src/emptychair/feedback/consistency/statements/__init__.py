"""What is said and taken back, with hardly a number in it.

``_said``: one sentence that cannot be, a declaration each in ``forms.toml``, and two that exclude each other, in ``pairs.toml``;
``_leaders``: one post with two people.
"""

from emptychair.feedback.consistency.statements import _leaders, _said

KINDS = (_said.forms, _said.pairs)
OF_DOCUMENTS = (_leaders.find,)
