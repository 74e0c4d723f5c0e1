"""Every fact is found under its name, and no subject has what none can have."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import cycle, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assembler.casefile import shape
from assembler.casefile.shape import (
    Charitable,
    CharitableKind,
    Events,
    MaritalForm,
    Mode,
    Operative,
    Principal,
    Provision,
    Remainder,
    RemainderTo,
    ResidenceExclusion,
    Security,
    Source,
    SpousePower,
    Status,
)
from assembler.casefile.shape_annuities import MeasuringLife
from assembler.casefile.shape_assignments import Funding, Issue, Protective
from assembler.casefile.shape_security import Bond, Issuer, IssuerKind, Letter, OldInstrument
from assembler.casefile.shape_values import ResidenceSale, Valuation, YearEnd
from assembler.findings import Findings, Kind, Subject, find
from assembler.findings.topics import (
    ANNUITY,
    ASSIGNMENT,
    CASE,
    EVERY,
    NEVER_BOTH,
    OF_ANOTHER_KIND,
    SIGNING,
    TRUST,
    meaning_of,
)
from assembler.findings.vocabulary import Combination, families, never
from findings.one_case import BANK, BONDS, BRANCH, CITIZEN, HOME, LAND, SPOUSE, one_case
from findings.one_item import ANNUITY as PENSION
from findings.one_item import ASSIGNMENT as GIVEN
from findings.one_item import HOUSE, SHARES, assigned, item, paid
from findings.secured_case import BOND, CONFIRMER, LETTER

FACTS = [fact for topic in EVERY for fact in topic.facts]
NAMES = {fact.name for fact in FACTS}
FAMILIES = families(FACTS)
NEVER = never(EVERY) + NEVER_BOTH
WORKING_PAPERS = {"has_figures", "has_dates", "has_unconfirmed_figures"}
OF_KIND = {
    Kind.CASE: (*CASE, SIGNING),
    Kind.TRUST: (*TRUST, *CASE, SIGNING),
    Kind.ASSIGNMENT: (*ASSIGNMENT, SIGNING),
    Kind.ANNUITY: (*ANNUITY, SIGNING),
}


@pytest.mark.parametrize("kind", Kind)
def test_a_topic_finds_the_facts_it_names_and_no_other(kind: Kind) -> None:
    (subject,) = find(one_case(assignments=(GIVEN,), annuities=(PENSION,))).of(kind)

    for topic in OF_KIND[kind]:
        found = [name for name, _ in topic.find(subject) if name != "receives_roll_over" or topic not in ANNUITY]
        assert sorted(found) == sorted(fact.name for fact in topic.facts)


def test_every_subject_answers_to_every_name_but_those_of_the_working_papers() -> None:
    found = find(one_case(assignments=(GIVEN,), annuities=(replace(PENSION, trust="share"),)))

    assert found.whole.facts.keys() == NAMES
    for kind in (Kind.TRUST, Kind.ASSIGNMENT, Kind.ANNUITY):
        assert found.of(kind)[0].facts.keys() == NAMES - WORKING_PAPERS, kind


def test_no_two_facts_have_one_name() -> None:
    assert [name for name, count in Counter(fact.name for fact in FACTS).items() if count > 1] == []


def test_every_fact_has_a_meaning_in_one_sentence() -> None:
    for fact in FACTS:
        assert meaning_of(fact.name) == fact.meaning
        assert fact.meaning.endswith("."), fact.name
        assert fact.meaning[0].isupper(), fact.name


def test_every_relation_is_of_facts_that_exist() -> None:
    assert {literal.removeprefix("not ") for relation in (*FAMILIES, *NEVER) for literal in relation} <= NAMES


def test_where_no_item_is_meant_only_the_signer_is_so() -> None:
    roll = replace(PENSION, undertaking=shape.Undertaking.ROLL_OVER, trust="share")
    (trust,) = find(one_case(annuities=(roll,))).trusts

    assert {fact.name for topic in (OF_ANOTHER_KIND, SIGNING) for fact in topic.facts if trust[fact.name]} == {
        "assignor_is_spouse"
    }
    assert trust["receives_roll_over"] is True


def broken(subject: Subject) -> Iterator[Combination]:
    """Give the relations of the facts that a subject does not keep."""
    facts = {name: subject[name] for name in NAMES - WORKING_PAPERS}
    so = {name if value else f"not {name}" for name, value in facts.items() if value is not None}
    for family in FAMILIES:
        values = [facts[name] for name in family]
        if values.count(True) > 1 or set(values) == {False}:
            yield family
    yield from (combination for combination in NEVER if so.issuperset(combination))


ASSETS = st.sampled_from([None, (HOUSE,), (HOUSE, SHARES)])
PROTECTIVES = (Protective(), *(Protective(issue=issue, basis="So.") for issue in Issue if issue is not Issue.VALUATION))


@settings(max_examples=30)
@given(
    st.sampled_from(shape.Manner),
    ASSETS,
    st.sampled_from([Decimal(100), Decimal(50)]),
    st.sampled_from(PROTECTIVES),
    st.sampled_from(Funding),
    st.booleans(),
)
def test_no_assignment_has_what_none_can_have(
    manner: shape.Manner,
    assets: tuple[shape.AssignedAsset, ...] | None,
    fraction: Decimal,
    protective: Protective,
    rule: Funding,
    is_incompetent: bool,
) -> None:
    if protective.issue and manner in (shape.Manner.TRANSFERRED, shape.Manner.KEPT):
        return  # refused, or no assignment
    case = assigned(
        {"spouse": {"is_incompetent": is_incompetent}},
        manner=manner,
        assets=assets,
        fraction=fraction,
        protective=protective,
        funding=(rule,),
    )

    assert list(broken(item(case))) == []


@pytest.mark.parametrize(
    ("undertaking", "lives", "account"), list(product(shape.Undertaking, (0, 1, 2), ("account", "annuity", "neither")))
)
def test_no_annuity_has_what_none_can_have(undertaking: shape.Undertaking, lives: int, account: str) -> None:
    case = paid(
        undertaking=undertaking,
        measuring_lives=tuple(MeasuringLife(name="Ó", born=date(1950, 5, 5)) for _ in range(lives)),
        term_years=None if lives else 9,
        is_retirement_account=account == "account",
        is_retirement_annuity=account == "annuity",
    )

    assert list(broken(item(case))) == []


def test_a_trust_that_takes_a_roll_over_is_no_annuity_and_neither_is_what_is_assigned_to_it() -> None:
    roll = replace(PENSION, undertaking=shape.Undertaking.ROLL_OVER, trust="share")
    found = find(one_case(assignments=(GIVEN,), annuities=(roll,)))

    for subject in (found.whole, *found.trusts, *found.assignments, *found.annuities):
        assert list(broken(subject)) == [], subject


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
        "trustees": some_of([(CITIZEN,), (SPOUSE, BANK), (CITIZEN, BRANCH)]),
        "instrument_date": st.just(date(2026, 2, 11)),
        "provisions": st.lists(st.sampled_from(Provision), max_size=2, unique=True).map(tuple),
        "assets": st.sampled_from([(BONDS,), (replace(BONDS, is_community=True),)]),
    }
)

LETTERS = [replace(LETTER, issuer=Issuer(kind=kind), confirmer=CONFIRMER) for kind in [*IssuerKind, None]]
ARRANGED = [
    (Operative.BOND, BOND, Letter()),
    *((Operative.LETTER_OF_CREDIT, Bond(), letter) for letter in LETTERS),
    *((operative, Bond(), Letter()) for operative in [*Operative, None]),
    *((operative, BOND, letter) for operative, letter in zip([*Operative, None], cycle([Letter(), *LETTERS]))),
]
SECURED = st.fixed_dictionaries(
    {
        "arranged": st.sampled_from(ARRANGED),
        "events": st.sampled_from([replace(Events(), **one) for one in HAPPENED]),
        "assets": some_of([(BONDS,), (BONDS, LAND), (BONDS, HOME), (BONDS, HOME)]),
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


@settings(max_examples=75)
@given(TRUSTS)
def test_an_agreement_that_is_not_refused_keeps_every_relation_of_the_facts(trust: dict[str, Any]) -> None:
    keeps_every_relation(find(one_case(trust=trust)))


@settings(max_examples=75)
@given(SECURED, st.sampled_from([date(2026, 2, 11), None]), some_of(Status), SPOUSES)
def test_a_secured_trust_that_is_not_refused_keeps_every_relation_of_the_facts(
    trust: dict[str, Any], died: date | None, status: Status | None, spouse: dict[str, Any]
) -> None:
    operative, bond, letter = trust.pop("arranged")
    trust |= {"security": Security(tuple(Mode), operative=operative), "bond": bond, "letter": letter}
    decedent = {"died": died, "status": status}
    keeps_every_relation(find(one_case(trust=trust, decedent=decedent, spouse=spouse, return_={"form": None})))


def keeps_every_relation(found: Findings) -> None:
    lost = list(broken(found.trusts[0]))

    assert not lost or found.problems, lost
