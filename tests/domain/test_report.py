"""What the report says of places, change and time, in words and in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desktop.domain.body import Place, Side
from desktop.domain.doing import Adherence, Doing
from desktop.domain.dossier import NAMES, counts_words
from desktop.domain.feeling import Feeling
from desktop.domain.progress import Period, Unit
from desktop.domain.records import Effect, SideEffects
from desktop.domain.report import (
    PlaceChange,
    PlaceLine,
    Report,
    change_sentence,
    duration_words,
    effects_words,
    place_lines,
)
from desktop.domain.tally import Tally
from desktop.domain.where import BodySlice, PlaceFelt, Where

PERIOD = Period(date(2026, 11, 1), date(2026, 11, 20))
LEFT, RIGHT, BOTH = (Place("nape", side) for side in (Side.LEFT, Side.RIGHT, Side.MIDDLE))
AT = datetime(2026, 11, 2, tzinfo=UTC)


def feeling(*differences: float, unpaired: int = 0) -> Feeling:
    tally = Tally.of(differences)
    return Feeling(PERIOD, PERIOD.first, Unit.SESSION, (), tally, unpaired, {}, {}, (), None, (), worse_weeks=False)


def report(places: dict[Place, float], changes: dict[Place, PlaceChange]) -> Report:
    felt = {place: PlaceFelt(seconds) for place, seconds in places.items()}
    return Report(
        name="",
        made_on=PERIOD.last,
        doing=Doing(PERIOD, PERIOD.first, (), (), None, Adherence()),
        feeling=feeling(),
        where=Where(PERIOD, PERIOD.first, Unit.WEEK, (BodySlice(PERIOD.first, felt),), ()),
        changes=changes,
        techniques={},
        routines=(),
        side_effects=(),
        notes=(),
        notes_there=0,
    )


def test_work_on_both_sides_counts_for_each() -> None:
    change = PlaceChange(4, 6.0, 3.0)
    ((region, lines),) = place_lines(report({LEFT: 60.0, BOTH: 100.0}, {RIGHT: change}))
    assert region == "nape"
    assert lines == (PlaceLine(Side.LEFT, 160.0, None), PlaceLine(Side.RIGHT, 100.0, change))


def test_the_longest_comes_first() -> None:
    found = place_lines(report({Place("jaw", Side.MIDDLE): 90.0, LEFT: 80.0, BOTH: 20.0, RIGHT: 1.0}, {}))
    assert [region for region, _ in found] == ["nape", "jaw"]
    assert found[1][1] == (PlaceLine(Side.MIDDLE, 90.0, None),)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 min"), (20, "under 1 min"), (95, "2 min"), (3600, "1 h 0 min"), (359_970, "100 h"), (4e7, "11,111 h")],
)
def test_time_in_words(seconds: float, words: str) -> None:
    assert duration_words(seconds) == words


def test_worse_is_told_as_plainly_as_better() -> None:
    better, worse = change_sentence(feeling(*[-2.0] * 8)), change_sentence(feeling(*[2.0] * 8))
    assert better.startswith("After sessions tension was on average 2.0 lower (95 % interval 2.0 to 2.0, 8 sessions).")
    assert worse == better.replace("lower", "higher")
    assert "This shows what happened, not why." in worse


def test_few_are_too_few_and_missing_ones_are_told() -> None:
    told = change_sentence(feeling(-2.0, -1.0, unpaired=3))
    assert told == (
        "2 sessions rated before and after: too few to say more than the dots show. 3 sessions without both ratings."
    )
    assert change_sentence(feeling()) == "No session was rated before and after."


def test_effects_are_counted() -> None:
    sore = SideEffects("a", AT, frozenset({Effect.SORE, Effect.TIRED}))
    answers = (sore, replace(sore, id="b", effects=frozenset({Effect.SORE})), SideEffects("c", AT))
    assert effects_words(answers) == "Asked 3 times. Nothing unpleasant: 1. Soreness 2 ×; unusual tiredness 1 ×."
    assert effects_words(()) == "Not asked in this period."


def test_counts_in_words() -> None:
    none = dict.fromkeys(NAMES, 0)
    assert counts_words(none) == "nothing"
    assert counts_words({**none, "reminders": 1}) == "1 reminder"
    told = counts_words({**none, "sessions": 36_500, "neck_checks": 1, "check_ins": 2})
    assert told == "36,500 sessions, 2 check-ins and 1 neck check"
