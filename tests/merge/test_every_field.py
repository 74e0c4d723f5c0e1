"""Every field and every row has words of the case, or an open point that names the question; never nothing."""

from collections.abc import Iterator

import pytest
from phrases import PHRASES
from trust_fields import CASE, in_place, merged, value

from assembler.casefile import paths
from assembler.casefile.shape import Case, Trust
from assembler.findings import find
from assembler.merge import FIELDS, LISTS, Merge, OpenPoint, merge

NOTHING = Case(trusts=(Trust(id="share"),))
STATED_BY_ITS_ABSENCE = {
    "executor_title", "letter_number", "assignor_capacity", "signer_office", "memo_from", "petition_docket",
}


def words_of(filled: Merge) -> Iterator[tuple[str, object]]:
    yield from filled.values.items()
    for name, listed in filled.lists.items():
        for row in listed:
            yield from ((f"{name}.{field}", words) for field, words in row.items())


@pytest.mark.parametrize("name", sorted(merged().values.keys() - STATED_BY_ITS_ABSENCE))
def test_a_case_that_states_nothing_leaves_every_field_open(name: str) -> None:
    found = value(name, NOTHING)

    assert isinstance(found, OpenPoint), found
    assert found.what
    assert not found.what.endswith(".")
    assert paths.question(found.path) is not None


@pytest.mark.parametrize("case", [CASE, NOTHING, Case()], ids=["a case", "a trust without answers", "nothing"])
def test_no_field_is_ever_empty_or_says_none(case: Case) -> None:
    for name, filled in words_of(merged(case)):
        words = in_place(filled)
        assert words != "", name
        assert "None" not in (words.what if isinstance(words, OpenPoint) else str(words)), name


def test_a_case_without_a_trust_has_the_open_points_of_its_first() -> None:
    filled = merge(find(Case()).whole, PHRASES)

    assert filled.values["trust_name"] == OpenPoint("the name of the trust", "client", "trusts[0].name")
    assert [row["name"] for row in filled.lists["us_trustees"]] == [
        OpenPoint("the name of a Trustee", "attorney", "trusts[0].trustees[0].name")
    ]


def test_the_names_are_known_before_any_case_is_read() -> None:
    filled = merged()

    assert filled.values.keys() <= FIELDS
    assert {name: {frozenset(row) for row in listed} for name, listed in filled.lists.items() if listed} == {
        name: {LISTS[name]} for name, listed in filled.lists.items() if listed
    }
    assert LISTS["worksheet.lines"] == {"name", "result", "text", "value", "law"}
