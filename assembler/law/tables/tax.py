"""Estate tax rates, exclusions and credits, each by the date or year it belongs to."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from assembler.law.figure import OutOfRange
from assembler.law.tables.reading import read

FIRST_SPOUSE_GIFT = date(1988, 7, 14)
"""The exclusion for gifts to a spouse who is not a citizen begins. Pub. L. 100-647, sec. 5033(b), (d)(2)."""


@dataclass(frozen=True)
class Bracket:
    """A bracket: base tax in dollars on the lower bound, and a rate in percent on the excess up to the upper bound."""

    lower: Decimal
    upper: Decimal | None
    base_tax: Decimal
    rate: Decimal


@dataclass(frozen=True)
class ApplicableExclusion:
    """The basic exclusion amount and its credit, in dollars, with the source of the amount."""

    amount: Decimal
    credit: Decimal
    source: str


def _bracket(row: dict[str, str]) -> Bracket:
    upper = Decimal(row["upper"]) if row["upper"] else None
    base = Decimal(row.get("base_tax") or row.get("base_credit") or 0)
    return Bracket(Decimal(row["lower"]), upper, base, Decimal(row["rate"]))


@cache
def _kind(died: date, kind: str) -> tuple[dict[str, str], ...]:
    day = died.isoformat()
    return tuple(
        dict(row)
        for row in read("estate_tax_rates").rows
        if row["kind"] == kind and row["died_from"] <= day and (not row["died_to"] or day <= row["died_to"])
    )


@cache
def estate_tax_brackets(died: date) -> tuple[Bracket, ...]:
    """List the brackets of section 2001(c) for a date of death, lowest first.

    Raises OutOfRange for a death before 1988. 26 USC 2001(c).
    """
    rows = _kind(died, "bracket")
    if not rows:
        covers = read("estate_tax_rates").covers
        raise OutOfRange(
            f"no estate tax rates for a death on {died} are in the table ({covers})",
            "state a date of death from 1988 on",
            "26 USC 2001(c)",
        )
    return tuple(_bracket(row) for row in rows)


@cache
def additional_tax(died: date) -> Bracket | None:
    """Find the additional tax on the part of an estate between two bounds; None where the law had none.

    26 USC 2001(c)(2), as in force from 1988 to 2001; 26 CFR 20.2056A-6(a).
    """
    rows = _kind(died, "additional_tax")
    return _bracket(rows[0]) if rows else None


def may_choose_no_estate_tax(died: date) -> bool:
    """Tell whether the executor could choose that no estate tax apply: deaths in 2010. Pub. L. 111-312, sec. 301(c)."""
    return bool(_kind(died, "election"))


def _year(table: str, year: int, law: str) -> dict[str, str]:
    for row in read(table).rows:
        if row["year"] == str(year):
            return dict(row)
    what = f"no amount for {year} is in the table of the {table.replace('_', ' ')} ({read(table).covers})"
    raise OutOfRange(what, "state the amount that the Internal Revenue Service published for that year", law)


@cache
def applicable_exclusion(year: int) -> ApplicableExclusion:
    """Find the basic exclusion amount and credit of a citizen or resident who died in a year.

    A nonresident not a citizen has another credit, 26 USC 2102(b). Raises OutOfRange for a year not in the table.

    26 USC 2010(c).
    """
    row = _year("applicable_exclusion", year, "26 USC 2010(c)")
    return ApplicableExclusion(Decimal(row["exclusion"]), Decimal(row["credit"]), row["source"])


def annual_gift_exclusion(year: int) -> Decimal:
    """Find the ordinary annual exclusion for gifts to any one donee, in dollars.

    Raises OutOfRange for a year not in the table, which begins with 1982.

    26 USC 2503(b); 26 CFR 25.2503-2(a).
    """
    return Decimal(_year("annual_gift_exclusion", year, "26 USC 2503(b); 26 CFR 25.2503-2(a)")["exclusion"])


def spouse_gift_exclusion(given: date) -> Decimal:
    """Find the annual exclusion, in dollars, for gifts to a spouse who is not a citizen.

    Raises OutOfRange for a gift before July 14, 1988, and for a year not in the table.

    26 USC 2523(i)(2); 26 CFR 25.2503-2(f).
    """
    law = "26 USC 2523(i)(2); 26 CFR 25.2503-2(f)"
    if given < FIRST_SPOUSE_GIFT:
        raise OutOfRange(
            f"a gift on {given} was made before the exclusion began, on July 14, 1988",
            "apply the gift tax marital deduction then in force",
            law,
        )
    return Decimal(_year("spouse_gift_exclusion", given.year, law)["exclusion"])


@cache
def state_death_tax_credit_brackets() -> tuple[Bracket, ...]:
    """List the brackets of the credit by adjusted taxable estate, lowest first; deaths before 2005. 26 USC 2011(b)."""
    return tuple(_bracket(dict(row)) for row in read("state_death_tax_credit").rows)


@cache
def state_death_tax_credit_share(died: date) -> Decimal:
    """Find the percent of that credit allowed for a date of death: 100 to 2001, then 75, 50, 25, and 0 from 2005.

    26 USC 2011(b)(2), (f).
    """
    day = died.isoformat()
    rows = read("state_death_tax_credit_share").rows
    return next(
        Decimal(r["percent"]) for r in rows if r["died_from"] <= day and (not r["died_to"] or day <= r["died_to"])
    )
