"""Factors for lives and terms agree with the published tables to the last printed digit."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.law import actuarial, tables
from assembler.law.actuarial import nearest_age
from assembler.law.figure import OutOfRange

RATES = st.integers(1, 110).map(lambda fifths: Decimal(fifths * 2).scaleb(-1))
AGES = st.integers(0, 109)
NAMES = st.sampled_from(["80CNSMT", "90CM", "2000CM", "2010CM"])


@pytest.mark.parametrize(
    ("table", "rate", "age", "remainder", "annuity"),
    [
        pytest.param("80CNSMT", "9.0", 60, "0.25272", "8.3031", id="20.2056A-4(d), Example 4"),
        pytest.param("2000CM", "6.0", 60, "0.33625", "11.0625", id="the example of 2009"),
    ],
)
def test_the_factors_of_the_regulations_examples(table: str, rate: str, age: int, remainder: str, annuity: str) -> None:
    factor = actuarial.remainder_factor(tables.lives(table), Decimal(rate), age)

    assert factor == Decimal(remainder)
    assert actuarial.annuity_from_remainder(factor, Decimal(rate)) == Decimal(annuity)


@pytest.mark.parametrize(
    ("table", "rate", "first", "second", "printed"),
    [
        ("2010CM", "5.0", 66, 10, ".04746"),
        ("2010CM", "4.2", 66, 17, ".09404"),
        ("2010CM", "8.0", 66, 16, ".01767"),
        ("2010CM", "9.2", 17, 4, ".00174"),
        ("2010CM", "5.6", 66, 60, ".25980"),
        ("2010CM", "4.2", 66, 65, ".39258"),
        ("2010CM", "7.4", 66, 65, ".20869"),
        ("90CM", "14.2", 15, 15, ".00042"),
        ("90CM", "18.0", 16, 3, ".00007"),
    ],
)
def test_two_lives_agree_with_the_published_table_r2(
    table: str, rate: str, first: int, second: int, printed: str
) -> None:
    living = tables.lives(table)

    assert actuarial.remainder_factor(living, Decimal(rate), first, second) == Decimal(printed)
    assert actuarial.remainder_factor(living, Decimal(rate), second, first) == Decimal(printed)


@pytest.mark.parametrize(
    ("rate", "years", "annuity"), [("9.0", 15, "8.0607"), ("9.0", 16, "8.3126"), ("9.8", 5, "3.8102")]
)
def test_term_annuities_agree_with_table_b(rate: str, years: int, annuity: str) -> None:
    assert actuarial.term_annuity(Decimal(rate), years) == Decimal(annuity)


@pytest.mark.parametrize("years", [0, 61, -1])
def test_table_b_runs_from_one_year_to_sixty(years: int) -> None:
    assert actuarial.term_annuity(Decimal("5.0"), 60)
    with pytest.raises(OutOfRange, match="1 to 60"):
        actuarial.term_annuity(Decimal("5.0"), years)


@pytest.mark.parametrize("age", [110, 111, -1])
def test_an_age_past_the_table_is_outside(age: int) -> None:
    living = tables.lives("2010CM")

    assert actuarial.remainder_factor(living, Decimal("5.0"), 109)
    with pytest.raises(OutOfRange, match="ends at age 109"):
        actuarial.remainder_factor(living, Decimal("5.0"), age)


def test_more_than_two_lives_and_no_life_ask_for_a_special_factor() -> None:
    for ages in ((), (60, 61, 62)):
        with pytest.raises(OutOfRange, match="lives"):
            actuarial.remainder_factor(tables.lives("2010CM"), Decimal("5.0"), *ages)


@pytest.mark.parametrize("rate", ["0", "-1"])
def test_a_rate_of_nothing_is_outside(rate: str) -> None:
    with pytest.raises(OutOfRange, match="interest rate"):
        actuarial.interest(Decimal(rate))


@given(NAMES, RATES, AGES)
def test_a_remainder_lies_between_nothing_and_the_whole(name: str, rate: Decimal, age: int) -> None:
    living = tables.lives(name)

    remainder = actuarial.remainder_factor(living, rate, age)

    assert 0 < remainder < 1


@given(NAMES, RATES, AGES, AGES)
def test_the_survivor_of_two_lives_outlasts_each(name: str, rate: Decimal, first: int, second: int) -> None:
    living = tables.lives(name)

    both = actuarial.remainder_factor(living, rate, first, second)

    assert both <= min(actuarial.remainder_factor(living, rate, age) for age in (first, second))


@given(RATES, st.integers(1, 59))
def test_a_longer_term_is_never_worth_less_and_always_less_than_its_payments(rate: Decimal, years: int) -> None:
    assert actuarial.term_annuity(rate, years) <= actuarial.term_annuity(rate, years + 1)
    assert actuarial.term_annuity(rate, years) < years


@pytest.mark.parametrize(
    ("born", "valuation", "age"),
    [
        pytest.param(date(1960, 3, 10), date(2026, 3, 10), 66, id="on the birthday"),
        pytest.param(date(1960, 3, 10), date(2026, 9, 8), 66, id="182 days past it"),
        pytest.param(date(1960, 3, 10), date(2026, 9, 9), 67, id="183 days past, 182 to go"),
        pytest.param(date(1960, 3, 10), date(2027, 9, 9), 68, id="halfway in 366 days: the older"),
        pytest.param(date(1960, 3, 10), date(2027, 9, 8), 67, id="a day before halfway"),
        pytest.param(date(2026, 3, 10), date(2026, 3, 10), 0, id="born that day"),
    ],
)
def test_the_age_is_that_on_the_nearest_birthday(born: date, valuation: date, age: int) -> None:
    assert nearest_age(born, valuation) == age


@pytest.mark.parametrize(
    ("valuation", "age"),
    [
        pytest.param(date(2024, 2, 29), 64, id="a leap birthday"),
        pytest.param(date(2026, 3, 1), 66, id="March 1 in a common year"),
        pytest.param(date(2026, 2, 28), 66, id="the day before is nearer 66 than 65"),
        pytest.param(date(2026, 8, 30), 66, id="182 days past March 1"),
        pytest.param(date(2026, 8, 31), 67, id="183 days past March 1, 182 to go"),
    ],
)
def test_a_birth_on_february_29_has_its_birthday_on_march_1_in_common_years(valuation: date, age: int) -> None:
    assert nearest_age(date(1960, 2, 29), valuation) == age


def test_a_birth_after_the_valuation_date_is_outside() -> None:
    with pytest.raises(OutOfRange, match="after the valuation date"):
        nearest_age(date(2026, 3, 11), date(2026, 3, 10))


@given(st.dates(date(1880, 1, 1), date(2000, 1, 1)), st.dates(date(2000, 1, 2), date(2099, 1, 1)))
def test_the_nearest_birthday_is_at_most_half_a_year_away(born: date, valuation: date) -> None:
    age = nearest_age(born, valuation)

    assert abs((valuation - born).days - age * Decimal("365.25")) <= 185
