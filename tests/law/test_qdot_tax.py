from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.law.estate import Estate, ForeignTax, Nonresident
from assembler.law.figure import Figure, OutOfRange
from assembler.law.net_tax import estate_tax
from assembler.law.qdot_tax import SpouseDeath, exact_tax, section_2056a_tax

D_DIED = date(1995, 3, 1)
S_DIED = date(1997, 9, 1)


def shown(figure: Figure) -> list[tuple[str, object]]:
    return [(step.text, step.value) for step in figure.steps]


def test_example_1_of_the_regulation_comes_to_235000() -> None:
    estate = Estate(D_DIED, Decimal(500_000))

    tax = section_2056a_tax(estate, Decimal(700_000), spouse=SpouseDeath(S_DIED))

    assert estate_tax(estate).value == 0
    assert ("Gross tax", 155_800) in shown(tax.without)
    assert ("Less: unified credit, not more than the tax", 155_800) in shown(tax.without)
    assert shown(tax.tax) == [
        ("Decedent's actual taxable estate", 500_000),
        ("QDOT property", 700_000),
        ("Total", 1_200_000),
        ("Tax on $1,000,000", 345_800),
        ("Plus 41 percent of $200,000", 82_000),
        ("Gross tax", 427_800),
        ("Less: unified credit", 192_800),
        ("Net tax", 235_000),
        ("Less: tax that would have been imposed on the decedent's taxable estate of $500,000", 0),
        ("Section 2056A estate tax", 235_000),
    ]
    assert tax.amount == 235_000


def test_example_2_of_the_regulation_comes_to_304800() -> None:
    estate = Estate(D_DIED, Decimal(1_300_000), state_tax_paid=Decimal(70_000))

    tax = section_2056a_tax(estate, Decimal(800_000), spouse=SpouseDeath(S_DIED, Decimal(40_000)))

    assert estate_tax(estate).value == 225_400
    assert shown(tax.without) == [
        ("Decedent's actual taxable estate", 1_300_000),
        ("Tax on $1,250,000", 448_300),
        ("Plus 43 percent of $50,000", 21_500),
        ("Gross tax", 469_800),
        ("Less: unified credit", 192_800),
        ("Tax before the credit for State death taxes", 277_000),
        ("State death tax previously paid by the decedent's estate", 70_000),
        ("State death tax credit limitation on an adjusted taxable estate of $1,240,000", 51_600),
        ("Less: credit for State death taxes (the lesser)", 51_600),
        ("Net tax", 225_400),
    ]
    assert shown(tax.tax)[2:] == [
        ("Total", 2_100_000),
        ("Tax on $2,000,000", 780_800),
        ("Plus 49 percent of $100,000", 49_000),
        ("Gross tax", 829_800),
        ("Less: unified credit", 192_800),
        ("Tax before the credit for State death taxes", 637_000),
        ("State death tax paid by the spouse's estate with respect to the QDOT", 40_000),
        ("State death tax previously paid by the decedent's estate", 70_000),
        ("State death taxes paid, together", 110_000),
        ("State death tax credit limitation on an adjusted taxable estate of $2,040,000", 106_800),
        ("Less: credit for State death taxes (the lesser)", 106_800),
        ("Net tax", 530_200),
        ("Less: tax that would have been imposed on the decedent's taxable estate of $1,300,000", 225_400),
        ("Section 2056A estate tax", 304_800),
    ]
    assert tax.figures == (tax.without, tax.tax)


def test_the_rates_are_those_of_the_first_death_whenever_the_spouse_dies() -> None:
    estate = Estate(date(2026, 2, 11), Decimal(5_000_000))

    assert section_2056a_tax(estate, Decimal(20_000_000), spouse=SpouseDeath(date(2055, 1, 1))).amount == 4_000_000


def test_what_is_left_of_the_decedents_exclusion_shelters_the_qdot() -> None:
    estate = Estate(date(2026, 2, 11), Decimal(5_000_000))

    assert section_2056a_tax(estate, Decimal(10_000_000)).amount == 0
    assert section_2056a_tax(estate, Decimal(10_000_001)).amount == Decimal("0.40")


def test_prior_taxable_events_use_up_the_exclusion_and_the_lower_brackets() -> None:
    estate = Estate(D_DIED, Decimal(500_000))

    tax = section_2056a_tax(estate, Decimal(200_000), [Decimal(100_000), Decimal(400_000)])

    # 1,200,000 bears 427,800 and 1,000,000 bears 345,800.
    assert tax.amount == 82_000
    assert ("Amounts involved in prior taxable events", 500_000) in shown(tax.tax)
    assert ("Decedent's actual taxable estate", 500_000) in shown(tax.without)
    last = "Less: tax that would have been imposed on the decedent's taxable estate of $1,000,000"
    assert (f"{last} with prior taxable events", 153_000) in shown(tax.tax)


def test_events_in_order_come_to_the_tax_on_them_all() -> None:
    estate = Estate(D_DIED, Decimal(500_000), state_tax_paid=Decimal(9_000))
    amounts = [Decimal(60_000), Decimal(340_000), Decimal(300_000)]

    taxes = [
        section_2056a_tax(estate, amount, amounts[:place], SpouseDeath(S_DIED) if amount is amounts[-1] else None)
        for place, amount in enumerate(amounts)
    ]

    assert [tax.amount for tax in taxes] == [0, 105_000, 121_000]
    assert [step.text for step in taxes[0].tax.steps][1] == "Amount involved in the taxable event"
    assert [step.text for step in taxes[2].tax.steps][2] == "QDOT property"
    assert sum(tax.amount for tax in taxes) == section_2056a_tax(estate, sum(amounts, Decimal(0))).amount


def test_for_a_lifetime_distribution_the_decedents_own_state_tax_still_counts() -> None:
    estate = Estate(D_DIED, Decimal(1_300_000), state_tax_paid=Decimal(70_000))

    # The limit rises from 51,600 to 70,000 paid, though 106,800 would be allowed.
    assert section_2056a_tax(estate, Decimal(800_000)).amount == 829_800 - 192_800 - 70_000 - 225_400


def test_state_tax_paid_by_the_spouses_estate_is_deducted_where_the_decedent_died_from_2005() -> None:
    spouse = SpouseDeath(date(2030, 1, 1), Decimal(1_000_000))
    estate = Estate(date(2026, 2, 11), Decimal(15_000_000))

    tax = section_2056a_tax(estate, Decimal(3_000_000), spouse=spouse)

    assert tax.amount == 800_000
    assert ("QDOT property of $3,000,000 less State death taxes of $1,000,000 paid on it", 2_000_000) in shown(tax.tax)


@pytest.mark.parametrize(
    ("d_died", "s_died", "first_governs", "expected"),
    [
        pytest.param(date(2004, 12, 31), date(2004, 12, 31), True, 440_000, id="both before 2005: credit"),
        pytest.param(date(2004, 12, 31), date(2005, 1, 1), True, 440_000, id="straddling, first death: credit"),
        pytest.param(date(2004, 12, 31), date(2005, 1, 1), False, 460_800, id="straddling, spouse's death: deduction"),
        pytest.param(date(2004, 12, 31), date(2004, 12, 31), False, 440_000, id="both before 2005, spouse's: credit"),
    ],
)
def test_which_death_governs_the_deduction_is_an_open_question(
    d_died: date, s_died: date, first_governs: bool, expected: int
) -> None:
    estate = Estate(d_died, Decimal(2_000_000))
    spouse = SpouseDeath(s_died, Decimal(40_000))

    tax = section_2056a_tax(estate, Decimal(1_000_000), spouse=spouse, first_death_governs=first_governs)

    assert tax.amount == expected


def test_unless_told_otherwise_the_first_death_governs() -> None:
    spouse = SpouseDeath(date(2005, 1, 1), Decimal(40_000))

    estate = Estate(date(2004, 12, 31), Decimal(2_000_000))
    assert section_2056a_tax(estate, Decimal(1_000_000), spouse=spouse).amount == 440_000


def test_a_deduction_larger_than_the_trust_leaves_no_tax() -> None:
    spouse = SpouseDeath(date(2030, 1, 1), Decimal(11))

    assert section_2056a_tax(Estate(date(2026, 1, 1), Decimal(16_000_000)), Decimal(10), spouse=spouse).amount == 0


def test_foreign_tax_paid_by_the_spouses_estate_is_credited_in_the_first_computation_only() -> None:
    estate = Estate(date(2026, 1, 1), Decimal(15_000_000), foreign_base=Decimal(15_000_000))
    spouse = SpouseDeath(date(2030, 1, 1), foreign=(ForeignTax("Perú", Decimal(500_000), Decimal(2_000_000)),))

    # 5,000,000 above the exclusion bears 2,000,000, of which one-tenth falls on the property in Perú.
    assert section_2056a_tax(estate, Decimal(5_000_000), spouse=spouse).amount == 1_800_000


def test_credits_brought_by_the_spouses_estate_never_make_the_tax_negative() -> None:
    estate = Estate(D_DIED, Decimal(10_000_000))

    assert section_2056a_tax(estate, Decimal(1), spouse=SpouseDeath(S_DIED, Decimal(10**6))).amount == 0


def test_a_nonresident_decedents_credit_is_13000() -> None:
    estate = Estate(date(2020, 1, 1), Decimal(60_000), nonresident=Nonresident())

    tax = section_2056a_tax(estate, Decimal(1_000))

    assert tax.amount == 260
    assert ("Less: unified credit", 13_000) in shown(tax.tax)
    assert tax.without.value == 0


def test_the_additional_five_percent_is_part_of_the_tax() -> None:
    assert section_2056a_tax(Estate(D_DIED, Decimal(10_000_000)), Decimal(1_000_000)).amount == 600_000
    assert section_2056a_tax(Estate(D_DIED, Decimal(21_040_000)), Decimal(1_000_000)).amount == 550_000
    assert section_2056a_tax(Estate(D_DIED, Decimal(20_540_000)), Decimal(1_000_000)).amount == 575_000


def test_where_no_estate_tax_applied_in_2010_there_is_none_to_defer() -> None:
    estate = Estate(date(2010, 5, 1), Decimal(9_000_000), chose_no_estate_tax=True)

    assert section_2056a_tax(estate, Decimal(9_000_000)).amount == 0


def test_what_is_unconfirmed_about_the_tables_is_said() -> None:
    assert any("2,000,000" in note for note in section_2056a_tax(Estate(D_DIED, Decimal(1)), Decimal(1)).unconfirmed)
    assert any("2012" in n for n in section_2056a_tax(Estate(date(2012, 1, 1), Decimal(1)), Decimal(1)).unconfirmed)
    assert section_2056a_tax(Estate(date(2026, 1, 1), Decimal(1)), Decimal(1)).unconfirmed == ()


def test_the_tax_begins_with_deaths_after_november_10_1988() -> None:
    section_2056a_tax(Estate(date(1988, 11, 11), Decimal(1)), Decimal(1))
    with pytest.raises(OutOfRange, match="before the section 2056A estate tax began"):
        section_2056a_tax(Estate(date(1988, 11, 10), Decimal(1)), Decimal(1))


def test_bad_amounts_and_dates_are_refused() -> None:
    estate = Estate(D_DIED, Decimal(1))
    with pytest.raises(OutOfRange, match="amount involved in the taxable event is -1"):
        section_2056a_tax(estate, Decimal(-1))
    with pytest.raises(OutOfRange, match="prior taxable event is -1"):
        section_2056a_tax(estate, Decimal(1), [Decimal(-1)])
    with pytest.raises(OutOfRange, match="spouse's estate is -1"):
        section_2056a_tax(estate, Decimal(1), spouse=SpouseDeath(S_DIED, Decimal(-1)))
    spouse = SpouseDeath(S_DIED, foreign=(ForeignTax("Perú", Decimal(-1), Decimal(1)),))
    with pytest.raises(OutOfRange, match="Perú is -1"):
        section_2056a_tax(estate, Decimal(1), spouse=spouse)
    with pytest.raises(OutOfRange, match="before the decedent"):
        section_2056a_tax(estate, Decimal(1), spouse=SpouseDeath(date(1995, 2, 28)))
    section_2056a_tax(estate, Decimal(1), spouse=SpouseDeath(D_DIED))


MONEY = st.decimals(min_value=0, max_value=10**8, places=2)
DEATHS = st.dates(min_value=date(1988, 11, 11), max_value=date(2026, 12, 31))


@given(DEATHS, MONEY, MONEY, MONEY)
def test_a_larger_distribution_never_bears_less_tax(died: date, base: Decimal, one: Decimal, other: Decimal) -> None:
    less, more = sorted((one, other))
    estate = Estate(died, base, state_tax_paid=Decimal(500_000))

    assert section_2056a_tax(estate, less).amount <= section_2056a_tax(estate, more).amount


@given(DEATHS, MONEY, MONEY)
def test_the_tax_is_never_more_than_sixty_percent_nor_negative(died: date, base: Decimal, amount: Decimal) -> None:
    tax = section_2056a_tax(Estate(died, base), amount).amount

    assert 0 <= tax <= amount * Decimal("0.60") + Decimal("0.01")


@given(DEATHS, MONEY, MONEY, MONEY)
def test_splitting_a_distribution_never_changes_the_tax(died: date, base: Decimal, one: Decimal, two: Decimal) -> None:
    estate = Estate(died, base)

    assert exact_tax(estate, one) + exact_tax(estate, two, one) == exact_tax(estate, one + two)
