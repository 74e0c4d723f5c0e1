"""The blanks that only advice on a case asks for: the amounts of the year, the treaty country."""

from collections.abc import Callable
from decimal import Decimal

from assembler.blanks.people import missing
from assembler.blanks.point import Blank
from assembler.casefile.shape import Case
from assembler.law import tables
from assembler.law.figure import OutOfRange
from assembler.wording import country


def amounts(case: Case) -> dict[str, Blank]:
    """Fill the blanks of the year of the papers, and of the treaty country."""
    day = case.as_of
    no_country = missing("the treaty country", "attorney", "decedent.treaty_country")
    abroad = case.decedent.treaty_country
    return {
        "papers_year": str(day.year) if day else missing("the date of the papers", "attorney", "as_of"),
        "basic_exclusion": _amount(
            lambda: tables.applicable_exclusion(day.year).amount if day else None,
            "the basic exclusion amount of the year",
        ),
        "spouse_gift_exclusion": _amount(
            lambda: tables.spouse_gift_exclusion(day) if day else None, "the year's exclusion for gifts to the Spouse"
        ),
        "treaty_country": country(abroad) if abroad else no_country,
    }


def _amount(of: Callable[[], Decimal | None], what: str) -> Blank:
    """Write an amount of a dated table; a year outside it is an open point, never a guess."""
    try:
        amount = of()
    except OutOfRange:
        amount = None
    return f"${amount:,.0f}" if amount is not None else missing(what, "attorney", "as_of")
