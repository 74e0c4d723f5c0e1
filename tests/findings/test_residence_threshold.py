"""After a residence is sold the threshold is found anew, and the 120 days run only for a trust that is then over it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from assembler.casefile import shape
from assembler.casefile.shape_values import Reinvestment, ResidenceSale, Valuation
from assembler.findings import find
from assembler.findings.deadline import Missing
from findings.one_case import BANK, BONDS, CITIZEN, HOME, fact, one_case

SOLD = date(2027, 3, 1)
SALE = ResidenceSale(sold=SOLD, amount_realized=Decimal(700_000), excluded=Decimal(600_000))
AT_THE_LINE, OVER = Decimal(1_300_000), Decimal("1300000.01")
NOTHING = shape.Events()
BY_LIMIT = shape.Security(permitted=tuple(shape.Mode), operative=shape.Operative.FOREIGN_LIMIT)


def sold(
    rest: Decimal,
    reinvested: Decimal | None = None,
    security: shape.Security = BY_LIMIT,
    trustees: tuple[shape.Trustee, ...] = (CITIZEN,),
    events: shape.Events = NOTHING,
    *,
    sale: bool = True,
) -> shape.Case:
    bought = None if reinvested is None else (Reinvestment(date(2027, 6, 1), reinvested),)
    sales = (replace(SALE, reinvestments=bought),) if sale else ()
    terms = {
        "assets": (replace(BONDS, value=rest), replace(HOME, country="US")),
        "residence_exclusion": shape.ResidenceExclusion(threshold=True, security=False, sales=sales),
        "security": security,
        "trustees": trustees,
        "events": events,
    }
    return one_case(trust=terms, return_={"filed": date(2026, 11, 3)})


def last_days(case: shape.Case) -> list[date]:
    return [one.deadline.date for one in find(case).calendar.dates if one.deadline.key == "residence_cessation"]


def test_a_trust_that_stays_at_the_threshold_has_no_120_days() -> None:
    assert fact("large_anew", sold(AT_THE_LINE)) is False
    assert last_days(sold(AT_THE_LINE)) == []
    assert find(sold(AT_THE_LINE)).cautions == ()


def test_one_that_is_a_cent_over_is_secured_in_120_days() -> None:
    (caution,) = find(sold(OVER)).cautions

    assert (fact("is_large", sold(OVER)), fact("large_anew", sold(OVER))) == (False, True)
    assert last_days(sold(OVER)) == [date(2027, 6, 29)]
    assert caution.where == "trusts[share].residence_exclusion.sales[0].sold"
    assert "all QDOTs are worth $2,000,000.01, more than $2,000,000" in caution.what
    assert "by June 29, 2027" in caution.fix


@pytest.mark.parametrize(
    ("reinvested", "rest", "large"),
    [
        pytest.param(Decimal(700_000), Decimal(1_900_000), False, id="the whole price keeps the exclusion"),
        pytest.param(Decimal(400_000), Decimal(1_700_000), False, id="a part keeps that much of it"),
        pytest.param(Decimal(400_000), Decimal("1700000.01"), True, id="a cent over with that part"),
        pytest.param(Decimal(0), OVER, True, id="nothing"),
    ],
)
def test_what_is_reinvested_in_time_stays_out_of_the_threshold(reinvested: Decimal, rest: Decimal, large: bool) -> None:
    case = sold(rest, reinvested)

    assert fact("large_anew", case) is large
    assert bool(last_days(case)) is large


def test_a_home_that_is_no_longer_used_counts_again() -> None:
    ceased = shape.Events(residence_ceased=date(2027, 1, 1))

    assert last_days(sold(OVER, events=ceased, sale=False)) == [date(2027, 5, 1)]
    assert last_days(sold(AT_THE_LINE, events=ceased, sale=False)) == []


def test_where_a_bank_serves_already_nothing_is_called_for() -> None:
    by_bank = replace(BY_LIMIT, operative=shape.Operative.BANK_TRUSTEE)

    assert last_days(sold(OVER, security=by_bank, trustees=(BANK,))) == []
    assert find(sold(OVER, trustees=(BANK,))).cautions == ()


def test_a_bond_is_raised_even_where_a_bank_serves() -> None:
    by_bond = replace(BY_LIMIT, operative=shape.Operative.BOND)

    assert last_days(sold(OVER, security=by_bond, trustees=(BANK,))) == [date(2027, 6, 29)]


def test_a_value_that_is_missing_leaves_it_open() -> None:
    case = sold(OVER)
    (trust,) = case.trusts
    unvalued = replace(case, trusts=(replace(trust, assets=(replace(BONDS, value=None), HOME)),))

    assert fact("large_anew", unvalued) is None
    notes = find(unvalued).calendar.notes
    assert [one.where for one in notes if isinstance(one, Missing) and one.key == "residence_cessation"] == [
        "trusts[share].assets[bonds].value"
    ]


def test_the_figure_shows_what_is_left_of_the_exclusion() -> None:
    (figure,) = (
        one.figure
        for one in find(sold(Decimal(1_700_000), Decimal(400_000))).figures.figures
        if one.figure.name == "threshold value found anew"
    )

    assert figure.value == Decimal(2_000_000)
    assert [step.value for step in figure.steps if "what is left" in step.text] == [Decimal(400_000)]


@pytest.mark.parametrize(
    ("final", "large"), [(Decimal(2_000_000), False), (Decimal("2000000.01"), True), (None, None)]
)
def test_once_values_are_determined_the_threshold_is_found_on_them(final: Decimal | None, large: bool | None) -> None:
    case = sold(Decimal(1_000_000))
    (trust,) = case.trusts
    determined = replace(case.return_, value_determined=date(2027, 9, 1))
    valued = replace(trust, valuation=Valuation(final=final))

    assert fact("large_anew", replace(case, return_=determined, trusts=(valued,))) is large
