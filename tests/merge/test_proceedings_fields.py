"""What is asked and answered in office has its words and its days."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from item_fields import PHRASES

from assembler.casefile.shape import Case, Decedent, Spouse, Trust
from assembler.casefile.shape_proceedings import Filer, Hardship, Relief
from assembler.casefile.shape_tax import Distribution, DistributionKind
from assembler.findings import find
from assembler.merge import merge

PAID = Distribution(made=date(2027, 3, 1), kind=DistributionKind.PRINCIPAL, amount=Decimal(5_000))
TRUST = Trust(
    id="share",
    name="Ó Briain QDOT",
    ein="98-7654321",
    distributions=(PAID,),
    hardship=Hardship(requested=date(2027, 2, 1), amount=Decimal(5_000), need="Surgery"),
)
CASE = Case(
    as_of=date(2028, 1, 10),
    decedent=Decedent(died=date(2026, 2, 11)),
    spouse=Spouse(name="Ayşe", became_citizen=date(2027, 5, 4)),
    relief=Relief(sought="More time"),
    trusts=(TRUST,),
)


def test_what_is_asked_in_office_has_its_words_and_its_days() -> None:
    case = replace(CASE, return_=replace(CASE.return_, filer=Filer(name="Bo Ng")))
    filled = merge(find(case).trusts[0], PHRASES)

    assert filled.values["filer_name"] == "Bo Ng"
    assert filled.values["filer_return_due"] == "April 18, 2028"
    assert filled.values["filer_information_due"] == "February 15, 2028"
    assert filled.values["citizenship_notice_due"] == "April 18, 2028"
    assert filled.values["hardship_amount"] == "$5,000.00"
    assert filled.values["relief_sought"] == "More time"
    (row,) = filled.lists["year_distributions"]
    assert row == {"date": "March 1, 2027", "recipient": "Ayşe", "amount": "$5,000.00", "kind": "principal"}
