"""Name the themes of the default world's newest reviews: writes data/themes.csv.

python training/themes.py     # about a minute

The pipeline (``shop.measures.fit_themes``) is taught on the reviews of another world, whose themes are known, and reads 4,000 reviews
that it has not seen. What it names is kept, because a lesson cannot wait for the fit; how often it is right is for the reader of the
file to measure, against ``data/truth/reviews.csv``.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from emptychair import shop

HOME = Path(__file__).resolve().parents[1] / "data"
TEACHER = 1
"""The seed of the world whose reviews people have labeled."""
READ = 4_000


def written(reviews: pd.DataFrame) -> pd.DataFrame:
    """Reviews with words, the first of those that were sent twice."""
    return reviews[reviews["text"].notna()].drop_duplicates(["product_id", "text"])


def main() -> None:
    """Teach, read, write."""
    teacher = shop.simulate(seed=TEACHER)
    labeled = written(teacher.reviews).merge(teacher.truth.reviews, on="review_id")
    themes = [some.split() if isinstance(some, str) else [] for some in labeled["themes"]]
    model = shop.measures.fit_themes(labeled["text"], themes)
    read = written(shop.load().reviews).tail(READ)
    named = [" ".join(some) for some in model.predict(read["text"])]
    table = pd.DataFrame({"review_id": read["review_id"], "themes": named})
    table.to_csv(HOME / "themes.csv", index=False, lineterminator="\n")


if __name__ == "__main__":
    main()
