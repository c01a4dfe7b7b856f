"""The guide's own data is whole, and files of anybody are refused in one clear line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.assets.catalog import FOLDER, check_routine, load_guide, read_routine
from desktop.assets.files import MOST_BYTES, CatalogError
from desktop.domain.guide import Guide
from desktop.domain.notation import spell

RT01 = FOLDER / "routines" / "occipital_ease.toml"


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide()


def test_the_guide_is_whole(guide: Guide) -> None:
    assert (len(guide.regions), len(guide.landmarks), len(guide.techniques)) == (35, 101, 32)
    assert [question.id for question in guide.safety.questions] == ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "Q8"]
    assert set(guide.safety.cards) == {"emergency", "same_day", "appointment"}


def test_every_name_used_is_known(guide: Guide) -> None:
    regions, techniques = set(guide.regions), set(guide.techniques)
    for region in guide.regions.values():
        assert set(region.members) <= regions
        assert region.name
        assert region.mind
        assert {*region.muscles, *region.deep_muscles} <= set(guide.muscles)
        assert not set(region.muscles) & set(region.deep_muscles)
    for landmark in guide.landmarks.values():
        assert {landmark.region, *landmark.borders} <= regions
    for technique in guide.techniques.values():
        assert technique.allowed_regions <= regions
        assert technique.fallback in techniques | {""}
        assert not technique.allowed_regions & {"throat", "armpit"}
        assert technique.pressure[0] <= technique.pressure[1]
    for question in guide.safety.questions:
        assert question.options[0].id == "no"
        for option in question.options:
            effects = option.effects
            assert effects.block_regions <= regions
            assert set(effects.cap_regions or {}) <= regions
            assert effects.remove_techniques <= techniques
            assert effects.hide_pages <= set(guide.pages)
            assert effects.card in set(guide.safety.cards) | {""}


def test_places_that_are_never_pressed_say_why(guide: Guide) -> None:
    hatched = {slug for slug, region in guide.regions.items() if region.no_press}
    assert hatched == {"throat", "armpit", "spine_line", "kidney_zone", "collarbone_hollow"}
    assert {slug for slug, region in guide.regions.items() if region.ceiling == 0} == {"throat", "armpit"}
    assert set(guide.zones) == {"eyeball", "ear_lobe_hollow"}


def test_rt01_is_as_the_content_sheet_has_it(guide: Guide) -> None:
    routine = guide.routines["RT01"]
    assert [step.seconds for step in routine.steps] == [30, 60, 45, 30, 50, 75, 40, 60, 50, 40]
    assert [step.pressure for step in routine.steps] == [1, 3, 4, 3, 4, 5, 2, 4, 2, 2]
    assert [step.rate for step in routine.steps] == [None, 8, 40, 6, 30, None, 15, 16, None, 6]
    assert [step.reps for step in routine.steps] == [None, 8, 30, 3, 25, None, 10, 8, None, 4]
    assert routine.core == {2, 5}
    assert routine.optional == {7, 9}
    assert routine.replacement == "RT04"
    ridge = routine.steps[3].path
    assert ridge is not None
    assert spell(ridge.passes[0]) == "mastoid > skull_base_outer > skull_base_mid > skull_base_inner"


def test_a_region_finds_its_routines(guide: Guide) -> None:
    assert guide.routines_for("occiput")[0].id == "RT01"
    assert [routine.id for routine in guide.routines_for("sacrum")] == ["RT09", "RT10", "RT11", "RT14", "RT15b"]
    assert guide.routines_for("throat") == ()


@pytest.mark.parametrize("part", ["crown", "side_scalp", "occiput"])
def test_what_works_on_the_whole_scalp_works_on_its_parts(guide: Guide, part: str) -> None:
    scalp = {routine.id for routine in guide.routines.values() if "whole_scalp" in routine.regions}
    assert scalp == {"RT04", "RT18", "RT19"}
    assert scalp <= {routine.id for routine in guide.routines_for(part)}
    assert {routine.id for routine in guide.routines_for(part)} <= {
        routine.id for routine in guide.routines_for("whole_scalp")
    }


def changed(tmp_path: Path, old: str, new: str) -> Path:
    text = RT01.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "mine.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("seconds = 30", 'seconds = "thirty"', "mine.toml: $.steps[0].seconds: Expected `float`, got `str`"),
        ("seconds = 30", "seconds = nan", "mine.toml: $.steps[0].seconds: is not a sensible number"),
        ("seconds = 30", "seconds = 1e300", "mine.toml: $.steps[0].seconds: is not a sensible number"),
        ("seconds = 30", "seconds = -3", "mine.toml: $.steps[0].seconds: Expected `float` >= 1.0"),
        ("pressure = 1", "pressure = 11", "mine.toml: $.steps[0].pressure: Expected `int` <= 10"),
        ("pressure = 1", "presure = 1", "mine.toml: $.steps[0]: Object"),
        ('side = "both"', 'side = "up"', "mine.toml: $.steps[0].side: Invalid enum value 'up'"),
        ('at = "occiput', 'at = "Occiput', "mine.toml: $.steps[0].at: “Occiput"),
        ("crown > occiput_high", "crown >> occiput_high", "mine.toml: $.steps[1].path.passes[0]: “” is not a landmark"),
        ('kit = "None', 'kit = "\\u202eNone', "mine.toml: $.kit: holds hidden control characters"),
        ('kit = "None', 'kit = "' + "x" * 3000, "mine.toml: $.kit: is longer than 2000 characters"),
        ('kit = "None', 'kit = "' + "x" * 500, "mine.toml: $.kit: Expected `str` of length <= 400"),
        ("core = [2, 5]", "core = [[[[[[[[[[2]]]]]]]]]]", "is nested too deeply"),
        ("core = [2, 5]", "core = " + "[" * 5000 + "]" * 5000, "mine.toml: is nested too deeply"),
        ("core = [2, 5]", "core = [2, 5", "mine.toml: is not valid TOML: "),
        ("core = [2, 5]", "core = [" + "9" * 5000 + "]", "mine.toml: "),
    ],
)  # fmt: skip
def test_a_slip_of_the_pen_is_named_with_its_place(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(CatalogError) as refused:
        read_routine(changed(tmp_path, old, new))
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes and devices among files here")
def test_what_is_no_plain_file_is_refused(tmp_path: Path) -> None:
    pipe, large, binary = tmp_path / "pipe.toml", tmp_path / "large.toml", tmp_path / "binary.toml"
    os.mkfifo(pipe)
    large.write_bytes(b"# " + b"x" * MOST_BYTES)
    binary.write_bytes(b"\xff\xfe\x00")
    for path, reason in [
        (tmp_path, "is a folder, not a file"),
        (tmp_path / "none.toml", "does not exist"),
        (pipe, "is not a plain file"),
        (Path("/dev/zero"), "is not a plain file"),
        (large, "is larger than 256 KB"),
        (binary, "is not UTF-8 text (byte 0)"),
    ]:
        faults = [str(fault) for fault in check_routine(path)]
        assert faults == [reason], path


def test_our_own_routine_has_no_faults() -> None:
    assert check_routine(RT01) == []


def test_every_fault_is_a_line(tmp_path: Path) -> None:
    path = changed(tmp_path, "pressure = 4", "pressure = 6")
    path.write_text(path.read_text(encoding="utf-8").replace("rate = 8\n", "rate = 80\n", 1), encoding="utf-8")
    faults = [str(fault) for fault in check_routine(path)]
    assert any("the ceiling of Back of the head" in fault for fault in faults)
    assert any("80 is outside 5 to 16" in fault for fault in faults)
    assert all("\n" not in fault for fault in faults)


@given(
    st.lists(st.tuples(st.integers(0, 6000), st.sampled_from(list('"[]{}=.-0\n >^+#aé\u202e'))), min_size=1, max_size=6)
)
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_scrambled_file_is_refused_or_played_but_never_trips(tmp_path: Path, slips: list[tuple[int, str]]) -> None:
    text = RT01.read_text(encoding="utf-8")
    for at, character in slips:
        text = text[:at] + character + text[at + 1 :]
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    for fault in check_routine(path):
        assert str(fault)
        assert "\n" not in str(fault)
