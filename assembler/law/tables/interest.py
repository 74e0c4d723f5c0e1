"""Interest by the month, and what it makes of payments more frequent than annual."""

from datetime import date
from decimal import Decimal
from functools import cache

from assembler.law.figure import OutOfRange
from assembler.law.tables.reading import read

LOOK_BACK_MONTHS = 2
"""A charitable interest may take the rate of either of this many months before. 26 USC 7520(a)."""


@cache
def _rates() -> dict[tuple[int, int], Decimal]:
    return {(int(row["year"]), int(row["month"])): Decimal(row["rate"]) for row in read("section_7520_rates").rows}


def section_7520_rate(valuation: date, *, months_before: int = 0, is_charitable: bool = False) -> Decimal:
    """Find the section 7520 rate, percent a year, for the month of the valuation date.

    A month before that one serves only where a charitable deduction is allowable for part of the property, and no
    more than two months back. Raises OutOfRange for any other look-back and for a month not in the table.

    26 USC 7520(a); 26 CFR 20.7520-1(b)(1).
    """
    if months_before and not (is_charitable and 0 < months_before <= LOOK_BACK_MONTHS):
        raise OutOfRange(
            f"the rate of {months_before} month(s) before the valuation date is asked for",
            "use the rate of the month of valuation; an earlier one (two months at most) is for charitable interests",
            "26 USC 7520(a)",
        )
    year, month = divmod(valuation.year * 12 + valuation.month - 1 - months_before, 12)
    rate = _rates().get((year, month + 1))
    if rate is None:
        raise OutOfRange(
            f"no section 7520 rate for {year}-{month + 1:02} is in the table ({read('section_7520_rates').covers})",
            "state the rate that the Internal Revenue Service published for that month",
            "26 USC 7520(a); 26 CFR 20.7520-1(b)(1)",
        )
    return rate


@cache
def _adjustments(name: str) -> dict[Decimal, dict[str, Decimal]]:
    return {
        Decimal(row["rate"]): {interval: Decimal(text) for interval, text in row.items() if interval != "rate"}
        for row in read(name).rows
    }


def _adjustment(name: str, rate: Decimal, interval: str) -> Decimal:
    row = _adjustments(name).get(rate)
    if row is None or interval not in row:
        raise OutOfRange(
            f"{name.replace('_', ' ').title()} has no factor for {rate} percent, payments {interval}",
            f"state a rate the table has ({read(name).covers}) and an interval from annual to weekly",
            "26 CFR 20.2031-7(d)(2)(iv), (d)(6)",
        )
    return row[interval]


def table_k(rate: Decimal, interval: str) -> Decimal:
    """Find the factor for payments at the end of each period: annual, semiannual, quarterly, monthly or weekly.

    Rate in percent a year. Raises OutOfRange for a rate or interval the table lacks. 26 CFR 20.2031-7(d)(6), Table K.
    """
    return _adjustment("table_k", rate, interval)


def table_j(rate: Decimal, interval: str) -> Decimal:
    """Find the factor for a term certain paid at the beginning of each period; never for a life annuity.

    Rate in percent a year. Raises OutOfRange for a rate or interval the table lacks. 26 CFR 20.2031-7(d)(6), Table J.
    """
    return _adjustment("table_j", rate, interval)
