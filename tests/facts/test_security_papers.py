"""Which security papers and statements a case calls for."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from one_case import BONDS, HOME, LAND, fact, finding, first, one_case
from secured_case import ASSETS, LETTER, by_bond, by_letter, events, issuer

from assembler.casefile import shape
from assembler.casefile.shape_holdings import Entity, EntityKind, Holding, Stake
from assembler.casefile.shape_security import Bond, IssuerKind, OldInstrument, Replacement
from assembler.casefile.shape_tax import Disqualification, Distribution, DistributionKind
from assembler.casefile.shape_values import Reinvestment, ResidenceSale, Valuation, YearEnd

ISSUERS = ("letter_by_us_bank", "letter_by_us_branch", "letter_by_foreign_bank", "has_confirmation")
LIMIT: dict[str, Any] = {"security": shape.Security(tuple(shape.Mode), operative=shape.Operative.FOREIGN_LIMIT)}
SALE = ResidenceSale(
    sold=date(2027, 3, 1),
    amount_realized=Decimal(700_000),
    excluded=Decimal(600_000),
    reinvestments=(Reinvestment(date(2027, 6, 1), Decimal(400_000)),),
)


def elected(security: bool | None = True, **answers: Any) -> dict[str, Any]:
    exclusion = shape.ResidenceExclusion(threshold=False, security=security, **answers)
    return {"assets": (*ASSETS, HOME), "residence_exclusion": exclusion}


@pytest.mark.parametrize(
    ("trust", "expected"),
    [
        ({}, (True, False, True)),
        ({"letter": LETTER}, (True, True, True)),
        ({"bond": Bond()}, (True, False, True)),  # in use, though not described
        ({"security": shape.Security(operative=shape.Operative.BANK_TRUSTEE)}, (True, False, True)),
        (
            {"bond": Bond(), "security": shape.Security(operative=shape.Operative.BANK_TRUSTEE)},
            (False, False, False),
        ),
        ({"bond": Bond(), "security": shape.Security()}, (None, None, None)),
    ],
)
def test_a_bond_is_described_or_in_use(trust: dict[str, Any], expected: tuple[bool | None, ...]) -> None:
    facts = first(by_bond(trust=trust))

    assert (facts["has_bond"], facts["has_letter"], facts["has_bond_or_letter"]) == expected


def test_before_a_death_no_bond_is_in_use_unless_one_is_described() -> None:
    plan = by_bond(trust={"bond": Bond(), "security": shape.Security()}, decedent={"died": None})

    assert fact("has_bond", plan) is False


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (IssuerKind.SECTION_581_BANK, (True, False, False, False)),
        (IssuerKind.US_BRANCH, (False, True, False, False)),
        (IssuerKind.FOREIGN_BANK, (False, False, True, True)),
        (None, (None, None, None, None)),
    ],
)
def test_the_issuer_s_kind_decides_on_the_form(kind: Any, expected: tuple[bool | None, ...]) -> None:
    facts = first(by_letter(issuer(kind)))

    assert tuple(facts[name] for name in ISSUERS) == expected
    assert [fact(name, by_bond()) for name in ISSUERS] == [False] * 4


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (shape.Status.CITIZEN_DOMICILED_US, False),
        (shape.Status.RESIDENT_NONCITIZEN, False),
        (shape.Status.CITIZEN_DOMICILED_ABROAD, True),
        (shape.Status.NONRESIDENT_NONCITIZEN, True),
        (None, None),
    ],
)
def test_the_international_addressee_is_for_who_died_domiciled_abroad(status: Any, expected: bool | None) -> None:
    assert fact("international_addressee", by_letter(decedent={"status": status})) is expected


def test_notices_are_called_for_when_events_say_so() -> None:
    told = events(nonrenewal_mailed=date(2027, 6, 1))
    received = events(notice_received=date(2027, 6, 1))
    closing = events(notice_received=date(2027, 6, 1), branch_closes=date(2027, 8, 1))
    branch = issuer(IssuerKind.US_BRANCH)

    assert fact("notice_of_nonrenewal_bond", by_bond()) is False
    assert fact("notice_of_nonrenewal_bond", by_bond(trust=told)) is True
    assert fact("notice_of_nonrenewal_letter", by_bond(trust=told)) is False
    assert fact("notice_of_nonrenewal_letter", by_letter(trust=received)) is True
    assert fact("notice_of_nonrenewal", by_letter(branch, trust=closing)) is False
    assert fact("notice_of_branch_closing", by_letter(branch, trust=closing)) is True
    assert fact("notice_of_branch_closing", by_letter(trust=closing)) is False


def test_a_replacement_is_secured_on_a_day() -> None:
    new = Replacement(shape.Operative.BANK_TRUSTEE, secured=date(2027, 6, 1))

    assert fact("replacement_secured", by_bond(security={"replacement": new})) is True
    assert fact("replacement_secured", by_bond(security={"replacement": replace(new, secured=None)})) is False


@pytest.mark.parametrize(
    ("final", "expected"), [("3076923.09", True), ("2000000.01", False), ("1000000", True), (None, False)]
)
def test_a_final_determination_at_another_value_adjusts_the_amount(final: str | None, expected: bool) -> None:
    case = by_bond(trust={"valuation": Valuation(final=Decimal(final) if final else None)})

    assert fact("amount_adjusted", case) is expected
    assert fact("adjusted_by_determination", case) is expected
    assert fact("adjusted_by_residence", case) is False


def test_an_audit_may_bring_the_amount_to_two_million_and_a_cent() -> None:
    figures = first(by_bond(trust={"valuation": Valuation(final=Decimal("3076923.09"))})).figures

    assert figures["security_amount"].value == Decimal("1300000.01")
    assert figures["adjusted_security_amount"].value == Decimal("2000000.01")
    assert figures["adjusted_security_amount"].name == "adjusted security amount"


@pytest.mark.parametrize(
    ("trust", "amount"),
    [
        (elected() | events(residence_ceased=date(2027, 3, 1)), "1755000.01"),  # nothing is left out
        (elected(cancelled=date(2027, 4, 15)), "1755000.01"),
        (elected(sales=(SALE,)), "1495000.01"),  # 400,000 is reinvested
        (elected(security=False, elected_later=date(2027, 4, 15)), "1365000.01"),  # 600,000 of 700,000
    ],
)
def test_a_change_of_the_residence_exclusion_adjusts_the_amount(trust: dict[str, Any], amount: str) -> None:
    facts = first(by_bond(trust=trust, security={"amount_furnished": None}))

    assert facts.figures["adjusted_security_amount"].value == Decimal(amount)
    assert (facts["amount_adjusted"], facts["adjusted_by_residence"]) == (True, True)
    assert facts["adjusted_by_determination"] is False


@pytest.mark.parametrize("sale", [ResidenceSale(sold=date(2027, 3, 1)), replace(SALE, reinvestments=None)])
def test_a_sale_without_its_amounts_leaves_the_adjustment_undecided(sale: ResidenceSale) -> None:
    facts = first(by_bond(trust=elected(sales=(sale,))))

    assert facts["amount_adjusted"] is None
    assert "adjusted_security_amount" not in facts.figures


def test_without_a_bond_or_letter_nothing_is_adjusted() -> None:
    assert fact("amount_adjusted", one_case(trust={"valuation": Valuation(final=Decimal(5_000_000))})) is False


def test_each_end_of_the_exclusion_is_its_own_election() -> None:
    facts = first(by_bond(trust=elected()))

    assert facts["residence_excluded_for_security"] is True
    assert facts["residence_excluded_for_threshold"] is False
    assert first(by_bond(trust=elected(security=None)))["residence_excluded_for_security"] is None


def test_a_later_statement_changes_the_exclusion() -> None:
    names = ("residence_later_election", "residence_later_cancellation", "residence_reallocated")
    for name, answer in zip(names, ("elected_later", "cancelled", "reallocated"), strict=True):
        answers: dict[str, Any] = {answer: date(2027, 4, 15)}
        facts = first(by_bond(trust=elected(**answers)))

        assert [facts[one] for one in names] == [one == name for one in names]
        assert facts["residence_exclusion_changed"] is True


@pytest.mark.parametrize(
    ("trust", "direct", "due"),
    [
        ({"assets": (BONDS, LAND), **LIMIT}, True, True),
        ({"assets": (BONDS,), **LIMIT}, False, False),
        ({"assets": (BONDS, LAND)}, False, False),  # a bank is trustee
        ({"assets": (BONDS, LAND), "security": shape.Security()}, None, None),
        ({"assets": None, **LIMIT}, None, None),
        ({"assets": (BONDS, LAND), **LIMIT, "year_ends": (YearEnd(foreign_real_property=Decimal(0)),)}, False, False),
        ({"assets": (BONDS,), **LIMIT, "year_ends": (YearEnd(holdings=(Holding(None, True, "PT"),)),)}, True, True),
    ],
)
def test_any_land_abroad_without_security_calls_for_the_annual_statement(
    trust: dict[str, Any], direct: bool | None, due: bool | None
) -> None:
    facts = first(one_case(trust=trust))

    assert (facts["annual_land_direct"], facts["annual_statement_due"]) == (direct, due)


@pytest.mark.parametrize(("holders", "expected"), [(15, True), (16, False)])
def test_land_abroad_inside_a_company_calls_for_it_when_it_is_looked_through(holders: int, expected: bool) -> None:
    vineyard = Holding("Vineyard", True, "PT", Decimal(900_000))
    company = Entity("lda", "Quinta Lda.", EntityKind.CORPORATION, holders, 0, assets=(vineyard,))
    stock = shape.Asset(
        "stock",
        "Stock",
        shape.AssetKind.CLOSELY_HELD,
        "PT",
        Decimal(300_000),
        entity="lda",
        stake=Stake(value=Decimal(30)),
    )
    case = one_case(trust={"assets": (BONDS, stock), **LIMIT}, entities=(company,))

    assert fact("annual_land_look_through", case) is expected
    assert fact("annual_land_direct", case) is False
    assert fact("annual_statement_due", case) is expected


def test_a_company_that_nobody_describes_leaves_the_annual_statement_undecided() -> None:
    stock = shape.Asset("stock", kind=shape.AssetKind.CLOSELY_HELD, country="US", value=Decimal(300_000))

    assert fact("annual_land_look_through", one_case(trust={"assets": (BONDS, stock), **LIMIT})) is None


def test_a_residence_sold_or_ceased_calls_for_it_even_with_a_bond() -> None:
    sold = first(by_bond(trust=elected(sales=(SALE,))))
    ceased = first(by_bond(trust=elected() | events(residence_ceased=date(2027, 3, 1))))
    never = first(by_bond(trust=elected(security=False, sales=(SALE,))))

    assert (sold["annual_residence_sold"], sold["annual_statement_due"]) == (True, True)
    assert (ceased["annual_residence_ceased"], ceased["annual_residence_sold"]) == (True, False)
    assert never["annual_statement_due"] is False


RELEASES = ("release_due", "released_by_citizenship", "released_by_tax_paid", "released_at_zero")
PAID = events(tax_settled=date(2030, 1, 1), tax_is_zero=False)
TAXED = (Distribution(date(2027, 1, 1), DistributionKind.PRINCIPAL, Decimal(1)),)
CITIZEN = {"became_citizen": date(2028, 7, 4)}


@pytest.mark.parametrize(
    ("trust", "spouse", "expected"),
    [
        ({}, {}, (False, False, False, False)),
        (PAID, {}, (False, False, False, False)),  # the trust has not ended
        (PAID, {"died": date(2029, 1, 1)}, (True, False, True, False)),
        (PAID | {"disqualification": Disqualification(date(2029, 1, 1))}, {}, (True, False, True, False)),
        (
            events(tax_settled=date(2030, 1, 1), tax_is_zero=True),
            {"died": date(2029, 1, 1)},
            (True, False, False, True),
        ),
        (events(tax_settled=date(2030, 1, 1)), {"died": date(2029, 1, 1)}, (True, False, None, None)),
        ({}, {**CITIZEN, "resident_throughout": True}, (True, True, False, False)),
        (PAID, {**CITIZEN, "resident_throughout": True, "died": date(2029, 1, 1)}, (True, True, False, False)),
        ({"distributions": ()}, {**CITIZEN, "resident_throughout": False}, (True, True, False, False)),
        ({"distributions": TAXED}, {**CITIZEN, "resident_throughout": False}, (False, False, False, False)),
        ({}, {**CITIZEN, "resident_throughout": None}, (None, None, False, False)),
    ],
)
def test_security_is_released_for_one_reason(
    trust: dict[str, Any], spouse: dict[str, Any], expected: tuple[bool | None, ...]
) -> None:
    facts = first(by_bond(trust=trust, spouse=spouse, return_={"filed": date(2026, 11, 1)}))

    assert tuple(facts[name] for name in RELEASES) == expected


def test_without_security_there_is_nothing_to_release() -> None:
    assert fact("release_due", one_case(trust=PAID, spouse={"died": date(2029, 1, 1)})) is False


@pytest.mark.parametrize(
    ("old", "signed", "expected"),
    [
        (OldInstrument(False, True, False), date(1995, 11, 20), (True, False)),
        (OldInstrument(True, None, False), date(1995, 11, 20), (False, True)),
        (OldInstrument(False, True, False), date(1995, 11, 21), (False, False)),
        (OldInstrument(True, None, True), date(1990, 1, 1), (False, False)),
        (OldInstrument(), date(1990, 1, 1), (None, None)),
        (OldInstrument(), None, (False, False)),  # an agreement yet to be signed
    ],
)
def test_an_instrument_of_1995_may_rest_on_a_statement(
    old: OldInstrument, signed: date | None, expected: tuple[bool | None, ...]
) -> None:
    facts = first(one_case(trust={"old_instrument": old, "instrument_date": signed}))

    assert (facts["incompetency_statement"], facts["irrevocable_statement"]) == expected


def test_a_reason_names_the_event_and_its_day() -> None:
    found = finding("notice_of_nonrenewal_bond", by_bond(trust=events(nonrenewal_mailed=date(2027, 6, 1))))

    assert found.because.endswith("notice is mailed that the security is not renewed, on June 1, 2027")
    assert found.rests_on == ("trusts[share].bond", "trusts[share].events.nonrenewal_mailed")
