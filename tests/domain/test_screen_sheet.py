"""One expectation for each row of the content sheet's question table (5.4), written by hand from the sheet.

`shut` and `caps` name regions, `gone` techniques and `never` routines by the sheet's ids. `then` says of some routines
what is left of them: “5:15 without 6 7 9”, “at most 3” (the firmest step), “RT19” or “breathing” instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from desktop.assets.catalog import load_guide
from desktop.domain.answers import LOCKED, asks_for_places, limits
from desktop.domain.screen import BREATHING, instead, screen
from desktop.domain.screening import Plan

GUIDE = load_guide()
REGION = {region.id: region.slug for region in GUIDE.regions.values()}
TECHNIQUE = {technique.id: technique.slug for technique in GUIDE.techniques.values()}
MANY_SESSIONS = 20

HEAD_AND_NECK = "R01 R02 R03 R04 R05 R06 R07 R08 R09 R10 R11 R12 R13 R14 R15 R16 R17 R18 R19 R20"
SHOULDERS_AND_BACK = "R19 R20 R21 R22 R23 R24 R26 R27 R28 R29 R30 R31 R32"
LIGHT_BACK = {3: "R19 R20 R21 R23 R24 R26 R27 R28 R30 R31 R32", 2: "R22 R29"}
TAPPING = "T11a T11b T11c T11d T11e"
HEAD_MOVES = "neck_movement head_turn head_lift"
NOTHING = {"RT01": "breathing", "RT09": "breathing", "RT19": "breathing"}


@dataclass(frozen=True)
class Row:
    """A row of the table; what is not named must not follow from it."""

    answer: str
    then: Mapping[str, str] = field(default_factory=dict)
    shut: str = ""
    caps: Mapping[int, str] = field(default_factory=dict)
    gone: str = ""
    tags: str = ""
    never: str = ""
    cap: int | None = None
    minutes: int | None = None
    card: str = ""
    told: str = ""
    hidden: str = ""
    """The page that is not shown any more."""
    marked: str = ""
    """The place somebody marks on the map, where the answer asks for it."""


ROWS = [
    Row("Q1 yes", NOTHING, card="emergency", told="No session today."),
    Row(
        "Q2 head_not_cleared",
        {"RT01": "breathing", "RT03": "breathing", "RT09": "RT15b", "RT17": "5:40 without 9"},
        shut=HEAD_AND_NECK, tags=HEAD_MOVES, never="RT08 RT20", told="Ask a professional first.",
    ),
    Row(
        "Q2 neck_not_cleared",
        {"RT06": "breathing", "RT18": "breathing", "RT11": "RT15b", "RT17": "5:40 without 9"},
        shut=HEAD_AND_NECK, tags=HEAD_MOVES, never="RT08 RT20", told="Neck, head and shoulders are left out.",
    ),
    Row(
        "Q2 back_not_cleared",
        {"RT03": "whole", "RT04": "whole", "RT10": "breathing", "RT01": "RT04", "RT16": "RT19"},
        shut=SHOULDERS_AND_BACK, never="RT09 RT10 RT11 RT14 RT15b RT16 RT17",
        told="Shoulders and back are left out.",
    ),
    Row(
        "Q2 head_neck_cleared",
        {"RT01": "5:15 without 6 7 9, at most 3", "RT03": "5:30 without 9", "RT18": "8:30 without 10 11 14",
         "RT20": "RT19"},
        caps={3: "R01 R03 R04 R05 R06 R07 R08 R09 R10 R11 R12 R13 R18 R19 R20", 2: "R02 R14 R16 R17"},
        gone=f"T05 {TAPPING} T13 T16 T19 T22 T23", tags=f"neck_press percussion {HEAD_MOVES}",
        told="Head and neck stay light.",
    ),
    Row(
        "Q2 back_cleared",
        {"RT09": "18:40 without 13 14, at most 3", "RT16": "RT18", "RT17": "RT18", "RT20": "whole"},
        caps=LIGHT_BACK, gone=f"T05 {TAPPING} T13 T16 T19 T22 T23", told="The back stays light.",
    ),
    Row("Q3 fever", NOTHING, card="same_day"),
    Row("Q3 unexplained", NOTHING, card="appointment"),
    Row("Q3 headache", NOTHING, card="same_day"),
    Row(
        "Q3 cancer_agreed",
        {"RT09": "18:40 without 13 14, at most 3", "RT06": "RT04", "RT15": "breathing", "RT05": "5:00, at most 3"},
        cap=3, gone=f"{TAPPING} T13 T15 T16 T21 T22 T23", marked="R12",
        told="Tap tumour, port and treated areas on the map: they are locked.",
    ),
    Row("Q3 cancer_open", NOTHING, card="appointment"),
    Row(
        "Q4 blood_thinner",
        {"RT01": "6:45 without 6, at most 3", "RT03": "5:30 without 9", "RT12": "RT18", "RT14": "RT10"},
        cap=3, gone=f"T19 T05 {TAPPING} T13 T16 T21 T22 T23", never="RT12 RT16 RT17 RT14",
        told="Pinches stay soft, brush at level 2; check the skin afterwards.",
    ),
    Row("Q4 clot", NOTHING, card="same_day", told="Until a doctor has cleared it."),
    Row("Q4 stroke_recent", NOTHING, card="appointment"),
    Row("Q4 neck_artery_open", NOTHING, card="appointment", told="Ask a doctor before the first session."),
    Row(
        "Q4 neck_artery",
        {"RT01": "5:15 without 6 7 9", "RT03": "4:40 without 2 10", "RT08": "RT04", "RT09": "18:40 without 13 14"},
        shut="R13 R14 R15 R16 R17", caps={2: "R11 R12"}, gone="T19",
        tags=f"neck_press percussion_trunk {HEAD_MOVES}", never="RT11 RT08 RT15 RT20",
    ),
    Row("Q4 heart_unstable", NOTHING, card="appointment", told="Ask a doctor before the first session."),
    Row(
        "Q4 heart_failure",
        {"RT02": "10:00, at most 3", "RT08": "9:16 without 8, at most 3", "RT09": "breathing", "RT15": "breathing"},
        cap=3, gone="T19 T21", tags="heat face_down", never="RT11 RT14 RT15 RT15b", minutes=10,
        told="Seated or half-lying.",
    ),
    Row(
        "Q4 pacemaker",
        {"RT06": "6:50 without 7 8", "RT09": "18:40 without 13 14", "RT11": "RT10", "RT01": "whole"},
        shut="R18", gone="T19", tags="percussion_trunk", never="RT11",
        told="Upper chest left out; no vibration device.",
    ),
    Row(
        "Q5 osteoporosis",
        {"RT09": "16:40 without 2 10 13 14, at most 3", "RT16": "RT12", "RT17": "RT18", "RT01": "whole"},
        caps=LIGHT_BACK, gone=f"{TAPPING} T16 T17 T19 T22 T23 T27", never="RT11 RT16 RT17 RT20",
    ),
    Row(
        "Q5 instability",
        {"RT01": "5:15 without 6 7 9", "RT12": "6:20 without 7", "RT08": "RT04", "RT20": "RT19"},
        caps={3: "R11 R12 R13"}, gone="T19", tags=f"neck_press percussion_trunk {HEAD_MOVES}",
        never="RT11 RT08 RT20",
    ),
    Row(
        "Q5 disc",
        {"RT01": "5:15 without 6 7 9", "RT10": "breathing", "RT20": "RT19"},
        gone="T19", tags="neck_press neck_movement head_lift percussion_trunk", never="RT11 RT20", marked="R30",
        told="New weakness: see a doctor.",
    ),
    Row(
        "Q6 first",
        {"RT01": "8:00, at most 4", "RT02": "10:00, at most 4", "RT12": "RT18", "RT09": "breathing"},
        cap=4, shut="R23 R24 R26 R27 R28 R29 R30 R31 R32", gone="T16 T21 T22 T23",
        tags="percussion_trunk pregnancy_point heat face_down deep_low_back",
        never="RT09 RT10 RT11 RT14 RT16 RT17", hidden="aroma", told="gentle head, neck and shoulders; no scents.",
    ),
    Row(
        "Q6 later",
        {"RT01": "8:00, at most 4", "RT13": "RT04", "RT16": "RT18", "RT10": "breathing"},
        cap=4, gone="T16 T21 T22 T23", tags="percussion_trunk pregnancy_point heat face_down deep_low_back",
        never="RT09 RT10 RT11 RT14 RT16 RT17", hidden="aroma",
        told="not flat on the back from about 20 weeks; no scents.",
    ),
    Row(
        "Q6 postpartum",
        {"RT10": "12:30 without 6 9, at most 4", "RT09": "RT15b", "RT17": "RT18", "RT15b": "whole"},
        cap=4, gone="T16 T21 T22", tags="percussion_trunk pregnancy_point heat deep_low_back",
        never="RT11 RT14 RT17",
    ),
    Row("Q6 problems", NOTHING, card="same_day", told="Talk to your midwife or doctor."),
    Row("Q7 skin", {"RT06": "RT04", "RT05": "whole", "RT16": "whole"}, marked="R12", told="are left alone"),
    Row(
        "Q7 numb",
        {"RT14": "RT10", "RT06": "RT04", "RT16": "whole"},
        gone="T21", tags="heat", never="RT14", marked="R12", told="no heat anywhere.",
    ),
    Row(
        "Q7 allergy",
        {"RT01": "whole", "RT10": "whole"},
        hidden="aroma", told="Unscented plain oil or none; aroma tips are hidden.",
    ),
    Row("Q8 under18", NOTHING, told="Breathing pages only."),
    Row(
        "Q8 over65",
        {"RT08": "9:16 without 8, at most 4", "RT09": "18:40 without 13 14, at most 4", "RT03": "whole"},
        cap=4, gone="T19", tags="percussion_trunk head_lift", told="Turn slowly; get up slowly.",
    ),
    Row("Q8 alcohol", NOTHING, told="Breathing pages only today."),
    Row(
        "Q8 meal",
        {"RT09": "breathing", "RT14": "breathing", "RT08": "whole"},
        tags="face_down", told="No face-down position for an hour.",
    ),
    Row(
        "Q8 dizzy",
        {"RT06": "RT04", "RT19": "8:10 without 8 9", "RT05": "whole", "RT20": "RT19"},
        shut="R11 R12 R13 R14 R16 R17 R19 R20", tags=HEAD_MOVES, card="emergency", told="Neck work is left out.",
    ),
    Row(
        "Q8 pain8",
        {"RT01": "8:00, at most 3", "RT09": "20:00, at most 3", "RT03": "whole"},
        cap=3, card="appointment", told="Gentle",
    ),
]  # fmt: skip

each_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.answer.replace(" ", "-"))


def answers(row: Row) -> dict[str, list[str]]:
    question, option = row.answer.split()
    marked = {LOCKED: [REGION[row.marked]]} if row.marked else {}
    return {question: [option], **marked}


def outcome(routine: str, given: Mapping[str, list[str]]) -> str:
    """What is left of a routine, in the words of the table."""
    whole = GUIDE.routines[routine]
    found = screen(GUIDE, whole, given, MANY_SESSIONS)
    if not isinstance(found, Plan):
        other = instead(GUIDE, found, given, MANY_SESSIONS)
        return other.routine.id if other else BREATHING
    if found.routine == whole:
        return "whole"
    minutes, seconds = divmod(round(found.routine.total_seconds), 60)
    without = " without " + " ".join(str(drop.step.number) for drop in found.dropped) if found.dropped else ""
    return f"{minutes}:{seconds:02d}{without}, at most {max(step.pressure for step in found.routine.steps)}"


@each_row
def test_what_an_answer_limits(row: Row) -> None:
    found = limits(GUIDE.safety, answers(row))
    assert found.block_all == (row.then == NOTHING)
    assert (found.cap, found.max_minutes, found.card) == (row.cap, row.minutes, row.card)
    assert found.block_regions == {REGION[id_] for id_ in [*row.shut.split(), *row.marked.split()]}
    assert found.cap_regions == {REGION[id_]: cap for cap, ids in row.caps.items() for id_ in ids.split()}
    assert found.remove_techniques == {TECHNIQUE[id_] for id_ in row.gone.split()}
    assert found.remove_tags == set(row.tags.split())
    assert found.block_routines == set(row.never.split())
    assert found.hide_pages == set(row.hidden.split())
    assert asks_for_places(GUIDE.safety, answers(row)) == bool(row.marked)


@each_row
def test_what_an_answer_says(row: Row) -> None:
    notes = limits(GUIDE.safety, answers(row)).notes
    assert row.told in " ".join(notes)
    assert bool(notes) == bool(row.told)


@each_row
def test_what_is_left_of_some_routines(row: Row) -> None:
    for routine, expected in row.then.items():
        left = outcome(routine, answers(row))
        assert left == expected or left.startswith(f"{expected}, at most"), routine


def test_every_row_of_the_table_is_here() -> None:
    options = [f"{question.id} {option.id}" for question in GUIDE.safety.questions for option in question.options[1:]]
    assert [row.answer for row in ROWS] == options


@pytest.mark.parametrize("question", ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "Q8"])
def test_a_plain_no_changes_nothing(question: str) -> None:
    found = limits(GUIDE.safety, {question: ["no"]})
    assert not found.block_all
    assert not found.notes
    assert all(outcome(routine, {question: ["no"]}) == "whole" for routine in ("RT01", "RT09", "RT17", "RT20"))
