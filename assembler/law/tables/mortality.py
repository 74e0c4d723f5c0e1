"""The mortality tables of section 7520, and which of them values an interest on a date."""

from datetime import date
from decimal import Decimal
from functools import cache

from assembler.law.figure import OutOfRange
from assembler.law.tables.reading import read

Lives = tuple[Decimal, ...]
"""The number living at each age from 0, out of 100,000 born; the last is 0."""

LAW = "26 CFR 20.2031-7(c), (d)(3); 26 CFR 20.2031-7A"


@cache
def lives(table: str) -> Lives:
    """Read a mortality table: 80CNSMT, 90CM, 2000CM or 2010CM. Raises OutOfRange for another name."""
    found = tuple(Decimal(row["lx"]) for row in read("mortality").rows if row["table"] == table)
    if not found:
        raise OutOfRange(f"there is no mortality table {table}", "name 80CNSMT, 90CM, 2000CM or 2010CM", LAW)
    return found


def _within(day: date, first: str, last: str) -> bool:
    return bool(first) and date.fromisoformat(first) <= day and (not last or day <= date.fromisoformat(last))


def mortality_tables_open(valuation: date, died: date) -> tuple[str, ...]:
    """List the tables an executor may use: first the one in force on the valuation date, then any that may be chosen.

    Raises OutOfRange for a valuation date before May 1, 1989.

    26 CFR 20.2031-7(c), (d)(3); 26 CFR 20.2031-7A.
    """
    rows = read("mortality_periods").rows
    in_force = [r["table"] for r in rows if _within(valuation, r["valuation_from"], r["valuation_to"])]
    if not in_force:
        raise OutOfRange(
            f"no mortality table under section 7520 reaches the valuation date {valuation}",
            "value the interest under the rules in force before May 1, 1989",
            "26 USC 7520; " + LAW,
        )
    chosen = [r["table"] for r in rows if _within(died, r["may_choose_died_from"], r["may_choose_died_to"])]
    return tuple(dict.fromkeys([*in_force, *chosen]))


def mortality_table(valuation: date, died: date, chosen: str | None = None) -> str:
    """Name the table that values an interest: the one in force, or the one chosen where a choice is open.

    The same table must serve every interest in the same estate. Raises OutOfRange for a choice that is not open.

    26 CFR 20.2031-7(c), (d)(3).
    """
    open_tables = mortality_tables_open(valuation, died)
    if chosen is not None and chosen not in open_tables:
        raise OutOfRange(
            f"Table {chosen} is not open to a death on {died} valued on {valuation}",
            f"use Table {' or Table '.join(open_tables)}",
            "26 CFR 20.2031-7(c), (d)(3)",
        )
    return chosen or open_tables[0]
