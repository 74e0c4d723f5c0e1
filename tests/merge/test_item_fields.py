"""Every field of an assignment or annuity has words of the case, or an open point; never nothing."""

from collections.abc import Mapping
from types import ModuleType

import pytest
from item_fields import SAMPLES, items, of
from phrases import PHRASES

from assembler.casefile import paths, read
from assembler.casefile.shape import Annuity, Assignment
from assembler.findings import Kind, find
from assembler.merge import LISTS, OpenPoint, Pending, annuities, assignments, merge, signing

TOPICS: Mapping[str, tuple[ModuleType, ...]] = {
    Kind.ASSIGNMENT: (assignments, signing),
    Kind.ANNUITY: (annuities, signing),
}
SAID_BY_DEFAULT = {"assignor_capacity", "signer_office", "assigned_fraction", "included_share"}
ROWS = {"number", "share", "included", "included_as_rounded", "hardship"}


@pytest.mark.parametrize("one", [Assignment(id="a"), Annuity(id="a")], ids=["assignment", "annuity"])
def test_an_item_of_which_nothing_is_said_leaves_every_field_open(one: Assignment | Annuity) -> None:
    filled = of(one)
    topics = TOPICS[Kind.ASSIGNMENT if isinstance(one, Assignment) else Kind.ANNUITY]
    rows = [
        (name, words)
        for topic in topics
        for one in topic.LISTS
        for row in filled.lists[one]
        for name, words in row.items()
    ]
    for name, words in [*((name, filled.values[name]) for topic in topics for name in topic.FIELDS), *rows]:
        if name not in SAID_BY_DEFAULT | ROWS:
            assert isinstance(words, OpenPoint | Pending), name
            point = words.point if isinstance(words, Pending) else words
            assert point.what
            assert not point.what.endswith(".")
            assert paths.question(point.path) is not None, point


def test_no_field_of_an_item_of_a_sample_is_ever_empty_or_says_none() -> None:
    for path in sorted(SAMPLES.glob("*.yaml")):
        case = read(path).case
        for subject in items(find(case)) if case else ():
            filled = merge(subject, PHRASES)
            for topic in TOPICS[subject.kind]:
                assert {words for name, words in filled.values.items() if name in topic.FIELDS} & {"", "None"} == set()
                assert {name: {frozenset(row) for row in filled.lists[name]} for name in topic.LISTS} == {
                    name: {LISTS[name]} if filled.lists[name] else set() for name in topic.LISTS
                }
