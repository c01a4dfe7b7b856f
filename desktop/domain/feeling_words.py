"""What is said of how it felt, later and from day to day: n, period, missing days, no cause (content sheet 6.7)."""

from __future__ import annotations

from desktop.domain.captions import (
    ROUGH_GUIDE,
    amount_words,
    count,
    day_words,
    first_upper,
    interval_words,
    month_words,
    period_words,
)
from desktop.domain.daily_run import TREND_DAYS, DailyRun, Measure, trend
from desktop.domain.doing import counted
from desktop.domain.feeling import Feeling
from desktop.domain.headaches import HeadacheCard, HeadacheMonth
from desktop.domain.progress import Change
from desktop.domain.records import GlobalChange, Step7
from desktop.domain.screening import Card
from desktop.domain.session import Moment
from desktop.domain.tally import MedianChange, mean_change

REGRESSION = (
    "Most people begin when it is worst, and what is at its worst mostly drifts back to its usual level by itself. "
    "Some of every “lower” is that drift, so a fall after sessions is no proof of what did it."
)
NO_EXPERIMENT = (
    "Not an experiment: a session may be chosen because a day is tense, or a calm day may leave time for one. "
    "Each box holds the middle half of the days, its line is the median, the thin ends reach to the least and the most."
)
NIGHTS = "Single nights say little, so only the median of seven is drawn."
MEASURES = {
    Measure.TENSION: "Tension",
    Measure.STRESS: "Stress",
    Measure.SLEEP: "Sleep",
    Measure.PAIN: "Pain",
}
STEPS = {
    Step7.MUCH_WORSE: "much worse",
    Step7.WORSE: "worse",
    Step7.A_LITTLE_WORSE: "a little worse",
    Step7.SAME: "the same",
    Step7.A_LITTLE_BETTER: "a little better",
    Step7.BETTER: "better",
    Step7.MUCH_BETTER: "much better",
}
LATER = {Moment.AFTER: "right after", Moment.PLUS_HOUR: "an hour after", Moment.NEXT_MORNING: "next morning"}
_REASONS = {
    HeadacheCard.HEADACHES: "You noted a headache on 15 or more days of a month.",
    HeadacheCard.PAINKILLERS: "You noted a painkiller on 15 or more days of a month.",
    HeadacheCard.STRONG: (
        "You noted a painkiller on 10 or more days of a month. "
        "That is a reason if they were triptans, opioids or combined ones."
    ),
}


def felt_info(feeling: Feeling) -> str:
    """What to keep in mind about before and after, with the median as a check on the mean from ENOUGH pairs on."""
    check = feeling.check
    if check is None or check.low is None or check.high is None:
        return REGRESSION
    return f"{REGRESSION} {ROUGH_GUIDE} {_median_sentence(check)}"


def later_caption(feeling: Feeling) -> str:
    """How it was later, with the number of sessions each; the period."""
    when = period_words(counted(feeling.period, feeling.first_day))
    told = [_later_sentence(feeling, moment) for moment in LATER if moment is not Moment.AFTER]
    return f"Compared with before the session. {' '.join(told)} {first_upper(when)}."


def later_rows(feeling: Feeling) -> list[tuple[str, str, str]]:
    """When, the mean change with its interval, and of how many sessions."""
    rows = []
    for moment, name in LATER.items():
        change = mean_change(feeling.later_of(moment))
        if change is not None:
            told = "too few to say" if change.low is None else f"{amount_words(change.mean)}, {interval_words(change)}"
            rows.append((first_upper(name), told, str(change.n)))
    return rows


def run_caption(run: DailyRun) -> str:
    """Days answered and missing, the period, and the change of two weeks where it may be called one."""
    answered = [day.day for day in run.days if day.value is not None]
    when = period_words(counted(run.period, answered[0] if answered else None))
    missing = f"; {count(run.missing_days, 'day')} without an answer" if run.missing_days else ""
    nights = f" {NIGHTS}" if run.measure is Measure.SLEEP else ""
    return f"{count(run.answered, 'day')} answered, {when}{missing}.{nights}{_trend_sentence(run)}"


def run_rows(run: DailyRun) -> list[tuple[str, str, str, str, str]]:
    """The days with anything as rows of a table (day, value, median of seven, session, what happened), newest first."""
    notes = {note.day: note.text for note in run.notes}
    return [
        (
            f"{day_words(day.day)} {day.day.year}",
            "" if day.value is None else str(day.value),
            "" if day.median is None else f"{day.median:g}",
            "yes" if day.session else "",
            notes.get(day.day, ""),
        )
        for day in reversed(run.days)
        if day.value is not None or day.session or day.day in notes
    ]


def headaches_caption(feeling: Feeling) -> str:
    """Days with headache and painkiller of the days answered, the period, and days without an answer."""
    months = feeling.headaches
    answered = sum(month.answered for month in months)
    since = counted(feeling.period, feeling.first_day)
    missing = max(0, since.days - answered)
    without = f" {first_upper(count(missing, 'day'))} without an answer." if missing else ""
    return (
        f"Headache on {count(sum(m.headache for m in months), 'day')} and a painkiller on "
        f"{sum(m.painkiller for m in months)}, of {count(answered, 'day')} answered, {period_words(since)}.{without}"
    )


def headache_rows(months: tuple[HeadacheMonth, ...]) -> list[tuple[str, str, str, str]]:
    """The months as rows of a table (month, headache days, painkiller days, days answered), the newest first."""
    return [
        (month_words(m.month, with_year=True), str(m.headache), str(m.painkiller), str(m.answered))
        for m in reversed(months)
    ]


def headache_advice(due: HeadacheCard | None, card: Card | None) -> str:
    """Why, and the words of the appointment card; empty while nothing is due."""
    if due is None or card is None:
        return ""
    return f"{_REASONS[due]} {card.title}: {headache_line(card)}"


def headache_line(card: Card) -> str:
    """The line of the appointment card about headache and painkillers. Raises StopIteration where it has none."""
    return next(line for line in card.lines if "painkillers" in line)


def global_caption(feeling: Feeling) -> str:
    changes = feeling.global_changes
    when = period_words(counted(feeling.period, feeling.first_day))
    newest, n = STEPS[changes[-1].step], count(len(changes), "answer")
    return f"Compared with when you started, at the last of {n}: {newest}. {first_upper(when)}."


def global_rows(changes: tuple[GlobalChange, ...]) -> list[tuple[str, str]]:
    return [(f"{day_words(c.day)} {c.day.year}", STEPS[c.step]) for c in reversed(changes)]


def _later_sentence(feeling: Feeling, moment: Moment) -> str:
    change, name = mean_change(feeling.later_of(moment)), first_upper(LATER[moment])
    if change is None:
        return f"{name}: not rated yet."
    n = count(change.n, "session")
    if change.low is None:
        return f"{name}: {n}, too few to say."
    return f"{name} on average {amount_words(change.mean)} ({interval_words(change)}, {n})."


def _trend_sentence(run: DailyRun) -> str:
    found = trend(run)
    if found is None:
        return ""
    return (
        f" The last {TREND_DAYS} days were on average {amount_words(found.mean)} than the first {TREND_DAYS} "
        f"({interval_words(found)}), in the range many people notice. This shows what happened, not why."
    )


def _median_sentence(check: MedianChange) -> str:
    interval = interval_words(Change(check.n, check.median, check.low, check.high))
    return f"As a check, the median of all {check.n:,} is {amount_words(check.median)} (sign test, {interval})."
