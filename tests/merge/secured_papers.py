"""A trust with a bond, a letter of credit and all that is filed with them, and what its papers say of it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from phrases import PHRASES

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
from assembler.findings import find
from assembler.merge import Merge, merge

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
        irs_address="Internal Revenue Service\nAdvisory Group 4\nNew York",
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


def papers(case: Case = CASE, **trust: Any) -> Merge:
    """Fill the fields of the trust, with these answers of it changed."""
    return merge(find(replace(case, trusts=(replace(TRUST, **trust),))).trusts[0], PHRASES)


def said(name: str, case: Case = CASE, **trust: Any) -> object:
    """Give what one field says, or the gap that stands in it."""
    return papers(case, **trust).values[name]


def rows(name: str, case: Case = CASE, **trust: Any) -> list[dict[str, object]]:
    """Give the rows of one list."""
    return [dict(row) for row in papers(case, **trust).lists[name]]


def waits_for(gap: object) -> str:
    """Give the answer that a gap waits for, by its path."""
    point = getattr(gap, "point", gap)
    return str(getattr(point, "path", ""))
