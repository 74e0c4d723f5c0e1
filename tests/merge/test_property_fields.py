"""A trust's property is listed and totalled before any debt; what is not known of one asset leaves a total open."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from phrases import PHRASES
from trust_fields import SHARES, gap, rows, value

from assembler.casefile.shape import Asset, AssetKind, Case, Decedent, Return, Trust
from assembler.findings import find
from assembler.merge import OpenPoint, merge

LAND = Asset(kind=AssetKind.REAL_PROPERTY, country="PT", value=Decimal(349), debt=Decimal(100))
CASH = Asset(kind=AssetKind.CASH, country="US", value=Decimal(651))
TOTALS = ("assets_total", "foreign_real_property_total", "foreign_real_property_percent")


def test_property_is_totalled_before_any_debt() -> None:
    assert [value(name, assets=(LAND, CASH)) for name in TOTALS] == ["$1,000.00", "$349.00", "34.9 percent"]


def test_the_debt_on_the_property_is_added_up_and_open_where_one_is_not_stated() -> None:
    assets = (LAND, replace(CASH, id="deposit"))

    assert value("assets_debt", assets=(LAND, replace(CASH, debt=Decimal("0.50")))) == "$100.50"
    assert gap("assets_debt", assets=assets) == "trusts[share].assets[deposit].debt"


def test_a_share_that_is_rounded_up_says_so() -> None:
    assets = (replace(LAND, value=Decimal("350000.01")), replace(CASH, value=Decimal("649999.99")))

    assert value("foreign_real_property_percent", assets=assets) == "35.01 percent, rounded up,"


def test_land_at_home_and_other_things_abroad_are_not_foreign_land() -> None:
    assets = (replace(LAND, country="US"), replace(CASH, country="PT"))

    assert value("foreign_real_property_total", assets=assets) == "$0.00"
    assert value("foreign_real_property_percent", assets=assets) == "0 percent"


def test_one_value_that_is_missing_leaves_every_total_open() -> None:
    for name in TOTALS:
        assert gap(name, assets=(LAND, replace(CASH, value=None))) == "trusts[share].assets[1].value"


@pytest.mark.parametrize("answer", ["country", "kind"])
def test_land_that_may_be_abroad_leaves_the_foreign_share_open(answer: str) -> None:
    without: dict[str, Any] = {answer: None}
    assets = (CASH, replace(LAND, id="quinta", **without))

    for name in TOTALS[1:]:
        assert gap(name, assets=assets) == f"trusts[share].assets[quinta].{answer}"
    assert value("assets_total", assets=assets) == "$1,000.00"


def test_what_is_in_the_united_states_needs_no_kind_to_be_no_foreign_land() -> None:
    assert value("foreign_real_property_total", assets=(LAND, replace(CASH, kind=None))) == "$349.00"


def test_a_trust_that_holds_nothing_yet_has_a_total_of_nothing() -> None:
    assert value("assets_total", assets=()) == "$0.00"
    assert value("foreign_real_property_percent", assets=()) == "0 percent"
    assert rows("assets", assets=()) == []


def test_an_asset_has_its_row_and_says_what_it_lacks() -> None:
    first, second = rows("assets", assets=(replace(LAND, id="quinta"), Asset()))

    assert first == {
        "number": "1",
        "description": OpenPoint("the description of asset 1", "executor", "trusts[share].assets[quinta].description"),
        "kind": "Real property",
        "location": "Portugal",
        "value": "$349.00",
        "debt": "$100.00",
    }
    assert second["value"] == OpenPoint("the value of asset 2", "appraiser", "trusts[share].assets[1].value")


def test_a_country_stands_in_a_table_without_its_article() -> None:
    (row,) = rows("assets", assets=(SHARES,))

    assert (row["kind"], row["location"]) == ("Marketable securities", "United States")


def test_the_assets_are_valued_on_the_date_of_death_unless_the_executor_elects_another() -> None:
    (subject,) = find(Case(decedent=Decedent(died=date(2026, 2, 11)), trusts=(Trust(id="share"),))).trusts
    other = replace(subject.case, return_=Return(alternate_valuation=True))

    assert merge(subject, PHRASES).values["valuation_day"] == "February 11, 2026, the date of the decedent’s death"
    assert merge(find(other).trusts[0], PHRASES).values["valuation_day"] == (
        "the alternate valuation date of section 2032 of the Internal Revenue Code, which the executor elects"
    )
