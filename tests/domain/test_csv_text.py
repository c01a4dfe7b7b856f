"""CSV that comes back as it was, and that no spreadsheet calculates with."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.csv_text import csv_text

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]))


@given(st.lists(st.tuples(TEXT, TEXT), max_size=5))
def test_text_comes_back_but_for_the_guard(rows: list[tuple[str, str]]) -> None:
    back = list(csv.reader(csv_text(("a", "b"), rows).splitlines(keepends=True)))
    assert back[0] == ["a", "b"]
    assert [[cell.removeprefix("'") for cell in row] for row in back[1:]] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]


@pytest.mark.parametrize("cell", ["=1+1", "+49 30", "-cmd", "@sum", "\tx", '=HYPERLINK("a")'])
def test_formulas_stay_text(cell: str) -> None:
    (row,) = list(csv.reader([csv_text(("n",), [(cell,)]).split("\r\n", 1)[1]]))
    assert row == [f"'{cell}"]


def test_numbers_stay_numbers_and_nothing_is_empty() -> None:
    assert csv_text(("a", "b", "c"), [(-1.5, None, True)]) == "a,b,c\r\n-1.5,,True\r\n"
