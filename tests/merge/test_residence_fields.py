"""What is left out of a residence, its sale, and the end of its use are told as the exclusion has them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from trust_fields import HOME, SHARES, TRUST, gap, rows, value

from assembler.casefile.shape import Asset, AssetKind, Events, ResidenceExclusion
from assembler.casefile.shape_values import FixingUp, Reinvestment, ResidenceSale
from assembler.merge import OpenPoint

COTTAGE = replace(HOME, id="cottage", description="Cottage", value=Decimal(250_000))
FURNITURE = Asset("chairs", "Chairs", AssetKind.TANGIBLE, "US", Decimal(10_000), is_residence=True)
SALE = ResidenceSale(
    sold=date(2028, 2, 29),
    amount_realized=Decimal(700_000),
    reinvestments=(Reinvestment(date(2028, 6, 1), Decimal(400_000)),),
    planned=Decimal(300_000),
)


def sold(sale: ResidenceSale, **trust: Any) -> dict[str, object]:
    chosen = ResidenceExclusion(security=True, sales=(sale,))
    (row,) = rows("residence_sales", residence_exclusion=chosen, **trust)
    return row


def excluded(*assets: Asset, elected: ResidenceExclusion = TRUST.residence_exclusion) -> list[object]:
    return [row["excluded"] for row in rows("homes", assets=assets, residence_exclusion=elected)]


def test_the_dollars_left_out_follow_the_two_elections() -> None:
    assert value("residence_excluded_security") == "$600,000.00"
    assert value("residence_excluded_threshold") == "$0.00"


def test_an_election_that_is_open_leaves_the_dollars_open() -> None:
    name, chosen = "residence_excluded_security", ResidenceExclusion(threshold=False)

    assert gap(name, residence_exclusion=chosen) == "trusts[share].residence_exclusion.security"
    assert value(name, residence_exclusion=chosen, assets=(SHARES,)) == "$0.00"


def test_what_may_be_a_residence_leaves_the_dollars_open() -> None:
    for answer in ("is_residence", "kind", "value"):
        without: dict[str, Any] = {answer: None}
        assets = (replace(HOME, **without), SHARES)
        assert gap("residence_excluded_security", assets=assets) == f"trusts[share].assets[home].{answer}"


def test_each_home_is_listed_with_what_is_left_out_of_it() -> None:
    two = rows("homes", assets=(COTTAGE, SHARES, HOME))

    assert [(row["address"], row["excluded"]) for row in two] == [
        ("Cottage", "$250,000.00"),
        ("Apartment 9C, 310 Riverside Terrace", "$350,000.00"),
    ]
    assert rows("homes", assets=(SHARES,)) == []
    assert excluded(COTTAGE, FURNITURE) == ["$250,000.00", "$10,000.00"]
    assert excluded(COTTAGE, elected=ResidenceExclusion(threshold=False, security=False)) == ["$0.00"]


def test_a_house_that_may_be_a_residence_is_a_row_of_open_points() -> None:
    (row,) = rows("homes", assets=(replace(HOME, is_residence=None), SHARES))
    undecided = OpenPoint(
        "whether asset 1 is a residence of the Spouse or its furnishings",
        "spouse",
        "trusts[share].assets[home].is_residence",
    )

    assert set(row.values()) == {undecided}


def test_a_home_without_a_value_leaves_the_next_open_too() -> None:
    first, second = excluded(replace(COTTAGE, value=None), HOME)

    assert first == second == OpenPoint("the value of asset 1", "appraiser", "trusts[share].assets[cottage].value")


def test_a_sale_is_listed_with_its_price_and_the_last_day_to_reinvest() -> None:
    assert sold(SALE) == {
        "address": "Apartment 9C, 310 Riverside Terrace",
        "sold": "February 29, 2028",
        "adjusted_price": "$700,000.00",
        "reinvested": "$400,000.00",
        "planned": "$300,000.00",
        "reinvest_by": "February 28, 2029",
    }


def test_an_expense_that_is_half_stated_leaves_the_price_open() -> None:
    contracted = replace(SALE, contracted=date(2028, 2, 1))
    painting = FixingUp(Decimal(9_000), date(2028, 1, 15), date(2028, 1, 20))
    at = "trusts[share].residence_exclusion.sales[0].fixing_up[0].paid"

    assert sold(replace(contracted, fixing_up=(painting,)))["adjusted_price"] == "$691,000.00"
    assert sold(replace(contracted, fixing_up=(replace(painting, paid=None),)))["adjusted_price"] == OpenPoint(
        "the day expense 1 of making the residence fit for sale was paid", "spouse", at
    )


def test_a_purchase_without_its_amount_leaves_what_was_reinvested_open() -> None:
    row = sold(replace(SALE, reinvestments=(*(SALE.reinvestments or ()), Reinvestment(date(2028, 7, 1)))))

    assert isinstance(row["reinvested"], OpenPoint)
    assert row["reinvested"].path == "trusts[share].residence_exclusion.sales[0].reinvestments[1].amount"


def test_of_two_homes_the_one_sold_goes_by_its_id() -> None:
    unsaid = sold(SALE, assets=(HOME, COTTAGE))["address"]

    assert sold(replace(SALE, residence="cottage"), assets=(HOME, COTTAGE))["address"] == "Cottage"
    assert isinstance(unsaid, OpenPoint)
    assert unsaid.path == "trusts[share].residence_exclusion.sales[0].residence"


def test_a_cessation_has_its_day_its_residence_and_the_hundred_and_twentieth_day() -> None:
    events = Events(residence_ceased=date(2027, 1, 1), compliance_measures="A bond is furnished.")

    assert value("residence_ceased_on", events=events) == "January 1, 2027"
    assert value("residence_ceased_address", events=events) == "Apartment 9C, 310 Riverside Terrace"
    assert value("residence_deadline", events=events) == "May 1, 2027"
    assert value("compliance_measures", events=events) == "A bond is furnished."


def test_the_rider_tells_a_sale_from_the_end_of_the_use() -> None:
    by_sale: dict[str, Any] = {"residence_exclusion": ResidenceExclusion(security=True, sales=(SALE,))}
    by_use: dict[str, Any] = {"events": Events(residence_ceased=date(2027, 5, 2))}

    assert value("exclusion_ended_on", **by_sale) == "February 29, 2028"
    assert str(value("exclusion_ended_by", **by_sale)).startswith("the personal residence was sold")
    assert value("exclusion_ended_on", **by_use) == "May 2, 2027"
    assert str(value("exclusion_ended_by", **by_use)).startswith("the residence ceased to be used")
