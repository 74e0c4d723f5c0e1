from datetime import date
from decimal import Decimal

import pytest

from assembler.law.estate import Estate
from assembler.law.figure import Figure, OutOfRange
from assembler.law.prior_transfer import credit_without_election, qdot_credit

S_DIED = date(1997, 9, 1)


def shown(figure: Figure) -> list[tuple[str, object]]:
    return [(step.text, step.value) for step in figure.steps]


def test_the_example_of_the_regulation_comes_to_279600() -> None:
    # The example credits 64,400 of State death taxes without saying what S's estate paid: at least that.
    spouse = Estate(S_DIED, Decimal(1_500_000), state_tax_paid=Decimal(64_400))

    credit = qdot_credit(spouse, Decimal(800_000), Decimal(304_800))

    assert credit.value == 279_600
    for step in (
        ("First limitation", 304_800),
        ("(A) with the property: Spouse's taxable estate", 1_500_000),
        ("(A) with the property: Gross tax", 555_800),
        ("(A) with the property: Less: unified credit", 192_800),
        ("(A) with the property: Less: credit for State death taxes (the lesser)", 64_400),
        ("(A) with the property: Net tax", 298_600),
        ("(B) without the property: Spouse's taxable estate", 700_000),
        ("(B) without the property: Gross tax", 229_800),
        ("(B) without the property: Less: unified credit", 192_800),
        ("(B) without the property: Less: credit for State death taxes (the lesser)", 18_000),
        ("(B) without the property: Net tax", 19_000),
        ("(B) without the property: State death tax paid by this estate", 64_400),
        ("Second limitation: (A) less (B)", 279_600),
        ("Credit for tax on prior transfers: the lesser", 279_600),
    ):
        assert step in shown(credit)


def test_the_first_limitation_binds_where_the_section_2056a_tax_was_smaller() -> None:
    spouse = Estate(S_DIED, Decimal(1_500_000), state_tax_paid=Decimal(64_400))

    assert qdot_credit(spouse, Decimal(800_000), Decimal(279_599)).value == 279_599
    assert qdot_credit(spouse, Decimal(800_000), Decimal(200_000), Decimal(50_000)).value == 250_000


def test_a_spouse_whose_estate_owes_nothing_has_no_credit() -> None:
    assert qdot_credit(Estate(date(2026, 1, 1), Decimal(800_000)), Decimal(800_000), Decimal(304_800)).value == 0


def test_the_qdot_is_part_of_the_spouses_taxable_estate() -> None:
    with pytest.raises(OutOfRange, match="more than the spouse's taxable estate"):
        qdot_credit(Estate(S_DIED, Decimal(799_999)), Decimal(800_000), Decimal(1))


def test_negative_amounts_are_refused() -> None:
    spouse = Estate(S_DIED, Decimal(10))
    with pytest.raises(OutOfRange, match="tax at death is -1"):
        qdot_credit(spouse, Decimal(1), Decimal(-1))
    with pytest.raises(OutOfRange, match="tax in life is -1"):
        qdot_credit(spouse, Decimal(1), Decimal(1), Decimal(-1))
    with pytest.raises(OutOfRange, match="property transferred is -1"):
        qdot_credit(spouse, Decimal(-1), Decimal(1))


def test_without_an_election_the_first_limitation_is_the_propertys_share_of_the_transferors_tax() -> None:
    spouse = Estate(S_DIED, Decimal(5_000_000))

    credit = credit_without_election(
        spouse, Decimal(500_000), Decimal(225_400), Decimal(1_300_000), Decimal(225_400 + 70_000)
    )

    # 225,400 × 500,000 ÷ 1,004,600
    assert credit.value == Decimal("112183.95")
    assert ("Transferor's taxable estate less death taxes", 1_004_600) in shown(credit)


def test_without_an_election_the_second_limitation_may_bind() -> None:
    spouse = Estate(S_DIED, Decimal(700_000))

    credit = credit_without_election(spouse, Decimal(500_000), Decimal(500_000), Decimal(600_000), Decimal(0))

    # The spouse's whole tax: 229,800 − 192,800.
    assert credit.value == 37_000


def test_without_an_election_the_property_is_part_of_what_was_left_after_death_taxes() -> None:
    spouse = Estate(S_DIED, Decimal(700_000))
    credit_without_election(spouse, Decimal(400), Decimal(100), Decimal(500), Decimal(100))
    bad = ((401, 100, 500, 100), (0, 1, 500, 1), (1, -1, 500, 1), (1, 1, -1, 0), (1, 1, 5, -1))
    for value, tax, taxable, taxes in bad:
        with pytest.raises(OutOfRange):
            credit_without_election(spouse, Decimal(value), Decimal(tax), Decimal(taxable), Decimal(taxes))
