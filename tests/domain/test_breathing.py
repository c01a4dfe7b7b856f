"""Breathing by oneself: smooth, slow, and never a hold that has to be."""

from __future__ import annotations

from itertools import pairwise

import pytest

from desktop.domain.breathing import EVEN, LET_GO, LONGER_OUT, SIGH, WAYS, Breathing, Word

every_way = pytest.mark.parametrize("way", WAYS, ids=lambda way: way.id)


def test_the_paces_are_those_of_the_content_sheet() -> None:
    seconds = {way.id: [part.seconds for part in way.parts] for way in WAYS}
    assert seconds == {"BR3": [4, 6], "BR2": [5, 5], "BR1": [4, 2, 6], "BR4": [2, 1, 6]}
    assert LET_GO.seconds(1, pauses=True) == 60


@every_way
@pytest.mark.parametrize("pauses", [True, False])
def test_the_ring_never_jumps_and_begins_empty(way: Breathing, pauses: bool) -> None:
    fills = [way.at(0.05 * count, pauses)[0].fill for count in range(500)]
    assert fills[0] == 0
    assert max(abs(after - before) for before, after in pairwise(fills)) < 0.06


@every_way
def test_it_lasts_whole_breaths(way: Breathing) -> None:
    breath = sum(part.seconds for part in way.chosen(pauses=False))
    assert breath >= 9
    assert way.seconds(1, pauses=False) % breath == 0
    assert way.seconds(3, pauses=False) >= (0 if way.breaths else 180)


def test_only_what_may_be_left_out_is_a_pause() -> None:
    assert [way for way in WAYS if way.may_pause] == [LET_GO]
    words = {LET_GO.at(0.1 * count, pauses=False)[1] for count in range(300)}
    assert words == {Word.IN, Word.OUT}
    assert LET_GO.at(5.0, pauses=True)[1] is Word.PAUSE


@pytest.mark.parametrize(("t", "word"), [(1, Word.IN), (2.5, Word.MORE), (4, Word.OUT)])
def test_a_sigh_is_two_short_breaths_in_and_a_long_one_out(t: float, word: Word) -> None:
    assert SIGH.at(t, pauses=False)[1] is word


@pytest.mark.parametrize("way", [LONGER_OUT, EVEN])
def test_they_are_six_breaths_a_minute(way: Breathing) -> None:
    assert way.seconds(1, pauses=False) == 60
