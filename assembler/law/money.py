"""Dollars that a computation can take, and the one way in which tax is rounded."""

from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from assembler.law.figure import OutOfRange

ZERO = Decimal(0)
PERCENT = Decimal("0.01")

CENT = Decimal("0.01")
ROUNDING = ROUND_HALF_UP
"""Tax is carried exactly and rounded once, to the nearest cent, halves up; the law prescribes no rounding, and the
returns allow whole dollars."""

TOO_MUCH = Decimal(10) ** 12
"""An amount of this many dollars is a slip of the pen; below it every product keeps its cents."""


def cents(amount: Decimal) -> Decimal:
    """Round an amount to the nearest cent, halves up."""
    return amount.quantize(CENT, rounding=ROUNDING)


def plain(amount: Decimal) -> Decimal:
    """Drop the cents of an amount of whole dollars, and give any other amount two places, as returns print it."""
    whole = amount.quantize(Decimal(1), rounding=ROUNDING)
    return whole if whole == amount else cents(amount)


def percent_up(part: Decimal, whole: Decimal) -> Decimal:
    """Return a part as a percentage of the whole, rounded up to two places."""
    return (part / PERCENT / whole).quantize(PERCENT, rounding=ROUND_CEILING)


def stated(what: str, amount: Decimal, law: str) -> Decimal:
    """Return an amount as stated; raise OutOfRange where it is negative, no number, or a thousand billion dollars."""
    if not amount.is_finite() or not 0 <= amount < TOO_MUCH:
        raise OutOfRange(f"{what} is {amount}", "state it as an amount in dollars, zero or more", law)
    return amount
