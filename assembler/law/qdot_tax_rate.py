"""Whether the section 2056A estate tax is computed or is at the highest rate, and the tax at that rate."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from assembler.law.figure import Figure, Outside, Step
from assembler.law.money import PERCENT, ZERO, plain, stated
from assembler.law.tables import estate_tax_brackets

TENTATIVE = "26 USC 2056A(b)(2)(B)(i); 26 CFR 20.2056A-6(c)"
REFUND = "26 USC 2056A(b)(2)(B)(ii); 26 CFR 20.2056A-6(c)"
NO_FILER = "26 USC 2056A(b)(2)(C); 26 CFR 20.2056A-6(c), 20.2056A-9"
HIGHEST = "26 USC 2001(c)"
"""The highest rate is that of the top bracket. The additional 5-percent tax of 1988 to 2001 is no part of it: the
instructions to Form 706-QDT gave 55 percent for those years."""


class RateRule(StrEnum):
    """How the tax on a taxable event is determined."""

    COMPUTED = "computed"
    TENTATIVE = "tentative"
    HIGHEST = "highest"


def rate_rule(qdots: int, has_designated_filer: bool | None, is_finally_determined: bool | None) -> RateRule | None:
    """Tell how the tax is determined; None where an answer is missing that decides it.

    Several QDOTs without a designated filer pay the highest rate for good. Otherwise, while the tax on the decedent's
    estate is not finally determined, the highest rate is tentative. Raises Outside where there is no QDOT.

    26 USC 2056A(b)(2)(B), (C).
    """
    if qdots < 1:
        raise Outside(f"{qdots} QDOTs", "count the QDOTs of the decedent; there is at least one", NO_FILER)
    has_filer = True if qdots == 1 else has_designated_filer
    if has_filer is False:
        return RateRule.HIGHEST
    if has_filer is None or is_finally_determined is None:
        return None
    return RateRule.COMPUTED if is_finally_determined else RateRule.TENTATIVE


def is_hardship_exempt(qdots: int, has_designated_filer: bool | None) -> bool | None:
    """Tell whether hardship distributions are exempt: always with one QDOT, with several by a designated filer.

    26 USC 2056A(b)(2)(C), (b)(3)(B).
    """
    return True if qdots == 1 else has_designated_filer


def highest_rate(died: date) -> Figure:
    """Find the highest rate of estate tax at the decedent's death, percent. 26 USC 2056A(b)(2)(B)(i), 2001(c)."""
    rate = max(bracket.rate for bracket in estate_tax_brackets(died))
    step = Step(f"Highest rate of section 2001 for a death on {died}", rate, HIGHEST)
    return Figure("highest rate of estate tax", rate, "percent", (step,), (HIGHEST,))


def tax_at_highest_rate(amount: Decimal, died: date, rule: RateRule = RateRule.TENTATIVE) -> Figure:
    """Compute the tax at the highest rate in force at the decedent's death, in dollars, without any credit.

    26 USC 2056A(b)(2)(B)(i), (C); 26 CFR 20.2056A-6(c).
    """
    law = NO_FILER if rule is RateRule.HIGHEST else TENTATIVE
    stated("the amount involved in the taxable event", amount, law)
    rate = highest_rate(died)
    tax = plain(exact_highest(amount, died))
    steps = (
        Step("Amount involved in the taxable event", plain(amount), law),
        *rate.steps,
        Step(f"{rate.value} percent of ${plain(amount):,}", tax, law),
    )
    name = "section 2056A estate tax at the highest rate" if rule is RateRule.HIGHEST else "tentative tax"
    return Figure(name, tax, "dollars", steps, (law,))


def exact_highest(amount: Decimal, died: date) -> Decimal:
    """Compute the same tax exactly, without its steps. 26 USC 2056A(b)(2)(B)(i)."""
    return Decimal(str(highest_rate(died).value)) * PERCENT * amount


def refund(tentative: Decimal, computed: Decimal) -> Figure:
    """Compute the tentative tax to be credited or refunded once the decedent's tax is final, in dollars.

    It bears interest, and must be claimed within one year after the tax is finally determined. Never less than zero.

    26 USC 2056A(b)(2)(B)(ii).
    """
    stated("the tentative tax paid", tentative, REFUND)
    stated("the tax as computed", computed, REFUND)
    amount = plain(max(tentative - computed, ZERO))
    steps = (
        Step("Tentative tax paid at the highest rate", plain(tentative), TENTATIVE),
        Step("Less: section 2056A estate tax as computed", plain(computed), REFUND),
        Step("Excess to be credited or refunded", amount, REFUND),
    )
    return Figure("excess of the tentative tax", amount, "dollars", steps, (REFUND,))
