"""A field never asserts what rests on a missing answer: it says the same as before, or it is an open point."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assembler import casefile
from assembler.casefile import paths
from assembler.casefile.shape import Case
from assembler.findings import Kind, find
from assembler.matter import Engine
from assembler.merge import OpenPoint, Pending, merge

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.yaml"))
STEERING = ("id", "format", "as_of", "trust", "joint_property", "entity", "annuity")
"""Answers that say which record is meant, and not what is so of it."""

TOLD_ELSEWHERE = ("worksheets", "notes", "cautions")
"""Lists that leave out what is unknown: the second tells what the first waits for, the third what is not stated."""

Said = Mapping[tuple[str, str], object]


def leaves(thing: Any, where: str = "") -> Iterator[str]:
    """List the paths of the answers given, those to questions that have a default or go by their absence aside."""
    for one in fields(thing):
        answer, path = getattr(thing, one.name), f"{where}.{one.name.rstrip('_')}".lstrip(".")
        if isinstance(answer, tuple) and answer and is_dataclass(answer[0]):
            for place, item in enumerate(answer):
                yield from leaves(item, f"{path}[{getattr(item, 'id', None) or place}]")
        elif is_dataclass(answer):
            yield from leaves(answer, path)
        elif answer is not None and one.default is None and not one.metadata["absent"] and one.name not in STEERING:
            yield path


def said(case: Case, phrases: Any) -> dict[tuple[str, str], object]:
    """Give every field and list of every subject of a case, as the papers would have it, citations of steps aside.

    A step that waits for an answer cites both paragraphs that it may come under, which asserts neither. Of whom it is
    not known that an officer signs, what is open stands among those who sign themselves: the two lists are one here.
    """
    found, out = find(case), dict[tuple[str, str], object]()
    for subject in (one for kind in Kind for one in found.of(kind)):
        merged = merge(subject, phrases)
        out |= {(subject.where, name): value for name, value in merged.values.items()}
        lists = ((name, rows) for name, rows in merged.lists.items() if name not in TOLD_ELSEWHERE)
        for name, rows in lists:
            key = subject.where, name.replace("entity_", "signing_")
            out[key] = (*cast(tuple[object, ...], out.get(key, ())), *map(without_law, rows))
    return out


def without_law(row: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in row.items() if name != "law"}


def gaps(value: object) -> Iterator[OpenPoint]:
    """List the open points in a field or in the rows of a list."""
    if isinstance(value, Pending):
        yield value.point
    elif isinstance(value, OpenPoint):
        yield value
    elif isinstance(value, tuple):
        yield from (gap for row in value for one in row.values() for gap in gaps(one))


CASES = {path.stem: case for path in SAMPLES if (case := casefile.read(path).case) is not None}
ANSWERS = [(name, path) for name, case in CASES.items() for path in leaves(case)]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(left_out=st.sampled_from(ANSWERS))
def test_a_field_without_an_answer_beneath_it_is_an_open_point(engine: Engine, left_out: tuple[str, str]) -> None:
    name, path = left_out
    phrases = engine.library.words["phrases"]

    assert_nothing_is_asserted(CASES[name], path, said(CASES[name], phrases), phrases)


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_no_answer_of_a_sample_is_asserted_once_it_is_left_out(engine: Engine, name: str) -> None:
    phrases = engine.library.words["phrases"]
    before = said(CASES[name], phrases)

    for path in leaves(CASES[name]):
        if path.endswith("security.permitted") and paths.answer(CASES[name], path.replace("permitted", "by_reference")):
            continue  # an instrument that refers to all three and lists none permits all three
        assert_nothing_is_asserted(CASES[name], path, before, phrases)


def assert_nothing_is_asserted(case: Case, path: str, before: Said, phrases: Any) -> None:
    less = paths.with_answer(case, paths.steps(path), None)
    after = said(less, phrases)

    asserted = {key for key, value in after.items() if value != before.get(key) and not list(gaps(value))}
    assert asserted == set(), path
    for point in (value for value in after.values() if isinstance(value, OpenPoint)):
        assert point != casefile.open_point(less, point.path) or not paths.answer(less, point.path), point
