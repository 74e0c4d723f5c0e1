from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from one_case import BANK, BRANCH, CITIZEN, SPOUSE, one_case

from assembler.casefile.shape import (
    Charitable,
    CharitableKind,
    MaritalForm,
    Mode,
    Operative,
    Principal,
    Remainder,
    RemainderTo,
    Security,
    Source,
    SpousePower,
)
from assembler.facts import GROUPS, NAMES, NEVER, find

AGREEMENTS = (Source.LIFETIME_AGREEMENT, Source.SPOUSE_CREATED, Source.EXECUTOR_CREATED)
TRUTH = st.sampled_from([True, False, None])


def some_of(answers: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from([None, *answers])


TRUSTS = st.fixed_dictionaries(
    {
        "source": st.sampled_from(AGREEMENTS),
        "marital_form": some_of(MaritalForm),
        "other_property": TRUTH,
        "spouse_power": some_of(SpousePower),
        "principal": some_of(Principal),
        "remainder": st.builds(Remainder, some_of(RemainderTo)),
        "charitable": st.builds(Charitable, some_of(CharitableKind)),
        "security": st.builds(
            Security,
            some_of([(), (Mode.BOND,), (Mode.BOND, Mode.LETTER_OF_CREDIT), tuple(Mode)]),
            TRUTH,
            some_of(Operative),
        ),
        "trustees": some_of([(), (CITIZEN,), (SPOUSE, BANK), (CITIZEN, BRANCH)]),
    }
)


def holds(literal: str, facts: dict[str, bool | None]) -> bool:
    return facts[literal.removeprefix("not ")] is (not literal.startswith("not "))


@settings(max_examples=300, deadline=None)
@given(TRUSTS)
def test_an_agreement_that_is_not_refused_keeps_every_relation_of_the_facts(trust: dict[str, Any]) -> None:
    found = find(one_case(trust=trust))
    facts = {name: found.trusts[0][name] for name in NAMES}

    if not found.problems:
        for group in GROUPS:
            values = [facts[name] for name in group]
            assert values.count(True) <= 1, group
            assert set(values) != {False}, group
        for never in NEVER:
            assert not all(holds(literal, facts) for literal in never), never


def test_every_relation_is_of_facts_that_exist() -> None:
    related = {literal.removeprefix("not ") for relation in (*GROUPS, *NEVER) for literal in relation}

    assert related <= NAMES.keys()
