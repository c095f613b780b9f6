"""From the bytes of somebody's file to rows of text, with the line each row begins on."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import NamedTuple

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
SIGNATURES = {
    b"PK\x03\x04": "an Excel workbook or a zip archive. Save it as CSV first",
    b"\x1f\x8b": "compressed with gzip. Unpack it first",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook. Save it as CSV first",
    b"%PDF": "a PDF. Export the reviews as CSV first",
}
# A byte order mark leaves no doubt; the longer ones first, as UTF-16's begins UTF-32's.
MARKS = {
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
    b"\xef\xbb\xbf": "utf-8",
}
GUESSES = ("cp1252", "latin-1")
"""What a file that is not UTF-8 usually is, Excel's own first; the last one reads any byte."""


class ReviewsFileError(ValueError):
    """The file cannot be read as reviews; the message says where, what and what to do."""


class Row(NamedTuple):
    """A row and the line of the file it begins on, the header being line 1."""

    line: int
    fields: list[str]


def decode(data: bytes, encoding: str | None) -> str:
    """Bytes as text: UTF-8 unless a byte order mark or the caller says otherwise.

    Raises:
        ReviewsFileError: another kind of file, or another encoding; it says which one to try.
    """
    for signature, kind in SIGNATURES.items():
        if data.startswith(signature):
            raise ReviewsFileError(f"This is not a text file but {kind}.")
    chosen = encoding or next((name for mark, name in MARKS.items() if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(chosen)
    except UnicodeDecodeError as error:
        raise ReviewsFileError(_wrong_encoding(data, error)) from None
    except (LookupError, ValueError):
        raise ReviewsFileError(
            f"There is no text encoding {chosen!r}. Common ones are utf-8, cp1252 and utf-16."
        ) from None
    if any("\ud800" <= letter <= "\udfff" for letter in set(text)):
        raise ReviewsFileError(f"Read as {chosen}, the file holds halves of letters. Try encoding='utf-8'.")
    text = text.removeprefix("\ufeff")
    if "\0" in text:
        hint = (
            "Try encoding='utf-16'"
            if data[1::2].count(0) + data[::2].count(0) > len(data) // 4
            else "Export it again as CSV"
        )
        raise ReviewsFileError(
            f"Line {text.count(chr(10), 0, text.index(chr(0))) + 1} holds a zero byte, which is no text. {hint}."
        )
    if not text.strip():
        raise ReviewsFileError("The file is empty. Check that the export worked.")
    return text


def split(text: str, delimiter: str | None, wanted: Iterable[str]) -> Iterator[Row]:
    """The rows, the header first. Where nobody says so, the delimiter is the one that finds most of the ``wanted`` columns.

    Raises:
        ReviewsFileError: quotes that do not match, fields that are too long, or rows of another width than the header.
    """
    found = delimiter or _delimiter(text, {_plain(name) for name in wanted})
    rows = _rows(text, found)
    header = next(rows, None)
    if header is None:
        raise ReviewsFileError("There is no line with the names of the columns. It has to be the first one.")
    yield header
    for row in rows:
        if len(row.fields) != len(header.fields):
            raise ReviewsFileError(
                f"Line {row.line} has {len(row.fields)} fields, the header has {len(header.fields)} (separated by "
                f"{DELIMITERS.get(found, repr(found))}). Put texts that hold a {DELIMITERS.get(found, repr(found))} in double quotes."
            )
        yield row


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    except (TypeError, ValueError):
        raise ReviewsFileError(
            f"{delimiter!r} cannot separate fields. Use one character, such as ',' or ';'."
        ) from None
    line = 1
    while True:
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise ReviewsFileError(_fault(line, str(error))) from None
        if any(field.strip() for field in fields):
            yield Row(line, fields)
        line = reader.line_num + 1


def _delimiter(text: str, wanted: set[str]) -> str:
    def suits(delimiter: str) -> tuple[int, int]:
        try:
            header = next(_rows(text, delimiter)).fields
        except (ReviewsFileError, StopIteration):
            return (0, 0)
        return len(wanted & {_plain(name) for name in header}), len(header)

    return max(DELIMITERS, key=suits)


def _plain(name: str) -> str:
    return " ".join(str(name).split()).casefold()


def _fault(line: int, problem: str) -> str:
    if "field larger" in problem:
        limit = f"{csv.field_size_limit():,}"
        return f"Line {line} begins a field of more than {limit} characters. Most likely a quote there is never closed; close or double it."
    if "unexpected end" in problem:
        return f"Line {line} opens a quote that is never closed. Close it, or write a quote within a text twice."
    return f"Line {line} is not CSV ({problem}). Write a quote within a text twice, and put the text in quotes."


def _wrong_encoding(data: bytes, error: UnicodeDecodeError) -> str:
    line = data.count(b"\n", 0, error.start) + 1
    for guess in GUESSES:
        try:
            data.decode(guess)
        except UnicodeDecodeError:
            continue
        near = data[max(0, error.start - 12) : error.start + 12].decode(guess, "replace")
        example = " ".join("".join(letter if letter.isprintable() else " " for letter in near).split())
        break
    return f"Line {line} is not {error.encoding} (byte {data[error.start]:#04x}). Try encoding={guess!r}, with which it reads: …{example}…"
