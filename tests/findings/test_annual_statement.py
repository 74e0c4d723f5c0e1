"""The yearly statement of a QDOT, and the cure of too much real property abroad."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from assembler.casefile import shape
from assembler.casefile.shape_holdings import Entity, EntityKind, Holding, Stake
from assembler.casefile.shape_security import Replacement
from assembler.casefile.shape_values import YearEnd
from assembler.findings.deadline import Note
from findings.one_case import BONDS, LAND, events, fact, first, one_case
from findings.secured_case import SALE, by_bond, elected
from findings.written_case import PALACE, days, found_in, left_out, trust

LIMIT: dict[str, Any] = {"security": shape.Security(tuple(shape.Mode), operative=shape.Operative.FOREIGN_LIMIT)}
CALENDAR = {"tax_year_end": "12-31"}
ENDED = date(2026, 12, 31)
AFTER = date(2027, 1, 4)


def year(**answers: Any) -> dict[str, Any]:
    return {"year_ends": (YearEnd(ended=ENDED, **answers),)}


@pytest.mark.parametrize(
    ("trust", "direct", "due"),
    [
        ({"assets": (BONDS, LAND), **LIMIT}, True, True),
        ({"assets": (BONDS,), **LIMIT}, False, False),
        ({"assets": (BONDS, LAND)}, False, False),  # a bank is trustee
        ({"assets": (BONDS, LAND), "security": shape.Security()}, None, None),
        ({"assets": None, **LIMIT}, None, None),
        ({"assets": (BONDS, LAND), **LIMIT, **year(foreign_real_property=Decimal(0))}, False, False),
        ({"assets": (BONDS,), **LIMIT, **year(holdings=(Holding(None, True, "PT"),))}, True, True),
        ({"assets": (BONDS, LAND), **LIMIT, **year(holdings=(Holding(None, False),))}, False, False),  # it was sold
    ],
)
def test_any_land_abroad_without_security_calls_for_the_annual_statement(
    trust: dict[str, Any], direct: bool | None, due: bool | None
) -> None:
    facts = first(one_case(trust=CALENDAR | trust, as_of=AFTER))

    assert (facts["annual_land_direct"], facts["annual_statement_due"]) == (direct, due)


@pytest.mark.parametrize(
    ("as_of", "trust", "due"),
    [
        (date(2026, 12, 30), CALENDAR, False),
        (date(2026, 12, 31), CALENDAR, True),
        (AFTER, {}, None),  # when the year ends is not stated
        (AFTER, year(), True),
        (date(2026, 12, 30), year(), None),
        (AFTER, {"tax_year_end": "01-31"}, False),  # the first to end after the death has not ended
    ],
)
def test_no_statement_is_called_for_before_a_year_of_the_trust_has_ended(
    as_of: date, trust: dict[str, Any], due: bool | None
) -> None:
    case = one_case(trust={"assets": (BONDS, LAND), **LIMIT, **trust}, as_of=as_of)

    assert fact("annual_statement_due", case) is due


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
    case = one_case(trust={"assets": (BONDS, stock), **LIMIT, **CALENDAR}, entities=(company,), as_of=AFTER)

    assert fact("annual_land_look_through", case) is expected
    assert fact("annual_land_direct", case) is False
    assert fact("annual_statement_due", case) is expected


def test_a_company_that_nobody_describes_leaves_the_annual_statement_undecided() -> None:
    stock = shape.Asset("stock", kind=shape.AssetKind.CLOSELY_HELD, country="US", value=Decimal(300_000))

    case = one_case(trust={"assets": (BONDS, stock), **LIMIT, **CALENDAR}, as_of=AFTER)

    assert fact("annual_land_look_through", case) is None


def test_a_residence_sold_or_ceased_calls_for_it_even_with_a_bond() -> None:
    day = date(2028, 1, 4)
    sold = first(by_bond(trust=CALENDAR | elected(sales=(SALE,)), as_of=day))
    ceased = first(by_bond(trust=CALENDAR | elected() | events(residence_ceased=date(2027, 3, 1)), as_of=day))
    never = first(by_bond(trust=CALENDAR | elected(security=False, sales=(SALE,)), as_of=day))
    not_yet = first(by_bond(trust=CALENDAR | elected(sales=(SALE,)), as_of=date(2027, 12, 30)))
    unknown = first(by_bond(trust=elected(sales=(SALE,)), as_of=day))

    assert (sold["annual_residence_sold"], sold["annual_statement_due"]) == (True, True)
    assert (ceased["annual_residence_ceased"], ceased["annual_residence_sold"]) == (True, False)
    assert never["annual_statement_due"] is False
    assert not_yet["annual_statement_due"] is False
    assert unknown["annual_residence_sold"] is None


def test_a_residence_sold_in_an_earlier_year_calls_for_no_statement_of_a_later_one() -> None:
    case = by_bond(trust=CALENDAR | elected(sales=(SALE,)) | {"year_ends": (YearEnd(date(2028, 12, 31)),)})

    assert fact("annual_residence_sold", replace(case, as_of=date(2029, 1, 4))) is False
    assert fact("annual_residence_sold", replace(case, as_of=date(2028, 1, 4))) is True


STATEMENT, CURE = "annual_statement", "foreign_limit_cure"


def abroad(**answers: Any) -> dict[str, Any]:
    limit = {"operative": "foreign-real-property-limit"}
    return {"trusts": [trust(security=limit, assets=[*trust()["assets"], PALACE], **answers)]}


def test_a_small_trust_with_land_abroad_reports_its_present_years() -> None:
    assert days(STATEMENT, **abroad()) == [date(2027, 4, 15)]
    assert days(STATEMENT, **abroad(), as_of="2027-04-15") == [date(2027, 4, 15), date(2028, 4, 18)]
    assert days(STATEMENT, **abroad(), as_of="2027-04-16") == [date(2028, 4, 18)]
    assert days(STATEMENT, **abroad(tax_year_end="06-30"), as_of="2027-07-01") == [date(2028, 4, 18), date(2029, 4, 17)]


def test_a_trust_that_is_secured_or_holds_no_land_abroad_reports_nothing() -> None:
    assert days(STATEMENT) == []
    assert days(STATEMENT, trusts=[trust(assets=[PALACE])]) == []
    assert f"{STATEMENT}: tax_year_end" in left_out(**abroad(tax_year_end=None))


def test_a_year_that_is_recorded_has_its_statement_though_the_end_of_every_year_is_not_stated() -> None:
    year = {"ended": "2026-12-31", "value": "9", "foreign_real_property": "1"}
    recorded = abroad(tax_year_end=None, year_ends=[year])

    assert days(STATEMENT, **recorded) == [date(2027, 4, 15)]
    assert f"{STATEMENT}: tax_year_end" in left_out(**recorded)
    unknown = trust(assets=[PALACE], security={"operative": None})
    assert f"{STATEMENT}: security.operative" in left_out(trusts=[unknown])


@pytest.mark.parametrize(
    ("takes_effect", "due"),
    [("2026-12-31", []), ("2027-01-01", [date(2027, 4, 15)]), (None, None)],
)
def test_land_is_reported_for_the_years_that_end_before_it_is_secured(
    takes_effect: str | None, due: list[date] | None
) -> None:
    new = {"arrangement": "bond", "takes_effect": takes_effect}
    limit = {"operative": "foreign-real-property-limit", "replacement": new}
    later = {"trusts": [trust(security=limit, assets=[*trust()["assets"], PALACE])], "as_of": "2027-04-15"}

    if due is None:
        assert f"{STATEMENT}: security.replacement.takes_effect" in left_out(**later)
    assert days(STATEMENT, **later) == (due or [])


@pytest.mark.parametrize(
    ("before", "after", "takes_effect", "reports"),
    [
        ("FOREIGN_LIMIT", "BOND", ENDED, False),
        ("FOREIGN_LIMIT", "BOND", AFTER, True),
        ("FOREIGN_LIMIT", "BOND", None, None),
        ("BOND", "FOREIGN_LIMIT", ENDED, True),
        ("BOND", "FOREIGN_LIMIT", AFTER, False),
        ("BOND", "LETTER_OF_CREDIT", None, False),
    ],
)
def test_the_arrangement_on_the_last_day_of_the_year_decides(
    before: str, after: str, takes_effect: date | None, reports: bool | None
) -> None:
    new = Replacement(shape.Operative[after], takes_effect=takes_effect)
    security = shape.Security(tuple(shape.Mode), operative=shape.Operative[before], replacement=new)
    facts = first(one_case(trust={"assets": (BONDS, LAND), "security": security, **year()}, as_of=AFTER))

    assert facts["annual_land_direct"] is reports


def test_an_excess_is_cured_only_where_the_limit_was_in_use() -> None:
    new = {"arrangement": "bond", "takes_effect": "2026-06-30"}
    limit = {"operative": "foreign-real-property-limit"}
    over = {"ended": "2026-12-31", "value": "1000000", "foreign_real_property": "350000.01", "causes": ["currency"]}

    assert days("foreign_limit_cure", trusts=[trust(security=limit, year_ends=[over])]) == [date(2027, 12, 31)]
    assert days("foreign_limit_cure", trusts=[trust(security={**limit, "replacement": new}, year_ends=[over])]) == []


def test_a_company_that_may_hold_land_abroad_waits_for_a_years_end() -> None:
    company = {"id": "srl", "kind": "closely-held-corporation", "country": "IT", "value": "1"}
    limit = {"operative": "foreign-real-property-limit"}
    inside = {"ended": "2026-12-31", "value": "100", "foreign_real_property": "0.01"}

    assert left_out(trusts=[trust(security=limit, assets=[company])]) == {f"{STATEMENT}: year_ends"}
    assert left_out(trusts=[trust(assets=[company])]) == set()
    assert days(STATEMENT, trusts=[trust(security=limit, assets=[company], year_ends=[inside])]) == [date(2027, 4, 15)]
    none = {**inside, "foreign_real_property": "0"}
    assert days(STATEMENT, trusts=[trust(security=limit, assets=[company], year_ends=[none])]) == []


def test_nothing_is_reported_for_years_before_the_death_or_after_the_trust_came_to_its_end() -> None:
    over = {"spouse": {"died": "2026-12-31"}}

    assert days(STATEMENT, **abroad(), **over, as_of="2027-04-15") == [date(2027, 4, 15)]
    last_day, day_after = {"decedent": {"died": "2026-12-31"}}, {"decedent": {"died": "2027-01-01"}}
    assert days(STATEMENT, **abroad(), **last_day, as_of="2027-04-15") == [date(2027, 4, 15), date(2028, 4, 18)]
    assert days(STATEMENT, **abroad(), **day_after, as_of="2027-04-15") == [date(2028, 4, 18)]


@pytest.mark.parametrize(
    ("foreign", "cures"),
    [pytest.param("350000", [], id="exactly 35 percent"), pytest.param("350000.01", [date(2028, 12, 31)], id="over")],
)
def test_an_excess_at_the_end_of_a_year_is_cured_by_the_end_of_the_next(foreign: str, cures: list[date]) -> None:
    end = {"ended": "2027-12-31", "value": "1000000", "foreign_real_property": foreign, "causes": ["currency"]}

    assert days(CURE, **abroad(year_ends=[end])) == cures  # a Sunday, and it does not roll


def test_land_is_measured_by_its_holdings_too() -> None:
    land = {"is_real_property": True, "country": "IT", "value": "36"}
    cash = {"is_real_property": False, "value": "64"}
    end = {"ended": "2027-12-31", "holdings": [land, cash], "causes": ["market-value"]}
    unknown = {**end, "holdings": [land, {"value": "64"}]}
    inside = {**end, "holdings": [land, {**cash, "entity": "srl"}]}

    assert days(CURE, **abroad(year_ends=[end])) == [date(2028, 12, 31)]
    assert days(CURE, **abroad(year_ends=[unknown])) == []
    assert days(CURE, **abroad(year_ends=[inside])) == []  # a company is looked through elsewhere
    assert days(CURE, **abroad(year_ends=[{"ended": "2027-12-31", "value": "100", "causes": ["currency"]}])) == []
    assert left_out(**abroad(year_ends=[{**end, "ended": None}])) == {f"{CURE}: year_ends[0].ended"}


def test_each_year_end_with_land_abroad_is_reported_however_long_ago() -> None:
    def end(day: str, foreign: str) -> dict[str, Any]:
        return {"ended": day, "value": "100", "foreign_real_property": foreign}

    ends = [end("2026-12-31", "20"), end("2027-12-31", "0"), {"ended": "2028-12-31"}]

    assert days(STATEMENT, **abroad(year_ends=ends), as_of="2030-06-01") == [
        date(2027, 4, 15),
        date(2031, 4, 15),
    ]


def test_an_excess_that_was_bought_has_no_cure_and_one_without_a_cause_is_left_out() -> None:
    end = {"ended": "2027-12-31", "value": "100", "foreign_real_property": "36"}

    bought, unknown = abroad(year_ends=[{**end, "causes": ["currency", "acquisition"]}]), abroad(year_ends=[end])

    assert days(CURE, **bought) == days(CURE, **unknown) == []
    assert Note("share", "excess_bought", {"year_end": date(2027, 12, 31)}) in found_in(**bought).notes
    assert left_out(**unknown) == {f"{CURE}: year_ends[0].causes"}


def test_a_year_that_ends_on_another_day_than_the_trusts_is_a_problem() -> None:
    end = {"ended": "2027-06-30", "value": "100", "foreign_real_property": "36", "causes": ["currency"]}
    (problem,) = found_in(**abroad(year_ends=[end])).problems

    assert problem.where == "trusts[share].year_ends[0].ended"
    assert "2027-06-30 does not end a taxable year" in problem.what


def test_a_year_that_ends_with_february_ends_on_its_last_day() -> None:
    end = {"ended": "2028-02-29", "value": "100", "foreign_real_property": "36", "causes": ["currency"]}

    assert days(CURE, **abroad(tax_year_end="02-28", year_ends=[end])) == [date(2029, 2, 28)]
