"""The annual statement has the values of the last day of its year, and rows that add up to their total."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from secured_papers import CASE, HOME, rows, said, waits_for

from assembler.casefile.shape import Events
from assembler.casefile.shape_holdings import Entity, EntityKind, Holding, Stake
from assembler.casefile.shape_values import YearEnd

AFTER = replace(CASE, as_of=date(2028, 2, 1))
LAND = Holding("Vinha", True, "PT", Decimal(500_000))
STOCK = Holding("Stock", False, "PT", Decimal(300_000), "lda", Stake(value=Decimal(30)))
INSIDE = Holding("Quinta", True, "PT", Decimal(900_000))
LDA = Entity("lda", "Quinta & Filhos Lda.", EntityKind.CORPORATION, 3, assets=(INSIDE,))
LOOKED_THROUGH = replace(AFTER, entities=(LDA,))
YEAR = (YearEnd(ended=date(2027, 12, 31), holdings=(LAND, STOCK)),)


def test_the_statement_says_its_year_and_when_it_is_due() -> None:
    assert said("tax_year_ended", AFTER, year_ends=YEAR) == "December 31, 2027"
    assert said("annual_due", AFTER, year_ends=YEAR) == "April 18, 2028"  # the 15th is a Saturday, the 17th a holiday


def test_the_year_in_which_a_residence_ceased_to_be_used_is_that_of_the_statement() -> None:
    events = Events(residence_ceased=date(2027, 1, 1))

    assert said("tax_year_ended", AFTER, events=events) == "December 31, 2027"
    assert said("annual_due", AFTER, events=events) == "April 18, 2028"


def test_the_rows_add_up_to_the_total_and_land_abroad_is_measured_with_what_is_looked_through() -> None:
    assert [row["value"] for row in rows("year_end_assets", LOOKED_THROUGH, year_ends=YEAR)] == [
        "$500,000.00",
        "$300,000.00",
    ]
    assert said("year_end_total", LOOKED_THROUGH, year_ends=YEAR) == "$800,000.00"
    assert said("year_end_measured_total", LOOKED_THROUGH, year_ends=YEAR) == "$770,000.00"
    assert said("year_end_foreign_total", LOOKED_THROUGH, year_ends=YEAR) == "$770,000.00"
    assert said("year_end_foreign_percent", LOOKED_THROUGH, year_ends=YEAR) == "100 percent"


def test_a_share_that_is_rounded_up_says_so() -> None:
    third = (YearEnd(ended=date(2027, 12, 31), value=Decimal(3), foreign_real_property=Decimal(1)),)

    assert said("year_end_foreign_percent", AFTER, year_ends=third) == "33.34 percent, rounded up,"


def test_land_abroad_is_listed_where_it_is_held_directly_and_what_is_inside_an_entity_by_itself() -> None:
    assert rows("land", LOOKED_THROUGH, year_ends=YEAR) == [
        {"number": "1", "description": "Vinha", "location": "Portugal", "value": "$500,000.00"}
    ]
    assert rows("look_through", LOOKED_THROUGH, year_ends=YEAR) == [
        {
            "entity": "Quinta & Filhos Lda.",
            "description": "Quinta",
            "location": "Portugal",
            "share": "30 percent",
            "value": "$270,000.00",
        }
    ]


def test_what_was_held_at_the_death_is_never_what_was_held_at_the_end_of_the_year() -> None:
    for year_ends in (None, (YearEnd(ended=date(2027, 12, 31)),)):
        (row,) = rows("year_end_assets", AFTER, year_ends=year_ends, assets=(HOME,))

        assert waits_for(row["description"]) == "trusts[kim].year_ends[0].holdings[0].description"
        assert waits_for(row["value"]) == "trusts[kim].year_ends[0].holdings[0].value"
        assert waits_for(said("year_end_total", AFTER, year_ends=year_ends)).startswith("trusts[kim].year_ends[0].hold")


def test_a_year_that_nobody_states_is_open() -> None:
    assert waits_for(said("tax_year_ended", AFTER, year_ends=None)) == "trusts[kim].year_ends[0].ended"
    assert waits_for(said("annual_due", AFTER, year_ends=None)) == "trusts[kim].year_ends[0].ended"


def test_a_total_waits_for_the_one_value_that_is_missing() -> None:
    unvalued = (YearEnd(ended=date(2027, 12, 31), holdings=(LAND, replace(STOCK, value=None))),)

    assert waits_for(said("year_end_total", AFTER, year_ends=unvalued)) == "trusts[kim].year_ends[0].holdings[1].value"


def test_what_may_be_land_abroad_is_listed_and_open() -> None:
    unknown = (YearEnd(ended=date(2027, 12, 31), holdings=(replace(LAND, country=None), replace(LAND, country="US"))),)
    (row,) = rows("land", AFTER, year_ends=unknown)

    assert waits_for(row["description"]) == "trusts[kim].year_ends[0].holdings[0].country"


def test_without_the_holdings_of_the_year_what_is_looked_through_is_one_open_row() -> None:
    (row,) = rows("look_through", LOOKED_THROUGH, year_ends=None)

    assert waits_for(row["entity"]).startswith("trusts[kim].year_ends[0].holdings")
