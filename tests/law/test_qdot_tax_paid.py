from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.law.estate import Estate, ForeignTax
from assembler.law.figure import Figure, OutOfRange
from assembler.law.qdot_tax import exact_tax, section_2056a_tax
from assembler.law.qdot_tax_rate import RateRule, gross_distribution, taxed_year_by_year

CENT = Decimal("0.01")
TOP = Estate(date(1995, 3, 1), Decimal(4_000_000))


def amount(figure: Figure) -> Decimal:
    return Decimal(str(figure.value))


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
