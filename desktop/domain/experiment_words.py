"""What is said of one's own experiment: what it asks, how far it is, and its result (content sheet 6.7 chart 8)."""

from __future__ import annotations

from datetime import date

from desktop.domain.captions import amount_words, count, interval_words, period_words
from desktop.domain.experiment import BLOCK, DAYS, REST, Choice, Experiment, ExperimentDay
from desktop.domain.progress import ENOUGH, Change, Period
from desktop.domain.working import ExperimentResult

WHAT_IT_ASKS = (
    f"For {DAYS} days lots are drawn every day for one of the two; do the one that was drawn, at about the same time.",
    "Answer the check-in every evening, on days you did nothing as well. It takes some ten seconds.",
    f"Lots are drawn in blocks of {BLOCK} days, two for each, so that both come equally often and nobody can choose.",
    "Days count as they were drawn, whatever was done. You can give it up at any time.",
)
WHY_FAIR = (
    "Lists of sessions cannot tell whether a routine changed anything: people begin when they feel worst. Here lots "
    "decide, so good and bad days fall to both sides alike. It is still one person in one month, and you know what you "
    "are doing: read it as true for you, in this period."
)
REST_NAME = "Rest with music"
REST_WORDS = "Sit or lie down with music you like for {minutes}, without any massage."


def choice_words(day: ExperimentDay, name: str) -> str:
    """Whether what was drawn was kept to."""
    said = {True: "done", False: "not done", None: "not marked"}[day.kept]
    return f"{name}: {said}"


def progress_words(result: ExperimentResult, today: date) -> str:
    """How far it is, with the check-ins there are and those that are missing."""
    experiment = result.experiment
    last = min(today, experiment.last)
    past = (last - experiment.first).days + 1
    answered = sum(tally.n for tally in result.felt.values())
    missing = past - answered
    so_far = " so far" if experiment.ended is None and today <= experiment.last else ""
    without = f", {count(missing, 'day')}{so_far} without one" if missing else ""
    return f"{_state(experiment, today, past)} {count(answered, 'check-in')} with tension{without}."


def group_words(change: Change | None) -> str:
    """The mean of a group's days with its interval."""
    if change is None:
        return "no check-in yet"
    days = count(change.n, "day")
    if change.low is None or change.high is None:
        return f"{days}: too few to say"
    return f"mean {change.mean:.1f} (95 % interval {change.low:.1f} to {change.high:.1f}), {days}"


def result_words(result: ExperimentResult, names: tuple[str, str]) -> str:
    """The difference, for one person in this period; or that there are too few days to speak of one."""
    change, (a, b) = result.difference, names
    if change is None:
        fewest = min(tally.n for tally in result.felt.values())
        return f"A difference can be spoken of from {ENOUGH} check-ins on either side; one side has {fewest} so far."
    days = f"{result.felt[Choice.A].n} and {result.felt[Choice.B].n} days"
    if not round(change.mean, 1):
        said = f"Tension was the same on average on the days drawn for {b} and for {a}"
    else:
        said = f"Difference: on the days drawn for {b} tension was on average {amount_words(change.mean)} than for {a}"
    return f"{said} ({interval_words(change)}, {days}). {_certainty(change)} This holds for you, in this period."


def experiment_period(experiment: Experiment) -> str:
    return period_words(Period(experiment.first, experiment.last))


def experiment_rows(result: ExperimentResult, names: tuple[str, str], today: date) -> list[tuple[str, str, str]]:
    """Rows of a table: first what was felt on the days of either choice; then day, what was drawn, whether it was kept
    to. Only days that have come, the newest first."""
    drawn = dict(zip(Choice, names, strict=True))
    kept = {True: "done", False: "not done", None: ""}
    felt = [("All days", drawn[choice], group_words(result.mean(choice))) for choice in Choice]
    return felt + [
        (period_words(Period(day.day, day.day)), drawn[day.choice], kept[day.kept])
        for day in reversed(result.experiment.days)
        if day.day <= min(today, result.experiment.last)
    ]


def name_of(choice: str, titles: dict[str, str]) -> str:
    """The name of what is compared; a routine that is no longer there keeps its id."""
    return REST_NAME if choice == REST else titles.get(choice, choice)


def _state(experiment: Experiment, today: date, past: int) -> str:
    if experiment.ended is not None:
        return f"Given up after {count(past, 'day')}."
    if today > experiment.last:
        return f"Complete: {DAYS} days."
    return f"Day {past} of {DAYS}."


def _certainty(change: Change) -> str:
    if change.low is not None and change.high is not None and change.low <= 0 <= change.high:
        return "The interval holds none at all, so it may be chance."
    return "The interval leaves out none at all, so chance alone is unlikely."
