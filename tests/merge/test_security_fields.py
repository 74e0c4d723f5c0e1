"""A bond, a letter of credit and the papers filed with them have the words and figures of the case."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from item_fields import PHRASES

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
from assembler.casefile.shape_holdings import Entity, EntityKind, Holding, Stake
from assembler.casefile.shape_security import Bond, Confirmer, Issuer, IssuerKind, Letter, Replacement, Surety, TimeZone
from assembler.casefile.shape_values import Valuation, YearEnd
from assembler.findings import find
from assembler.merge import Merge, OpenPoint, Pending, Value, merge

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


def merged(case: Case, trust: dict[str, Any]) -> Merge:
    (subject,) = find(replace(case, trusts=(replace(TRUST, **trust),))).trusts
    return merge(subject, PHRASES)


def value(name: str, case: Case = CASE, **trust: Any) -> Value:
    return merged(case, trust).values[name]


def rows(name: str, case: Case = CASE, **trust: Any) -> list[dict[str, object]]:
    return [dict(row) for row in merged(case, trust).lists[name]]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("security_amount", "$3,783,000.00"),
        ("security_amount_words", "Three million seven hundred eighty-three thousand and 00/100 dollars"),
        ("principal_name", "Daniel Min-jun Kim Jr."),
        ("principal_address", "52 Overlook Row, Leonia, New Jersey 07605"),
        ("applicant_name", "Daniel Min-jun Kim Jr."),
        ("surety_name", "Mohawk & Schoharie Surety Company"),
        ("surety_address", "900 Granite Exchange, Albany, New York 12207"),
        ("surety_agent", "Perpetua Vandermark"),
        ("surety_listing", "Circular 570, $41,200,000"),
        ("bond_effective", "November 16, 2026"),
        ("bond_expires", "November 16, 2027"),
        ("bond_term", "one year"),
        ("letter_number", "0093"),
        ("letter_dated", "November 18, 2026"),
        ("letter_expiry_date", "June 30, 2027"),
        ("letter_time_zone", "EDT"),
        ("issuer_name", "한라은행 (Halla Bank), New York Branch"),
        ("issuer_city_office", "3 Pine Court, New York"),
        ("issuer_foreign_bank", "한라은행 (Halla Bank)"),
        ("confirmer_name", "Ironwood National Bank"),
        ("confirmer_office", "2 Tower"),
        ("irs_security_address", "Advisory Group 4, New York"),
        ("irs_district", "Manhattan"),
        ("governing_instrument", "the trust agreement dated November 16, 2026"),
        ("trust_tin", "no taxpayer identification number has been assigned"),
        ("trust_address", "18 Elm Court, Larchmont"),
        ("replacement_arrangement", "a letter of credit under paragraph (d)(1)(i)(C)"),
        ("replacement_effective", "November 16, 2027"),
        ("rider_effective", "December 1, 2026"),
        ("return_form", "Form 706-NA"),
        ("return_due", "February 22, 2027"),
        ("security_filing_deadline", "February 22, 2027"),
        ("final_determination_date", "March 1, 2028"),
        ("adjustment_deadline", "April 30, 2028"),
        ("nonrenewal_deadline", "September 17, 2027"),
        ("reply_deadline", "October 3, 2027"),
        ("branch_closing_date", "December 31, 2027"),
        ("branch_notice_deadline", "November 1, 2027"),
    ],
)
def test_a_security_field_has_the_words_of_the_case(name: str, words: str) -> None:
    assert value(name) == words


def test_the_amount_agrees_in_words_and_figures_to_the_cent() -> None:
    valuation = Valuation(final=Decimal("3076923.09"))
    exclusion = ResidenceExclusion(threshold=False, security=False)
    answers: dict[str, Any] = {"valuation": valuation, "residence_exclusion": exclusion, "assets": (SHARES,)}

    assert value("adjusted_amount", **answers) == "$2,000,000.01"
    assert value("adjusted_amount_words", **answers) == "Two million and 01/100 dollars"


def test_the_arithmetic_is_listed_step_by_step() -> None:
    steps = rows("security_steps")

    assert [step["value"] for step in steps] == ["$6,420,000.00", "$600,000.00", "$5,820,000.00", "$3,783,000.00"]
    assert all(step["text"] and str(step["law"]).startswith("26 CFR") for step in steps)


def test_without_values_the_amount_and_its_arithmetic_are_open() -> None:
    assert isinstance(value("security_amount_words", assets=None), OpenPoint | Pending)
    assert isinstance(rows("security_steps", assets=None)[0]["text"], OpenPoint | Pending)
    assert isinstance(rows("adjusted_steps")[0]["value"], OpenPoint | Pending)


def test_the_address_of_publication_4235_is_never_guessed() -> None:
    found = value("irs_security_address", security=Security())

    assert isinstance(found, OpenPoint)
    assert found.path == "trusts[kim].security.irs_address"


def test_a_paper_of_the_first_edition_is_filed_with_the_return() -> None:
    bond = replace(BOND, dated=date(2026, 7, 9))

    assert value("security_filing_deadline", bond=bond) == "January 20, 2027"


def test_a_letter_without_its_number_leaves_a_line_for_it() -> None:
    assert value("letter_number", letter=Letter()) == "…………"


@pytest.mark.parametrize(
    ("expires", "words"),
    [(date(2029, 11, 16), "3 years"), (date(2028, 1, 31), "from November 16, 2026 to January 31, 2028")],
)
def test_a_term_is_told_in_years_or_by_its_days(expires: date, words: str) -> None:
    assert value("bond_term", bond=replace(BOND, expires=expires)) == words


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (Source.ARTICLE_IN_WILL, "the will of 김태호 (Kim Tae-ho) dated November 16, 2026"),
        (Source.LIFETIME_AGREEMENT, "the trust agreement dated November 16, 2026"),
        (Source.JUDICIAL_REFORMATION, "the trust instrument of 김태호 (Kim Tae-ho) dated November 16, 2026"),
    ],
)
def test_the_governing_instrument_is_named_with_its_date(source: Source, words: str) -> None:
    assert value("governing_instrument", source=source) == words


def test_the_trust_s_number_is_printed_when_it_has_one() -> None:
    assert value("trust_tin", ein="98-7654321", has_ein=True) == "taxpayer identification number 98-7654321"
    assert isinstance(value("trust_tin", has_ein=None), OpenPoint | Pending)


def test_two_us_trustees_are_principals_together() -> None:
    other = Trustee(name="Ó Súilleabháin & Søn Trust Co.", is_us_trustee=True, address="1 Bank Plaza")
    spouse = Trustee(name="박은영", is_us_trustee=False)
    three = (DAUGHTER, other, spouse)

    assert value("principal_name", trustees=three) == "Daniel Min-jun Kim Jr. and Ó Súilleabháin & Søn Trust Co."
    assert value("principal_address", trustees=three) == "52 Overlook Row, Leonia, New Jersey 07605; 1 Bank Plaza"


def test_a_cessation_decides_the_year_of_the_statement() -> None:
    events = Events(residence_ceased=date(2027, 1, 1))

    assert value("tax_year_ended", events=events) == "December 31, 2027"
    assert value("annual_due", events=events) == "April 18, 2028"  # the 15th is a Saturday, the 17th a holiday


def test_the_year_s_end_is_told_with_land_abroad_and_what_is_looked_through() -> None:
    land = Holding("Vinha", True, "PT", Decimal(500_000))
    stock = Holding("Stock", False, "PT", Decimal(300_000), "lda", Stake(value=Decimal(30)))
    inside = Holding("Quinta", True, "PT", Decimal(900_000))
    company = Entity("lda", "Quinta & Filhos Lda.", EntityKind.CORPORATION, 3, assets=(inside,))
    case = replace(CASE, entities=(company,), as_of=date(2028, 1, 10))
    year = (YearEnd(ended=date(2027, 12, 31), holdings=(land, stock)),)

    assert value("year_end_total", case, year_ends=year) == "$800,000.00"
    assert value("year_end_measured_total", case, year_ends=year) == "$770,000.00"
    assert value("year_end_foreign_total", case, year_ends=year) == "$770,000.00"
    assert value("year_end_foreign_percent", case, year_ends=year) == "100"
    assert [row["value"] for row in rows("year_end_assets", case, year_ends=year)] == ["$500,000.00", "$300,000.00"]
    assert [row["description"] for row in rows("land", case, year_ends=year)] == ["Vinha"]
    assert rows("look_through", case, year_ends=year) == [
        {
            "entity": "Quinta & Filhos Lda.",
            "description": "Quinta",
            "location": "Portugal",
            "share": "30 percent",
            "value": "$270,000.00",
        }
    ]


def test_the_end_of_the_trust_has_its_days() -> None:
    case = replace(CASE, spouse=Spouse(died=date(2029, 1, 5), became_citizen=date(2028, 7, 4)))
    events = Events(tax_settled=date(2029, 10, 5))

    assert value("trust_ended_on", case) == "January 5, 2029"
    assert value("tax_paid_on", case, events=events) == "October 5, 2029"
    assert value("spouse_became_citizen_on", case) == "July 4, 2028"
