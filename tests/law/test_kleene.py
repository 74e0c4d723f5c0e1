from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.terms import every, opposite, some

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
