"""What gives the parts of a note to customers away: done and not planned, owned and not excused, and where to turn."""

from __future__ import annotations

import re

DONE = re.compile(
    r"\b(?:was|were|came|arrived|took|had|went|did|broke|left|lost|ran|kept|got|sent|made|said|showed|paid|has|have"
    r"|\w{3,}ed)\b",
    re.IGNORECASE,
)
# The month is not the verb, so this one minds its capitals.
NOT_YET = re.compile(
    r"\b(?:would|could|might|may|[Ii]f|[Uu]nless|will|shall|plan\w*|hope|going to|working on|look(?:ing)? into|consider\w*"
    r"|intend\w*|(?<!as )soon|trying)\b"
)
TURN = re.compile(
    r"\b(?:since|now|today|instead|no longer|any ?more|from now on|as of|(?:have|has) (?:been|had|\w+ed|\w+en|\w+t|paid|put|gone|read)"
    r"|changed|switched|replaced|moved|went back|returned to|brought back|stopped|ended|dropped|added|fixed|mended)\b",
    re.IGNORECASE,
)
WE = re.compile(r"\b(?:we|i|our|us|my)\b", re.IGNORECASE)
SORRY = re.compile(
    r"\b(?:sorry|apologi[sz]e|regret|our (?:fault|mistake|decision|choice|error|doing)|we should (?:not )?have|i should (?:not )?have"
    r"|we got (?:it|this|that) wrong|we let you down|we failed|we were wrong|(?:was|is|were) (?:ours|on us))\b",
    re.IGNORECASE,
)
BLAME = re.compile(
    r"\b(?:(?:carrier|courier|warehouse|bank|supplier|vendor|weather|staff|department|colleague|team|system|software|customer)s?(?:'s|’s)? "
    r"(?:fault|mistake|failed|let us down|is to blame|was to blame|were to blame|messed up)"
    r"|(?:beyond|outside) our control|circumstances|fault of (?:the|our)|you (?:should have|failed|forgot))",
    re.IGNORECASE,
)
VOW = re.compile(
    r"\bnever (?:again|happen)|\b(?:guarantee|promise) (?:that )?(?:it|this|you)\b|\b100 ?% (?:sure|certain|fixed)",
    re.I,
)
REACH = re.compile(
    r"\b(?:[Ww]rite|[Rr]eply|[Cc]all|[Ee]mail|[Rr]ing|[Pp]hone|[Mm]essage|[Tt]ext)(?: (?:to|back|with|at|on))*"
    r" (?:us|me|this|the|our|it|[A-Z]\w+|\S+@|\d)|\b(?:[Tt]ell|[Ll]et|[Cc]ontact|[Aa]sk) (?:us|me|[A-Z]\w+)"
)
HAD_TO = re.compile(r"\b(?:had|needed|have had|forced) to\b", re.IGNORECASE)
COUNTED = {"none": 0.0, "nobody": 0.0, "zero": 0.0, "one": 1.0}
"""Numbers in words that are too common elsewhere to be read as quantities."""
