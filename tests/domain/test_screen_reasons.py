"""One expectation for each reason to leave it (content sheet 5.2) and each sign on the cards (5.3), written by hand.

Where no question asks for a reason, the row says which caution, page or card tells it instead."""

from __future__ import annotations

import pytest

from desktop.assets.catalog import load_guide
from desktop.domain.answers import LOCKED, asks_for_places, limits
from desktop.domain.screen import instead, screen
from desktop.domain.screening import Card, Option, Plan, Refusal

GUIDE = load_guide()
CARDS = GUIDE.safety.cards
MANY_SESSIONS = 20


def given(answer: str) -> dict[str, list[str]]:
    question, chosen = answer.split()
    return {question: [chosen]}


def option(answer: str) -> Option:
    question, chosen = answer.split()
    return next(o for q in GUIDE.safety.questions if q.id == question for o in q.options if o.id == chosen)


def asked(answer: str) -> str:
    """What somebody reads before choosing an answer."""
    question = next(q for q in GUIDE.safety.questions if q.id in given(answer))
    return f"{question.text} {option(answer).text}".lower()


NO_MASSAGE = [
    ("any emergency sign", "Q1 yes", ["sudden or worst-ever headache", "weakness", "chest pain"]),
    ("fever, infection, feeling ill", "Q3 fever", ["fever or feeling ill"]),
    ("clot now", "Q4 clot", ["clot now or in the last 6 months"]),
    ("clot: hot swollen calf", "Q1 yes", ["hot swollen calf"]),
    ("stroke, TIA, heart attack within 6 months", "Q4 stroke_recent", ["stroke, tia or heart attack within 6 months"]),
    ("unstable heart, uncontrolled pressure", "Q4 heart_unstable", ["heart failure or blood", "under control"]),
    ("alcohol, drugs", "Q8 alcohol", ["alcohol, drugs"]),
    ("sedatives, strong painkillers", "Q8 alcohol", ["sedatives or strong painkillers"]),
    ("unexplained or quickly worsening pain", "Q3 unexplained", ["unexplained or quickly worsening pain"]),
]  # fmt: skip


@pytest.mark.parametrize(("row", "answer", "named"), NO_MASSAGE, ids=[row for row, *_ in NO_MASSAGE])
def test_no_massage_at_all(row: str, answer: str, named: list[str]) -> None:
    """5.2 A: whatever was wished, only breathing is left."""
    assert all(words in asked(answer) for words in named)
    for routine in GUIDE.routines.values():
        found = screen(GUIDE, routine, given(answer), MANY_SESSIONS)
        assert isinstance(found, Refusal)
        assert instead(GUIDE, found, given(answer), MANY_SESSIONS) is None


@pytest.mark.parametrize(
    ("answer", "refused", "kept"),
    [("head_not_cleared", "RT01", "RT16"), ("neck_not_cleared", "RT06", "RT16"), ("back_not_cleared", "RT10", "RT03")],
)
def test_a_fresh_injury_shuts_its_part_of_the_body(answer: str, refused: str, kept: str) -> None:
    """5.2 A asks for nothing within 72 hours of an injury: without a professional's word its part stays shut for six
    weeks, and the emergency card names what an injury must not come with."""
    assert "last 6 weeks" in asked(f"Q2 {answer}")
    assert "not yet cleared" in asked(f"Q2 {answer}")
    assert isinstance(screen(GUIDE, GUIDE.routines[refused], {"Q2": [answer]}, MANY_SESSIONS), Refusal)
    assert isinstance(screen(GUIDE, GUIDE.routines[kept], {"Q2": [answer]}, MANY_SESSIONS), Plan)


LOCAL = [
    "wound", "burn", "stitches", "rash", "shingles", "cold sore", "bruise", "lump", "swollen", "inflamed spot",
    "fracture", "implant", "vein",
]  # fmt: skip


@pytest.mark.parametrize("reason", LOCAL)
def test_a_place_to_be_left_alone_is_asked_for_and_locked(reason: str) -> None:
    """5.2 B: the words stand in the answer, and it asks for the place on the map."""
    question = next(question for question in GUIDE.safety.questions if question.id == "Q7")
    assert reason in option("Q7 skin").text.lower()
    assert reason in question.text.lower()
    marked = {"Q7": ["skin"], LOCKED: ["lower_back"]}
    assert asks_for_places(GUIDE.safety, marked)
    assert limits(GUIDE.safety, marked).block_regions == {"lower_back"}
    assert isinstance(screen(GUIDE, GUIDE.routines["RT10"], marked, MANY_SESSIONS), Refusal)
    free = screen(GUIDE, GUIDE.routines["RT05"], marked, MANY_SESSIONS)
    assert isinstance(free, Plan)
    assert not free.gentle


def test_a_fresh_operation_is_asked_for_too() -> None:
    assert "operation" in asked("Q2 back_not_cleared")


def test_treated_areas_and_ports_are_marked() -> None:
    assert option("Q3 cancer_agreed").effects.lock_tapped
    assert "port and treated areas" in option("Q3 cancer_agreed").effects.note


def test_a_numb_place_is_marked_and_stays_without_heat() -> None:
    effects = option("Q7 numb").effects
    assert (effects.lock_tapped, effects.remove_tags) == (True, frozenset({"heat"}))


TOOLS = [
    ("RT16", "massage_ball", ["Q5 osteoporosis", "Q4 blood_thinner", "Q6 first", "Q6 later", "Q4 clot"]),
    ("RT17", "foam_roller", ["Q5 osteoporosis", "Q4 blood_thinner", "Q6 first", "Q6 later", "Q4 clot"]),
]


@pytest.mark.parametrize(("routine", "technique", "reasons"), TOOLS, ids=["ball", "roller"])
def test_ball_and_roller(routine: str, technique: str, reasons: list[str]) -> None:
    """5.2 D. What no question asks for, a bone infection, stands in the routine's own caution."""
    for answer in reasons:
        effects = option(answer).effects
        assert effects.block_all or technique in effects.remove_techniques
        assert isinstance(screen(GUIDE, GUIDE.routines[routine], given(answer), MANY_SESSIONS), Refusal)
    caution = GUIDE.routines[routine].caution
    assert all(words in caution for words in ("open wound", "fracture", "bone infection", "inflamed"))


@pytest.mark.parametrize("place", ["between_blades", "long_back"])
def test_a_wound_below_the_roller_refuses_it(place: str) -> None:
    marked = {"Q7": ["skin"], LOCKED: [place]}
    assert isinstance(screen(GUIDE, GUIDE.routines["RT17"], marked, MANY_SESSIONS), Refusal)


def test_warm_stones() -> None:
    """At most 45 °C, measured and felt; moving on skin, still only on two layers of towel; nobody under 18."""
    said = " ".join(line for page in GUIDE.pages.values() for line in page.lines)
    assert "45 °C at most, checked with a thermometer, tested in your palm and on the forearm" in said
    assert "two layers of towel" in GUIDE.techniques["warm_stone"].form
    assert "thermometer" in GUIDE.routines["RT14"].kit
    assert "never still on bare skin" in GUIDE.routines["RT14"].caution
    assert option("Q8 under18").effects.block_all


def test_no_routine_uses_an_electric_massager() -> None:
    tools = {step.hand for routine in GUIDE.routines.values() for step in routine.steps if "tool" in step.tags}
    assert tools == {"brush", "ball", "roller"}
    assert any("No electric massager on the neck" in line for line in GUIDE.pages["hands"].lines)


SIGNS = [
    (1, "emergency", "sudden and worst within about a minute", "Q1 yes"),
    (1, "emergency", "the worst of your life", "Q1 yes"),
    (2, "emergency", "weakness or numbness of face, arm or leg; trouble with speech, sight, balance", "Q1 yes"),
    (2, "emergency", "fainting, a seizure, confusion", "Q1 yes"),
    (2, "emergency", "new neck pain or headache together with dizziness, double vision, slurred speech", "Q8 dizzy"),
    (2, "emergency", "trouble swallowing, a numb face, jerky eyes, nausea or sudden falls", "Q8 dizzy"),
    (3, "emergency", "fever with a stiff neck, light that hurts the eyes, a rash or drowsiness", "Q1 yes"),
    (4, "emergency", "numbness between the legs, new trouble with bladder or bowel, or weakness in both", "Q1 yes"),
    (5, "emergency", "injury with loss of consciousness, vomiting, neck-bone pain, tingling or weakness", "Q1 yes"),
    (5, "emergency", "at an age over 65", "Q1 yes"),
    (6, "emergency", "chest pain, breathlessness, coughing blood", "Q1 yes"),
    (6, "emergency", "tears or comes with sweating", "Q1 yes"),
    (7, "same_day", "over 50 with a new headache, a tender scalp, jaw pain on chewing or any change", "Q3 headache"),
    (8, "same_day", "differs from your usual pattern, gets steadily worse, changes with posture", "Q3 headache"),
    (8, "same_day", "in pregnancy or the weeks after birth, after a head injury, with cancer", "Q3 headache"),
    (9, "same_day", "swelling or redness round the eye with sinus pain", "Q3 fever"),
    (10, "same_day", "a hot, swollen, painful calf. with breathlessness: call the emergency number", "Q4 clot"),
    (11, "appointment", "weight loss, night sweats, a history of cancer or long steroid use", "Q3 unexplained"),
    (11, "appointment", "wakes you every night; first strong back pain under 20 or over 55", "Q3 unexplained"),
    (12, "appointment", "tingling, numbness or weakness of an arm or leg that stays", "Q8 pain8"),
    (13, "appointment", "new lump in the neck, armpit or above the collarbone, or hoarseness", "Q3 cancer_open"),
    (14, "appointment", "headache on 15 or more days a month, or painkillers on 10 to 15 or more days", "Q8 pain8"),
    (15, "appointment", "pain unchanged after four weeks, or stress or low mood that stays", "Q8 pain8"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "card", "words", "answer"), SIGNS, ids=[f"{n}-{w[:30]}" for n, _, w, _ in SIGNS])
def test_a_sign_stands_on_its_card_and_an_answer_leads_there(number: int, card: str, words: str, answer: str) -> None:
    """5.3, by the sheet's numbers."""
    assert words in " ".join(CARDS[card].lines).lower()
    assert option(answer).effects.card == card


@pytest.mark.parametrize("card", list(CARDS.values()), ids=lambda card: card.id)
def test_a_card_says_what_to_do_and_judges_nothing(card: Card) -> None:
    """It never says what somebody has, how likely it is or how urgent by a number; its title is what to do."""
    assert card.title.startswith(("Call the emergency number", "See a doctor today", "Book an appointment"))
    told = " ".join((card.title, *card.lines)).lower()
    assert not any(words in told for words in ("you have", "likely", "probab", "risk", "score", "safe"))


def test_the_most_urgent_card_is_shown() -> None:
    assert limits(GUIDE.safety, {"Q3": ["unexplained", "fever"], "Q1": ["yes"]}).card == "emergency"
    assert limits(GUIDE.safety, {"Q3": ["unexplained", "fever"]}).card == "same_day"


def test_signs_no_question_asks_for_are_told_elsewhere_too() -> None:
    """Signs 12 to 15 need no question of their own: the sign during a session and the pages say the same."""
    tingling = next(sign for sign in GUIDE.safety.signs if sign.id == "tingling")
    assert tingling.then is not None
    assert "book an appointment" in " ".join(tingling.then.lines)
    assert any("four weeks" in line for line in GUIDE.pages["expect"].lines)


FELT = [
    ("dizzy, sight, speech, numb face, sudden headache, faint", "warning", "end", "emergency number"),
    ("tingling or electric pain", "tingling", "wait", "gone after a minute"),
    ("sharp, burning, rising pain", "pain", "lighten", "lighter, or leave this step out"),
    ("nausea, sweating, racing heart", "unwell", "end", "water"),
    ("itching, hives, wheeze", "reaction", "end", "emergency number"),
    ("broken skin, redness, bruise", "skin", "end", "leave it alone"),
]


@pytest.mark.parametrize(("row", "sign_id", "reaction", "words"), FELT, ids=[row for row, *_ in FELT])
def test_what_is_felt_during_a_session(row: str, sign_id: str, reaction: str, words: str) -> None:
    """5.5: every sign but tingling and the first pain ends the session."""
    sign = next(sign for sign in GUIDE.safety.signs if sign.id == sign_id)
    assert sign.reaction == reaction
    assert words in " ".join((sign.title, *sign.lines)).lower()
    assert (sign.then is None) == (reaction == "end")
