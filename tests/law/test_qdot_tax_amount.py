from decimal import Decimal

import pytest

from assembler.law import qdot_tax_amount as amounts
from assembler.law.figure import Figure, OutOfRange

ZERO = Decimal(0)


def shown(figure: Figure) -> list[tuple[str, object]]:
    return [(step.text, step.value) for step in figure.steps]


def test_money_property_and_tax_withheld_are_all_taxed() -> None:
    paid = amounts.Distribution(money=Decimal(60_000), property=Decimal(30_000), withheld=Decimal(10_000))

    assert amounts.distribution_amount(paid).value == 100_000


def test_income_hardship_and_miscellaneous_payments_are_not_taxed() -> None:
    paid = amounts.Distribution(
        money=Decimal(100), withheld=Decimal(7), income=Decimal(40), hardship=Decimal(30), exempt=Decimal(20)
    )

    assert shown(amounts.distribution_amount(paid)) == [
        ("Money distributed", 100),
        ("Amount withheld to pay the tax", 7),
        ("Less: income distributed to the spouse", 40),
        ("Less: distributed on account of hardship", 30),
        ("Less: expenses, taxes, dispositions for value and reimbursements", 20),
        ("Amount subject to tax", 17),
    ]


def test_hardship_is_taxed_where_several_qdots_have_no_designated_filer() -> None:
    figure = amounts.distribution_amount(
        amounts.Distribution(money=Decimal(100), hardship=Decimal(100)), is_hardship_exempt=False
    )

    assert figure.value == 100
    assert ("Hardship, not exempt: several QDOTs and no designated filer", 100) in shown(figure)


def test_exempt_parts_may_be_the_whole_and_no_more() -> None:
    assert amounts.distribution_amount(amounts.Distribution(money=Decimal(9), income=Decimal(9))).value == 0
    with pytest.raises(OutOfRange, match="more than the money"):
        amounts.distribution_amount(amounts.Distribution(money=Decimal(9), income=Decimal("9.01")))
    with pytest.raises(OutOfRange, match="more than the money"):
        amounts.distribution_amount(amounts.Distribution(withheld=Decimal(9), exempt=Decimal(1)))
    parts = amounts.Distribution(
        money=Decimal(4), property=Decimal(5), income=Decimal(3), hardship=Decimal(3), exempt=Decimal(4)
    )
    with pytest.raises(OutOfRange, match="10, are more than the money and property distributed, 9"):
        amounts.distribution_amount(parts)


@pytest.mark.parametrize("part", ["money", "property", "withheld", "income", "hardship", "exempt"])
def test_a_negative_part_is_refused(part: str) -> None:
    with pytest.raises(OutOfRange, match=part):
        amounts.distribution_amount(amounts.Distribution(**{part: Decimal(-1)}))


def test_at_death_all_that_is_in_the_trust_is_taxed_less_gifts_to_charity_and_a_new_spouse() -> None:
    figure = amounts.death_amount(
        Decimal(800_000),
        Decimal(5_000),
        residual_payments=Decimal(45_000),
        special_use_reduction=Decimal(50_000),
        charitable=Decimal(100_000),
        marital=Decimal(200_000),
    )

    assert figure.value == 500_000
    assert [value for _, value in shown(figure)] == [800_000, 5_000, 45_000, 50_000, 100_000, 200_000, 500_000]


def test_deductions_may_take_all_and_no_more() -> None:
    assert amounts.death_amount(Decimal(5), charitable=Decimal(5)).value == 0
    with pytest.raises(OutOfRange, match="by 1"):
        amounts.death_amount(Decimal(5), charitable=Decimal(6))


def test_special_use_takes_off_no_more_than_750000() -> None:
    assert amounts.death_amount(Decimal(10**6), special_use_reduction=Decimal(750_000)).value == 250_000
    with pytest.raises(OutOfRange, match=r"750,000"):
        amounts.death_amount(Decimal(10**6), special_use_reduction=Decimal("750000.01"))


def test_a_negative_value_is_refused_at_death_and_at_cessation() -> None:
    with pytest.raises(OutOfRange, match="-1"):
        amounts.death_amount(Decimal(-1))
    with pytest.raises(OutOfRange, match="-1"):
        amounts.cessation_amount(Decimal(-1))


def test_a_trust_that_ceases_to_qualify_is_taxed_whole() -> None:
    assert amounts.cessation_amount(Decimal("1234567.89")).value == Decimal("1234567.89")
