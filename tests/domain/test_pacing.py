"""A day of rest between two firm sessions on the same places."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.domain.guide import Guide
from desktop.domain.library import chained
from desktop.domain.pacing import rested, too_soon

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "You did “Slow and firm upper back” today."), (1, "You did “Slow and firm upper back” yesterday."), (2, "")],
)
def test_firm_work_rests_for_a_day(guide: Guide, days: int, words: str) -> None:
    found = too_soon(guide, guide.routines["RT11"], [("RT11", TODAY - timedelta(days))], TODAY)
    assert found.startswith(words)
    assert bool(found) == bool(words)


def test_only_the_same_places_rest(guide: Guide) -> None:
    done = [("RT16", TODAY)]
    assert too_soon(guide, guide.routines["RT11"], done, TODAY)  # between the blades, both
    assert too_soon(guide, guide.routines["RT12"], done, TODAY)  # the corner of the blade, both
    assert not too_soon(guide, guide.routines["RT09"], done, TODAY)


def test_what_was_done_in_a_row_counts_too(guide: Guide) -> None:
    assert too_soon(guide, guide.routines["RT11"], [("RT01+RT11", TODAY)], TODAY)
    assert too_soon(guide, chained([guide.routines["RT01"], guide.routines["RT11"]]), [("RT11", TODAY)], TODAY)
    assert not too_soon(guide, guide.routines["RT11"], [("of_old", TODAY)], TODAY)


def test_what_is_offered_instead_is_rested_too(guide: Guide) -> None:
    ball = guide.routines["RT16"]
    assert ball.replacement == "RT12"
    assert rested(guide, ball, [("RT16", TODAY)], TODAY) == "RT18"
    assert rested(guide, guide.routines["RT11"], [("RT11", TODAY)], TODAY) == "RT10"


def test_every_way_out_ends(guide: Guide) -> None:
    done = [(name, TODAY) for name in guide.routines]
    for routine in guide.routines.values():
        name = rested(guide, routine, done, TODAY)
        assert name == "breathing" or not guide.routines[name].every_second_day
