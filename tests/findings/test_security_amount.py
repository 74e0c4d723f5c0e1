"""How much must be secured, at first and after what changes it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from assembler.casefile import shape
from assembler.casefile.shape import ResidenceExclusion
from assembler.casefile.shape_values import ResidenceSale, Valuation
from assembler.findings import find
from assembler.findings.security_amount import adjusted_amount, amount_to_secure
from findings.one_case import BONDS, HOME, TRUST, amount, events, fact, first, one_case
from findings.secured_case import SALE, by_bond, elected
from findings.written_case import figured, holding, steps, value, values


def first_amount(case: shape.Case) -> object:
    return amount(amount_to_secure(first(case)))


def adjusted(case: shape.Case) -> object:
    return amount(adjusted_amount(first(case)))


@pytest.mark.parametrize(
    ("final", "expected"), [("3076923.09", True), ("2000000.01", False), ("1000000", True), (None, False)]
)
def test_a_final_determination_at_another_value_adjusts_the_amount(final: str | None, expected: bool) -> None:
    case = by_bond(trust={"valuation": Valuation(final=Decimal(final) if final else None)})

    assert fact("amount_adjusted", case) is expected
    assert fact("adjusted_by_determination", case) is expected
    assert fact("adjusted_by_residence", case) is False


def test_an_audit_may_bring_the_amount_to_two_million_and_a_cent() -> None:
    case = by_bond(trust={"valuation": Valuation(final=Decimal("3076923.09"))})

    assert first_amount(case) == Decimal("1300000.01")
    assert adjusted(case) == Decimal("2000000.01")
    figure = adjusted_amount(first(case)).value
    assert figure is not None
    assert figure.name == "adjusted security amount"


@pytest.mark.parametrize(
    ("trust", "now"),
    [
        (elected() | events(residence_ceased=date(2027, 3, 1)), "1755000.01"),  # nothing is left out
        (elected(cancelled=date(2027, 4, 15)), "1755000.01"),
        (elected(sales=(SALE,)), "1495000.01"),  # 400,000 is reinvested
        (elected(security=False, elected_later=date(2027, 4, 15)), "1365000.01"),  # 600,000 of 700,000
    ],
)
def test_a_change_of_the_residence_exclusion_adjusts_the_amount(trust: dict[str, Any], now: str) -> None:
    case = by_bond(trust=trust, security={"amount_furnished": None})

    assert adjusted(case) == Decimal(now)
    assert (fact("amount_adjusted", case), fact("adjusted_by_residence", case)) == (True, True)
    assert fact("adjusted_by_determination", case) is False


@pytest.mark.parametrize("sale", [ResidenceSale(sold=date(2027, 3, 1)), replace(SALE, reinvestments=None)])
def test_a_sale_without_its_amounts_leaves_the_adjustment_undecided(sale: ResidenceSale) -> None:
    case = by_bond(trust=elected(sales=(sale,)))

    assert fact("amount_adjusted", case) is None
    assert adjusted(case) is None


def test_without_a_bond_or_letter_nothing_is_adjusted() -> None:
    assert fact("amount_adjusted", one_case(trust={"valuation": Valuation(final=Decimal(5_000_000))})) is False


def test_two_trusts_share_one_exclusion_for_security() -> None:
    elected = ResidenceExclusion(threshold=False, security=True)
    home = replace(HOME, value=Decimal(450_000))
    bonds = replace(BONDS, value=Decimal(1_000_000))
    pair = (
        replace(TRUST, id="a", assets=(home, bonds), residence_exclusion=elected),
        replace(TRUST, id="b", assets=(home, bonds), residence_exclusion=elected),
    )
    amounts = [amount(amount_to_secure(trust)) for trust in find(one_case(trusts=pair)).trusts]
    assert amounts == [Decimal("650000.00"), Decimal("845000.00")]


def test_security_is_not_computed_while_its_election_is_open() -> None:
    trust = {"assets": (HOME, BONDS), "residence_exclusion": ResidenceExclusion(threshold=False)}

    assert first_amount(one_case(trust=trust)) is None


def test_several_trusts_are_measured_together_and_secured_apart() -> None:
    found = figured(
        "trusts:\n"
        "  - {id: a, assets: [{kind: cash, country: US, value: 1500000}],"
        " residence_exclusion: {threshold: false, security: false}}\n"
        "  - {id: b, assets: [{kind: cash, country: US, value: 700000.01}],"
        " residence_exclusion: {threshold: false, security: false}}\n"
    )

    assert values(found, "threshold value") == {"all QDOTs": "2200000.01"}
    assert values(found, "security amount") == {"a": "975000.00", "b": "455000.01"}


def test_a_final_value_changes_the_security() -> None:
    found = figured(
        holding(
            ", security: {operative: bond, amount_furnished: 700000}, valuation: {reported: 1200000, final: 1000000}"
        )
    )

    assert value(found, "security amount") == "390000.00"
    assert value(found, "adjusted security amount") == "650000.00"
    assert value(found, "change in security") == "-50000.00"
    assert values(found, "threshold value")["Ó Briain QDOT, as finally determined"] == "1000000"


@pytest.mark.parametrize(
    ("reported", "cause", "part", "deduction"),
    [
        ("600000", "", "50.00", "not decided by the answers"),
        ("600000.01", "", "50.01", None),
        ("600000", ", has_reasonable_cause: false", "50.00", "disallowed"),
        ("600000", ", has_reasonable_cause: true, is_in_good_faith: true", "50.00", "kept"),
    ],
)
def test_half_the_value_is_too_little(reported: str, cause: str, part: str, deduction: str | None) -> None:
    found = figured(
        holding(f", security: {{operative: bond}}, valuation: {{reported: {reported}, final: 1200000{cause}}}")
    )

    assert value(found, "part of the final value that was reported") == part
    said = [step for step in steps(found, "part of the final value that was reported") if "marital" in step]
    assert said == ([f"the marital deduction = {deduction}"] if deduction else [])


@pytest.mark.parametrize(
    ("case", "rests_on"),
    [
        (by_bond(decedent={"died": None}), ("decedent.died",)),
        (by_bond(trust={"assets": None}), ("trusts[share].assets[0].value",)),
        (by_bond(trust={"assets": (replace(BONDS, value=None),)}), ("trusts[share].assets[bonds].value",)),
        (by_bond(trust=elected(security=None)), ("trusts[share].residence_exclusion.security",)),
    ],
)
def test_an_amount_that_is_unknown_names_the_answers_it_rests_on(case: shape.Case, rests_on: tuple[str, ...]) -> None:
    found = amount_to_secure(first(case))

    assert (found.value, found.rests_on) == (None, rests_on)
    assert found.because
    assert found.law


def test_an_amount_speaks_of_the_day_of_death() -> None:
    assert amount_to_secure(first(by_bond())).day == date(2026, 2, 11)


def test_until_something_changes_the_amount_there_is_no_other() -> None:
    found = adjusted_amount(first(by_bond()))

    assert (found.value, found.because) == (None, "nothing has changed the amount")
    assert found.rests_on == ("trusts[share].valuation.final",)


def test_whoever_asks_for_the_amount_is_given_the_same() -> None:
    trust = first(by_bond())

    assert amount_to_secure(trust) is amount_to_secure(trust)
    (shown,) = (one.figure for one in find(by_bond()).figures.figures if one.figure.name == "security amount")
    assert shown == amount_to_secure(trust).value


@pytest.mark.parametrize(
    ("operative", "limb"),
    [
        (shape.Operative.BOND, "(B)"),
        (shape.Operative.LETTER_OF_CREDIT, "(C)"),
        (shape.Operative.FOREIGN_LIMIT, "(B), (C)"),
        (None, "(B), (C)"),
    ],
)
def test_the_amount_cites_the_paragraph_of_the_instrument_in_use(
    operative: shape.Operative | None, limb: str
) -> None:
    trust = first(one_case(trust={"security": shape.Security(operative=operative)}))
    found = amount_to_secure(trust).value

    assert found is not None
    assert found.steps[-1].law == f"26 CFR 20.2056A-2(d)(1)(i){limb}"
