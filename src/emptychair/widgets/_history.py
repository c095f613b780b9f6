"""The drafts of one answer beside the text at hand: which there are, and what moved since one of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from emptychair._errors import EmptyChairError
from emptychair.feedback import star
from emptychair.feedback._text import count_words
from emptychair.practice.drafts import drafts, revision

BEGAN = "Where it began"


@dataclass(frozen=True, slots=True)
class History:
    """The texts of the drafts with their scores, the given one first. ``chosen`` is the one to compare with; None is the last other one."""

    question: str
    texts: tuple[str, ...]
    scores: tuple[int, ...]
    chosen: int | None = None

    @classmethod
    def of(cls, question: str, given: str) -> tuple[History, str]:
        """Read what was kept; say in words for the learner what kept us from it, or nothing.

        Example:
            >>> History.of("Why this question?", "I rang her.")[0].texts
            ('I rang her.',)
        """
        try:
            texts, trouble = [it.text for it in drafts(question)], ""
        except EmptyChairError as error:
            texts, trouble = [], str(error)
        all_texts = (given, *(it for it in texts if it != given))
        return cls(question, all_texts, tuple(star.review(it, question).score for it in all_texts)), trouble

    def kept(self, text: str) -> History:
        """Add a draft; one that is there already becomes the last."""
        others = [it for it in zip(self.texts[1:], self.scores[1:], strict=True) if it[0] != text]
        rows = [(self.texts[0], self.scores[0]), *others, (text, star.review(text, self.question).score)]
        return replace(self, texts=tuple(it[0] for it in rows), scores=tuple(it[1] for it in rows), chosen=None)

    def has(self, draft: int) -> bool:
        """Say whether there is a draft of this number."""
        return 0 <= draft < len(self.texts)

    def text(self, draft: int) -> str:
        """Give the text of a draft."""
        return self.texts[draft]

    def against(self, draft: int) -> History:
        """Choose the draft to compare with; one that is not there changes nothing."""
        return replace(self, chosen=draft) if self.has(draft) else self

    def view(self, now: str) -> dict[str, Any]:
        """Work out what the face shows beside the text at hand.

        Example:
            >>> history, _ = History.of("Why this question?", "We rang her.")
            >>> shown = history.view("I rang her.")
            >>> shown["against"], [it["kind"] for it in shown["revision"]["pieces"]]
            (0, ['cut', 'new', 'same'])
        """
        others = [i for i, text in enumerate(self.texts) if text != now]
        against = self.chosen if self.chosen is not None else (others[-1] if others else 0)
        return {
            "text": now,
            "drafts": [
                {"title": _title(i), "words": count_words(text), "score": score}
                for i, (text, score) in enumerate(zip(self.texts, self.scores, strict=True))
            ],
            "kept": now in self.texts,
            "against": against,
            "revision": self._revision(against, now) if self.texts[against] != now else None,
        }

    def _revision(self, against: int, now: str) -> dict[str, Any]:
        found = revision(self.texts[against], now, self.question)
        return {
            "since": _title(against),
            "gain": f"{found.gain:+d}".replace("-", "−") if found.gain else "0",
            "moved": [{"title": it.title, "before": it.before, "after": it.after} for it in found.moved],
            "opened": list(found.opened),
            "shut": list(found.shut),
            "pieces": [{"kind": it.kind, "text": it.text} for it in found.pieces],
        }


def _title(draft: int) -> str:
    return f"Draft {draft}" if draft else BEGAN
