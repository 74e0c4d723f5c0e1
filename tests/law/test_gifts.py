from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.law import tables
from assembler.law.figure import Figure, OutOfRange
from assembler.law.gifts import Gift, included_gifts

MONEY = st.decimals(min_value=0, max_value=10**7, places=2)


def outright(given_on: date, value: int) -> Gift:
    return Gift(given_on, Decimal(value), Decimal(value), would_qualify=True)


def trust(given_on: date, value: int, income_interest: int, would_qualify: bool) -> Gift:
    return Gift(given_on, Decimal(value), Decimal(income_interest), would_qualify=would_qualify)


def shown(figure: Figure) -> list[tuple[str, object]]:
    return [(step.text, step.value) for step in figure.steps]


def test_example_1_excludes_100000_of_130000_of_stock() -> None:
    figure = included_gifts([outright(date(1995, 5, 1), 130_000)])

    assert shown(figure) == [
        ("Gift to the spouse on 1995-05-01", 130_000),
        ("Less: annual exclusion, up to $100,000 for a spouse who is not a citizen", 100_000),
        ("Included amount of the gift", 30_000),
        ("Included gifts of the year", 30_000),
    ]


def test_example_2_a_survivor_annuity_is_deducted() -> None:
    annuity = Gift(date(1995, 5, 1), Decimal(80_000), Decimal(0), would_qualify=True, is_survivor_annuity=True)

    assert included_gifts([annuity]).value == 0
    assert ("Less: marital deduction, joint and survivor annuity", 80_000) in shown(included_gifts([annuity]))


def test_example_3_excludes_the_income_interest_up_to_100000() -> None:
    assert included_gifts([trust(date(1995, 5, 1), 500_000, 90_000, True)]).value == 410_000
    assert included_gifts([trust(date(1995, 5, 1), 500_000, 300_000, True)]).value == 400_000


def test_example_4_excludes_10000_where_only_an_election_could_have_qualified_the_trust() -> None:
    assert included_gifts([trust(date(1995, 5, 1), 500_000, 300_000, False)]).value == 490_000
    assert included_gifts([trust(date(1995, 5, 1), 500_000, 9_000, False)]).value == 491_000


def test_example_5_includes_250000_though_the_spouse_became_a_citizen_weeks_later() -> None:
    residence = outright(date(1995, 12, 20), 350_000)

    assert included_gifts([residence]).value == 250_000


def test_a_spouse_who_was_a_citizen_at_the_gift_has_the_deduction() -> None:
    gift = Gift(date(1996, 2, 1), Decimal(350_000), Decimal(350_000), would_qualify=True, is_citizen=True)

    assert included_gifts([gift]).value == 0


@pytest.mark.parametrize(
    ("given_on", "included"),
    [
        (date(1989, 6, 29), 400_000),
        (date(1989, 6, 30), 490_000),
        (date(1988, 7, 14), 400_000),
        (date(2026, 1, 1), 481_000),
    ],
)
def test_the_form_matters_for_gifts_after_june_29_1989(given_on: date, included: int) -> None:
    assert included_gifts([trust(given_on, 500_000, 300_000, False)]).value == included


@pytest.mark.parametrize(("year", "included"), [(1998, 400_000), (1999, 399_000), (2025, 310_000), (2026, 306_000)])
def test_the_exclusion_is_that_of_the_year_of_the_gift(year: int, included: int) -> None:
    assert included_gifts([outright(date(year, 12, 31), 500_000)]).value == included


def test_the_exclusion_falls_on_the_earliest_gift_first() -> None:
    later, earlier = outright(date(1995, 9, 1), 80_000), outright(date(1995, 2, 1), 70_000)

    figure = included_gifts([later, earlier])

    assert figure.value == 50_000
    assert [step.value for step in figure.steps] == [70_000, 70_000, 0, 80_000, 30_000, 50_000, 50_000]


def test_a_gift_that_would_not_qualify_shares_the_one_exclusion() -> None:
    first, second = trust(date(1995, 2, 1), 50_000, 50_000, False), outright(date(1995, 3, 1), 100_000)

    # 10,000 of the first, and 90,000 of the second.
    assert included_gifts([first, second]).value == 50_000
    used_up = [outright(date(1995, 1, 1), 20_000), trust(date(1995, 2, 1), 50_000, 50_000, False)]
    assert included_gifts(used_up).value == 50_000


def test_no_gifts_come_to_nothing() -> None:
    assert included_gifts([]).value == 0


def test_bad_gifts_are_refused() -> None:
    with pytest.raises(OutOfRange, match="several years"):
        included_gifts([outright(date(1995, 12, 31), 1), outright(date(1996, 1, 1), 1)])
    with pytest.raises(OutOfRange, match="1988-07-13"):
        included_gifts([outright(date(1988, 7, 13), 1)])
    with pytest.raises(OutOfRange, match="2027"):
        included_gifts([outright(date(2027, 1, 1), 1)])
    with pytest.raises(OutOfRange, match="value of the gift is -1"):
        included_gifts([outright(date(1995, 1, 1), -1)])
    with pytest.raises(OutOfRange, match="present interest is -1"):
        included_gifts([trust(date(1995, 1, 1), 1, -1, True)])
    with pytest.raises(OutOfRange, match="present interest of 2"):
        included_gifts([trust(date(1995, 1, 1), 1, 2, True)])
    with pytest.raises(OutOfRange, match="citizen spouse"):
        included_gifts([Gift(date(1995, 1, 1), Decimal(1), Decimal(1), would_qualify=False, is_citizen=True)])


@pytest.mark.parametrize(
    ("year", "amount"),
    [
        *((1982, 10_000), (2001, 10_000), (2002, 11_000), (2005, 11_000), (2006, 12_000), (2008, 12_000)),
        *((2009, 13_000), (2012, 13_000), (2013, 14_000), (2017, 14_000), (2018, 15_000), (2021, 15_000)),
        *((2022, 16_000), (2023, 17_000), (2024, 18_000), (2025, 19_000), (2026, 19_000)),
    ],
)
def test_the_ordinary_exclusion_rose_from_2002(year: int, amount: int) -> None:
    assert tables.annual_gift_exclusion(year) == amount


def test_the_ordinary_exclusion_is_not_guessed() -> None:
    assert tables.read("annual_gift_exclusion").covers == "gifts from 1982-01-01 to 2026-12-31"
    for year in (1981, 2027):
        with pytest.raises(OutOfRange, match=str(year)):
            tables.annual_gift_exclusion(year)


@given(st.lists(st.tuples(MONEY, st.booleans()), max_size=5))
def test_all_exclusions_of_a_year_together_never_pass_the_larger_one(gifts: list[tuple[Decimal, bool]]) -> None:
    day = date(2026, 5, 1)
    given_gifts = [Gift(day, value, value, would_qualify=form) for value, form in gifts]
    total = sum((value for value, _ in gifts), Decimal(0))

    included = included_gifts(given_gifts).number

    assert max(total - 194_000, Decimal(0)) <= included <= total
