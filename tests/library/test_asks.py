"""What is asked of another's instrument is there for each requirement, and well formed."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from assembler.library.clause import Library, Words
from assembler.library.lint_asks import requirements_are_asked
from assembler.library.vocabulary import Vocabulary
from assembler.matter import Engine

Entry = dict[str, str | tuple[str, ...]]
WHOLE: Entry = {"name": "Records", "kept": ("kept",), "copies": ("copies",), "in the State": ("in Ohio",)}


@pytest.fixture(scope="module")
def ours() -> Library:
    return Engine().library


def linted(library: Library, **entries: Entry | None) -> list[str]:
    """Lint our library with some entries changed, by id with underscores; None takes one out."""
    changed = {id_.replace("_", "-"): entry for id_, entry in entries.items()}
    asks = {id_: entry for id_, entry in library.words["asks"].items() if changed.get(id_, entry) is not None}
    asks |= {id_: Words(MappingProxyType(entry), "asks.yaml:1") for id_, entry in changed.items() if entry is not None}
    other = replace(library, words=MappingProxyType({**library.words, "asks": MappingProxyType(asks)}))
    return [problem.what for problem in requirements_are_asked(other, Vocabulary(frozenset(), frozenset()))]


def test_each_requirement_of_an_instrument_has_an_entry(ours: Library) -> None:
    assert linted(ours) == []
    assert linted(ours, maintained_records_in_state=None) == ["no entry says how it is known again."]


def test_an_entry_is_of_a_requirement(ours: Library) -> None:
    assert linted(ours, records_on_the_moon=WHOLE) == ["there is no requirement `records-on-the-moon`."]


def test_an_entry_has_a_name_and_three_to_five_elements_with_ways_to_say_them(ours: Library) -> None:
    few: Entry = {name: ways for name, ways in WHOLE.items() if name != "kept"}
    unnamed: Entry = {name: ways for name, ways in WHOLE.items() if name != "name"}
    wrong = "`maintained-records-in-state` has not three to five elements, each with ways to say it."

    assert linted(ours, maintained_records_in_state=WHOLE) == []
    assert linted(ours, maintained_records_in_state=few) == [wrong]
    assert linted(ours, maintained_records_in_state={**WHOLE, "kept": ()}) == [wrong]
    assert linted(ours, maintained_records_in_state=unnamed) == ["`maintained-records-in-state` has no name."]
