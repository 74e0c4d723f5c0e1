"""The annual statement is for a year that has ended, with what the trust held at its end and what that was worth."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from assembler.casefile.shape import Case
from assembler.casefile.shape_holdings import Entity, EntityKind, Holding, Stake
from assembler.casefile.shape_values import YearEnd
from assembler.findings import Subject, annual_statement, year_end
from findings.one_case import BONDS, LAND, events, first, one_case
from findings.secured_case import SALE, elected

FIRST, SECOND = date(2026, 12, 31), date(2027, 12, 31)
FIELD = Holding("Vinha", True, "PT", Decimal(500_000))
STOCK = Holding("Stock", False, "PT", Decimal(300_000), "lda", Stake(value=Decimal(30)))
LDA = Entity("lda", "Quinta & Filhos Lda.", EntityKind.CORPORATION, 3, assets=(replace(FIELD, value=Decimal(900_000)),))


def case(*years: YearEnd, as_of: date = date(2028, 2, 1), **answers: Any) -> Case:
    trust = {"tax_year_end": "12-31", "assets": (BONDS, LAND), "year_ends": years, **answers}
    return one_case(trust=trust, as_of=as_of, entities=(LDA,))


def trust(*years: YearEnd, **answers: Any) -> Subject:
    return first(case(*years, **answers))


@pytest.mark.parametrize(
    ("years", "as_of", "year"),
    [
        ((YearEnd(FIRST), YearEnd(SECOND)), date(2028, 2, 1), SECOND),
        ((YearEnd(SECOND), YearEnd(FIRST)), date(2028, 2, 1), SECOND),
        ((YearEnd(FIRST), YearEnd(SECOND)), date(2027, 2, 1), FIRST),  # the second has not ended
        ((YearEnd(date(2025, 12, 31)), YearEnd(FIRST)), date(2027, 2, 1), FIRST),
        ((YearEnd(date(2025, 12, 31)),), date(2027, 2, 1), None),  # it ended before the death
        ((), date(2028, 2, 1), None),
    ],
)
def test_the_statement_is_for_the_last_year_that_is_recorded(
    years: tuple[YearEnd, ...], as_of: date, year: date | None
) -> None:
    assert year_end.statement_year(trust(*years, as_of=as_of)).value == year


def test_without_a_record_it_is_for_the_year_in_which_a_residence_was_sold_or_no_longer_used() -> None:
    sold = trust(**elected(sales=(SALE,)))
    ceased = trust(**(elected() | events(residence_ceased=date(2026, 6, 1))))
    both = trust(YearEnd(FIRST), **elected(sales=(SALE,)))

    assert year_end.statement_year(sold).value == SECOND
    assert year_end.statement_year(ceased).value == FIRST
    assert year_end.statement_year(both).value == SECOND
    assert year_end.statement_year(trust(**elected(security=False, sales=(SALE,)))).value is None


def test_a_year_that_nobody_states_is_open_and_never_taken_from_the_day_of_the_papers() -> None:
    year = year_end.statement_year(trust())

    assert (year.value, year.rests_on) == (None, ("trusts[share].year_ends[0].ended",))
    assert year_end.statement_year(trust(YearEnd())).rests_on == ("trusts[share].year_ends[0].ended",)
    unknown = year_end.statement_year(trust(tax_year_end=None, **elected(sales=(SALE,))))
    assert unknown.rests_on == ("trusts[share].tax_year_end", "trusts[share].year_ends[0].ended")


def test_the_statement_is_due_on_the_day_that_the_calendar_has() -> None:
    due = annual_statement.last_day_to_file(trust(YearEnd(SECOND)))

    assert due.value is not None
    assert due.value.date == date(2028, 4, 18)  # the 15th is a Saturday, the 17th a holiday
    assert annual_statement.last_day_to_file(trust()).value is None


def test_what_was_held_and_its_total_are_those_of_the_year_and_not_of_the_death() -> None:
    held = trust(YearEnd(SECOND, holdings=(FIELD, STOCK)))

    assert year_end.held(held).value == (FIELD, STOCK)
    assert year_end.worth(held).value == Decimal(800_000)
    assert year_end.share(held).value is not None
    assert year_end.share(held).value.total == Decimal(770_000)  # type: ignore[union-attr]
    for none in (trust(), trust(YearEnd(SECOND)), trust(YearEnd(SECOND, Decimal(9), Decimal(1)))):
        assert year_end.held(none).value is None
        assert year_end.worth(none).rests_on == ("trusts[share].year_ends[0].holdings",)


def test_the_two_sums_of_a_year_measure_land_abroad_and_do_not_list_it() -> None:
    share = year_end.share(trust(YearEnd(SECOND, Decimal(900), Decimal(300)))).value

    assert share is not None
    assert (share.foreign, share.total) == (Decimal(300), Decimal(900))
    lacking = year_end.share(trust(YearEnd(SECOND, Decimal(900))))
    assert lacking.rests_on == ("trusts[share].year_ends[0].foreign_real_property",)


@pytest.mark.parametrize(
    ("holding", "missing"),
    [
        (replace(FIELD, value=None), "value"),
        (replace(FIELD, is_real_property=None), "is_real_property"),
        (replace(FIELD, country=None), "country"),
    ],
)
def test_one_holding_of_which_an_answer_is_missing_leaves_the_share_open(holding: Holding, missing: str) -> None:
    share = year_end.share(trust(YearEnd(SECOND, holdings=(FIELD, holding))))

    assert (share.value, share.rests_on) == (None, (f"trusts[share].year_ends[0].holdings[1].{missing}",))


def test_land_abroad_is_unknown_while_it_is_not_stated_what_or_where_it_is() -> None:
    assert year_end.is_land_abroad(FIELD, "x").value is True
    assert year_end.is_land_abroad(replace(FIELD, country="US"), "x").value is False
    assert year_end.is_land_abroad(STOCK, "x").value is False
    assert year_end.is_land_abroad(replace(FIELD, country=None), "x").rests_on == ("x.country",)


def test_what_is_inside_an_entity_has_its_part_and_its_path() -> None:
    ((where, inside),) = year_end.looked_through(trust(YearEnd(SECOND, holdings=(FIELD, STOCK)))).value or ()

    assert (where, inside.entity, inside.country) == ("entities[lda].assets[0]", "Quinta & Filhos Lda.", "PT")
    assert (inside.share, inside.value) == (Decimal("0.30"), Decimal(270_000))


def test_what_is_inside_an_entity_is_unknown_while_the_entity_is_not_described() -> None:
    stated = case(YearEnd(SECOND, holdings=(STOCK,)))
    unknown = first(replace(stated, entities=(replace(LDA, holders=None),)))

    assert year_end.looked_through(unknown).value is None
    assert year_end.share(unknown).rests_on == ("entities",)


@pytest.mark.parametrize(("ended", "year"), [(date(2026, 5, 31), None), (date(2026, 6, 1), date(2026, 6, 1))])
def test_no_year_is_taken_that_ended_before_the_trust_was_made(ended: date, year: date | None) -> None:
    found = trust(YearEnd(ended))  # the spouse made it on June 1

    assert year_end.statement_year(found).value == year
    assert [one.where for one in year_end.refusals(found)] == ([] if year else ["trusts[share].year_ends[0].ended"])


def test_holdings_of_a_day_that_has_not_come_are_refused() -> None:
    early = trust(YearEnd(SECOND, holdings=(FIELD,)), as_of=date(2027, 12, 30))

    assert [one.where for one in year_end.refusals(early)] == ["trusts[share].year_ends[0].ended"]
    assert list(year_end.refusals(trust(YearEnd(SECOND), as_of=date(2027, 12, 30)))) == []


def test_the_first_year_of_a_trust_that_the_spouse_made_begins_when_it_was_made() -> None:
    late = first(case(as_of=date(2027, 2, 1), instrument_date=date(2027, 1, 15)))

    assert year_end.has_ended(late).value is False
    assert year_end.has_ended(first(case(as_of=date(2027, 2, 1)))).value is True
