"""Answers in plain text: the ``%%answer`` cell magic and what graded cells ask of an answer.

    %%answer repair --kind star --question angry_customer
    Two days before Diwali our courier lost a pallet ...

Running the cell keeps the text as ``repair`` and shows the review right under it.
"""

from __future__ import annotations

import argparse
from keyword import iskeyword
from typing import TYPE_CHECKING, NoReturn

from emptychair._answer_stub import NOT_ANSWERED, PROSE_STUB
from emptychair._errors import EmptyChairError

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

    from emptychair.feedback import Review

__all__ = ("NotAnswered", "answer_text", "answered", "register", "review")

KINDS = ("star", "prfaq", "coe", "prose")
PLAIN = "plain"  # kept as it is: a line of choices is no prose to review
_MARKERS = ("### BEGIN SOLUTION", "### END SOLUTION")


class NotAnswered(EmptyChairError):
    """The learner has not written anything here yet."""

    def __init__(self) -> None:
        super().__init__(NOT_ANSWERED)

    def _render_traceback_(self) -> list[str]:
        """Tell IPython to show the sentence alone: nothing is broken."""
        return [NOT_ANSWERED]


def answer_text(cell: str) -> str:
    """Take the prose out of the body of an ``%%answer`` cell; an untouched one gives the empty string.

    Example:
        >>> answer_text("Write your answer here.\\n")
        ''
        >>> answer_text("### BEGIN SOLUTION\\nI rang her.\\n### END SOLUTION\\n")
        'I rang her.'
    """
    lines = [line for line in cell.splitlines() if line.strip() not in _MARKERS]
    text = "\n".join(lines).strip()
    return "" if text == PROSE_STUB else text


def answered(text: str) -> str:
    """Give the answer back, or stop the graded cell with "not answered yet".

    Raises:
        NotAnswered: nothing was written.

    Example:
        >>> answered("I rang her.")
        'I rang her.'
    """
    if not isinstance(text, str) or not answer_text(text):
        raise NotAnswered
    return text


def review(text: str, kind: str = "star", question: str | None = None) -> Review:
    """Review ``text`` as an answer of this kind to the question in words.

    Example:
        >>> review("I rang her.", "star").kind
        'star'
    """
    from emptychair import feedback

    if kind == "star":
        return feedback.star.review(text, question)
    if kind == "coe":
        return feedback.coe.review(text)
    return feedback.prfaq.review(text) if kind == "prfaq" else feedback.writing.review(text)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise EmptyChairError(
            f"%%answer: {message}. Usage: %%answer NAME [--kind star|prfaq|coe|prose|plain] [--question ID]"
        )


def parse(line: str) -> argparse.Namespace:
    parser = _Parser(prog="%%answer", add_help=False, allow_abbrev=False)
    parser.add_argument("name")
    parser.add_argument("--kind", choices=(*KINDS, PLAIN), default="star")
    parser.add_argument("--question")
    args = parser.parse_args(line.split())
    if not args.name.isidentifier() or iskeyword(args.name):
        parser.error(f"{args.name!r} cannot be a name; use letters, digits and underscores")
    return args


def _answer(shell: InteractiveShell, line: str, cell: str) -> None:
    from IPython.display import publish_display_data

    from emptychair._questions import question_text
    from emptychair.feedback import render_html, render_text

    args = parse(line)
    question = question_text(args.question) if args.question else None
    text = answer_text(cell)
    shell.user_ns[args.name] = text
    if not text:
        publish_display_data({"text/plain": NOT_ANSWERED, "text/html": f"<p>{NOT_ANSWERED}</p>"})
        return
    if args.kind == PLAIN:
        publish_display_data({"text/plain": f"kept as {args.name}", "text/html": f"<p>kept as {args.name}</p>"})
        return
    seen = review(text, args.kind, question)
    publish_display_data({"text/plain": render_text(seen, text), "text/html": render_html(seen, text)})


def _with_body(lines: list[str]) -> list[str]:
    # IPython refuses a cell magic without a body before the magic is asked; an emptied cell is "not answered yet".
    return [*lines, "\n"] if len(lines) == 1 and lines[0].startswith("%%answer") else lines


def register(shell: InteractiveShell) -> None:
    """Add the magic to a shell."""

    def answer(line: str, cell: str = "") -> None:
        try:
            _answer(shell, line, cell)
        except EmptyChairError as error:
            from IPython.core.error import UsageError

            raise UsageError(str(error)) from None

    if _with_body not in shell.input_transformers_cleanup:
        shell.input_transformers_cleanup.append(_with_body)
    shell.register_magic_function(answer, magic_kind="cell", magic_name="answer")
