"""The safety check before a routine: who answers, what is remembered of them, and what it leaves of the routine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.body import Place
from desktop.domain.guide import Guide
from desktop.domain.session import GUEST, SELF, Rating
from desktop.journal import Journal, Memory

if TYPE_CHECKING:
    from desktop.domain.routine import Routine
    from desktop.domain.screening import Plan, Refusal
    from desktop.ui.safety.safety_place import SafetyPlace

Answers = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to do: a routine for places, with the tension felt before."""

    routine: Routine
    places: tuple[Place, ...]
    ratings: tuple[Rating, ...]
    first_step: int = 0
    """The number of the step to wait at, 0 for the beginning."""


def still_true(guide: Guide, memory: Memory) -> dict[str, frozenset[str]]:
    """The remembered answers that need not be asked again today, only confirmed."""
    from desktop.domain.answers import due_questions, known_answers

    known = known_answers(guide.safety, {q: options for q, (options, _) in memory.answers.items()})
    last = {question: memory.answers[question][1] for question in known}
    due = {question.id for question in due_questions(guide.safety, last, datetime.now(UTC))}
    return {question: answer for question, answer in known.items() if question not in due}


class ScreeningDesk(QObject):
    """Leads from a wish to a plan. `wish`, `receiver` (SELF, GUEST or the id of a profile) and `plan` are of the
    routine wished last; `plan` is None while the answers leave none.

    Signals: `asked()` when the questions are there to be shown; `passed()` when the plan may be played as it is;
    `told(Answers)` what the person who uses the app answered about themselves; `left()` after answers for no routine
    in particular."""

    asked = Signal()
    passed = Signal()
    told = Signal(object)
    left = Signal()

    def __init__(
        self, journal: Journal, guide: Guide, place: Callable[[], SafetyPlace], parent: QObject | None = None
    ) -> None:
        """`place` gives the safety check, made when it is first asked for."""
        super().__init__(parent)
        self._journal, self._guide, self._place = journal, guide, place
        self.forget()

    def forget(self) -> None:
        """Nothing is wished any more."""
        self.wish: Wish | None = None
        self.plan: Plan | None = None
        self.receiver = SELF
        self._memory = Memory()

    def ask(self, wish: Wish) -> None:
        self.wish = wish
        self.receive(GUEST if wish.routine.mode == "partner" else SELF)

    def receive(self, receiver: str) -> None:
        """Whoever is massaged answers: with what is remembered of them, and a guest anew."""
        self.receiver = receiver
        if receiver == GUEST:
            self._ask_with(receiver, Memory())
        else:
            self._journal.recall(partial(self._ask_with, receiver), self._profile)

    def ask_again(self) -> None:
        """Something has changed: every question anew, for no routine in particular."""
        self.forget()
        self._place().ask(self._guide.safety.questions, [])
        self.asked.emit()

    def answer(self, answers: dict[str, frozenset[str]], changed: dict[str, frozenset[str]]) -> None:
        """Keeps what was answered, a guest's apart, and shows what it leads to."""
        if self.receiver != GUEST:
            self._journal.keep_answers(changed, self._profile)
        if self.receiver == SELF:
            self.told.emit(answers)
        if self.wish is None:
            self.left.emit()
        else:
            self._lead_on(self.wish.routine, answers)

    def _lead_on(self, routine: Routine, answers: Answers) -> None:
        from desktop.domain.screen import instead
        from desktop.domain.screening import Refusal

        found = self._screened(routine, answers)
        if isinstance(found, Refusal):
            self.plan = instead(self._guide, found, answers, self._memory.sessions_done)
            self._place().show_outcome(found, self.plan)
            return
        self.plan = found
        if found.gentle or found.card:
            self._place().show_outcome(found)
        else:
            self.passed.emit()

    def _screened(self, routine: Routine, answers: Answers) -> Plan | Refusal:
        """What the answers leave, unless the same places were worked firmly too lately."""
        from desktop.domain.pacing import rested, too_soon
        from desktop.domain.screen import screen
        from desktop.domain.screening import Refusal

        today = datetime.now(UTC).astimezone().date()
        found = screen(self._guide, routine, answers, self._memory.sessions_done)
        if not isinstance(found, Refusal) and (reason := too_soon(self._guide, routine, self._memory.lately, today)):
            return Refusal("", (reason,), rested(self._guide, routine, self._memory.lately, today))
        return found

    @property
    def _profile(self) -> int:
        """Of whoever is massaged."""
        return self._journal.profile if self.receiver in (SELF, GUEST) else int(self.receiver)

    def _ask_with(self, receiver: str, memory: Memory) -> None:
        from desktop.domain.answers import LOCKED

        if self.wish is None or receiver != self.receiver:
            return  # somebody else has been chosen meanwhile
        self._memory = memory
        remembered = still_true(self._guide, memory)
        questions = self._guide.safety.questions
        due = [question for question in questions if question.id not in remembered]
        still = [(question, remembered[question.id]) for question in questions if question.id in remembered]
        consent = self._guide.safety.consent if receiver != SELF else ()
        self._place().ask(due, still, remembered.get(LOCKED, frozenset()), consent)
        self.asked.emit()
