"""A dossier with one of everything, and any dossier for property tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from desktop.assets.catalog import load_guide
from desktop.domain.body import Place, Side
from desktop.domain.dossier import Dossier, SafetyAnswer
from desktop.domain.experiment import Experiment
from desktop.domain.neck_check import TRIES, NeckCheck, NeckMove
from desktop.domain.profile import Profile
from desktop.domain.records import DailyCheckIn, DayNote, Effect, GlobalChange, SideEffects, Step7
from desktop.domain.reminder import Reminder
from desktop.domain.routine import StepSide
from desktop.domain.session import GUEST, SELF, Event, EventKind, Moment, Rating, SessionRecord, State, StepDone
from desktop.out.checks import Known
from tests.db.record_samples import RECORDS, whole_session
from tests.db.samples import AT

NOW = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)
GUIDE = load_guide()
KNOWN = Known(frozenset(GUIDE.regions), frozenset(technique.id for technique in GUIDE.techniques.values()))


def dossier() -> Dossier:
    """One of everything; the session speaks of a guest."""
    check_in, note, neck, effects, change, experiment, reminder = RECORDS
    assert isinstance(check_in, DailyCheckIn)
    assert isinstance(note, DayNote)
    assert isinstance(neck, NeckCheck)
    assert isinstance(effects, SideEffects)
    assert isinstance(change, GlobalChange)
    assert isinstance(experiment, Experiment)
    assert isinstance(reminder, Reminder)
    return Dossier(
        profile=Profile(1, "Marie", 90, {"theme": "dark", "firmness": {"nape": 1}}),
        check_ins=(check_in,),
        day_notes=(note,),
        neck_checks=(neck,),
        side_effects=(effects,),
        global_changes=(change,),
        experiments=(experiment,),
        reminders=(reminder,),
        answers=(SafetyAnswer("Q1", ("no",), AT),),
        sessions=(whole_session(), replace(whole_session("two"), started_at=AT + timedelta(days=1), receiver=SELF)),
    )


_zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_moments = st.builds(
    lambda at, zone: at.replace(tzinfo=UTC).astimezone(zone),
    st.datetimes(datetime(1990, 1, 2), datetime(2026, 11, 19)),  # noqa: DTZ001 - the zone comes after
    _zones,
)
_words = st.text(st.characters(codec="utf-8"), max_size=40)
_scale = st.integers(0, 10)
_places = st.builds(Place, st.sampled_from(sorted(KNOWN.regions)), st.sampled_from(Side))
_seconds = st.floats(0, 5000)
_ids = st.uuids().map(lambda id_: id_.hex)
_ratings = st.lists(
    st.builds(Rating, _places, st.sampled_from(Moment), _scale), max_size=5, unique_by=lambda r: (r.place, r.moment)
)
_events = st.builds(
    Event,
    st.sampled_from(sorted(set(EventKind) - {EventKind.PRESSURE})),
    _moments,
    _seconds,
    st.integers(0, 20),
    _words,
)
_steps = st.builds(
    StepDone,
    st.integers(0, 50),
    st.sampled_from(sorted(KNOWN.techniques)),
    st.lists(st.sampled_from(sorted(KNOWN.regions)), max_size=3).map(tuple),
    st.sampled_from(StepSide),
    _seconds,
    _scale,
    _seconds,
    st.booleans(),
)
_sessions = st.builds(
    SessionRecord,
    id=_ids,
    routine=st.just("RT01"),
    title=_words,
    started_at=_moments,
    status=st.sampled_from(State),
    done_seconds=_seconds,
    planned_seconds=_seconds,
    places=st.lists(_places, max_size=4).map(tuple),
    ratings=_ratings.map(tuple),
    events=st.lists(_events, max_size=3).map(tuple),
    note=_words,
    tags=st.lists(_words, max_size=3).map(tuple),
    steps=st.lists(_steps, max_size=4, unique_by=lambda step: step.number).map(
        lambda steps: tuple(sorted(steps, key=lambda step: step.number))
    ),
    receiver=st.sampled_from((SELF, GUEST)),
    by_hand=st.booleans(),
)
_answered = st.none() | st.booleans()
_rated = st.none() | _scale
_check_ins = st.builds(
    DailyCheckIn, _moments.map(lambda at: at.date()), _moments, _rated, _rated, _rated, _rated, _answered, _answered
)
_neck_checks = st.builds(
    NeckCheck,
    _ids,
    _moments,
    st.dictionaries(st.sampled_from(NeckMove), st.tuples(*[st.floats(0, 4)] * TRIES)),
    _words,
)
dossiers = st.builds(
    Dossier,
    profile=st.builds(Profile, st.just(1), _words, st.none() | st.integers(0, 600), st.just({})),
    check_ins=st.lists(_check_ins, max_size=4, unique_by=lambda c: c.day).map(
        lambda found: tuple(sorted(found, key=lambda c: c.day))
    ),
    neck_checks=st.lists(_neck_checks, max_size=2).map(tuple),
    side_effects=st.lists(
        st.builds(SideEffects, _ids, _moments, st.frozensets(st.sampled_from(Effect)), st.just(""), _words), max_size=2
    ).map(tuple),
    global_changes=st.lists(st.builds(GlobalChange, _ids, _moments, st.sampled_from(Step7)), max_size=2).map(tuple),
    sessions=st.lists(_sessions, max_size=4).map(tuple),
)
"""Dossiers as the store gives them, but for the order of records on one day."""
