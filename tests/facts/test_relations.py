from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from assembler.facts import GROUPS, NAMES, NEVER, Facts, find
from hypothesis import given, settings
from hypothesis import strategies as st
from one_case import BANK, BONDS, BRANCH, CITIZEN, HOME, LAND, SPOUSE, one_case
from secured_case import BOND, CONFIRMER, LETTER

from assembler.casefile.shape import (
    Charitable,
    CharitableKind,
    Events,
    MaritalForm,
    Mode,
    Operative,
    Principal,
    Remainder,
    RemainderTo,
    ResidenceExclusion,
    Security,
    Source,
    SpousePower,
    Status,
)
from assembler.casefile.shape_security import Bond, Issuer, IssuerKind, Letter, OldInstrument
from assembler.casefile.shape_values import ResidenceSale, Valuation, YearEnd

AGREEMENTS = (Source.LIFETIME_AGREEMENT, Source.SPOUSE_CREATED, Source.EXECUTOR_CREATED)
DAY = date(2028, 7, 4)
EVENTS = ("nonrenewal_mailed", "notice_received", "branch_closes", "residence_ceased", "tax_settled")
HAPPENED: list[dict[str, Any]] = [{}, *({name: DAY} for name in EVENTS)]
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
SECURED = st.fixed_dictionaries(
    {
        "security": st.builds(Security, st.just(tuple(Mode)), st.none(), some_of(Operative)),
        "bond": st.sampled_from([Bond(), BOND]),
        "letter": st.sampled_from(
            [
                Letter(),
                *(replace(LETTER, issuer=Issuer(kind=kind), confirmer=CONFIRMER) for kind in [*IssuerKind, None]),
            ]
        ),
        "events": st.sampled_from([replace(Events(), **one) for one in HAPPENED]),
        "assets": some_of([(BONDS,), (BONDS, LAND), (BONDS, HOME)]),
        "residence_exclusion": st.builds(
            ResidenceExclusion, TRUTH, TRUTH, some_of([(ResidenceSale(sold=DAY),)]), some_of([DAY]), some_of([DAY])
        ),
        "valuation": st.sampled_from([Valuation(), Valuation(final=Decimal(4_000_000))]),
        "instrument_date": some_of([date(1995, 11, 20), DAY]),
        "old_instrument": st.builds(OldInstrument, TRUTH, TRUTH, TRUTH),
        "year_ends": some_of([(YearEnd(value=Decimal(1), foreign_real_property=Decimal(0)),)]),
    }
)
SPOUSES = st.sampled_from(
    [
        {},
        {"died": DAY},
        {"became_citizen": DAY, "resident_throughout": True},
        {"became_citizen": DAY, "resident_throughout": None},
    ]
)


def holds(literal: str, facts: dict[str, bool | None]) -> bool:
    return facts[literal.removeprefix("not ")] is (not literal.startswith("not "))


@settings(max_examples=300)
@given(TRUSTS)
def test_an_agreement_that_is_not_refused_keeps_every_relation_of_the_facts(trust: dict[str, Any]) -> None:
    keeps_every_relation(find(one_case(trust=trust)))


@settings(max_examples=300)
@given(SECURED, st.sampled_from([date(2026, 2, 11), None]), some_of(Status), SPOUSES)
def test_a_secured_trust_that_is_not_refused_keeps_every_relation_of_the_facts(
    trust: dict[str, Any], died: date | None, status: Status | None, spouse: dict[str, Any]
) -> None:
    decedent = {"died": died, "status": status}
    keeps_every_relation(find(one_case(trust=trust, decedent=decedent, spouse=spouse, return_={"form": None})))


def keeps_every_relation(found: Facts) -> None:
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
