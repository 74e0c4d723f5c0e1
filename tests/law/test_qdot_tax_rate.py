from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assembler.law.estate import Estate, ForeignTax
from assembler.law.figure import Figure, OutOfRange
from assembler.law.qdot_tax import exact_tax, section_2056a_tax
from assembler.law.qdot_tax_rate import (
    RateRule,
    gross_distribution,
    highest_rate,
    is_hardship_exempt,
    rate_rule,
    refund,
    tax_at_highest_rate,
    taxed_year_by_year,
)


@pytest.mark.parametrize(
    ("qdots", "filer", "final", "rule"),
    [
        (1, None, True, RateRule.COMPUTED),
        (1, False, True, RateRule.COMPUTED),
        (1, None, False, RateRule.TENTATIVE),
        (1, None, None, None),
        (2, True, True, RateRule.COMPUTED),
        (2, True, False, RateRule.TENTATIVE),
        (2, False, True, RateRule.HIGHEST),
        (2, False, False, RateRule.HIGHEST),
        (2, False, None, RateRule.HIGHEST),
        (2, None, True, None),
        (2, None, False, None),
        (2, True, None, None),
    ],
)
def test_the_highest_rate_is_tentative_or_the_price_of_naming_no_filer(
    qdots: int, filer: bool | None, final: bool | None, rule: RateRule | None
) -> None:
    assert rate_rule(qdots, filer, final) is rule


def test_no_qdot_is_refused() -> None:
    with pytest.raises(OutOfRange, match="0 QDOTs"):
        rate_rule(0, None, None)


@pytest.mark.parametrize(
    ("qdots", "filer", "exempt"),
    [(1, None, True), (1, False, True), (2, True, True), (2, False, False), (2, None, None)],
)
def test_hardship_is_exempt_for_one_qdot_or_with_a_filer(qdots: int, filer: bool | None, exempt: bool | None) -> None:
    assert is_hardship_exempt(qdots, filer) is exempt


@pytest.mark.parametrize(
    ("died", "rate"),
    [
        (date(1988, 12, 1), 55),
        (date(1995, 1, 1), 55),
        (date(2001, 12, 31), 55),
        (date(2002, 1, 1), 50),
        (date(2003, 1, 1), 49),
        (date(2004, 1, 1), 48),
        (date(2005, 1, 1), 47),
        (date(2006, 1, 1), 46),
        (date(2007, 1, 1), 45),
        (date(2010, 1, 1), 35),
        (date(2012, 12, 31), 35),
        (date(2013, 1, 1), 40),
        (date(2026, 1, 1), 40),
    ],
)
def test_the_highest_rate_is_that_of_the_decedents_death(died: date, rate: int) -> None:
    assert highest_rate(died).value == rate


def test_the_tax_at_the_highest_rate_takes_no_credit() -> None:
    figure = tax_at_highest_rate(Decimal(70_000), date(1995, 1, 1))

    assert figure.value == 38_500
    assert figure.name == "tentative tax"
    assert [step.value for step in figure.steps] == [70_000, 55, 38_500]
    assert figure.law == ("26 USC 2056A(b)(2)(B)(i); 26 CFR 20.2056A-6(c)",)
    assert "26 USC 2056A(b)(2)(C)" in tax_at_highest_rate(Decimal(1), date(1995, 1, 1), RateRule.HIGHEST).law[0]
    assert "highest rate" in tax_at_highest_rate(Decimal(1), date(1995, 1, 1), RateRule.HIGHEST).name
    with pytest.raises(OutOfRange, match="is -1"):
        tax_at_highest_rate(Decimal(-1), date(1995, 1, 1))


def test_the_excess_of_the_tentative_tax_is_refunded() -> None:
    assert refund(Decimal(385_000), Decimal(235_000)).value == 150_000
    assert refund(Decimal(1), Decimal(2)).value == 0
    with pytest.raises(OutOfRange, match="paid is -1"):
        refund(Decimal(-1), Decimal(0))
    with pytest.raises(OutOfRange, match="computed is -1"):
        refund(Decimal(1), Decimal(-1))


@given(
    st.dates(min_value=date(2002, 1, 1), max_value=date(2026, 12, 31)),
    st.decimals(min_value=0, max_value=10**8, places=2),
    st.decimals(min_value=0, max_value=10**8, places=2),
)
def test_the_computed_tax_is_never_above_the_highest_rate(died: date, base: Decimal, amount: Decimal) -> None:
    computed = section_2056a_tax(Estate(died, base), amount).amount

    assert computed <= tax_at_highest_rate(amount, died).number + Decimal("0.01")


CENT = Decimal("0.01")
TOP = Estate(date(1995, 3, 1), Decimal(4_000_000))


def amount(figure: Figure) -> Decimal:
    return figure.number


def test_tax_paid_from_the_trust_is_distributed_in_the_year_it_is_paid_and_taxed_again() -> None:
    steps = [(s.text, s.value) for s in taxed_year_by_year(TOP, Decimal(100_000), 1996).steps]

    assert steps[:4] == [
        ("Distribution in 1996", 100_000),
        ("Tax on $100,000, paid in 1997: a further distribution of 1997", 55_000),
        ("Tax on $55,000, paid in 1998: a further distribution of 1998", 30_250),
        ("Tax on $30,250, paid in 1999: a further distribution of 1999", Decimal("16637.50")),
    ]
    assert steps[-2][1] == CENT


def test_all_the_tax_together_is_that_on_the_gross_amount() -> None:
    # 100,000 / (1 - 0.55)
    assert gross_distribution(TOP, Decimal(100_000)).value == Decimal("222222.23")
    chain = amount(taxed_year_by_year(TOP, Decimal(100_000), 1996))
    assert abs(chain - Decimal("122222.22")) <= 5 * CENT


def test_a_sheltered_distribution_needs_no_more() -> None:
    estate = Estate(date(2026, 1, 1), Decimal(5_000_000))

    assert gross_distribution(estate, Decimal(10_000_000)).value == 10_000_000
    assert taxed_year_by_year(estate, Decimal(10_000_000), 2027).value == 0
    assert gross_distribution(estate, Decimal(10_000_060)).value == 10_000_100


def test_a_tax_of_exactly_a_cent_is_still_paid_and_less_is_not() -> None:
    half = Estate(date(2002, 3, 1), Decimal(4_000_000))

    assert taxed_year_by_year(half, Decimal("0.02"), 2003).value == CENT
    assert taxed_year_by_year(half, CENT, 2003).value == 0


def test_nothing_grosses_up_to_nothing() -> None:
    assert gross_distribution(TOP, Decimal(0)).value == 0
    assert taxed_year_by_year(TOP, Decimal(0), 1996).value == 0


def test_the_further_distributions_use_up_the_lower_brackets_after_prior_events() -> None:
    estate = Estate(date(2026, 1, 1), Decimal(0))

    assert taxed_year_by_year(estate, Decimal(100), 2027, Decimal(14_999_900)).value == 0
    assert gross_distribution(estate, Decimal(160), Decimal(14_999_900)).value == 200


def test_at_the_highest_rate_nothing_is_sheltered() -> None:
    estate = Estate(date(2026, 1, 1), Decimal(0))

    figure = gross_distribution(estate, Decimal(60_000), rule=RateRule.TENTATIVE)

    assert figure.value == 100_000
    assert figure.steps[1].text == "$60,000 ÷ (1 − 40 percent), rounded up to the cent"
    assert taxed_year_by_year(estate, Decimal(60_000), 2027, rule=RateRule.HIGHEST).steps[1].value == 24_000


def test_the_sixty_percent_bracket_is_within_the_search() -> None:
    estate = Estate(date(1995, 3, 1), Decimal(12_000_000))

    assert gross_distribution(estate, Decimal(400_000)).value == 1_000_000


@settings(max_examples=30)
@given(
    st.dates(min_value=date(1988, 11, 11), max_value=date(2026, 12, 31)),
    st.decimals(min_value=0, max_value=10**8, places=2),
    st.decimals(min_value=0, max_value=10**7, places=2),
    st.decimals(min_value=0, max_value=10**7, places=2),
)
def test_the_gross_amount_is_the_least_that_leaves_the_net(
    died: date, base: Decimal, net: Decimal, prior: Decimal
) -> None:
    estate = Estate(died, base)
    gross = amount(gross_distribution(estate, net, prior))

    assert gross - exact_tax(estate, gross, prior) >= net
    if gross:
        assert gross - CENT - exact_tax(estate, gross - CENT, prior) < net if gross > net else gross == net


@settings(max_examples=30)
@given(st.decimals(min_value=0, max_value=10**7, places=2))
def test_the_yearly_chain_comes_to_the_gross_amount_within_the_cents_it_rounds(net: Decimal) -> None:
    chain = taxed_year_by_year(TOP, net, 1996)

    assert abs(net + amount(chain) - amount(gross_distribution(TOP, net))) <= len(chain.steps) * CENT


def test_withheld_tax_is_the_tax_on_the_gross_amount() -> None:
    gross = amount(gross_distribution(TOP, Decimal(45_000)))

    assert gross == 100_000
    assert [step.value for step in gross_distribution(TOP, Decimal(45_000)).steps] == [45_000, 55_000, 100_000]
    assert section_2056a_tax(TOP, gross).amount == gross - 45_000


def test_bad_input_is_refused() -> None:
    early = Estate(date(1988, 11, 10), Decimal(1))
    abroad = Estate(date(1995, 1, 1), Decimal(1), foreign=(ForeignTax("Perú", Decimal(1), Decimal(1)),))
    for bad, paid, prior, match in (
        (TOP, -1, 0, "distribution is -1"),
        (TOP, 1, -1, "prior taxable events is -1"),
        (early, 1, 0, "before the section"),
        (abroad, 1, 0, "foreign"),
    ):
        with pytest.raises(OutOfRange, match=match):
            gross_distribution(bad, Decimal(paid), Decimal(prior))
        with pytest.raises(OutOfRange, match=match):
            taxed_year_by_year(bad, Decimal(paid), 1996, Decimal(prior))
