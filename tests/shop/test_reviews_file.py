"""Bring your own reviews."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from emptychair.shop._reviews_file import load_reviews
from emptychair.shop._reviews_rows import ReviewsFileError

PLAIN = "rating,text,day\n5,Lovely,2026-01-05\n1,Came late,2026-01-13\n"


@pytest.fixture
def read(tmp_path: Path):
    """Write something to a file and load it."""

    def write_and_load(
        content: str | bytes, *arguments: object, written_as: str = "utf-8", **options: object
    ) -> pd.DataFrame:
        path = tmp_path / "mine.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode(written_as))
        return load_reviews(path, *arguments, **options)

    return write_and_load


def test_load_when_it_is_plain(read) -> None:
    """Does a plain file come in the shape of the shop's reviews?"""
    reviews = read(PLAIN)
    assert list(reviews) == ["review_id", "order_id", "customer_id", "product_id", "day", "week", "rating", "text"]
    assert reviews["review_id"].tolist() == [1, 2]
    assert reviews["day"].tolist() == [0, 8]
    assert reviews["week"].tolist() == [0, 1]
    assert reviews["rating"].dtype == "int64"
    assert reviews["order_id"].isna().all()


@pytest.mark.parametrize(
    "content",
    [
        PLAIN.encode("utf-8-sig"),
        PLAIN.encode("utf-16"),
        PLAIN.encode("utf-32"),
        PLAIN.replace(",", ";").encode(),
        PLAIN.replace(",", "\t").encode(),
        PLAIN.replace(",", "|").encode(),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace("\n", "\r").encode(),
        PLAIN.replace("\n", "\n\n").encode(),
        PLAIN.upper().replace("LOVELY", "Lovely").replace("CAME LATE", "Came late").encode(),
        b'"rating","text","day"\n"5","Lovely","2026-01-05"\n"1","Came late","2026-01-13T10:00:00Z"',
        b"text,note,day,rating\nLovely,x,05/01/2026,5\nCame late,y,13/01/2026,1\n",
        b"text,day,rating\nLovely,2026-01-05 23:59,5.0\nCame late,2026-01-13 00:01,1\n",
        b"text;day;rating\nLovely;0;5,0\nCame late;8;1,2\n",
    ],
    ids=range(14),
)
def test_load_when_it_is_written_differently(read, content: bytes) -> None:
    """Is it the same table, however the exporting program wrote it?"""
    pd.testing.assert_frame_equal(read(content), read(PLAIN))


def test_load_when_columns_have_other_names(read) -> None:
    """Are mapped columns found, ids kept as they are, and commas and newlines in texts survived?"""
    content = (
        'Stars (0-10);Review Text;When;SKU\n7;"Late, twice\nand ""broken""";3 Feb 2026;B-17\n0;;10 Feb 2026;B-18\n'
    )
    names = {"rating": "stars (0-10)", "text": "Review Text", "day": "When", "product_id": "SKU"}
    reviews = read(content, names, scale=(0, 10))
    assert reviews["text"].iloc[0] == 'Late, twice\nand "broken"'
    assert reviews["text"].isna().tolist() == [False, True]
    assert reviews["rating"].tolist() == [4, 1]
    assert reviews["day"].tolist() == [0, 7]
    assert reviews["product_id"].tolist() == ["B-17", "B-18"]


@pytest.mark.parametrize(
    ("scale", "given_", "stars"),
    [
        ((1, 5), ["1", "2.4", "2.5", "5"], [1, 2, 3, 5]),
        ((0, 10), ["0", "5", "10", "9"], [1, 3, 5, 5]),
        ((1, 10), ["1", "10", "5.5"], [1, 5, 3]),
        ((0, 100), ["0", "50", "100"], [1, 3, 5]),
        ((-1, 1), ["-1", "0", "1"], [1, 3, 5]),
    ],
)
def test_load_when_scales_differ(read, scale: tuple[float, float], given_: list[str], stars: list[int]) -> None:
    """Do the ends of a scale become one and five stars, and its middle three?"""
    content = "rating,text\n" + "".join(f"{value},x\n" for value in given_)
    assert read(content, scale=scale)["rating"].tolist() == stars


def test_load_when_some_did_not_rate(read) -> None:
    """Can rows without a rating be left out, when one says so?"""
    assert len(read("rating,text\n5,a\n,b\n 4 ,c\n", skip_unrated=True)) == 2


LATIN = "rating,text\n5,fine\n4,très bien\n".encode("cp1252")


@pytest.mark.parametrize(
    ("content", "options", "says"),
    [
        (b"", {}, "empty"),
        (b"\xef\xbb\xbf \n", {}, "empty"),
        (b"rating,text\n", {}, "no review below"),
        (b';""\n', {}, "no column 'rating'"),
        (b";;\n", {"delimiter": ";"}, "names of the columns"),
        (LATIN, {}, "Line 3 is not utf-8 (byte 0xe8). Try encoding='cp1252'"),
        (LATIN, {}, "très bien"),
        (LATIN, {"encoding": "klingon"}, "no text encoding 'klingon'"),
        (LATIN, {"encoding": "base64"}, "no text encoding 'base64'"),
        (PLAIN.encode("utf-16-le"), {}, "encoding='utf-16'"),
        (b"PK\x03\x04....", {}, "Save it as CSV"),
        (b"\x1f\x8b....", {}, "gzip"),
        (b"stars,words\n5,a\n", {}, "no column 'rating'. The file has: stars, words"),
        (b"rating,words\n5,a\n", {}, "no column 'text'"),
        (PLAIN.encode(), {"columns": {"day": "Date"}}, "no column 'Date'"),
        (PLAIN.encode(), {"columns": {"stars": "rating"}}, "'stars' is not a column of reviews"),
        (b"rating,text,Rating\n5,a,5\n", {"columns": {"rating": "RATING"}}, "2 times"),
        (b"rating,text\n5,a,b\n", {}, "Line 2 has 3 fields, the header has 2"),
        (b'rating,text\n5,"a\nb"\n4\n', {}, "Line 4 has 1 fields"),
        (b'rating,text\n5,"a\n4,b\n', {}, "Line 2 opens a quote that is never closed"),
        (b'rating,text\n5,"a" b\n', {}, "Line 2 is not CSV"),
        (b'rating,text\n5,"' + b"a" * 140_000 + b'"\n', {}, "Line 2 begins a field of more than 131,072"),
        (
            b"rating,text\n5,a\n\n9,b\n",
            {},
            "Line 4 has the rating 9, outside 1 to 5. If the file rates from 1 to 10, pass scale=(1, 10)",
        ),
        (b"rating,text\nfive,a\n", {}, "'five', which is no number"),
        (b"rating,text\nnan,a\n", {}, "no number"),
        (b"rating,text\n5,a\n,b\n", {}, "Line 3 has no rating. Pass skip_unrated=True"),
        (b"rating,text,day\n5,a,2026-01-01\n5,b,2026-02-30\n", {}, "Line 3: the date '2026-02-30'"),
        (b"rating,text,day\n5,a,2026-01-01\n5,b,soon\n", {}, "Line 3: the date 'soon'"),
        (b"rating,text,day\n5,a,01/02/2026\n5,b,05/02/2026\n", {}, "two ways"),
        (
            b"rating,text,day\n5,a,01/02/2026\n5,b,31/12/2026\n",
            {"date_format": "%m/%d/%Y"},
            "Line 3: the date '31/12/2026' does not fit",
        ),
        (b"rating,text,day\n5,a,01/02/2026\n", {"date_format": "%Q"}, "date_format"),
        (PLAIN.encode(), {"delimiter": ",,"}, "cannot separate"),
        (PLAIN.encode(), {"delimiter": ";"}, "no column 'rating'. The file has: rating,text,day"),
        (PLAIN.encode(), {"scale": (5, 1)}, "no scale"),
    ],
)
def test_load_when_it_cannot_be_read(read, content: bytes, options: dict[str, object], says: str) -> None:
    """Does the error say where, what, and what to do, in one line?"""
    with pytest.raises(ReviewsFileError) as caught:
        read(content, **options)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize("name", ["not there.csv", ".", "zero\0byte"])
def test_load_when_there_is_no_file(tmp_path: Path, name: str) -> None:
    """Is a missing file, a folder or an impossible name the same kind of error?"""
    with pytest.raises(ReviewsFileError, match="cannot be read"):
        load_reviews(tmp_path / name)


def test_load_when_dates_need_a_format(read) -> None:
    """Does date_format settle what can be read in two ways?"""
    content = "rating,text,day\n5,a,01/02/2026\n5,b,03/02/2026\n"
    assert read(content, date_format="%d/%m/%Y")["day"].tolist() == [0, 2]
    assert read(content, date_format="%m/%d/%Y")["day"].tolist() == [0, 59]


CELLS = st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\0\r"), max_size=30)


@given(
    st.lists(st.tuples(st.integers(1, 5), CELLS, st.integers(0, 4000)), min_size=1, max_size=8),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_load_when_any_text_is_written(read, rows: list[tuple[int, str, int]], delimiter: str, encoding: str) -> None:
    """Does every text come back as it was written, whatever it holds?"""
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=delimiter).writerows([("rating", "text", "day"), *rows])
    reviews = read(target.getvalue(), written_as=encoding)
    assert reviews["rating"].tolist() == [stars for stars, _, _ in rows]
    assert reviews["day"].tolist() == [day for _, _, day in rows]
    texts = [text.strip() for _, text, _ in rows]
    assert reviews["text"].fillna("").tolist() == texts


PIECES = st.sampled_from(
    [
        *(b"rating", b"text", b"day", b",", b";", b"\n", b"\r", b'"', b" ", b"-", b"5", b"4.5", b"1e999"),
        *(b"2026-01-01", b"9999-12-31", b"00/00/0000", b"\xff\xfe", b"\xef\xbb\xbf", b"\0", b"\xe9"),
    ]
)
FILES = st.binary(max_size=200) | st.lists(PIECES | st.binary(max_size=3), max_size=60).map(b"".join)
HEADED = FILES.map(lambda body: b"rating,text,day\n" + body)


@given(FILES | HEADED)
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_load_when_it_is_any_bytes(read, content: bytes) -> None:
    """Do any bytes either load or raise the one documented error?"""
    try:
        reviews = read(content)
    except ReviewsFileError as error:
        message = str(error)
        assert message.startswith("mine.csv: ")  # loading is fine as well
        return
    assert reviews["rating"].between(1, 5).all()
