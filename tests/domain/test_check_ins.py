"""Check-ins come after firm steps and at half-time."""

from __future__ import annotations

import itertools

import pytest

from desktop.assets.catalog import load_guide
from desktop.domain.check_ins import FIRM, SHOWN_SECONDS, asked_at, check_ins

GUIDE = load_guide()


@pytest.mark.parametrize("routine", list(GUIDE.routines))
def test_every_firm_step_and_half_time_are_asked_about(routine: str) -> None:
    steps = GUIDE.routines[routine].steps
    moments, end = check_ins(steps), sum(step.seconds for step in steps)
    assert list(moments) == sorted(set(moments))
    assert all(later - earlier >= 45 for earlier, later in itertools.pairwise(moments))
    start = 0.0
    for step in steps:
        start += step.seconds
        if step.pressure >= FIRM and start + SHOWN_SECONDS <= end:
            assert any(0 <= start - moment < 45 for moment in moments)
    assert any(abs(moment - end / 2) < 45 for moment in moments)


def test_the_question_goes_by_itself() -> None:
    assert asked_at((60.0,), 59.9) is None
    assert asked_at((60.0,), 60.0) == 60.0
    assert asked_at((60.0,), 60.0 + SHOWN_SECONDS) is None
