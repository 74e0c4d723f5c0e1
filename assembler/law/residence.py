"""The residence exclusion: what qualifies, how much, and what a sale or a letting does to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from assembler.law.calendar import months_later
from assembler.law.deadline import Deadline, Office, limit
from assembler.law.figure import Figure, OutOfRange, Step

EXCLUSION_CAP = Decimal(600_000)
"""The most that may be left out, over all homes and all QDOTs. 26 CFR 20.2056A-2(d)(1)(iv)(A), (B)."""

HOMES = 2
"""The principal residence and one other. 26 CFR 20.2056A-2(d)(1)(iv)(D)."""

MONTHS_TO_REINVEST = 12
"""A sale's price is reinvested within this time of the date of sale. 26 CFR 20.2056A-2(d)(1)(iv)(G)."""

DAYS_TO_COMPLY = 120
"""After a cessation the trust is secured within this time. 26 CFR 20.2056A-2(d)(1)(iv)(G)."""

FIXING_UP_WORK = timedelta(days=90)
"""Work counts if done in the days that end on the day of contract. 26 USC 1034(b)(2)(A), before repeal."""

FIXING_UP_PAID = timedelta(days=30)
"""It counts if paid within this time after the sale. 26 USC 1034(b)(2)(B), before repeal."""

PRICE = "26 USC 1034(b), before its repeal in 1997; 26 CFR 20.2056A-2(d)(1)(iv)(G)"
_CESSATION = "26 CFR 20.2056A-2(d)(1)(iv)(G)"


def exclusion(homes: Sequence[Decimal]) -> Decimal:
    """Return the dollars left out for these homes with their furnishings, debt not subtracted.

    Raises OutOfRange for more than two homes: the principal residence and one other.

    26 CFR 20.2056A-2(d)(1)(iv)(A), (B), (D).
    """
    if len(homes) > HOMES:
        raise OutOfRange(
            f"the exclusion is claimed for {len(homes)} residences",
            "claim it for the principal residence and at most one other",
            "26 CFR 20.2056A-2(d)(1)(iv)(D)",
        )
    return min(EXCLUSION_CAP, sum(homes, Decimal(0)))


@dataclass(frozen=True)
class FixingUp:
    """One expense of making a home fit for sale, neither deductible nor a capital cost."""

    amount: Decimal
    done: date
    paid: date


def adjusted_sales_price(amount_realized: Decimal, expenses: Sequence[FixingUp], contract: date, sold: date) -> Figure:
    """Return the amount realized less fixing-up expenses, in dollars.

    The work is done in the 90 days that end on the day of contract and paid within 30 days after
    the sale.

    26 USC 1034(b)(1), (2), before its repeal in 1997.
    """
    first, last = contract - FIXING_UP_WORK, sold + FIXING_UP_PAID
    in_time = (item.amount for item in expenses if first < item.done <= contract and item.paid <= last)
    counted = sum(in_time, Decimal(0))
    price = amount_realized - counted
    steps = (
        Step("amount realized", amount_realized, PRICE),
        Step("less fixing-up expenses in time", counted, PRICE),
        Step("adjusted sales price", price, PRICE),
    )
    return Figure("adjusted sales price", price, "dollars", steps, (PRICE,))


def reinvestment_deadline(sold: date) -> date:
    """Return the last day to reinvest: twelve months from the date of sale.

    26 CFR 20.2056A-2(d)(1)(iv)(G).
    """
    return months_later(sold, MONTHS_TO_REINVEST)


def compliance_deadline(ceased: date) -> date:
    """Return the last day to secure the trust, the 120th after the effective date of the cessation.

    The paragraph does not say whether a sale without reinvestment takes effect on the day of sale
    or when the twelve months are over; the earlier is the safe one.

    26 CFR 20.2056A-2(d)(1)(iv)(G).
    """
    return ceased + timedelta(days=DAYS_TO_COMPLY)


def after_cessation() -> Figure:
    """Return the exclusion left when the one home it was claimed for is let or ceases to be used: none.

    26 CFR 20.2056A-2(d)(1)(iv)(G).
    """
    return _left([Step("allotted to the residence that ceased to qualify", Decimal(0), _CESSATION)], Decimal(0))


def after_sale(
    excluded: Decimal,
    adjusted_price: Decimal,
    sold: date,
    purchases: Sequence[tuple[date, Decimal]] = (),
    continuing: Decimal = Decimal(0),
) -> Figure:
    """Return the exclusion once a home is sold and its price reinvested, or not, in dollars.

    ``excluded`` is what the sold home had; ``purchases`` are the days and amounts of reinvestment
    in a new personal residence, those after twelve months not counted. The whole price reinvested
    keeps the exclusion; less leaves what was reinvested; nothing leaves nothing. To each is added
    what a continuing residence has, up to $600,000 in all.

    26 CFR 20.2056A-2(d)(1)(iv)(G).
    """
    last = reinvestment_deadline(sold)
    reinvested = sum((amount for day, amount in purchases if sold <= day <= last), Decimal(0))
    steps = [
        Step("adjusted sales price", adjusted_price, _CESSATION),
        Step("last day to reinvest", last, _CESSATION),
        Step("reinvested in time", reinvested, _CESSATION),
    ]
    if reinvested >= adjusted_price:
        steps.append(Step("the whole price is reinvested: the exclusion continues", excluded, _CESSATION))
    else:
        steps.append(Step("less than the price is reinvested: the amount reinvested", reinvested, _CESSATION))
    return _left(steps, continuing)


def _left(steps: list[Step], continuing: Decimal) -> Figure:
    kept = steps[-1].value
    if not isinstance(kept, Decimal):
        raise TypeError(kept)  # the last step is always an amount
    value = min(EXCLUSION_CAP, kept + continuing)
    steps.append(Step("allotted to a residence that continues to qualify", continuing, _CESSATION))
    steps.append(Step(f"exclusion, at most ${EXCLUSION_CAP:,}", value, _CESSATION))
    return Figure("residence exclusion", value, "dollars", tuple(steps), (_CESSATION,))


def residence_reinvestment(sold: date) -> Deadline:
    """Return the last day to reinvest the price of a residence. 26 CFR 20.2056A-2(d)(1)(iv)(G)."""
    last = reinvestment_deadline(sold)
    return limit(
        "residence_reinvestment",
        last,
        Office.US_TRUSTEE,
        steps=(Step("Residence sold", sold, _CESSATION), Step("twelve months later", last, _CESSATION)),
        law=(_CESSATION,),
    )


def residence_cessation(ceased: date) -> Deadline:
    """Return the last day to secure the trust after the exclusion ceases: the 120th. 26 CFR 20.2056A-2(d)(1)(iv)(G)."""
    last = compliance_deadline(ceased)
    return limit(
        "residence_cessation",
        last,
        Office.US_TRUSTEE,
        steps=(Step("Effective date of the cessation", ceased, _CESSATION), Step("120 days later", last, _CESSATION)),
        law=(_CESSATION,),
    )
