"""When Form 706-QDT and its tax are due, and what the Designated Filer needs."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.law import form_706qdt
from assembler.law.figure import Figure, OutOfRange
from assembler.law.form_706qdt import designated_filer_qualifies, shares_of_tax


def test_lifetime_tax_is_due_on_april_15_and_in_the_year_of_the_spouses_death_nine_months_after_it() -> None:
    assert form_706qdt.lifetime_tax(2026).date == date(2027, 4, 15)
    assert form_706qdt.lifetime_tax(2026, date(2027, 3, 1)).date == date(2027, 4, 15)
    assert form_706qdt.lifetime_tax(2027, date(2027, 1, 5)).date == date(2027, 10, 5)
    assert form_706qdt.lifetime_tax(2027, date(2027, 12, 20)).date == date(2028, 9, 20)
    with pytest.raises(OutOfRange, match="after the spouse's death"):
        form_706qdt.lifetime_tax(2028, date(2027, 12, 20))


def test_tax_at_death_or_cessation_is_due_nine_months_after() -> None:
    assert form_706qdt.death_tax(date(2026, 5, 31)).nominal == date(2027, 2, 28)
    assert form_706qdt.death_tax(date(2026, 5, 31)).date == date(2027, 3, 1)
    assert form_706qdt.alternate_valuation_election(date(2026, 5, 31)).date == date(2027, 3, 1)
    assert form_706qdt.cessation_tax(date(2026, 5, 29)).date == date(2027, 3, 1)


def test_time_to_file_and_to_pay_extend_differently() -> None:
    due = date(2027, 4, 15)

    assert form_706qdt.extension_to_file(due).date == date(2027, 10, 15)
    assert form_706qdt.extension_to_pay(due, is_at_death=False).date == date(2027, 10, 15)
    assert form_706qdt.extension_to_pay(due, is_at_death=True).date == date(2028, 4, 18)
    assert form_706qdt.extension_to_pay_for_cause(due).date == date(2037, 4, 15)


@pytest.mark.parametrize(("year", "last"), [(2026, date(2027, 2, 14)), (2027, date(2028, 2, 15))])
def test_the_designated_filer_is_informed_sixty_days_before_april_15(year: int, last: date) -> None:
    due = form_706qdt.designated_filer_information(form_706qdt.lifetime_tax(year).nominal)

    assert (due.date, due.rolls) == (last, False)


def test_a_successor_designated_filer_is_chosen_before_the_return_is_due() -> None:
    assert form_706qdt.designated_filer_successor(date(2027, 4, 15)).date == date(2027, 4, 14)


def test_hardship_is_reported_by_april_15() -> None:
    assert form_706qdt.hardship_report(2027).date == date(2028, 4, 18)


MONEY = st.decimals(min_value=0, max_value=10**9, places=2)


def values(figures: tuple[Figure, ...]) -> list[Decimal]:
    return [figure.number for figure in figures]


@pytest.mark.parametrize(
    ("us_trustee", "individual", "tax_home", "qualifies"),
    [
        (True, False, None, True),
        (True, False, False, True),
        (True, True, True, True),
        (True, True, False, False),
        (True, True, None, None),
        (True, None, True, True),
        (True, None, False, False),
        (False, False, True, False),
        (None, False, True, None),
    ],
)
def test_a_designated_filer_is_a_us_trustee_and_an_individual_has_a_us_tax_home(
    us_trustee: bool | None, individual: bool | None, tax_home: bool | None, qualifies: bool | None
) -> None:
    assert designated_filer_qualifies(us_trustee, individual, tax_home) is qualifies


def test_the_tax_falls_on_each_qdot_in_the_ratio_of_its_distributions() -> None:
    shares = shares_of_tax(Decimal(40_000), [("Ünal QDOT", Decimal(25_000)), ("李 QDOT", Decimal(75_000))])

    assert values(shares) == [10_000, 30_000]
    assert shares[0].name == "share of the section 2056A estate tax: Ünal QDOT"
    assert shares[1].steps[-1].text == "$40,000 × $75,000 ÷ $100,000"


def test_a_cent_left_over_goes_to_the_largest_fraction_and_among_equals_to_the_first() -> None:
    one = Decimal(1)

    assert values(shares_of_tax(Decimal(100), [("a", one), ("b", one), ("c", one)])) == [
        Decimal("33.34"),
        Decimal("33.33"),
        Decimal("33.33"),
    ]
    # 6.666... and 3.333...; 83.333... and 16.666...
    assert values(shares_of_tax(Decimal(10), [("a", one), ("b", Decimal(2))]))[1] == Decimal("6.67")
    assert values(shares_of_tax(Decimal(100), [("a", Decimal(5)), ("b", one)]))[1] == Decimal("16.67")


def test_a_qdot_without_distributions_bears_nothing() -> None:
    assert values(shares_of_tax(Decimal(9), [("a", Decimal(0)), ("b", Decimal(1))])) == [0, 9]
    assert values(shares_of_tax(Decimal(0), [("a", Decimal(0)), ("b", Decimal(0))])) == [0, 0]


def test_tax_without_distributions_and_negative_amounts_are_refused() -> None:
    with pytest.raises(OutOfRange, match="no taxable distribution"):
        shares_of_tax(Decimal(1), [("a", Decimal(0))])
    with pytest.raises(OutOfRange, match="the tax is -1"):
        shares_of_tax(Decimal(-1), [("a", Decimal(1))])
    with pytest.raises(OutOfRange, match="amount of a is -1"):
        shares_of_tax(Decimal(1), [("a", Decimal(-1))])


@given(MONEY, st.lists(MONEY, min_size=1, max_size=6).filter(any))
def test_the_shares_add_up_to_the_tax_to_the_cent(tax: Decimal, parts: list[Decimal]) -> None:
    shares = values(shares_of_tax(tax, [(str(i), part) for i, part in enumerate(parts)]))

    assert sum(shares) == tax
    for share, part in zip(shares, parts, strict=True):
        assert abs(share - tax * part / sum(parts)) < Decimal("0.010001")
        assert share >= 0
