"""A sheet that came back as a mail, saved as a file."""

from __future__ import annotations

import re
from email import message_from_string
from email.message import EmailMessage
from email.policy import default

_HEAD = re.compile(
    r"(?:[A-Za-z-]+:.*\n(?:[ \t].*\n)*)*(?:MIME-Version|Content-Type|Received|Message-ID):", re.IGNORECASE
)


def words_of_mail(text: str) -> str:
    """Give what a mail says, its attached texts among it; any other text as it is.

    Example:
        >>> words_of_mail("Subject: Re\\nContent-Type: text/plain\\nContent-Transfer-Encoding: base64\\n\\nSGkgQW5h\\n")
        'Hi Ana'
        >>> words_of_mail("Rater: Tom\\n\\nHi Ana")
        'Rater: Tom\\n\\nHi Ana'
    """
    if not _HEAD.match(text.lstrip("\ufeff\r\n").replace("\r\n", "\n")):
        return text
    message = message_from_string(text.lstrip("\ufeff\r\n"), _class=EmailMessage, policy=default)
    parts = (part for part in message.walk() if part.get_content_type() in ("text/plain", "text/markdown"))
    try:
        return "\n\n".join(str(part.get_content()) for part in parts) or text
    except (LookupError, ValueError):  # a character set that nobody knows
        return text
