from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.terms import STATES, edition, every, is_domestic_law, opposite, some, state_named

ANSWERS = st.lists(st.sampled_from([True, False, None]))


@pytest.mark.parametrize(
    ("values", "all_hold", "one_holds"),
    [
        ([], True, False),
        ([True, None], None, True),
        ([False, None], False, None),
        ([None], None, None),
        ([True, False], False, True),
    ],
)
def test_one_answer_decides_where_it_can(
    values: list[bool | None], all_hold: bool | None, one_holds: bool | None
) -> None:
    assert every(values) is all_hold
    assert some(values) is one_holds


@given(ANSWERS)
def test_some_is_the_opposite_of_every_opposite(values: Sequence[bool | None]) -> None:
    assert some(values) is opposite(every(map(opposite, values)))


def test_the_edition_turns_on_the_day_of_the_paper_and_never_on_the_death() -> None:
    assert edition(date(2026, 7, 9)) == "1996"
    assert edition(date(2026, 7, 10)) == "2026"


def test_there_are_fifty_states_and_the_district() -> None:
    assert len(STATES) == len(set(STATES.values())) == 51


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("California", "California"),
        ("ca", "California"),
        (" the  State of New York ", "New York"),
        ("Commonwealth of Massachusetts", "Massachusetts"),
        ("D.C.", "District of Columbia"),
        ("the District of Columbia", "District of Columbia"),
        ("Puerto Rico", None),
        ("Guam", None),
        ("United States", None),
        ("Portugal", None),
        ("", None),
    ],
)
def test_a_state_goes_by_its_name_or_its_postal_code(text: str, name: str | None) -> None:
    assert state_named(text) == name


def test_the_law_of_the_united_states_is_domestic_though_it_is_no_state() -> None:
    assert is_domestic_law("the laws of the United States")
    assert not is_domestic_law("the Cayman Islands")
