"""HTML that a learner may have had a hand in, with everything taken out that could do something.

Set as filters of nbconvert's HTML exporter (`nbgrader_settings`), so that it holds for feedback and the formgrader.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any

from bleach import Cleaner
from jinja2 import pass_context
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

_TAGS = frozenset(
    # one line to read instead of sixty
    "a abbr b blockquote br caption code col colgroup dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 "  # noqa: SIM905
    "hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead tr u ul "
    "var".split()
)
_ATTRIBUTES = {
    "*": ["class", "title", "lang", "dir"],
    "a": ["href"],
    "img": ["src", "alt", "width", "height"],
    "td": ["colspan", "rowspan", "align"],
    "th": ["colspan", "rowspan", "align", "scope"],
    "ol": ["start"],
}
_CLEANER = Cleaner(
    tags=_TAGS, attributes=_ATTRIBUTES, protocols=frozenset({"http", "https", "mailto", "data"}), strip=True
)
# Bleach keeps what stands inside a tag that it strips; as text, code is only noise.
_CODE = re.compile(r"<(script|style)\b.*?(</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_LINK_TO_DATA = re.compile(r"""(<a\b[^>]*?\shref=)(["'])\s*data:[^"']*\2""", re.IGNORECASE)
# Both libraries take the square of the time for twice the length of some texts, and a page is made for everybody at once.
_LONGEST = 10_000  # characters of Markdown in a cell
_DEEPEST = 300
_NESTING = re.compile(
    r"<(/?)(?!(?:br|col|dd|dt|hr|img|input|li|link|meta|option|p|td|th|tr|wbr)\b)[a-z]", re.IGNORECASE
)


def clean_html(html: Any) -> str:
    """Keep text, tables, pictures and links; drop scripts, styles, forms, frames and whatever is not on the list.

    Example:
        >>> clean_html('<p onclick="x()">So <b>far</b><script>steal()</script></p>')
        '<p>So <b>far</b></p>'
    """
    text = html.decode("utf-8", "replace") if isinstance(html, bytes) else str(html)
    if _depth(text) > _DEEPEST:
        return _as_typed(text)
    return _LINK_TO_DATA.sub(r'\1"#"', _CLEANER.clean(_CODE.sub("", text)))


@pass_context
def clean_markdown(context: Any, source: str) -> str:
    """Turn Markdown into HTML as nbconvert does, and clean it; what is longer than anybody writes stays as it was typed."""
    if len(source) > _LONGEST:
        return _as_typed(source)
    attachments = context.get("cell", {}).get("attachments", {})
    renderer = IPythonRenderer(escape=False, attachments=attachments, embed_images=False)
    return clean_html(MarkdownWithMath(renderer=renderer).render(source))


def _as_typed(text: str) -> str:
    return f"<pre>{escape(text)}</pre>"


def _depth(text: str) -> int:
    depth = deepest = 0
    for found in _NESTING.finditer(text):
        depth = max(0, depth - 1) if found[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest
