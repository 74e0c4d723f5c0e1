"""What the States have of their own: community property by law, and death taxes that are to be looked up."""

import pytest

from assembler.law import tables
from assembler.law.community_property import COMMUNITY_STATES
from assembler.terms import STATES


def test_nine_states_have_community_property_by_law() -> None:
    assert len(COMMUNITY_STATES) == 9
    assert set(STATES.values()) > COMMUNITY_STATES


@pytest.mark.parametrize(
    ("state", "taxes"),
    [
        ("Washington", ("estate",)),
        ("Maryland", ("estate", "inheritance")),
        ("Pennsylvania", ("inheritance",)),
        ("District of Columbia", ("estate",)),
        ("California", ()),
        ("Portugal", ()),
    ],
)
def test_a_state_has_the_death_taxes_that_the_table_gives_it(state: str, taxes: tuple[str, ...]) -> None:
    assert tables.state_death_taxes(state) == taxes


@pytest.mark.parametrize("state", STATES)
def test_no_state_of_the_table_is_confirmed(state: str) -> None:
    assert len(tables.unconfirmed("state_death_taxes", state)) == 1


def test_the_table_gives_kinds_of_tax_and_no_amounts() -> None:
    table = tables.read("state_death_taxes")

    assert {tuple(row) for row in table.rows} == {("state", "kind")}
    assert {row["kind"] for row in table.rows} == {"estate", "inheritance"}
    assert "to be checked" in table.source
