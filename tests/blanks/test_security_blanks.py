"""A bond, a letter of credit and the papers filed with them have the words and figures of the case."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from assembler import blanks
from assembler.blanks import fill
from assembler.casefile.shape import (
    Asset,
    AssetKind,
    Case,
    Decedent,
    Events,
    Executor,
    Operative,
    ResidenceExclusion,
    Return,
    ReturnForm,
    Security,
    Source,
    Spouse,
    Trust,
    Trustee,
    TrusteeKind,
)
from assembler.casefile.shape_security import Bond, Confirmer, Issuer, IssuerKind, Letter, Replacement, Surety, TimeZone
from assembler.casefile.shape_values import Reinvestment, ResidenceSale

DAUGHTER = Trustee(
    name="Daniel Min-jun Kim Jr.",
    kind=TrusteeKind.INDIVIDUAL,
    is_us_trustee=True,
    address="52 Overlook Row\nLeonia, New Jersey 07605",
)
HOME = Asset(
    "home", "Apartment 9C, 310 Riverside Terrace", AssetKind.REAL_PROPERTY, "US", Decimal(1_480_000), is_residence=True
)
SHARES = Asset("shares", "Listed shares", AssetKind.MARKETABLE, "US", Decimal(4_940_000))
BOND = Bond(
    surety=Surety(
        name="Mohawk & Schoharie Surety Company",
        address="900 Granite Exchange\nAlbany, New York 12207",
        state="New York",
        agent="Perpetua Vandermark",
        listing="Circular 570,\n$41,200,000",
    ),
    dated=date(2026, 11, 16),
    effective=date(2026, 11, 16),
    expires=date(2027, 11, 16),
)
LETTER = Letter(
    issuer=Issuer(
        name="한라은행 (Halla Bank), New York Branch",
        address="3 Pine Court, New York",
        kind=IssuerKind.US_BRANCH,
        foreign_bank="한라은행 (Halla Bank)",
    ),
    confirmer=Confirmer(name="Ironwood National Bank", address="1 Tower", office="2 Tower"),
    number="0093",
    dated=date(2026, 11, 18),
    expires=date(2027, 6, 30),
    time_zone=TimeZone.EDT,
)
TRUST = Trust(
    id="kim",
    name="김태호 & O'Shea QDOT",
    source=Source.EXECUTOR_CREATED,
    instrument_date=date(2026, 11, 16),
    records_address="18 Elm Court, Larchmont",
    trustees=(DAUGHTER,),
    security=Security(
        operative=Operative.BOND,
        amount_furnished=Decimal("3783000.00"),
        irs_address="Advisory Group 4\nNew York",
        irs_district="Manhattan",
        adjusted_from=date(2026, 12, 1),
        replacement=Replacement(Operative.LETTER_OF_CREDIT, date(2027, 9, 1), date(2027, 11, 16)),
    ),
    assets=(HOME, SHARES),
    residence_exclusion=ResidenceExclusion(threshold=False, security=True),
    bond=BOND,
    letter=LETTER,
    events=Events(notice_received=date(2027, 9, 3), branch_closes=date(2027, 12, 31)),
    has_ein=False,
    tax_year_end="12-31",
)
CASE = Case(
    as_of=date(2026, 11, 16),
    decedent=Decedent(name="김태호 (Kim Tae-ho)", died=date(2026, 5, 22)),
    spouse=Spouse(name="박은영"),
    executor=(Executor(name="Ruth Katz-Lindqvist", title="Executor"), Executor(name="Smith & Sons")),
    return_=Return(form=ReturnForm.F706_NA, filed=date(2027, 1, 20), value_determined=date(2028, 3, 1)),
)


def value(name: str, case: Case = CASE, **trust: Any) -> blanks.Blank:
    return fill(case, replace(TRUST, **trust)).values[name]


def rows(name: str, case: Case = CASE, **trust: Any) -> list[dict[str, object]]:
    return [dict(row) for row in fill(case, replace(TRUST, **trust)).lists[name]]


@pytest.mark.parametrize(
    ("name", "words"), [("residence_excluded_security", "$600,000.00"), ("residence_excluded_threshold", "$0.00")]
)
def test_a_residence_is_left_out_for_the_end_for_which_it_is_elected(name: str, words: str) -> None:
    assert value(name) == words


def test_executors_are_listed_with_their_office() -> None:
    assert rows("executors") == [
        {"name": "Ruth Katz-Lindqvist", "title": "Executor"},
        {"name": "Smith & Sons", "title": "Executor"},
    ]


def test_each_home_is_listed_with_what_is_left_out_of_it() -> None:
    cottage = replace(HOME, id="cottage", description="Cottage", value=Decimal(250_000))
    two = rows("homes", assets=(cottage, SHARES, HOME))

    assert [(row["address"], row["excluded"]) for row in two] == [
        ("Cottage", "$250,000.00"),
        ("Apartment 9C, 310 Riverside Terrace", "$350,000.00"),
    ]
    assert rows("homes", assets=(SHARES,)) == []


def test_a_sale_is_listed_with_its_price_and_the_last_day_to_reinvest() -> None:
    sale = ResidenceSale(
        sold=date(2028, 2, 29),
        amount_realized=Decimal(700_000),
        reinvestments=(Reinvestment(date(2028, 6, 1), Decimal(400_000)),),
        planned=Decimal(300_000),
    )
    (row,) = rows("residence_sales", residence_exclusion=ResidenceExclusion(security=True, sales=(sale,)))

    assert row == {
        "address": "Apartment 9C, 310 Riverside Terrace",
        "sold": "February 29, 2028",
        "adjusted_price": "$700,000.00",
        "reinvested": "$400,000.00",
        "planned": "$300,000.00",
        "reinvest_by": "February 28, 2029",
    }


def test_a_cessation_has_its_day_its_residence_and_the_hundred_and_twentieth_day() -> None:
    events = Events(residence_ceased=date(2027, 1, 1), compliance_measures="A bond is furnished.")

    assert value("residence_ceased_on", events=events) == "January 1, 2027"
    assert value("residence_ceased_address", events=events) == "Apartment 9C, 310 Riverside Terrace"
    assert value("residence_deadline", events=events) == "May 1, 2027"
    assert value("compliance_measures", events=events) == "A bond is furnished."
