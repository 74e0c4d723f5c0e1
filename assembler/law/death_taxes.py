"""Credits for death taxes paid to a State or to a foreign country."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assembler.law.estate import ForeignTax
from assembler.law.figure import OutOfRange, Step
from assembler.law.money import PERCENT, ZERO, plain
from assembler.law.tables import state_death_tax_credit_brackets, state_death_tax_credit_share

STATE = "26 USC 2011(b)"
FOREIGN = "26 USC 2014(b)"

ADJUSTMENT = Decimal(60_000)
"""The adjusted taxable estate is the taxable estate less this. 26 USC 2011(b)(3)."""

WHOLE = Decimal(100)

FIRST_DEATH_GOVERNS: bool = True
"""Whose death decides between the credit for State death taxes (deaths before 2005) and the deduction (from 2005).

Section 2056A(b)(10)(A) grants the benefit "allowable to the estate of such spouse", which speaks for the spouse's
death. The computation is of the first decedent's tax at that decedent's date of death, 26 CFR 20.2056A-6(a), and the
instructions to Form 706-QDT, lines 10 and 11, have it made on the revision of Form 706 that was filed for the
decedent: so the first death governs here. The attorney decides; the computation takes either.
"""


@dataclass(frozen=True)
class Credit:
    """A credit in dollars, exactly, and how it was reached."""

    amount: Decimal
    steps: tuple[Step, ...] = ()


def is_credited(died: date) -> bool:
    """Tell whether State death taxes are a credit for a date of death; from 2005 they are deducted.

    26 USC 2011(f), 2058.
    """
    return state_death_tax_credit_share(died) > 0


def state_credit_limit(taxable_estate: Decimal, died: date) -> Decimal:
    """Compute the greatest credit for State death taxes by the taxable estate, in dollars, exactly.

    26 USC 2011(b)(1), (2).
    """
    adjusted = taxable_estate - ADJUSTMENT
    if adjusted <= 0:
        return ZERO
    bracket = next(b for b in state_death_tax_credit_brackets() if b.upper is None or adjusted <= b.upper)
    full = bracket.base_tax + bracket.rate * PERCENT * (adjusted - bracket.lower)
    return full * state_death_tax_credit_share(died) * PERCENT


def state_credit(paid: Sequence[Step], taxable_estate: Decimal, died: date, tax: Decimal) -> Credit:
    """Compute the credit: the least of the taxes paid, the limit, and the tax left, in dollars.

    ``paid`` are the taxes paid, each as a step; ``tax`` is what remains after the unified credit.

    26 USC 2011(b), (f); 26 CFR 20.2056A-6(b)(4).
    """
    total = sum((step.number for step in paid), ZERO)
    if not total or not is_credited(died):
        return Credit(ZERO)
    limit = state_credit_limit(taxable_estate, died)
    amount = min(total, limit, tax)
    steps = [Step("Tax before the credit for State death taxes", plain(tax), STATE), *paid]
    if len(paid) > 1:
        steps.append(Step("State death taxes paid, together", plain(total), STATE))
    adjusted = max(taxable_estate - ADJUSTMENT, ZERO)
    steps.append(Step(_limit_text(adjusted, died), plain(limit), STATE))
    steps.append(Step(_least_text(tax, min(total, limit)), plain(amount), STATE))
    return Credit(amount, tuple(steps))


def _limit_text(adjusted: Decimal, died: date) -> str:
    text = f"State death tax credit limitation on an adjusted taxable estate of ${plain(adjusted):,}"
    share = state_death_tax_credit_share(died)
    return text if share == WHOLE else f"{text}, of which {share} percent is allowed"


def _least_text(tax: Decimal, lesser: Decimal) -> str:
    cut = f", not more than the tax of ${plain(tax):,} left" if tax < lesser else ""
    return f"Less: credit for State death taxes (the lesser{cut})"


def foreign_credit(taxes: Sequence[ForeignTax], base: Decimal | None, tax: Decimal) -> Credit:
    """Compute the credit for foreign death taxes, country by country, in dollars.

    For each country it is the lesser of the tax paid and the federal tax on the property taxed there: ``tax`` (after
    the credits above it) in the ratio of that property to ``base``, the gross estate less the marital and charitable
    deductions. Raises OutOfRange where the base is missing, or smaller than all the property taxed abroad.

    26 USC 2014(b).
    """
    steps: list[Step] = []
    credit = ZERO
    whole = _base(base, taxes) if taxes else ZERO
    for country in sorted({tax.country for tax in taxes}):
        paid = sum((t.paid for t in taxes if t.country == country), ZERO)
        taxed = sum((t.property for t in taxes if t.country == country), ZERO)
        limit = tax * taxed / whole
        part = min(paid, limit)
        credit += part
        steps.append(Step(f"Death taxes paid to {country}", plain(paid), FOREIGN))
        text = f"${plain(tax):,} × ${plain(taxed):,} (property taxed by {country}) ÷ ${plain(whole):,}"
        steps.append(Step(text, plain(limit), FOREIGN))
        steps.append(Step("Less: credit for foreign death taxes (the lesser)", plain(part), FOREIGN))
    return Credit(credit, tuple(steps))


def _base(base: Decimal | None, taxes: Sequence[ForeignTax]) -> Decimal:
    taxed = sum((tax.property for tax in taxes), ZERO)
    if base is not None and base > 0 and base >= taxed:
        return base
    countries = ", ".join(sorted({tax.country for tax in taxes}))
    raise OutOfRange(
        f"property worth {taxed} taxed by {countries} is not part of a gross estate, less the marital and charitable"
        f" deductions, of {'unstated value' if base is None else base}",
        "state the gross estate less those deductions; it is at least the property taxed abroad",
        FOREIGN,
    )
