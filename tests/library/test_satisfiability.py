"""Values of the facts that meet a condition are found exactly when there are some."""

from hypothesis import given
from hypothesis import strategies as st

from assembler.library.satisfiability import satisfying


@given(
    st.lists(st.lists(st.sampled_from(["p", "q", "r", "not p", "not q", "not r"]), max_size=3).map(tuple), max_size=7),
    st.lists(st.sampled_from(["p", "not q"]), max_size=2, unique=True),
)
def test_a_state_of_the_facts_is_found_exactly_when_there_is_one(
    forbidden: list[tuple[str, ...]], assumed: list[str]
) -> None:
    def true(literal: str, values: dict[str, bool]) -> bool:
        return values[literal.removeprefix("not ")] != literal.startswith("not ")

    every = [{"p": p, "q": q, "r": r} for p in (True, False) for q in (True, False) for r in (True, False)]
    fitting = [
        values
        for values in every
        if all(true(literal, values) for literal in assumed)
        and not any(all(true(literal, values) for literal in each) for each in forbidden)
    ]

    found = satisfying(assumed, forbidden)

    assert (found is None) == (not fitting)
    assert found is None or any(found.items() <= values.items() for values in fitting)
