"""What nobody needs here and everybody needs there: an app, a card, an appointment."""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.feedback._model import Span
from emptychair.feedback.consistency._claims import stem
from emptychair.feedback.consistency._facts import Facts
from emptychair.feedback.consistency._lazy import Lazy
from emptychair.feedback.consistency._model import Contradiction
from emptychair.feedback.consistency.documents._document import read
from emptychair.feedback.consistency.documents._phrases import UNSURE, differ

_X = r"(?P<{}>(?:[a-z-]+ )?[a-z-]{{3,}}?)"
_END = r"(?=[.,;:!?)]| and | or | at | in | for | to |$)"
_NO_NEED = Lazy(
    rf"\b(?:needs?|requires?) no {_X.format('a')}{_END}|\bno {_X.format('b')} (?:is |are )?(?:needed|required|necessary)\b"
    rf"|\b(?:do not|don't|does not|doesn't) (?:need|have to have) (?:an? |any ){_X.format('c')}{_END}"
)
_AND_NO = Lazy(rf"(?:,|\b(?:and|with)) no {_X.format('a')}(?=[.,;!])")
_NEED = Lazy(
    rf"\b(?:you|customers|members|users|it|everyone|everybody)(?:'ll| will| always)? (?:needs?|must have"
    rf"|requires?) an? {_X.format('a')}{_END}"
    rf"|\b(?:an?|the) {_X.format('b')} is (?:needed|required|necessary)\b"
)


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find what is needed and is not."""
    heard = facts.having(("need", "needs", "needed", "require", "requires", "required", "necessary"))
    document = read(facts.text) if heard else None
    if document is None:
        return
    spared: dict[str, Span] = {}
    needed: dict[str, Span] = {}
    for piece, _ in document.everything():
        if UNSURE.re.search(piece.low) or document.said(piece.start + 1):
            continue
        for form, known in ((_NO_NEED, spared), (_AND_NO, spared), (_NEED, needed)):
            for found in form.re.finditer(piece.low):
                thing = next(it for it in found.groups() if it)
                known.setdefault(
                    " ".join(map(stem, thing.split())),
                    document.span(piece.start + found.start(), piece.start + found.end()),
                )
    for thing in spared.keys() & needed.keys():
        yield differ("needed", spared[thing], needed[thing])
