"""Worlds on disk."""

from __future__ import annotations

import csv
import json
import shutil
import time
from pathlib import Path
from typing import Any

import frictionless
import pytest

import emptychair
from emptychair import shop
from emptychair.shop.__main__ import differences, main
from emptychair.shop._files import PACKAGE
from emptychair.shop._schema import tables

DATA = Path(emptychair.__file__).parents[2] / "data"


def faults(folder: Path, **options: int) -> list[Any]:
    """What Frictionless finds wrong with a package."""
    limit = csv.field_size_limit()
    try:
        return list(
            frictionless.validate(str(folder / PACKAGE), **options).flatten(["rowNumber", "fieldName", "note"])[:5]
        )
    finally:
        csv.field_size_limit(limit)  # Frictionless raises it for the whole process


def test_data_is_what_the_simulator_makes(tmp_path: Path) -> None:
    """Are the committed files those that the simulator writes, byte by byte?"""
    shop.save(shop.simulate(), tmp_path)
    assert differences(tmp_path, DATA) == []


def test_load_gives_what_was_saved(small: shop.World, tmp_path: Path) -> None:
    """Does a world come back with the same values and types?"""
    shop.save(small, tmp_path)
    back = shop.load(tmp_path)
    assert (back.seed, back.size, back.weeks) == (small.seed, small.size, small.weeks)
    for group, one, two in (("shop", small, back), ("truth", small.truth, back.truth)):
        for name in tables(group):
            assert getattr(one, name).equals(getattr(two, name)), name


def test_data_is_a_valid_package(small: shop.World, tmp_path: Path) -> None:
    """Does Frictionless accept every table of a world, row by row?"""
    shop.save(small, tmp_path)
    assert faults(tmp_path) == []


def test_data_is_a_valid_package_as_committed() -> None:
    """Does Frictionless accept the committed package (its first rows; the test above reads all of a smaller one)?"""
    assert faults(DATA, limit_rows=200) == []


def test_package_describes_everything() -> None:
    """Is every field described, every number of days, weeks or dollars with its unit, and every file in the package and the README?"""
    package = json.loads((DATA / PACKAGE).read_text(encoding="utf-8"))
    assert package["licenses"][0]["name"] == "CC0-1.0"
    fields = [field for resource in package["resources"] for field in resource["schema"]["fields"]]
    assert all(field["description"] and field["type"] for field in fields)
    dated = [field for field in fields if field["name"].endswith(("_usd", "day", "week", "weeks", "minutes"))]
    assert all(field.get("unit") for field in dated)
    files = {path.relative_to(DATA).as_posix() for folder in ("shop", "truth") for path in (DATA / folder).iterdir()}
    assert files == {resource["path"] for resource in package["resources"]}
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in readme for name in files)


def test_data_is_small() -> None:
    """Is the default world under 6 MB?"""
    assert sum(path.stat().st_size for folder in ("shop", "truth") for path in (DATA / folder).iterdir()) < 6_000_000


def test_load_in_time() -> None:
    """Is the default world loaded in 0.3 seconds?"""
    shop.load()
    begun = time.process_time()
    shop.load()
    assert time.process_time() - begun < 0.3


def test_load_when_a_file_is_missing(tmp_path: Path) -> None:
    """Does the message name the file and what to do?"""
    shutil.copytree(DATA / "truth", tmp_path / "truth")
    with pytest.raises(FileNotFoundError, match=r"customers.csv is missing; .* `make data`"):
        shop.load(tmp_path)


def test_main_writes_and_checks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Does the command write what it then finds in order, and name what was changed, taken away or added?"""
    assert main([str(tmp_path)]) == 0
    assert main([str(tmp_path), "--check"]) == 0
    (tmp_path / "shop" / "orders.csv").write_text("order_id\n", encoding="utf-8")
    (tmp_path / "truth" / "styles.csv").unlink()
    (tmp_path / "shop" / "extra.csv").touch()
    assert main([str(tmp_path), "--check"]) == 1
    said = capsys.readouterr().out
    assert all(name in said for name in ("orders.csv", "styles.csv", "extra.csv", "make data"))
    assert said.count("\n") == 3


def test_tables_are_read_once_and_still_yours(small: shop.World, tmp_path: Path) -> None:
    """Does a change to a loaded table stay out of the next world, and a change of the file come in?"""
    shop.save(small, tmp_path)
    first = shop.load(tmp_path)
    first.products.loc[0, "price_usd"] = -1.0
    first.orders["week"] = 0
    second = shop.load(tmp_path)
    assert second.products.equals(small.products)
    assert second.orders.equals(small.orders)
    shop.save(shop.simulate(customers=40, weeks=9, seed=5), tmp_path)
    assert len(shop.load(tmp_path).customers) == 40
